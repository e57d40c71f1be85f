"""Forgetting a person at their wish: uses and checks stay as counts, without whose they were."""

from __future__ import annotations

from typing import Any

from passports.cards.public import held_by

from ..domain.pseudonym import holder_key
from ..models import Redemption, Scan


def forget_person(user: Any) -> int:
    """Takes the person's cards and passports off all scans and uses; the counts stay. Returns the rows touched.

    Runs before the cards room forgets whose they were (accounts.erasure: the order of INSTALLED_APPS).
    """
    own = held_by(user)
    scans = Scan.objects.for_retention().filter(card__in=own.cards)
    uses = Redemption.objects.for_retention().filter(passport__in=own.passports)
    hashed = Redemption.objects.exclude(holder_key="").order_by()
    offers = list(hashed.values_list("offer_id", flat=True).distinct())
    keys = [
        holder_key(passport_id=passport, offer_id=offer) for passport in own.passports for offer in offers
    ]
    old_uses = Redemption.objects.for_retention().filter(holder_key__in=keys)
    return scans.update(card=None, body_hash="") + uses.update(passport=None) + old_uses.update(holder_key="")
