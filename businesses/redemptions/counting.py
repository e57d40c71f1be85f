"""Counts of uses by month, straight from the rows. The rule of the month is `domain.counting.counted_in`, in SQL."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time

from django.db.models import Case, Count, DateField, Exists, Min, OuterRef, Q, Value, When

from businesses.offers.models import Offer

from .domain.counting import closes_on, first_of, month_before, next_month
from .domain.periods import LONDON
from .models import Redemption, RedemptionVoid

BY = {
    "month": "month",
    "area": "area_id",
    "category": "offer__business__category_id",
    "offer": "offer_id",
    "kind": "kind",
    "visiting": "visiting_id",
}
"""What uses can be counted by. The category is the one that the business has now."""


def count_uses(
    by: tuple[str, ...],
    months: Collection[date],
    *,
    since: datetime | None = None,
    before: datetime | None = None,
) -> dict[tuple[object, ...], int]:
    """Uses that were not taken back and are counted in these months, by names of `BY`. One query.

    With `since` or `before` only those that reached us from then on, or before then.
    """
    if not months:
        return {}
    # NOT EXISTS and no outer join: PostgreSQL takes the latter for one row, and loops over ten million
    taken_back = RedemptionVoid.objects.filter(redemption=OuterRef("pk"))
    tests = Offer.objects.filter(business__sandbox=True).values("pk")
    rows = Redemption.objects.filter(~Exists(taken_back)).exclude(offer_id__in=tests).order_by()
    if since is not None:
        rows = rows.filter(created_at__gte=since)
    if before is not None:
        rows = rows.filter(created_at__lt=before)
    whens = [When(_counted(month), then=Value(month)) for month in sorted(months)]
    if len(whens) == 1:  # the database then finds the rows by index
        rows = rows.filter(_counted(*months)).annotate(month=Value(*months, output_field=DateField()))
    else:
        rows = rows.annotate(month=Case(*whens, output_field=DateField())).filter(month__isnull=False)
    groups = rows.values_list(*[BY[name] for name in by]).annotate(n=Count("pk"))
    return {group[:-1]: group[-1] for group in groups}


def first_month_of_uses() -> date | None:
    """The month of the oldest use, None without any. By the index of days."""
    oldest = Redemption.objects.aggregate(day=Min("day"))["day"]
    return first_of(oldest) if oldest else None


def _counted(month: date) -> Q:
    """`counted_in(day, arrived) == month` for the columns of a use; a test compares the two."""
    before = month_before(month)
    own = Q(day__gte=month, day__lt=next_month(month), created_at__lt=_begin(closes_on(month)))
    # until the month before closes, only what is older than that one comes too late for its own
    in_first_week = Q(created_at__gte=_begin(month), created_at__lt=_begin(closes_on(before)), day__lt=before)
    afterwards = Q(
        created_at__gte=_begin(closes_on(before)), created_at__lt=_begin(next_month(month)), day__lt=month
    )
    return own | in_first_week | afterwards


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)
