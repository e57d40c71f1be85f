"""Tills, cards with genuine codes, and offers, for the tests of the shops' wing."""

from __future__ import annotations

from datetime import timedelta
from secrets import token_hex

from django.test import Client
from django.utils import timezone

from businesses.members.domain.tokens import hash_of
from businesses.members.models import Device
from passports.cards.services.codes import code_for
from tests.factories import BranchFactory, CardFactory, DeviceFactory, OfferFactory


def a_card(**fields):
    """A good card with a random serial; `passport__first_name="Priya"` and the like go to the passport."""
    return CardFactory(serial=token_hex(8), **fields)


def code(card, *, live: bool = False, now=None) -> str:
    """The digits of the card's genuine code."""
    return code_for(card, live=live, now=now)


def a_till(branch=None, **fields) -> tuple[Device, str]:
    """An enrolled device and its token, seen just now and enrolled a month ago."""
    token = f"till-{token_hex(16)}"
    fields = {"created_at": timezone.now() - timedelta(days=30), "last_seen_at": timezone.now()} | fields
    return DeviceFactory(branch=branch or BranchFactory(), token_hash=hash_of(token), **fields), token


def an_offer(device, **fields):
    """A live offer of the device's business."""
    return OfferFactory(business=device.branch.business, **fields)


class Api:
    """A till system: posts JSON with its bearer token."""

    def __init__(self, token: str = ""):
        self.client = Client()
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def post(self, path: str, body, **kwargs):
        return self.client.post(
            f"/api/v1/{path}", body, content_type="application/json", headers=self.headers, **kwargs
        )

    def redeem(self, text: str, offer, key: str = "k1"):
        """What came of one use."""
        return self.post("redeem", {"code": text, "offer": offer.pk, "idempotency_key": key}).json()

    def get(self, path: str, **headers):
        return self.client.get(f"/api/v1/{path}", headers=self.headers | headers)
