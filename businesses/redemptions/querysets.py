"""Reads of scans and uses, and the one query that a check needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from businesses.members.models import Business
from passport_site.scheme.models import in_language
from passports.cards import public as cards

from .domain import periods
from .models import Redemption

_FIELDS = (
    "id", "title_en", "title_cy", "terms_en", "terms_cy", "status", "who", "tag", "companion", "starts_on",
    "ends_on", "limit_kind", "limit_count",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfferUse:
    """An offer of the business, and what this carer (or all together) took of it in the period.

    `taken` counts every use, `voids` those given back. The next use gets slot `taken + 1`, and is allowed
    while `taken - voids` is below the limit (see Redemption).
    """

    id: int
    title_en: str
    title_cy: str
    terms_en: str
    terms_cy: str
    status: str
    who: str
    tag: str
    companion: str
    starts_on: date
    ends_on: date | None
    limit_kind: str
    limit_count: int
    period: str
    taken: int
    voids: int

    @property
    def used(self) -> int:
        return self.taken - self.voids

    @property
    def title(self) -> str:
        return in_language(self.title_en, self.title_cy)

    @property
    def terms(self) -> str:
        return in_language(self.terms_en, self.terms_cy)


def look_up(
    read: cards.ReadCode, *, business_id: int, day: date, offer_id: int | None = None
) -> tuple[Any, list[OfferUse]]:
    """The facts of the card and the offers with their use, in one query.

    Starts from the business, so that one row comes back even without any offer. Without `offer_id`: all that
    are live on the day. With it: that one, live or not, if it is of this business.
    """
    if offer_id is None:
        wanted = Q(offers__status="live", offers__starts_on__lte=day) & (
            Q(offers__ends_on__isnull=True) | Q(offers__ends_on__gte=day)
        )
    else:
        wanted = Q(offers__pk=offer_id)
    period = Case(
        *[When(offer__limit_kind=kind, then=Value(key)) for kind, key in periods.keys_on(day).items()],
        default=Value(""),
    )
    rows = (
        Business.objects.filter(pk=business_id)
        .annotate(offer=FilteredRelation("offers", condition=wanted), period=period)
        .annotate(facts=cards.facts_of(read), **_counts(read))
        .order_by("offer__id")
        .values("facts", "period", "taken", "voids", *(f"offer__{field}" for field in _FIELDS))
    )
    found = list(rows)
    uses = [
        OfferUse(
            **{field: row[f"offer__{field}"] for field in _FIELDS},
            period=row["period"],
            taken=row["taken"],
            voids=row["voids"],
        )
        for row in found
        if row["offer__id"] is not None
    ]
    return (found[0]["facts"] if found else None), uses


def _counts(read: cards.ReadCode) -> dict[str, Any]:
    """How much is taken and given back: by all for a limit over all, by the carer for the others."""
    everyone = Redemption.objects.filter(offer_id=OuterRef("offer__id"), total_slot__isnull=False)
    own = Redemption.objects.filter(
        offer_id=OuterRef("offer__id"),
        passport_id=cards.passport_of(read),
        period_key=OuterRef("period"),
        slot__isnull=False,
    )

    def by_kind(of_everyone: Any, of_own: Any) -> Coalesce:
        return Coalesce(
            Case(
                When(offer__limit_kind="total", then=of_everyone),
                When(~Q(period=""), then=of_own),
                default=Value(0),
            ),
            0,
        )

    return {
        "taken": by_kind(_top(everyone, "total_slot"), _top(own, "slot")),
        "voids": by_kind(_voids(everyone), _voids(own)),
    }


def _top(uses: QuerySet, slot: str) -> Subquery:
    """The highest slot, which is the number of uses: slots are numbered without gaps."""
    return Subquery(uses.order_by(F(slot).desc()).values(slot)[:1])


def _voids(uses: QuerySet) -> Subquery:
    return Subquery(
        uses.filter(void__isnull=False).order_by().values("offer_id").annotate(n=Count("pk")).values("n")
    )
