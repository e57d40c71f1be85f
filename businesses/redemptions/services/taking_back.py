"""A carer takes back a use of their own: the till would not have the barcode, or the code was not needed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from businesses.offers.models import CodeState, OfferCode
from passport_site.core.errors import RuleBroken
from passports.cards import public as cards

from ..models import Redemption, RedemptionVoid, ScanWay
from .voiding import earlier_void, void_once

MOST = 2
"""How often in `IN_DAYS` one carer may take back uses of one offer. Nobody at the till confirms it, so that without this a
barcode could be used, taken back and used again."""
IN_DAYS = 30
BY = "system:own-use"
"""Who is named in the audit trail. Never the account: a use must not lead to a person after 13 months."""


def take_back_own(*, user: Any, redemption: Redemption) -> RedemptionVoid:
    """The use no longer counts. A code that came with it waits until the business has looked (ADR 0017).

    A second time is harmless. Raises RuleBroken when it is not the person's own, too late, or too often.
    """
    if redemption.scan.way != ScanWay.SELF or redemption.passport_id not in cards.held_by(user).passports:
        raise RuleBroken(_("This use was recorded at another till."), code="not_yours")
    earlier = earlier_void(redemption)
    if earlier is not None:
        return earlier
    if _taken_back(redemption) >= MOST:
        raise RuleBroken(
            _("You have undone this offer twice this month. Please ask the shop for help."), code="too_often"
        )
    with transaction.atomic():
        void = void_once(redemption, by=BY)
        codes = OfferCode.objects.filter(given__redemption=redemption, state=CodeState.GIVEN)
        codes.update(state=CodeState.BACK)
        return void


def _taken_back(redemption: Redemption) -> int:
    since = timezone.now() - timedelta(days=IN_DAYS)
    own = Redemption.objects.filter(passport=redemption.passport_id, offer=redemption.offer_id)
    return own.filter(scan__way=ScanWay.SELF, void__created_at__gt=since).count()
