"""What has been taken of offers by many carers at once: the counts of `querysets.look_up`, for a whole upload."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Q

from businesses.offers.models import Offer

from .domain import periods
from .domain.pseudonym import holder_key
from .models import Redemption
from .querysets import AT_THE_TILL, OFFER_FIELDS, OfferUse

Holder = int | str | None
"""Whose uses are counted: a passport’s number, or for a card of another scheme its hash (`domain.pseudonym`)."""
Key = tuple[int, Holder, str]
"""Offer, holder, period; None and "" for an offer that is limited for all carers together."""


@dataclass(slots=True)
class Tally:
    """As in `OfferUse`; `last` is the newest use that was not given back, if it is known whose it was."""

    taken: int = 0
    voids: int = 0
    last: Redemption | None = None


@dataclass(slots=True)
class Tallies:
    """The offers of one business and what is taken of them. Counts on while an upload is decided."""

    offers: dict[int, dict[str, Any]]
    counts: dict[Key, Tally] = field(default_factory=dict)

    def use_of(self, offer_id: int | None, holder: Holder, day: Any) -> OfferUse | None:
        """The offer with its use in the period of that day. It counts as live: since when a status is otherwise
        nobody knows, and a till without a network could not know either."""
        offer = self.offers.get(offer_id) if offer_id else None
        if offer is None:
            return None
        period = periods.period_key(offer["limit_kind"], day)
        tally = self.tally(offer["id"], holder, period)
        return OfferUse(**offer | {"status": "live"}, period=period, taken=tally.taken, voids=tally.voids)

    def tally(self, offer_id: int, holder: Holder, period: str) -> Tally:
        return self.counts.setdefault(_key(offer_id, holder, period), Tally())

    def add(self, use: OfferUse, redemption: Redemption) -> None:
        """One more use, which the next decision of the same upload already sees."""
        tally = self.tally(use.id, redemption.passport_id or redemption.holder_key, use.period)
        tally.taken += 1
        tally.last = redemption


def offers_of(business_id: int) -> dict[int, dict[str, Any]]:
    """All offers of a business that a till may give, ended ones too."""
    offers = Offer.objects.filter(business_id=business_id, how__in=AT_THE_TILL)
    return {row["id"]: row for row in offers.values(*OFFER_FIELDS)}


def tallies_of(offers: dict[int, dict[str, Any]], wanted: Iterable[tuple[int, Holder, Any]]) -> Tallies:
    """What was taken for these offers, holders and days. Two queries, and two more for each offer that is limited
    for all carers together."""
    found = Tallies(offers)
    per_carer: set[Key] = set()
    for offer_id, holder, day in wanted:
        kind = offers[offer_id]["limit_kind"]
        if kind == "total":
            found.tally(offer_id, None, "")
        elif kind != "none":
            per_carer.add((offer_id, holder, periods.period_key(kind, day)))
    for offer_id, _holder, _period in list(found.counts):
        _count_all_together(found, offer_id)
    if per_carer:
        _count_own(found, per_carer)
        _count_nameless(found, {key for key in per_carer if key[2] == periods.EVER})
    return found


def _key(offer_id: int, holder: Holder, period: str) -> Key:
    return (offer_id, holder, period) if period else (offer_id, None, "")


def _count_all_together(found: Tallies, offer_id: int) -> None:
    uses = Redemption.objects.filter(offer_id=offer_id, total_slot__isnull=False).order_by()
    counted = uses.aggregate(taken=Max("total_slot"), voids=Count("void"))
    tally = found.tally(offer_id, None, "")
    tally.taken, tally.voids = counted["taken"] or 0, counted["voids"]
    tally.last = uses.filter(void__isnull=True).order_by("-total_slot").first()


def _count_own(found: Tallies, keys: set[Key]) -> None:
    offers, holders, periods_asked = (set(part) for part in zip(*keys, strict=True))
    visitors = {holder for holder in holders if isinstance(holder, str)}
    whose = Q(passport__in=holders - visitors)
    if visitors:
        whose |= Q(holder_key__in=visitors)
    uses = Redemption.objects.filter(
        whose, offer__in=offers, period_key__in=periods_asked, slot__isnull=False
    )
    for use in uses.select_related("void").order_by("slot"):
        key = (use.offer_id, use.passport_id or use.holder_key, use.period_key)
        if key in keys:
            _take(found.tally(*key), use, named=True)


def _count_nameless(found: Tallies, keys: set[Key]) -> None:
    """Uses of once-ever offers so old that the passport has been taken off them (`services.unlinking`)."""
    by_hash = {
        holder_key(passport_id=passport, offer_id=offer): (offer, passport, period)
        for offer, passport, period in keys
        if isinstance(passport, int)
    }
    for use in Redemption.objects.filter(holder_key__in=by_hash).select_related("void").order_by("slot"):
        _take(found.tally(*by_hash[use.holder_key]), use, named=False)


def _take(tally: Tally, use: Redemption, *, named: bool) -> None:
    given_back = hasattr(use, "void")
    tally.taken = max(tally.taken, use.slot or 0)
    tally.voids += given_back
    if named and not given_back:
        tally.last = use
