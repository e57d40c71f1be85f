"""A shop with a till system of its own, and a night on which somebody tried card numbers."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.utils import timezone

from businesses.members.api_key import ApiKey
from businesses.members.models import Branch
from businesses.members.services.keys import create_key
from businesses.redemptions.alarms import GuessAlarm

from .uses import DEMO_TILL

NETWORK, WRONG = "network:203.0.113.0/24", 46
BY = "system:demo"


def seed_till_systems(today: date, rng: random.Random) -> str:
    """One key, used yesterday, and one alarm that was mailed, unless they are there."""
    branch = Branch.objects.filter(business__slug=DEMO_TILL).select_related("business").order_by("pk").first()
    if branch is not None and not ApiKey.objects.filter(business=branch.business).exists():
        key, _secret = create_key(
            business=branch.business, branch=branch, name="Counter system", scopes=["check", "redeem"], by=BY
        )
        used = timezone.now() - timedelta(hours=20)
        ApiKey.objects.filter(pk=key.pk).update(created_at=used - timedelta(days=90), last_used_at=used)
    GuessAlarm.objects.get_or_create(
        day=today - timedelta(days=2), source=NETWORK, defaults={"wrong": WRONG, "mailed": True}
    )
    return "a key and an alarm"
