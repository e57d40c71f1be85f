"""A use that was recorded without a network is taken back: while it waits, when it was sent, and when the server knew it."""

from __future__ import annotations

import pytest

from businesses.redemptions import gaps
from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.browser
MINUTE = 60_000


def reasons() -> list[str]:
    return list(Scan.objects.filter(offline=True).order_by("sequence").values_list("reason", flat=True))


def test_undone_while_it_waits(live_server, shop):
    """No use counts, no number is missed, and the card may use the offer again on this till."""
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    phone, digits = shop(token), code(a_card())
    phone.ready()
    phone.lose_the_network()
    phone.scan(digits, "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    phone.press("Undo", "Undone")
    phone.look("undone")
    counts = phone.stored()["database"]["ledger"]["values"]
    assert {one["count"] for one in counts} == {0}
    # the cashier meant another offer, or another card; this one may use it after all
    phone.scan(digits, "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    phone.press("Undo", "Undone")
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert reasons() == ["", "undone", "", "undone"]
    assert not Redemption.objects.exists()
    assert gaps.missing_of(device.pk) == []
    # the till's own list says so
    phone.page.goto("/till/")
    assert phone.page.locator(".till-recent").get_by_text("Undone").count() == 2
    assert phone.wrong == []


def test_an_older_use_is_taken_back_from_the_list_and_only_that_one_counts_here_no_more(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    phone, cards = shop(token), [code(a_card()), code(a_card())]
    page = phone.page
    phone.ready()
    for digits in cards:
        page.goto("/till/")
        phone.scan(digits, "Yes")
        phone.press("Record this use Tea for two", "Recorded")
        page.wait_for_timeout(300)  # it is noted here behind the answer
    # given the cashier sees only now that the first one was for the wrong customer
    page.wait_for_timeout(450)  # taps right after an answer do nothing
    page.get_by_role("link", name="Next customer").click()
    undo = page.locator(".till-recent").get_by_role("button", name="Undo Tea for two")
    undo.nth(1).wait_for()
    phone.look("the list")
    page.wait_for_timeout(450)
    undo.nth(1).click()
    page.get_by_role("heading", name="Undone").wait_for()
    phone.look("undone from the list")
    first = Redemption.objects.order_by("pk").first()
    assert list(RedemptionVoid.objects.values_list("redemption", flat=True)) == [first.pk]
    # then without a network the first card may use it here, and the second may not
    page.wait_for_timeout(300)
    phone.lose_the_network()
    for digits, gone in zip(cards, (0, 1), strict=True):
        page.goto("/till/")
        phone.scan(digits, "Yes")
        assert page.locator(".till-offer.gone").count() == gone
    assert phone.wrong == []


def test_sent_meanwhile_and_too_late(live_server, shop):
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    phone, digits = shop(token), code(a_card())
    phone.ready()
    phone.lose_the_network()
    phone.scan(digits, "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    # given the network came back while the page was open
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert Redemption.objects.count() == 1
    # when it is taken back, the till says that it was sent, and the server takes it back
    phone.press("Undo", "Sent already")
    phone.look("sent already")
    phone.press("Undo", "Undone")
    assert RedemptionVoid.objects.count() == 1
    assert {one["count"] for one in phone.stored()["database"]["ledger"]["values"]} == {0}
    # and after ten minutes it is too late
    phone.lose_the_network()
    phone.scan(digits, "Yes")
    phone.press("Record this use Tea for two", "Recorded")
    phone.clock_is(11 * MINUTE)
    phone.press("Undo", "Too late")
    phone.clock_is(-11 * MINUTE)
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    assert Redemption.objects.filter(void=None).count() == 1
    assert gaps.missing_of(device.pk) == []
    assert phone.wrong == []


@pytest.mark.parametrize("lost", ["use", "upload"])
def test_undone_although_the_server_knew_it(live_server, shop, lost):
    """The server has recorded it and its answer was lost: the use is voided when the till is connected again."""
    device, token = a_till()
    an_offer(device, title_en="Tea for two", limit_kind="day")
    phone, digits = shop(token), code(a_card())
    page = phone.page
    phone.ready()
    answer_is_lost = lambda route: (route.fetch(), route.abort())  # noqa: E731
    if lost == "use":
        phone.scan(digits, "Yes")
        page.route("**/till/use", answer_is_lost)
        phone.press("Record this use Tea for two", "Recorded")
    else:
        phone.lose_the_network()
        phone.scan(digits, "Yes")
        phone.press("Record this use Tea for two", "Recorded")
        page.route("**/till/upload/", answer_is_lost)
        phone.find_the_network()
        phone.contact()
        page.wait_for_timeout(800)
    assert Redemption.objects.count() == 1
    page.route("**/till/upload/", lambda route: route.abort())
    phone.press("Undo", "Undone")
    page.unroute("**/till/upload/")
    page.unroute("**/till/use")
    phone.contact()
    phone.nothing_waits()
    for _try in range(50):
        if RedemptionVoid.objects.exists():
            break
        page.wait_for_timeout(100)
    assert RedemptionVoid.objects.count() == Redemption.objects.count() == 1
    assert gaps.missing_of(device.pk) == []
    assert "undone" not in phone.stored()["database"]["meta"]["keys"], "nothing is owed any more"
    assert phone.wrong == []
