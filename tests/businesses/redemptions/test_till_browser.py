"""The till in a real browser: scan, button, undo, no network, no JavaScript; axe on each state."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from passports.cards.domain.numbers import display
from tests.factories import BranchFactory
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser


class Phone:
    """A browser at phone size, enrolled or not, that notes whatever the policy refuses and axe finds."""

    def __init__(self, browser, address: str, token: str = "", scripts: bool = True, width: int = 390):
        self.context = browser.new_context(
            viewport={"width": width, "height": 800}, base_url=address, java_script_enabled=scripts
        )
        if token:
            self.context.add_cookies([{"name": "till", "value": token, "url": address}])
        self.page = self.context.new_page()
        self.scripts, self.wrong = scripts, []
        self.page.on("console", lambda said: "Security Policy" in said.text and self.wrong.append(said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def look(self, state: str) -> None:
        """axe, and nothing wider than the screen."""
        if not self.scripts:
            return
        found = Axe().run(self.page).response["violations"]
        self.wrong += [f"{state}: {one['id']}: {one['nodes'][0]['html'][:100]}" for one in found]
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            self.wrong.append(f"{state}: wider than the screen")


def test_a_shop_checks_records_and_undoes(live_server, browser):
    """One test for all ways, since each test with a live server empties the database afterwards."""
    device, token = a_till(BranchFactory(business__name="Mill Lane Café", business__shop_word="marmalade"))
    an_offer(device, title_en="Tea for two", limit_kind="day", terms_en="Until 4 pm.")
    card = a_card(passport__first_name="Priyanka")
    wrong = []
    for width in (320, 1280):
        phone = Phone(browser, live_server.url, token, width=width)
        _scans_records_undoes(phone, code(card, live=True))
        wrong += phone.wrong
        phone.context.close()
    stranger = Phone(browser, live_server.url)
    _stranger(stranger, code(card))
    plain = Phone(browser, live_server.url, token, scripts=False)
    _without_scripts(plain, display(card.number))
    assert [*wrong, *stranger.wrong, *plain.wrong] == []


def _scans_records_undoes(phone: Phone, digits: str) -> None:
    page, before = phone.page, Redemption.objects.count()
    page.goto(f"/v#{digits}")
    page.get_by_role("heading", name="Yes").wait_for()
    assert "#" not in page.url, "the code stays in no history"
    assert page.get_by_text("Priyanka").is_visible()
    assert page.get_by_text("marmalade").is_visible()
    phone.look("yes")
    page.get_by_role("button", name="Record this use Tea for two").dblclick()
    page.get_by_role("heading", name="Recorded").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    phone.look("recorded")
    assert Redemption.objects.count() == before + 1
    page.wait_for_timeout(600)  # taps right after an answer do nothing
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="Undone").wait_for()
    page.wait_for_timeout(600)
    assert RedemptionVoid.objects.count() == before + 1
    page.get_by_role("link", name="Next customer").click()
    page.get_by_role("heading", name="Scan or type").wait_for()
    phone.look("till")
    page.get_by_label("Card number").fill("hello")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Not valid").wait_for()
    phone.look("not valid")
    _loses_the_network(phone)


def _loses_the_network(phone: Phone) -> None:
    page, scans = phone.page, Scan.objects.count()
    page.goto("/till/")
    page.get_by_label("Card number").fill("0000-0000-0")  # without a network only codes can be checked
    phone.context.set_offline(True)
    page.get_by_role("button", name="Check this card").click()
    page.get_by_role("heading", name="Cannot check").wait_for()
    phone.look("cannot check")
    phone.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("heading", name="Not valid").wait_for()
    assert Scan.objects.count() == scans + 1


def _stranger(phone: Phone, digits: str) -> None:
    page = phone.page
    page.goto(f"/v#{digits}")
    page.get_by_role("heading", name="Genuine").wait_for()
    assert "Priyanka" not in page.content()
    phone.look("stranger")
    page.goto("/till/enrol#%" + "A" * 30)  # half an escape, as from a damaged QR
    assert page.get_by_label("Set-up code").input_value() == ""
    page.goto("about:blank")
    page.goto("/till/enrol#ABCDEFGHJKMNPQRSTVWXYZ0123")
    assert page.get_by_label("Set-up code").input_value() == "ABCDEFGHJKMNPQRSTVWXYZ0123"
    assert "#" not in page.url
    phone.look("enrol")


def _without_scripts(phone: Phone, number: str) -> None:
    page = phone.page
    page.goto("/v")
    page.get_by_label("Card number").fill(number)
    page.get_by_role("button", name="Check this card").click()
    assert page.get_by_role("heading", name="Yes").is_visible()
    page.get_by_role("button", name="Record this use Tea for two").click()
    assert page.get_by_role("heading", name="Recorded").is_visible()
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_role("heading", name="Undone").is_visible()
