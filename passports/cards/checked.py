"""Judging a card for a till: a read code and what the database knows of it in, `CardCheck` out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise

from .domain import numbers, verdict
from .domain.verdict import CodeFacts, Status, Verdict
from .foreign import ForeignScheme
from .models import PassportKind
from .reading import ReadCode, Visitor

YOUNG = PassportKind.YOUNG.value


@dataclass(frozen=True, slots=True)
class CardCheck:
    """All that a till may ever see of a carer. The ids are for foreign keys and never leave the server.

    `reason` is for the scan log; outside it shows as `status` and as a sentence. Name, photo and check code
    are there only when the card is valid. `valid_until` is the last good day, and None for what is no card.
    `visiting` is the other scheme that a card is of: of such a carer nothing is known but what the card’s code says.
    """

    status: Status
    live: bool
    reason: str
    way: str
    first_name: str
    has_photo: bool
    check_code: str
    valid_until: date | None
    kind: str
    card_id: int | None
    passport_id: int | None
    visiting: ForeignScheme | None = None

    @property
    def valid(self) -> bool:
        """Whether the till may go on."""
        return self.status is Status.VALID

    @property
    def ran_out(self) -> bool:
        """Whether all that is wrong is that its live code is too old by now."""
        return self.reason == verdict.Reason.LIVE_CODE_TOO_OLD

    @property
    def cannot_check(self) -> bool:
        """Whether we do not know: nothing is wrong with the card itself."""
        return self.reason == verdict.Reason.VISITING_CANNOT_CHECK

    @property
    def young(self) -> bool:
        """Whether adults-only offers must be kept away."""
        return self.kind == YOUNG

    @property
    def sentence(self) -> Promise:
        """What to tell the cashier."""
        return sentence_of(self.reason)


def judge(
    read: ReadCode, facts: dict[str, Any] | None, now: datetime, seen_at: datetime | None = None
) -> CardCheck:
    """The answer at `now` (aware), from a read code and its `facts_of`.

    `seen_at` is when this server saw the same code a moment ago: a live code that was fresh then stays fresh
    while the cashier serves. Everything else counts as of `now`.
    """
    if read.failure or not (facts or read.visitor):
        return _no_card(read, read.failure or verdict.Reason.UNKNOWN_CARD)
    says = _as_seen(read.says, now, seen_at)
    if read.visitor:
        return _of_visitor(read, read.visitor, says, now)
    found = verdict.judge(says, _card_facts(facts), now)
    known = {"kind": facts["kind"], "card_id": facts["card"], "passport_id": facts["passport"]}
    if found.status is Status.NOT_VALID:
        return replace(_no_card(read, found.reason), **known)
    # no row of settings yet means the default, which is yes
    photo = found.valid and bool(facts["photo"]) and facts["photo_allowed"] not in (False, 0)
    name = facts["first_name"] if found.valid else ""
    return _check(read, found, bytes.fromhex(facts["serial"]), first_name=name, has_photo=photo, **known)


def status_of(reason: str) -> Status:
    """What everybody may be told for a reason of the scan log: all that is no card of ours is `not_valid`."""
    try:
        return verdict.status_of(verdict.Reason(reason))
    except ValueError:
        return Status.NOT_VALID


def sentence_of(reason: str) -> Promise:
    """The cashier’s sentence for a reason of the scan log."""
    try:
        return verdict.sentence_of(verdict.Reason(reason))
    except ValueError:
        return verdict.sentence_of(verdict.Reason.UNKNOWN_CARD)


def _as_seen(says: CodeFacts | None, now: datetime, seen_at: datetime | None) -> CodeFacts | None:
    if says is None or says.issued_at is None or seen_at is None:
        return says
    return replace(says, issued_at=says.issued_at + max(0, int((now - seen_at).total_seconds())))


def _of_visitor(read: ReadCode, visitor: Visitor, says: CodeFacts, now: datetime) -> CardCheck:
    """No name and no photo: those never leave the carer’s own scheme. The check code comes out of the card’s code."""
    scheme, code = visitor.scheme, visitor.code
    listed = scheme.trust_list
    facts = verdict.VisitingFacts(
        taken_here=scheme.taken_in(visitor.area, now),
        list_usable=listed is not None and listed.usable(now),
        stopped=listed is None or listed.stopped.is_stopped(code.status_index),
    )
    found = verdict.judge_visiting(says, facts, now)
    return _check(read, found, code.serial, kind=code.kind.word, visiting=scheme)


def _check(read: ReadCode, found: Verdict, serial: bytes, **known: Any) -> CardCheck:
    empty = {"first_name": "", "has_photo": False, "kind": "", "card_id": None, "passport_id": None}
    return CardCheck(
        status=found.status,
        live=found.live,
        reason=str(found.reason),
        way=read.way,
        check_code=numbers.check_code(serial) if found.valid else "",
        valid_until=found.valid_until,
        **empty | known,
    )


def _card_facts(facts: dict[str, Any]) -> verdict.CardFacts:
    return verdict.CardFacts(
        card_status=facts["card_status"],
        passport_status=facts["passport_status"],
        starts_on=date.fromisoformat(facts["starts"]),
        expires_on=min(date.fromisoformat(facts["card_until"]), date.fromisoformat(facts["until"])),
    )


def _no_card(read: ReadCode, reason: str) -> CardCheck:
    """The same for everything that is no card, so that nobody learns how to make a better forgery."""
    return CardCheck(
        status=Status.NOT_VALID, live=False, reason=str(reason), way=read.way, first_name="", has_photo=False,
        check_code="", valid_until=None, kind="", card_id=None, passport_id=None,
    )  # fmt: skip
