"""A card from the next county at a till in Chromium, with a network and without: marked, limited, stopped, sent once."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from businesses.redemptions.models import Redemption, Scan
from passports.cards import trust_document
from tests.businesses.redemptions.offline_till import FORGET_CONTACT
from tests.factories import BranchFactory
from tests.factories_partners import OtherScheme, keep_list, trusted
from tests.factories_tills import a_till, an_offer

pytestmark = pytest.mark.browser


@pytest.fixture
def other():
    return OtherScheme(stopped={40})


@pytest.fixture
def partner(transactional_db, other):
    yield trusted(other)
    trust_document.forget()


def test_with_a_network_a_visitor_is_marked_and_gets_what_welcomes_visitors(
    live_server, shop, other, partner
):
    device, token = a_till(BranchFactory())
    an_offer(device, title_en="Tea for two", visitors=True, limit_kind="day")
    an_offer(device, title_en="Only for ours")
    phone = shop(token)
    phone.page.goto("/till/")
    phone.scan(other.card(), "Yes")
    assert phone.page.get_by_text("Visiting from Northmere Carer Passport").is_visible()
    assert phone.page.get_by_role("heading", name="Only for ours").count() == 0
    phone.look("visitor")
    phone.press("Record this use Tea for two", "Recorded")
    assert Redemption.objects.get().visiting == partner
    assert phone.wrong == []


def test_without_a_network(live_server, shop, other, partner):
    device, token = a_till(BranchFactory())
    tea = an_offer(device, title_en="Tea for two", visitors=True, limit_kind="day", offline="yes")
    an_offer(device, title_en="Only for ours", offline="yes")
    phone = shop(token)
    phone.ready()
    phone.lose_the_network()
    page, card = phone.page, other.card(index=41)
    phone.scan(card, "Yes")
    assert page.get_by_text("Visiting from Northmere Carer Passport").is_visible()
    assert page.get_by_role("heading", name="Only for ours").count() == 0
    phone.look("visitor without a network")
    phone.press("Record this use Tea for two", "Recorded")
    phone.scan(card, "Yes")
    assert page.get_by_text("Already used").is_visible()
    phone.scan(other.card(index=40), "Stopped")
    phone.scan(OtherScheme(host="card.nobody.example").card(), "Not valid")
    forged = OtherScheme(host=other.host).card()  # their host, another key
    phone.scan(forged, "Not valid")
    _nothing_about_the_person(phone, card)
    phone.find_the_network()
    phone.contact()
    phone.nothing_waits()
    use = Redemption.objects.get()
    assert (use.offer, use.visiting, use.passport) == (tea, partner, None)
    assert Scan.objects.filter(visiting=partner, offline=True, purpose="redeem", accepted=True).count() == 1
    assert phone.wrong == []


def _nothing_about_the_person(phone, card: str) -> None:
    """The code waits to be sent, as one of ours would; what is counted is a hash."""
    stored = phone.stored()["database"]
    digits = card.split("#")[1]
    assert digits in json.dumps(stored["queue"])
    assert digits[:40] not in json.dumps([stored["ledger"], stored["meta"]])


def test_after_a_week_without_word_from_there_nobody_says_yes(live_server, shop, other, partner):
    device, token = a_till(BranchFactory())
    an_offer(device, title_en="Tea for two", visitors=True)
    keep_list(partner, other, listed=timezone.now() - timedelta(days=7, minutes=1))
    phone = shop(token)
    phone.ready()
    phone.scan(other.card(), "Cannot check")
    phone.lose_the_network()
    phone.scan(other.card(), "Cannot check")
    phone.page.get_by_text("This is a card of Northmere Carer Passport").wait_for()
    phone.look("cannot check a visitor")
    assert not Redemption.objects.exists()
    assert phone.wrong == []


def test_a_list_that_goes_back_is_not_taken(live_server, shop, other, partner):
    """A card is stopped; then somebody serves the list from before."""
    device, token = a_till(BranchFactory())
    an_offer(device, title_en="Tea for two", visitors=True)
    before = timezone.now() - timedelta(hours=2)
    other.stopped.add(77)
    phone = shop(token)
    keep_list(partner, other)
    phone.ready()
    other.stopped.discard(77)
    keep_list(partner, other, listed=before)
    trust_document.forget()
    phone.page.evaluate(FORGET_CONTACT)
    phone.contact()
    phone.page.wait_for_timeout(1500)
    phone.lose_the_network()
    phone.scan(other.card(index=77), "Stopped")
    assert phone.wrong == []
