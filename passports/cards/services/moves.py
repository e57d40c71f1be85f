"""One step along a status table: checked, stored, noted with who and why, and written to the trail."""

from __future__ import annotations

from typing import Any

from passport_site.core import audit

from ..domain.statuses import CARD, PASSPORT
from ..models import Card, CardStatusChange, Passport, PassportStatusChange
from ..wallet import changes

MOST_WORDS = 200


def move_card(card: Card, verb: str, *, by: Any, why: str = "") -> None:
    """Takes the arrow `verb` from the status that the database has now. Call it inside a transaction.

    Raises RuleBroken when somebody else moved the card a moment ago.
    """
    row = Card.objects.select_for_update().get(pk=card.pk)
    arrow = CARD.check(verb, row.status)
    before, row.status = row.status, arrow.target
    row.save(update_fields=["status"])
    CardStatusChange.objects.create(
        card=row,
        verb=verb,
        from_status=before,
        to_status=row.status,
        actor=audit.actor_of(by),
        why=why[:MOST_WORDS],
    )
    audit.record(arrow.audit, on=row, by=by, passport=row.passport_id)
    changes.note_change(cards=[row.pk])
    card.status = row.status


def move_passport(passport: Passport, verb: str, *, by: Any, why: str = "") -> None:
    """The same for a passport."""
    row = Passport.objects.select_for_update().get(pk=passport.pk)
    arrow = PASSPORT.check(verb, row.status)
    before, row.status = row.status, arrow.target
    row.save(update_fields=["status"])
    PassportStatusChange.objects.create(
        passport=row,
        verb=verb,
        from_status=before,
        to_status=row.status,
        actor=audit.actor_of(by),
        why=why[:MOST_WORDS],
    )
    audit.record(arrow.audit, on=row, by=by)
    changes.note_change(cards=row.cards.values("pk"))
    passport.status = row.status
