"""Reads of scans and uses, and the one query that a check needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from businesses.members.models import Business, Device
from businesses.offers.models import Offer
from passport_site.core.json_sql import Json, JsonArray, JsonRows
from passport_site.core.model_json import moment
from passport_site.core.prepared import Prepared
from passport_site.core.statements import Named
from passport_site.scheme.models import in_language
from passports.cards import public as cards

from .domain import periods
from .domain.pseudonym import holder_key, visitor_of
from .models import Redemption, Scan


class OfferUse(NamedTuple):
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

    def with_old(self, taken: int, voids: int) -> OfferUse:
        """The same with uses of more than 13 months ago counted in, which name nobody any more."""
        return self._replace(taken=max(self.taken, taken), voids=self.voids + voids)

    @property
    def title(self) -> str:
        return in_language(self.title_en, self.title_cy)

    @property
    def terms(self) -> str:
        return in_language(self.terms_en, self.terms_cy)


OFFER_FIELDS = OfferUse._fields[: OfferUse._fields.index("period")]
"""Those that are columns of the offer."""


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
    row = _prepared(read.by, offer_id is not None, how).row(values)
    found = found_in(row or (None, None), day=day, offer_id=offer_id)
    return found.facts, found.uses


def found_in(row: Sequence[Any], *, day: date, offer_id: int | None) -> Found:
    """What the first two cells of `with_use` say."""
    facts, offers = row[:2]
    return Found(day, offer_id, facts, [_use(offer) for offer in sorted(offers or ())])


_VISITORS, _STARTS, _ENDS = (OFFER_FIELDS.index(name) for name in ("visitors", "starts_on", "ends_on"))


def _use(cells: list[Any]) -> OfferUse:
    """Out of JSON, in the order of OfferUse, but for the last: a pair of what is taken and given back."""
    *cells, used = cells
    taken, voids = used or (0, 0)
    cells[_VISITORS] = bool(cells[_VISITORS])  # SQLite says 0 and 1
    cells[_STARTS] = date.fromisoformat(cells[_STARTS])
    cells[_ENDS] = cells[_ENDS] and date.fromisoformat(cells[_ENDS])
    return OfferUse._make((*cells, taken or 0, voids or 0))


def look_back(
    *, device: Device, check: cards.CardCheck, offer_id: int | None, since: datetime
) -> tuple[datetime | None, int, int]:
    """What a use may have to know besides, in one query: when, how much was taken and how much given back.

    When: this till first found the card good by a live code, since then; None if it did not. A code that was
    fresh at that moment stays fresh while the cashier serves. Our own page carries a signed note of it
    (views/seen.py); a till system has its scan row.
    Taken and given back: of the once-ever offer, by uses so old that the passport has been taken off them.
    """
    whose = (
        holder_key(passport_id=check.passport_id, offer_id=offer_id)
        if offer_id and check.passport_id
        else "-"
    )
    values = {
        "device": device.pk,
        "card": check.card_id,
        "since": since,
        "holder_key": whose,
        "offer": offer_id or 0,
    }
    row = _back().row(values)
    ((seen_at,), pair) = row or ((None,), None)
    return seen_at and moment(seen_at), *(pair or (0, 0))


@cache
def _back() -> Prepared:
    values = {
        "device": -7_000_004, "card": -7_000_005, "since": datetime(1901, 2, 3, tzinfo=UTC), "holder_key": "<holder key>",
        "offer": -7_000_003,
    }  # fmt: skip
    checks = Scan.objects.filter(
        device_id=values["device"], created_at__gte=values["since"], card_id=values["card"], purpose="check", accepted=True,
        live=True,
    )  # fmt: skip
    first = Subquery(checks.order_by("created_at").values("created_at")[:1])
    old = _old(values["holder_key"], values["offer"])
    found = Device.objects.filter(pk=values["device"]).values_list(JsonArray(first), Json(_pair(old)))
    return Prepared(found, values)


def _old(key: str, offer_id: int) -> QuerySet:
    """Uses that name nobody any more. That the key is not empty is said so that its index is used."""
    return Redemption.objects.filter(~Q(holder_key=""), holder_key=key, offer_id=offer_id)


def taken_long_ago(passport_id: int, offer_id: int) -> tuple[int, int]:
    """Taken and given back of a once-ever offer by uses that name nobody any more (see `old_uses`)."""
    key = holder_key(passport_id=passport_id, offer_id=offer_id)
    found = _old(key, offer_id).aggregate(taken=Max("slot"), voids=Count("void"))
    return found["taken"] or 0, found["voids"]


def old_uses(number: int) -> tuple[str, list[Any]]:
    """SQL that gives how much of a once-ever offer was taken and given back by uses that name nobody any more, as a pair:
    to be asked while something is written (`returning`). With `Named` values `holder_key_1`, `offer_1`.
    """
    names = {"<holder key>": Named(f"holder_key_{number}"), -7_000_003: Named(f"offer_{number}")}
    key, offer = names
    sql, params = _pair(_old(key, offer)).query.sql_with_params()
    return f"({sql})", [names.get(param, param) for param in params]


@cache
def _prepared(by: str, one_offer: bool, how: tuple[str, ...]) -> Prepared:
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
    business: str = "",
    *more: Any,
) -> QuerySet:
    """One row for each of `of`: the facts of the card, and as JSON the offers of the business with their use.

    `business` is the way from `of` to it, `more` are further cells. A `card` among the values that `read` does not name is
    a visitor’s hash.
    """
    visitor = values["card"] if read.failure and "card" in values else ""
    if "offer" in values:
        wanted = Q(pk=values["offer"])
    else:
        wanted = Q(status="live", starts_on__lte=values["today"]) & (
            Q(ends_on__isnull=True) | Q(ends_on__gte=values["today"])
        )
    period = Case(
        *[When(limit_kind=kind, then=Value(values[kind])) for kind in periods.PER_CARER], default=Value("")
    )
    offers = Offer.objects.filter(wanted, how__in=how, business=OuterRef(f"{business}pk"))
    with_period = offers.annotate(period=period)
    return of.order_by().values_list(
        cards.facts_of(read, OuterRef(f"{business}sandbox")),
        JsonRows(with_period, JsonArray(*OFFER_FIELDS, "period", _used(read, visitor))),
        *more,
    )


def _used(read: cards.ReadCode, visitor: str) -> Case:
    """A pair of what is taken and given back: by all for a limit over all, by the carer for the others. Null for none."""
    whose = Q(passport_id=cards.passport_of(read))
    if visitor:  # so that the index of rows with a hash is used
        whose = Q(holder_key=visitor) & ~Q(holder_key="")
    of_offer = Redemption.objects.filter(offer_id=OuterRef("pk"))
    everyone = of_offer.filter(total_slot__isnull=False)
    own = of_offer.filter(whose, period_key=OuterRef("period"), slot__isnull=False)
    # a limit over all may have been used very often: its highest slot is looked up, and only uses given back are counted
    top = Subquery(everyone.order_by(F("total_slot").desc()).values("total_slot")[:1])
    given_back = everyone.filter(void__isnull=False).order_by().values("offer_id").values(n=Count("pk"))
    return Case(
        When(limit_kind="total", then=JsonArray(top, Subquery(given_back))),
        When(~Q(period=""), then=Json(_pair(own))),
    )


def _pair(uses: QuerySet) -> Subquery:
    """The highest slot, which is the number of uses as slots are numbered without gaps, and how many were given back."""
    return Subquery(uses.order_by().values("offer_id").values(pair=JsonArray(Max("slot"), Count("void"))))
