"""Scans of a device that never reached us: numbers missing in its own running count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from django.db.models import F, Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from .models import Scan

SHOWN_FOR = timedelta(days=30)
MOST_LISTED = 1000


def gaps_of(devices: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """By device, the ranges (first, last) of numbers that are missing before a scan of the last 30 days."""
    numbered = Scan.objects.filter(sequence__isnull=False)
    before = numbered.filter(device=OuterRef("device"), sequence__lt=OuterRef("sequence"))
    rows = (
        numbered.filter(device__in=list(devices), created_at__gte=timezone.now() - SHOWN_FOR)
        .annotate(before=Coalesce(Subquery(before.order_by("-sequence").values("sequence")[:1]), Value(0)))
        .filter(sequence__gt=F("before") + 1)
        .order_by("device_id", "sequence")
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for device, last_known, sequence in rows.values_list("device_id", "before", "sequence"):
        found.setdefault(device, []).append((last_known + 1, sequence - 1))
    return found


def missing_of(device_id: int) -> list[int]:
    """The first thousand missing numbers of one device, as its upload is answered."""
    missing: list[int] = []
    for first, last in gaps_of([device_id]).get(device_id, []):
        missing += range(first, min(last, first + MOST_LISTED - len(missing) - 1) + 1)
        if len(missing) >= MOST_LISTED:
            break
    return missing


def next_sequence(device_id: int) -> int:
    """The number that the device's next scan without a network gets."""
    top = Scan.objects.filter(device=device_id, sequence__isnull=False).aggregate(top=Max("sequence"))["top"]
    return (top or 0) + 1


def between(numbers: Iterable[int]) -> list[int]:
    """The first thousand numbers that are missing between these."""
    missing: list[int] = []
    for first, last in pairwise(sorted(set(numbers))):
        missing += range(first + 1, min(last, first + 1 + MOST_LISTED - len(missing)))
    return missing
