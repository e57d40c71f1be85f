"""The till API as a contract: odd bodies, guesses and faults, exact shapes and queries, and the trust list."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.redemptions import api_auth, asking
from businesses.redemptions import api_shapes as shapes
from businesses.redemptions.models import Scan
from businesses.redemptions.querysets import Found
from passports.cards import keys, trust_document
from passports.cards.domain import status_list, trust
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


GOOD = {"code": "1", "offer": 1, "idempotency_key": "k"}


@pytest.fixture
def shop():
    device, token = a_till()
    return device, Api(token)


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
