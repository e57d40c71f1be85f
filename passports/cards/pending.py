"""What the card page says to somebody who has no passport yet. The applications room tells us.

It registers in its ``apps.ready()``::

    from passports.cards import pending
    pending.register(waiting_for)      # def waiting_for(user) -> pending.Pending | None
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pending:
    """An application under way: what to say, and where to go on."""

    title: str
    sentence: str
    action: str
    href: str


Finder = Callable[[Any], Pending | None]
_finder: Finder | None = None


def register(finder: Finder) -> Finder:
    """Makes the one finder known."""
    global _finder
    _finder = finder
    return finder


def for_user(user: Any) -> Pending | None:
    """The person’s open application, or None."""
    return _finder(user) if _finder else None
