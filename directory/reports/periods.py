"""The periods a report can be asked for: quarters of the council's year, or whole months of one's own."""

from __future__ import annotations

from datetime import date, timedelta


def quarter_of(day: date) -> tuple[date, date]:
    """First and last day of the calendar quarter that holds the day (the council's quarters, April first, are the same)."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    following = (first + timedelta(days=95)).replace(day=1)
    return first, following - timedelta(days=1)


def last_quarter(day: date) -> tuple[date, date]:
    """The quarter before the one that holds the day."""
    return quarter_of(quarter_of(day)[0] - timedelta(days=1))


def last_twelve_months(day: date) -> tuple[date, date]:
    """From the first day of the same month a year ago, to the day itself: thirteen months on the table, none cut short
    at the start."""
    return date(day.year - 1, day.month, 1), day


def whole_months(first: date, last: date) -> tuple[date, date]:
    """The first day of the first month and the last day of the last one."""
    following = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=1), following - timedelta(days=1)
