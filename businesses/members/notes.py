"""Lines that other rooms add to a business's own page: what its owner should know or do. A room registers in ready()."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .models import Business


@dataclass(frozen=True, slots=True)
class Note:
    """One line with a link; `urgent` puts a mark before it."""

    text: str
    href: str
    urgent: bool = False


_sources: list[Callable[[Business], list[Note]]] = []


def register(source: Callable[[Business], list[Note]]) -> None:
    """Asks this one, too. The same one registers once."""
    if source not in _sources:
        _sources.append(source)


def notes_for(business: Business) -> list[Note]:
    """All lines for the owner of that business."""
    return [note for source in _sources for note in source(business)]
