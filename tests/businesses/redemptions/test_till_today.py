"""Today's list at a till: what happened, and taking back what was recorded a moment ago."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from businesses.redemptions import photo_token
from businesses.redemptions.models import Redemption, RedemptionVoid
from businesses.redemptions.services import check_card, redeem_offer
from tests.factories_tills import Api, a_card, a_till, an_offer, code

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


def test_a_till_with_a_zone_that_there_is_not_still_serves(shop):
    """23 hours and 59 minutes before or after us: JSON allows it, PostgreSQL does not (ADR 0021)."""
    device, token = a_till()
    offer, till = an_offer(device, limit_kind="none"), Api(token)
    for number, hours in enumerate(
        (timedelta(hours=23, minutes=59), -timedelta(hours=23, minutes=59), timedelta(0))
    ):
        zone = timezone.get_fixed_timezone(hours)
        at = (timezone.now() - timedelta(minutes=1)).astimezone(zone).isoformat()
        body = {"code": code(a_card()), "offer": offer.pk, "idempotency_key": f"k{number}", "scanned_at": at}
        answer = till.post("redeem", body)
        assert (answer.status_code, answer.json()["accepted"]) == (200, True)
        item = {
            "key": f"u{number}",
            "purpose": "check",
            "code": code(a_card()),
            "scanned_at": at,
            "accepted": True,
        }
        sent = {"device_time": at, "waiting": 0, "items": [item | {"sequence": number + 1}]}
        assert till.post("uploads", sent).status_code == 200
    for end in ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"):
        body = {"code": code(a_card()), "offer": offer.pk, "idempotency_key": end, "scanned_at": end}
        assert till.post("redeem", body).status_code == 200
        item |= {"key": end, "scanned_at": end}
        assert till.post("uploads", sent | {"device_time": end, "items": [item]}).status_code == 200


def test_the_photo_has_one_address_in_all_languages(shop):
    device, _client = shop
    for language in ("cy", "en"):
        photo_token._place.cache_clear()
        with translation.override(language):
            assert photo_token.address(device, 1).startswith("/till/photo/")
