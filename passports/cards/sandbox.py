"""Test cards for people who build till systems: fixed numbers, published, and good at the sandbox business only.

Their numbers begin with TEST. `numbers.new_number` never draws such a number (it looks like a word), so none is ever
somebody’s. A till without a network takes them as stopped (trust_document).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from secrets import SystemRandom
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from . import keys
from .domain import numbers, status_list
from .domain.code import SERIAL_BYTES
from .models import Card, CardStatusChange, Passport, PassportStatusChange, StatusChange
from .services.codes import address_for, code_for

VALID, LIMIT_REACHED, EXPIRED, REVOKED, NOT_YET, YOUNG = (
    "valid",
    "limit_reached",
    "expired",
    "revoked",
    "not_yet_valid",
    "young",
)
KINDS: dict[str, int] = {VALID: 1, LIMIT_REACHED: 2, EXPIRED: 3, REVOKED: 4, NOT_YET: 5, YOUNG: 6}
"""What each test card is for, and the last digit of its number before the check character."""
PASSED = date(2025, 1, 31)


@dataclass(frozen=True, slots=True)
class TestCard:
    """One published card. `code` are the digits in its QR, `address` the whole of it."""

    __test__ = False
    kind: str
    number: str
    shown: str
    code: str
    address: str
    passport_id: int


def number_of(kind: str) -> str:
    """The card number, the same in every scheme."""
    stem = f"TEST000{KINDS[kind]}"
    return stem + numbers.check_character(stem)


def test_cards() -> list[TestCard]:
    """The published cards with their codes; empty until `manage.py sandbox` has made them. One query."""
    kinds = {number_of(kind): kind for kind in KINDS}
    rows = Card.objects.filter(number__in=kinds, passport__sandbox=True).select_related("passport")
    return [
        TestCard(
            kind=kinds[card.number],
            number=card.number,
            shown=numbers.display(card.number),
            code=code_for(card, live=False),
            address=address_for(card, live=False),
            passport_id=card.passport_id,
        )
        for card in sorted(rows, key=lambda row: row.number)
    ]


test_cards.__test__ = False


@transaction.atomic
def make_test_cards(area: Any) -> list[TestCard]:
    """Makes the cards, or makes them again what they should be. Safe to repeat."""
    today = timezone.localdate()
    for kind in KINDS:
        starts, until = _days(kind, today)
        card = Card.objects.select_related("passport").filter(number=number_of(kind)).first()
        passport = card.passport if card else Passport(sandbox=True)
        passport.first_name, passport.last_name = "Test", "Card"
        passport.kind = "young" if kind == YOUNG else "adult"
        passport.date_of_birth = date(today.year - 15, 1, 1) if kind == YOUNG else date(1970, 1, 1)
        before = passport.status if card else ""
        passport.area, passport.status = area, "active"
        passport.valid_from, passport.valid_until = starts, until
        passport.save()
        _note(PassportStatusChange, before, "active", passport=passport)
        before = card.status if card else ""
        if card is None:
            card = _new_card(kind, passport)
        card.expires_on = until
        card.status = "revoked" if kind == REVOKED else "active"
        card.save()
        _note(CardStatusChange, before, card.status, card=card)
    return test_cards()


def _note(model: type[StatusChange], before: str, status: str, **row: Any) -> None:
    """The history ends in the status of its row, as every other’s does."""
    if before != status:
        model.objects.create(
            verb="sandbox", from_status=before, to_status=status, actor="system:sandbox", **row
        )


def _days(kind: str, today: date) -> tuple[date, date]:
    """From when until when. The codes carry the last day, so it moves once a year only."""
    last = date(today.year + 2, 12, 31)
    if kind == EXPIRED:
        return date(2023, 2, 1), PASSED
    if kind == NOT_YET:
        return today + timedelta(days=365), last
    return date(2025, 1, 1), last


def _new_card(kind: str, passport: Passport) -> Card:
    newest = Card.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    index = status_list.draw_index(SystemRandom(), newest)
    while Card.objects.filter(status_index=index).exists():
        index = status_list.draw_index(SystemRandom(), newest)
    return Card(
        passport=passport,
        number=number_of(kind),
        serial=salted_hmac("cards.sandbox", kind).hexdigest()[: 2 * SERIAL_BYTES],
        status_index=index,
        key_id=keys.active_signer()[0],
        issued_at=timezone.now(),
    )
