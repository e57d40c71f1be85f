"""After 13 months nobody can be told from a scan or a use; the counts stay (quality bar 19)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..domain.periods import EVER
from ..domain.pseudonym import holder_key
from ..models import Redemption, Scan

KEPT_WITH_CARD = timedelta(days=396)
"""13 months: a whole year can be compared with the one before."""
CHUNK = 10_000
"""Rows in one transaction, so that tills never wait long."""


def unlink_old_uses() -> int:
    """Takes card, passport, initials and the keyed hash of the request off rows older than 13 months. Returns how many.

    The use of a once-"ever" offer keeps a keyed hash instead of the passport: the limit is a promise to the
    shop and has no end (ADR 0004). Visitors have such a hash from the start, and lose it likewise.
    """
    before = timezone.now() - KEPT_WITH_CARD
    scans = Scan.objects.for_retention().filter(created_at__lt=before)
    scans = scans.filter(Q(card__isnull=False) | ~Q(staff="") | ~Q(body_hash=""))
    uses = Redemption.objects.for_retention().filter(
        day__lt=timezone.localdate(before), passport__isnull=False
    )
    once_ever = uses.filter(period_key=EVER)
    visitors = Redemption.objects.for_retention().filter(
        day__lt=timezone.localdate(before), visiting__isnull=False
    )
    hashed = visitors.exclude(period_key=EVER).exclude(holder_key="")
    return (
        _in_chunks(scans, lambda rows: rows.update(card=None, body_hash="", staff=""))
        + _in_chunks(once_ever, _leave_a_hash)
        + _in_chunks(uses.exclude(period_key=EVER), lambda rows: rows.update(passport=None))
        + _in_chunks(hashed, lambda rows: rows.update(holder_key=""))
    )


def _leave_a_hash(rows: QuerySet[Any]) -> int:
    done = 0
    for passport_id, offer_id in set(rows.values_list("passport_id", "offer_id")):
        key = holder_key(passport_id=passport_id, offer_id=offer_id)
        own = rows.filter(passport_id=passport_id, offer_id=offer_id)
        done += own.update(passport=None, holder_key=key)
    return done


def _in_chunks(rows: QuerySet[Any], write: Callable[[QuerySet[Any]], int]) -> int:
    done = 0
    while ids := list(rows.order_by("pk").values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            done += write(rows.filter(pk__gte=ids[0], pk__lte=ids[-1]))
    return done
