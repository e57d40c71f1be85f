"""Ages: what the scheme's three ages mean for an application, and which kind of passport it leads to."""

from __future__ import annotations

from datetime import date

TOO_YOUNG, CHILD, TEEN, ADULT = "too_young", "child", "teen", "adult"


def age_on(born: date, day: date) -> int:
    """Whole years on that day. Somebody born on 29 February has their birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def stage_on(born: date, day: date, *, youngest: int, alone: int, adult: int) -> str:
    """`too_young` for a card, `child` (an adult starts it), `teen` (starts alone, an adult agrees) or
    `adult`.
    """
    age = age_on(born, day)
    if age < youngest:
        return TOO_YOUNG
    if age < alone:
        return CHILD
    return TEEN if age < adult else ADULT


def kind_for(*, born: date, relationship: str, day: date, adult_age: int) -> str:
    """The kind of passport: young by age, parent for an adult who looks after their own child under 18,
    else adult.
    """
    if age_on(born, day) < adult_age:
        return "young"
    return "parent" if relationship == "child" else "adult"
