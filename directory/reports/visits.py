"""Uses across borders: what we count for another scheme’s carers here, and what it counts for ours (docs/measures.md).

A month is given away once it is closed, so it never changes. Small numbers are hidden as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from businesses.members.public import category_names
from businesses.redemptions.public import count_uses, last_closed, month_before
from passports.partners.public import PartnerScheme, our_host, seal_visits

from .disclosure import SUPPRESSED, Cell, protect_list

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Visits:
    """Uses by one scheme’s carers in one closed month, as they may be shown."""

    month: date
    total: Cell
    by_category: tuple[tuple[str, Cell], ...]


def visits_of(partner: PartnerScheme, month: date) -> Visits:
    """What its carers used here in that closed month, small numbers hidden."""
    counts = count_uses(("visiting", "category"), [month])
    names = category_names()
    own = {
        names[category]: n
        for (visiting, category), n in counts.items()
        if visiting == partner.pk and category in names
    }
    table = protect_list(list(own), list(own.values()))
    return Visits(month, table.total, tuple((name, cells[0]) for name, cells, _total in table.rows()))


def closed_months(partner: PartnerScheme, today: date) -> list[date]:
    """The newest twelve closed months since we took their cards, newest first."""
    month, found = last_closed(today), []
    while len(found) < MONTHS and month >= partner.trusted_from.replace(day=1):
        found.append(month)
        month = month_before(month)
    return found


def visits_file(partner: PartnerScheme, month: date) -> str:
    """The signed file for that scheme: counts only, of whole months. Category names are English, for whoever reads it."""
    with translation.override("en"):
        visits = visits_of(partner, month)
    document: dict[str, Any] = {
        "issuer": our_host(),
        "to": partner.host,
        "month": month.strftime("%Y-%m"),
        "uses": _number(visits.total),
        "by_category": [[name, _number(cell)] for name, cell in visits.by_category],
    }
    return seal_visits(document)


def _number(cell: Cell) -> int | None:
    return None if cell is SUPPRESSED else cell
