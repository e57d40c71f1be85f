"""What the other wings may know of offers: frozen rows for showing, and the rule for which are live as
a filter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from .models import Offer, OfferStatus, Tag, Who


@dataclass(frozen=True, slots=True)
class OfferView:
    """One offer as the public may read it, in the reader's language."""

    id: int
    business_id: int
    title: str
    terms: str
    kind: str
    who: str
    companion: str
    limit_kind: str
    limit_count: int
    how: str
    adults_only: bool
    visitors: bool
    starts_on: date
    ends_on: date | None
    created_at: datetime


def _view(offer: Offer) -> OfferView:
    return OfferView(
        id=offer.pk,
        business_id=offer.business_id,
        title=offer.title,
        terms=offer.terms,
        kind=offer.kind,
        who=offer.who,
        companion=offer.companion,
        limit_kind=offer.limit_kind,
        limit_count=offer.limit_count,
        how=offer.how,
        adults_only=bool(offer.tag),
        visitors=offer.visitors,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        created_at=offer.created_at,
    )


def live_filter(day: date, audience: str = "", prefix: str = "") -> Q:
    """Offers that can be used on that day by that audience, as a filter; `prefix` is the way to them
    (`"offers__"`).

    `audience` is empty for everybody, `young`, `adult` or `visitor`. What is tagged for adults is never for the
    young (quality bar 21).
    """
    ends = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    live = ends & Q(**{f"{prefix}status": OfferStatus.LIVE, f"{prefix}starts_on__lte": day})
    if audience == "young":
        live &= Q(**{f"{prefix}who__in": [Who.ALL, Who.YOUNG], f"{prefix}tag": Tag.NONE})
    if audience == "visitor":
        live &= Q(**{f"{prefix}visitors": True})
    if audience == "adult":
        live &= Q(**{f"{prefix}who__in": [Who.ALL, Who.ADULT]})
    return live


def live_offers(business_ids: Iterable[int], day: date, audience: str = "") -> dict[int, list[OfferView]]:
    """The live offers of each of these businesses, oldest first, in one query. A business without any
    has no entry."""
    found: dict[int, list[OfferView]] = defaultdict(list)
    for offer in Offer.objects.filter(
        live_filter(day, audience), business_id__in=list(business_ids)
    ).order_by("pk"):
        found[offer.business_id].append(_view(offer))
    return dict(found)


def offers_newest_first(business_ids: Iterable[int], day: date, limit: int) -> list[OfferView]:
    """The live offers that began or were made last, for a feed. At most `limit`."""
    offers = Offer.objects.filter(live_filter(day), business_id__in=business_ids)
    return [_view(offer) for offer in offers.order_by("-created_at", "-pk")[:limit]]


def offer_words(business_ids: Iterable[int]) -> dict[int, list[str]]:
    """Titles and terms in both languages of all offers that have not ended, for the directory's search
    text."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Offer.objects.filter(business_id__in=list(business_ids)).exclude(status=OfferStatus.ENDED)
    for business_id, *words in rows.values_list(
        "business_id", "title_en", "title_cy", "terms_en", "terms_cy"
    ):
        found[business_id] += [word for word in words if word]
    return dict(found)


def businesses_with_offers(day: date, audience: str = ""):
    """The ids of businesses that have something live for that audience: a query to put into another one."""
    return Offer.objects.filter(live_filter(day, audience), business__sandbox=False).values("business_id")


def offer_names(offer_ids: Iterable[int]) -> dict[int, str]:
    """“Title – business” of each of these offers, for reports. One query."""
    rows = Offer.objects.filter(pk__in=list(offer_ids)).select_related("business")
    return {row.pk: f"{row.title} – {row.business.name}" for row in rows}
