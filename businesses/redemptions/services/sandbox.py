"""The sandbox: one test shop with a published key, where only the published test cards work.

Everybody may use it, so nothing in it is anybody’s, nothing is counted, and every night it is made as new.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from businesses.members.domain.tokens import API_MARK, hash_of
from businesses.members.models import ApiKey, Branch, Business, Category, Device
from businesses.members.services import create_key, device_for_key
from businesses.offers.models import Offer
from passport_site.core.errors import RuleBroken
from passport_site.core.hashing import keyed_hash
from passport_site.scheme.models import Area
from passports.cards import public as cards

from ..models import Redemption, RedemptionVoid, Scan
from .redeeming import redeem_offer

SLUG = "sandbox"
SCOPES = ("check", "redeem", "void", "upload")
PUBLISHED = "Published key"
BY = "system:sandbox"
OFFERS: dict[str, dict[str, Any]] = {
    "daily": {
        "title_en": "Test tea, once a day",
        "title_cy": "Te prawf, unwaith y dydd",
        "limit_kind": "day",
    },
    "once": {
        "title_en": "Test gift, once ever",
        "title_cy": "Anrheg prawf, unwaith yn unig",
        "limit_kind": "ever",
    },
    "always": {"title_en": "Test discount, 10%", "title_cy": "Gostyngiad prawf, 10%", "limit_kind": "none"},
    "adults": {
        "title_en": "Test drink, adults only",
        "title_cy": "Diod brawf, oedolion yn unig",
        "limit_kind": "none",
        "tag": "alcohol",
    },
}


@dataclass(frozen=True, slots=True)
class Sandbox:
    """What /developers/ publishes."""

    secret: str
    branch: Branch
    offers: dict[str, Offer]
    cards: dict[str, cards.TestCard]


def secret() -> str:
    """The published key: the same as long as the scheme’s secret is the same."""
    return API_MARK + keyed_hash("redemptions.sandbox", "key")[:44]


def is_everybodys(device: Device) -> bool:
    """Whether the published key acts through it: then nothing that it counts is of one till."""
    return device.api_key_id is not None and device.api_key.token_hash == hash_of(secret())


def find_sandbox() -> Sandbox | None:
    """The open sandbox; None until `manage.py sandbox` was run. Three queries."""
    branch = Branch.objects.filter(business__sandbox=True).order_by("pk").first()
    if branch is None:
        return None
    titles = {fields["title_en"]: name for name, fields in OFFERS.items()}
    offers = Offer.objects.filter(business=branch.business_id, title_en__in=titles).order_by("pk")
    return Sandbox(
        secret=secret(),
        branch=branch,
        offers={titles[offer.title_en]: offer for offer in offers},
        cards={card.kind: card for card in cards.test_cards()},
    )


@transaction.atomic
def open_sandbox(*, by: Any = BY) -> Sandbox:
    """Makes what is missing, forgets what was done there, and uses the once-ever offer up for one card.

    Raises RuleBroken while the scheme has no area.
    """
    area = Area.objects.order_by("pk").first()
    if area is None:
        raise RuleBroken("The scheme has no area yet.")
    business = _business()
    branch = business.branches.order_by("pk").first() or Branch.objects.create(
        business=business, name="Test branch", area=area
    )
    for fields in OFFERS.values():
        given = {
            "kind": "percentage",
            "value": 10,
            "starts_on": timezone.localdate(),
            "limit_count": 1,
        } | fields
        Offer.objects.get_or_create(business=business, title_en=fields["title_en"], defaults=given)
    published = ApiKey.objects.filter(business=business, name=PUBLISHED)
    published.exclude(token_hash=hash_of(secret())).delete()  # of another SECRET_KEY
    # one that was made before it had all scopes keeps its secret
    if not published.update(**{f"may_{scope}": True for scope in SCOPES}):
        create_key(business=business, branch=branch, name=PUBLISHED, scopes=SCOPES, by=by, secret=secret())
    cards.make_test_cards(area)
    _forget(business)
    sandbox = find_sandbox()
    _use_up(sandbox)
    return sandbox


def reset_sandbox() -> int:
    """The nightly job: forgets what was done there. Nothing where there is no sandbox."""
    business = Business.objects.filter(sandbox=True).first()
    if business is None:
        return 0
    rows = _count(business)
    open_sandbox()
    return rows


def _business() -> Business:
    business = Business.objects.filter(sandbox=True).first()
    if business is None:
        category = Category.objects.order_by("position", "pk").first()
        if category is None:
            category = Category.objects.create(slug="shops", name_en="Shops", name_cy="Siopau")
        business = Business.objects.create(
            sandbox=True, name="Test shop", slug=SLUG, category=category, shop_word="Sandcastle"
        )
    return business


def _count(business: Business) -> int:
    return Scan.objects.filter(branch__business=business).count()


def _forget(business: Business) -> None:
    """Scans and uses of the sandbox, in the order in which they hang on each other."""
    scans = Scan.objects.for_retention().filter(branch__business=business)
    scans.filter(redemption__isnull=True).delete()
    RedemptionVoid.objects.for_retention().filter(redemption__branch__business=business).delete()
    Redemption.objects.for_retention().filter(branch__business=business).delete()
    scans.delete()


def _use_up(sandbox: Sandbox) -> None:
    """The card that has reached its limit gets there as every card does."""
    redeem_offer(
        text=sandbox.cards["limit_reached"].number,
        offer_id=sandbox.offers["once"].pk,
        device=device_for_key(sandbox.secret),
        idempotency_key="sandbox",
    )
