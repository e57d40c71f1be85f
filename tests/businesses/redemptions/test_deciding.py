"""May this card use this offer now? The whole table, without a database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from businesses.offers.domain.limits import limit_of
from businesses.offers.models import LimitKind, Tag
from businesses.redemptions.domain import decide, periods
from businesses.redemptions.domain.decide import Refusal
from businesses.redemptions.models import Scan
from passports.cards.domain import refusals, verdict

TODAY = date(2026, 11, 25)


@dataclass(frozen=True)
class AnOffer:
    status: str = "live"
    who: str = "all"
    visitors: bool = False
    tag: str = ""
    starts_on: date = date(2026, 1, 1)
    ends_on: date | None = None
    limit_kind: str = "none"
    limit_count: int = 1


@dataclass(frozen=True)
class ACard:
    valid: bool = True
    young: bool = False
    visiting: object | None = None
    status: str = "valid"
    reason: str = "good"
    sentence: str = ""


LIVE = AnOffer()


@pytest.mark.parametrize(
    ("offer", "used", "young", "expected"),
    [
        (LIVE, 0, False, None),
        (LIVE, 1000, False, None),
        (None, 0, False, Refusal.NO_SUCH_OFFER),
        (replace(LIVE, status="paused"), 0, False, Refusal.PAUSED),
        (replace(LIVE, status="ended"), 0, False, Refusal.ENDED),
        (replace(LIVE, starts_on=TODAY), 0, False, None),
        (replace(LIVE, starts_on=date(2026, 11, 26)), 0, False, Refusal.NOT_STARTED),
        (replace(LIVE, ends_on=TODAY), 0, False, None),
        (replace(LIVE, ends_on=date(2026, 11, 24)), 0, False, Refusal.ENDED),
        (replace(LIVE, who="adult"), 0, False, None),
        (replace(LIVE, who="adult"), 0, True, Refusal.NOT_FOR_YOUNG),
        (replace(LIVE, who="young"), 0, True, None),
        (replace(LIVE, who="young"), 0, False, Refusal.YOUNG_ONLY),
        (replace(LIVE, limit_kind="day"), 0, False, None),
        (replace(LIVE, limit_kind="day"), 1, False, Refusal.USED_TODAY),
        (replace(LIVE, limit_kind="day", limit_count=3), 2, False, None),
        (replace(LIVE, limit_kind="day", limit_count=3), 3, False, Refusal.USED_TODAY),
        (replace(LIVE, limit_kind="week"), 1, False, Refusal.USED_THIS_WEEK),
        (replace(LIVE, limit_kind="month"), 1, False, Refusal.USED_THIS_MONTH),
        (replace(LIVE, limit_kind="ever"), 1, False, Refusal.USED_UP),
        (replace(LIVE, limit_kind="total", limit_count=50), 49, False, None),
        (replace(LIVE, limit_kind="total", limit_count=50), 50, False, Refusal.ALL_GONE),
        (replace(LIVE, limit_kind="total", limit_count=50), 51, False, Refusal.ALL_GONE),
    ],
)
def test_what_stands_against_a_use(offer, used, young, expected):
    decision = decide.decide(ACard(young=young), offer, used=used, today=TODAY)
    assert decision.accepted is (expected is None)
    assert decision.reason == (expected.value if expected else "")


@pytest.mark.parametrize("tag", [tag for tag in Tag.values if tag])
def test_every_tag_keeps_an_offer_from_young_cards_only(tag):
    offer = replace(LIVE, tag=tag)
    assert decide.not_for(offer, young=True, visiting=False) is Refusal.NOT_FOR_YOUNG
    assert decide.not_for(offer, young=False, visiting=False) is None


def test_a_card_that_is_not_good_is_refused_before_the_offer_is_looked_at():
    lost = ACard(valid=False, status="revoked", reason="card_lost", sentence="Ask to see the newer one.")
    decision = decide.decide(lost, None, used=0, today=TODAY)
    assert (decision.reason, decision.log, decision.message) == (
        "revoked",
        "card_lost",
        "Ask to see the newer one.",
    )


@pytest.mark.parametrize("limit", LimitKind.values)
def test_every_limit_has_its_refusal_and_says_what_is_left(limit):
    offer = replace(LIVE, limit_kind=limit, limit_count=2)
    if limit == "none":
        assert decide.left(offer, 7) is None
        return
    assert [decide.left(offer, used) for used in (0, 1, 2, 3)] == [2, 1, 0, 0]
    assert decide.objection(offer, young=False, visiting=False, used=2, today=TODAY) is not None


def test_every_reason_fits_its_column_and_every_refusal_speaks():
    longest = Scan._meta.get_field("reason").max_length
    codes = [*Refusal.values, *verdict.Reason, *(kind.reason for kind in refusals.NotACard.__subclasses__())]
    assert all(len(code) <= longest for code in codes)
    assert len(set(Refusal.values) & {str(reason) for reason in verdict.Reason}) == 0
    for refusal in Refusal:
        sentence = str(refusal.label)
        assert sentence.endswith(".")
        assert "you " not in sentence.lower()  # the cashier reads it, and the carer may hear it


@pytest.mark.parametrize(
    ("kind", "day", "key"),
    [
        ("day", date(2026, 11, 25), "2026-11-25"),
        ("week", date(2026, 11, 25), "2026-W48"),
        ("week", date(2026, 11, 23), "2026-W48"),
        ("week", date(2026, 11, 22), "2026-W47"),
        ("week", date(2027, 1, 1), "2026-W53"),
        ("week", date(2027, 1, 3), "2026-W53"),
        ("week", date(2027, 1, 4), "2027-W01"),
        ("week", date(2024, 12, 30), "2025-W01"),
        ("month", date(2026, 2, 28), "2026-02"),
        ("ever", date(2026, 2, 28), "ever"),
        ("none", date(2026, 2, 28), ""),
        ("total", date(2026, 2, 28), ""),
    ],
)
def test_the_period_of_a_day(kind, day, key):
    assert periods.period_key(kind, day) == key
    assert periods.keys_on(day).get(kind, "") == key
    assert len(key) <= 12


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)),  # summer: London is an hour ahead
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),  # the clocks go forward at 01:00
        (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),  # the last night of summer time
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_a_day_is_a_day_in_london(moment, day):
    assert periods.day_of(moment) == day


def test_a_limit_has_one_form():
    assert limit_of("none", 1) is None
    assert limit_of("day", 2) == {"kind": "day", "count": 2}


def test_a_visitor_gets_what_is_marked_for_visitors_and_nothing_else():
    visitor, welcome = ACard(visiting="another scheme"), replace(LIVE, visitors=True)
    assert decide.decide(visitor, LIVE, used=0, today=TODAY).reason == "not_for_visitors"
    assert decide.decide(visitor, welcome, used=0, today=TODAY).accepted
    assert decide.decide(ACard(), LIVE, used=0, today=TODAY).accepted
    young = replace(visitor, young=True)
    assert (
        decide.decide(young, replace(welcome, tag="alcohol"), used=0, today=TODAY).reason == "not_for_young"
    )
    spent = replace(welcome, limit_kind="day")
    assert decide.decide(visitor, spent, used=1, today=TODAY).reason == "used_today"
