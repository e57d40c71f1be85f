"""Cards of other schemes at our tills: where they are read, and what stands for their carers (docs/adr/0022)."""

from __future__ import annotations

from businesses.members.models import Device
from passports.cards import public as cards

from ..domain.pseudonym import visitor_key


def read_at(device: Device | None, text: str) -> cards.ReadCode:
    """The code as this till (or, without one, anybody) may take it: other schemes’ in its area, none in the sandbox."""
    if device is None:
        return cards.read_code(text)
    branch = device.branch
    return cards.read_code(text, area=branch.area_id, visitors=not branch.business.sandbox)


def visitor_of(read: cards.ReadCode, business_id: int) -> str:
    """What stands for a card of another scheme at this business; empty for ours."""
    return visitor_key(holder=read.visitor.holder, business_id=business_id) if read.visitor else ""


def holder_of(read: cards.ReadCode, check: cards.CardCheck, business_id: int) -> int | str | None:
    """Whose uses are counted: the passport, or the visitor's hash."""
    return visitor_of(read, business_id) or check.passport_id


def no_name(visitor: str, period: str) -> str:
    """The hash as the use keeps it: only where a limit needs it."""
    return visitor if period else ""
