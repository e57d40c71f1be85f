"""The till API: who is told what of a card, and what becomes of a use."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.members.services import revoke_device
from businesses.redemptions.models import Redemption, Scan
from passports.cards.domain.numbers import check_code
from tests.factories import UserFactory
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db

NOT_VALID_HERE = {
    "status": "not_valid",
    "live": False,
    "first_name": None,
    "photo": None,
    "check_code": None,
    "valid_until": None,
    "offers": [],
    "visiting": None,
}


@pytest.fixture
def shop():
    device, token = a_till()
    return device, Api(token)


def altered(digits: str) -> str:
    return digits[:-1] + ("1" if digits[-1] != "1" else "2")


def test_an_enrolled_device_is_told_what_it_needs_and_no_more(shop):
    device, api = shop
    card = a_card(passport__first_name="Priya", passport__last_name="Nayar", passport__photo="photos/a.jpg")
    daily = an_offer(device, title_en="Tea", limit_kind="day", limit_count=2)
    free = an_offer(device, title_en="A quiet table", kind="space", value=None, limit_kind="none")
    api.post("redeem", {"code": code(card), "offer": daily.pk, "idempotency_key": "k1"})
    response = api.post("check", {"code": code(card, live=True)})
    assert response.status_code == 200
    body = response.json()
    photo = body.pop("photo")
    assert photo.startswith("/till/photo/")
    assert body == {
        "status": "valid",
        "live": True,
        "first_name": "Priya",
        "check_code": check_code(bytes.fromhex(card.serial)),
        "valid_until": card.expires_on.isoformat(),
        "visiting": None,
        "offers": [
            {"id": daily.pk, "title": "Tea", "limit": {"kind": "day", "count": 2}, "remaining": 1},
            {"id": free.pk, "title": "A quiet table", "limit": None, "remaining": None},
        ],
    }
    assert "Nayar" not in response.text


@pytest.mark.parametrize("as_number", [False, True])
def test_a_stranger_learns_only_whether_the_card_is_good(as_number):
    card = a_card(passport__first_name="Priya")
    response = Api().post("check", {"code": card.number if as_number else code(card)})
    assert response.json() == {"status": "valid", "valid_until": card.expires_on.isoformat()}


def test_the_address_in_the_qr_works_as_well_as_its_digits(shop):
    _device, api = shop
    card = a_card()
    for text in (
        f"https://card.example/v#{code(card)}",
        f" {card.number[:4]}-{card.number[4:8].lower()} {card.number[8]}",
    ):
        assert api.post("check", {"code": text}).json()["status"] == "valid"


def test_whatever_is_no_card_gets_the_same_answer(shop):
    _device, api = shop
    card = a_card()
    unknown = a_card()
    unknown_code = code(unknown)
    type(unknown).objects.filter(pk=unknown.pk).delete()
    old_live = code(card, live=True, now=timezone.now() - timedelta(minutes=20))
    texts = [
        unknown_code,
        altered(code(card)),
        "1" * 193,
        old_live,
        unknown.number,
        "hello",
        "\x00",
        "💛" * 40,
        "٣" * 193,
        f"https://elsewhere.example/v#{code(card)}",
        f"https://card.example/e#{code(card)}",
        "https://card.example/v#",
    ]
    for text in texts:
        till, stranger = api.post("check", {"code": text}), Api().post("check", {"code": text})
        assert (till.status_code, till.json()) == (200, NOT_VALID_HERE), text
        assert (stranger.status_code, stranger.json()) == (
            200,
            {"status": "not_valid", "valid_until": None},
        ), text
    assert Scan.objects.filter(accepted=False).exclude(reason="").count() == 2 * len(texts)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"status": "lost"}, "revoked"),
        ({"status": "replaced"}, "revoked"),
        ({"status": "revoked"}, "revoked"),
        ({"expires_on": timezone.localdate() - timedelta(days=1)}, "expired"),
    ],
)
def test_a_card_that_is_stopped_or_out_of_date_says_so_without_a_name(shop, change, status):
    _device, api = shop
    card = a_card(passport__photo="photos/a.jpg")
    text = code(card)
    type(card).objects.filter(pk=card.pk).update(**change)
    body = api.post("check", {"code": text}).json()
    assert body["status"] == status
    assert body["valid_until"] is not None
    assert (body["first_name"], body["photo"], body["check_code"], body["offers"]) == (None, None, None, [])


def test_a_card_that_has_not_begun_says_so(shop):
    _device, api = shop
    card = a_card(passport__valid_from=timezone.localdate() + timedelta(days=3))
    assert api.post("check", {"code": code(card)}).json()["status"] == "not_yet_valid"


def test_a_use_is_accepted_with_its_number(shop):
    device, api = shop
    offer = an_offer(device)
    body = {
        "code": code(a_card()),
        "offer": offer.pk,
        "idempotency_key": "k-1",
        "scanned_at": "2026-11-25T10:00:00Z",
    }
    first, again = api.post("redeem", body), api.post("redeem", body)
    assert first.status_code == 200
    assert first.json() == {"accepted": True, "redemption": Redemption.objects.get().pk}
    assert again.json() == first.json()


def test_a_refusal_has_a_code_and_a_sentence_in_the_devices_language(shop):
    device, api = shop
    card, offer = a_card(), an_offer(device, limit_kind="day")
    for key in ("a", "b"):
        response = api.post("redeem", {"code": code(card), "offer": offer.pk, "idempotency_key": key})
    assert response.json() == {
        "accepted": False,
        "reason": "used_today",
        "message": "Already used today. It can be used again tomorrow.",
    }


def test_a_key_with_another_body_is_409(shop):
    device, api = shop
    body = {"code": code(a_card()), "offer": an_offer(device).pk, "idempotency_key": "k"}
    api.post("redeem", body)
    assert api.post("redeem", body | {"offer": an_offer(device).pk}).status_code == 409


def test_a_live_code_that_was_fresh_at_the_check_can_be_used_for_ten_minutes(shop):
    device, api = shop
    card, offer = a_card(), an_offer(device, limit_kind="none")
    start = timezone.now()
    text = code(card, live=True, now=start)

    def use(minutes: float, till: Api = api, text: str = text) -> str:
        body = {"code": text, "offer": offer.pk, "idempotency_key": f"at-{minutes}"}
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            answer = till.post("redeem", body).json()
        return "accepted" if answer["accepted"] else answer["reason"]

    with time_machine.travel(start + timedelta(minutes=9), tick=False):
        assert api.post("check", {"code": text}).json()["live"]
    older = code(card, live=True, now=start - timedelta(minutes=5))  # was too old at the check already
    assert use(12, text=older) == "not_valid"
    assert use(12.5, till=Api(a_till(device.branch)[1])) == "not_valid"  # another till saw nothing
    assert use(18.9) == "accepted"
    assert use(19.1) == "not_valid"


def test_a_use_with_a_code_that_ran_out_takes_one_query_more_and_no_more_than_four(shop):
    device, api = shop
    offer = an_offer(device, limit_kind="day")
    start = timezone.now()
    text = code(a_card(), live=True, now=start)
    body = {"code": text, "offer": offer.pk, "idempotency_key": "k"}
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    with time_machine.travel(start + timedelta(minutes=9), tick=False):
        api.post("check", {"code": text})
    type(device).objects.filter(pk=device.pk).update(last_seen_at=start + timedelta(minutes=11))
    with (
        time_machine.travel(start + timedelta(minutes=11), tick=False),
        CaptureQueriesContext(connection) as queries,
    ):
        assert api.post("redeem", body).json()["accepted"]
    assert len([q for q in queries.captured_queries if not q["sql"].startswith(frame)]) <= 1 + 4


def test_without_a_token_nothing_can_be_used():
    device, _token = a_till()
    offer = an_offer(device)
    body = {"code": code(a_card()), "offer": offer.pk, "idempotency_key": "k"}
    for api in (Api(), Api("wrong"), Api("x" * 5000)):
        assert api.post("redeem", body).status_code == 401
        assert api.post("void", {"redemption": 1}).status_code == 401
    assert Api("wrong").post("check", {"code": body["code"]}).status_code == 401
    assert not Scan.objects.exists()


def test_a_device_that_was_taken_off_is_refused_at_once(shop):
    device, api = shop
    revoke_device(device=device, by=UserFactory())
    assert api.post("check", {"code": code(a_card())}).status_code == 401


def test_a_use_can_be_taken_back(shop):
    device, api = shop
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    use = api.post("redeem", {"code": code(card), "offer": offer.pk, "idempotency_key": "a"}).json()[
        "redemption"
    ]
    other = Api(a_till()[1])
    assert other.post("void", {"redemption": use}).json()["voided"] is False
    for _ in range(2):
        assert api.post("void", {"redemption": use}).json() == {"voided": True, "redemption": use}
    assert api.post("redeem", {"code": code(card), "offer": offer.pk, "idempotency_key": "b"}).json()[
        "accepted"
    ]
