"""What the carer’s own card page shows. Facts in, one word out; the page has a design for each word."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from .statuses import CardStatus, PassportStatus
from .verdict import LONDON


class Showing(StrEnum):
    """The states of the card page."""

    NOTHING = "nothing"
    """No passport yet."""
    CARD = "card"
    NOT_YET = "not_yet"
    LOST = "lost"
    STOPPED = "stopped"
    PAUSED = "paused"
    EXPIRED = "expired"
    ENDED = "ended"


def what_to_show(
    *,
    passport_status: str | None,
    card_status: str | None,
    starts_on: date | None,
    valid_until: date | None,
    today: date,
) -> Showing:
    """The state for the newest passport (None: there is none) and its newest card (None: it has none).

    An ended or expired passport comes before a lost card: it does not matter any more where the card is.
    """
    if passport_status is None or starts_on is None or valid_until is None:
        return Showing.NOTHING
    if passport_status == PassportStatus.ENDED:
        return Showing.ENDED
    if today > valid_until:
        return Showing.EXPIRED
    if passport_status == PassportStatus.SUSPENDED:
        return Showing.PAUSED
    if card_status == CardStatus.LOST:
        return Showing.LOST
    if card_status != CardStatus.ACTIVE:
        return Showing.STOPPED
    return Showing.NOT_YET if today < starts_on else Showing.CARD


def end_of(day: date) -> datetime:
    """The moment after the last good day: midnight in London. A phone takes the card away then by itself."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)
