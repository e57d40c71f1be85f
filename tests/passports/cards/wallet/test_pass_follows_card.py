"""What happens to a card happens to its pass, in the same transaction: stopped, found again, renewed, redesigned."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from passports.cards import keys, public, services
from passports.cards.domain.code import STATIC_DIGITS
from passports.cards.models import PassCopy, Passport
from passports.cards.wallet.changes import note_all
from tests.factories_cards import photo_name
from tests.passports.cards.wallet.conftest import PASS_TYPE
from tests.passports.cards.wallet.phones import later, made, opened, pass_in

pytestmark = pytest.mark.django_db

SYSTEM = "system:test"


STOPS = {
    "lost": lambda card: services.report_lost(card=card, by=SYSTEM),
    "revoked": lambda card: services.revoke_card(card=card, by=SYSTEM, why="a test"),
    "replaced": lambda card: services.replace_card(card=card, by=SYSTEM),
    "paused": lambda card: services.suspend_passport(passport=card.passport, by=SYSTEM, why="a test"),
    "ended": lambda card: services.end_passport(passport=card.passport, by=SYSTEM, why="a test"),
}


@pytest.mark.parametrize("how", STOPS)
def test_a_stopped_card_reaches_the_pass(phone, wallet_pass, card, how):
    phone.register(wallet_pass, PASS_TYPE)
    dated = phone.fetches(wallet_pass, PASS_TYPE)["Last-Modified"]
    with later(60):
        tag = phone.asks(PASS_TYPE).json()["lastUpdated"]
    with later(120):
        assert phone.asks(PASS_TYPE, since=tag).status_code == 204
        STOPS[how](card)
        assert phone.asks(PASS_TYPE, since=tag).json()["serialNumbers"] == [wallet_pass.serial]
        answer = phone.fetches(wallet_pass, PASS_TYPE, since=dated)
    assert answer.status_code == 200
    content = pass_in(answer.content)
    assert content["voided"] is True
    assert "barcodes" not in content
    whole = b"".join(opened(answer.content).read(name) for name in opened(answer.content).namelist()).decode(
        "latin-1"
    )
    for personal in (
        "Gwenll",
        "Prydderch",
        card.number,
        services.address_for(card, live=False)[-STATIC_DIGITS:],
    ):
        assert personal not in whole, "a lost phone shows nothing of the person"
    assert PassCopy.objects.waiting(timezone.now() + timedelta(minutes=5)).exists(), "the phone is to be told"


def test_a_stopped_pass_is_nothing_to_a_till_whatever_it_shows(phone, wallet_pass, card):
    """The phone may be off for a week: the till asks the database, never the picture."""
    message = pass_in(phone.fetches(wallet_pass, PASS_TYPE).content)["barcodes"][0]["message"]
    services.report_lost(card=card, by=SYSTEM)
    assert not public.check_code(message, timezone.now()).valid


def test_found_again_and_resumed_bring_the_pass_back(phone, wallet_pass, card):
    services.report_lost(card=card, by=SYSTEM)
    dated = phone.fetches(wallet_pass, PASS_TYPE)["Last-Modified"]
    services.found_again(card=card, by=SYSTEM)
    answer = phone.fetches(wallet_pass, PASS_TYPE, since=dated)
    assert answer.status_code == 200, "two changes within a second are two changes"
    assert pass_in(answer.content)["voided"] is False
    services.suspend_passport(passport=card.passport, by=SYSTEM, why="a test")
    services.resume_passport(passport=card.passport, by=SYSTEM)
    assert pass_in(phone.fetches(wallet_pass, PASS_TYPE).content)["voided"] is False


def test_the_new_card_does_not_come_to_the_old_pass(phone, wallet_pass, card):
    """Whoever has the stolen phone never gets the new card."""
    new = services.replace_card(card=card, by=SYSTEM)
    content = phone.fetches(wallet_pass, PASS_TYPE).content
    assert pass_in(content)["voided"] is True
    assert new.number not in json.dumps(pass_in(content)).replace("-", "")
    assert made(new).serial != wallet_pass.serial


def test_renewing_brings_the_new_month_with_a_message(phone, wallet_pass, card):
    soon = timezone.localdate() + timedelta(days=20)
    Passport.objects.filter(pk=card.passport_id).update(valid_until=soon)
    type(card).objects.filter(pk=card.pk).update(expires_on=soon)
    before = phone.fetches(wallet_pass, PASS_TYPE)
    passport = services.renew_passport(passport=card.passport, by=SYSTEM)
    after = phone.fetches(wallet_pass, PASS_TYPE, since=before["Last-Modified"])
    assert pass_in(before.content)["expirationDate"] != pass_in(after.content)["expirationDate"]
    (until,) = pass_in(after.content)["generic"]["headerFields"]
    assert until["value"] == f"{passport.valid_until:%B %Y}"
    assert "%@" in until["changeMessage"]
    assert public.check_code(pass_in(after.content)["barcodes"][0]["message"], timezone.now()).valid


def test_the_plain_design_and_a_new_photo_move_it_on(wallet_pass, card):
    moments = [wallet_pass.changed_at]
    services.change_design(passport=card.passport, discreet=True, by=SYSTEM)
    wallet_pass.refresh_from_db()
    moments.append(wallet_pass.changed_at)
    storage = card.passport.photo.storage
    services.change_photo(passport=card.passport, uploaded=storage.open(photo_name()), by=SYSTEM)
    wallet_pass.refresh_from_db()
    moments.append(wallet_pass.changed_at)
    assert moments == sorted(set(moments))


def test_a_change_that_is_rolled_back_moves_nothing(wallet_pass, card):
    before = wallet_pass.changed_at
    with transaction.atomic():
        services.report_lost(card=card, by=SYSTEM)
        transaction.set_rollback(True)
    wallet_pass.refresh_from_db()
    assert wallet_pass.changed_at == before


def test_a_leaked_key_moves_every_good_pass_on(wallet_pass, phone):
    phone.register(wallet_pass, PASS_TYPE)
    before = wallet_pass.changed_at
    assert note_all() == 1
    wallet_pass.refresh_from_db()
    assert wallet_pass.changed_at > before
    assert PassCopy.objects.waiting(timezone.now()).count() == 1
    assert keys.active_signer()
