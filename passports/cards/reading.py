"""A scanned or typed text, read: which card it names, and what its signature vouches for. Asks no database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from . import foreign, keys
from .domain import code as card_code
from .domain import verdict
from .domain.code import CardCode
from .domain.refusals import Foreign, NotACard, NoWordFromThere, UnknownKey
from .domain.scanned import ScannedCode, TypedNumber, parse_scanned
from .domain.verdict import CodeFacts
from .foreign import ForeignScheme
from .models import Passport

CAMERA, TYPED, OWN = "camera", "typed", "self"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A genuine code of another scheme, and in which area of ours it was shown (None: anywhere)."""

    scheme: ForeignScheme
    code: CardCode
    area: int | None

    @property
    def holder(self) -> str:
        """What stands for the card. Whoever stores it hashes it first."""
        return f"{self.scheme.host}|{self.code.serial.hex()}"


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A scanned or typed text, read: which card it names, and what its signature vouches for.

    `failure` says why it is no card that we take (for the scan log only); serial and number are empty then, and for a
    card of another scheme (`visitor`), which no table of ours knows.
    """

    way: str
    serial: str = ""
    number: str = ""
    says: CodeFacts | None = None
    failure: str = ""
    visitor: Visitor | None = None

    @property
    def by(self) -> str:
        """What names the card: `serial`, `number`, `visitor`, or `nothing`."""
        if self.failure:
            return "nothing"
        return "visitor" if self.visitor else "serial" if self.serial else "number"

    @property
    def from_elsewhere(self) -> bool:
        """Whether it is a card of another scheme that we trust, or says so and nobody knows: not a guess at our numbers."""
        return self.visitor is not None or self.failure == NoWordFromThere.reason


def hosts(area: int | None = None) -> list[str]:
    """The hosts whose cards we take, as a scanner page compares them; ours first."""
    now = timezone.now()
    visiting = (scheme.host for scheme in foreign.schemes() if scheme.taken_in(area, now))
    return [keys.issuer_host(), *visiting]


def read_code(text: str, *, area: int | None = None, visitors: bool = True) -> ReadCode:
    """What was scanned or typed. Checks the signature with keys in memory. Never raises.

    `area` is where the till stands; without `visitors` no other scheme’s card is read (the sandbox).
    """
    way = TYPED
    try:
        scanned, scheme = _scheme_of(text, visitors)
        if isinstance(scanned, TypedNumber):
            return ReadCode(way=TYPED, number=scanned.number)
        way = CAMERA
        if scheme is not None:
            return _visiting(scanned, scheme, area)
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


def _scheme_of(text: str, visitors: bool) -> tuple[ScannedCode | TypedNumber, ForeignScheme | None]:
    """Ours first: a check of our own card never asks about other schemes."""
    try:
        return parse_scanned(text, settings.CARD_ISSUER_HOST), None
    except Foreign:
        if not visitors:
            raise
    scanned = parse_scanned(
        text, settings.CARD_ISSUER_HOST, also=[scheme.host for scheme in foreign.schemes()]
    )
    return scanned, foreign.named(scanned.host)


def _visiting(scanned: ScannedCode, scheme: ForeignScheme, area: int | None) -> ReadCode:
    if scheme.trust_list is None:
        raise NoWordFromThere
    try:
        code = card_code.decode(scanned.digits, scheme.trust_list.keys, scheme.host)
    except UnknownKey:  # their new key may be younger than our list
        raise NoWordFromThere from None
    return ReadCode(way=CAMERA, says=CodeFacts.of(code), visitor=Visitor(scheme, code, area))
