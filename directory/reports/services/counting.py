"""The nightly count: closes the months that are over, and counts the uses of the others up to now (ADR 0015).

A closed month is written once and only read afterwards, so it stays what it was when offers, businesses, cards and
applications change or go. Running twice, late or after weeks of silence does no harm: which month a row belongs to
does not depend on when it is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from businesses.redemptions.public import closes_on, count_uses, first_month_of_uses, next_month
from passport_site.core.models import JobRun
from passports.applications.public import by_month_and_area, days_to_decide, first_month_of_applications
from passports.cards.public import active_by_area_and_kind

from ..models import ClosedCount, ClosedMonth, Measure, OpenCount, OpenMonth

SETTLES = timedelta(hours=1)
"""What reached us an hour ago is final: a use can be taken back for ten minutes, and no request lasts that long."""
BY = ("area", "category", "offer", "kind")
BATCH = 5000


@dataclass(frozen=True, slots=True)
class Counted:
    """What one run did: months closed (each measure counts), months still open, numbers written for the open ones."""

    closed: int
    open: int
    numbers: int


def count_figures() -> Counted:
    """Closes what is due, each month in a transaction of its own; then counts the open months anew in one."""
    started = timezone.now()
    before = started - SETTLES
    months = list(_months(timezone.localdate(started)))
    closed = _close_what_is_due(months, before)
    done = set(_closed(Measure.USES))
    unclosed = [month for month in months if month not in done]
    with transaction.atomic():
        numbers = _count_open(unclosed, before)
        result = Counted(closed=closed, open=len(unclosed), numbers=numbers)
        JobRun.objects.create(
            job="reports.count_figures",
            started_at=started,
            done={"closed": closed, "open": len(unclosed), "numbers": numbers},
        )
    return result


def forget_counts() -> None:
    """Takes all counts away, closed ones too. Only for seeds, which write rows with dates in months long closed."""
    with transaction.atomic():
        for model in (ClosedMonth, ClosedCount):
            model.objects.for_retention().delete()
        OpenMonth.objects.all().delete()
        OpenCount.objects.all().delete()


def _months(today: date) -> Iterator[date]:
    """From the month of the oldest row to the one that runs. A scheme without any row has only the latter."""
    oldest = [month for month in (first_month_of_uses(), first_month_of_applications()) if month]
    month = min([*oldest, today.replace(day=1)])
    while month <= today:
        yield month
        month = next_month(month)


def _closed(measure: str) -> Iterable[date]:
    return ClosedMonth.objects.filter(measure=measure).values_list("month", flat=True)


def _close_what_is_due(months: list[date], before: datetime) -> int:
    number = 0
    for measure in Measure:
        done = set(_closed(measure))
        for month in months:
            if month not in done and _due(measure, month) <= before:
                _close(measure, month)
                number += 1
    return number


def _due(measure: str, month: date) -> datetime:
    """Uses may come seven days late; the others are known when the month is over."""
    day = closes_on(month) if measure == Measure.USES else next_month(month)
    return timezone.make_aware(datetime.combine(day, time()))


def _close(measure: str, month: date) -> None:
    with transaction.atomic():
        # first, so that a second job stops at the key before it counts
        ClosedMonth.objects.create(month=month, measure=measure)
        rows = (ClosedCount(month=month, measure=measure, **fields) for fields in _numbers(measure, month))
        ClosedCount.objects.bulk_create(rows, batch_size=BATCH)
        if measure == Measure.USES:
            OpenMonth.objects.filter(month=month).delete()
            OpenCount.objects.filter(month=month).delete()


def _numbers(measure: str, month: date) -> Iterator[dict[str, Any]]:
    """The counts of one month as fields of a row."""
    last = next_month(month) - timedelta(days=1)
    if measure == Measure.USES:
        yield from _uses(month)
    elif measure == Measure.CARDS:
        for (area, kind), n in active_by_area_and_kind(last).items():
            yield {"area_id": area, "kind": kind, "n": n}
    elif measure == Measure.DAYS:
        for (_month, tenths), n in days_to_decide(month, last).items():
            yield {"tenths": tenths, "n": n}
    else:
        for (_month, area), n in by_month_and_area(str(measure), month, last).items():
            yield {"area_id": area, "n": n}


def _uses(month: date, before: datetime | None = None) -> Iterator[dict[str, Any]]:
    for (area, category, offer, kind), n in count_uses(BY, [month], before=before).items():
        yield {"area_id": area, "category_id": category, "offer_id": offer, "kind": kind, "n": n}


def _count_open(months: list[date], before: datetime) -> int:
    OpenMonth.objects.all().delete()
    OpenCount.objects.all().delete()
    OpenMonth.objects.bulk_create(OpenMonth(month=month, counted_before=before) for month in months)
    made = 0
    for month in months:
        rows = [OpenCount(month=month, **fields) for fields in _uses(month, before)]
        made += len(OpenCount.objects.bulk_create(rows, batch_size=BATCH))
    return made
