"""Which months a report may be of, and that no two reports tell of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from directory.reports.periods import (
    Period,
    last_month,
    last_quarter,
    last_twelve_months,
    open_months,
    whole_months,
)
from tests.factories import (
    ApplicationFactory,
)

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("today", "month", "quarter", "year"),
    [
        # newest closed month, newest closed quarter, first of twelve months; a month closes on the 8th of the next
        (date(2026, 11, 25), (2026, 10), ((2026, 7), (2026, 9)), (2025, 11)),
        (date(2026, 10, 8), (2026, 9), ((2026, 7), (2026, 9)), (2025, 10)),
        (date(2026, 10, 7), (2026, 8), ((2026, 4), (2026, 6)), (2025, 9)),
        (date(2026, 1, 1), (2025, 11), ((2025, 7), (2025, 9)), (2024, 12)),
        (date(2024, 3, 8), (2024, 2), ((2023, 10), (2023, 12)), (2023, 3)),
    ],
)
def test_named_periods_are_closed_months(today, month, quarter, year):
    assert last_month(today).months == [date(*month, 1)]
    found = last_quarter(today)
    assert (found.months[0], found.months[-1], len(found.months)) == (
        date(*quarter[0], 1),
        date(*quarter[1], 1),
        3,
    )
    found = last_twelve_months(today)
    assert (found.months[0], found.months[-1], len(found.months)) == (date(*year, 1), date(*month, 1), 12)
    assert found.last + timedelta(days=1) == open_months(today)[0]


def test_the_months_that_are_not_closed():
    assert open_months(date(2026, 10, 7)) == [date(2026, 9, 1), date(2026, 10, 1)]
    assert open_months(date(2026, 10, 8)) == [date(2026, 10, 1)]


@pytest.mark.parametrize(
    "query", ["", "period=last_quarter", "period=last_month", "period=own&first=2026-01-01&last=2026-11-30"]
)
def test_exports_of_two_days_cannot_be_taken_from_each_other(vale, client_of, query):
    # given an application that came today, and files of the days before and after
    def export(day: date) -> str:
        with time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
            answer = client_of("Commissioner").get(f"/cms/figures/applications.csv?{query}")
            return b"".join(answer.streaming_content).decode()

    for number in range(30):
        sent = datetime(2026, 10, 1 + number, tzinfo=UTC)
        ApplicationFactory(waiting=True, area=vale, submitted_at=sent)
    before = export(date(2026, 11, 24))
    for _ in range(7):
        sent = datetime(2026, 11, 25, 9, tzinfo=UTC)
        ApplicationFactory(waiting=True, area=vale, submitted_at=sent)

    assert export(date(2026, 11, 25)) == before
    assert "Nov 2026" not in before
    # the month is in once it is closed, on 8 December
    assert export(date(2026, 12, 7)) == before
    if query in ("", "period=last_month"):
        assert "Nov 2026,7,7" in export(date(2026, 12, 8))


def test_own_periods_are_whole_months_so_that_no_day_can_be_taken_out(vale, client_of):
    # given nine applications in a month, three of them on its last day
    for day in (1, 1, 2, 2, 3, 3, 30, 30, 30):
        ApplicationFactory(waiting=True, area=vale, submitted_at=datetime(2026, 6, day, 12, tzinfo=UTC))
    client = client_of("Commissioner")

    def export(first: str, last: str) -> str:
        query = f"period=own&first={first}&last={last}"
        answer = client.get(f"/cms/figures/applications-by-area.csv?{query}")
        assert "2026-06-01-2026-06-30" in answer["Content-Disposition"]
        return b"".join(answer.streaming_content).decode()

    assert export("2026-06-01", "2026-06-30") == export("2026-06-03", "2026-06-29")
    assert "Total,9,9" in export("2026-06-01", "2026-06-29")


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        (date(2026, 2, 14), date(2026, 2, 14), (date(2026, 2, 1), date(2026, 2, 28))),
        (date(2023, 12, 31), date(2024, 2, 1), (date(2023, 12, 1), date(2024, 2, 29))),
        # not beyond the newest closed month
        (date(2026, 9, 1), date(2026, 12, 31), (date(2026, 9, 1), date(2026, 10, 31))),
    ],
)
def test_whole_months(first, last, whole):
    assert whole_months(first, last, date(2026, 11, 25)) == Period(*whole)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("9999-01-01", "9999-12-31", "Choose a day less than a year ahead"),
        ("2026-11-01", "2026-11-30", "Choose an earlier month. This one is not closed yet"),
        ("1999-12-31", "2001-01-01", "Choose a day after 1999"),
        ("0001-01-01", "0001-01-01", "Choose a day after 1999"),
    ],
)
@time_machine.travel(datetime(2026, 11, 25, 12, tzinfo=UTC))
def test_days_out_of_reach_are_refused(client_of, first, last, words):
    client = client_of("Commissioner")
    query = f"period=own&first={first}&last={last}"

    page = client.get(f"/cms/figures/?{query}")

    assert page.status_code == 200
    assert words in page.content.decode()
    assert client.get(f"/cms/figures/uses-by-month.xlsx?{query}").status_code == 200


def test_a_senseless_period_says_so_and_keeps_what_was_typed(client_of):
    page = (
        client_of("Commissioner")
        .get("/cms/figures/?period=own&first=2026-05-01&last=2026-04-01")
        .content.decode()
    )
    assert "The second day must not be before the first" in page
    assert 'value="2026-05-01"' in page
