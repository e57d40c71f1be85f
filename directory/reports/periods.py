"""The periods a report can be asked for: whole months, and only closed ones, so that a figure never changes.

Two reports of the same table then differ by whole months at least, and nobody can take one from the other to learn of
a day's few people (quality bar 24). What a month is counted by, and when it closes: ADR 0015.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from businesses.redemptions.public import first_of, last_closed, month_before, next_month


@dataclass(frozen=True)
class Period:
    """Whole months: `first` is the first day of the first, `last` the last day of the last."""

    first: date
    last: date

    @property
    def months(self) -> list[date]:
        """Each by its first day."""
        return _between(first_of(self.first), first_of(self.last))


def last_month(today: date) -> Period:
    """The newest closed month."""
    return _of(last_closed(today), 1)


def last_quarter(today: date) -> Period:
    """The newest calendar quarter whose months are all closed (the council's quarters, from April, are the same)."""
    month = last_closed(today)
    while month.month % 3:
        month = month_before(month)
    return _of(month, 3)


def last_twelve_months(today: date) -> Period:
    """The newest twelve closed months."""
    return _of(last_closed(today), 12)


def whole_months(first: date, last: date, today: date) -> Period:
    """The months that hold the two days and all between them, as far as they are closed."""
    month = min(first_of(last), last_closed(today))
    return Period(first_of(first), next_month(month) - timedelta(days=1))


def open_months(today: date) -> list[date]:
    """The months that have begun and are not closed: the one that runs, in its first week the one before it too."""
    return _between(next_month(last_closed(today)), first_of(today))


def _of(last: date, many: int) -> Period:
    """So many months up to this one."""
    first = last
    for _ in range(many - 1):
        first = month_before(first)
    return Period(first, next_month(last) - timedelta(days=1))


def _between(first: date, last: date) -> list[date]:
    months = []
    while first <= last:
        months.append(first)
        first = next_month(first)
    return months
