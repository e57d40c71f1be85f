"""Figures are the same before the nightly count, after it and for ever: compared with a count made in Python, row by row."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.redemptions.domain import counting
from businesses.redemptions.models import Redemption, RedemptionVoid
from directory.reports import counted, services
from directory.reports.figures import FIGURES, figure, tiles
from directory.reports.models import ClosedCount, ClosedMonth, Measure, OpenCount, OpenMonth
from directory.reports.periods import Period, last_month
from directory.reports.services import count_figures, forget_counts
from passport_site.core.models import AppendOnlyError, JobRun
from passports.applications.models import Application
from passports.cards.models import Card
from tests.factories import (
    ApplicationFactory,
    AreaFactory,
    BranchFactory,
    BusinessFactory,
    CardFactory,
    CategoryFactory,
    OfferFactory,
    PassportFactory,
    UserFactory,
)
from tests.factories_redemptions import use

from .nights import at, nightly

pytestmark = pytest.mark.django_db
BY = ("month", "area", "category", "offer", "kind")
MONTHS = [date(2026, month, 1) for month in range(1, 12)]


def by_hand() -> Counter:
    """Every use that was not taken back, by the rule of the month, one row after the other."""
    found: Counter = Counter()
    for row in Redemption.objects.filter(void__isnull=True).select_related("offer__business"):
        month = counting.counted_in(row.day, timezone.localdate(row.created_at))
        found[month, row.area_id, row.offer.business.category_id, row.offer_id, row.kind] += 1
    return found


def told(month: date) -> int:
    return counted.uses(("month",), [month]).total()


@pytest.mark.parametrize(
    ("day", "arrived", "month"),
    [
        # a month closes at the end of the seventh day after it
        (date(2026, 9, 30), date(2026, 9, 30), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 10, 7), date(2026, 9, 1)),
        (date(2026, 9, 30), date(2026, 10, 8), date(2026, 10, 1)),
        (date(2026, 8, 31), date(2026, 10, 3), date(2026, 10, 1)),
        (date(2026, 12, 31), date(2027, 1, 7), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 8), date(2027, 1, 1)),
        (date(2026, 1, 31), date(2026, 11, 30), date(2026, 11, 1)),
    ],
)
def test_a_use_is_counted_in_its_month_or_in_the_one_it_came_in(day, arrived, month):
    assert counting.counted_in(day, arrived) == month


@pytest.mark.parametrize(
    ("today", "newest"),
    [
        (date(2026, 10, 7), date(2026, 8, 1)),
        (date(2026, 10, 8), date(2026, 9, 1)),
        (date(2026, 1, 7), date(2025, 11, 1)),
        (date(2026, 1, 31), date(2025, 12, 1)),
    ],
)
def test_the_newest_closed_month(today, newest):
    assert counting.last_closed(today) == newest
    assert counting.closes_on(newest) <= today < counting.closes_on(counting.next_month(newest))


class County:
    """Random uses: three shops in two areas, arrivals up to seventy days late, mostly at once, some at midnight."""

    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        areas = [AreaFactory(slug=slug, sectors=[]) for slug in ("one", "two")]
        categories = [CategoryFactory(), CategoryFactory(slug="shops", name_en="Shops", name_cy="Siopau")]
        self.places = []
        for number in range(3):
            business = BusinessFactory(category=categories[number % 2], name=f"Shop {number}")
            branches = [BranchFactory(business=business, area=area, name=area.slug) for area in areas]
            self.places += [
                (OfferFactory(business=business), branch) for branch in branches for _ in range(2)
            ]

    def live(self, start: datetime, end: datetime, many: int) -> None:
        """Uses that arrive between the two moments; taken back ones within ten minutes."""
        rng, span = self.rng, (end - start).total_seconds()
        for _ in range(many):
            arrived = start + timedelta(seconds=rng.random() * span)
            if rng.random() < 0.2:
                arrived = min(end, max(start, arrived.replace(hour=0, minute=0, second=0, microsecond=0)))
            late = rng.choice([0, 0, 0, 1, 6, 7, 8, 35, 70])
            row = use(
                *rng.choice(self.places),
                timezone.localdate(arrived) - timedelta(days=late),
                kind=rng.choice(["adult", "young", "parent"]),
                arrived=arrived,
            )
            if rng.random() < 0.15:
                RedemptionVoid.objects.create(
                    redemption=row, created_at=arrived + timedelta(minutes=10 * rng.random())
                )


@pytest.mark.parametrize("seed", range(6))
def test_counted_by_night_equals_counted_live_equals_counted_by_hand(seed):
    # given a year of nights on some of which the job did not run
    county, rng = County(seed), random.Random(seed)
    moment = at(2026, 3, 4, 9)
    while moment < at(2026, 9, 20):
        following = moment + timedelta(days=rng.choice([1, 3, 20, 45]), hours=rng.randrange(24))
        county.live(moment, following, 25)
        moment = following
        nightly(moment)
        # when more comes after the job, then all three agree at once
        county.live(moment, moment + timedelta(minutes=50), 5)
        moment += timedelta(hours=1)
        by_night = counted.uses(BY, MONTHS)
        assert by_night == by_hand()
    assert ClosedMonth.objects.filter(measure=Measure.USES).count() >= 4

    forget_counts()
    assert counted.uses(BY, MONTHS) == by_night
    for names in (("month", "area"), ("category", "area"), ("offer",)):
        assert counted.uses(names, MONTHS[3:7]) == _fold(by_hand(), names, MONTHS[3:7])


def _fold(found: Counter, names: tuple[str, ...], months: list[date]) -> Counter:
    folded: Counter = Counter()
    for key, n in found.items():
        if key[0] in months:
            folded[tuple(value for name, value in zip(BY, key, strict=True) if name in names)] += n
    if names == ("category", "area"):
        return Counter({(category, area): n for (area, category), n in folded.items()})
    return folded


def test_a_closed_quarter_never_changes(shop, vale):
    # given a quarter with uses, cards, applications and decisions, closed on 8 October
    offer, branch = shop
    assessor = UserFactory(role="Assessor")
    for day in (1, 9, 20, 30):
        for month in (7, 8, 9):
            use(offer, branch, date(2026, month, day))
            use(offer, branch, date(2026, month, day), kind="young")
    good = {"valid_from": date(2026, 1, 1), "valid_until": date(2027, 12, 31), "area": vale}
    cards = [CardFactory(passport=PassportFactory(**good)) for _ in range(9)]
    sent = datetime(2026, 8, 3, 9, tzinfo=UTC)
    for days in (1, 2, 3, 4, 5, 6):
        ApplicationFactory(
            status="approved",
            submitted_at=sent,
            decided_at=sent + timedelta(days=days),
            decided_by=assessor,
            area=vale,
        )
    quarter = Period(date(2026, 7, 1), date(2026, 9, 30))
    nightly(at(2026, 10, 8))

    def everything():
        # who waits now is no figure of a period
        return [known.build(quarter) for known in FIGURES], replace(tiles(quarter), waiting=0)

    before = everything()
    tables = {known.name: table.total for known, table in zip(FIGURES, before[0], strict=True)}
    # by hand: 2 uses on 4 days of 3 months; 9 cards; 6 sent and approved in August; the middle of 1 to 6 days is 3.5
    assert tables == {
        "applications": 6,
        "approved": 6,
        "not-approved": 0,
        "applications-by-area": 6,
        "active-cards": 9,
        "uses-by-month": 24,
        "uses-by-category": 24,
        "uses-by-offer": 24,
    }
    assert before[1].median_days == 3.5

    # when everything behind the figures changes afterwards
    for _ in range(5):
        use(offer, branch, date(2026, 9, 30), arrived=at(2026, 10, 8, 4))
    offer.business.category = CategoryFactory(slug="shops", name_en="Shops", name_cy="Siopau")
    offer.business.save()
    Card.objects.filter(pk__in=[card.pk for card in cards[:5]]).update(status="lost")
    Application.objects.all().delete()
    ApplicationFactory(waiting=True, submitted_at=sent, area=vale)
    for day in (9, 10, 30):
        nightly(at(2026, 10, day))

    # then the quarter says what it said, and the late ones are in October
    assert everything() == before
    assert told(date(2026, 10, 1)) == 5
    with time_machine.travel(at(2026, 11, 9), tick=False):
        count_figures()
        october = figure("uses-by-month").build(last_month(timezone.localdate()))
    assert october.row_names == ("Oct 2026",)
    assert october.total == 5
    assert everything() == before


def test_a_use_taken_back_after_midnight_is_not_counted(shop):
    # given a use at the last moment before the month closes, and one just before the job
    first = use(*shop, date(2026, 9, 30), arrived=at(2026, 10, 7, 23) + timedelta(minutes=58))
    with time_machine.travel(at(2026, 10, 8, 0) + timedelta(minutes=5), tick=False):
        count_figures()  # too early to close September
        assert not ClosedMonth.objects.filter(measure=Measure.USES, month=date(2026, 9, 1)).exists()
        RedemptionVoid.objects.create(redemption=first)
    second = use(*shop, date(2026, 10, 8), arrived=at(2026, 10, 8, 2) + timedelta(minutes=58))

    nightly(at(2026, 10, 8, 3))
    RedemptionVoid.objects.create(redemption=second)

    assert ClosedMonth.objects.filter(measure=Measure.USES, month=date(2026, 9, 1)).exists()
    assert (told(date(2026, 9, 1)), told(date(2026, 10, 1))) == (0, 0)


def test_the_cards_of_a_month_are_counted_when_it_ends_and_its_uses_seven_days_later(shop):
    use(*shop, date(2026, 9, 30))
    nightly(at(2026, 10, 1))

    september = ClosedMonth.objects.filter(month=date(2026, 9, 1))
    assert set(september.values_list("measure", flat=True)) == set(Measure) - {Measure.USES}
    assert list(OpenMonth.objects.values_list("month", flat=True)) == [date(2026, 9, 1), date(2026, 10, 1)]
    nightly(at(2026, 10, 8))
    assert list(OpenMonth.objects.values_list("month", flat=True)) == [date(2026, 10, 1)]
    assert not OpenCount.objects.exists()
    assert september.count() == len(Measure)


def test_the_job_may_run_twice_and_leaves_a_note(shop):
    use(*shop, date(2026, 9, 30))
    use(*shop, date(2026, 10, 9))
    assert nightly(at(2026, 10, 10)).closed == len(Measure)
    with time_machine.travel(at(2026, 10, 10, 4), tick=False):
        call_command("count_figures", verbosity=0)

    assert (told(date(2026, 9, 1)), told(date(2026, 10, 1))) == (1, 1)
    notes = JobRun.objects.filter(job="reports.count_figures").order_by("pk")
    assert [note.done["closed"] for note in notes] == [len(Measure), 0]


def test_the_database_keeps_a_month_from_being_counted_twice_and_a_number_from_being_edited(shop):
    use(*shop, date(2026, 9, 30))
    nightly(at(2026, 10, 8))

    with pytest.raises(IntegrityError), transaction.atomic():
        ClosedMonth.objects.create(month=date(2026, 9, 1), measure=Measure.USES)
    with pytest.raises(IntegrityError), transaction.atomic():
        OpenMonth.objects.bulk_create(
            OpenMonth(month=date(2026, 10, 1), counted_before=at(2026, 10, 8)) for _ in range(2)
        )
    with pytest.raises(AppendOnlyError):
        ClosedCount.objects.update(n=7)
    with pytest.raises(AppendOnlyError):
        ClosedMonth.objects.all().delete()


def test_a_second_job_at_the_same_time_stops_at_the_key_and_adds_nothing(shop, monkeypatch):
    # given a job that counts while another ends between its look and its write
    use(*shop, date(2026, 9, 30))
    real = services.counting._closed

    def looks_then_is_overtaken(measure):
        seen = list(real(measure))
        monkeypatch.setattr(services.counting, "_closed", real)
        nightly(at(2026, 10, 8))
        return seen

    monkeypatch.setattr(services.counting, "_closed", looks_then_is_overtaken)
    with (
        time_machine.travel(at(2026, 10, 8), tick=False),
        pytest.raises(CommandError, match="Another count ran at the same time"),
    ):
        call_command("count_figures", verbosity=0)

    assert told(date(2026, 9, 1)) == 1
    assert ClosedCount.objects.filter(measure=Measure.USES).count() == 1


def test_a_scheme_without_rows_has_months_of_nothing():
    assert nightly(at(2026, 10, 8)).open == 1
    assert counted.median_days(MONTHS) is None
    assert figure("active-cards").build(Period(date(2026, 9, 1), date(2026, 9, 30))).total == 0


@pytest.mark.parametrize(
    ("tenths", "middle"),
    [({}, None), ({7: 1}, 0.7), ({10: 1, 20: 1}, 1.5), ({10: 3, 90: 2}, 1.0), ({0: 2, 11: 2}, 0.6), ({4: 2}, 0.4)],
)  # fmt: skip
def test_the_middle(tenths, middle):
    # 0 and 1.1: their mean is 0.55, which is 0.6 to one decimal
    assert counted._middle(Counter(tenths)) == middle
