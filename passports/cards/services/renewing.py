"""Renewing: the same passport, the same card number, a later last day. Nobody loses the card over it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current

from ..domain import periods
from ..domain.statuses import CardStatus, PassportStatus
from ..models import Passport, PassportKind, PassportStatusChange
from ..wallet import changes
from .issuing import issue_card
from .notices import tell


@transaction.atomic
def ask_to_renew(*, passport: Passport, by: Any) -> None:
    """Notes that the carer still looks after someone, for an officer to renew. Safe to repeat."""
    row = _renewable(passport)
    if row.renew_asked_at is None:
        row.renew_asked_at = timezone.now()
        row.save(update_fields=["renew_asked_at"])
        audit.record("passport.renewal_asked", on=row, by=by)
    passport.renew_asked_at = row.renew_asked_at


@transaction.atomic
def renew_passport(*, passport: Passport, by: Any) -> Passport:
    """Adds the scheme’s months from the day after the last one, or from today when it has run out.

    The card keeps its number; its code says the new day at once, and paper is printed again for whoever had
    it. A young carer who has turned 18 becomes an adult carer. Raises RuleBroken when it is too early, the
    passport is not active, or a young passport cannot last longer before the 18th birthday.
    """
    row, scheme, today = _renewable(passport), current(), timezone.localdate()
    if row.kind == PassportKind.YOUNG and periods.age_on(row.date_of_birth, today) >= scheme.adult_age:
        row.kind = PassportKind.ADULT
    until = periods.valid_until(
        starts_on=max(today, periods.day_after(row.valid_until)),
        months=scheme.validity_months,
        young=row.kind == PassportKind.YOUNG,
        born=row.date_of_birth,
        adult_age=scheme.adult_age,
    )
    if until <= row.valid_until:
        raise RuleBroken(
            _("A young carer’s card ends here. Renew it after the 18th birthday."), code="too_young"
        )
    row.valid_until, row.renew_asked_at = until, None
    row.save(update_fields=["kind", "valid_until", "renew_asked_at"])
    PassportStatusChange.objects.create(
        passport=row, verb="renew", from_status=row.status, to_status=row.status, actor=audit.actor_of(by)
    )
    audit.record("passport.renewed", on=row, by=by, valid_until=until.isoformat(), kind=row.kind)
    _carry_on(row, by=by)
    tell(row, "card_renewed", about=row)
    for field in ("kind", "valid_until", "renew_asked_at"):
        setattr(passport, field, getattr(row, field))
    return row


def _carry_on(passport: Passport, *, by: Any) -> None:
    """The running card gets the new day; somebody without one gets a card."""
    running = passport.cards.filter(status__in=(CardStatus.ACTIVE, CardStatus.LOST)).first()
    if running is None:
        issue_card(passport=passport, by=by)
        return
    running.expires_on = passport.valid_until
    if running.printed_at and passport.address and running.status == CardStatus.ACTIVE:
        running.print_asked_at = timezone.now()
    running.save(update_fields=["expires_on", "print_asked_at"])
    changes.note_change(cards=[running.pk])


def _renewable(passport: Passport) -> Passport:
    row = Passport.objects.select_for_update().get(pk=passport.pk)
    if row.status != PassportStatus.ACTIVE:
        raise RuleBroken(_("Only an active passport can be renewed."), code="passport_not_active")
    if not periods.time_to_renew(row.valid_until, timezone.localdate()):
        raise RuleBroken(
            _("It is too early to renew. You can from 8 weeks before the last day."), code="too_early"
        )
    return row
