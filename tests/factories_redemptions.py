"""Uses of offers as rows, for figures. Tests of the rules go through the services instead."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from businesses.redemptions.models import Redemption, RedemptionVoid, Scan


def use(
    offer,
    branch,
    day: date,
    *,
    passport=None,
    visiting=None,
    voided: bool = False,
    kind: str = "adult",
    arrived: datetime | None = None,
) -> Redemption:
    """One accepted scan and its redemption at noon of that day. It reached us then, or at `arrived`."""
    at = timezone.make_aware(datetime.combine(day, time(12)))
    arrived = arrived or at
    scan = Scan.objects.create(
        purpose="redeem", accepted=True, scanned_at=at, offer=offer, branch=branch, created_at=arrived
    )
    redemption = Redemption.objects.create(
        created_at=arrived,
        scan=scan,
        offer=offer,
        branch=branch,
        passport=passport,
        visiting=visiting,
        kind=kind,
        area=branch.area,
        day=day,
        redeemed_at=at,
    )
    if voided:
        RedemptionVoid.objects.create(redemption=redemption)
    return redemption
