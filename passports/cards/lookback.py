"""What a card was at a moment that has passed, for scans that a till made without a network: many in a few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from passport_site.scheme.models import Scheme

from .domain.statuses import CardStatus, PassportStatus
from .models import Card, CardStatusChange, PassportStatusChange, StatusChange

FACTS = {
    "card": "pk",
    "passport": "passport_id",
    "serial": "serial",
    "number": "number",
    "card_status": "status",
    "card_until": "expires_on",
    "passport_status": "passport__status",
    "starts": "passport__valid_from",
    "until": "passport__valid_until",
    "kind": "passport__kind",
    "first_name": "passport__first_name",
    "photo": "passport__photo",
}
"""What `public.judge` needs of a card, and the column that holds it."""
Changes = dict[int, list[tuple[datetime, str]]]


@dataclass(frozen=True, slots=True)
class Lookback:
    """Cards by what a code names, each with how its status went since a moment."""

    cards: dict[str, dict[str, Any]]
    card_changes: Changes
    passport_changes: Changes

    def facts(self, named: str, at: datetime) -> dict[str, Any] | None:
        """As `public.facts_of` gives them, with the statuses of that moment. None for an unknown card."""
        known = self.cards.get(named)
        if known is None:
            return None
        then = {
            "card_status": _then(self.card_changes.get(known["card"]), at, CardStatus.ACTIVE),
            "passport_status": _then(self.passport_changes.get(known["passport"]), at, PassportStatus.ACTIVE),
        }
        return known | {name: status for name, status in then.items() if status is not None}


def look_back_at(names: Iterable[str], since: datetime, *, sandbox: bool = False) -> Lookback:
    """The cards with these serials or numbers, ready to be asked about any moment from `since` on. Four queries.

    `sandbox`: whether the till is one of the sandbox, which knows the test cards only (`public.facts_of`).
    """
    wanted = list(set(names))
    rows = Card.objects.filter(Q(serial__in=wanted) | Q(number__in=wanted), passport__sandbox=sandbox)
    allowed = Scheme.objects.order_by("pk").values_list("till_shows_photo", flat=True).first()
    cards: dict[str, dict[str, Any]] = {}
    for values in rows.values_list(*FACTS.values()):
        facts = dict(zip(FACTS, values, strict=True)) | {"photo_allowed": allowed}
        for day in ("card_until", "starts", "until"):
            facts[day] = facts[day].isoformat()
        cards[facts["serial"]] = cards[facts["number"]] = facts
    known = cards.values()
    return Lookback(
        cards=cards,
        card_changes=_changes(
            CardStatusChange.objects.filter(card__in={one["card"] for one in known}), "card", since
        ),
        passport_changes=_changes(
            PassportStatusChange.objects.filter(passport__in={one["passport"] for one in known}),
            "passport",
            since,
        ),
    )


def _changes(rows: QuerySet[StatusChange], whose: str, since: datetime) -> Changes:
    """Per card or passport, the changes after `since`, oldest first: when, and what it was until then."""
    found: Changes = {}
    later = rows.filter(created_at__gt=since).order_by("created_at", "pk")
    for owner, at, before in later.values_list(f"{whose}_id", "created_at", "from_status"):
        found.setdefault(owner, []).append((at, before))
    return found


def _then(changes: list[tuple[datetime, str]] | None, at: datetime, initial: str) -> str | None:
    """The status at that moment: what the first later change started from. None when it is still the same."""
    for moment, before in changes or ():
        if moment > at:
            return before or initial
    return None
