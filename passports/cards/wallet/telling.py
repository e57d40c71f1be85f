"""Tells phones and Google that a pass changed: right after the commit, and by `manage.py tell_wallets` until it worked.

Each call says nothing but “look again” (Apple) or “this is how it is now” (Google), read at that moment, so that calling
twice, late or out of turn does no harm.
"""

from __future__ import annotations

import logging
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from passport_site.core import careful_cache

from ..key_files import KeyProblem
from ..models import PassCopy, WalletKind
from . import setup
from .outcome import Ended, Outcome

if TYPE_CHECKING:
    from .apple_push import ApplePush
    from .google_api import GoogleApi

log = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)


class Teller:
    """One run: opens a connection to Apple or Google when the first copy needs it."""

    def __init__(self) -> None:
        self.stack = ExitStack()
        self.apple: ApplePush | None = None
        self.google: GoogleApi | None = None

    def __enter__(self) -> Teller:
        return self

    def __exit__(self, *problem: object) -> None:
        self.stack.close()

    def tell(self, pk: int) -> bool:
        """Tells one copy and notes it. False when it must be tried again, or somebody else is at it."""
        copy = PassCopy.objects.select_related("wallet_pass__card__passport__user").filter(pk=pk).first()
        if copy is None or not self._can(copy.wallet_pass.kind) or not _take(copy):
            return False
        # Read again after taking it: what is sent is never older than the change that it is noted for.
        copy = PassCopy.objects.select_related("wallet_pass__card__passport__user").get(pk=pk)
        outcome = self._send(copy)
        if outcome.ended is Ended.LATER:
            log.warning("Copy %s of a wallet pass could not be told: %s", pk, outcome.problem)
            PassCopy.objects.filter(pk=pk).update(problem=outcome.problem[:80])
            careful_cache.note_down(f"wallet-{copy.wallet_pass.kind}")
            return False
        if outcome.ended is Ended.GONE:
            _forget(copy)
            return True
        return _note_told(copy)

    def _can(self, kind: str) -> bool:
        return (setup.apple() if kind == WalletKind.APPLE else setup.google()) is not None

    def _send(self, copy: PassCopy) -> Outcome:
        try:
            if copy.wallet_pass.kind == WalletKind.APPLE:
                self.apple = self.apple or self.stack.enter_context(_to_apple())
                return self.apple.tell(copy.push_token)
            self.google = self.google or self.stack.enter_context(_to_google())
            return self.google.put(copy.wallet_pass)
        except (KeyProblem, OSError, ValueError) as problem:  # no key signs codes, or a file went away
            return Outcome(Ended.LATER, type(problem).__name__)


def _to_apple() -> ApplePush:
    """Imported here: httpx costs each worker 10 MB, which schemes without wallets need not pay."""
    from .apple_push import ApplePush

    return ApplePush(setup.apple())


def _to_google() -> GoogleApi:
    from .google_api import GoogleApi

    return GoogleApi(setup.google())


def tell_now(pass_pk: int) -> None:
    """The try that follows the commit. While Apple or Google does not answer it is left to `tell_wallets`, so that a
    person who reports a card lost waits for them once a minute at most.
    """
    copies = PassCopy.objects.waiting(timezone.now()).filter(wallet_pass=pass_pk)
    with Teller() as teller:
        for pk, kind in list(copies.values_list("pk", "wallet_pass__kind")):
            if not careful_cache.is_down(f"wallet-{kind}"):
                teller.tell(pk)


def tell_waiting() -> int:
    """Tells all that wait and are due, longest waiting first. Returns how many were told."""
    due = PassCopy.objects.waiting(timezone.now()).order_by("wallet_pass__changed_at", "pk")
    with Teller() as teller:
        return sum(teller.tell(pk) for pk in list(due.values_list("pk", flat=True)))


def _take(copy: PassCopy) -> bool:
    """Of two who tell, one goes on; if it dies half-way, the copy is due again after the wait."""
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2**copy.tries)
    mine = PassCopy.objects.filter(pk=copy.pk, turn=copy.turn)
    return mine.update(turn=F("turn") + 1, tries=F("tries") + 1, try_after=timezone.now() + wait) == 1


def _note_told(copy: PassCopy) -> bool:
    """Notes the change that was told. When another took a turn meanwhile, nobody knows whose words arrived last: then
    it is told once more.
    """
    row = PassCopy.objects.filter(pk=copy.pk)
    told = {"told_of": copy.wallet_pass.changed_at, "tries": 0, "try_after": None, "problem": ""}
    if row.filter(turn=copy.turn).update(**told):
        return True
    row.update(turn=F("turn") + 1, told_of=copy.wallet_pass.created_at, try_after=None)
    return False


@transaction.atomic
def _forget(copy: PassCopy) -> None:
    """The phone is gone, unless it came back with a new token meanwhile."""
    row = PassCopy.objects.select_for_update().filter(pk=copy.pk).first()
    if row is not None and row.push_token == copy.push_token:
        row.delete()
