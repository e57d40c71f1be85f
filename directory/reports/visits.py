"""Uses across borders: what we count for another scheme’s carers here, month by month (docs/measures.md).

A month is written down once, when it is closed, small numbers hidden; the file for that scheme always says the same.
"""

from __future__ import annotations

from datetime import date

from django.utils import translation

from businesses.members.public import category_names
from businesses.redemptions.public import count_uses, last_closed, month_before
from passports.partners.public import PartnerScheme

from .disclosure import SUPPRESSED, Cell, Table, protect_list

MONTHS = 24


def visits_in(month: date) -> dict[int, Table]:
    """Uses here by other schemes’ carers in that month, by scheme: rows are categories, small numbers hidden. One query,
    and one for the names. Category names are English, for whoever reads the file."""
    counts: dict[int, dict[int, int]] = {}
    for (visiting, category), n in count_uses(("visiting", "category"), [month]).items():
        if visiting is not None:
            counts.setdefault(visiting, {})[category] = n
    with translation.override("en"):
        names = category_names()
    return {
        scheme: protect_list([names[key] for key in sorted(found)], [found[key] for key in sorted(found)])
        for scheme, found in counts.items()
    }


def closed_months(partner: PartnerScheme, today: date) -> list[date]:
    """The newest closed months since we know the scheme, two years at most, newest first."""
    since = min(partner.trusted_from, partner.created_at.date()).replace(day=1)
    month, found = last_closed(today), []
    while len(found) < MONTHS and month >= since:
        found.append(month)
        month = month_before(month)
    return found


def number(cell: Cell) -> int | None:
    """As it is stored and sent: None for what is hidden."""
    return None if cell is SUPPRESSED else cell
