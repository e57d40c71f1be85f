"""Initials of who serves, from a till system and in what a till keeps."""

from __future__ import annotations

import json

import pytest

from businesses.members.services import add_staff, set_staff_mode
from businesses.redemptions.bundle import bundle_of
from businesses.redemptions.models import Redemption, Scan
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db
BY = "system:test"


def a_use(card, offer, **more) -> dict:
    return {"code": code(card), "offer": offer.pk, "idempotency_key": "key-1"} | more


def test_a_till_system_may_say_who_serves():
    device, token = a_till()
    offer, card, api = an_offer(device), a_card(), Api(token)
    assert api.post("check", {"code": code(card), "staff": "MJ"}).status_code == 200
    assert api.post("redeem", a_use(card, offer, staff="M<J>")).json()["accepted"]
    assert api.post("redeem", a_use(card, offer, idempotency_key="key-2")).status_code == 200
    assert list(Scan.objects.order_by("pk").values_list("purpose", "staff")) == [
        ("check", "MJ"), ("redeem", "MJ"), ("redeem", "")
    ]  # fmt: skip


def test_the_same_use_tried_again_by_somebody_else_or_without_initials_is_the_same():
    device, token = a_till()
    offer, card, api = an_offer(device), a_card(), Api(token)
    first = api.post("redeem", a_use(card, offer, staff="MJ")).json()
    for more in ({"staff": "RH"}, {}, {"staff": ""}):
        assert api.post("redeem", a_use(card, offer, **more)).json() == first
    assert Redemption.objects.get().scan.staff == "MJ"


def test_longer_than_twelve_characters_is_a_mistake_of_the_system():
    device, token = a_till()
    answer = Api(token).post("redeem", a_use(a_card(), an_offer(device), staff="M" * 13))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "staff"
    assert not Scan.objects.exists()


def test_a_stranger_writes_no_initials():
    assert Api().post("check", {"code": code(a_card()), "staff": "MJ"}).status_code == 200
    assert Scan.objects.get().staff == ""


def test_a_till_keeps_how_to_ask_and_whom_but_no_pin(django_assert_num_queries):
    device, _token = a_till()
    business = device.branch.business
    with django_assert_num_queries(2):
        assert bundle_of(device)["staff"] == {"mode": "none"}
    set_staff_mode(business=business, mode="pin", by=BY)
    assert bundle_of(device)["staff"] == {"mode": "none"}, "nobody can be chosen yet"
    member, _pin = add_staff(business=business, initials="RH", by=BY, pin="7316")
    bundle = bundle_of(device)
    assert bundle["staff"] == {"mode": "pin", "idle": 1800, "people": [{"id": member.pk, "initials": "RH"}]}
    assert member.pin_hash not in json.dumps(bundle)
