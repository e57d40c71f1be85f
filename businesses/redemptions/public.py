"""What the commissioner's wing may know of uses: counts, no carer and no single use."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth

from .models import Redemption

BY = {
    "month": TruncMonth("day"),
    "area": "area_id",
    "category": "offer__business__category_id",
    "business": "offer__business_id",
    "offer": "offer_id",
    "kind": "kind",
}
"""What uses can be counted by."""


def uses_by(rows: str, columns: str | None, first: date, last: date) -> dict[tuple[object, object], int]:
    """Uses that were not taken back, from `first` to `last` (both included), by one or two names of `BY`. One query.

    Keys are (row, column); the column is None when only counted by rows. Months are their first day.
    """
    names = {"r": BY[rows]} | ({"c": BY[columns]} if columns else {})
    fields = {key: value for key, value in names.items() if not isinstance(value, str)}
    plain = {key: value for key, value in names.items() if isinstance(value, str)}
    kept = Redemption.objects.filter(day__gte=first, day__lte=last, void__isnull=True).order_by()
    groups = (
        kept.annotate(**fields).values_list(*[plain.get(key, key) for key in names]).annotate(n=Count("pk"))
    )
    return {(group[0], group[1] if columns else None): group[-1] for group in groups}


def offers_in_use(first: date, last: date) -> int:
    """How many different offers were used in the period."""
    return (
        Redemption.objects.filter(day__gte=first, day__lte=last, void__isnull=True)
        .values("offer")
        .distinct()
        .count()
    )
