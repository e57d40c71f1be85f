"""A phone at the café's garden hatch, where there is no signal: what it gave was sent later, and not all of it counts."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from businesses.members.domain.tokens import hash_of
from businesses.members.models import Branch, Device
from businesses.offers.models import Offer
from businesses.redemptions import upload_body
from businesses.redemptions.models import Redemption
from businesses.redemptions.upload_shapes import UploadIn
from directory.demo.till import till_token
from passports.cards.models import Card
from passports.cards.services.codes import address_for

from .uses import DEMO_TILL

NAME = "Garden hatch"
STILL_THERE = 3


def seed_offline(today: date, rng: random.Random) -> str:
    """One upload of yesterday's afternoon: uses, a carer who came twice, a lost card, and two scans that never came."""
    branch = Branch.objects.filter(business__slug=DEMO_TILL).select_related("business").order_by("pk").first()
    if branch is None or Device.objects.filter(branch=branch, name=NAME).exists():
        return "there already"
    device = Device.objects.create(
        branch=branch,
        name=NAME,
        token_hash=hash_of(f"{till_token(branch)} garden"),
        created_at=timezone.now() - timedelta(days=60),
    )
    items = _items(branch, today, rng)
    body = {"device_time": timezone.now().isoformat(), "waiting": len(items) + STILL_THERE, "items": items}
    upload_body.take(UploadIn.model_validate(body), device=device)
    return f"{len(items)} scans uploaded"


def _items(branch: Branch, today: date, rng: random.Random) -> list[dict[str, Any]]:
    offers = Offer.objects.filter(business=branch.business, status="live", who__in=("all", "adult"), tag="")
    offer = (
        offers.filter(limit_kind__in=("day", "week")).order_by("pk").first() or offers.order_by("pk").first()
    )
    good = Card.objects.filter(status="active", passport__status="active", passport__kind="adult")
    good = good.filter(expires_on__gt=today, passport__valid_from__lt=today - timedelta(days=2))
    lately = Redemption.objects.filter(offer=offer, day__gt=today - timedelta(days=8), passport__isnull=False)
    good = good.exclude(passport__in=lately.values("passport"))
    lost = Card.objects.filter(status="lost", passport__status="active", expires_on__gt=today)
    cards = rng.sample(list(good.select_related("passport").order_by("pk")[:200]), 4)
    scanned = [cards[0], cards[1], cards[1], *lost.select_related("passport").order_by("pk")[:1], *cards[2:]]
    begin = timezone.make_aware(datetime.combine(today - timedelta(days=1), time(14)))
    return [
        {
            # numbers 4 and 5 were on the phone when its memory was cleared
            "sequence": number if number < 4 else number + 2,
            "key": f"demo-garden-{number}",
            "purpose": "redeem",
            "code": address_for(card, live=False),
            "offer": offer.pk,
            "scanned_at": (begin + timedelta(minutes=17 * number)).isoformat(),
            "accepted": True,
        }
        for number, card in enumerate(scanned, 1)
    ]
