"""Reads of scans and uses, and the one query that a check needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    Func,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from businesses.members.models import Business, Device
from passport_site.core.prepared import Prepared
from passport_site.scheme.models import in_language
from passports.cards import public as cards

from .domain import periods
from .domain.pseudonym import holder_key, visitor_of
from .models import Redemption, Scan
from .returning import Question

_FIELDS = (
    "id", "title_en", "title_cy", "terms_en", "terms_cy", "status", "who", "visitors", "tag", "companion", "starts_on",
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
    visitors: bool
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


_CELLS = (*(f"offer__{name}" for name in _FIELDS), "period", "taken", "voids")  # in the order of OfferUse


@dataclass(frozen=True, slots=True)
class Found:
    """What the database knows of a card and of offers, for this day and offer (None: all that are live)."""

    day: date
    offer_id: int | None
    facts: Any
    uses: list[OfferUse]


AT_THE_TILL, BY_CARER = ("card", "barcode"), ("barcode", "code")
"""Which offers (Offer.how) a till may give, and which the carer's own phone. Codes of an online shop are no till's."""


def look_up(
    read: cards.ReadCode,
    *,
    business_id: int,
    day: date,
    offer_id: int | None = None,
    how: tuple[str, ...] = AT_THE_TILL,
) -> tuple[Any, list[OfferUse]]:
    """The facts of the card and the offers with their use, in one query.

    Without `offer_id`: all offers of the business that are live on the day. With it: that one, live or not, if
    it is of this business.
    """
    visitor = visitor_of(read, business_id)
    values = {"business": business_id, "today": day, **periods.keys_on(day)}
    if offer_id is not None:
        values["offer"] = offer_id
    if not read.failure:
        values["card"] = visitor or read.serial or read.number
    rows = list(_prepared(connection.vendor, read.by, offer_id is not None, how).rows(**values))
    found = found_in(rows, day=day, offer_id=offer_id)
    return found.facts, found.uses


def found_in(rows: list[dict[str, Any]], *, day: date, offer_id: int | None) -> Found:
    """What the rows of `with_use` say."""
    uses = [OfferUse(*[row[name] for name in _CELLS]) for row in rows if row["offer__id"] is not None]
    return Found(day, offer_id, rows[0]["facts"] if rows else None, uses)


def look_back(
    *, device: Device, check: cards.CardCheck, offer_id: int | None, since: datetime
) -> tuple[datetime | None, int, int]:
    """What a use may have to know besides, in one query: when, how much was taken and how much given back.

    When: this till first found the card good by a live code, since then; None if it did not. A code that was
    fresh at that moment stays fresh while the cashier serves. Our own page carries a signed note of it
    (views/seen.py); a till system has its scan row.
    Taken and given back: of the once-ever offer, by uses so old that the passport has been taken off them.
    """
    checks = Scan.objects.filter(
        device_id=device.pk,
        created_at__gte=since,
        card_id=check.card_id,
        purpose="check",
        accepted=True,
        live=True,
    )
    key = (
        holder_key(passport_id=check.passport_id, offer_id=offer_id)
        if offer_id and check.passport_id
        else "-"
    )
    old = Redemption.objects.filter(holder_key=key, offer_id=offer_id or 0)
    found = Device.objects.filter(pk=device.pk).values_list(
        Subquery(checks.order_by("created_at").values("created_at")[:1]),
        Coalesce(_top(old, "slot"), 0),
        Coalesce(_voids(old), 0),
    )
    return found.first() or (None, 0, 0)


def taken_long_ago(passport_id: int, offer_id: int) -> tuple[int, int]:
    """Taken and given back of a once-ever offer by uses that name nobody any more (see `old_uses`)."""
    key = holder_key(passport_id=passport_id, offer_id=offer_id)
    uses = Redemption.objects.filter(holder_key=key, offer_id=offer_id)
    found = uses.aggregate(taken=Max("slot"), voids=Count("void"))
    return found["taken"] or 0, found["voids"]


def old_uses(passport_id: int, offer_id: int) -> tuple[Question, Question]:
    """How much of a once-ever offer was taken, and how much given back, by uses that name nobody any more: as
    questions to ask while something is written (`returning`).
    """
    values = {_A_KEY: holder_key(passport_id=passport_id, offer_id=offer_id), _AN_OFFER: offer_id}
    taken, voids = (
        (sql, tuple(values.get(param, param) for param in params))
        for sql, params in _old_uses(connection.vendor)
    )
    return taken, voids


_A_KEY, _AN_OFFER = "<holder key>", -7_000_003


@cache
def _old_uses(vendor: str) -> tuple[Question, Question]:
    """The SQL with placeholders, written once in each process, as in `prepared`."""
    # The empty text is written out: only then a kept plan may use the index of those that are not empty.
    written_out = Func(template="''", output_field=CharField())
    old = Redemption.objects.filter(~Q(holder_key=written_out), holder_key=_A_KEY, offer_id=_AN_OFFER)
    top = old.order_by(F("slot").desc()).values("slot")[:1]
    given_back = (
        old.filter(void__isnull=False).order_by().values("offer_id").annotate(n=Count("pk")).values("n")
    )
    return top.query.sql_with_params(), given_back.query.sql_with_params()


@cache
def _prepared(vendor: str, by: str, one_offer: bool, how: tuple[str, ...]) -> Prepared:
    """The query for a scanned serial, a typed number, a visitor’s hash or nothing, with all live offers or with one."""
    read, values = placeholders(by, one_offer)
    return Prepared(with_use(Business.objects.filter(pk=values["business"]), read, values, how), values)


def placeholders(by: str, one_offer: bool) -> tuple[cards.ReadCode, dict[str, Any]]:
    """A code and values that stand for real ones in a prepared query."""
    values: dict[str, Any] = {"business": -7_000_001}
    values |= {kind: f"<{kind}>" for kind in periods.PER_CARER}
    read = cards.ReadCode(way="", failure="nothing")
    if by != "nothing":
        values["card"] = "<card>"
    if by in ("serial", "number"):
        read = cards.ReadCode(way="", **{by: "<card>"})
    values |= {"offer": -7_000_002} if one_offer else {"today": date(1901, 2, 3)}
    return read, values


def with_use(
    of: QuerySet,
    read: cards.ReadCode,
    values: dict[str, Any],
    how: tuple[str, ...],
    columns: Sequence[str] = (),
) -> QuerySet:
    """Starts from the business (`of`), so that one row comes back even without any offer.

    A `card` among the values that `read` does not name is a visitor’s hash.
    """
    visitor = values["card"] if read.failure and "card" in values else ""
    if "offer" in values:
        wanted = Q(offers__pk=values["offer"])
    else:
        wanted = Q(offers__status="live", offers__starts_on__lte=values["today"]) & (
            Q(offers__ends_on__isnull=True) | Q(offers__ends_on__gte=values["today"])
        )
    period = Case(
        *[When(offer__limit_kind=kind, then=Value(values[kind])) for kind in periods.PER_CARER],
        default=Value(""),
    )
    return (
        of.annotate(
            offer=FilteredRelation("offers", condition=wanted & Q(offers__how__in=how)), period=period
        )
        .annotate(facts=cards.facts_of(read, OuterRef("sandbox")), **_counts(read, visitor))
        .order_by("offer__id")
        .values("facts", "period", "taken", "voids", *(f"offer__{field}" for field in _FIELDS), *columns)
    )


def _counts(read: cards.ReadCode, visitor: str) -> dict[str, Any]:
    """How much is taken and given back: by all for a limit over all, by the carer for the others."""
    whose = Q(passport_id=cards.passport_of(read))
    if visitor:  # written out, as in `_old_uses`: or a kept plan could not use the index of rows with a hash
        whose = Q(holder_key=visitor) & ~Q(holder_key=Func(template="''", output_field=CharField()))
    everyone = Redemption.objects.filter(offer_id=OuterRef("offer__id"), total_slot__isnull=False)
    own = Redemption.objects.filter(
        whose,
        offer_id=OuterRef("offer__id"),
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
