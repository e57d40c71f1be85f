"""Which passport the answers ask for, and how old somebody is."""

from __future__ import annotations

from datetime import date


def age_on(born: date, day: date) -> int:
    """Whole years lived on that day. Somebody born on 29 February has their birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def kind_of(relationship: str, born: date, today: date, adult_age: int) -> str:
    """`young` under the scheme's adult age, `parent` for somebody who looks after their child, else `adult`."""
    if age_on(born, today) < adult_age:
        return "young"
    return "parent" if relationship == "child" else "adult"
