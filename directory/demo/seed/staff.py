"""Two shops whose tills ask who serves: one for initials, one for a PIN. Their last weeks say who recorded what."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta

from businesses.members.models import Business
from businesses.members.services import add_staff, set_staff_mode
from businesses.redemptions.models import Scan
from directory.demo.content.people import BUSINESS_PEOPLE
from directory.demo.content.types import Person

BY = "system:seed_demo"
OTHERS = {"bwyd-bronwen": ("BM", "GT"), "vale-leisure": ("KO", "PAW")}
"""Colleagues of the person on /demo/, by business."""
DAYS = 30


def seed_staff(today: date, rng: random.Random) -> str:
    """The lists, and initials on the uses of the last 30 days. A list that is there is kept."""
    made = 0
    for person in BUSINESS_PEOPLE:
        business = Business.objects.filter(slug=person.business).first() if person.initials else None
        if business is not None and not business.staff.exists():
            made += _seed(business, person, today, rng)
    return f"{made} people at 2 shops"


def _seed(business: Business, person: Person, today: date, rng: random.Random) -> int:
    set_staff_mode(business=business, mode="pin" if person.pin else "initials", by=BY)
    add_staff(business=business, initials=person.initials, pin=person.pin, by=BY)
    for initials in OTHERS[business.slug]:
        add_staff(business=business, initials=initials, by=BY)
    everybody = [person.initials, *OTHERS[business.slug]]
    recorded = Scan.objects.for_retention().filter(  # history as it would have been
        branch__business=business,
        purpose="redeem",
        staff="",
        scanned_at__date__gt=today - timedelta(days=DAYS),
    )
    by_whom: dict[str, list[int]] = defaultdict(list)
    for pk in recorded.exclude(way="self").order_by("pk").values_list("pk", flat=True):
        by_whom[rng.choice(everybody)].append(pk)
    for initials, scans in by_whom.items():
        Scan.objects.for_retention().filter(pk__in=scans).update(staff=initials)
    return len(everybody)
