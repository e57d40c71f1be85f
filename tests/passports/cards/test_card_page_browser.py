"""The card on a phone, in Chromium: to a camera, without a network, after the last day, in a shop."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from PIL import Image
from playwright.sync_api import expect

from passports.cards import keys, services
from passports.cards.domain import numbers
from passports.cards.domain.scanned import parse_scanned
from tests.factories_cards import SYSTEM, issued, run_out
from tests.passports.cards.pictures import read_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


@pytest.fixture
def card():
    return issued(photo=True, first_name="Priya", last_name="Menon-Hughes")


def sign_in(context, user, base: str) -> None:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": base}])


@pytest.fixture
def phone(browser, live_server, card):
    """A phone on which the carer is signed in."""
    context = browser.new_context(base_url=live_server.url, **PHONE)
    sign_in(context, card.passport.user, live_server.url)
    yield context
    context.close()


def open_page(context, path: str = "/card/"):
    page = context.new_page()
    page.goto(path)
    return page


def visit_and_keep(context):
    """One visit, until the worker has stored what it needs."""
    page = open_page(context)
    expect(page.locator("[data-says=live]")).to_be_visible()
    kept = """async () => {
        for (let n = 0; n < 100; n++) {
            const store = await caches.open("card");
            const paths = (await store.keys()).map((request) => new URL(request.url).pathname);
            if (paths.includes("/card/") && paths.includes("/card/gone/")) return paths;
            await new Promise((done) => setTimeout(done, 100));
        }
        return [];
    }"""
    paths = page.evaluate(kept)
    assert "/card/photo/" in paths
    assert not [path for path in paths if "code.json" in path]
    return page


def code_on(page):
    """What a camera reads off the screen."""
    box = page.locator(".card-code")
    (text,) = read_picture(Image.open(BytesIO(box.screenshot())))
    return keys.read(parse_scanned(text, settings.CARD_ISSUER_HOST).digits)[0]


def test_a_camera_reads_the_live_code_off_the_screen(phone, card):
    page = open_page(phone)
    expect(page.locator("[data-says=live]")).to_be_visible()
    code = code_on(page)
    assert code.live
    assert code.serial.hex() == card.serial


def test_the_code_is_at_least_45_mm_wide_on_a_phone(phone):
    """390 CSS pixels are 64 to 66 mm on today’s phones. The quiet zone does not count."""
    page = open_page(phone)
    expect(page.locator("[data-says=live]")).to_be_visible()  # it has taken the place of the stored one
    svg = page.locator(".card-code svg")
    modules = int(re.search(r"0 0 (\d+)", svg.get_attribute("viewBox"))[1])
    width = svg.bounding_box()["width"] / 390 * 64.5
    assert width >= 45
    assert width * (modules - 8) / modules >= 45


def test_in_the_dark_the_code_stays_black_on_white(phone, card):
    page = open_page(phone)
    page.emulate_media(color_scheme="dark")
    picture = Image.open(BytesIO(page.locator(".card-code").screenshot())).convert("L")
    assert picture.getpixel((30, 30)) == 255
    assert code_on(page).serial.hex() == card.serial


def test_without_scripts_the_static_code_and_the_time_are_there(browser, live_server, card):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, **PHONE)
    sign_in(context, card.passport.user, live_server.url)
    page = open_page(context)
    assert not code_on(page).live
    expect(page.locator("[data-opened]")).to_be_visible()
    expect(page.locator("[data-says=static]")).to_be_visible()
    expect(page.locator("[data-show]")).to_be_hidden()
    context.close()


def test_the_clock_ticks(phone):
    page = open_page(phone)
    clock = page.locator("[data-clock-time]")
    expect(clock).to_have_text(re.compile(r"^\d\d:\d\d:\d\d$"))
    before = clock.text_content()
    expect(clock).not_to_have_text(before, timeout=3000)
    expect(page.locator("[data-clock-day]")).to_have_text(re.compile(r"^\w{3} \d{1,2} \w{3,4}$"))


def test_after_one_visit_it_opens_without_a_network_within_a_second(phone, card):
    visit_and_keep(phone).close()
    phone.set_offline(True)
    page = phone.new_page()
    page.goto("/card/", wait_until="domcontentloaded", timeout=3000)
    taken = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert taken < 1000
    expect(page.locator(".card-name")).to_have_text("Priya Menon-Hughes")
    expect(page.locator("[data-says=static]")).to_be_visible()
    code = code_on(page)
    assert not code.live
    assert code.serial.hex() == card.serial
    assert page.locator(".card-photo").evaluate("(photo) => photo.complete && photo.naturalWidth") == 280


def test_when_the_network_goes_the_static_code_returns_and_back(phone):
    page = open_page(phone)
    expect(page.locator("[data-says=live]")).to_be_visible()
    phone.set_offline(True)
    expect(page.locator("[data-says=static]")).to_be_visible()
    assert not code_on(page).live
    phone.set_offline(False)
    expect(page.locator("[data-says=live]")).to_be_visible()
    assert code_on(page).live


def test_a_card_stopped_elsewhere_goes_from_an_open_page(phone, card):
    page = open_page(phone)
    expect(page.locator("[data-says=live]")).to_be_visible()
    services.report_lost(card=card, by=SYSTEM)
    phone.set_offline(True)
    phone.set_offline(False)
    expect(page.get_by_role("heading", name="We have stopped this card")).to_be_visible()


def test_a_stored_copy_is_replaced_by_what_the_server_says_now(phone, card):
    visit_and_keep(phone).close()
    services.report_lost(card=card, by=SYSTEM)
    open_page(phone).close()
    phone.set_offline(True)
    page = phone.new_page()
    page.goto("/card/")
    assert "Priya" not in page.content()


def test_after_the_last_day_name_and_code_leave_an_open_page(phone, card):
    page = phone.new_page()
    page.clock.install()
    page.goto("/card/")
    expect(page.locator(".card-name")).to_be_visible()
    page.clock.fast_forward(800 * 24 * 3600 * 1000)
    expect(page.get_by_role("heading", name="This card has run out")).to_be_visible()
    check_code = numbers.check_code(bytes.fromhex(card.serial))
    for gone in ("Priya", numbers.display(card.number), check_code):
        assert gone not in page.locator("main").inner_text()
    assert page.locator(".card-code").count() == 0


def test_after_the_last_day_the_stored_copy_is_thrown_away_without_a_network(phone, card):
    page = visit_and_keep(phone)
    age = """async () => {
        const store = await caches.open("card");
        const stored = await store.match("/card/");
        const headers = new Headers(stored.headers);
        headers.set("X-Card-Until", "1000000000");
        await store.put("/card/", new Response(await stored.text(), { headers }));
    }"""
    page.evaluate(age)
    page.close()
    phone.set_offline(True)
    page = phone.new_page()
    page.goto("/card/")
    expect(page.get_by_role("heading", name="This card has run out")).to_be_visible()
    assert "Priya" not in page.content()
    left = page.evaluate(
        "async () => (await (await caches.open('card')).keys()).map((request) => request.url)"
    )
    assert not [url for url in left if url.endswith("/card/") or "/photo/" in url]


def test_an_expired_card_offers_to_renew(phone, card):
    run_out(card)
    page = open_page(phone)
    expect(page.get_by_role("heading", name="Your card has run out")).to_be_visible()
    assert "Priya" not in page.locator("main").inner_text()


def test_signing_out_takes_the_stored_card_away(phone):
    page = visit_and_keep(phone)
    page.goto("/account/logout/")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"/$"))
    assert page.evaluate(
        "async () => (await caches.has('card')) && (await (await caches.open('card')).keys()).length"
    ) in (False, 0)


def test_show_to_shop_leaves_only_the_card_and_comes_back(phone, card):
    page = open_page(phone)
    page.get_by_role("button", name="Show to shop").click()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".card-more")).to_be_hidden()
    done = page.get_by_role("button", name="Done")
    expect(done).to_be_focused()
    box, height = page.locator(".card-code").bounding_box(), page.viewport_size["height"]
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    assert code_on(page).serial.hex() == card.serial
    done.click()
    expect(page.locator(".top")).to_be_visible()
    expect(page.get_by_role("button", name="Show to shop")).to_be_focused()


def test_the_screen_is_kept_awake_while_showing(phone):
    page = phone.new_page()
    page.add_init_script(
        "window.asked = [];"
        " Object.defineProperty(navigator, 'wakeLock', { value: { request: async (what) => {"
        " window.asked.push(what); return { release: async () => window.asked.push('released') }; } } });"
    )
    page.goto("/card/")
    page.get_by_role("button", name="Show to shop").click()
    page.get_by_role("button", name="Done").click()
    expect(page.locator(".top")).to_be_visible()
    assert page.evaluate("window.asked") == ["screen", "released"]


def test_lost_found_and_replaced_with_a_thumb(phone, card):
    page = open_page(phone)
    page.get_by_role("link", name=re.compile("I have lost")).click()
    page.get_by_role("button", name="Stop this card now").click()
    expect(page.get_by_role("heading", name="We have stopped this card")).to_be_visible()
    page.get_by_role("link", name="Get a new card").click()
    page.get_by_role("button", name="Make my new card").click()
    expect(page.get_by_text("This is your new card.")).to_be_visible()
    new = card.passport.cards.get(status="active")
    expect(page.locator("article.card-face")).to_contain_text(numbers.display(new.number))
    expect(page.locator("[data-says=live]")).to_be_visible()
    assert code_on(page).serial.hex() == new.serial


@pytest.mark.parametrize("path", ["/card/", "/card/lost/", "/card/replace/", "/card/gone/", "/cy/card/"])
def test_axe_finds_nothing(phone, path):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(phone, path)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.parametrize("make", [lambda card: services.report_lost(card=card, by=SYSTEM), run_out])
def test_axe_finds_nothing_in_other_states(phone, card, make):
    from axe_playwright_python.sync_playwright import Axe

    make(card)
    page = open_page(phone)
    assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []


def test_nothing_runs_over_the_edge_of_a_small_phone(browser, live_server, card):
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 320, "height": 640}, is_mobile=True
    )
    sign_in(context, card.passport.user, live_server.url)
    page = open_page(context)
    expect(page.locator("[data-says=live]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert code_on(page).serial.hex() == card.serial
    context.close()
