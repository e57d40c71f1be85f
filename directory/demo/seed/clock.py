"""Days and moments of the demo, all counted from today, so that it always looks lived-in."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from unittest.mock import patch

from django.db.models.signals import pre_save
from django.utils import timezone

DAY = timedelta(days=1)


def moment(day: date, rng: random.Random, first: int = 8, last: int = 20) -> datetime:
    """Some moment of that local day between two hours, never after now."""
    seconds = rng.randrange(first * 3600, last * 3600)
    return not_later(timezone.make_aware(datetime.combine(day, time()) + timedelta(seconds=seconds)), rng)


def not_later(when: datetime, rng: random.Random) -> datetime:
    """The moment itself, or, when it lies ahead, one of the last minutes of the same day."""
    now = timezone.now()
    if when < now:
        return when
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return now - (now - midnight) * rng.uniform(0.02, 0.6)


@contextmanager
def at(when: datetime) -> Iterator[datetime]:
    """Inside, the services believe that it is `when`: what they write is dated then.

    `created_at` takes its default from the real clock, so that new rows are dated as they are saved.
    """

    def date_row(sender, instance, **kwargs) -> None:
        if instance._state.adding and hasattr(instance, "created_at"):
            instance.created_at = when

    pre_save.connect(date_row, weak=False)  # inside another `at` ours comes after it, and wins
    try:
        with patch("django.utils.timezone.now", return_value=when):
            yield when
    finally:
        pre_save.disconnect(date_row)
