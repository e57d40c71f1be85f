"""Carers with a card of their own who are signed in, and offers that need no scanner."""

from __future__ import annotations

from businesses.offers.models import OfferCode
from tests.factories import BranchFactory, OfferFactory, UserFactory
from tests.factories_tills import a_card

EAN = "5012345678900"


def a_carer(**fields):
    """A user and their good card; `passport__kind="young"` and the like go to the passport."""
    user = UserFactory(role="Carer")
    return user, a_card(passport__user=user, **fields)


def barcode_offer(branch=None, **fields):
    """A live offer that a till reads by barcode, once a day."""
    fields = {"how": "barcode", "barcode": EAN, "barcode_kind": "ean13", "limit_kind": "day"} | fields
    return OfferFactory(business=(branch or BranchFactory()).business, **fields)


def code_offer(branch=None, *, codes: int = 0, **fields):
    """A live offer of an online shop, once a month, with so many free codes."""
    fields = {"how": "code", "limit_kind": "month"} | fields
    offer = OfferFactory(business=(branch or BranchFactory()).business, **fields)
    OfferCode.objects.bulk_create(OfferCode(offer=offer, code=f"ARLEN-{n:05d}") for n in range(codes))
    return offer
