"""Where a figure is read from: closed months from what was written then, the rest from the nightly count and the rows.

Every function takes months by their first day and gives the same number whether the nightly job has run or not;
a test compares them. Within `one_moment` all of them see the database as it was when the first was asked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Model, Sum

from businesses.redemptions.public import count_uses, next_month
from passports.applications.public import by_month_and_area, days_to_decide
from passports.cards.public import active_by_area_and_kind

from .models import ClosedCount, ClosedMonth, Measure, OpenCount, OpenMonth

FIELDS = {"month": "month", "area": "area_id", "category": "category_id", "offer": "offer_id", "kind": "kind"}
Found = Counter[tuple]


@contextmanager
def one_moment() -> Iterator[None]:
    """All reads see one state, though the nightly count may end between two of them."""
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        yield  # SQLite: one writer; a transaction would hold up the tills
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def uses(by: tuple[str, ...], months: Collection[date]) -> Found:
    """Uses by names of `FIELDS`."""
    left = _not_closed(Measure.USES, months)
    found = _sum(ClosedCount, by, measure=Measure.USES, month__in=set(months) - left)
    since: dict[datetime | None, set[date]] = defaultdict(set)
    for month, before in OpenMonth.objects.filter(month__in=left).values_list("month", "counted_before"):
        since[before].add(month)
    counted = {month for some in since.values() for month in some}
    if counted:
        found += _sum(OpenCount, by, month__in=counted)
    since[None] = left - counted
    for moment, some in since.items():
        found += Counter(count_uses(by, some, since=moment))
    return found


def applications(measure: Measure, by: tuple[str, ...], months: Collection[date]) -> Found:
    """Applications received, approved or not approved, by month, area or both."""
    left = _not_closed(measure, months)
    found = _sum(ClosedCount, by, measure=measure, month__in=set(months) - left)
    if left:
        for (month, area), n in by_month_and_area(str(measure), min(left), _last_day(max(left))).items():
            if month in left:
                here = {"month": month, "area": area}
                found[tuple(here[name] for name in by)] += n
    return found


def active_cards(month: date) -> Found:
    """Active cards on the last day of the month, by area and kind."""
    if _not_closed(Measure.CARDS, [month]):
        return Counter(active_by_area_and_kind(_last_day(month)))
    return _sum(ClosedCount, ("area", "kind"), measure=Measure.CARDS, month=month)


def median_days(months: Collection[date]) -> float | None:
    """The middle of the days to decide, each to a tenth; of two in the middle their mean. None without a decision.

    From how often each tenth came, so that closed months and open ones can be put together.
    """
    left = _not_closed(Measure.DAYS, months)
    closed = ClosedCount.objects.filter(measure=Measure.DAYS, month__in=set(months) - left)
    found = Counter(dict(closed.values_list("tenths").annotate(total=Sum("n"))))
    if left:
        for (month, tenths), n in days_to_decide(min(left), _last_day(max(left))).items():
            found[tenths] += n if month in left else 0
    return _middle(+found)


def _middle(found: Counter[int]) -> float | None:
    many, passed, middle = found.total(), 0, []
    for tenths, n in sorted(found.items()):
        # places (many - 1) // 2 and many // 2, counted from nought, are one and the same for an odd number
        middle += [tenths for place in ((many - 1) // 2, many // 2) if passed <= place < passed + n]
        passed += n
    return (sum(middle) + 1) // 2 / 10 if middle else None  # half a tenth counts as a whole one


def _not_closed(measure: Measure, months: Collection[date]) -> set[date]:
    closed = ClosedMonth.objects.filter(measure=measure, month__in=months)
    return set(months) - set(closed.values_list("month", flat=True))


def _sum(model: type[Model], by: tuple[str, ...], **which) -> Found:
    """Sums of the stored numbers. One query."""
    rows = model._default_manager.filter(**which).order_by().values_list(*[FIELDS[name] for name in by])
    return Counter({row[:-1]: row[-1] for row in rows.annotate(total=Sum("n"))})


def _last_day(month: date) -> date:
    return next_month(month) - timedelta(days=1)
