"""Making a pass for a carer's own card, and what Apple's phones write: registering and leaving."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..models import Card, PassCopy, WalletKind, WalletPass
from ..services.forgetting import NOBODY_BORN
from .changes import whole_second
from .facts import is_good
from .tokens import device_mark

SERIAL_BYTES = 16
MOST_PHONES = 20
"""Of one pass. Nobody has more devices; who shows the token of a pass cannot fill the table or hold up a report of loss."""
OVERLAP = timedelta(seconds=10)
"""A change that was not committed yet when a phone asked must not fall between two answers: it hears of the last
seconds twice, and then finds nothing new."""


@transaction.atomic
def make_pass(*, card: Card, kind: str, by: Any) -> WalletPass:
    """The card's pass in this kind of wallet; the same one when there is one already.

    Raises RuleBroken for a card that a till would not take.
    """
    row = Card.objects.select_for_update(of=("self",)).select_related("passport__user").get(pk=card.pk)
    if not is_good(row):
        raise RuleBroken(
            _("This card does not work at the moment, so it cannot go into a wallet."), code="not_good"
        )
    now = timezone.now()
    wallet_pass, made = WalletPass.objects.get_or_create(
        card=row,
        kind=kind,
        defaults={
            "serial": secrets.token_urlsafe(SERIAL_BYTES),
            "changed_at": whole_second(now),
            "created_at": now,
        },
    )
    wallet_pass.card = row
    if made and kind == WalletKind.GOOGLE:
        # Told of nothing yet: it waits until the pass is at Google.
        PassCopy.objects.create(
            wallet_pass=wallet_pass, told_of=wallet_pass.changed_at - timedelta(seconds=1)
        )
    if made:
        audit.record("wallet.pass_made", on=wallet_pass, by=by, kind=kind, card=row.pk)
    return wallet_pass


@transaction.atomic
def register_device(*, wallet_pass: WalletPass, device: str, push_token: str) -> bool:
    """Notes that a phone has the pass. True when it is new. The same phone again only brings its newest push token.

    Of a person whom we have forgotten nothing is noted any more: that pass is stopped for good, and fetching it says so.
    """
    if wallet_pass.card.passport.date_of_birth == NOBODY_BORN:
        return False
    row, new = PassCopy.objects.select_for_update().get_or_create(
        wallet_pass=wallet_pass,
        device=device_mark(device),
        defaults={"push_token": push_token, "told_of": wallet_pass.created_at},
    )
    if new:
        newest = PassCopy.objects.filter(wallet_pass=wallet_pass).order_by("-pk").values_list("pk", flat=True)
        PassCopy.objects.filter(pk__in=list(newest[MOST_PHONES:])).delete()
    elif row.push_token != push_token:
        row.push_token, row.tries, row.try_after = push_token, 0, None
        row.save(update_fields=["push_token", "tries", "try_after"])
    return new


def unregister_device(*, wallet_pass: WalletPass, device: str) -> bool:
    """The phone took the pass off: nothing about it stays. True when we knew it."""
    return PassCopy.objects.filter(wallet_pass=wallet_pass, device=device_mark(device)).delete()[0] > 0


def changed_for(*, device: str, since: datetime | None) -> list[WalletPass]:
    """The passes on a phone that changed since it last asked, longest ago first; all without `since`."""
    found = WalletPass.objects.filter(kind=WalletKind.APPLE, copies__device=device_mark(device)).order_by(
        "changed_at", "pk"
    )
    return list(found.filter(changed_at__gt=since - OVERLAP) if since else found)


def is_known(*, device: str) -> bool:
    """Whether any pass of ours is on that phone."""
    return PassCopy.objects.filter(device=device_mark(device)).exists()
