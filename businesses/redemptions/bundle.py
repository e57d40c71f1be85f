"""What a till keeps of its own business to work without a network. Nothing in it is about a carer."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from businesses.members.domain.staff import IDLE, StaffMode
from businesses.members.models import Business, Device
from businesses.offers.domain.limits import limit_of
from businesses.offers.models import How, Offer, OfferStatus

from . import gaps
from .domain.periods import day_of

AS_THEY_ARE = (
    "title_en",
    "title_cy",
    "terms_en",
    "terms_cy",
    "status",
    "who",
    "visitors",
    "tag",
    "companion",
    "offline",
)


def bundle_of(device: Device) -> dict[str, Any]:
    """The device, its shop’s word, and the offers that can be used now or begin later.

    Two queries, and one where the till asks who serves.
    """
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
        "area": device.branch.area.slug,
        "device": device.name,
        "word": business.shop_word,
        "language": device.language,
        "next_sequence": gaps.next_sequence(device.pk),
        "now": now.isoformat(timespec="milliseconds"),
        "staff": _staff(business),
        "offers": [_offer(offer) for offer in offers.order_by("pk")],
    }


def _staff(business: Business) -> dict[str, Any]:
    """Whether this till asks who serves, whom it offers, and when it asks again. No PIN and no hash (ADR 0020)."""
    asks = business.staff_mode != StaffMode.NONE
    members = list(business.staff.choosable(business.staff_mode)) if asks else []
    if not members:
        return {"mode": StaffMode.NONE.value}
    return {
        "mode": business.staff_mode,
        "idle": int(IDLE[business.staff_mode].total_seconds()),
        "people": [{"id": member.pk, "initials": member.initials} for member in members],
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.pk,
        **{name: getattr(offer, name) for name in AS_THEY_ARE},
        "starts_on": offer.starts_on.isoformat(),
        "ends_on": offer.ends_on.isoformat() if offer.ends_on else None,
        "limit": limit_of(offer.limit_kind, offer.limit_count),
    }
