"""The period that a limit counts in, as a short key. A day is a day in London, a week starts on Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
EVER = "ever"
PER_CARER = ("day", "week", "month", EVER)


def day_of(moment: datetime) -> date:
    """The local day of an aware moment: 00:30 in British summer is still the day before in UTC."""
    return moment.astimezone(LONDON).date()


def period_key(limit_kind: str, day: date) -> str:
    """`2026-11-25`, `2026-W48`, `2026-11` or `ever`. Empty without a limit and for one over all carers.

    An ISO week belongs to the year that holds its Thursday, so 1 January may lie in week 53 of the old year.
    """
    if limit_kind == "day":
        return day.isoformat()
    if limit_kind == "week":
        year, week, _weekday = day.isocalendar()
        return f"{year}-W{week:02d}"
    if limit_kind == "month":
        return f"{day:%Y-%m}"
    return EVER if limit_kind == "ever" else ""


@lru_cache(maxsize=8)
def keys_on(day: date) -> Mapping[str, str]:
    """The key of each kind of limit that counts per carer."""
    return MappingProxyType({kind: period_key(kind, day) for kind in PER_CARER})
