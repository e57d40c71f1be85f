"""What the directory and a business's page show: rows ready for the template, in a fixed number of
queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import QueryDict

from businesses.members.public import BranchView, branches_of, categories
from businesses.offers.public import OfferView, live_offers
from directory.pages.domain.offer_words import companion_words, ends_soon, limit_words, who_words
from directory.pages.domain.search import LONGEST_QUERY
from directory.pages.forms import AUDIENCES, SearchForm
from passport_site.scheme.models import Area

PER_PAGE = 20
FILTERS = ("q", "area", "category", "for")
SHOWN_OFFERS = 2


@dataclass(frozen=True)
class OfferLine:
    """One offer with its rules in words. `how`: by card, or on the carer's own phone (`businesses.offers.models.How`)."""

    id: int
    title: str
    terms: str
    who: str
    companion: str
    limit: str
    ends: str
    adults_only: bool
    visitors: bool
    how: str


@dataclass(frozen=True)
class Row:
    """One business in the list: its page, what it gives, where it is."""

    page: object
    offers: list[OfferLine]
    more: int
    towns: list[str]
    areas: list[str]


@dataclass(frozen=True)
class Listing:
    """The directory at one address: its form, its rows, how many there are and what was asked for."""

    form: SearchForm
    page_obj: PaginatorPage
    rows: list[Row]
    count: int
    asked: dict[str, str] = field(default_factory=dict)
    """The filters in use, by name."""
    chips: list[tuple[str, str]] = field(default_factory=list)
    """(words, address without that filter) for each filter in use."""


@dataclass(frozen=True)
class Details:
    """What a business's page shows beside its own words."""

    offers: list[OfferLine]
    branches: list[BranchView]
    audience: str


def offer_line(offer: OfferView, day: date) -> OfferLine:
    """An offer's rules in words of the reader's language."""
    return OfferLine(
        id=offer.id,
        title=offer.title,
        terms=offer.terms,
        who=who_words(offer.who, offer.adults_only),
        companion=companion_words(offer.companion),
        limit=limit_words(offer.limit_kind, offer.limit_count),
        ends=ends_soon(offer.ends_on, day),
        adults_only=offer.adults_only,
        visitors=offer.visitors,
        how=offer.how,
    )


def business_details(business_id: int, day: date, audience: str) -> Details:
    """The live offers (for that audience) and the branches of one business. Two queries."""
    audience = audience if audience in dict(AUDIENCES) else ""
    offers = live_offers([business_id], day, audience).get(business_id, [])
    return Details(
        offers=[offer_line(offer, day) for offer in offers],
        branches=branches_of([business_id]).get(business_id, []),
        audience=audience,
    )


def listing(pages, query: QueryDict, day: date) -> Listing:
    """The businesses among `pages` that give something and match the query, twenty at a time. Six queries."""
    areas, kinds = list(Area.objects.all()), categories()
    asked = _asked(query, {row.slug for row in areas}, {row.slug for row in kinds})
    form = SearchForm(asked, areas=areas, categories=kinds)
    audience = asked.get("for", "")
    found = pages.giving(day, audience)
    if "area" in asked:
        found = found.in_area(asked["area"])
    if "category" in asked:
        found = found.in_category(asked["category"])
    if "q" in asked:
        found = found.matching(asked["q"])
    found = (
        found.select_related("business__category", "locale").defer_streamfields().order_by("sort_name", "pk")
    )
    paginator = Paginator(found, PER_PAGE)
    page_obj = paginator.get_page(query.get("page"))
    names = {row.slug: row.name for row in (*areas, *kinds)} | {key: str(words) for key, words in AUDIENCES}
    return Listing(
        form=form,
        page_obj=page_obj,
        rows=_rows(page_obj.object_list, day, audience),
        count=paginator.count,
        asked=asked,
        chips=[
            (f"“{words}”" if name == "q" else names[words], _without(asked, name))
            for name, words in asked.items()
        ],
    )


def _asked(query: QueryDict, areas: set[str], kinds: set[str]) -> dict[str, str]:
    """The filters that were given and make sense."""
    given = {name: query.get(name, "").strip() for name in FILTERS}
    given["q"] = given["q"].replace("\x00", "")[:LONGEST_QUERY]
    known = {"area": areas, "category": kinds, "for": {key for key, _words in AUDIENCES}}
    return {name: value for name, value in given.items() if value and (name == "q" or value in known[name])}


def _without(asked: dict[str, str], name: str) -> str:
    left = QueryDict(mutable=True)
    left.update({other: value for other, value in asked.items() if other != name})
    return f"?{left.urlencode()}" if left else "?"


def _rows(pages: Iterable, day: date, audience: str) -> list[Row]:
    pages = list(pages)
    ids = [page.business_id for page in pages]
    offers, branches = live_offers(ids, day, audience), branches_of(ids)
    rows = []
    for page in pages:
        lines = [offer_line(offer, day) for offer in offers.get(page.business_id, [])]
        places = branches.get(page.business_id, [])
        rows.append(
            Row(
                page=page,
                offers=lines[:SHOWN_OFFERS],
                more=max(0, len(lines) - SHOWN_OFFERS),
                towns=list(dict.fromkeys(place.town for place in places if place.town)),
                areas=list(dict.fromkeys(place.area for place in places)),
            )
        )
    return rows
