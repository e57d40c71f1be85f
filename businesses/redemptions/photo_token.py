"""The address of a photo at a till: sealed, for one device, for five minutes.

Sealed and not only signed, so that the number of a passport cannot be read out of it, and different each
time, so that two shops cannot match what they saw (quality bar 16).
"""

from __future__ import annotations

import base64
import binascii
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from businesses.members.models import Device
from passport_site.core import crypto

GOOD_FOR = 300  # seconds
_CONTEXT = "redemptions.photo_token"


def address(device: Device, passport_id: int) -> str:
    """Where this device, and no other, can see the photo for the next five minutes."""
    until = int(timezone.now().timestamp()) + GOOD_FOR
    sealed = crypto.encrypt(f"{device.pk}.{passport_id}.{until}", _CONTEXT)
    return _place() + base64.urlsafe_b64encode(sealed.encode()).decode().rstrip("=")


@cache
def _place() -> str:
    """What stands before each token, the same in every language: each check needs it."""
    with translation.override(settings.LANGUAGE_CODE):
        return reverse("redemptions:photo", args=["-"]).removesuffix("-")


def passport_in(token: str, *, device: Device) -> int | None:
    """The passport that the token is for; None when it is forged, another device’s or too old."""
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        device_id, passport_id, until = map(int, crypto.decrypt(sealed, _CONTEXT).split("."))
    except (crypto.CannotDecrypt, binascii.Error, ValueError):
        return None
    return passport_id if device_id == device.pk and timezone.now().timestamp() <= until else None
