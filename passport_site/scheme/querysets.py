"""Reads of the scheme: its settings, and the area of a postcode."""

from __future__ import annotations

from .domain import sector_of
from .models import Area, PostcodeSector, Scheme


def current() -> Scheme:
    """The scheme's settings (one row, made with defaults when there is none yet)."""
    return Scheme.load()


def area_of(postcode: str) -> Area | None:
    """The area that a postcode lies in, or None when it is outside the territory."""
    sector = sector_of(postcode)
    if sector is None:
        return None
    found = PostcodeSector.objects.select_related("area").filter(sector=sector).first()
    return found.area if found else None
