"""Cards on paper: asking for one, and noting that it was printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..domain.statuses import CardStatus
from ..models import Card


@transaction.atomic
def ask_for_post(*, card: Card, by: Any) -> None:
    """Puts the card on the print list. Raises RuleBroken without an address or for a stopped card."""
    row = Card.objects.with_holder().select_for_update(of=("self",)).get(pk=card.pk)
    if row.status != CardStatus.ACTIVE:
        raise RuleBroken(_("Only an active card can go by post."), code="card_not_active")
    if not row.passport.address.strip():
        raise RuleBroken(
            _("We need an address to post the card to."), field="address", code="address_missing"
        )
    if row.print_asked_at is None:
        row.print_asked_at = timezone.now()
        row.save(update_fields=["print_asked_at"])
        audit.record("card.post_asked", on=row, by=by)
    card.print_asked_at = row.print_asked_at


@transaction.atomic
def mark_printed(*, cards: Iterable[Card], by: Any) -> int:
    """Notes that these cards were printed, and takes them off the list. Returns how many."""
    now, done = timezone.now(), 0
    for card in cards:
        card.printed_at, card.print_asked_at = now, None
        card.save(update_fields=["printed_at", "print_asked_at"])
        audit.record("card.printed", on=card, by=by)
        done += 1
    return done
