"""The commands that scripts use: stable JSON on standard output."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from businesses.members.models import Device
from businesses.members.services import device_for_token
from passports.cards.domain import code as card_code
from passports.cards.domain import numbers
from tests.factories import BranchFactory, BusinessFactory, OfferFactory
from tests.factories_tills import Api, a_card

pytestmark = pytest.mark.django_db


def run(capsys, *args: str) -> str:
    call_command(*args)
    return capsys.readouterr().out


def test_list_offers_names_the_business_and_the_limit(capsys):
    shop = BusinessFactory(slug="mill-lane")
    daily = OfferFactory(business=shop, title_en="Tea", limit_kind="day", limit_count=2)
    free = OfferFactory(business=shop, title_en="A table", limit_kind="none")
    OfferFactory(business=shop, status="paused")
    OfferFactory(business=shop, starts_on=timezone.localdate() + timedelta(days=1))
    OfferFactory(business=BusinessFactory(status="paused"))
    assert json.loads(run(capsys, "list_offers", "--json")) == [
        {"id": daily.pk, "business": "mill-lane", "title": "Tea", "limit": {"kind": "day", "count": 2}},
        {"id": free.pk, "business": "mill-lane", "title": "A table", "limit": None},
    ]


def test_list_cards_tells_number_kind_and_status(capsys):
    one, two = a_card(), a_card(passport__young=True, status="lost")
    assert json.loads(run(capsys, "list_cards", "--json")) == [
        {"number": one.number, "kind": "adult", "status": "active"},
        {"number": two.number, "kind": "young", "status": "lost"},
    ]
    assert len(json.loads(run(capsys, "list_cards", "--json", "--status", "active", "--limit", "5"))) == 1


def test_active_cards_are_those_that_a_till_accepts_today(capsys):
    today = timezone.localdate()
    good = a_card()
    a_card(expires_on=today - timedelta(days=1))
    a_card(passport__expired=True, expires_on=today + timedelta(days=9))
    a_card(passport__status="suspended")
    a_card(passport__valid_from=today + timedelta(days=1))
    rows = json.loads(run(capsys, "list_cards", "--json", "--status", "active"))
    assert [row["number"] for row in rows] == [good.number]


def test_card_code_prints_an_address_that_a_till_accepts(capsys):
    card = a_card()
    BranchFactory(business__slug="mill-lane")
    token = run(capsys, "enrol_device", "mill-lane", "--name", "Counter 1").strip()
    for extra, live in ((), False), (("--live",), True):
        address = run(capsys, "card_code", numbers.display(card.number), *extra).strip()
        assert address.startswith("http://card.example/v#")
        assert len(address.partition("#")[2]) == (card_code.LIVE_DIGITS if live else card_code.STATIC_DIGITS)
        body = Api(token).post("check", {"code": address}).json()
        assert (body["status"], body["live"]) == ("valid", live)


def test_card_code_of_nobody_fails():
    with pytest.raises(CommandError):
        call_command("card_code", "00000000A")


def test_enrol_device_prints_a_working_token_once(capsys):
    branch = BranchFactory(business__slug="mill-lane")
    token = run(capsys, "enrol_device", "mill-lane", "--name", "Counter 1").strip()
    assert device_for_token(token).branch == branch
    assert Device.objects.get().name == "Counter 1"


def test_enrol_device_of_nobody_fails():
    with pytest.raises(CommandError):
        call_command("enrol_device", "no-such-shop", "--name", "x")
    BranchFactory(business__slug="gone", business__status="left")
    with pytest.raises(CommandError):
        call_command("enrol_device", "gone", "--name", "x")
    assert not Device.objects.exists()
