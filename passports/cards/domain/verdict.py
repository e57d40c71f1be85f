"""Whether a card is good now. Facts in, verdict out; the caller has read the code and looked up the card.

The signature was checked before (`code.decode`). Here come, in this order: is the card known, has it run out,
has it begun, has it been stopped, and is a live code still fresh. A screenshot of a live code dies after ten
minutes; the till then asks for the card to be opened again, which shows a fresh code, or without signal the
static one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .code import LIVE_SECONDS, CardCode
from .statuses import CardStatus, PassportStatus

CLOCK_SKEW_SECONDS = 60
LONDON = ZoneInfo("Europe/London")


class Status(StrEnum):
    """The answer that everybody gets; part of the API and never renamed."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    NOT_YET_VALID = "not_yet_valid"
    NOT_VALID = "not_valid"


class Reason(StrEnum):
    """Why, for the scan log and the cashier’s sentence. Not part of the API’s answer."""

    GOOD = "good"
    UNKNOWN_CARD = "unknown_card"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    CARD_LOST = "card_lost"
    CARD_REPLACED = "card_replaced"
    CARD_REVOKED = "card_revoked"
    PASSPORT_SUSPENDED = "passport_suspended"
    PASSPORT_ENDED = "passport_ended"
    LIVE_CODE_TOO_OLD = "live_code_too_old"
    LIVE_CODE_FROM_THE_FUTURE = "live_code_from_the_future"
    VISITING_NOT_HERE = "visiting_not_here"
    VISITING_STOPPED = "visiting_stopped"
    VISITING_CANNOT_CHECK = "visiting_cannot_check"


_STATUS_OF = {
    Reason.GOOD: Status.VALID,
    Reason.EXPIRED: Status.EXPIRED,
    Reason.NOT_YET_VALID: Status.NOT_YET_VALID,
    Reason.CARD_LOST: Status.REVOKED,
    Reason.CARD_REPLACED: Status.REVOKED,
    Reason.CARD_REVOKED: Status.REVOKED,
    Reason.PASSPORT_SUSPENDED: Status.REVOKED,
    Reason.PASSPORT_ENDED: Status.REVOKED,
    Reason.VISITING_STOPPED: Status.REVOKED,
}

_OPEN_AGAIN = _("This code has run out. Ask the carer to open the card again, then scan the new code.")
_STOPPED = _("This card cannot be used any more. The carer may have a newer one. Ask to see it.")
_SENTENCES: dict[Status, Promise] = {
    Status.VALID: _("This card is genuine and in date."),
    Status.EXPIRED: _("This card has run out. The carer may have a newer one. Ask to see it."),
    Status.REVOKED: _STOPPED,
    Status.NOT_YET_VALID: _("This card is genuine, but it cannot be used yet."),
    Status.NOT_VALID: _("This is not a card that we can accept."),
}
_SENTENCES_OF: dict[Reason, Promise] = {
    Reason.LIVE_CODE_TOO_OLD: _OPEN_AGAIN,
    Reason.VISITING_NOT_HERE: _("This card is from another county. We do not take its cards here."),
    Reason.VISITING_CANNOT_CHECK: _(
        "This card is from another county, and we have not heard from there for days. This says nothing about the card."
    ),
}


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What the code says. `key_compromised`: its key leaked, so that only the database’s word counts."""

    expires_on: date
    issued_at: int | None = None
    key_compromised: bool = False

    @classmethod
    def of(cls, code: CardCode, *, key_compromised: bool = False) -> CodeFacts:
        return cls(expires_on=code.expires_on, issued_at=code.issued_at, key_compromised=key_compromised)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the database says of the card with this serial or number. The first and last day are both good."""

    card_status: str
    passport_status: str
    starts_on: date
    expires_on: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. `live` is true only for a valid card shown with a fresh live code."""

    status: Status
    live: bool
    reason: Reason
    valid_until: date | None = None

    @property
    def valid(self) -> bool:
        """Whether the till may go on."""
        return self.status is Status.VALID

    @property
    def sentence(self) -> Promise:
        """What to tell the cashier: helps, and does not shame the carer."""
        return _SENTENCES_OF.get(self.reason) or _SENTENCES[self.status]


def status_of(reason: Reason) -> Status:
    """The answer that everybody gets for a reason. Also for looking back at the scan log."""
    return _STATUS_OF.get(reason, Status.NOT_VALID)


def sentence_of(reason: Reason) -> Promise:
    """The cashier’s sentence for a reason."""
    return Verdict(status=status_of(reason), live=False, reason=reason).sentence


NOT_VALID = Verdict(status=Status.NOT_VALID, live=False, reason=Reason.UNKNOWN_CARD)
"""The answer for everything that is no card of ours, whatever it is."""


def judge(code: CodeFacts | None, card: CardFacts | None, now: datetime) -> Verdict:
    """The verdict at `now` (aware). `code` is None for a typed number, `card` is None for an unknown card.

    A card ends with its last day in London. Where code and database disagree on that day, the earlier one
    counts.
    """
    if card is None:
        return NOT_VALID
    trusted_code = code if code and not code.key_compromised else None
    valid_until = min(card.expires_on, trusted_code.expires_on) if trusted_code else card.expires_on
    reason = _objection_to_card(card, valid_until, now) or _objection_to_code(code, now) or Reason.GOOD
    status = status_of(reason)
    live = status is Status.VALID and trusted_code is not None and trusted_code.issued_at is not None
    return Verdict(status=status, live=live, reason=reason, valid_until=valid_until)


@dataclass(frozen=True, slots=True)
class VisitingFacts:
    """What we know of a card of another scheme: whether we take its cards here today, whether its list may be
    believed (there is one, and it is not too old), and whether the card is stopped by it."""

    taken_here: bool
    list_usable: bool
    stopped: bool


def judge_visiting(code: CodeFacts, card: VisitingFacts, now: datetime) -> Verdict:
    """The verdict on a card of another scheme, whose signature was checked with that scheme’s keys.

    Without a list that may be believed there is no yes: a stopped card must not pass because we could not ask.
    """
    reason = _objection_to_visiting(code, card, now) or _objection_to_code(code, now) or Reason.GOOD
    status = status_of(reason)
    return Verdict(
        status=status,
        live=status is Status.VALID and code.issued_at is not None,
        reason=reason,
        valid_until=None if status is Status.NOT_VALID else code.expires_on,
    )


def _objection_to_visiting(code: CodeFacts, card: VisitingFacts, now: datetime) -> Reason | None:
    if not card.taken_here:
        return Reason.VISITING_NOT_HERE
    if now.astimezone(LONDON).date() > code.expires_on:
        return Reason.EXPIRED
    if not card.list_usable:
        return Reason.VISITING_CANNOT_CHECK
    return Reason.VISITING_STOPPED if card.stopped else None


def _objection_to_card(card: CardFacts, valid_until: date, now: datetime) -> Reason | None:
    today = now.astimezone(LONDON).date()
    if today > valid_until:
        return Reason.EXPIRED
    if today < card.starts_on:
        return Reason.NOT_YET_VALID
    if card.passport_status != PassportStatus.ACTIVE:
        suspended = card.passport_status == PassportStatus.SUSPENDED
        return Reason.PASSPORT_SUSPENDED if suspended else Reason.PASSPORT_ENDED
    return {
        CardStatus.ACTIVE: None,
        CardStatus.LOST: Reason.CARD_LOST,
        CardStatus.REPLACED: Reason.CARD_REPLACED,
    }.get(card.card_status, Reason.CARD_REVOKED)


def _objection_to_code(code: CodeFacts | None, now: datetime) -> Reason | None:
    if code is None or code.issued_at is None:
        return None
    age = now.timestamp() - code.issued_at
    if age > LIVE_SECONDS:
        return Reason.LIVE_CODE_TOO_OLD
    if age < -CLOCK_SKEW_SECONDS:
        return Reason.LIVE_CODE_FROM_THE_FUTURE
    return None
