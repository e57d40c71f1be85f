"""Stopping a card and, when it was only under the sofa, starting it again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core.errors import RuleBroken

from ..domain.statuses import PassportStatus
from ..models import Card
from .moves import move_card
from .notices import tell


@transaction.atomic
def report_lost(*, card: Card, by: Any, why: str = "") -> None:
    """Stops the card at once: tills refuse it from the next scan, those without a network a day later."""
    move_card(card, "report_lost", by=by, why=why)
    tell(card.passport, "card_lost", about=card)


@transaction.atomic
def found_again(*, card: Card, by: Any, why: str = "") -> None:
    """Makes a lost card good again. Raises RuleBroken when the passport has ended or is paused."""
    if card.passport.status != PassportStatus.ACTIVE:
        raise RuleBroken(
            _("This passport is not active, so its card stays stopped."), code="passport_not_active"
        )
    move_card(card, "found_again", by=by, why=why)
    tell(card.passport, "card_found", about=card)


@transaction.atomic
def revoke_card(*, card: Card, by: Any, why: str) -> None:
    """Stops the card for good, for a reason that stands in its history. An officer’s step."""
    if not why.strip():
        raise RuleBroken(_("Write why you stop this card."), field="why", code="why_missing")
    move_card(card, "revoke", by=by, why=why.strip())
    tell(card.passport, "card_stopped", about=card)
