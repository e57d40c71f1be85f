"""What a till without a network believes, in Chromium: old, forged and rolled-back lists, wrong clocks, old browsers."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from businesses.members.services import revoke_device
from passports.cards import trust_document
from tests.businesses.redemptions.offline_till import FORGET_CONTACT, HOUR, LIST_NOW, Till
from tests.factories import UserFactory
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser


def test_what_the_till_believes(live_server, shop):
    """Old lists, wrong clocks, forged and rolled-back lists, browsers without Ed25519, and a till that was taken off."""
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    card = a_card()
    digits = code(card)
    phone = shop(token)
    page = phone.page
    sequence = phone.ready()
    _takes_no_worse_list(phone, sequence)
    phone.lose_the_network()
    for later, heading, words in [
        (26 * HOUR, "Yes", "Not checked since"),
        (7 * 24 * HOUR, "Cannot check", "no network for more than 7 days"),
        (-2 * HOUR, "Cannot check", "clock is wrong"),
    ]:
        page.goto("/till/")
        phone.clock_is(later)
        phone.scan(digits, heading)
        assert page.get_by_text(words).first.is_visible(), later
        phone.look(f"{later / HOUR} h later")
    # the scan of “26 hours later” told the till how late it had been: a clock that goes back is noticed
    page.goto("/till/")
    phone.scan(digits, "Cannot check")
    assert page.get_by_text("clock is wrong").first.is_visible()
    # one contact with the server puts that right, but not for a phone that is an hour wrong
    phone.find_the_network()
    phone.clock_is(HOUR)
    phone.contact()
    phone.nothing_waits()
    with page.expect_response("**/bundle.json"):  # by itself: its last contact lies an hour ahead
        page.goto("/till/")
    page.wait_for_timeout(500)  # or it would write down the time of that contact after we took it away
    phone.clock_is(HOUR)
    page.evaluate(FORGET_CONTACT)
    with page.expect_response("**/bundle.json"):
        phone.contact()
    page.wait_for_timeout(300)
    phone.lose_the_network()
    phone.scan(digits, "Cannot check")
    assert page.get_by_text("clock is wrong").first.is_visible()
    assert phone.wrong == []


def _takes_no_worse_list(phone: Till, sequence: int) -> None:
    page = phone.page
    genuine = page.evaluate("async () => (await fetch('/api/v1/trust')).text()")
    document = json.loads(genuine)
    older = json.loads(trust_document._make(timezone.now() - timedelta(hours=5)).body)
    forged = document | {"sequence": document["sequence"] + 60_000}
    assert older["sequence"] < sequence
    for worse in (older, forged, document | {"status_list": older["status_list"], "sequence": sequence + 1}):
        page.route("**/api/v1/trust", lambda route, _request, worse=worse: route.fulfill(json=worse))
        page.evaluate(FORGET_CONTACT)
        with page.expect_response("**/api/v1/trust"):
            phone.contact()
        page.wait_for_timeout(400)
        assert page.evaluate(LIST_NOW)["sequence"] == sequence
        page.unroute("**/api/v1/trust")


def test_a_browser_without_ed25519_gets_one_in_javascript(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    card, stranger = a_card(), code(a_card())
    for lacks in (False, True):
        phone = shop(token)
        asked: list[str] = []
        phone.page.on("request", lambda request, asked=asked: asked.append(request.url))
        if lacks:
            phone.context.add_init_script(
                "const real = SubtleCrypto.prototype.importKey; SubtleCrypto.prototype.importKey = function (...all) {"
                " return all[2] === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : real.apply(this, all) }"
            )
        phone.ready()
        phone.lose_the_network()
        phone.page.goto("/till/")
        phone.scan(code(card), "Yes")
        phone.scan(stranger[:-1] + str((int(stranger[-1]) + 1) % 10), "Not valid")
        assert bool([url for url in asked if "noble" in url]) is lacks
        assert phone.wrong == []


def test_a_till_that_was_taken_off_keeps_nothing(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two")
    phone = shop(token)
    phone.ready()
    revoke_device(device=device, by=UserFactory())
    with phone.page.expect_response("**/bundle.json") as told:
        phone.page.evaluate(FORGET_CONTACT)
        phone.contact()
    assert told.value.status == 403
    phone.page.wait_for_timeout(500)
    left = phone.stored()
    assert all(not store["keys"] for store in left["database"].values())
    assert [name for name in left["caches"] if "/till/offline/" in name] == []
    assert phone.page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
