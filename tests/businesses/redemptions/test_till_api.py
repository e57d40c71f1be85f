"""The till API: exact shapes, who is told what, and odd bodies."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.members.services import revoke_device
from businesses.redemptions import api_auth, asking
from businesses.redemptions import api_shapes as shapes
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.querysets import Found
from passports.cards import keys, trust_document
from passports.cards.domain import status_list, trust
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


GOOD = {"code": "1", "offer": 1, "idempotency_key": "k"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"5",
        b'"text"',
        b"\xff\xfe",
        b"[" * 8000,
        b'{"code": ' + b"9" * 5000 + b"}",
        json.dumps(GOOD | {"code": "x" * 10_000}).encode(),
        b" " * 10_000,
        *[
            json.dumps({key: value for key, value in GOOD.items() if key != left_out}).encode()
            for left_out in GOOD
        ],
        *[
            json.dumps(GOOD | wrong).encode()
            for wrong in (
                {"code": None},
                {"code": 12},
                {"code": ""},
                {"code": "\ud800"},
                {"code": ["a"]},
                {"offer": "tea"},
                {"offer": 0},
                {"offer": -1},
                {"offer": True},
                {"offer": 2**63},
                {"offer": 1.5},
                {"idempotency_key": ""},
                {"idempotency_key": "a" * 81},
                {"idempotency_key": "a\x00b"},
                {"idempotency_key": "\ud800"},
                {"idempotency_key": 7},
                {"scanned_at": "soon"},
                {"scanned_at": 1e300},
                {"scanned_at": {}},
            )
        ],
    ],
    ids=lambda body: repr(body[:30]),
)
def test_a_malformed_body_is_422_and_says_what_is_wrong(shop, body):
    _device, api = shop
    response = api.post("redeem", body)
    assert response.status_code == 422, response.content
    assert response.json()["detail"][0].keys() == {"field", "message"}
    assert not Scan.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["\x00", "‮ABC", "x" * 900, "0" * 203, "'; DROP TABLE", "=1+1", "K" * 9],
    ids=lambda text: repr(text[:12]),
)
def test_odd_codes_are_recorded_and_refused(shop, text):
    device, api = shop
    offer = an_offer(device)
    for path, body in (
        ("check", {"code": text}),
        ("redeem", {"code": text, "offer": offer.pk, "idempotency_key": "k"}),
    ):
        response = api.post(path, json.dumps(body).encode())
        assert response.status_code == 200, response.content
    assert response.json()["reason"] == "not_valid"
    assert Scan.objects.filter(accepted=False).count() == 2


def test_guessing_numbers_is_slowed_but_scanning_never(shop, monkeypatch):
    _device, api = shop
    card = a_card()
    start = timezone.now().replace(minute=0, second=1)
    monkeypatch.setattr(timezone, "now", lambda: start)
    answers = [api.post("check", {"code": "00000000000"[: 9 - 1] + "Z"}).status_code for _ in range(35)]
    assert answers[:30] == [200] * 30
    assert 429 in answers[30:]
    assert api.post("check", {"code": code(card)}).json()["status"] == "valid"
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(seconds=4))
    assert api.post("check", {"code": card.number}).json()["status"] == "valid"


def test_a_stranger_who_guesses_has_to_wait():
    answers = [Api().post("check", {"code": "ABC"}, REMOTE_ADDR="192.0.2.7") for _ in range(40)]
    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"]
    assert Api().post("check", {"code": "ABC"}, REMOTE_ADDR="192.0.2.8").status_code == 200
    spoofed = Api().post(
        "check", {"code": "ABC"}, REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1"
    )
    assert spoofed.status_code == 429


def test_a_till_works_without_the_cache(shop, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    device, api = shop
    offer = an_offer(device)
    assert api.post("check", {"code": code(a_card())}).json()["status"] == "valid"
    body = {"code": code(a_card()), "offer": offer.pk, "idempotency_key": "k"}
    assert api.post("redeem", body).json()["accepted"]
    assert api.post("check", {"code": "ABC"}).json()["status"] == "not_valid"


def test_when_something_breaks_the_till_is_told_that_we_cannot_check(shop, monkeypatch):
    device, api = shop
    offer = an_offer(device)

    def broken(*args, **kwargs):
        raise RuntimeError("disk full")

    monkeypatch.setattr("businesses.redemptions.services.checking.write_check", broken)
    monkeypatch.setattr("businesses.redemptions.services.redeeming.write_use", broken)
    for path, body in (
        ("check", {"code": code(a_card())}),
        ("redeem", {"code": code(a_card()), "offer": offer.pk, "idempotency_key": "k"}),
    ):
        response = api.post(path, body)
        assert response.status_code == 503
        assert response.json()["detail"] == "We cannot check cards at the moment. Try again in a minute."


def test_every_answer_has_exactly_the_shape_that_is_described(shop):
    device, api = shop
    offer = an_offer(device, limit_kind="day", limit_count=1)
    an_offer(device, limit_kind="none")
    text, body = code(a_card()), {"offer": offer.pk}
    answers = [
        (shapes.TillCheckOut, api.post("check", {"code": text})),
        (shapes.TillCheckOut, api.post("check", {"code": code(a_card(status="lost"))})),
        (shapes.TillCheckOut, api.post("check", {"code": "nothing"})),
        (shapes.StrangerCheckOut, Api().post("check", {"code": text})),
        (shapes.StrangerCheckOut, Api().post("check", {"code": "nothing"})),
        (shapes.AcceptedOut, api.post("redeem", body | {"code": text, "idempotency_key": "one"})),
        (shapes.RefusedOut, api.post("redeem", body | {"code": text, "idempotency_key": "two"})),
    ]
    for shape, response in answers:
        assert response.headers["Content-Type"] == "application/json; charset=utf-8"
        said = response.json()
        assert shape.model_validate(said, strict=False).model_dump(mode="json") == said
        assert list(said) == list(shape.model_fields)


def test_the_whole_request_takes_two_queries_to_check_and_no_more_than_three_to_use(shop):
    device, api = shop
    offer = an_offer(device, limit_kind="day")
    text = code(a_card())
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    with CaptureQueriesContext(connection) as check:
        assert api.post("check", {"code": text}).json()["offers"][0]["id"] == offer.pk
    with CaptureQueriesContext(connection) as redeem:
        assert api.post("redeem", {"code": text, "offer": offer.pk, "idempotency_key": "k"}).json()[
            "accepted"
        ]
    count = [len([q for q in c.captured_queries if not q["sql"].startswith(frame)]) for c in (check, redeem)]
    for queries in (check, redeem):  # the device is looked up at each request, with the card
        assert '"members_device"."token_hash" = ' in queries.captured_queries[0]["sql"]
    assert count == [2, 2 if connection.vendor == "postgresql" else 3]


def test_an_answer_to_a_till_is_protected_like_a_page(shop, client):
    _device, api = shop
    page, answer = client.get("/v"), api.post("check", {"code": code(a_card())})
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
        assert answer.headers[header] == page.headers[header]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_what_was_looked_up_with_the_device_is_not_believed_on_another_day(shop, monkeypatch):
    device, api = shop
    offer = an_offer(device, limit_kind="day")
    text, noon = code(a_card()), timezone.localtime().replace(hour=12, minute=0)
    with time_machine.travel(noon, tick=False):
        body = {"code": text, "offer": offer.pk, "idempotency_key": "a"}
        assert api.post("redeem", body).json()["accepted"]
        asked = asking.ask_at_once

        def stale(request, token, path):
            device, read, found = asked(request, token, path)
            old = Found(noon.date() - timedelta(days=1), offer.pk, found.facts, [])
            return device, read, old

        monkeypatch.setattr(api_auth, "ask_at_once", stale)
        assert api.post("redeem", body | {"idempotency_key": "b"}).json()["reason"] == "used_today"


def test_the_trust_list_can_be_checked_and_names_stopped_cards():
    trust_document.forget()
    good, stopped = a_card(), a_card(status="lost")
    suspended = a_card(passport__status="suspended")
    response = Api().get("trust")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    body = response.json()
    assert {"sequence", "issued", "next", "keys", "status_list", "schemes", "signature"} <= body.keys()
    signature, key_id = body.pop("signature"), body.pop("key_id")
    root = trust.public_key(keys.root_public_text())
    issuing = trust.read_key_list(body["keys"], root_key=root, issuer_host="card.example")
    payload = json.dumps(body, sort_keys=True, separators=(",", ":"))
    read = trust.unseal(
        {"payload": payload, "key_id": key_id, "signature": signature},
        purpose=trust.TRUST,
        issuer_host="card.example",
        keys={k: v.public_key for k, v in issuing.items()},
    )
    bits = status_list.decode(base64.b64decode(read["status_list"]))
    assert [bits.is_stopped(card.status_index) for card in (good, stopped, suspended)] == [False, True, True]


def test_a_till_that_has_the_list_already_is_told_so():
    trust_document.forget()
    etag = Api().get("trust").headers["ETag"]
    for said in (etag, etag.removeprefix("W/"), f'"older", {etag}', "*"):
        trust_document.forget()
        again = Api().get("trust", **{"If-None-Match": said})
        assert (again.status_code, again.content) == (304, b""), said
        assert again.headers["ETag"] == etag
        assert again.headers["Cache-Control"] == "public, max-age=60"
    assert Api().get("trust", **{"If-None-Match": '"older"'}).status_code == 200


def test_the_api_describes_itself():
    schema = Api().get("openapi.json").json()
    names = ("check", "redeem", "void", "uploads", "trust", "trust/schemes")
    assert set(schema["paths"]) == {f"/api/v1/{name}" for name in names}
