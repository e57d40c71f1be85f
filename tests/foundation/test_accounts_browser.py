"""Signing in as people do it: on a phone, with a code, with a passkey, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail as django_mail
from playwright.sync_api import expect

from passport_site.accounts.services import account_for
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def mailed_code() -> str:
    return re.search(r"\d{4}-\d{4}", django_mail.outbox[-1].body)[0]


def clean(page) -> None:
    """No axe violation on the page as it stands."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def sign_in(page, base: str, email: str) -> None:
    page.goto(f"{base}/account/login/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code from the e-mail").fill(mailed_code())
    page.get_by_role("button", name="Continue").click()


def passkeys(page):
    """Gives the browser a pretended fingerprint reader."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_a_carer_signs_in_and_sees_their_details_without_a_violation(browser, live_server):
    account_for(email="gwen@mail.example", first_name="Gwen", last_name="Pugh", language="en")
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{live_server.url}/account/login/")
    clean(page)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    clean(page)
    sign_in(page, live_server.url, "gwen@mail.example")
    for place in [
        "",
        "name/",
        "email/",
        "choices/",
        "devices/",
        "data/",
        "close/",
        "second-factor/",
        "closed/",
    ]:
        page.goto(f"{live_server.url}/me/{place}")
        clean(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"/me/{place} scrolls sideways"


def test_signing_in_works_without_javascript(browser, live_server):
    account_for(email="gwen@mail.example", first_name="Gwen", last_name="Pugh", language="en")
    page = browser.new_context(java_script_enabled=False).new_page()

    sign_in(page, live_server.url, "gwen@mail.example")
    page.goto(f"{live_server.url}/me/")

    expect(page.get_by_role("heading", name="My details")).to_be_visible()


def test_an_officer_adds_a_passkey_and_then_needs_nothing_else(browser, live_server):
    UserFactory(role="Assessor", email="ada@council.example")
    base = live_server.url.replace("127.0.0.1", "localhost")  # passkeys need a name, not a number
    page = browser.new_context().new_page()
    passkeys(page)
    sign_in(page, base, "ada@council.example")
    page.goto(f"{base}/cms/")
    expect(page.get_by_role("heading", name="Add a second lock")).to_be_visible()

    page.get_by_role("link", name="A passkey").click()
    page.get_by_role("button", name="Add this device").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    clean(page)
    page.goto(f"{base}/cms/")
    expect(page).to_have_url(f"{base}/cms/")

    page.context.clear_cookies()
    page.goto(f"{base}/account/login/?next=/cms/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{base}/cms/")
