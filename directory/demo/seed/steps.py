"""The steps of ``seed_demo`` in their order. One transaction: either the whole demo is there or nothing of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date

from django.db import transaction
from django.utils import timezone

from businesses.redemptions.services.sandbox import open_sandbox

from .carers import seed_carers
from .cast import seed_cast, settle_mails
from .codes import seed_codes
from .neighbours import seed_neighbours
from .offline import seed_offline
from .own_use import seed_own_use
from .pages import seed_pages
from .people import seed_cast_accounts
from .scheme import seed_scheme
from .shops import seed_shops
from .staff import seed_staff
from .till_systems import seed_till_systems
from .uses import seed_uses

SEED = 2026
Step = tuple[str, Callable[[date, random.Random], str]]


def _scheme(today: date, rng: random.Random) -> str:
    seed_codes(today)
    return seed_scheme()


def _test_shop(today: date, rng: random.Random) -> str:
    return f"{len(open_sandbox().cards)} test cards"


STEPS: tuple[Step, ...] = (
    ("Scheme and areas", _scheme),
    ("People of the cast", lambda today, rng: seed_cast_accounts()),
    ("Businesses, offers and tills", seed_shops),
    ("Carers of the cast", seed_cast),
    ("Everybody else who cares", seed_carers),
    ("A year at the tills", seed_uses),
    ("Uses on their own phones", seed_own_use),
    ("Pages in two languages", seed_pages),
    ("Test shop for developers", _test_shop),
    ("A till without a signal", seed_offline),
    ("A till system, and an alarm", seed_till_systems),
    ("Tills that ask who serves", seed_staff),
    ("The next county", seed_neighbours),
)


def run() -> Iterator[tuple[str, str | None]]:
    """Runs all steps; gives each one’s title when it begins, and again with what it did when it is done."""
    today = timezone.localdate()
    with transaction.atomic():
        for number, (title, step) in enumerate(STEPS):
            yield title, None
            yield title, step(today, random.Random(SEED * 100 + number))
        settle_mails()
