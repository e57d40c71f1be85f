"""What the shops’ wing may know of a card: these functions and these frozen dataclasses, nothing else.

A till learns what `CardCheck` holds. A test fails when a field is added to it (quality bar 15). Nothing here
needs a query to read a code; `facts_of` and `passport_of` are expressions that another room puts into a query
of its own, so that a check costs one query for the card and the offers together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import JSONField, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils.functional import Promise

from passport_site.core import audit
from passport_site.scheme.models import Scheme

from . import keys
from .domain import numbers, verdict
from .domain.code import canonical_host
from .domain.refusals import NotACard
from .domain.scanned import TypedNumber, parse_scanned
from .domain.verdict import CodeFacts, Status
from .figures import KINDS, active_by_area_and_kind
from .lookback import FACTS, Lookback, look_back_at
from .models import Card, Passport, PassportKind
from .qr import qr_svg
from .sandbox import TestCard, make_test_cards, test_cards
from .trust_document import TrustDocument, trust_document

__all__ = [
    "CAMERA",
    "KINDS",
    "OWN",
    "TYPED",
    "YOUNG",
    "CardCheck",
    "Held",
    "Lookback",
    "ReadCode",
    "Status",
    "TestCard",
    "TrustDocument",
    "active_by_area_and_kind",
    "check_code",
    "check_read",
    "facts_of",
    "held_by",
    "hosts",
    "judge",
    "look_back_at",
    "make_test_cards",
    "passport_of",
    "photo_for_till",
    "qr_svg",
    "read_code",
    "read_own",
    "root_key",
    "sentence_of",
    "status_of",
    "test_cards",
    "trust_document",
]

CAMERA, TYPED, OWN = "camera", "typed", "self"
YOUNG = PassportKind.YOUNG.value


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A scanned or typed text, read: which card it names, and what its signature vouches for.

    `failure` says why it is no card of ours (for the scan log only); serial and number are empty then.
    """

    way: str
    serial: str = ""
    number: str = ""
    says: CodeFacts | None = None
    failure: str = ""

    @property
    def by(self) -> str:
        """What names the card: `serial`, `number`, or `nothing`."""
        return "nothing" if self.failure else "serial" if self.serial else "number"


@dataclass(frozen=True, slots=True)
class CardCheck:
    """All that a till may ever see of a carer. The ids are for foreign keys and never leave the server.

    `reason` is for the scan log; outside it shows as `status` and as a sentence. Name, photo and check code
    are there only when the card is valid. `valid_until` is the last good day, and None for what is no card.
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

    @property
    def valid(self) -> bool:
        """Whether the till may go on."""
        return self.status is Status.VALID

    @property
    def ran_out(self) -> bool:
        """Whether all that is wrong is that its live code is too old by now."""
        return self.reason == verdict.Reason.LIVE_CODE_TOO_OLD

    @property
    def young(self) -> bool:
        """Whether adults-only offers must be kept away."""
        return self.kind == YOUNG

    @property
    def sentence(self) -> Promise:
        """What to tell the cashier."""
        return sentence_of(self.reason)


def hosts() -> list[str]:
    """The hosts whose cards we take, as a scanner page compares them."""
    return [canonical_host(settings.CARD_ISSUER_HOST)]


def root_key() -> str:
    """The root key’s public half in base64, pinned in the till page; empty when there is none yet."""
    return keys.root_public_text() or ""


def read_code(text: str) -> ReadCode:
    """What was scanned or typed. Checks the signature with keys in memory; asks no database. Never raises."""
    way = TYPED
    try:
        scanned = parse_scanned(text, settings.CARD_ISSUER_HOST)
        if isinstance(scanned, TypedNumber):
            return ReadCode(way=TYPED, number=scanned.number)
        way = CAMERA
        code, says = keys.read(scanned.digits)
    except NotACard as problem:
        looks_scanned = way == CAMERA or "://" in text or len(text) > 40
        return ReadCode(way=CAMERA if looks_scanned else TYPED, failure=problem.reason)
    return ReadCode(way=CAMERA, serial=code.serial.hex(), says=says)


def read_own(user: Any) -> ReadCode:
    """The card of the person who is signed in: their sign-in stands for its signature. Two queries."""
    passport = Passport.objects.latest_of(user)
    card = passport.cards.newest() if passport else None
    return ReadCode(OWN, card.serial) if card else ReadCode(OWN, failure=verdict.Reason.UNKNOWN_CARD)


def facts_of(read: ReadCode, sandbox: Any = False) -> Combinable:
    """What the database knows of the card, as one JSON value for use in a query; null for an unknown card.

    `sandbox` is whether the till that asks is one of the sandbox, or an expression for it: only there the published
    test cards are known, and no others.
    """
    if read.failure:
        return Value(None, output_field=JSONField())
    photo_allowed = Subquery(Scheme.objects.order_by("pk").values("till_shows_photo")[:1])
    facts = JSONObject(**FACTS, photo_allowed=photo_allowed)
    known = _named(read).filter(passport__sandbox=sandbox)
    return Subquery(known.values(facts=facts)[:1], output_field=JSONField())


def passport_of(read: ReadCode) -> Combinable:
    """The card’s passport, as an expression for use in a query; null for an unknown card."""
    if read.failure:
        return Value(None, output_field=Passport._meta.pk)
    return Subquery(_named(read).values("passport_id")[:1])


def judge(
    read: ReadCode, facts: dict[str, Any] | None, now: datetime, seen_at: datetime | None = None
) -> CardCheck:
    """The answer at `now` (aware), from a read code and its `facts_of`.

    `seen_at` is when this server saw the same code a moment ago: a live code that was fresh then stays fresh
    while the cashier serves. Everything else counts as of `now`.
    """
    if read.failure or not facts:
        return _no_card(read, read.failure or verdict.Reason.UNKNOWN_CARD)
    says = read.says
    if says and says.issued_at is not None and seen_at is not None:
        says = replace(says, issued_at=says.issued_at + max(0, int((now - seen_at).total_seconds())))
    found = verdict.judge(says, _card_facts(facts), now)
    known = {"kind": facts["kind"], "card_id": facts["card"], "passport_id": facts["passport"]}
    if found.status is Status.NOT_VALID:
        return replace(_no_card(read, found.reason), **known)
    return CardCheck(
        status=found.status,
        live=found.live,
        reason=str(found.reason),
        way=read.way,
        first_name=facts["first_name"] if found.valid else "",
        # no row of settings yet means the default, which is yes
        has_photo=found.valid and bool(facts["photo"]) and facts["photo_allowed"] not in (False, 0),
        check_code=numbers.check_code(bytes.fromhex(facts["serial"])) if found.valid else "",
        valid_until=found.valid_until,
        **known,
    )


def check_code(text: str, now: datetime) -> CardCheck:
    """Read and judged, with one query."""
    return check_read(read_code(text), now)


def check_read(read: ReadCode, now: datetime) -> CardCheck:
    """Judged, with one query."""
    facts = None if read.failure else _named(read).values_list(facts_of(read), flat=True).first()
    return judge(read, facts, now)


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


def photo_for_till(passport_id: int, *, device: Any) -> bytes | None:
    """The photo on a card that this till has just checked, with an audit event. None when there is none."""
    passport = Passport.objects.only("photo").filter(pk=passport_id).exclude(photo="").first()
    if passport is None or not Scheme.load().till_shows_photo:
        return None
    try:
        with passport.photo.open("rb") as file:
            content = file.read()
    except OSError:
        return None
    audit.record("passport.photo_shown", on=passport, by=device)
    return content


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers of a person’s passports and cards, for “my data” and erasure. Never shown."""

    passports: tuple[int, ...]
    cards: tuple[int, ...]


def held_by(user: Any) -> Held:
    """What the person holds or held, stopped and ended ones too. Two queries."""
    return Held(
        passports=tuple(Passport.objects.of(user).values_list("pk", flat=True)),
        cards=tuple(Card.objects.filter(passport__user=user).values_list("pk", flat=True)),
    )


def _named(read: ReadCode):
    return Card.objects.filter(serial=read.serial) if read.serial else Card.objects.filter(number=read.number)


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
