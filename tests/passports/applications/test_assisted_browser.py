"""An officer fills in an application at the desk in a real browser, and the carer claims it on a phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from passport_site.accounts.models import User
from passport_site.core.models import OutgoingMail
from passports.applications.models import Application
from tests.factories import UserFactory
from tests.factories_accounts import signed_in
from tests.factories_applications import picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def page_of(browser: Browser, live_server, user, *, width: int) -> Page:
    """A window in which this person is signed in."""
    session = signed_in(user).cookies["sessionid"].value
    context = browser.new_context(
        viewport={"width": width, "height": 900}, base_url=live_server.url, reduced_motion="reduce"
    )
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    context.set_default_timeout(20_000)
    return context.new_page()


def press(page: Page, name: str) -> None:
    check(page)
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def check(page: Page) -> None:
    page.locator("main h1").first.wait_for()
    page.evaluate(
        "Promise.all(document.getAnimations().map(one => one.finished))"
    )  # Wagtail's messages fade in
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, page.url
    found = Axe().run(page).response["violations"]
    assert not found, (page.url, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found])


def born(page: Page, year: str = "1968") -> None:
    for label, value in (("Day", "4"), ("Month", "5"), ("Year", year)):
        page.get_by_label(label, exact=True).fill(value)


@pytest.mark.parametrize("width", [1280, 390])
def test_an_application_at_the_desk_and_its_claim(scheme, browser, live_server, tmp_path, width):
    photo = tmp_path / "me.jpg"
    photo.write_bytes(picture())
    page = page_of(browser, live_server, UserFactory(role="Assessor"), width=width)
    page.goto("/cms/applications/")
    page.locator("a[href='/cms/applications/assist/']").first.click()
    page.get_by_label("At a desk").check()
    page.get_by_label("English").check()
    press(page, "Begin")

    page.get_by_label("First name").fill("Rhian")
    page.get_by_label("Last name").fill("Ashdown")
    born(page)
    page.get_by_label("What is your postcode?").fill("aj1 2aa")
    page.get_by_label("My mum or dad").check()
    page.get_by_label("80 or over").check()
    page.get_by_label("At another address").check()
    page.get_by_label("20 to 34 hours a week").check()
    page.get_by_label("1 to 4 years").check()
    page.get_by_label("E-mail address", exact=True).fill("rhian@mail.example")
    page.get_by_label("Take or choose a photo now").check()
    page.set_input_files("input[name='photo-upload']", photo)
    page.get_by_label("A letter about a benefit").check()
    press(page, "Save")

    shown = page.get_by_alt_text("The photo as it will be on the card")
    assert shown.evaluate("image => image.naturalWidth") == 640
    page.get_by_label("Paper that you have seen").fill("Carer’s Allowance, 3 November")
    page.get_by_label("I agree to the card’s terms").check()
    press(page, "Send it")  # what only the officer can say is missing, and the news question is fine
    expect(page.get_by_text("Read the address back to them, then tick this")).to_be_visible()
    page.get_by_label("I read each e-mail address back").check()
    page.get_by_label("I read out what they agree to").check()
    press(page, "Send it")
    application = Application.objects.get(status="waiting")
    expect(page.get_by_text(f"Tell them the reference: {application.reference}")).to_be_visible()
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()
    check(page)

    mail = OutgoingMail.objects.get(to="rhian@mail.example")
    link = re.search(r"next=(/\S+)", mail.text)[1]
    phone = page_of(browser, live_server, User.objects.get(email="rhian@mail.example"), width=390)
    phone.goto(link)
    born(phone, "1986")
    press(phone, "Show me the application")
    expect(phone.locator(".error-summary")).to_contain_text("This is not the date of birth that we have")
    assert application.reference not in phone.content()
    born(phone)
    press(phone, "Show me the application")
    expect(phone.get_by_text(application.reference).first).to_be_visible()
