"""Today's list at a till: what happened, and taking back what was recorded a moment ago."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from businesses.redemptions.models import Redemption, RedemptionVoid
from businesses.redemptions.services import check_card, redeem_offer
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    device, token = a_till()
    client = Client()
    client.cookies["till"] = token
    return device, client


def used(device, title: str) -> Redemption:
    offer = an_offer(device, title_en=title, limit_kind="none")
    told = redeem_offer(text=code(a_card()), offer_id=offer.pk, device=device, idempotency_key=title)
    return Redemption.objects.get(pk=told.redemption)


def can_be_undone(client) -> dict[str, str]:
    """What each button of the list sends, by what it is called."""
    html = client.get("/till/").content.decode()
    forms = re.findall(
        r'name="redemption" value="(\d+)".*?<span class="hidden-text"> (.*?)</span>', html, re.DOTALL
    )
    return {name: number for number, name in forms}


def test_a_use_is_taken_back_from_the_list_for_ten_minutes(shop):
    device, client = shop
    tea, bun, old = used(device, "Tea"), used(device, "Bun"), used(device, "Old")
    check_card(text=code(a_card()), device=device)
    long_ago = timezone.now() - timedelta(minutes=10, seconds=1)
    Redemption.objects.for_retention().filter(pk=old.pk).update(created_at=long_ago)
    assert can_be_undone(client) == {"Tea": str(tea.pk), "Bun": str(bun.pk)}
    # when the older of the two is taken back, it says so without the green of a use, and the other still counts
    html = client.post("/till/undo", {"redemption": str(tea.pk)}).content.decode()
    assert "Undone" in html
    assert "till-result off" in html
    assert list(RedemptionVoid.objects.values_list("redemption", flat=True)) == [tea.pk]
    assert can_be_undone(client) == {"Bun": str(bun.pk)}


def test_the_list_costs_the_same_queries_however_long_it_is(shop, django_assert_max_num_queries):
    device, client = shop
    used(device, "Tea")
    client.get("/till/")
    for number in range(8):
        used(device, f"Bun {number}")
    with django_assert_max_num_queries(8):
        client.get("/till/")
