"""Renewing keeps the card: same number, later day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passport_site.scheme.models import Scheme
from passports.cards import keys, services
from passports.cards.domain import periods
from passports.cards.models import Passport
from tests.factories import UserFactory
from tests.factories_cards import SYSTEM, issued, run_out

pytestmark = pytest.mark.django_db


def test_a_renewed_passport_goes_on_from_its_last_day_with_the_same_card():
    card = issued()
    run_out(card, days_ago=-20)
    last, months = card.expires_on, Scheme.load().validity_months
    services.renew_passport(passport=card.passport, by=SYSTEM)
    card.refresh_from_db()
    assert card.status == "active"
    assert card.expires_on == card.passport.valid_until == periods.last_day(last + timedelta(days=1), months)
    code, _said = keys.read(services.code_for(card, live=False))
    assert code.expires_on == card.expires_on
    assert card.passport.cards.count() == 1
    assert AuditEvent.objects.filter(verb="passport.renewed").count() == 1
    assert OutgoingMail.objects.filter(template="card_renewed").count() == 1


def test_after_it_ran_out_it_starts_today():
    card = issued()
    run_out(card, days_ago=100)
    services.renew_passport(passport=card.passport, by=SYSTEM)
    card.refresh_from_db()
    assert card.expires_on == periods.last_day(timezone.localdate(), Scheme.load().validity_months)


def test_too_early_or_not_active_is_refused():
    card = issued()
    with pytest.raises(RuleBroken, match="too early"):
        services.renew_passport(passport=card.passport, by=SYSTEM)
    run_out(card)
    services.suspend_passport(passport=card.passport, by=SYSTEM, why="x")
    with pytest.raises(RuleBroken, match="active"):
        services.ask_to_renew(passport=card.passport, by=SYSTEM)


def test_a_young_carer_of_18_becomes_an_adult_carer():
    today = timezone.localdate()
    card = issued(kind="young", date_of_birth=periods.birthday(today + timedelta(days=30), -18))
    Passport.objects.filter(pk=card.passport_id).update(date_of_birth=periods.birthday(today, -18))
    run_out(card, days_ago=-10)
    services.renew_passport(passport=card.passport, by=SYSTEM)
    card.passport.refresh_from_db()
    assert card.passport.kind == "adult"
    assert keys.read(services.code_for(card, live=False))[0].kind.word == "adult"


def test_a_young_passport_that_ends_with_childhood_waits_for_the_birthday():
    today = timezone.localdate()
    card = issued(kind="young", date_of_birth=periods.birthday(today + timedelta(days=30), -18))
    # Eight weeks before their last young day they are 18; say here that they are not yet.
    born = periods.birthday(today + timedelta(days=1), -18)
    Passport.objects.filter(pk=card.passport_id).update(
        valid_from=today, valid_until=today, date_of_birth=born
    )
    services.renew_passport(passport=card.passport, by=SYSTEM)
    card.passport.refresh_from_db()
    assert card.passport.kind == "young"
    assert card.passport.valid_until == periods.last_young_day(born, 18)
    with pytest.raises(RuleBroken, match="early"):
        services.renew_passport(passport=card.passport, by=SYSTEM)


def test_whoever_has_paper_gets_new_paper_and_who_has_no_card_gets_one():
    card = issued()
    services.mark_printed(cards=[card], by=SYSTEM)
    run_out(card, days_ago=-5)
    services.renew_passport(passport=card.passport, by=SYSTEM)
    card.refresh_from_db()
    assert card.print_asked_at is not None
    bare = issued()
    services.revoke_card(card=bare, by=SYSTEM, why="x")
    run_out(bare)
    services.renew_passport(passport=bare.passport, by=SYSTEM)
    assert bare.passport.cards.filter(status="active").count() == 1


def test_the_carer_asks_once_and_an_officer_renews(client, client_of):
    card = issued()
    run_out(card)
    client.force_login(card.passport.user)
    for _ in range(2):
        page = client.post("/card/renew/", follow=True).content.decode()
    assert "You asked us to renew it" in page
    assert AuditEvent.objects.filter(verb="passport.renewal_asked").count() == 1
    officer = client_of("Assessor")
    screen = f"/cms/passports/inspect/{card.passport_id}/"
    assert screen in officer.get("/cms/passports/", {"expiring": "asked"}).content.decode()
    officer.post(f"/cms/passports/{card.passport_id}/renew/")
    assert card.passport.name in client.get("/card/").content.decode()
    assert screen not in officer.get("/cms/passports/", {"expiring": "asked"}).content.decode()


def test_mails_and_letters_follow_the_account():
    user = UserFactory(language="cy", email="new@mail.example")
    card = issued(user=user, email="old@mail.example", language="en")
    services.report_lost(card=card, by=SYSTEM)
    message = OutgoingMail.objects.get(template="card_lost")
    assert (message.to, message.language) == ("new@mail.example", "cy")
