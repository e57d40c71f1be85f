"""Applying on a phone in a real browser, with and without JavaScript, at 390 and 320 px; axe on every
page.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail as django_mail
from playwright.sync_api import Browser, Page, expect

from passports.applications import services
from passports.applications.models import Application
from tests.factories_applications import picture, young_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def mailed_code() -> str:
    """The code in the newest mail that was sent."""
    return re.search(r"\d{4}-\d{4}", django_mail.outbox[-1].body)[0]


class Phone:
    """A page that is checked each time its button is pressed: axe finds nothing and nothing hangs over
    the side.
    """

    def __init__(self, page: Page):
        self.page = page
        self.seen: list[str] = []

    def check(self) -> None:
        page = self.page
        page.wait_for_load_state("load")
        page.locator("main h1").first.wait_for()  # a locator waits across a navigation; evaluate() does not
        name = page.url.split("/apply/")[-1] or "start"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide"
        found = Axe().run(page).response["violations"]
        assert not found, (name, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found])
        self.seen.append(name)

    def go_on(self, button: str = "Continue") -> None:
        self.check()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()


@pytest.fixture
def photo(tmp_path) -> Path:
    path = tmp_path / "me.jpg"
    path.write_bytes(picture())
    return path


def open_phone(browser: Browser, live_server, *, width: int = 390, script: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        base_url=live_server.url,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    return context.new_page()


def born(page: Page, year: str) -> None:
    page.get_by_label("Day").fill("4")
    page.get_by_label("Month").fill("5")
    page.get_by_label("Year").fill(year)


@pytest.mark.parametrize("width", [390, 320])
def test_an_adult_applies_on_a_phone(scheme, browser, live_server, photo, width):
    page = open_phone(browser, live_server, width=width)
    phone = Phone(page)
    page.goto("/apply/")
    phone.go_on("Start")
    # an empty page says what is missing, and its link leads to the field
    phone.go_on()
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("link", name="Enter your first name").click()
    expect(page.get_by_label("First name")).to_be_focused()
    page.get_by_label("First name").fill("Priya")
    page.get_by_label("Last name").fill("O’Neill-Ŵyn-of-a-Very-Long-Family-Name-Indeed-That-Goes-On")
    phone.go_on()
    born(page, "1968")
    phone.go_on()
    page.get_by_label("What is your postcode?").fill("aj12aa")
    phone.go_on()
    page.get_by_label("My mum or dad").check()
    phone.go_on()
    page.get_by_label("80 or over").check()
    page.get_by_label("At another address").check()
    phone.go_on()
    page.get_by_label("20 to 34 hours a week").check()
    page.get_by_label("1 to 4 years").check()
    phone.go_on()
    page.get_by_label("E-mail address").fill("priya@mail.example")
    phone.go_on()
    page.get_by_label("Code from the e-mail").fill(mailed_code())
    with page.expect_navigation():
        page.keyboard.press("Enter")  # goes on, and sends no new code
    page.get_by_label("Your address").fill("4 Mill Lane\nArlenford")
    page.get_by_label("Telephone number").fill("07700 900 123")
    phone.go_on()
    # the photo shows before it is sent, and then as it will be on the card
    page.set_input_files("input[type=file]", photo)
    expect(page.get_by_alt_text("The photo you have chosen")).to_be_visible()
    expect(page.get_by_label("Take or choose a photo now")).to_be_checked()
    phone.go_on()
    shown = page.get_by_alt_text("The photo as it will be on the card")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == 640
    phone.go_on("Turn it")
    phone.go_on()
    page.get_by_label("A letter about a benefit").check()
    phone.go_on()
    page.set_input_files("input[type=file]", [photo, photo])
    phone.go_on("Add these and stay here")
    expect(page.get_by_text("File 2", exact=True)).to_be_visible()
    page.get_by_role("button", name="Take file 1 away").click()
    expect(page.get_by_text("File 2", exact=True)).to_have_count(0)
    phone.go_on()
    page.get_by_label("By post").check()
    phone.go_on()
    # consents are separate and unticked
    assert [box.is_checked() for box in page.get_by_role("checkbox").all()] == [False, False, False]
    page.get_by_label("I agree to the card’s terms").check()
    phone.go_on()
    # going back by the browser and forward again loses nothing
    page.go_back()
    page.go_forward()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    phone.go_on("Send my application")
    expect(page.get_by_role("heading", name="We have your application")).to_be_visible()
    phone.check()
    application = Application.objects.get()
    expect(page.get_by_text(application.reference)).to_be_visible()
    assert application.status == "waiting"
    assert application.evidence_files.count() == 1
    page.get_by_role("link", name="Answer 4 questions").click()
    phone.go_on("Send the answers")
    phone.check()
    assert len(set(phone.seen)) >= 18


def test_a_young_carer_and_a_teacher_without_javascript(scheme, browser, live_server):
    """The axe check itself needs scripts, so this one only walks."""
    page = open_phone(browser, live_server, script=False)

    def go_on(button: str = "Continue") -> None:
        page.get_by_role("button", name=button, exact=True).click()

    page.goto("/apply/")
    go_on("Start")
    page.get_by_label("First name").fill("Kacper")
    go_on()
    born(page, "2010")
    go_on()
    expect(page.get_by_role("heading", name="What happens with what you tell us")).to_be_visible()
    go_on()
    page.get_by_label("What is your postcode?").fill("AJ1 2AA")
    go_on()
    page.get_by_label("My brother or sister").check()
    go_on()
    page.get_by_label("E-mail address").fill("kacper@mail.example")
    go_on()
    page.get_by_label("Code from the e-mail").fill(mailed_code())
    go_on()
    go_on()
    page.get_by_label("Their name").fill("Ms Price")
    page.get_by_label("Someone at my school or college").check()
    page.get_by_label("Their e-mail address").fill("price@school.example")
    go_on()
    page.get_by_label("A plain one").check()
    go_on()
    page.get_by_label("Have it taken at one of our desks").check()
    go_on()
    page.get_by_label("I say so myself").check()
    go_on()
    page.get_by_label("What you do for them").fill("I help my brother dress.")
    go_on()
    page.get_by_label("I will use the card only for myself").check()
    go_on()
    go_on("Send my application")
    expect(page.get_by_text("We have sent a link to Ms Price")).to_be_visible()
    # the teacher copies the code, because the link's end is for scripts
    token = re.search(
        r"#([\w-]{32})", next(m.body for m in django_mail.outbox if m.to == ["price@school.example"])
    )[1]
    teacher = open_phone(browser, live_server, script=False)
    teacher.goto("/apply/adult-answer/")
    teacher.get_by_label("The code from our e-mail").fill(token)
    teacher.get_by_role("button", name="See what it is about").click()
    teacher.get_by_role("button", name="Yes, I agree").click()
    expect(teacher.get_by_role("heading", name="Thank you for saying yes")).to_be_visible()
    assert Application.objects.get().guardian_agreed_on is not None


def test_the_link_for_the_adult_needs_one_press_and_leaves_no_trace_in_the_address(
    scheme, browser, live_server
):
    sent = services.submit_application(application=young_draft())
    token = services.invite_adult(application=sent)
    page = open_phone(browser, live_server)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/apply/adult-answer/#{token}")
    expect(page.get_by_label("The code from our e-mail")).to_be_hidden()
    phone = Phone(page)
    phone.go_on("See what it is about")
    expect(page.get_by_role("heading", name="Do you agree that Rhian gets")).to_be_visible()
    phone.go_on("Yes, I agree")
    phone.check()
    assert not [address for address in asked if token in address.split("#")[0]]
    assert token not in page.url
