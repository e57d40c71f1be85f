"""What a till keeps of its own business to work without a network. Nothing in it is about a carer."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from businesses.members.models import Device
from businesses.offers.domain.limits import limit_of
from businesses.offers.models import How, Offer, OfferStatus

from . import gaps
from .domain.periods import day_of

AS_THEY_ARE = ("title_en", "title_cy", "terms_en", "terms_cy", "status", "who", "tag", "companion", "offline")


def bundle_of(device: Device) -> dict[str, Any]:
    """The device, its shop’s word, and the offers that can be used now or begin later. Two queries."""
    now = timezone.now()
    business = device.branch.business
    offers = (
        Offer.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day_of(now)), business_id=business.pk)
        .exclude(status=OfferStatus.ENDED)
        .exclude(how=How.CODE)
    )
    return {
        "business": business.name,
        "branch": device.branch.name,
        "device": device.name,
        "word": business.shop_word,
        "language": device.language,
        "next_sequence": gaps.next_sequence(device.pk),
        "now": now.isoformat(timespec="milliseconds"),
        "staff": {"mode": "none"},
        "offers": [_offer(offer) for offer in offers.order_by("pk")],
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.pk,
        **{name: getattr(offer, name) for name in AS_THEY_ARE},
        "starts_on": offer.starts_on.isoformat(),
        "ends_on": offer.ends_on.isoformat() if offer.ends_on else None,
        "limit": limit_of(offer.limit_kind, offer.limit_count),
    }
