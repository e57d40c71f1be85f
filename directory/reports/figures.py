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
from businesses.redemptions.public import uses_by
from passport_site.scheme.models import Area
from passports.applications.public import application_figures, by_month, received_by_area
from passports.cards.public import KINDS, active_by_area_and_kind

from .disclosure import SUPPRESSED, THRESHOLD, Suppressed, Table, protect, small_hidden


@dataclass(frozen=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date


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
    found = {(area, 0): n for area, n in received_by_area(period.first, period.last).items()}
    return _grid(found, _areas(), [(0, _("Applications"))])


def _cards(period: Period):
    return _grid(active_by_area_and_kind(period.last), _areas(), list(KINDS))


def _months(period: Period) -> list[tuple[date, str]]:
    months, month = [], period.first.replace(day=1)
    while month <= period.last:
        months.append((month, formats.date_format(month, "M Y")))
        month = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    return months


def _uses_by_month(period: Period):
    return _grid(uses_by("month", "area", period.first, period.last), _months(period), _areas())


def _uses_by_category(period: Period):
    found = uses_by("category", "area", period.first, period.last)
    return _grid(found, list(category_names().items()), _areas())


def _uses_by_offer(period: Period):
    found = {(offer, 0): n for (offer, _none), n in uses_by("offer", None, period.first, period.last).items()}
    names = offer_names([offer for offer, _none in found])
    rows = sorted(((key, names[key]) for key in names), key=lambda row: (-found[(row[0], 0)], row[1]))
    return _grid(found, rows, [(0, _("Uses"))])


def _applications_by_month(what: str) -> Callable[[Period], tuple[list[str], list[str], list[list[int]]]]:
    """One column only: received, approved and not approved are no parts of a sum, so each has its own table."""

    def counts(period: Period):
        found = {(month, 0): n for month, n in by_month(what, period.first, period.last).items()}
        return _grid(found, _months(period), [(0, _("Applications"))])

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
    found = application_figures(period.first, period.last)
    decided = found.approved + found.refused
    return Tiles(
        received=small_hidden(found.received),
        waiting=small_hidden(found.waiting),
        approved=small_hidden(found.approved),
        refused=small_hidden(found.refused),
        median_days=SUPPRESSED if 0 < decided < THRESHOLD else found.median_days,
    )


FIGURES: tuple[Figure, ...] = (
    Figure(
        "applications",
        gettext_lazy("Applications received, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day they were sent."),
        _applications_by_month("received"),
    ),
    Figure(
        "approved",
        gettext_lazy("Applications approved, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day of the decision. Some were sent in an earlier month."),
        _applications_by_month("approved"),
    ),
    Figure(
        "not-approved",
        gettext_lazy("Applications not approved, by month"),
        gettext_lazy("Month"),
        gettext_lazy("By the day of the decision. Some were sent in an earlier month."),
        _applications_by_month("not approved"),
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
        gettext_lazy("The category of the business."),
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
