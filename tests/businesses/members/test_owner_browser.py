"""The owner’s page in a real browser: axe finds nothing, and it fits a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from businesses.members.models import TeamMember
from tests.factories import BranchFactory, DeviceFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [320, 1280])
def test_an_owner_invites_a_till_and_takes_it_back(browser, live_server, width):
    branch = BranchFactory()
    DeviceFactory(branch=branch)
    owner = UserFactory(role="Business owner")
    TeamMember.objects.create(business=branch.business, user=owner, role="owner")
    session = signed_in(owner).cookies["sessionid"].value
    context = browser.new_context(viewport={"width": width, "height": 800}, base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))

    def look() -> None:
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto("/business/")
    look()
    page.get_by_role("button", name="Make an invitation").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    look()
    page.get_by_label("Name of the till").fill("Counter 7")
    page.get_by_role("button", name="Make an invitation").click()
    page.get_by_role("heading", name="Invitation for Counter 7").wait_for()
    look()
    page.get_by_role("button", name="Take back Counter 7").click()
    page.get_by_text("The invitation no longer works.").wait_for()
    context.close()
    assert broken == [], "a script failed"
