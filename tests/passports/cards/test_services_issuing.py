"""Issuing passports and cards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.core.models import AuditEvent
from passport_site.scheme.models import Scheme
from passports.cards import keys, services
from passports.cards.domain import numbers, periods
from passports.cards.domain.scanned import ScannedCode, parse_scanned
from passports.cards.domain.verdict import CardFacts, Reason, Status, judge
from passports.cards.models import Card, Passport
from passports.cards.services import issuing
from tests.factories import UserFactory
from tests.factories_cards import SYSTEM, issued, run_out

pytestmark = pytest.mark.django_db


def facts(card: Card) -> CardFacts:
    return CardFacts(card.status, card.passport.status, card.passport.valid_from, card.expires_on)


def test_a_passport_comes_with_one_active_card_and_lasts_the_schemes_months():
    scheme = Scheme.load()
    scheme.validity_months = 12
    scheme.save()
    card = issued()
    today = timezone.localdate()
    assert card.status == "active"
    assert card.passport.valid_from == today
    assert card.expires_on == card.passport.valid_until == periods.last_day(today, 12)


def test_number_serial_and_index_are_drawn_apart_and_the_number_checks():
    cards = [issued() for _ in range(12)]  # in order by chance once in 479 million
    assert all(numbers.is_valid(card.number) for card in cards)
    assert len({card.number for card in cards}) == len({card.serial for card in cards}) == 12
    assert [card.status_index for card in cards] != sorted(card.status_index for card in cards)
    assert all(len(bytes.fromhex(card.serial)) == 8 and card.serial[:6] not in card.number for card in cards)
    assert {card.key_id for card in cards} == {keys.active_signer()[0]}


def test_issuing_leaves_a_status_row_and_an_audit_row_with_the_actor():
    officer = UserFactory()
    card = issued(by=officer)
    change, event = card.status_changes.get(), AuditEvent.objects.get(verb="card.issued")
    assert (change.verb, change.from_status, change.to_status) == ("issue", "", "active")
    assert change.actor == event.actor == f"user:{officer.pk}"
    assert card.passport.status_changes.get().to_status == "active"
    assert "Rhian" not in str(event.details)


def test_a_taken_number_is_drawn_again(monkeypatch):
    taken = issued().number
    free = numbers.new_number(issuing._DICE)
    draws = iter([taken, taken, free])
    monkeypatch.setattr(numbers, "new_number", lambda dice: next(draws))
    assert issued().number == free


def test_when_nothing_is_free_nothing_is_written(monkeypatch):
    taken = issued().number
    monkeypatch.setattr(numbers, "new_number", lambda dice: taken)
    with pytest.raises(RuleBroken):
        issued()
    assert Passport.objects.count() == 1


def test_a_passport_never_has_two_active_cards():
    card = issued()
    with pytest.raises(AlreadyDone):
        services.issue_card(passport=card.passport, by=SYSTEM)
    with pytest.raises(IntegrityError):
        Card.objects.create(
            passport=card.passport, number="x", serial="y", status_index=1 << 20, key_id=1,
            issued_at=timezone.now(), expires_on=card.expires_on,
        )  # fmt: skip


def test_one_person_has_one_passport_until_it_ends():
    card = issued()
    user = card.passport.user
    with pytest.raises(AlreadyDone):
        issued(user=user)
    services.end_passport(passport=card.passport, by=SYSTEM, why="moved away")
    assert issued(user=user).status == "active"


def test_no_card_for_a_paused_or_expired_passport():
    card = issued()
    services.suspend_passport(passport=card.passport, by=SYSTEM, why="asked")
    with pytest.raises(RuleBroken):
        services.replace_card(card=card, by=SYSTEM)
    card.refresh_from_db()
    assert card.status == "active"
    services.resume_passport(passport=card.passport, by=SYSTEM)
    run_out(card)
    with pytest.raises(RuleBroken):
        services.replace_card(card=card, by=SYSTEM)


@pytest.mark.parametrize(
    ("born", "kind", "code"),
    [
        (lambda day: day.replace(year=day.year - 20), "young", "too_old_for_young"),
        (lambda day: day.replace(year=day.year - 12), "adult", "too_young_for_adult"),
        (lambda day: day.replace(year=day.year - 17), "parent", "too_young_for_adult"),
    ],
)
def test_the_kind_must_fit_the_age(born, kind, code):
    with pytest.raises(RuleBroken) as refusal:
        issued(kind=kind, date_of_birth=born(timezone.localdate().replace(day=1)))
    assert refusal.value.code == code


def test_a_young_passport_ends_90_days_after_the_day_before_the_18th_birthday():
    today = timezone.localdate()
    born = periods.birthday(today + timedelta(days=40), -18)
    card = issued(kind="young", date_of_birth=born)
    limit = periods.birthday(born, 18) - timedelta(days=1) + timedelta(days=90)
    assert limit - timedelta(days=31) < card.expires_on <= limit
    assert card.expires_on == periods.month_end(card.expires_on), "it would tell the birthday"


def test_months_and_birthdays_at_the_edges():
    assert periods.last_day(date(2026, 11, 25), 24) == date(2028, 11, 30)
    assert periods.last_day(date(2026, 12, 1), 24) == date(2028, 11, 30)
    assert periods.last_day(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert periods.last_young_day(date(2008, 12, 3), 18) == date(2027, 2, 28)
    assert periods.last_young_day(date(2008, 12, 1), 18) == date(2027, 2, 28)
    assert periods.last_young_day(date(2008, 11, 30), 18) == date(2027, 1, 31)
    assert periods.birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert periods.age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert periods.age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
    assert periods.age_on(date(1968, 11, 25), date(2026, 11, 25)) == 58


def test_the_static_code_is_always_the_same_and_the_live_one_says_when():
    card, now = issued(photo=True), timezone.now()
    static = services.code_for(card, live=False, now=now)
    assert static == services.code_for(card, live=False, now=now + timedelta(days=9))
    live = services.code_for(card, live=True, now=now)
    assert (len(static), len(live)) == (193, 203)
    code, said = keys.read(live)
    assert (code.serial.hex(), code.has_photo, code.printed) == (card.serial, True, False)
    assert judge(said, facts(card), now).live
    assert judge(said, facts(card), now + timedelta(minutes=11)).reason == Reason.LIVE_CODE_TOO_OLD


def test_paper_carries_its_own_mark_in_the_code():
    code, _said = keys.read(services.code_for(issued(), live=False, printed=True))
    assert code.printed
    assert not code.live


def test_the_address_in_the_qr_is_one_that_tills_understand(settings):
    address = services.address_for(issued(), live=True)
    assert address.startswith("http://card.example/v#")
    assert isinstance(parse_scanned(address, settings.CARD_ISSUER_HOST), ScannedCode)
    settings.BASE_URL = "https://passport.example"
    assert services.address_for(issued(), live=False).startswith("https://card.example/v#")


def test_a_replaced_card_is_revoked_at_tills_and_the_new_one_is_good():
    old = issued()
    old_code = services.code_for(old, live=False)
    new = services.replace_card(card=old, by=old.passport.user)
    old.refresh_from_db()
    assert old.status == "replaced"
    assert {old.number, old.serial, old.status_index}.isdisjoint({new.number, new.serial, new.status_index})
    _code, said = keys.read(old_code)
    verdict = judge(said, facts(old), timezone.now())
    assert (verdict.status, verdict.reason) == (Status.REVOKED, Reason.CARD_REPLACED)
    _code, said = keys.read(services.code_for(new, live=False))
    assert judge(said, facts(new), timezone.now()).status == Status.VALID


def test_a_replaced_card_cannot_be_replaced_again():
    old = issued()
    services.replace_card(card=old, by=SYSTEM)
    with pytest.raises(RuleBroken):
        services.replace_card(card=old, by=SYSTEM)
    assert old.passport.cards.filter(status="active").count() == 1
