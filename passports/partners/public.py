"""What other wings may know of other schemes: nothing about a person is in it."""

from __future__ import annotations

from datetime import date

from passports.cards.key_files import KeyProblem

from .models import PartnerScheme
from .sealed import NotTheirFile, open_visits, our_host, seal_visits
from .visits_panel import register as register_panel

__all__ = [
    "KeyProblem",
    "NotTheirFile",
    "PartnerScheme",
    "in_force",
    "open_visits",
    "our_host",
    "register_panel",
    "seal_visits",
]


def in_force(day: date) -> list[PartnerScheme]:
    """Schemes whose cards are taken somewhere on that day, by name."""
    return list(PartnerScheme.objects.in_force(day).defer("document"))
