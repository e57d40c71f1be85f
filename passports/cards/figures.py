"""Counts of passports for reports: no person."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from .models import Passport, PassportKind

KINDS: tuple[tuple[str, object], ...] = tuple(PassportKind.choices)
"""Kinds in their order, with their words."""


def active_by_area_and_kind(day: date) -> dict[tuple[int | None, str], int]:
    """Passports that are good on that day and have an active card, by area number and kind. One query."""
    rows = (
        Passport.objects.active_on(day)
        .filter(Q(cards__status="active", cards__expires_on__gte=day))
        .values_list("area_id", "kind")
        .annotate(n=Count("pk", distinct=True))
    )
    return {(area, kind): n for area, kind, n in rows}
