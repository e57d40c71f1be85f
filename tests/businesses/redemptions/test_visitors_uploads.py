"""What a till without a network gave to visitors: counted once, and judged as of then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from businesses.redemptions.models import Redemption
from passports.partners import services
from tests.factories import UserFactory
from tests.factories_tills import an_offer

pytestmark = pytest.mark.django_db


def item(text, offer, number=1, **facts):
    return {
        "sequence": number, "key": f"off-{number}", "purpose": "redeem", "code": text, "offer": offer.pk,
        "scanned_at": timezone.now().isoformat(), "accepted": True, "reason": "", "staff": "",
    } | facts  # fmt: skip


def upload(api, *items):
    body = {"device_time": timezone.now().isoformat(), "waiting": len(items), "items": list(items)}
    return api.post("uploads", body).json()["items"]


def test_what_a_till_gave_to_a_visitor_without_a_network_counts_once(other, partner, till):
    device, api = till
    offer, card = an_offer(device, visitors=True, limit_kind="day"), other.card()
    first, second, third = upload(
        api, item(card, offer, 1), item(card, offer, 2), item(other.card(), offer, 3)
    )
    assert first["result"] == "stored"
    assert (second["result"], second["redemption"]) == ("offline_duplicate", first["redemption"])
    assert third["result"] == "stored"
    assert not api.redeem(card, offer)["accepted"]  # online knows it too
    assert {use.visiting_id for use in Redemption.objects.all()} == {partner.pk}


def test_a_visitor_without_a_network_is_judged_as_of_then(other, partner, till):
    device, api = till
    offer, card = an_offer(device, visitors=True), other.card(index=9)
    an_hour_ago = (timezone.now() - timedelta(hours=1)).isoformat()
    services.suspend_partner(partner=partner, by=UserFactory(), why="test")
    (then,) = upload(api, item(card, offer, 1, scanned_at=an_hour_ago))
    (now,) = upload(api, item(other.card(index=10), offer, 2))
    assert then["result"] == "stored"
    assert (now["result"], now["reason"]) == ("refused", "not_valid")


def test_uploads_write_visitors_in_one_order(other, partner, till):
    """Two tills with the same two visitors would wait for each other for ever."""
    device, api = till
    offer = an_offer(device, visitors=True, limit_kind="day")
    cards = [other.card() for _n in range(6)]
    upload(api, *[item(card, offer, n) for n, card in enumerate(cards, 1)])
    kept = list(Redemption.objects.order_by("pk").values_list("holder_key", flat=True))
    assert kept == sorted(kept)
