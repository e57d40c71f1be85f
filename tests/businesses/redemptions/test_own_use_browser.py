"""A carer's phone at the till: the barcode on the screen is read by an independent reader; the countdown; no JavaScript."""

from __future__ import annotations

import warnings
from datetime import timedelta
from io import BytesIO

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from PIL import Image

from businesses.redemptions.models import Redemption, Scan
from tests.factories_accounts import signed_in
from tests.factories_own_use import EAN, a_carer, barcode_offer, code_offer

pytestmark = pytest.mark.browser
UNREAD = settings.BASE_DIR / "var" / "unread"
PAINTED = """() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""
LONG = "CARER-PASSPORT-OFFER-2026-11-25-000-abcd"
CODES = [("ean13", EAN), ("code128", "CARER-10"), ("code128", "0123456789" * 4), ("code128", LONG)]


def phone_of(browser, address: str, client, **more):
    more = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3} | more
    context = browser.new_context(base_url=address, **more)
    context.add_cookies(
        [{"name": name, "value": one.value, "url": address} for name, one in client.cookies.items()]
    )
    page = context.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("console", lambda said: "Security Policy" in said.text and page.wrong.append(said.text))
    return page


def look(page, state: str) -> None:
    found = Axe().run(page).response["violations"]
    page.wrong += [f"{state}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        page.wrong.append(f"{state}: wider than the screen")


def read(picture: bytes) -> list[str]:
    """What a reader finds in what the screen shows, from any side."""
    return [found.text for found in zxingcpp.read_barcodes(Image.open(BytesIO(picture)))]


def read_by_a_scanner(page) -> list[str]:
    """A scanner looks many times a second, so a test may look again. But one look should do: of 608 on a busy machine none
    failed, at any offset of the page, and why one did once is not known. Whichever does leaves its picture and a warning.
    """
    page.evaluate(PAINTED)
    for number in range(5):
        picture = page.screenshot()
        found = read(picture)
        if found:
            return found
        UNREAD.mkdir(parents=True, exist_ok=True)
        kept = UNREAD / f"barcode-{number}.png"
        kept.write_bytes(picture)
        warnings.warn(f"a barcode was not read: {kept}", stacklevel=2)
        page.wait_for_timeout(200)
    return found


def test_each_barcode_is_read_from_the_screen_of_a_phone(live_server, browser):
    user, _card = a_carer()
    client = signed_in(user)
    for kind, text in CODES:
        offer = barcode_offer(barcode_kind=kind, barcode=text)
        for scheme, scale in (("light", 3), ("dark", 2)):
            page = phone_of(browser, live_server.url, client, color_scheme=scheme, device_scale_factor=scale)
            page.goto(f"/use/{offer.pk}/")
            if page.get_by_role("button", name="I am at the till now").count():
                look(page, "the offer")
                page.get_by_role("button", name="I am at the till now").click()
            page.wait_for_selector(".own-bars svg")
            look(page, text)
            page.locator(".own-bars").scroll_into_view_if_needed()
            page.evaluate("document.querySelector('.own-bars').scrollIntoView({block: 'start'})")
            assert read_by_a_scanner(page) == [text], (text, scheme)
            assert page.wrong == []
            page.context.close()
    assert Redemption.objects.count() == len(CODES)


def test_it_counts_down_goes_and_a_code_is_copied(live_server, browser):
    user, _card = a_carer()
    client = signed_in(user)
    offer, online = barcode_offer(), code_offer(codes=1)
    page = phone_of(browser, live_server.url, client)
    page.clock.install()
    page.goto("/use/")
    look(page, "choose")
    page.locator(f'a[href="/use/{offer.pk}/"]').click()
    page.get_by_role("button", name="I am at the till now").click()
    page.wait_for_selector(".own-bars svg")
    page.clock.run_for(60_000)
    assert page.locator("[data-clock]").inner_text().startswith(("8:", "9:"))
    page.clock.run_for(timedelta(minutes=9, seconds=2).total_seconds() * 1000)
    assert page.locator(".own-bars").count() == 0
    assert page.get_by_role("heading", name="The barcode has gone").is_visible()
    page.goto(f"/use/{online.pk}/")
    look(page, "before the code")
    page.get_by_role("button", name="Get my code").click()
    page.wait_for_selector(".own-code")
    look(page, "the code")
    assert page.wrong == []
    page.context.close()

    without = phone_of(browser, live_server.url, client, java_script_enabled=False)
    without.goto(f"/use/shown/{Scan.objects.get(offer=offer).redemption.pk}/")
    assert read(without.screenshot()) == [EAN]
    without.locator("summary").click()
    without.get_by_role("button", name="The till did not take it").click()
    assert without.get_by_text("This use does not count").first.is_visible()
    assert without.locator(".own-bars").count() == 0
    without.context.close()
