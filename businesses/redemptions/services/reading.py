"""Where a code is read: other schemes' cards are taken in some areas only (docs/adr/0022)."""

from __future__ import annotations

from businesses.members.models import Device
from passports.cards import public as cards


def read_at(device: Device | None, text: str) -> cards.ReadCode:
    """The code as this till (or, without one, anybody) may take it: other schemes’ in its area, none in the sandbox."""
    if device is None:
        return cards.read_code(text)
    branch = device.branch
    return cards.read_code(text, area=branch.area_id, visitors=not branch.business.sandbox)
