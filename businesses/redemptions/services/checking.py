"""A look at a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from businesses.members.models import Device
from passports.cards import public as cards

from ..domain import decide, periods
from ..querysets import Found, OfferUse, look_up
from .reading import read_at
from .recording import clamp, write_check


@dataclass(frozen=True, slots=True)
class OfferLeft:
    """An offer that this card may be shown, and how often it may still be used; None for no limit."""

    offer: OfferUse
    remaining: int | None


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a check found. `offers` is empty for strangers and for a card that is not valid."""

    check: cards.CardCheck
    offers: tuple[OfferLeft, ...] = ()


def check_card(
    *,
    text: str,
    device: Device | None = None,
    scanned_at: datetime | None = None,
    read: cards.ReadCode | None = None,
    found: Found | None = None,
    staff: str = "",
) -> CheckAnswer:
    """Reads, judges and records one look at a code. Two queries: one to read, one to write the scan.

    The card is judged as of now, so that a stopped card is refused at once, whatever the till’s clock says;
    `scanned_at` (clamped, see `recording.clamp`) dates the scan. `read` is the text when it has been read already,
    `found` what was looked up already.
    """
    now = timezone.now()
    scanned_at = clamp(scanned_at, device=device, now=now)
    answer = _look(read or read_at(device, text), device, now, found)
    old = write_check(
        check=answer.check,
        device=device,
        scanned_at=scanned_at,
        reason="" if answer.check.valid else answer.check.reason,
        once_ever=[
            line.offer.id for line in answer.offers if line.offer.limit_kind == "ever" and line.remaining
        ],
        staff=staff,
    )
    if not old:
        return answer
    return CheckAnswer(
        answer.check, tuple(_with_old(line, *old.get(line.offer.id, (0, 0))) for line in answer.offers)
    )


def _with_old(line: OfferLeft, taken: int, voids: int) -> OfferLeft:
    """As `redeem_offer` counts them."""
    use = line.offer.with_old(taken, voids)
    return OfferLeft(use, decide.left(use, use.used)) if taken else line


def _look(
    read: cards.ReadCode, device: Device | None, now: datetime, found: Found | None = None
) -> CheckAnswer:
    if device is None:
        return CheckAnswer(check=cards.check_read(read, now))
    if read.failure:
        return CheckAnswer(check=cards.judge(read, None, now))
    day = periods.day_of(now)
    if found is not None and found.day == day and found.offer_id is None:
        facts, uses = found.facts, found.uses
    else:
        facts, uses = look_up(read, business_id=device.branch.business_id, day=day)
    check = cards.judge(read, facts, now)
    if not check.valid:
        return CheckAnswer(check=check)
    visiting = check.visiting is not None
    shown = [use for use in uses if decide.not_for(use, young=check.young, visiting=visiting) is None]
    return CheckAnswer(check=check, offers=tuple(OfferLeft(use, decide.left(use, use.used)) for use in shown))
