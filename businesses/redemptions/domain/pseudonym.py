"""What stands for a carer on a use that names nobody: after 13 months, or because the card is of another scheme."""

from __future__ import annotations

from typing import Any, Protocol

from passport_site.core.hashing import keyed_hash


def holder_key(*, passport_id: int, offer_id: int) -> str:
    """32 characters that are the same for one carer and one offer, and mean nothing without our secret key."""
    text = f"{passport_id}:{offer_id}"
    return keyed_hash("redemptions.holder", text)[:32]


class Read(Protocol):
    """`cards.public.ReadCode` has it."""

    @property
    def visitor(self) -> Any: ...


def visitor_of(read: Read, business_id: int) -> str:
    """The key of a card of another scheme at this business; empty for ours."""
    return visitor_key(holder=read.visitor.holder, business_id=business_id) if read.visitor else ""


def visitor_key(*, holder: str, business_id: int) -> str:
    """The same for a card of another scheme (`cards.public.Visitor.holder`). Per business, because one query counts all
    its offers: no two shops can find out that the same visitor was at both.
    """
    text = f"{holder}:{business_id}"
    return keyed_hash("redemptions.visitor", text)[:32]
