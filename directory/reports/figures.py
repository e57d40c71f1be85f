"""The figures a commissioner sees, as protected tables. Definitions of each measure: docs/measures.md.

Page, CSV and XLSX all take them from `build`, so they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from businesses.members.public import category_names
from businesses.offers.public import offer_names
from businesses.redemptions.public import closes_on
from passport_site.scheme.models import Area
from passports.applications.public import waiting_now
from passports.cards.public import KINDS

from . import counted
from .disclosure import SUPPRESSED, THRESHOLD, Suppressed, Table, protect, small_hidden
from .models import Measure
from .periods import Period, open_months


@dataclass(frozen=True)
class Figure:
    """One table: its name in addresses, its title, what a row is, and how the true counts are found."""

    name: str
    title: object
    row_word: object
    note: object
    counts: Callable[[Period], tuple[list[str], list[str], list[list[int]]]]

    def build(self, period: Period) -> Table:
        """The protected table of the period."""
        return protect(*self.counts(period))


def _areas() -> list[tuple[int | None, str]]:
    return [*((area.pk, area.name) for area in Area.objects.all()), (None, _("Outside or unknown"))]


def _grid(
    found: dict[tuple, int], rows: list[tuple], columns: list[tuple]
) -> tuple[list[str], list[str], list[list[int]]]:
    """Names and counts for the rows and columns given as (key, name); the last of each is dropped when it is empty
    and its key is None, so that "outside or unknown" shows only when somebody is."""
    rows = [row for row in rows if row[0] is not None or any(found.get((row[0], c[0]), 0) for c in columns)]
    columns = [
        col for col in columns if col[0] is not None or any(found.get((r[0], col[0]), 0) for r in rows)
    ]
    counts = [[found.get((r[0], c[0]), 0) for c in columns] for r in rows]
    return [str(r[1]) for r in rows], [str(c[1]) for c in columns], counts


def _applications(period: Period):
    found = counted.applications(Measure.RECEIVED, ("area",), period.months)
    return _grid({(area, 0): n for (area,), n in found.items()}, _areas(), [(0, _("Applications"))])


def _cards(period: Period):
    return _grid(counted.active_cards(period.months[-1]), _areas(), list(KINDS))


def _months(period: Period) -> list[tuple[date, str]]:
    return [(month, formats.date_format(month, "M Y")) for month in period.months]


def _uses_by_month(period: Period):
    return _grid(counted.uses(("month", "area"), period.months), _months(period), _areas())


def _uses_by_category(period: Period):
    found = counted.uses(("category", "area"), period.months)
    used = {category for category, _area in found}
    rows = [(key, name) for key, name in category_names().items() if key in used]
    return _grid(found, rows, _areas())


def _uses_by_offer(period: Period):
    found = {(offer, 0): n for (offer,), n in counted.uses(("offer",), period.months).items()}
    names = offer_names([offer for offer, _none in found])
    rows = sorted(((key, names[key]) for key in names), key=lambda row: (-found[(row[0], 0)], row[1]))
    return _grid(found, rows, [(0, _("Uses"))])


def _applications_by_month(
    measure: Measure,
) -> Callable[[Period], tuple[list[str], list[str], list[list[int]]]]:
    """One column only: received, approved and not approved are no parts of a sum, so each has its own table."""

    def counts(period: Period):
        found = counted.applications(measure, ("month",), period.months)
        return _grid(
            {(month, 0): n for (month,), n in found.items()}, _months(period), [(0, _("Applications"))]
        )

    return counts


@dataclass(frozen=True)
class Tiles:
    """Applications of the period at a glance, small numbers hidden as in the tables."""

    received: int | Suppressed
    waiting: int | Suppressed
    approved: int | Suppressed
    refused: int | Suppressed
    median_days: float | Suppressed | None

    @property
    def hides(self) -> bool:
        return SUPPRESSED in (self.received, self.waiting, self.approved, self.refused, self.median_days)


def tiles(period: Period) -> Tiles:
    """The tiles of the period. The median is hidden when it would tell of fewer than five decisions."""
    received, approved, refused = (
        counted.applications(measure, ("month",), period.months).total()
        for measure in (Measure.RECEIVED, Measure.APPROVED, Measure.REFUSED)
    )
    return Tiles(
        received=small_hidden(received),
        waiting=small_hidden(waiting_now()),
        approved=small_hidden(approved),
        refused=small_hidden(refused),
        median_days=SUPPRESSED if 0 < approved + refused < THRESHOLD else counted.median_days(period.months),
    )


@dataclass(frozen=True)
class SoFar:
    """A month that is not closed: what there is of it by now, rounded down to whole tens, and when it is closed."""

    month: date
    uses: int
    received: int
    closes_on: date


def so_far(today: date) -> list[SoFar]:
    """The months that are not closed, the newest first. Rounded, because the numbers of two days could be taken from
    each other (quality bar 24); only on the page, never in a file."""
    months = open_months(today)
    uses = counted.uses(("month",), months)
    received = counted.applications(Measure.RECEIVED, ("month",), months)
    return [
        SoFar(month, uses[(month,)] // 10 * 10, received[(month,)] // 10 * 10, closes_on(month))
        for month in reversed(months)
    ]


FIGURES: tuple[Figure, ...] = (
    Figure(
        "applications",
        gettext_lazy("Applications received, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day they were sent."),
        _applications_by_month(Measure.RECEIVED),
    ),
    Figure(
        "approved",
        gettext_lazy("Applications approved, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day of the decision. Some were sent in an earlier month."),
        _applications_by_month(Measure.APPROVED),
    ),
    Figure(
        "not-approved",
        gettext_lazy("Applications not approved, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day of the decision. Some were sent in an earlier month."),
        _applications_by_month(Measure.REFUSED),
    ),
    Figure(
        "applications-by-area",
        gettext_lazy("Applications received, by area"),
        gettext_lazy("Area"),
        gettext_lazy("Sent in the period. The area is that of the carer’s postcode."),
        _applications,
    ),
    Figure(
        "active-cards",
        gettext_lazy("Active cards, by area and kind"),
        gettext_lazy("Area"),
        gettext_lazy("Passports that are good on the last day of the period and have a card that works."),
        _cards,
    ),
    Figure(
        "uses-by-month",
        gettext_lazy("Uses of offers, by month and area"),
        gettext_lazy("Month"),
        gettext_lazy("Uses that were recorded and not taken back. The area is where the shop is."),
        _uses_by_month,
    ),
    Figure(
        "uses-by-category",
        gettext_lazy("Uses of offers, by category and area"),
        gettext_lazy("Category"),
        gettext_lazy("The category of the business. Categories without a use are left out."),
        _uses_by_category,
    ),
    Figure(
        "uses-by-offer",
        gettext_lazy("Uses of offers, by offer"),
        gettext_lazy("Offer"),
        gettext_lazy("The most used first. Offers without a use in the period are left out."),
        _uses_by_offer,
    ),
)


def figure(name: str) -> Figure | None:
    """The figure of that name, or None."""
    return next((known for known in FIGURES if known.name == name), None)
