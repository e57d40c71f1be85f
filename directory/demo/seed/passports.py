"""Passports and cards of the crowd, with every state they can be in and how they came to it."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from passport_site.accounts.models import User
from passport_site.core.audit import subject_of
from passport_site.core.models import AuditEvent
from passports.applications.models import Application
from passports.cards import keys
from passports.cards.domain import numbers, status_list
from passports.cards.domain.code import SERIAL_BYTES
from passports.cards.domain.statuses import CARD, PASSPORT
from passports.cards.models import Card, CardStatusChange, Passport, PassportStatusChange

from .crowd import Carer

AUDIT = {arrow.name: arrow.audit for table in (CARD, PASSPORT) for arrow in table.transitions}
POST_DAYS = 4
STARTS_LATER_DAYS = 6


class Minter:
    """New cards with numbers, serials and indexes that nobody has."""

    def __init__(self, rng: random.Random, cards_to_come: int):
        self.rng = rng
        self.space = status_list.space_for(Card.objects.count() + cards_to_come)
        self.indexes = set(Card.objects.values_list("status_index", flat=True))
        self.numbers = set(Card.objects.values_list("number", flat=True))
        self.key_id = keys.active_signer()[0]

    def card(self, passport: Passport, issued_at: datetime, status: str) -> Card:
        number, index = numbers.new_number(self.rng), self.rng.randrange(self.space)
        while number in self.numbers:
            number = numbers.new_number(self.rng)
        while index in self.indexes:
            index = self.rng.randrange(self.space)
        self.numbers.add(number)
        self.indexes.add(index)
        return Card(
            passport=passport, number=number, serial=self.rng.randbytes(SERIAL_BYTES).hex(), status_index=index, key_id=self.key_id,
            status=status, issued_at=issued_at, created_at=issued_at, expires_on=passport.valid_until,
        )  # fmt: skip


class Trail:
    """History and audit rows, collected and written at the end."""

    def __init__(self) -> None:
        self.card_rows: list[CardStatusChange] = []
        self.passport_rows: list[PassportStatusChange] = []
        self.audits: list[tuple[str, Any, str, datetime, dict[str, Any]]] = []

    def card(
        self, card: Card, verb: str, source: str, target: str, by: User | None, when: datetime, why: str = ""
    ) -> None:
        self.card_rows.append(
            CardStatusChange(
                card=card,
                verb=verb,
                from_status=source,
                to_status=target,
                actor=_actor(by),
                why=why,
                created_at=when,
            )
        )
        self.audits.append(
            (AUDIT.get(verb, "card.issued"), card, _actor(by), when, {"passport": card.passport_id})
        )

    def passport(
        self,
        row: Passport,
        verb: str,
        source: str,
        target: str,
        by: User | None,
        when: datetime,
        why: str = "",
    ) -> None:
        self.passport_rows.append(
            PassportStatusChange(
                passport=row,
                verb=verb,
                from_status=source,
                to_status=target,
                actor=_actor(by),
                why=why,
                created_at=when,
            )
        )
        details = {} if verb in AUDIT else {"kind": row.kind, "valid_until": row.valid_until.isoformat()}
        self.audits.append((AUDIT.get(verb, "passport.issued"), row, _actor(by), when, details))

    def write(self) -> None:
        CardStatusChange.objects.bulk_create(self.card_rows, batch_size=500)
        PassportStatusChange.objects.bulk_create(self.passport_rows, batch_size=500)
        AuditEvent.objects.bulk_create(
            [
                AuditEvent(verb=verb, actor=actor, subject=subject_of(row), details=details, created_at=when)
                for verb, row, actor, when, details in self.audits
            ],
            batch_size=500,
        )


def write_passports(
    carers: list[Carer],
    applications: list[Application],
    officers: list[User],
    today: date,
    rng: random.Random,
) -> None:
    """One passport for each approved application, linked to it, with its cards and history."""
    pairs = [(carer, row) for carer, row in zip(carers, applications, strict=True) if carer.has_passport]
    passports = [_passport(carer, row) for carer, row in pairs]
    _one_starts_later(pairs, passports, today)
    Passport.objects.bulk_create(passports, batch_size=200)
    for (_carer, row), passport in zip(pairs, passports, strict=True):
        row.passport = passport
    Application.objects.bulk_update([row for _carer, row in pairs], ["passport"], batch_size=200)
    minter, trail, cards = Minter(rng, 2 * len(pairs)), Trail(), []
    for (carer, row), passport in zip(pairs, passports, strict=True):
        cards += _cards(carer, row, passport, minter, trail, rng.choice(officers), today)
    Card.objects.bulk_create(cards, batch_size=200)
    trail.write()


def _passport(carer: Carer, row: Application) -> Passport:
    status = {"ended": "ended", "suspended": "suspended"}.get(carer.fate, "active")
    return Passport(
        user=row.user, first_name=row.first_name, last_name=row.last_name, date_of_birth=row.date_of_birth, kind=carer.kind,
        area=row.area, photo=row.photo.name or "", language=row.language, email=row.email, phone=row.phone, address=row.address,
        postcode=row.postcode, status=status, valid_from=timezone.localdate(row.decided_at), valid_until=carer.valid_until,
        discreet=row.discreet, created_at=row.decided_at,
    )  # fmt: skip


def _one_starts_later(pairs: list[tuple[Carer, Application]], passports: list[Passport], today: date) -> None:
    """The newest passport begins next week: the carer moves into the county then."""
    fit = [n for n, (carer, _row) in enumerate(pairs) if carer.fate == "active" and carer.kind == "adult"]
    newest = max(fit, key=lambda n: pairs[n][1].decided_at)
    passports[newest].valid_from = today + timedelta(days=STARTS_LATER_DAYS)
    pairs[newest][0].keen = 0.0


def _cards(
    carer: Carer,
    row: Application,
    passport: Passport,
    minter: Minter,
    trail: Trail,
    officer: User,
    today: date,
) -> list[Card]:
    first = minter.card(passport, row.decided_at, "active")
    _paper(first, carer, row.decided_at)
    cards = [first]
    by = row.decided_by
    trail.passport(passport, "issue", "", "active", by, row.decided_at)
    trail.card(first, "issue", "", "active", by, row.decided_at)
    for verb, when, why in carer.changes:
        if verb in ("suspend", "end"):
            if verb == "end":
                trail.card(first, "revoke", first.status, "revoked", officer, when, why)
                first.status = "revoked"
            trail.passport(passport, verb, "active", passport.status, officer, when, why)
            continue
        arrow = CARD.get(verb)
        actor = officer if verb == "revoke" or not carer.email else row.user
        trail.card(first, verb, first.status, arrow.target, actor, when, why)
        first.status = str(arrow.target)
        if verb == "replace":
            second = minter.card(passport, when, "active")
            _paper(second, carer, when)
            cards.append(second)
            trail.card(second, "issue", "", "active", actor, when)
    return cards


def _paper(card: Card, carer: Carer, issued_at: datetime) -> None:
    """Printed a few days after it was issued; of the last two weeks most still wait for the next batch of letters."""
    lately = timezone.now() - issued_at < timedelta(days=14)
    if not carer.address or not (carer.printed or (lately and carer.number % 3)):
        return
    printed = issued_at + timedelta(days=1 + carer.number % POST_DAYS)
    if not lately and card.status == "active":
        card.printed_at = printed
    else:
        card.print_asked_at = issued_at


def _actor(by: User | None) -> str:
    return f"user:{by.pk}" if by is not None else "anyone"
