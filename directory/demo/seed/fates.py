"""When everything happened to each of the crowd: sent, decided, issued, lost, ended. Growing from month to month."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from passports.applications.domain.working_days import after, is_working_day
from passports.cards.domain.periods import RENEW_DAYS, valid_until

from .clock import moment, not_later
from .crowd import Carer

REFUSALS = (
    "not_a_carer",
    "not_a_carer",
    "outside",
    "outside",
    "no_evidence",
    "no_evidence",
    "already_has",
    "too_young",
    "other",
)
DUE_DAYS = (-9, -6, -4, -2, -1, 0, 0, 0, 0)
"""Working days until the promised day, of the first who wait: some are late, four are due today."""


def give_dates(carers: list[Carer], today: date, months: int, decision_days: int, rng: random.Random) -> None:
    """Fills in the dates of all, by what became of them."""
    counts: dict[str, int] = {}
    for carer in carers:
        nth = counts[carer.fate] = counts.get(carer.fate, -1) + 1
        if carer.has_passport:
            _passport(carer, today, months, decision_days, rng)
        elif carer.fate == "waiting":
            _waiting(carer, nth, today, decision_days, rng)
        elif carer.fate == "draft":
            carer.started_at = moment(today - timedelta(days=rng.randrange(0, 80)), rng, 6, 23)
        else:
            _closed_or_asked(carer, nth, today, decision_days, rng)


def working_days_before(day: date, days: int) -> date:
    """The day that lies so many working days before."""
    while days > 0:
        day -= timedelta(days=1)
        days -= is_working_day(day)
    return day


def _send(carer: Carer, day: date, decision_days: int, rng: random.Random) -> None:
    carer.submitted_at = moment(day, rng, 7, 23)
    carer.started_at = carer.submitted_at - timedelta(
        minutes=rng.choice((9, 12, 17, 25, 60, 60 * 24, 60 * 72))
    )
    carer.due_on = after(day, decision_days)


def _decide(carer: Carer, today: date, rng: random.Random) -> datetime:
    """Most within five working days, a few late; in office hours."""
    assert carer.submitted_at is not None
    days = rng.choices((1, 2, 3, 4, 5, 6, 8, 10, 12), (15, 20, 20, 14, 10, 8, 6, 4, 3))[0]
    day = min(after(carer.submitted_at.date(), days), today)
    when = moment(day, rng, 9, 17)
    carer.decided_at = (
        when if when > carer.submitted_at else not_later(carer.submitted_at + timedelta(hours=3), rng)
    )
    return carer.decided_at


def _passport(carer: Carer, today: date, months: int, decision_days: int, rng: random.Random) -> None:
    ago = _issued_ago(carer, today, months, rng)
    _send(carer, today - timedelta(days=ago + rng.randrange(2, 6)), decision_days, rng)
    when = _decide(carer, today, rng)
    carer.valid_until = valid_until(
        starts_on=when.date(), months=months, young=carer.young, born=carer.born, adult_age=18
    )
    carer.printed = not carer.email or rng.random() < 0.3
    _later_changes(carer, today, rng)


def _issued_ago(carer: Carer, today: date, months: int, rng: random.Random) -> int:
    """Days since the passport was issued. The scheme grows, so that the newer are more."""
    whole = round(months * 30.44)
    if carer.young and carer.fate in ("expired", "expiring"):
        # what ends is the young card, at a month’s end 59 to 90 days after the 18th birthday
        over = rng.randrange(4, 60) if carer.fate == "expired" else -rng.randrange(33, RENEW_DAYS)
        turned = today - timedelta(days=over + 90)
        carer.born = date(turned.year - 18, turned.month, min(turned.day, 28))
        return rng.randrange(260, 560)
    if carer.fate == "expired":
        return whole + 31 + rng.randrange(3, 160)
    if carer.fate == "expiring":
        return whole - rng.randrange(2, RENEW_DAYS - 31)
    least = {"replaced": 60, "lost": 30, "revoked": 90, "suspended": 60, "ended": 120}.get(carer.fate, 1)
    return least + int((whole - RENEW_DAYS - 14 - least) * rng.random() ** 1.45)


def _later_changes(carer: Carer, today: date, rng: random.Random) -> None:
    """What happened to card and passport after the first card."""
    assert carer.decided_at is not None
    first, whole = carer.decided_at, (today - carer.decided_at.date()).days

    def on(ago_most: int, ago_least: int = 1) -> datetime:
        ago = rng.randrange(ago_least, max(ago_least + 1, min(ago_most, whole - 5)))
        return max(moment(today - timedelta(days=ago), rng, 9, 21), first + timedelta(days=2))

    if carer.fate == "lost":
        carer.changes = [("report_lost", on(12), "")]
    elif carer.fate == "replaced":
        lost = on(300, 8)
        why = rng.choice(("", "Left on a bus", "Went through the wash", "Bag was stolen"))
        carer.changes = [
            ("report_lost", lost, why),
            ("replace", lost + timedelta(hours=rng.randrange(1, 40)), ""),
        ]
    elif carer.fate == "revoked":
        carer.changes = [
            ("revoke", on(150, 10), rng.choice(("Used by somebody else", "Photo is of another person")))
        ]
    elif carer.fate == "suspended":
        carer.changes = [("suspend", on(40, 3), "Address not confirmed; letter came back")]
    elif carer.fate == "ended":
        carer.changes = [
            (
                "end",
                on(200, 6),
                rng.choice(("No longer caring", "Moved away", "The person they cared for has died")),
            )
        ]


def _waiting(carer: Carer, nth: int, today: date, decision_days: int, rng: random.Random) -> None:
    """The first ones are late or due today; the others came in over the last two weeks."""
    left = DUE_DAYS[nth] if nth < len(DUE_DAYS) else rng.randrange(1, decision_days + 1)
    day = working_days_before(today, decision_days - left)
    _send(carer, day, decision_days, rng)
    if left == 0:
        carer.due_on = today


def _closed_or_asked(carer: Carer, nth: int, today: date, decision_days: int, rng: random.Random) -> None:
    least, most = {"more_needed": (3, 24), "refused": (2, 330), "withdrawn": (4, 300)}[carer.fate]
    _send(carer, today - timedelta(days=rng.randrange(least + 3, most + 4)), decision_days, rng)
    when = _decide(carer, today, rng)
    if carer.fate != "refused":
        carer.decided_at = None
        carer.changes = [(carer.fate, when, "")]
    else:
        carer.changes = [("refused", when, REFUSALS[nth % len(REFUSALS)])]
