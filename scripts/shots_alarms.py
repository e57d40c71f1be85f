"""Alarms about guessed numbers, for the picture of the privacy officer's first page; and a till that gave very often."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from businesses.members.models import Branch, Device
from businesses.offers.models import Offer
from businesses.redemptions import upload_body
from businesses.redemptions.models import GuessAlarm
from businesses.redemptions.upload_shapes import UploadIn
from passports.cards.models import Card
from passports.cards.services.codes import address_for


def alarms(today: date) -> None:
    """From a till, from a network, and from many places together."""
    till = Device.objects.standing().order_by("pk").first()
    wrong = ((0, f"device:{till.pk}", 60), (0, "network:192.0.2.0/24", 30), (4, "everywhere", 3000))
    for days, source, times in wrong:
        GuessAlarm.objects.create(day=today - timedelta(days=days), source=source, wrong=times)


def many_given(today: date) -> None:
    """53 uses of one offer on one day, sent by a till that a till of ours would not have given by itself."""
    branch = Branch.objects.filter(business__slug="bwyd-bronwen").order_by("pk").first()
    stall = Device.objects.create(
        branch=branch,
        name="Market stall",
        token_hash="market-stall",
        created_at=timezone.now() - timedelta(days=60),
    )
    offer = Offer.objects.create(
        business=branch.business, title_en="Tea at the market", title_cy="Te yn y farchnad", kind="percentage", value=10,
        starts_on=today - timedelta(days=60), limit_kind="none",
    )  # fmt: skip
    good = Card.objects.filter(status="active", passport__status="active", passport__kind="adult")
    card = (
        good.filter(expires_on__gt=today, passport__valid_from__lt=today - timedelta(days=2))
        .order_by("pk")
        .first()
    )
    noon = timezone.make_aware(datetime.combine(today - timedelta(days=1), time(12)))
    item = {"purpose": "redeem", "code": address_for(card, live=False), "offer": offer.pk, "accepted": True}
    items = [
        item
        | {
            "sequence": n,
            "key": f"market-{n}",
            "scanned_at": noon.isoformat(),
            "staff": "GT?" if n > 40 else "GT",
        }
        for n in range(1, 54)
    ]
    body = {"device_time": timezone.now().isoformat(), "waiting": len(items), "items": items}
    upload_body.take(UploadIn.model_validate(body), device=stall)
