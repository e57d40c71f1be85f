"""A till that was without a network: items as it sends them, and the call that sends them."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from businesses.members.models import Device
from businesses.redemptions import upload_body
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.upload_shapes import UploadIn

NUMBERS = count(1)


def an_item(
    code: str, offer: Any = None, *, ago: timedelta = timedelta(hours=1), **fields: Any
) -> dict[str, Any]:
    """A scan that long ago by a clock that is right: a use of the offer, or a check without one."""
    at = fields.pop("at", None) or timezone.now() - ago
    return {
        "sequence": next(NUMBERS),
        "key": uuid.uuid4().hex,
        "purpose": "redeem" if offer else "check",
        "code": code,
        "offer": offer.pk if offer else None,
        "scanned_at": at.isoformat(),
        "accepted": True,
        "reason": "",
        "staff": "",
    } | fields


def a_body(*items: Any, clock: datetime | None = None, waiting: int | None = None) -> dict[str, Any]:
    """The whole upload; all that waits comes with it unless `waiting` says more."""
    return {
        "device_time": (clock or timezone.now()).isoformat(),
        "waiting": len(items) if waiting is None else waiting,
        "items": list(items),
    }


def sent(device: Device, *items: Any, **fields: Any) -> list[dict[str, Any]]:
    """Uploads the items as both addresses do, and gives their answers."""
    fresh = Device.objects.select_related("branch__business").get(pk=device.pk)
    return upload_body.take(UploadIn.model_validate(a_body(*items, **fields)), device=fresh)["items"]


def told(answer: dict[str, Any]) -> tuple[str, str]:
    """What an item was answered."""
    return answer["result"], answer["reason"]


def counts() -> tuple[int, int]:
    """How many scans and uses are stored."""
    return Scan.objects.count(), Redemption.objects.count()
