"""How a page comes into a state: filling in, pressing, waiting. Each function makes a `then`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from .kinds import Then, card, unused_card

if TYPE_CHECKING:
    from playwright.sync_api import Page

NUMBERS = itertools.count(1)
SEND = "main form button:not([name]):not([type=button]):not(.hidden-text)"


def here(page: Page) -> str:
    """The demo's address with the language of the page that is open."""
    origin, _, path = page.url.removeprefix("http://").partition("/")
    return f"http://{origin}" + ("/cy" if path == "cy" or path.startswith("cy/") else "")


def go(path: str) -> Then:
    """Opens a page of the demo, in the language of the one before."""

    def then(page: Page) -> None:
        page.goto(here(page) + path)

    return then


def in_turn(*steps: Then) -> Then:
    """One after the other."""

    def then(page: Page) -> None:
        for step in steps:
            step(page)

    return then


def press(selector: str = SEND) -> Then:
    """Presses the first of these and waits for the next page."""

    def then(page: Page) -> None:
        page.locator(selector).first.click()
        page.wait_for_load_state()

    return then


def open_first(selector: str) -> Then:
    """Goes where the first of these links leads: by address, so that a half-hidden menu is no hindrance."""

    def then(page: Page) -> None:
        page.goto(page.locator(selector).first.evaluate("link => link.href"))

    return then


def fill(**answers: str) -> Then:
    """Types into fields by name, and ticks what can be ticked. `{n}` becomes a number that was not there before."""

    def then(page: Page) -> None:
        for name, typed in answers.items():
            value = typed.replace("{n}", str(next(NUMBERS)))
            field = page.locator(f"main [name='{name}']")
            if field.first.get_attribute("type") in ("radio", "checkbox"):
                page.locator(
                    f"main [name='{name}'][value='{value}'], main [type=checkbox][name='{name}']"
                ).check()
            elif field.first.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    return then


def mailed_code(page: Page) -> None:
    """Types the code of the newest mail that was sent, and goes on."""
    other = page.context.new_page()
    other.goto(here(page).removesuffix("/cy") + "/demo/outbox/")
    other.locator("main .rows a").first.click()
    code = re.search(r"\d{4}-\d{4}", other.locator("main .aside").inner_text())[0]
    other.close()
    send(code=code)(page)


def send(**answers: str) -> Then:
    """Fills a form in and sends it."""
    return in_turn(fill(**answers), press())


def scroll_to(selector: str) -> Then:
    """For what only moves into sight."""
    return lambda page: page.locator(selector).first.scroll_into_view_if_needed()


# The till


def type_number(status: str) -> Then:
    """Types the number of a card of that status into the field of /v or /till/; a number of eight may be given."""

    def then(page: Page) -> None:
        _check(page, status if len(status) == 9 else card(status))

    return then


def _check(page: Page, typed: str) -> None:
    page.locator(".till-number input[name=code]").fill(typed)
    page.locator(".till-number button").first.click()
    page.locator(".till-result").wait_for()


def scan_visitor(which: int) -> Then:
    """One of the cards of the next county that /demo/visitor/ shows."""

    def then(page: Page) -> None:
        read = """async (which) => {
          const text = await (await fetch("/demo/visitor/")).text();
          return new DOMParser().parseFromString(text, "text/html").querySelectorAll("textarea")[which].value;
        }"""
        _check(page, page.evaluate(read, which))

    return then


def record_use(page: Page) -> None:
    """A card that has not been used today, and the first offer that can be recorded."""
    _check(page, unused_card())
    page.wait_for_timeout(500)  # taps right after an answer do nothing
    page.locator(".till-offer form button").first.click()
    page.locator(".till-undo").wait_for()


def undo_use(page: Page) -> None:
    """Records one and takes it back."""
    record_use(page)
    page.wait_for_timeout(500)
    page.locator(".till-undo button").click()
    page.locator(".till-undo").wait_for(state="detached")


def see_used_up(page: Page) -> None:
    """Records every offer of a card once, then looks at the card again."""
    typed = unused_card()
    _check(page, typed)
    offers = page.locator(".till-offer form").count()
    for _ in range(offers):
        if not page.locator(".till-offer form").count():
            break
        page.wait_for_timeout(500)
        page.locator(".till-offer form button").first.click()
        page.locator(".till-undo").wait_for()
        page.wait_for_timeout(500)
        page.locator(".till-next a").click()
        page.locator(".till-number input[name=code]").wait_for()
        page.wait_for_timeout(500)
        _check(page, typed)
        if page.locator(".till-offer.gone").count():
            break


def use_twice(page: Page) -> None:
    """Two tills look at the same card and both record; the second press comes too late."""
    typed, other = unused_card(), page.context.new_page()
    other.goto(page.url)
    _check(page, typed)
    _check(other, typed)
    page.wait_for_timeout(500)
    limited = ".till-offer:has(> p:not(.small)) form button"
    other.locator(limited).first.click()
    other.locator(".till-undo").wait_for()
    other.close()
    page.locator(limited).first.click()
    page.locator(".till-offer").first.wait_for(state="detached")


def without_network(page: Page) -> None:
    """The line goes between typing and pressing."""
    page.locator(".till-number input[name=code]").fill(card("active"))
    page.context.set_offline(True)
    page.locator(".till-number button").first.click()
    page.locator(".till-result").wait_for()


def asked_who(page: Page) -> None:
    """A use at a till that asks who serves, where nobody is chosen."""
    _check(page, unused_card())
    page.wait_for_timeout(500)
    page.locator(".till-offer form button").first.click()
    page.locator(".till-people").wait_for()


def tap_initials(initials: str) -> Then:
    """Who serves."""

    def then(page: Page) -> None:
        page.wait_for_timeout(500)
        page.get_by_role("button", name=initials, exact=True).click()
        page.locator(".till-people").wait_for(state="detached")

    return then


def type_pin(pin: str) -> Then:
    """The PIN of whoever was tapped."""

    def then(page: Page) -> None:
        page.wait_for_timeout(500)
        page.locator("input[name=pin]").fill(pin)
        page.locator(".till-number button").click()
        page.locator(".error-summary, .till-result").first.wait_for()

    return then


def guess(page: Page) -> None:
    """A stranger tries many numbers, until the till slows them down."""
    for _ in range(40):
        _check(page, "00000000A")
        if not page.locator(".till-join").count():
            return
        go("/v")(page)


def own_use(page: Page) -> None:
    """“I am at the till now”. Where it was pressed for the picture before, the page leads to the barcode by itself."""
    if page.locator(".own-bars, .own-code").count() == 0:
        for choice in page.locator("main form [type=radio]").all()[:1]:
            choice.check()
        page.locator("main form .button.primary").click()
        page.wait_for_load_state()
