"""A signed note in the page: this device saw this code then. Keeps a live code fresh while serving."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from django.core import signing

from businesses.members.models import Device

GOOD_FOR = 600  # seconds between the check and the button
_SALT = "redemptions.seen"


def note(text: str, *, device: Device, at: datetime) -> str:
    """What the page carries along."""
    return signing.dumps([_digest(text), device.pk, at.timestamp()], salt=_SALT)


def seen_at(note_text: str, text: str, *, device: Device) -> datetime | None:
    """When this device saw this code, if that is what the note says and it is not too old."""
    try:
        digest, device_id, moment = signing.loads(note_text, salt=_SALT, max_age=GOOD_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if digest != _digest(text) or device_id != device.pk:
        return None
    return datetime.fromtimestamp(moment, tz=UTC)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
