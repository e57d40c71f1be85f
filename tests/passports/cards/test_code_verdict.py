"""When a card is good: each way of not being so, the edges of days and minutes, and which reason wins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from passports.cards.domain.verdict import CardFacts, CodeFacts, Reason, Status, judge

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
CARD = CardFacts("active", "active", starts_on=date(2026, 1, 1), expires_on=date(2026, 12, 31))
STATIC = CodeFacts(expires_on=date(2026, 12, 31))


def live(age_seconds: int, **changes) -> CodeFacts:
    return replace(STATIC, issued_at=int(NOW.timestamp()) - age_seconds, **changes)


def test_a_card_in_use_with_its_static_code_is_valid_but_not_live():
    verdict = judge(STATIC, CARD, NOW)
    assert (verdict.status, verdict.live, verdict.reason) == (Status.VALID, False, Reason.GOOD)
    assert verdict.valid
    assert verdict.valid_until == date(2026, 12, 31)


def test_a_typed_number_is_valid_but_not_live():
    verdict = judge(None, CARD, NOW)
    assert (verdict.status, verdict.live) == (Status.VALID, False)


@pytest.mark.parametrize("age", [0, 1, 599, 600, -60])
def test_a_fresh_live_code_is_live(age):
    verdict = judge(live(age), CARD, NOW)
    assert (verdict.status, verdict.live) == (Status.VALID, True)


@pytest.mark.parametrize(
    ("age", "reason"),
    [
        (601, Reason.LIVE_CODE_TOO_OLD),
        (86_400, Reason.LIVE_CODE_TOO_OLD),
        (-61, Reason.LIVE_CODE_FROM_THE_FUTURE),
    ],
)
def test_a_live_code_outside_its_ten_minutes_is_not_valid(age, reason):
    verdict = judge(live(age), CARD, NOW)
    assert (verdict.status, verdict.live, verdict.reason) == (Status.NOT_VALID, False, reason)


def test_the_cashier_hears_what_to_do_about_a_screenshot():
    assert "open the card again" in str(judge(live(601), CARD, NOW).sentence)
    assert "open the card again" not in str(judge(STATIC, None, NOW).sentence)


def test_an_unknown_card_is_not_valid():
    for code in (STATIC, live(5), None):
        verdict = judge(code, None, NOW)
        assert not verdict.live
        assert (verdict.status, verdict.reason, verdict.valid_until) == (
            Status.NOT_VALID,
            Reason.UNKNOWN_CARD,
            None,
        )


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        pytest.param(
            datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC),
            Status.VALID,
            id="23:59:59 summer time on the last day",
        ),
        pytest.param(
            datetime(2026, 6, 30, 23, 0, tzinfo=UTC),
            Status.EXPIRED,
            id="midnight summer time, still the day in UTC",
        ),
    ],
)
def test_a_card_ends_with_its_last_day_in_london(moment, status):
    card = replace(CARD, expires_on=date(2026, 6, 30))
    assert judge(None, card, moment).status is status


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 11, 25), Status.VALID), (date(2026, 11, 26), Status.NOT_YET_VALID)]
)
def test_a_card_begins_with_its_first_day(day, status):
    assert judge(STATIC, replace(CARD, starts_on=day), NOW).status is status


@pytest.mark.parametrize(
    ("card_status", "passport_status", "reason"),
    [
        ("lost", "active", Reason.CARD_LOST),
        ("replaced", "active", Reason.CARD_REPLACED),
        ("revoked", "active", Reason.CARD_REVOKED),
        ("active", "suspended", Reason.PASSPORT_SUSPENDED),
        ("active", "ended", Reason.PASSPORT_ENDED),
        ("a status that somebody adds later", "active", Reason.CARD_REVOKED),
        ("active", "a status that somebody adds later", Reason.PASSPORT_ENDED),
    ],
)
def test_a_stopped_card_is_revoked_even_with_a_fresh_live_code(card_status, passport_status, reason):
    card = replace(CARD, card_status=card_status, passport_status=passport_status)
    for code in (STATIC, live(1), None):
        verdict = judge(code, card, NOW)
        assert (verdict.status, verdict.live, verdict.reason) == (Status.REVOKED, False, reason)


@pytest.mark.parametrize(("code_day", "card_day"), [(1, 30), (30, 1)])
def test_the_earlier_of_two_last_days_counts(code_day, card_day):
    code = CodeFacts(expires_on=date(2026, 12, code_day))
    verdict = judge(code, replace(CARD, expires_on=date(2026, 12, card_day)), NOW)
    assert verdict.valid_until == date(2026, 12, 1)
    late = NOW + timedelta(days=10)
    assert judge(code, replace(CARD, expires_on=date(2026, 12, card_day)), late).status is Status.EXPIRED


def test_expiry_is_told_before_a_stop_and_a_stop_before_a_stale_live_code():
    past = replace(CARD, expires_on=date(2026, 11, 24), card_status="lost")
    assert judge(live(9000), past, NOW).reason is Reason.EXPIRED
    assert judge(live(9000), replace(CARD, card_status="lost"), NOW).reason is Reason.CARD_LOST


def test_a_code_of_a_leaked_key_counts_only_as_far_as_the_database_bears_it_out():
    """The thief can sign what they like: no live code of that key is live, and no later expiry day helps."""
    forged = live(1, expires_on=date(2199, 1, 1), key_compromised=True)
    verdict = judge(forged, CARD, NOW)
    assert (verdict.status, verdict.live, verdict.valid_until) == (Status.VALID, False, CARD.expires_on)
    assert judge(forged, None, NOW).status is Status.NOT_VALID
    early = CodeFacts(expires_on=date(2026, 1, 2), key_compromised=True)
    assert judge(early, CARD, NOW).status is Status.VALID
