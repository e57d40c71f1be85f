"""The row of a use, as a till online, an upload and the carer’s own phone write it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from businesses.members.models import Branch
from passports.cards import public as cards

from ..domain import periods
from ..domain.pseudonym import visitor_of
from ..models import Redemption
from ..querysets import OfferUse


def new_use(
    *, read: cards.ReadCode, check: cards.CardCheck, use: OfferUse, branch: Branch, at: datetime, **more: Any
) -> Redemption:
    """A use of that offer at that moment, not written yet and without its scan. Its slot is free, or the insert fails.

    A visitor has no passport here: a hash stands for the card, and only where a limit needs it.
    """
    return Redemption(
        offer_id=use.id,
        branch_id=branch.pk,
        area_id=branch.area_id,
        passport_id=check.passport_id,
        visiting_id=check.visiting.id if check.visiting else None,
        holder_key=visitor_of(read, branch.business_id) if use.period else "",
        kind=check.kind,
        day=periods.day_of(at),
        redeemed_at=at,
        **_slots(use),
        **more,
    )


def _slots(use: OfferUse) -> dict[str, Any]:
    """The key under which this use is counted."""
    if use.limit_kind == "total":
        return {"period_key": "", "slot": None, "total_slot": use.taken + 1}
    if use.period:
        return {"period_key": use.period, "slot": use.taken + 1, "total_slot": None}
    return {"period_key": "", "slot": None, "total_slot": None}
