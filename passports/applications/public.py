"""What the commissioner's wing may know of applications: counts, no person."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Min, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone

from .domain import statuses
from .models import Application

COUNTED = {
    "received": ("submitted_at", Q()),
    "approved": ("decided_at", Q(status=statuses.APPROVED)),
    "refused": ("decided_at", Q(status=statuses.REFUSED)),
}
"""What can be counted: the moment that says which month, and which applications count."""


def by_month_and_area(what: str, first: date, last: date) -> dict[tuple[date, int | None], int]:
    """Applications of a kind of `COUNTED` by the first day of their local month and the number of their area (None:
    outside every area), from `first` to `last`, both included. One query."""
    moment, which = COUNTED[what]
    rows = Application.objects.filter(which, **{f"{moment}__date__gte": first, f"{moment}__date__lte": last})
    groups = rows.order_by().annotate(month=TruncMonth(moment)).values_list("month", "area_id")
    return {(month.date(), area): n for month, area, n in groups.annotate(n=Count("pk"))}


def days_to_decide(first: date, last: date) -> dict[tuple[date, int], int]:
    """How many were decided after how many tenths of a day, by the local month of the decision. One query."""
    rows = Application.objects.filter(
        decided_at__date__gte=first,
        decided_at__date__lte=last,
        submitted_at__isnull=False,
        status__in=statuses.DECIDED,
    )
    found: Counter[tuple[date, int]] = Counter()
    for sent, decided in rows.values_list("submitted_at", "decided_at").iterator():
        tenths = round(max(0.0, (decided - sent).total_seconds()) / 8640)
        found[timezone.localdate(decided).replace(day=1), tenths] += 1
    return dict(found)


def waiting_now() -> int:
    """How many wait for a decision or for the carer’s answer."""
    return Application.objects.filter(status__in=[statuses.WAITING, statuses.MORE_NEEDED]).count()


def first_month_of_applications() -> date | None:
    """The month in which the oldest was sent, None without any."""
    oldest = Application.objects.aggregate(moment=Min("submitted_at"))["moment"]
    return timezone.localdate(oldest).replace(day=1) if oldest else None
