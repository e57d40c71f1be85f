"""Forgetting a person at their wish: uses and checks stay as counts, without whose they were."""

from __future__ import annotations

from typing import Any

from passports.cards.public import held_by

from ..models import Redemption, Scan


def forget_person(user: Any) -> int:
    """Takes the person's cards and passports off all scans and uses; the counts stay. Returns the rows touched.

    Runs before the cards room forgets whose they were (accounts.erasure: the order of INSTALLED_APPS).
    """
    own = held_by(user)
    scans = Scan.objects.for_retention().filter(card__in=own.cards)
    uses = Redemption.objects.for_retention().filter(passport__in=own.passports)
    return scans.update(card=None, body_hash="") + uses.update(passport=None)
