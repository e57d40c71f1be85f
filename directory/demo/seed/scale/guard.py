"""Invented people by the hundred thousand never get among real ones by a slip."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q

from passport_site.accounts.models import User
from passports.applications.models import Application
from passports.cards.models import Passport

INVENTED = (".example", "@example.com", "@example.org", "@example.net", ".test", ".invalid", ".localhost")
"""Ends of addresses that nobody can have (RFC 2606). Everybody the seeds make has one of them, or none."""


def real_scheme() -> bool:
    """Whether these are the settings of a council’s servers: only there card keys are made by hand, never by themselves."""
    return not settings.CARD_KEYS_AUTO


def real_people() -> int:
    """How many accounts, applications and passports have an address that somebody can have."""
    return sum(
        model._base_manager.exclude(email="").exclude(_invented()).count()
        for model in (User, Application, Passport)
    )


def _invented() -> Q:
    found = Q()
    for end in INVENTED:
        found |= Q(email__iendswith=end)
    return found
