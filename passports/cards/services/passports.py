"""What becomes of a passport after it was issued."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..domain.statuses import CardStatus
from ..models import Passport
from ..wallet import changes
from .moves import move_card, move_passport
from .notices import tell


@transaction.atomic
def suspend_passport(*, passport: Passport, by: Any, why: str) -> None:
    """Pauses the passport: its cards are refused until it is resumed."""
    _need_reason(why)
    move_passport(passport, "suspend", by=by, why=why.strip())
    tell(passport, "card_paused", about=passport)


@transaction.atomic
def resume_passport(*, passport: Passport, by: Any, why: str = "") -> None:
    """Ends the pause; the same card works again."""
    move_passport(passport, "resume", by=by, why=why)
    tell(passport, "card_resumed", about=passport)


@transaction.atomic
def end_passport(*, passport: Passport, by: Any, why: str) -> None:
    """Ends the passport and stops its card. There is no way back; the person may apply again."""
    _need_reason(why)
    for card in passport.cards.filter(status__in=(CardStatus.ACTIVE, CardStatus.LOST)):
        move_card(card, "revoke", by=by, why=why.strip())
    move_passport(passport, "end", by=by, why=why.strip())
    Passport.objects.filter(pk=passport.pk).update(renew_asked_at=None)
    tell(passport, "card_ended", about=passport)


@transaction.atomic
def change_design(*, passport: Passport, discreet: bool, by: Any) -> None:
    """Chooses the plain design, which does not say “carer”, or the full one. The carer’s own choice."""
    if passport.discreet == discreet:
        return
    passport.discreet = discreet
    passport.save(update_fields=["discreet"])
    audit.record("passport.design_changed", on=passport, by=by, discreet=discreet)
    changes.note_change(cards=passport.cards.values("pk"))


def _need_reason(why: str) -> None:
    if not why.strip():
        raise RuleBroken(_("Write why. It stays in the passport’s history."), field="why", code="why_missing")
