"""Other schemes whose cards we take as well. Which ones is another room’s business (passports.partners); it says so here.

A till’s check of our own cards never comes to this file: only an address on a host that is not ours does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from passport_site.scheme.models import in_language

from . import keys
from .domain.trust_list import TrustList
from .domain.verdict import LONDON


@dataclass(frozen=True, slots=True)
class ForeignScheme:
    """A scheme that an officer has named, and the newest list that we have of it.

    Its cards are taken from `first` to `last` (both good), in these areas (by number; none means all), while it is not
    suspended. `trust_list` is None until the first contact.
    """

    id: int
    host: str
    name_en: str
    name_cy: str
    root_key: str
    first: date
    last: date
    suspended_at: datetime | None
    areas: frozenset[int]
    area_slugs: tuple[str, ...]
    trust_list: TrustList | None
    document: str
    changed_at: datetime

    @property
    def name(self) -> str:
        """In the reader’s language."""
        return in_language(self.name_en, self.name_cy)

    def taken_in(self, area: int | None, at: datetime) -> bool:
        """Whether its cards are taken in that area at that moment; None is anywhere, as on a stranger’s phone."""
        suspended = self.suspended_at is not None and at >= self.suspended_at
        in_time = self.first <= at.astimezone(LONDON).date() <= self.last
        return in_time and not suspended and (area is None or not self.areas or area in self.areas)

    def takes_ours(self, day: date) -> bool | None:
        """Whether its newest list says that it takes our cards; None without a list, or while we have no root key."""
        root_key = keys.root_public_text()
        if self.trust_list is None or not root_key:
            return None
        us = (keys.issuer_host(), root_key)
        return any(
            (one.get("host"), one.get("root_key")) == us and _covers(one, day)
            for one in self.trust_list.schemes
        )


def _covers(one: Mapping[str, Any], day: date) -> bool:
    """Whether the day lies between its two, which another scheme wrote."""
    try:
        return date.fromisoformat(one["from"]) <= day <= date.fromisoformat(one["until"])
    except (KeyError, TypeError, ValueError):
        return False


Provider = Callable[[], tuple[ForeignScheme, ...]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Names who knows the schemes. Called once, at the start."""
    _providers.append(provider)


def schemes() -> tuple[ForeignScheme, ...]:
    """All that are named, suspended and past ones too. From memory; at most one look into the database in 30 seconds."""
    return tuple(one for provider in _providers for one in provider())


def that_take_ours(now: datetime) -> list[ForeignScheme]:
    """Where our own cards are good too, by the newest lists that we have. By name, in the reader’s language."""
    day = now.astimezone(LONDON).date()
    found = [
        one for one in schemes() if one.trust_list and one.trust_list.usable(now) and one.takes_ours(day)
    ]
    return sorted(found, key=lambda one: one.name)


def named(host: str) -> ForeignScheme | None:
    """The scheme with this canonical host."""
    return next((one for one in schemes() if one.host == host), None)
