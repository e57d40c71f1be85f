"""What the page of a business's tills tells of times without a connection. The room of uses knows it and registers
a reader in its `apps.ready()`: imports run to the right only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

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
class News:
    """`lost`: by device, how many scans never reached us. `more`: how many are not in the list."""

    lost: dict[int, int] = field(default_factory=dict)
    not_counted: Sequence[NotCounted] = ()
    more: int = 0


Reader = Callable[[Business], News]
_readers: list[Reader] = []


def register(reader: Reader) -> Reader:
    """Makes the one reader known. A second one replaces it."""
    _readers[:] = [reader]
    return reader


def news_of(business: Business) -> News:
    """What there is to tell of this business's tills."""
    return _readers[0](business) if _readers else News()


def told_with(devices: Sequence[Device], news: News) -> list[Device]:
    """The devices, each with `lost`: how many of its scans never reached us."""
    for device in devices:
        device.lost = news.lost.get(device.pk, 0)
    return list(devices)
