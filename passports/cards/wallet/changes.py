"""A card changed: its passes are out of date from this transaction on, and whoever has a copy is told after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from ..domain.statuses import CardStatus, PassportStatus
from ..models import Card, PassCopy, WalletKind, WalletPass
from . import telling

DAYS_KEPT = 30
FOR_GOOD = (CardStatus.REPLACED, CardStatus.REVOKED)


def note_change(*, cards: Iterable[int] | QuerySet) -> int:
    """Moves the passes of these cards on. Call it in the transaction that changes what a pass shows.

    Returns how many passes there were. Waiting copies are the outbox; the try after the commit is only haste.
    """
    rows = WalletPass.objects.select_for_update().filter(card__in=cards).order_by("pk")
    for row in rows:
        row.changed_at = after(row.changed_at, timezone.now())
        row.save(update_fields=["changed_at"])
        PassCopy.objects.filter(wallet_pass=row).update(tries=0, try_after=None)
        transaction.on_commit(partial(telling.tell_now, row.pk), robust=True)
    return len(rows)


def note_all() -> int:
    """Every pass of an active card: the key that signed their codes has leaked. `tell_wallets` does the telling."""
    now, count = timezone.now(), 0
    for row in WalletPass.objects.select_for_update().filter(card__in=Card.objects.active()).order_by("pk"):
        row.changed_at = after(row.changed_at, now)
        row.save(update_fields=["changed_at"])
        count += 1
    PassCopy.objects.filter(wallet_pass__card__in=Card.objects.active()).update(tries=0, try_after=None)
    return count


def forget_devices(*, cards: Iterable[int]) -> int:
    """Erasure: which phones the passes are on, gone at once. Google’s copy is told to go blank instead."""
    return PassCopy.objects.filter(wallet_pass__card__in=cards, wallet_pass__kind=WalletKind.APPLE).delete()[
        0
    ]


def remove_old_copies(now: datetime | None = None) -> int:
    """Phones with a pass that will never be good again, 30 days after it was stopped. For the retention job.

    So long Apple keeps our message for a phone that is off. Google’s copy waits until it was told to go blank.
    """
    before = (now or timezone.now()) - timedelta(days=DAYS_KEPT)
    for_good = Q(wallet_pass__card__status__in=FOR_GOOD) | Q(
        wallet_pass__card__passport__status=PassportStatus.ENDED
    )
    over = PassCopy.objects.filter(for_good, wallet_pass__changed_at__lt=before)
    told = Q(wallet_pass__kind=WalletKind.APPLE) | Q(told_of__gte=F("wallet_pass__changed_at"))
    return over.filter(told).delete()[0]


def whole_second(moment: datetime) -> datetime:
    """HTTP dates know no less than seconds."""
    return moment.replace(microsecond=0)


def after(last: datetime, now: datetime) -> datetime:
    """A whole second that is later than the last one, so that two changes never look like one to a phone."""
    return max(whole_second(now), last + timedelta(seconds=1))
