"""Faults of the till API as application/problem+json, and the headers that say how often one may ask."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from businesses.redemptions import api_auth, api_examples, api_shapes, upload_shapes
from passport_site.core.throttle import Limit
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_counted():
    api_auth.TILL.forget()
    yield
    api_auth.TILL.forget()


def is_problem(response, status: int) -> dict:
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert re.fullmatch(r"http://testserver/developers/#[a-z-]+", body["type"])
    assert body["title"]
    assert body["detail"]
    return body


@pytest.fixture
def shop():
    device, token = a_till()
    return device, Api(token)


def test_each_fault_is_a_problem_and_keeps_its_detail(shop, monkeypatch):
    device, api = shop
    body = {"code": code(a_card()), "offer": an_offer(device).pk, "idempotency_key": "k"}
    refused = Api("wrong").post("redeem", body)
    assert is_problem(refused, 401)["detail"] == "Unauthorized"
    assert refused.headers["WWW-Authenticate"].startswith("Bearer")
    api.post("redeem", body)
    is_problem(api.post("redeem", body | {"offer": an_offer(device).pk}), 409)
    wrong = is_problem(api.post("redeem", body | {"offer": "tea"}), 422)
    assert wrong["errors"] == wrong["detail"]
    assert [line["field"] for line in wrong["errors"]] == ["offer"]
    monkeypatch.setattr("businesses.redemptions.api.check_card", lambda **_: 1 / 0)
    broken = api.post("check", {"code": "1"})
    is_problem(broken, 503)
    assert int(broken.headers["Retry-After"]) > 0


def test_whole_numbers_may_be_written_with_a_point_and_a_time_in_seconds(shop):
    """Found by Schemathesis: 7.0 is an integer in JSON Schema, and a time in seconds was taken but not described."""
    device, api = shop
    offer = an_offer(device)
    body = {
        "code": code(a_card()),
        "offer": float(offer.pk),
        "idempotency_key": "k",
        "scanned_at": 1_795_000_000,
    }
    done = api.post("redeem", body).json()
    assert done["accepted"]
    assert api.post("void", {"redemption": float(done["redemption"])}).json()["voided"]
    assert api.post("void", {"redemption": 1.5}).status_code == 422
    assert api.post("void", {"redemption": True}).status_code == 422


def test_a_wrong_method_and_a_wrong_address_are_problems_too(shop):
    _device, api = shop
    wrong = api.get("check")
    is_problem(wrong, 405)
    assert wrong.headers["Allow"] == "POST"
    for method in ("get", "post"):
        is_problem(getattr(Client(enforce_csrf_checks=True), method)("/api/v1/chekc"), 404)


def test_a_till_is_told_how_much_it_has_left(shop):
    _device, api = shop
    first, second = api.post("check", {"code": "1"}), api.post("void", {"redemption": 1})
    assert first.headers["RateLimit-Policy"] == '"till";q=1200;w=60'
    told = [re.fullmatch(r'"till";r=(\d+);t=(\d+)', each.headers["RateLimit"]) for each in (first, second)]
    assert [int(each[1]) for each in told] == [1199, 1198]
    assert all(1 <= int(each[2]) <= 60 for each in told)


def test_a_till_that_runs_wild_has_to_wait_and_the_one_beside_it_does_not(shop, monkeypatch):
    device, api = shop
    monkeypatch.setattr(api_auth.TILL, "limit", Limit("till", 3, 3600))
    answers = [api.post("check", {"code": "1"}) for _ in range(5)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429, 429]
    is_problem(answers[-1], 429)
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 3600
    assert answers[-1].headers["RateLimit"].startswith('"till";r=0;t=')
    assert Api(a_till(device.branch)[1]).post("check", {"code": "1"}).status_code == 200


def test_a_stranger_is_told_by_network():
    answer = Api().post("check", {"code": code(a_card())}, REMOTE_ADDR="192.0.2.9")
    assert answer.headers["RateLimit-Policy"] == '"stranger_looks";q=120;w=60'
    assert answer.headers["RateLimit"].startswith('"stranger_looks";r=119;t=')


def test_what_caches_keep_says_nothing_of_rates():
    assert "RateLimit" not in Api().get("trust").headers


def test_every_example_in_the_description_fits_the_shapes():
    requests = {"check": api_shapes.CheckIn, "redeem": api_shapes.RedeemIn, "void": api_shapes.VoidIn}
    requests["uploads"] = upload_shapes.UploadIn
    answers = {
        "check": (api_shapes.TillCheckOut, api_shapes.StrangerCheckOut),
        "redeem": (api_shapes.AcceptedOut, api_shapes.RefusedOut),
        "void": (api_shapes.VoidedOut, api_shapes.NotVoidedOut),
        "uploads": (upload_shapes.UploadOut,),
    }
    for name, examples in api_examples.REQUESTS.items():
        for example in examples.values():
            requests[name].model_validate(example)
    for name, examples in api_examples.ANSWERS.items():
        for example in examples.values():
            shape = next(one for one in answers[name] if set(one.model_fields) == set(example))
            shape.model_validate(example)


def test_the_description_has_examples_headers_and_our_media_type():
    schema = Api().get("openapi.json").json()
    check = schema["paths"]["/api/v1/check"]["post"]
    assert "typed" in check["requestBody"]["content"]["application/json"]["examples"]
    assert "valid" in check["responses"]["200"]["content"]["application/json"]["examples"]
    assert list(check["responses"]["422"]["content"]) == ["application/problem+json"]
    assert "RateLimit" in check["responses"]["200"]["headers"]
    assert "Retry-After" in check["responses"]["429"]["headers"]
