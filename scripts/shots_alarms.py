"""Alarms about guessed numbers, for the picture of the privacy officer's first page."""

from __future__ import annotations

from datetime import date, timedelta

from businesses.members.models import Device
from businesses.redemptions.models import GuessAlarm


def alarms(today: date) -> None:
    """From a till, from a network, and from many places together."""
    till = Device.objects.standing().order_by("pk").first()
    wrong = ((0, f"device:{till.pk}", 60), (0, "network:192.0.2.0/24", 30), (4, "everywhere", 3000))
    for days, source, times in wrong:
        GuessAlarm.objects.create(day=today - timedelta(days=days), source=source, wrong=times)
