"""Uses of offers as rows, for figures. Tests of the rules go through the services instead."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from businesses.redemptions.models import Redemption, RedemptionVoid, Scan


def use(offer, branch, day: date, *, passport=None, voided: bool = False, kind: str = "adult") -> Redemption:
    """One accepted scan and its redemption at noon of that day."""
    at = timezone.make_aware(datetime.combine(day, time(12)))
    scan = Scan.objects.create(purpose="redeem", accepted=True, scanned_at=at, offer=offer, branch=branch)
    redemption = Redemption.objects.create(
        scan=scan,
        offer=offer,
        branch=branch,
        passport=passport,
        kind=kind,
        area=branch.area,
        day=day,
        redeemed_at=at,
    )
    if voided:
        RedemptionVoid.objects.create(redemption=redemption)
    return redemption
