"""A passport that was issued on paper gets its holder's account."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..domain.statuses import PassportStatus
from ..models import Passport


@transaction.atomic
def give_account(*, passport: Passport, user: Any, by: Any) -> None:
    """From now on the holder sees the card on a phone. The printed one stays good.

    Raises RuleBroken when the passport has an account, or the account has a passport that has not ended.
    """
    row = Passport.objects.select_for_update().get(pk=passport.pk)
    running = Passport.objects.of(user).exclude(status=PassportStatus.ENDED)
    if row.user_id is not None or (row.status != PassportStatus.ENDED and running.exists()):
        raise RuleBroken(
            _("You already have a card with this address. Call us and we will help."), code="has_passport"
        )
    row.user, row.email = user, user.email
    row.save(update_fields=["user", "email"])
    audit.record("passport.account_given", on=row, by=by)
    passport.user, passport.email = row.user, row.email
