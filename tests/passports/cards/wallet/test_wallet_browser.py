"""The two buttons in Chromium on a phone: the policy lets the Google one lead to Google, and Apple’s file comes down."""

from __future__ import annotations

import dataclasses

import pytest
from playwright.sync_api import expect

from passports.cards.models import WalletPass
from tests.factories_cards import issued
from tests.passports.cards.test_card_page_browser import PHONE, sign_in
from tests.passports.cards.wallet.phones import pass_in
from tests.passports.cards.wallet.servers import google_server, holder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request, browser, live_server):
    card = issued(photo=True)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=request.param, **PHONE)
    sign_in(context, card.passport.user, live_server.url)
    yield context.new_page()
    context.close()


def test_the_google_button_leads_to_google(page, google, settings, chain):
    with google_server(holder(chain[0], "pass").key.public_key()) as server:
        settings.WALLET_GOOGLE = dataclasses.replace(
            google, api_url=server.url, token_url=f"{server.url}/token"
        )
        page.route(
            "https://pay.google.com/**",
            lambda route: route.fulfill(body="<h1>Save to Google?</h1>", content_type="text/html"),
        )
        page.goto("/card/")
        page.get_by_role("button", name="Save to Google Wallet").click()
        expect(page.get_by_role("heading", name="Save to Google?")).to_be_visible()
    assert page.url.startswith("https://pay.google.com/gp/v/save/")
    assert len(server.objects) == 1


def test_the_policy_stops_a_form_that_leads_elsewhere(page, google, settings, chain, monkeypatch):
    """The control: the same answer to another place is stopped by Chromium."""
    monkeypatch.setattr("passports.cards.wallet.google_link.SAVE_URL", "https://elsewhere.example/")
    with google_server(holder(chain[0], "pass").key.public_key()) as server:
        settings.WALLET_GOOGLE = dataclasses.replace(
            google, api_url=server.url, token_url=f"{server.url}/token"
        )
        page.route("https://elsewhere.example/**", lambda route: route.fulfill(body="stolen"))
        page.goto("/card/")
        page.get_by_role("button", name="Save to Google Wallet").click()
        page.wait_for_timeout(1000)
    assert "elsewhere" not in page.url


def test_the_apple_button_brings_the_file(page, apple):
    page.goto("/card/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Add to Apple Wallet").click()
    assert download.value.suggested_filename == "carer-passport.pkpass"
    with open(download.value.path(), "rb") as file:
        assert pass_in(file.read())["serialNumber"] == WalletPass.objects.get().serial
