"""The addresses of a till without a network: its bundle, and its upload by cookie and by token."""

from __future__ import annotations

import json
from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from businesses.members import till_cookie
from businesses.members.services import create_key, revoke_device
from businesses.redemptions import services, upload_body
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.upload_shapes import MOST_BYTES
from tests.factories import BranchFactory, OfferFactory, UserFactory
from tests.factories_tills import Api, a_card, a_till, an_offer, code
from tests.factories_uploads import a_body, an_item

pytestmark = pytest.mark.django_db
UPLOAD, BUNDLE = "/till/upload/", "/till/bundle.json"


@pytest.fixture
def shop():
    """A device, its browser, and its till system."""
    device, token = a_till(BranchFactory(business__name="Copper Kettle", business__shop_word="Marigold"))
    browser = Client()
    browser.cookies[till_cookie.name()] = token
    return device, browser, Api(token)


def posted(browser: Client, body, **kwargs):
    return browser.post(UPLOAD, body, content_type="application/json", **kwargs)


def test_the_bundle_holds_what_the_till_needs_and_nobody(shop):
    device, browser, _api = shop
    today = timezone.localdate()
    tea = an_offer(device, title_en="Tea", title_cy="Te", limit_kind="day", limit_count=2, offline="yes")
    later = an_offer(
        device, starts_on=today + timedelta(days=3), ends_on=today + timedelta(days=9), status="paused"
    )
    an_offer(device, status="ended")
    an_offer(device, ends_on=today - timedelta(days=1))
    an_offer(a_till()[0])
    answer = browser.get(BUNDLE)
    bundle = answer.json()
    assert [offer["id"] for offer in bundle["offers"]] == [tea.pk, later.pk]
    assert bundle["offers"][0] == {
        "id": tea.pk, "title_en": "Tea", "title_cy": "Te", "terms_en": "", "terms_cy": "", "status": "live",
        "who": "all", "visitors": False, "tag": "", "companion": "either", "starts_on": tea.starts_on.isoformat(),
        "ends_on": None, "limit": {"kind": "day", "count": 2}, "offline": "yes",
    }  # fmt: skip
    assert bundle["offers"][1]["offline"] == "once"
    assert bundle["offers"][1]["limit"] is None
    named = ("business", "branch", "device", "word", "language", "next_sequence", "staff")
    assert [bundle[name] for name in named] == [
        "Copper Kettle", "Market Square", "Till 1", "Marigold", "en", 1, {"mode": "none"},
    ]  # fmt: skip
    assert set(bundle) == {*named, "area", "now", "offers"}
    assert bundle["area"] == device.branch.area.slug
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", [BUNDLE, UPLOAD])
def test_a_till_that_was_taken_off_gets_403_and_nothing_is_stored(shop, address):
    device, browser, api = shop
    revoke_device(device=device, by=UserFactory())
    body = a_body(an_item(code(a_card()), an_offer(device)))
    answer = browser.get(BUNDLE) if address == BUNDLE else posted(browser, body)
    assert answer.status_code == 403
    assert set(answer.json()) == {"detail"}
    assert api.post("uploads", body).status_code == 401
    assert not Scan.objects.exists()


def test_cookie_and_token_answer_alike(shop):
    device, browser, api = shop
    body = a_body(
        an_item(code(a_card()), an_offer(device), sequence=1), an_item("x" * 10_000, sequence=4), "what"
    )
    by_cookie, by_token = posted(browser, body), api.post("uploads", body)
    assert by_cookie.status_code == by_token.status_code == 200
    first, second = by_cookie.json(), by_token.json()
    assert [one["result"] for one in first["items"]] == ["stored", "malformed", "malformed"]
    assert (first["next_sequence"], first["missing"]) == (5, [2, 3])
    assert [one["repeated"] for one in second["items"]] == [True, True, False]
    assert [one | {"repeated": False} for one in second["items"]] == first["items"]
    assert browser.get(BUNDLE).json()["next_sequence"] == 5


def test_a_missing_number_that_comes_later_is_missing_no_more(shop):
    device, browser, _api = shop
    text, offer = code(a_card()), an_offer(device)
    numbers = {number: an_item(text, offer, sequence=number) for number in (1, 2, 5, 6)}
    assert posted(browser, a_body(numbers[5], numbers[2])).json()["missing"] == [1, 3, 4]
    assert posted(browser, a_body(numbers[1], numbers[6])).json()["missing"] == [3, 4]


def test_a_number_far_ahead_lists_the_first_thousand_missing_only(shop):
    _device, browser, _api = shop
    answer = posted(browser, a_body(an_item("123", accepted=False, sequence=2**31 - 1))).json()
    assert answer["missing"] == list(range(1, 1001))


def test_the_cookie_alone_is_not_enough(shop):
    device, browser, _api = shop
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    body = a_body(an_item(code(a_card()), an_offer(device)))
    assert posted(strict, body).status_code == 403
    assert not Scan.objects.exists()
    strict.get("/till/")
    token = strict.cookies["csrftoken"].value
    assert posted(strict, body, headers={"X-CSRFToken": token}).status_code == 200
    assert Redemption.objects.count() == 1


WHOLE = [
    [],
    {},
    {"device_time": "now", "waiting": 0, "items": []},
    {"device_time": "2026-11-25T10:00:00Z", "waiting": -1, "items": []},
    {"device_time": "2026-11-25T10:00:00Z", "waiting": 0, "items": {}},
    {"device_time": "2026-11-25T10:00:00Z", "waiting": 2000, "items": [{}] * 1001},
]


@pytest.mark.parametrize("body", [json.dumps(one) for one in WHOLE] + ["", "{", b"\xff\xfe{"])
def test_a_body_that_is_malformed_as_a_whole_is_422(shop, body):
    _device, browser, api = shop
    by_cookie, by_token = posted(browser, body), api.post("uploads", body)
    assert (by_cookie.status_code, by_token.status_code) == (422, 422)
    assert {"field", "message"} == set(by_cookie.json()["detail"][0])


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 3 * MOST_BYTES])
def test_more_than_a_megabyte_is_refused_and_a_megabyte_is_taken(shop, size):
    _device, browser, api = shop
    answers = [posted(browser, " " * size), api.post("uploads", " " * size)]
    assert [one.status_code for one in answers] == [422, 422]
    assert answers[1].json()["detail"][0]["field"] == "body"
    body = json.dumps(a_body(an_item("1", accepted=False)))
    assert posted(browser, body.ljust(MOST_BYTES)).status_code == 200
    assert api.post("uploads", body.ljust(MOST_BYTES)).status_code == 200


def test_other_addresses_still_take_little_only(shop):
    _device, _browser, api = shop
    assert api.post("check", " " * 9000).status_code == 422


@pytest.mark.parametrize("problem", [services.TooBusy(), RuntimeError("database gone")])
def test_a_fault_is_503_and_never_a_yes(shop, problem):
    _device, browser, api = shop
    with mock.patch.object(upload_body, "store_upload", side_effect=problem):
        assert posted(browser, a_body()).status_code == 503
        assert api.post("uploads", a_body()).status_code == 503


def test_odd_moments_are_taken(shop):
    device, browser, _api = shop
    offer = an_offer(device)
    for clock, at in (
        ("0001-01-01T00:00:00", "9999-12-31T23:59:59Z"),
        ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"),
    ):
        item = an_item(code(a_card()), offer) | {"scanned_at": at}
        answer = posted(browser, a_body(item) | {"device_time": clock})
        assert answer.status_code == 200, answer.content
        assert answer.json()["items"][0]["result"] == "stored"


def test_the_description_knows_the_upload():
    schema = Api().get("openapi.json").json()
    upload = schema["paths"]["/api/v1/uploads"]["post"]
    assert upload["requestBody"]["content"]["application/json"]["examples"]
    items = schema["components"]["schemas"]["UploadIn"]["properties"]["items"]
    assert set(items["items"]["required"]) == {"sequence", "key", "purpose", "code", "scanned_at", "accepted"}
    assert items["maxItems"] == 1000


def test_a_key_sends_for_a_branch_what_its_lanes_did_before_it_was_first_used():
    branch = BranchFactory()
    with time_machine.travel(timezone.now() - timedelta(days=2), tick=True):
        _key, secret = create_key(
            business=branch.business, name="Chain", scopes=("upload",), by="system:test"
        )
    offer, api = OfferFactory(business=branch.business), Api(secret)
    api.headers["Branch"] = str(branch.pk)
    yesterday = timezone.now() - timedelta(days=1)
    for number in (1, 2):  # two lanes: the first has nothing left to send, the second is older
        item = an_item(code(a_card()), offer, at=yesterday - timedelta(hours=number), sequence=number)
        answer = api.post("uploads", a_body(item))
        assert answer.json()["items"][0]["result"] == "stored", answer.content
    first, second = Redemption.objects.order_by("pk")
    for use, hours in ((first, 1), (second, 2)):
        assert abs(use.redeemed_at - (yesterday - timedelta(hours=hours))) < timedelta(seconds=5)


def test_a_key_without_the_right_may_not():
    branch = BranchFactory()
    _key, secret = create_key(
        business=branch.business, name="Chain", scopes=("check",), by="system:test", branch=branch
    )
    assert Api(secret).post("uploads", a_body()).status_code == 403
