"""The row that every look at a code leaves, and the time it is dated with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.utils import timezone

from businesses.members.models import Device
from passport_site.core.plain_rows import new_row
from passport_site.core.statements import Statement
from passports.cards.public import CardCheck

from .. import returning
from ..domain.pseudonym import holder_key
from ..models import Redemption, Scan, ScanPurpose
from ..querysets import old_uses

OLDEST = timedelta(minutes=15)
"""How far back a till that asks us now may date a scan: a slow line or a clock that lags, no more. The date
chooses the day of the limit, so with a week a once-a-day offer could be used eight times. Scans that are
uploaded after a time without a network have a limit of their own (domain/offline.py)."""


def clamp(scanned_at: datetime | None, *, device: Device | None, now: datetime) -> datetime:
    """When the scan happened, as far as we believe a till’s clock.

    Never after now (a clock that runs ahead would use up tomorrow), never before the device was enrolled, and
    never longer ago than OLDEST. A time outside is moved to the nearest end, not refused: a till with a broken
    clock still serves. A time without a zone is taken as UTC.
    """
    if scanned_at is None:
        return now
    if timezone.is_naive(scanned_at):
        scanned_at = scanned_at.replace(tzinfo=now.tzinfo)
    earliest = now - OLDEST
    if device is not None:
        earliest = max(earliest, device.created_at)
    # in UTC: PostgreSQL knows no zone that is 16 hours off or more, and a till may say so
    return min(max(scanned_at, earliest), now).astimezone(UTC)


def write_scan(*, check: CardCheck, device: Device | None, **row: Any) -> Scan:
    """One scan row; `row` as in `_scan`. An empty reason means accepted."""
    scan = _scan(check, device, **row)
    returning.insert(scan)
    return scan


def write_use(use: Redemption, *, check: CardCheck, device: Device, **row: Any) -> Redemption:
    """A scan row and the use that it brought, both or neither. `use` is new and has no scan yet."""
    returning.insert_both(_scan(check, device, reason="", **row), use, "scan")
    return use


def write_check(
    *,
    check: CardCheck,
    device: Device | None,
    scanned_at: datetime,
    reason: str,
    once_ever: Sequence[int] = (),
    staff: str = "",
) -> dict[int, tuple[int, int]]:
    """The scan row of a check; the same statement looks back at uses that name nobody any more.

    For each of the `once_ever` offers: how much this carer took and how much was given back.
    """
    scan = _scan(check, device, purpose=ScanPurpose.CHECK, scanned_at=scanned_at, reason=reason, staff=staff)
    if check.passport_id is None or not once_ever:
        returning.insert(scan)
        return {}
    values = {f"offer_{number}": offer for number, offer in enumerate(once_ever)}
    values |= {
        f"holder_key_{number}": holder_key(passport_id=check.passport_id, offer_id=offer)
        for number, offer in enumerate(once_ever)
    }
    pairs = returning.insert_and_ask(scan, _looking_back(len(once_ever)), **values)
    return {offer: tuple(pair) for offer, pair in zip(once_ever, pairs, strict=True) if pair}


@cache
def _looking_back(offers: int) -> Statement:
    return returning.with_questions(Scan, *(old_uses(number) for number in range(offers)))


def _scan(
    check: CardCheck,
    device: Device | None,
    *,
    purpose: str,
    scanned_at: datetime,
    reason: str,
    offer_id: int | None = None,
    idempotency_key: str = "",
    body_hash: str = "",
    staff: str = "",
) -> Scan:
    return new_row(
        Scan,
        device_id=device.pk if device else None,
        branch_id=device.branch_id if device else None,
        card_id=check.card_id,
        visiting_id=check.visiting.id if check.visiting else None,
        offer_id=offer_id,
        purpose=purpose,
        way=check.way,
        accepted=not reason,
        reason=reason,
        live=check.live,
        scanned_at=scanned_at,
        idempotency_key=idempotency_key,
        body_hash=body_hash,
        staff=staff,
    )
