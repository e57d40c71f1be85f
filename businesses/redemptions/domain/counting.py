"""The month a use is counted in. A month waits seven days for what comes late, then it is closed for ever (ADR 0012).

Decided by two days only, the day of the use and the day it reached us, so that everybody who counts gets the same
whenever they count. A quarter that was reported never changes (quality bar 43).
"""

from __future__ import annotations

from datetime import date, timedelta

WAITS = 7
"""Days after its end in which a month still takes uses: a till without a network may upload for seven days."""


def first_of(day: date) -> date:
    """The first day of the month, which stands for the month everywhere."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (first_of(month) + timedelta(days=32)).replace(day=1)


def month_before(month: date) -> date:
    """The first day of the month before."""
    return (first_of(month) - timedelta(days=1)).replace(day=1)


def closes_on(month: date) -> date:
    """The first day on which nothing is added to the month any more: the 8th of the month after."""
    return next_month(month) + timedelta(days=WAITS)


def last_closed(today: date) -> date:
    """The newest month that is closed on that day."""
    before = month_before(today)
    return before if today >= closes_on(before) else month_before(before)


def counted_in(day: date, arrived: date) -> date:
    """The month of the use, or, when that was closed before the use reached us, the month in which it did."""
    month = first_of(day)
    return month if arrived < closes_on(month) else first_of(arrived)
