"""Who serves at the till: asked before a use, never before a check; ends by itself; a PIN cannot be tried for ever."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from businesses.members.models import StaffMember
from businesses.members.services import give_pin, remove_staff, set_staff_mode
from businesses.redemptions import serving
from businesses.redemptions.models import Redemption, Scan
from passport_site.core.throttle import take
from tests.factories_staff import BY, PINS, Browser, asks_who
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db
COOKIE = "till-serving"


@pytest.fixture
def shop():
    """A till, its browser, one offer and a card."""
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="none")
    return device, Browser(token), code(a_card())


def look(browser: Browser, digits: str) -> str:
    return browser.send("/till/", code=digits)


def uses() -> list[str]:
    return list(Redemption.objects.order_by("pk").values_list("scan__staff", flat=True))


def test_where_nobody_is_asked_nothing_changes(shop):
    _device, browser, digits = shop
    look(browser, digits)
    assert "Serving" not in browser.html.partition('id="till-offline"')[0]
    assert "Recorded" in browser.press("Record this use")
    assert COOKIE not in browser.client.cookies
    assert "Scan or type" in browser.open("/till/serving"), "nothing to choose"


def test_a_business_with_an_empty_list_asks_nobody(shop):
    device, browser, digits = shop
    set_staff_mode(business=device.branch.business, mode="pin", by=BY)
    look(browser, digits)
    assert "Recorded" in browser.press("Record this use")


def test_a_card_is_checked_at_once_and_the_use_asks_who_and_goes_on(shop):
    # given initials are asked for and nobody is chosen
    device, browser, digits = shop
    asks_who(device.branch.business)
    # when a card comes
    html = look(browser, digits)
    # then the answer is there at once
    assert "till-result good" in html
    assert "Serving: nobody chosen" in html
    # and the use asks, says what it will do, and does it after one tap without another scan
    html = browser.press("Record this use")
    assert "Then “Tea for two” is recorded." in html
    assert not Redemption.objects.exists()
    assert "Recorded" in browser.press("RH")
    assert uses() == ["RH"]
    assert Scan.objects.count() == 2, "one check and one use"
    # and the next customer's scans are theirs
    look(browser, digits)
    browser.press("Record this use")
    assert list(Scan.objects.order_by("pk").values_list("staff", flat=True)) == ["", "RH", "RH", "RH"]
    assert '<span class="till-by">RH</span>' in browser.open()


def test_a_second_tap_on_the_initials_counts_once(shop):
    device, browser, digits = shop
    asks_who(device.branch.business)
    look(browser, digits)
    asked = browser.press("Record this use")
    browser.press("RH")
    browser.html = asked
    assert "Recorded" in browser.press("MJ")
    assert uses() == ["RH"], "who came first stays"


def test_changing_with_a_card_on_the_screen_comes_back_to_it(shop):
    device, browser, digits = shop
    asks_who(device.branch.business)
    look(browser, digits)
    assert "Tap your initials." in browser.press("Choose")
    html = browser.press("MJ")
    assert "till-result good" in html
    assert re.search(r"<strong data-initials>MJ</strong>", html)


def test_without_a_name_records_once_and_asks_again(shop):
    device, browser, digits = shop
    asks_who(device.branch.business)
    for _customer in range(2):
        look(browser, digits)
        browser.press("Record this use")
        browser.press("Not in the list?")
    assert uses() == ["", ""]


def test_nobody_for_now_ends_it(shop):
    device, browser, _digits = shop
    asks_who(device.branch.business)
    browser.open("/till/serving")
    browser.press("RH")
    browser.press("Change")
    assert "Serving: nobody chosen" in browser.press("Nobody for now")
    assert "data-somebody hidden" in browser.html


def test_a_pin_lets_in_and_a_wrong_one_says_so(shop):
    device, browser, digits = shop
    asks_who(device.branch.business, "pin")
    look(browser, digits)
    browser.press("Record this use")
    assert "PIN of RH" in browser.press("RH")
    assert "Type the PIN" in browser.press("Start", pin="")
    assert "This is not the PIN of RH" in browser.press("Start", pin=PINS["MJ"])
    assert not Redemption.objects.exists()
    assert "value=" not in re.search(r'<input type="password"[^>]*>', browser.html)[0]
    assert "Recorded" in browser.press("Start", pin=PINS["RH"])
    assert uses() == ["RH"]


def test_initials_alone_are_not_enough_where_a_pin_is_asked_for(shop):
    device, browser, _digits = shop
    people = asks_who(device.branch.business, "pin")
    assert "PIN of RH" in browser.send("/till/serving", member=people["RH"].pk)
    assert COOKIE not in browser.client.cookies


def test_five_wrong_pins_and_the_till_waits_even_for_the_right_one(shop):
    device, browser, digits = shop
    asks_who(device.branch.business, "pin")
    look(browser, digits)
    browser.press("Record this use")
    browser.press("RH")
    for _try in range(serving.WRONG_PINS.times):
        browser.press("Start", pin="9999")
    html = browser.press("Start", pin=PINS["RH"])
    assert re.search(
        r"Too many wrong PINs\. Wait \d minutes?\. Until then a use can be recorded without a name\.", html
    )
    assert not Redemption.objects.exists()
    # a carer never waits for that
    assert "Recorded" in browser.press("No PIN?")
    assert uses() == [""]


def test_right_pins_use_up_nothing(shop):
    device, browser, _digits = shop
    people = asks_who(device.branch.business, "pin")
    for _turn in range(serving.WRONG_PINS.times * 2):
        html = browser.send("/till/serving", member=people["RH"].pk, pin=PINS["RH"])
    assert "<strong data-initials>RH</strong>" in html


def test_a_day_of_wrong_pins_ends_with_words(shop):
    device, browser, _digits = shop
    people = asks_who(device.branch.business, "pin")
    for _try in range(serving.WRONG_PINS_A_DAY.times):
        take(serving.WRONG_PINS_A_DAY, f"device:{device.pk}")
    html = browser.send("/till/serving", member=people["RH"].pk, pin=PINS["RH"])
    assert "Until tomorrow it records without a name." in html


@pytest.mark.parametrize(("mode", "minutes", "there"), [("pin", 29, True), ("pin", 31, False), ("initials", 200, True), ("initials", 241, False)])  # fmt: skip
def test_a_till_left_alone_asks_again(shop, monkeypatch, mode, minutes, there):
    device, browser, digits = shop
    people = asks_who(device.branch.business, mode)
    noon = timezone.localtime().replace(hour=12, minute=0)
    monkeypatch.setattr("businesses.redemptions.serving.timezone.now", lambda: noon)
    browser.send("/till/serving", member=people["RH"].pk, pin=PINS["RH"])
    monkeypatch.setattr(
        "businesses.redemptions.serving.timezone.now", lambda: noon + timedelta(minutes=minutes)
    )
    html = look(browser, digits)
    assert ("<strong data-initials>RH</strong>" in html) is there


def test_a_new_day_asks_again(shop, monkeypatch):
    device, browser, digits = shop
    people = asks_who(device.branch.business)
    late = timezone.localtime().replace(hour=23, minute=55)
    monkeypatch.setattr("businesses.redemptions.serving.timezone.now", lambda: late)
    browser.send("/till/serving", member=people["RH"].pk)
    monkeypatch.setattr("businesses.redemptions.serving.timezone.now", lambda: late + timedelta(minutes=10))
    assert "Serving: nobody chosen" in look(browser, digits)


@pytest.mark.parametrize("change", ["removed", "new PIN", "other way", "other till", "made up"])
def test_the_cookie_ends_with_what_it_stands_for(shop, change):
    # given RH is let in
    device, browser, digits = shop
    people = asks_who(device.branch.business, "pin")
    browser.send("/till/serving", member=people["RH"].pk, pin=PINS["RH"])
    assert "<strong data-initials>RH</strong>" in browser.open()
    # when what it rests on changes
    if change == "removed":
        remove_staff(member=people["RH"], by=BY)
    elif change == "new PIN":
        give_pin(member=people["RH"], by=BY)
    elif change == "other way":
        set_staff_mode(business=device.branch.business, mode="initials", by=BY)
    elif change == "other till":
        _other, token = a_till(device.branch)
        browser.client.cookies["till"] = token
    else:
        browser.client.cookies[COOKIE] = browser.client.cookies[COOKIE].value[:-1] + "_"
    # then nobody is chosen any more
    assert "Serving: nobody chosen" in look(browser, digits)


def test_nobody_of_another_business_can_be_chosen(shop):
    device, browser, digits = shop
    asks_who(device.branch.business)
    other, _token = a_till()
    strangers = asks_who(other.branch.business)
    html = browser.send("/till/serving", member=strangers["RH"].pk, code=digits)
    assert "Who is serving?" in html
    assert COOKIE not in browser.client.cookies


@pytest.mark.parametrize("junk", ["0", "-1", "x", "9" * 400, "\x00"])
def test_junk_is_asked_again(shop, junk):
    device, browser, _digits = shop
    asks_who(device.branch.business)
    assert "Who is serving?" in browser.send("/till/serving", member=junk, offer=junk, key=junk, code=junk)


def test_a_browser_that_is_no_till_sees_nobody():
    device, _token = a_till()
    asks_who(device.branch.business)
    answer = Browser("nothing").send("/till/serving")
    assert "This is not a till yet" in answer
    assert "RH" not in answer


def test_one_query_more_where_somebody_is_asked(shop, django_assert_max_num_queries):
    device, browser, digits = shop
    look(browser, digits)
    people = asks_who(device.branch.business)
    browser.send("/till/serving", member=people["RH"].pk)
    with django_assert_max_num_queries(9) as with_staff:
        look(browser, digits)
    StaffMember.objects.all().delete()
    set_staff_mode(business=device.branch.business, mode="none", by=BY)
    with django_assert_max_num_queries(8) as without:
        look(browser, digits)
    assert len(with_staff) == len(without) + 1


def test_a_try_counts_before_the_pin_is_looked_at(shop, monkeypatch):
    """So that a hundred at once are not a hundred tries: whoever is being looked at is counted already."""
    device, browser, _digits = shop
    people = asks_who(device.branch.business, "pin")
    counted = []

    def slow_look(member, pin):
        counted.append(take(serving.WRONG_PINS, f"device:{device.pk}").used)
        return True

    monkeypatch.setattr(serving, "pin_fits", slow_look)
    browser.send("/till/serving", member=people["RH"].pk, pin="9999")
    assert counted == [2], "the one that is looked at, and the one that this test counts"


def test_without_a_cache_a_right_pin_still_lets_in(shop, monkeypatch):
    device, browser, _digits = shop
    people = asks_who(device.branch.business, "pin")

    def gone(*args, **kwargs):
        raise ConnectionError

    for name in ("add", "incr", "decr", "get"):
        monkeypatch.setattr(f"django.core.cache.cache.{name}", gone, raising=False)
    html = browser.send("/till/serving", member=people["RH"].pk, pin=PINS["RH"])
    assert "<strong data-initials>RH</strong>" in html
    assert "PIN of RH" in browser.send("/till/serving", member=people["RH"].pk, pin="9999")
