"""The next free code of an online shop for a use: never the same one for two people."""

from __future__ import annotations

from django.db import connection

from businesses.offers.models import CodeState, OfferCode
from businesses.offers.services.codes import tell_if_low

from ..models import CodeGiven, Redemption


class NoCodeLeft(Exception):
    """The pool is empty. The caller's transaction is rolled back by it."""


def give_code(*, redemption: Redemption) -> OfferCode:
    """Gives the use its code, inside the caller's transaction; warns the business when few are left.

    Two that read the same code cannot both write: the key (code, round) lets one through, and the other one gets
    IntegrityError and tries again. The lock that passes over locked rows only saves PostgreSQL from trying often.
    Raises NoCodeLeft.
    """
    code = pick_code(redemption.offer_id)
    if code is None:
        raise NoCodeLeft
    CodeGiven.objects.create(code=code, round=code.round, redemption=redemption)
    OfferCode.objects.filter(pk=code.pk).update(state=CodeState.GIVEN)
    tell_if_low(offer=redemption.offer)
    return code


def pick_code(offer_id: int) -> OfferCode | None:
    """The oldest free code that nobody else is taking just now."""
    free = OfferCode.objects.free().filter(offer_id=offer_id)
    if connection.features.has_select_for_update_skip_locked:
        free = free.select_for_update(skip_locked=True)
    return free.first()
