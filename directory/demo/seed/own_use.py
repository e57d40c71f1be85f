"""Offers that need no scanner: two shops with a till barcode, and codes of an online shop that are nearly gone."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.db.models import F

from businesses.members.models import Business
from businesses.offers.models import Offer, OfferCode
from businesses.offers.services.codes import add_codes
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import take_back_own, use_own
from directory.demo.content.types import Words
from passport_site.core import audit
from passports.cards.models import Passport

BY = "system:demo"
BARCODES = {
    ("seedling-and-sons", "percentage"): ("ean13", "5012345678900"),
    ("thimble-and-rye", ""): ("code128", "THIMBLE-AND-RYE/CARER-PASSPORT-10"),
}
"""Shop and kind of its offer (any when empty): what its till reads."""
ONLINE = "kettle-and-thrush"
TITLE = Words("£3 off tea by post", "£3 oddi ar de drwy’r post")
TERMS = Words(
    "In our online shop. Type the code when you pay.", "Yn ein siop ar-lein. Teipiwch y cod wrth dalu."
)
CODES, LEFT = 15, 4
AGO = timedelta(minutes=40)


def seed_own_use(today: date, rng: random.Random) -> str:
    """The offers and some of the codes given, unless they are there."""
    if OfferCode.objects.exists():
        return "there already"
    for (slug, kind), (barcode_kind, barcode) in BARCODES.items():
        offers = Offer.objects.filter(business__slug=slug, status="live").order_by("pk")
        offer = (offers.filter(kind=kind) if kind else offers).first()
        Offer.objects.filter(pk=offer.pk).update(how="barcode", barcode_kind=barcode_kind, barcode=barcode)
    offer = _online(today)
    text = "\n".join(f"TEA-{rng.randrange(10**5, 10**6)}-{number:02d}" for number in range(CODES))
    add_codes(offer=offer, text=text, by=BY)
    given = _give(offer)
    return f"{len(BARCODES)} barcodes, {given} of {CODES} codes given"


def _online(today: date) -> Offer:
    business = Business.objects.get(slug=ONLINE)
    offer = Offer.objects.create(
        business=business, title_en=TITLE.en, title_cy=TITLE.cy, terms_en=TERMS.en, terms_cy=TERMS.cy,
        kind="amount", value=300, limit_kind="month", how="code", starts_on=today - timedelta(days=20),
    )  # fmt: skip
    audit.record("offer.created", on=offer, by=BY, business=business.pk)
    return offer


def _give(offer: Offer) -> int:
    """Codes for those who sign in, the café's regular first; the second one gives theirs back."""
    holders = (
        Passport.objects.filter(status="active")
        .exclude(user=None)
        .exclude(kind="young")
        .select_related("user")
    )
    users = [passport.user for passport in holders.order_by("pk")]
    users.sort(key=lambda user: user.email != "priya@post.example")
    given = 0
    for user in users:
        if given == CODES - LEFT:
            break
        told = use_own(user=user, offer=Offer.objects.get(pk=offer.pk))
        if told.accepted and (given := given + 1) == 2:
            take_back_own(user=user, redemption=Redemption.objects.get(pk=told.redemption))
    for rows in (Redemption.objects.filter(offer=offer), Scan.objects.filter(offer=offer)):
        rows.for_retention().update(
            created_at=F("created_at") - AGO
        )  # so that none of them is on a screen now
    return given
