"""What happened to a passport and its cards, as one list for an officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from .domain import numbers
from .models import Card, CardStatusChange, Passport

WORDS: dict[tuple[str, str], Any] = {
    ("passport", "issue"): _("Passport issued"),
    ("passport", "suspend"): _("Passport paused"),
    ("passport", "resume"): _("Passport resumed"),
    ("passport", "renew"): _("Passport renewed"),
    ("passport", "end"): _("Passport ended"),
    ("card", "issue"): _("Card issued"),
    ("card", "report_lost"): _("Card reported lost"),
    ("card", "found_again"): _("Card found again"),
    ("card", "replace"): _("Card replaced"),
    ("card", "revoke"): _("Card stopped for good"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history."""

    at: datetime
    words: Any
    number: str
    who: str
    why: str


def history_of(passport: Passport, cards: Iterable[Card]) -> list[Entry]:
    """Everything from the status rows, newest first. Three queries, whatever the length."""
    number_of = {card.pk: numbers.display(card.number) for card in cards}
    changes = [("passport", change) for change in passport.status_changes.all()]
    changes += [("card", change) for change in CardStatusChange.objects.filter(card__in=number_of)]
    people = _people(change.actor for _thing, change in changes)
    entries = [
        Entry(
            at=change.created_at,
            words=WORDS.get((thing, change.verb), change.verb),
            number=number_of.get(change.card_id, "") if thing == "card" else "",
            who=_who(change.actor, people, passport),
            why=change.why,
        )
        for thing, change in changes
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _people(actors: Iterable[str]) -> dict[str, str]:
    found = {int(actor[5:]) for actor in actors if actor.startswith("user:") and actor[5:].isdigit()}
    return (
        {f"user:{user.pk}": str(user) for user in get_user_model().objects.filter(pk__in=found)}
        if found
        else {}
    )


def _who(actor: str, people: dict[str, str], passport: Passport) -> str:
    if passport.user_id and actor == f"user:{passport.user_id}":
        return str(_("the carer"))
    return people.get(actor, str(_("the system")) if actor.startswith("system:") else actor)
