"""Who serves, in Chromium: initials, PINs, a till left alone, without a network, without JavaScript."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from businesses.redemptions.models import Redemption, Scan
from tests.businesses.redemptions.test_till_browser import Phone
from tests.factories_staff import PINS, asks_who
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser
MINUTE = 60_000


def uses() -> list[str]:
    return list(Redemption.objects.order_by("pk").values_list("scan__staff", flat=True))


def test_initials_and_pins_with_a_network(live_server, browser):
    """One test for all ways, since each test with a live server empties the database afterwards."""
    wrong = []
    for width, mode in ((320, "initials"), (1280, "pin")):
        device, token = a_till()
        an_offer(device, title_en="Tea for two", limit_kind="none")
        asks_who(device.branch.business, mode)
        phone = Phone(browser, live_server.url, token, width=width)
        _asked_once(phone, code(a_card()), mode)
        wrong += phone.wrong
        phone.context.close()
        plain = Phone(browser, live_server.url, token, scripts=False)
        _without_scripts(plain, code(a_card()), mode)
        plain.context.close()
    assert wrong == []
    assert uses() == ["MJ", "MJ", "RH"] * 2


def _asked_once(phone: Phone, digits: str, mode: str) -> None:
    page = phone.page
    page.goto(f"/v#{digits}")
    page.get_by_role("heading", name="Yes").wait_for()
    expect(page.get_by_text("Serving: nobody chosen")).to_be_visible()
    phone.look("yes")
    page.get_by_role("button", name="Record this use").click()
    page.get_by_role("heading", name="Who is serving?").wait_for()
    phone.look("who")
    page.wait_for_timeout(450)  # taps right after an answer do nothing
    page.get_by_role("button", name="MJ", exact=True).click()
    if mode == "pin":
        _types_pins(phone)
    page.get_by_role("heading", name="Recorded").wait_for()
    expect(page.locator("[data-initials]")).to_have_text("MJ")
    phone.look("recorded")
    # the next customer: nobody is asked again
    page.goto(f"/v#{digits}")
    page.wait_for_timeout(450)
    page.get_by_role("button", name="Record this use").click()
    page.get_by_role("heading", name="Recorded").wait_for()
    page.goto("/till/")
    expect(page.locator(".till-by").first).to_have_text("MJ")
    phone.look("till")


def _types_pins(phone: Phone) -> None:
    page = phone.page
    field = page.get_by_label("PIN of MJ")
    expect(field).to_be_focused()
    field.fill("9999")
    phone.look("pin")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="This is not the PIN of MJ").wait_for()
    phone.look("wrong pin")
    field.fill(PINS["MJ"])
    page.keyboard.press("Enter")


def _without_scripts(phone: Phone, digits: str, mode: str) -> None:
    page = phone.page
    page.goto("/till/")
    page.get_by_label("Card number").fill(digits)
    page.get_by_role("button", name="Check this card").click()
    page.get_by_role("button", name="Record this use").click()
    page.get_by_role("button", name="RH", exact=True).click()
    if mode == "pin":
        page.get_by_label("PIN of RH").fill(PINS["RH"])
        page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", name="Recorded")).to_be_visible()


def serving(phone) -> dict:
    """What the device keeps of who serves."""
    meta = phone.stored()["database"]["meta"]
    return dict(zip(meta["keys"], meta["values"], strict=True)).get("serving", {})


def test_initials_go_on_and_change_without_a_network(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="none")
    people = asks_who(device.branch.business)
    phone = shop(token)
    page = phone.page
    phone.ready()
    # given RH was chosen with a network
    phone.press("Choose who is serving", "Who is serving?")
    phone.press("RH", "Scan or type")
    expect(page.locator("[data-initials]")).to_have_text("RH")
    # when the network goes, RH still serves, in the page and in the one that stands in
    phone.lose_the_network()
    page.goto("/till/")
    page.get_by_role("heading", name="Scan the card").wait_for()
    expect(page.locator("[data-initials]")).to_have_text("RH")
    phone.scan(code(a_card()), "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    # and MJ takes over with the card on the screen, which comes back
    phone.scan(code(a_card()), "Yes")
    phone.press("Change who is serving", "Who is serving?")
    phone.look("who")
    phone.press("MJ", "Yes")
    expect(page.locator("[data-initials]")).to_have_text("MJ")
    phone.press("Record this use Tea for two", "Recorded")
    items = phone.stored()["database"]["queue"]["values"]
    assert [item["staff"] for item in items if item["purpose"] == "redeem"] == ["RH", "MJ"]
    # then the server learns both, and who serves now
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert uses() == ["RH", "MJ"]
    page.goto("/till/")
    expect(page.locator("[data-serving]")).to_have_attribute("data-serving", str(people["MJ"].pk))
    assert phone.wrong == []


def test_a_till_left_alone_without_a_network_asks_before_the_use(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="none")
    asks_who(device.branch.business)
    phone = shop(token)
    page = phone.page
    phone.ready()
    phone.press("Choose who is serving", "Who is serving?")
    phone.press("RH", "Scan or type")
    expect(page.locator("[data-initials]")).to_have_text("RH")
    phone.lose_the_network()
    page.goto("/till/")
    phone.clock_is(241 * MINUTE)
    phone.scan(code(a_card()), "Yes")
    expect(page.get_by_text("Serving: nobody chosen")).to_be_visible()
    phone.press("Record this use Tea for two", "Who is serving?")
    phone.press("Not in the list? Record it without a name", "Recorded")
    phone.scan(code(a_card()), "Yes")
    phone.press("Record this use Tea for two", "Who is serving?")
    phone.press("MJ", "Recorded")
    phone.clock_is(-241 * MINUTE)
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert uses() == ["", "MJ"]
    assert phone.wrong == []


def test_a_pin_cannot_be_checked_without_a_network_and_the_initials_say_so(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="none")
    people = asks_who(device.branch.business, "pin")
    phone = shop(token)
    page = phone.page
    phone.ready()
    phone.press("Choose who is serving", "Who is serving?")
    phone.press("RH", "Who is serving?")
    page.get_by_label("PIN of RH").fill(PINS["RH"])
    phone.press("Start", "Scan or type")
    # given RH was let in by a PIN: that holds for half an hour
    phone.lose_the_network()
    phone.scan(code(a_card()), "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    # when the till was left alone, it asks, and says that it cannot check
    phone.clock_is(31 * MINUTE)
    phone.scan(code(a_card()), "Yes")
    phone.press("Record this use Tea for two", "Who is serving?")
    expect(page.get_by_text("Without a connection we cannot check a PIN.")).to_be_visible()
    phone.press("RH", "Recorded")
    expect(page.locator("[data-initials]")).to_have_text("RH?")
    _only_initials_are_kept(phone, people)
    # then both are counted, and the second is told apart
    phone.clock_is(-31 * MINUTE)
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert uses() == ["RH", "RH?"]
    assert Scan.objects.filter(offline=True, staff="RH?", purpose="redeem").count() == 1
    assert phone.wrong == []


def _only_initials_are_kept(phone, people) -> None:
    """Nothing of a carer, and of the staff no more than the list of initials and which one."""
    stored = phone.stored()
    text = json.dumps(stored)
    assert serving(phone).keys() == {"id", "mode", "alone", "at"}
    for member in people.values():
        assert member.pin_hash not in text
    bundle = dict(zip(stored["database"]["meta"]["keys"], stored["database"]["meta"]["values"], strict=True))[
        "bundle"
    ]
    assert {key for one in bundle["staff"]["people"] for key in one} == {"id", "initials"}
