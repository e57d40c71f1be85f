"""Taking a use back, as a new row beside it."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from businesses.members.models import Device
from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..models import Redemption, RedemptionVoid

VOID_WITHIN = timedelta(minutes=10)


def void_redemption(*, redemption: Redemption, device: Device) -> RedemptionVoid:
    """The use no longer counts and may be made again. Any device of the branch may do it, for ten minutes.

    A second time is harmless and answers the same. Raises RuleBroken when it is another branch’s or too late.
    Counted from when the use reached us, not from the till’s clock.
    """
    if redemption.branch_id != device.branch_id:
        raise RuleBroken(_("This use was recorded at another till."), code="not_yours")
    earlier = RedemptionVoid.objects.filter(redemption=redemption).first()
    if earlier is not None:
        return earlier
    if timezone.now() - redemption.created_at > VOID_WITHIN:
        raise RuleBroken(
            _("It is too late to undo this. A use can be undone for 10 minutes."), code="too_late"
        )
    try:
        with transaction.atomic():
            void = RedemptionVoid.objects.create(redemption=redemption, device=device)
            audit.record("redemption.voided", on=redemption, by=device)
            return void
    except IntegrityError:  # somebody tapped twice: both have undone it
        return RedemptionVoid.objects.get(redemption=redemption)
