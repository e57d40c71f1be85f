"""Every component in a real browser: axe, nothing wider than the screen, no refused script or style."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def gallery(settings):
    settings.ROOT_URLCONF = "tests.foundation.urls_with_design"


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_stand(gallery, status):
    response = Client().get(f"/design/errors/{status}/")
    assert response.status_code == status
    assert b"<h1>" in response.content


@pytest.mark.browser
def test_the_gallery_is_accessible_and_fits_in_both_modes(gallery, live_server, browser):
    """One test for all pages, since each test with a live server empties the database afterwards."""
    wrong = {}
    for path in ("/design/", "/design/card/", "/design/till/", "/account/login/"):
        for width in (320, 390, 1280):
            for mode in ("light", "dark"):
                wrong[path, width, mode] = _what_is_wrong(browser, live_server.url + path, width, mode)
    assert {place: found for place, found in wrong.items() if found} == {}


def _what_is_wrong(browser, address: str, width: int, mode: str) -> list[str]:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=mode)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(address)
    violations = Axe().run(page).response["violations"]
    found = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("wider than the screen")
    page.close()
    return found + [text for text in refused if "Content Security Policy" in text]


@pytest.mark.browser
def test_the_error_summary_takes_focus_and_leads_to_the_field(gallery, live_server, browser):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(live_server.url + "/design/")
    summary = page.locator(".error-summary")
    assert summary.evaluate("box => box === document.activeElement")
    summary.locator("a").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_name"
    page.close()


@pytest.mark.browser
def test_targets_are_big_enough_for_a_thumb(gallery, live_server, browser):
    page = browser.new_page(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(live_server.url + "/design/")
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            "button, .button, select, summary, .nav a, .foot ul a, .choice label, input:not([type=hidden])"
        )].filter(it => !it.matches(".choice input"))
        .map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
        .filter(([, box]) => box.height && box.height < 44).map(([html, box]) => `${html} ${box.height}`)"""
    )
    assert small == []
    page.close()
