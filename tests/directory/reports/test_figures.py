"""The figures against counts made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test.utils import CaptureQueriesContext

from directory.reports import counted
from directory.reports.disclosure import SUPPRESSED
from directory.reports.figures import FIGURES, figure, tiles
from directory.reports.models import Measure
from directory.reports.periods import (
    Period,
)
from passports.applications.public import waiting_now
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

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def moor(db):
    return AreaFactory(slug="moor", name_en="Moor", position=2, sectors=["AJ2 1"])


def test_applications_of_a_period_and_their_median(vale):
    assessor = UserFactory(role="Assessor")
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    for days in (1, 2, 9):
        ApplicationFactory(
            status="approved",
            submitted_at=start,
            decided_at=start + timedelta(days=days),
            decided_by=assessor,
            area=vale,
        )
    ApplicationFactory(
        status="refused", submitted_at=start, decided_at=start + timedelta(days=4), decided_by=assessor,
        refusal_reason="other", area=vale,
    )  # fmt: skip
    ApplicationFactory(waiting=True, submitted_at=start, area=vale)
    ApplicationFactory(status="draft")
    ApplicationFactory(waiting=True, submitted_at=datetime(2025, 12, 31, 12, tzinfo=UTC), area=vale)

    # received: 3 + 1 + 1 of 2026; decided days 1, 2, 4, 9: the middle of 2 and 4 is 3; both waiting ones wait now
    sums = [
        counted.applications(measure, ("month",), YEAR.months).total()
        for measure in (Measure.RECEIVED, Measure.APPROVED, Measure.REFUSED)
    ]
    assert (sums, waiting_now(), counted.median_days(YEAR.months)) == ([5, 3, 1], 2, 3.0)


def test_no_decision_has_no_median(vale):
    assert counted.median_days(YEAR.months) is None


def test_active_cards_count_people_once_and_only_good_ones(vale, moor):
    day = date(2026, 6, 30)
    good = {"valid_from": date(2026, 1, 1), "valid_until": date(2027, 12, 31)}
    for _ in range(6):
        CardFactory(passport=PassportFactory(area=vale, **good))
    replaced = PassportFactory(area=vale, **good)
    CardFactory(passport=replaced, status="replaced")
    CardFactory(passport=replaced)
    for _ in range(5):
        CardFactory(passport=PassportFactory(area=moor, kind="young", date_of_birth=date(2012, 1, 1), **good))
    CardFactory(passport=PassportFactory(area=moor, **good), status="lost")
    CardFactory(
        passport=PassportFactory(area=moor, valid_from=date(2024, 1, 1), valid_until=date(2026, 6, 29))
    )
    CardFactory(passport=PassportFactory(area=moor, status="suspended", **good))

    table = figure("active-cards").build(Period(date(2026, 1, 1), day))

    assert dict(zip(table.row_names, table.row_totals, strict=True)) == {"Vale": 7, "Moor": 5}
    assert table.total == 12


def test_uses_by_month_and_area_leave_out_what_was_taken_back(vale, moor):
    business = BusinessFactory()
    offer = OfferFactory(business=business)
    in_vale, in_moor = (
        BranchFactory(business=business, area=vale),
        BranchFactory(business=business, area=moor, name="Moor"),
    )
    for _ in range(6):
        use(offer, in_vale, date(2026, 3, 31))
    for _ in range(7):
        use(offer, in_moor, date(2026, 4, 1))
    use(offer, in_moor, date(2026, 4, 2), voided=True)
    use(offer, in_moor, date(2025, 12, 31))

    table = figure("uses-by-month").build(Period(date(2026, 3, 1), date(2026, 4, 30)))

    assert table.row_names == ("Mar 2026", "Apr 2026")
    assert table.column_names == ("Vale", "Moor")
    assert table.cells == ((6, 0), (0, 7))
    assert table.total == 13


def test_uses_by_category_and_by_offer(vale):
    food, shops = CategoryFactory(), CategoryFactory(slug="shops", name_en="Shops", name_cy="Siopau")
    counts = {}
    for category, n in ((food, 8), (shops, 12)):
        business = BusinessFactory(category=category, name=f"{category.name_en} place")
        offer, branch = (
            OfferFactory(business=business, title_en="Tea"),
            BranchFactory(business=business, area=vale),
        )
        for _ in range(n):
            use(offer, branch, date(2026, 5, 5))
        counts[category.name_en] = n

    by_category = figure("uses-by-category").build(YEAR)
    by_offer = figure("uses-by-offer").build(YEAR)

    assert dict(zip(by_category.row_names, by_category.row_totals, strict=True)) == counts
    assert by_offer.row_names == ("Tea – Shops place", "Tea – Food and drink place")
    assert by_offer.row_totals == (12, 8)


def test_small_numbers_are_hidden_on_the_page_and_in_the_files(vale, moor, client_of):
    for _ in range(3):
        ApplicationFactory(waiting=True, area=vale, submitted_at=datetime(2026, 3, 1, tzinfo=UTC))
    for _ in range(9):
        ApplicationFactory(waiting=True, area=moor, submitted_at=datetime(2026, 3, 1, tzinfo=UTC))
    query = "period=own&first=2026-01-01&last=2026-12-31"

    table = figure("applications-by-area").build(YEAR)
    client = client_of("Commissioner")
    file = b"".join(client.get(f"/cms/figures/applications-by-area.csv?{query}").streaming_content).decode()

    assert [cells[0] for _name, cells, _total in table.rows()] == [SUPPRESSED, SUPPRESSED]
    assert "Vale,c,c" in file
    assert "Total,12,12" in file


def test_the_page_shows_every_figure_and_an_export_is_audited(vale, client_of):
    from passport_site.core.models import AuditEvent

    client = client_of("Commissioner")
    page = client.get("/cms/figures/")
    assert page.status_code == 200
    for known in FIGURES:
        assert f'id="{known.name}"' in page.content.decode()

    assert client.get("/cms/figures/active-cards.xlsx").content[:2] == b"PK"
    assert AuditEvent.objects.filter(verb="report.exported", actor=f"user:{client.user.pk}").count() == 1


@pytest.mark.parametrize("role", ["Assessor", "Privacy officer", "Administrator"])
def test_other_officers_are_refused(client_of, role):
    client = client_of(role)
    for path in ("/cms/figures/", "/cms/figures/active-cards.csv"):
        response = client.get(path)
        assert response.status_code in {302, 403}
        assert "figures" not in response.headers.get("Location", "")


def test_the_number_of_queries_does_not_grow_with_the_rows(vale):
    from django.db import connection

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            for known in FIGURES:
                known.build(YEAR)
        return len(seen)

    offer, branch = OfferFactory(), BranchFactory(area=vale)
    use(offer, branch, date(2026, 5, 5))
    before = queries()
    for _ in range(10):
        use(OfferFactory(), branch, date(2026, 5, 6))
    assert queries() == before


def decided(status: str, n: int, day: datetime, area) -> None:
    more = {"refusal_reason": "other"} if status == "refused" else {}
    sent, more["decided_by"] = day - timedelta(days=40), UserFactory(role="Assessor")
    for _ in range(n):
        ApplicationFactory(status=status, submitted_at=sent, decided_at=day, area=area, **more)


def test_applications_by_month_are_three_tables_of_their_own(vale):
    # given decisions in the first minutes of July and August, local time, sent 40 days before
    decided("approved", 6, datetime(2026, 6, 30, 23, 5, tzinfo=UTC), vale)
    decided("refused", 7, datetime(2026, 7, 31, 23, 5, tzinfo=UTC), vale)
    decided("refused", 2, datetime(2026, 7, 15, tzinfo=UTC), vale)
    period = Period(date(2026, 5, 1), date(2026, 8, 31))

    def column(name: str) -> list:
        table = figure(name).build(period)
        assert table.row_names == ("May 2026", "Jun 2026", "Jul 2026", "Aug 2026")
        assert table.column_names == ("Applications",)
        return [total for _name, _cells, total in table.rows()]

    assert column("applications") == [6, 9, 0, 0]
    assert column("approved") == [0, 0, 6, 0]
    assert column("not-approved") == [0, 0, SUPPRESSED, SUPPRESSED]


def test_the_tiles_hide_small_numbers_and_the_median_of_few(vale, client_of):
    day = datetime(2026, 7, 15, tzinfo=UTC)
    decided("approved", 2, day, vale)
    decided("refused", 2, day, vale)
    few = tiles(YEAR)
    assert (few.received, few.approved, few.refused, few.waiting, few.median_days) == (
        SUPPRESSED, SUPPRESSED, SUPPRESSED, 0, SUPPRESSED,
    )  # fmt: skip
    page = client_of("Commissioner").get("/cms/figures/?period=own&first=2026-01-01&last=2026-12-31")
    tile = page.content.decode().split("<dl")[1].split("</dl>")[0]
    assert tile.count("Fewer than 5, or hidden") == 4
    assert "Numbers from 1 to 4 are not shown" in page.content.decode()

    decided("approved", 3, day, vale)
    more = tiles(YEAR)
    assert (more.received, more.approved, more.refused, more.median_days) == (7, 5, SUPPRESSED, 40.0)
