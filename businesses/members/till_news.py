"""What the page of a business's tills tells of times without a connection. The room of uses knows it and registers
a reader in its `apps.ready()`: imports run to the right only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from .domain.staff import UNPROVEN
from .models import Business, Device


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Something that a till gave without a connection and that does not count. Nothing about the carer."""

    at: datetime
    till: str
    branch: str
    offer: str
    why: Any
    winner_at: datetime | None = None
    winner_branch: str = ""


@dataclass(frozen=True, slots=True)
class ManyGiven:
    """One offer that a till gave more often on one day without a connection than a till of ours does by itself."""

    till: str
    offer: str
    day: date
    uses: int


@dataclass(frozen=True, slots=True)
class Served:
    """How many uses somebody recorded in the last days, and how many of these were undone. `initials` may be empty."""

    initials: str
    uses: int
    undone: int


@dataclass(frozen=True, slots=True)
class ServedWeek:
    """Nobody in it: nobody was named."""

    rows: Sequence[Served] = ()

    @property
    def unproven(self) -> bool:
        """Whether some chose their initials where nobody could check the PIN."""
        return any(row.initials.endswith(UNPROVEN) for row in self.rows)


@dataclass(frozen=True, slots=True)
class News:
    """`lost`: by device, how many scans never reached us. `more`: how many are not in the list."""

    lost: dict[int, int] = field(default_factory=dict)
    not_counted: Sequence[NotCounted] = ()
    more: int = 0
    many: Sequence[ManyGiven] = ()


Reader = Callable[[Business], News]
_readers: list[Reader] = []
_counters: list[Callable[[Business], ServedWeek]] = []


def register(reader: Reader) -> Reader:
    """Makes the one reader known. A second one replaces it."""
    _readers[:] = [reader]
    return reader


def register_served(counter: Callable[[Business], ServedWeek]) -> None:
    """Makes the one who counts by initials known. A second one replaces it."""
    _counters[:] = [counter]


def served_at(business: Business) -> ServedWeek:
    """Who recorded how much in the last days."""
    return _counters[0](business) if _counters else ServedWeek()


def news_of(business: Business) -> News:
    """What there is to tell of this business's tills."""
    return _readers[0](business) if _readers else News()


def told_with(devices: Sequence[Device], news: News) -> list[Device]:
    """The devices, each with `lost`: how many of its scans never reached us."""
    for device in devices:
        device.lost = news.lost.get(device.pk, 0)
    return list(devices)
