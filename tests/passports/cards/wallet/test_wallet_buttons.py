"""The buttons under the card: there only where a wallet is set up, for the own good card only, once, noted."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from passports.cards import services
from passports.cards.models import WalletPass
from tests.factories import UserFactory
from tests.factories_cards import run_out
from tests.passports.cards.wallet.phones import made, pass_in

pytestmark = pytest.mark.django_db

FILE = "/card/wallet/apple.pkpass"
BUTTON = "/card/wallet/apple/"


def test_the_button_makes_the_pass_once_and_leads_to_the_file(mine, card, apple):
    for _twice in range(2):
        answer = mine.post(BUTTON)
        assert (answer.status_code, answer["Location"]) == (302, FILE)
    answer = mine.get(FILE)
    assert answer["Content-Type"] == "application/vnd.apple.pkpass"
    assert "no-store" in answer["Cache-Control"]
    wallet_pass = WalletPass.objects.get()
    assert wallet_pass.card == card
    event = AuditEvent.objects.get(verb="wallet.pass_made")
    assert event.actor == f"user:{card.passport.user_id}"
    assert event.details == {"kind": "apple", "card": card.pk}
    assert pass_in(answer.content)["serialNumber"] == wallet_pass.serial


def test_opening_the_files_address_makes_nothing(mine, apple):
    assert mine.get(FILE).status_code == 404
    assert mine.get(BUTTON).status_code == 405
    assert not WalletPass.objects.exists()


def test_nobody_elses_card(card, apple):
    made(card)
    other = Client()
    other.force_login(UserFactory())
    assert other.post(BUTTON).status_code == 404
    assert other.get(FILE).status_code == 404
    assert WalletPass.objects.count() == 1
    assert Client().post(BUTTON)["Location"].startswith("/account/login/")


@pytest.mark.parametrize("state", ["lost", "paused", "run out"])
def test_a_card_that_is_not_good_cannot_be_added(mine, card, apple, state):
    if state == "lost":
        services.report_lost(card=card, by=card.passport.user)
    elif state == "paused":
        services.suspend_passport(passport=card.passport, by="system:test", why="a test")
    else:
        run_out(card)
    assert mine.post(BUTTON).status_code == 404
    assert not WalletPass.objects.exists()


def test_the_service_itself_refuses_a_card_that_was_stopped_meanwhile(card, apple):
    services.report_lost(card=type(card).objects.get(pk=card.pk), by=card.passport.user)
    with pytest.raises(RuleBroken):
        made(card)


def test_it_is_limited(mine, apple):
    answers = [mine.post(BUTTON)["Location"] for _ in range(22)]
    assert answers.count(FILE) == 20
    assert "Try again in an hour" in mine.get("/card/").content.decode()


@pytest.mark.parametrize("which", ["apple", "google"])
def test_without_a_wallet_there_is_no_button_and_no_address(mine, card, which):
    page = mine.get("/card/").content.decode()
    assert "wallet" not in page.lower()
    assert mine.post(f"/card/wallet/{which}/").status_code == 404
    assert mine.get(FILE).status_code == 404
    assert "pay.google.com" not in mine.get("/card/")["Content-Security-Policy"]


def test_with_one_there_is_its_button_and_not_the_other(mine, apple):
    page = mine.get("/card/").content.decode()
    assert "Add to Apple Wallet" in page
    assert "Google Wallet" not in page
    assert "Ychwanegu at Apple Wallet" in mine.get("/cy/card/").content.decode()


def test_an_expired_certificate_takes_the_button_away_and_nothing_else(mine, card, apple):
    made(card)
    with time_machine.travel(apple.good_until.timestamp() - 60, tick=False):
        mine.force_login(card.passport.user)
        assert "Add to Apple Wallet" in mine.get("/card/").content.decode()
    with time_machine.travel(apple.good_until.timestamp() + 60, tick=False):
        mine.force_login(card.passport.user)
        answer = mine.get("/card/")
        assert answer.status_code == 200
        assert "Add to Apple Wallet" not in answer.content.decode()
        assert mine.get(FILE).status_code == 404


def test_before_a_new_card_the_page_says_that_the_pass_stops(mine, card, apple):
    assert "wallet" not in mine.get("/card/replace/").content.decode()
    made(card)
    assert "The pass in your phone’s wallet stops too" in mine.get("/card/replace/").content.decode()
