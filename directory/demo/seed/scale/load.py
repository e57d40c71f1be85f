"""The three parts of ``seed_scale`` in order."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from businesses.members.models import Category
from businesses.offers.models import Offer
from directory.pages.services import forget_pages
from directory.reports.services import forget_counts
from passports.cards.models import Passport

from ..people import seed_cast_accounts
from ..scheme import seed_scheme
from ..shops import make_categories
from .bulk import next_id
from .carers import add_carers
from .shops import add_businesses
from .uses import add_uses

Step = Callable[[int], None]


def load(*, carers: int, businesses: int, redemptions: int, progress: Callable[[str, int], Step]) -> None:
    """Adds so many of each on top of what there is. An empty database gets the demo’s scheme and officers first."""
    today = timezone.localdate()
    with transaction.atomic():
        seed_scheme(beside_others=True)
        if not Category.objects.exists():
            make_categories()
        seed_cast_accounts()
    passports_from, offers_from = next_id(Passport), next_id(Offer)
    if businesses:
        add_businesses(businesses, today, progress("Businesses", businesses))
    if carers:
        add_carers(carers, today, progress("Carers", carers))
    if redemptions:
        add_uses(
            redemptions,
            today,
            progress("Uses", redemptions),
            passports_from=passports_from,
            offers_from=offers_from,
        )
    forget_pages()
    forget_counts()  # uses of the last year have come into months that may be closed
