"""What the commissioner's wing may know of applications: counts, no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from .domain import statuses
from .models import Application


@dataclass(frozen=True, slots=True)
class ApplicationFigures:
    """Counts of one period. `median_days` is from sending to decision, over what was decided in it; None without any."""

    received: int
    approved: int
    refused: int
    waiting: int
    median_days: float | None


def application_figures(first: date, last: date, *, area_id: int | None = None) -> ApplicationFigures:
    """Received and decided from `first` to `last`, both included; `waiting` is how many wait now. Three queries."""
    rows = Application.objects.all() if area_id is None else Application.objects.filter(area_id=area_id)
    decided_in = Q(decided_at__date__gte=first, decided_at__date__lte=last)
    counts = rows.aggregate(
        received=Count("pk", filter=Q(submitted_at__date__gte=first, submitted_at__date__lte=last)),
        approved=Count("pk", filter=decided_in & Q(status=statuses.APPROVED)),
        refused=Count("pk", filter=decided_in & Q(status=statuses.REFUSED)),
        waiting=Count("pk", filter=Q(status__in=[statuses.WAITING, statuses.MORE_NEEDED])),
    )
    times = rows.filter(decided_in, submitted_at__isnull=False).values_list("submitted_at", "decided_at")
    days = [(decided - sent).total_seconds() / 86400 for sent, decided in times]
    return ApplicationFigures(**counts, median_days=round(median(days), 1) if days else None)


def received_by_area(first: date, last: date) -> dict[int | None, int]:
    """Applications received in the period by the number of their area (None: outside every area). One query."""
    rows = Application.objects.filter(submitted_at__date__gte=first, submitted_at__date__lte=last)
    return dict(rows.values_list("area_id").annotate(n=Count("pk")))


COUNTED = {
    "received": ("submitted_at", Q()),
    "approved": ("decided_at", Q(status=statuses.APPROVED)),
    "not approved": ("decided_at", Q(status=statuses.REFUSED)),
}
"""What can be counted by month: the moment that says which one, and which applications count."""


def by_month(what: str, first: date, last: date) -> dict[date, int]:
    """Applications of a kind of `COUNTED` by the first day of their local month. One query."""
    moment, which = COUNTED[what]
    rows = Application.objects.filter(which, **{f"{moment}__date__gte": first, f"{moment}__date__lte": last})
    months = rows.order_by().annotate(month=TruncMonth(moment)).values_list("month").annotate(n=Count("pk"))
    return {month.date(): n for month, n in months}
