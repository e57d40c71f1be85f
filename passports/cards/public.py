"""What the shops’ wing may know of a card: these functions and these frozen dataclasses, nothing else.

A till learns what `CardCheck` holds. A test fails when a field is added to it (quality bar 15). Nothing here
needs a query to read a code; `facts_of` and `passport_of` are expressions that another room puts into a query
of its own, so that a check costs one query for the card and the offers together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import JSONField, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from passport_site.core import audit
from passport_site.scheme.models import Scheme

from . import keys
from .checked import YOUNG, CardCheck, judge, sentence_of, status_of
from .domain.verdict import Status
from .figures import KINDS, active_by_area_and_kind
from .foreign import ForeignScheme
from .lookback import FACTS, Lookback, look_back_at
from .models import Card, Passport
from .qr import qr_svg
from .reading import CAMERA, OWN, TYPED, ReadCode, Visitor, hosts, read_code, read_own
from .sandbox import TestCard, make_test_cards, test_cards
from .trust_document import TrustDocument, foreign_lists, trust_document

__all__ = [
    "CAMERA",
    "KINDS",
    "OWN",
    "TYPED",
    "YOUNG",
    "CardCheck",
    "ForeignScheme",
    "Held",
    "Lookback",
    "ReadCode",
    "Status",
    "TestCard",
    "TrustDocument",
    "Visitor",
    "active_by_area_and_kind",
    "check_code",
    "check_read",
    "facts_of",
    "foreign_lists",
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


def root_key() -> str:
    """The root key’s public half in base64, pinned in the till page; empty when there is none yet."""
    return keys.root_public_text() or ""


def facts_of(read: ReadCode, sandbox: Any = False) -> Combinable:
    """What the database knows of the card, as one JSON value for use in a query; null for an unknown card.

    `sandbox` is whether the till that asks is one of the sandbox, or an expression for it: only there the published
    test cards are known, and no others.
    """
    if read.failure or read.visitor:
        return Value(None, output_field=JSONField())
    photo_allowed = Subquery(Scheme.objects.order_by("pk").values("till_shows_photo")[:1])
    facts = JSONObject(**FACTS, photo_allowed=photo_allowed)
    known = _named(read).filter(passport__sandbox=sandbox)
    return Subquery(known.values(facts=facts)[:1], output_field=JSONField())


def passport_of(read: ReadCode) -> Combinable:
    """The card’s passport, as an expression for use in a query; null for an unknown card."""
    if read.failure or read.visitor:
        return Value(None, output_field=Passport._meta.pk)
    return Subquery(_named(read).values("passport_id")[:1])


def check_code(text: str, now: datetime) -> CardCheck:
    """Read and judged, with one query."""
    return check_read(read_code(text), now)


def check_read(read: ReadCode, now: datetime) -> CardCheck:
    """Judged, with one query."""
    facts = (
        None if read.failure or read.visitor else _named(read).values_list(facts_of(read), flat=True).first()
    )
    return judge(read, facts, now)


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
