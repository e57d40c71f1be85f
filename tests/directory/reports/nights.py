"""The nightly count of the figures at a moment of one's choice."""

from __future__ import annotations

from datetime import datetime

import time_machine

from businesses.redemptions.domain.periods import LONDON
from directory.reports.services import count_figures


def at(year: int, month: int, day: int, hour: int = 3) -> datetime:
    """Local time."""
    return datetime(year, month, day, hour, tzinfo=LONDON)


def nightly(moment: datetime):
    """The job at that moment."""
    with time_machine.travel(moment, tick=False):
        return count_figures()
