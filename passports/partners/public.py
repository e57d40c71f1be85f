"""What other wings may know of other schemes: nothing about a person is in it."""

from __future__ import annotations

from passports.cards.key_files import KeyProblem
from passports.cards.keys import issuer_host

from .models import PartnerScheme
from .sealed import NotTheirFile, open_visits, seal_visits
from .visits_panel import register as register_panel

__all__ = [
    "KeyProblem",
    "NotTheirFile",
    "PartnerScheme",
    "issuer_host",
    "open_visits",
    "register_panel",
    "seal_visits",
]
