"""My data: each room says what it holds about a person, and the person gets all of it (UK GDPR article 15
and 20).

A room registers in its ``apps.ready()``::

    from passport_site.accounts import my_data
    my_data.register("cards")(public_or_service.held_about)   # def held_about(user) -> dict

The dictionary is ready for JSON and for reading: keys are plain words in the reader's language (gettext),
values are texts, numbers, dates, booleans, lists and dictionaries of those. Files are named with an
address where the person can open them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import User

Collector = Callable[["User"], dict[str, Any]]
COLLECTORS: dict[str, Collector] = {}


def register(label: str) -> Callable[[Collector], Collector]:
    """Makes a room's collector known under its app label. A second one for the same label replaces it."""

    def keep(collector: Collector) -> Collector:
        COLLECTORS[label] = collector
        return collector

    return keep


def held_about(user: User) -> dict[str, dict[str, Any]]:
    """Everything held about the person, by room; the account comes first, rooms with nothing are left out."""
    labels = ["accounts", *(label for label in reversed(list(COLLECTORS)) if label != "accounts")]
    found = {label: COLLECTORS[label](user) for label in labels if label in COLLECTORS}
    return {label: held for label, held in found.items() if held}
