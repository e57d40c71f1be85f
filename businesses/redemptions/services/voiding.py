"""Taking a use back, as a new row beside it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from businesses.members.models import Device
from passport_site.core import audit
from passport_site.core.errors import RuleBroken

from ..models import Redemption, RedemptionVoid

VOID_WITHIN = timedelta(minutes=10)
TOO_LATE = _("It is too late to undo this. A use can be undone for 10 minutes.")


def void_once(redemption: Redemption, *, by: object, device: Device | None = None) -> RedemptionVoid:
    """The row beside the use, once: of two taps at the same moment the second finds the first one’s. Writes the audit
    row with it; whoever has more to write does so in the same transaction.
    """
    void, new = RedemptionVoid.objects.get_or_create(redemption=redemption, defaults={"device": device})
    if new:
        audit.record("redemption.voided", on=redemption, by=by)
    return void


def earlier_void(redemption: Redemption) -> RedemptionVoid | None:
    """The row that is there already: a second time is harmless. Raises RuleBroken when it is too late for one.

    Counted from when the use reached us, not from the till’s clock.
    """
    earlier = RedemptionVoid.objects.filter(redemption=redemption).first()
    if earlier is None and timezone.now() - redemption.created_at > VOID_WITHIN:
        raise RuleBroken(TOO_LATE, code="too_late")
    return earlier


def void_redemption(*, redemption: Redemption, device: Device) -> RedemptionVoid:
    """The use no longer counts and may be made again. Any device of the branch may do it, for ten minutes.

    A second time is harmless and answers the same. Raises RuleBroken when it is another branch’s or too late.
    """
    if redemption.branch_id != device.branch_id:
        raise RuleBroken(_("This use was recorded at another till."), code="not_yours")
    earlier = earlier_void(redemption)
    if earlier is not None:
        return earlier
    with transaction.atomic():
        return void_once(redemption, by=device, device=device)
