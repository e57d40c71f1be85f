"""What an owner reads of tills that were without a connection: kind words, no carer, only their own business."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from businesses.members import till_cookie
from businesses.members.models import Device, TeamMember
from businesses.redemptions.domain.decide import Refusal
from businesses.redemptions.domain.offline import Offline
from businesses.redemptions.domain.without_network import CAP
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.offline_news import why
from tests.factories import BranchFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, sent

pytestmark = pytest.mark.django_db
PLACE = "/business/"


@pytest.fixture
def branch():
    return BranchFactory(name="Market Square")


def somebody_of(branch, role: str = "owner"):
    user = UserFactory(role="Business owner" if role == "owner" else "Till staff")
    TeamMember.objects.create(business=branch.business, user=user, role=role)
    return signed_in(user)


def page(client) -> str:
    """The page without its random tokens, which may spell anything."""
    html = client.get(PLACE).content.decode()
    return " ".join(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html).split())


def shop_with_a_conflict(branch, **passport):
    """Two tills gave the same tea to the same carer; the front one sent it second."""
    counter, front = (a_till(branch, name=name)[0] for name in ("Counter", "Front till"))
    card = a_card(**{f"passport__{name}": value for name, value in passport.items()})
    tea = an_offer(counter, title_en="Free tea", limit_kind="ever")
    sent(counter, an_item(code(card), tea, ago=timedelta(minutes=5)))
    sent(front, an_item(code(card), tea, sequence=4, staff="ZQ"))
    return front


def test_an_owner_reads_what_does_not_count_and_why_and_nothing_of_the_carer(branch):
    shop_with_a_conflict(branch, first_name="Priya", last_name="Nayar")
    html = page(somebody_of(branch))
    assert "Given, but not counted" in html
    assert "Free tea" in html
    assert "It had been used before, here or at another till." in html
    assert "The one that counts: Market Square, " in html
    assert "3 scans of Front till never reached us." in html
    assert not {word for word in ("Priya", "Nayar", "ZQ") if word in html}


def test_till_staff_see_the_last_contact_only(branch):
    front = shop_with_a_conflict(branch)
    sent(front, waiting=7)
    html = page(somebody_of(branch, "staff"))
    assert "7 scans still wait on it to be sent." in html
    assert "not counted" not in html


def test_another_business_sees_nothing_of_it(branch):
    shop_with_a_conflict(branch)
    html = page(somebody_of(BranchFactory()))
    assert not {word for word in ("Free tea", "not counted", "never reached") if word in html}


def test_a_till_that_refused_or_was_right_is_not_in_the_list(branch):
    device = a_till(branch)[0]
    sent(
        device,
        an_item(code(a_card()), an_offer(device), sequence=1),
        an_item("1", accepted=False, sequence=2),
    )
    html = page(somebody_of(branch))
    assert "not counted" not in html
    assert "never reached us" not in html


def test_ten_are_shown_and_the_rest_is_counted_and_after_30_days_they_go(branch):
    device = a_till(branch)[0]
    offers = [an_offer(device, title_en=f"Cake {n}.") for n in range(12)]
    numbers = iter(range(5, 20))
    sent(device, *[an_item("123", offer, sequence=next(numbers)) for offer in offers])
    owner = somebody_of(branch)
    html = page(owner)
    assert html.count("Cake ") == 10
    assert "And 2 more in the last 30 days." in html
    assert "4 scans of Till 1 never reached us." in html
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=True):
        html = page(signed_in(owner.user))
    assert "Cake" not in html
    assert "never reached us" not in html


def test_the_numbers_of_a_till_that_counts_anew_are_no_gap(branch):
    device = a_till(branch)[0]
    sent(device, *[an_item("1", accepted=False, sequence=number) for number in (1, 2, 3)])
    Scan.objects.for_retention().update(created_at=timezone.now() - timedelta(days=60))
    sent(device, an_item("1", accepted=False, sequence=4), an_item("1", accepted=False, sequence=2))
    assert "never reached us" not in page(somebody_of(branch))


def test_the_page_costs_the_same_for_one_conflict_and_for_many(branch, django_assert_max_num_queries):
    device = a_till(branch)[0]
    owner = somebody_of(branch)
    sent(device, *[an_item("123", an_offer(device)) for _ in range(9)])
    Device.objects.filter(pk=device.pk).update(waiting=1)
    with django_assert_max_num_queries(20):
        owner.get(PLACE)


def test_every_reason_has_words_of_its_own_for_an_owner():
    unlimited = {
        one
        for one in Refusal
        if one.value not in ("used_today", "used_this_week", "used_this_month", "used_up", "all_gone")
    }
    given = {str(why(one)) for one in (*Offline, *unlimited - {Refusal.PAUSED}, "expired", "not_yet_valid")}
    assert not {words for words in given if "Choose another" in words or "accept" in words}
    assert "not a card that we can accept" in str(why("bad_signature"))


def test_an_officer_sees_waiting_and_lost_scans_in_the_cms(branch, client_of):
    front = shop_with_a_conflict(branch)
    sent(front, waiting=1)
    html = client_of("Commissioner").get(f"/cms/businesses/tills/{branch.business.pk}/").content.decode()
    assert "1 scan still waits on it to be sent." in html
    assert "3 scans of Front till never reached us." in html


def test_the_till_itself_says_in_a_word_what_became_of_its_scans(branch):
    device, token = a_till(branch)
    card, tea = a_card(), an_offer(device, title_en="Free tea", limit_kind="ever")
    sent(device, an_item(code(card), tea), an_item(code(card), tea), an_item(card.number, tea))
    browser = Client()
    browser.cookies[till_cookie.name()] = token
    html = browser.get("/till/").content.decode()
    today = re.sub(r"<[^>]+>", " ", html)
    assert "Free tea" in today
    assert "Used" in today
    assert "Cannot check" in today


def given(till, offer, times: int, *, at, key: str) -> None:
    """So many uses of carers who may use it as often as they like, as another till system could send them."""
    card = a_card()
    items = [an_item(code(card), offer, at=at, key=f"{key}-{n}") for n in range(times)]
    assert {one["result"] for one in sent(till, *items)} == {"stored"}


def test_more_than_a_till_gives_by_itself_is_counted_and_told_to_the_owner(branch):
    # given one till gave 51 on one day, and another 50; and one gave 50 on each of two days
    noon = timezone.localtime().replace(hour=12, minute=0, second=0) - timedelta(days=1)
    counter, front, third = (a_till(branch, name=name)[0] for name in ("Counter", "Front till", "Third"))
    tea = an_offer(counter, title_en="Free tea", limit_kind="none")
    given(counter, tea, CAP + 1, at=noon, key="counter")
    given(front, tea, CAP, at=noon, key="front")
    given(third, tea, CAP, at=noon, key="third")
    given(third, tea, CAP, at=noon - timedelta(days=1), key="before")
    # then nothing is turned away
    assert Redemption.objects.count() == 4 * CAP + 1
    # and the owner reads of the one
    html = page(somebody_of(branch))
    section = html.partition("Given very often")[2].partition("</section>")[0]
    assert "51 uses" in section
    assert "Counter" in section
    assert "Front till" not in section
    assert "Third" not in section
    assert "Given very often" not in page(somebody_of(branch, "staff"))
    assert "Given very often" not in page(somebody_of(BranchFactory()))
    # 30 days later it is forgotten
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert "Given very often" not in page(somebody_of(branch))
