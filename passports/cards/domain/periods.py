"""Until when a passport is good. Days in, days out; every last day is a good day.

A passport lasts the scheme’s months and then to the end of that month, as bank cards do: the last day tells a
till nothing of the day somebody applied, nor of a young carer’s birthday (ADR 0014, quality bars 15 and 16).
A young passport never lasts longer than 90 days past the day before the 18th birthday: long enough to
move to the adult card without a gap, short enough that nobody shows a young card at twenty.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

YOUNG_GRACE_DAYS = 90
RENEW_DAYS = 56  # eight weeks: renewing takes a decision, and the new card may come by post


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which somebody turns `age`. Born on 29 February: 1 March in other years (English law)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, day: date) -> int:
    """How old somebody is on a day."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)


def month_end(day: date) -> date:
    """The last day of that month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def last_day(starts_on: date, months: int) -> date:
    """The last good day of a passport that starts on a day and lasts at least so many months."""
    return month_end(add_months(starts_on, months) - timedelta(days=1))


def last_young_day(born: date, adult_age: int) -> date:
    """The last day that a young passport may have: the newest month’s end within the grace after the day before
    the adult birthday.
    """
    limit = birthday(born, adult_age) - timedelta(days=1) + timedelta(days=YOUNG_GRACE_DAYS)
    return limit if limit == month_end(limit) else limit.replace(day=1) - timedelta(days=1)


def valid_until(*, starts_on: date, months: int, young: bool, born: date, adult_age: int) -> date:
    """The last good day of a new passport."""
    until = last_day(starts_on, months)
    return min(until, last_young_day(born, adult_age)) if young else until


def time_to_renew(valid_until: date, today: date) -> bool:
    """Whether we should talk about renewing: from eight weeks before the last day."""
    return today >= valid_until - timedelta(days=RENEW_DAYS)
