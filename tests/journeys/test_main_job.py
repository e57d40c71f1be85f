"""The main job, end to end, in Chromium at phone size: apply, decide, show, check, record, count.

Given a scheme with an area, a shop with an enrolled till and an officer of each kind; everything else happens through
the pages a person would use, and the card goes from one phone to the other as a photographed QR code.
"""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
import time_machine
import zxingcpp
from django.core import mail as django_mail
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from businesses.members.services import create_enrolment
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.public import closes_on
from passport_site.core.models import OutgoingMail
from passport_site.scheme.models import Scheme
from tests.factories import AreaFactory, BranchFactory, BusinessFactory, OfferFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def scheme(transactional_db):
    scheme = Scheme.load()
    scheme.name_en, scheme.phone = "Arlenshire Carer Passport", "01632 960 001"
    scheme.save()
    return scheme


@pytest.fixture
def shop(scheme):
    area = AreaFactory(sectors=["AJ1 2"])
    business = BusinessFactory(name="Copper Kettle", shop_word="Marigold")
    branch = BranchFactory(business=business, area=area)
    OfferFactory(business=business, title_en="10% off food and drink", limit_kind="day", limit_count=1)
    return branch


@pytest.fixture
def phone(browser: Browser, live_server):
    """`phone()`: a new phone with nothing on it."""
    opened: list[BrowserContext] = []

    def make(**options) -> Page:
        context = browser.new_context(viewport=PHONE, base_url=live_server.url, **options)
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield make
    for context in opened:
        context.close()


def apply_as_rhian(page: Page) -> str:
    """Every question of an adult carer; returns the reference."""
    page.goto("/apply/")
    page.get_by_role("button", name=re.compile("Start|Apply|Begin")).first.click()
    page.get_by_label("First name").fill("Rhian")
    page.get_by_label("Last name").fill("Ashdown")
    go_on(page)
    for box, value in (("Day", "4"), ("Month", "5"), ("Year", "1968")):
        page.get_by_label(box, exact=True).fill(value)
    go_on(page)
    page.locator("input[name=postcode]").fill("aj1 2aa")
    go_on(page)
    choose(page, "relationship", "parent")
    go_on(page)
    choose(page, "cared_for_age", "80+")
    choose(page, "cared_for_lives", "near")
    go_on(page)
    choose(page, "hours", "20-34")
    choose(page, "since", "1-4")
    go_on(page)
    page.locator("input[name=email]").fill("rhian@mail.example")
    go_on(page)
    page.locator("input[name=code]").fill(mailed_code(page))
    go_on(page)
    go_on(page)  # the postal address is optional for somebody with e-mail
    choose(page, "photo_way", "desk")
    go_on(page)
    choose(page, "evidence_kind", "declaration")
    go_on(page)
    if page.locator("textarea[name=evidence_words]").count():
        page.locator("textarea[name=evidence_words]").fill("I look after my mum every day.")
        go_on(page)
    go_on(page)  # news
    page.locator("input[name=terms]").check()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check your answers")
    page.locator("main form[method=post]").last.locator("button").last.click()
    return page.locator(".reference").first.inner_text().strip()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value='{value}']").check()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def officer(page: Page, role: str, live_server) -> Page:
    """The officer's signed-in browser, second factor used (signing in has tests of its own)."""
    cookie = signed_in(UserFactory(role=role)).cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    return page


def sign_in_by_code(page: Page, email: str, path: str) -> None:
    """Asks for a code, reads it in the mail, types it."""
    page.goto(path)
    page.locator("main input[type=email]").fill(email)
    page.locator("main form button").first.click()
    page.locator("input[name=code]").fill(mailed_code(page))
    page.locator("main form button").first.click()


def mailed_code(page: Page) -> str:
    """The code in the newest mail, once the page asks for it. Read in what was sent: the stored words are
    emptied as soon as a code has gone.
    """
    expect(page.locator("input[name=code]")).to_be_visible()
    code = re.search(r"\b\d{4}-\d{4}\b", django_mail.outbox[-1].body)[0]
    assert not OutgoingMail.objects.filter(text__contains=code).exists()
    return code


def photographed_code(page: Page) -> str:
    """What another phone's camera reads from this phone's screen."""
    picture = Image.open(io.BytesIO(page.screenshot()))
    found = zxingcpp.read_barcodes(picture)
    assert found, "no QR code on the screen"
    return found[0].text


def test_from_application_to_figure(scheme, shop, phone, live_server):
    # when a carer applies on her phone
    carer = phone()
    reference = apply_as_rhian(carer)
    assert reference

    # and an assessor approves in the CMS
    assessor = officer(phone(), "Assessor", live_server)
    assessor.goto("/cms/applications/")
    assessor.get_by_role("link", name="Rhian Ashdown").first.click()
    assessor.get_by_role("button", name="Approve").click()
    expect(assessor.locator(".messages")).to_contain_text("has a passport")

    # then she is told, signs in with a code and sees her card
    assert OutgoingMail.objects.get(template="application_approved").to == "rhian@mail.example"
    sign_in_by_code(carer, "rhian@mail.example", "/card/")
    expect(carer.locator("main")).to_contain_text("Rhian Ashdown")
    carer.get_by_role("button", name="Show to shop").click()
    code = photographed_code(carer)
    assert "/v#" in code

    # when a stranger scans it, it is genuine, and that is all
    stranger = phone()
    stranger.goto("/v#" + code.split("#")[1])
    expect(stranger.locator("main")).to_contain_text(re.compile("genuine", re.IGNORECASE))
    expect(stranger.locator("main")).not_to_contain_text("Rhian")

    # and when the shop makes its phone a till and scans it
    _enrolment, invitation = create_enrolment(branch=shop, name="Counter 1", by="test")
    till = phone()
    till.goto(f"/till/enrol#{invitation}")
    if till.get_by_role("button", name="Set up this till").count():
        till.get_by_role("button", name="Set up this till").click()
    expect(till.locator("body")).to_contain_text("Marigold")
    till.goto("/v#" + code.split("#")[1])
    expect(till.locator("main")).to_contain_text("Rhian")
    till.get_by_role("button", name=re.compile("Record this use")).click()
    expect(till.get_by_role("button", name=re.compile("Undo"))).to_be_visible()

    # then one use is stored, and a second try today is refused kindly
    assert Redemption.objects.count() == 1
    till.goto("/v#" + code.split("#")[1])
    expect(till.locator("main")).to_contain_text("Already used")
    assert Scan.objects.filter(accepted=True, purpose="redeem").count() == 1

    # and, once the month is closed, the commissioner finds the offer in the figures (the count itself is hidden: one
    # use is a small number)
    assert Redemption.objects.get().day == timezone.localdate()
    closing = timezone.now() + (closes_on(timezone.localdate()) - timezone.localdate()) + timedelta(hours=2)
    with time_machine.travel(closing):
        call_command("count_figures", verbosity=0)
        commissioner = officer(phone(), "Commissioner", live_server)
        commissioner.goto("/cms/figures/")
        expect(commissioner.locator("#uses-by-offer")).to_be_visible()
        expect(commissioner.locator("main")).to_contain_text("10% off food and drink – Copper Kettle")
