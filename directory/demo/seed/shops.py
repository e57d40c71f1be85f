"""Businesses with their branches, offers, teams and tills. Each is made once; what was changed since is kept."""

from __future__ import annotations

import random
from datetime import date, timedelta

from django.utils import timezone

from businesses.members.domain.tokens import hash_of
from businesses.members.models import Branch, Business, Category, Device, Enrolment, TeamMember
from businesses.members.services import create_enrolment
from businesses.offers.models import Offer
from directory.demo.content import types
from directory.demo.content.businesses import BUSINESSES
from directory.demo.content.categories import CATEGORY_ICONS, CATEGORY_NAMES
from directory.demo.content.people import BUSINESS_PEOPLE
from directory.demo.till import FIRST_TILL, till_token
from passport_site.core import audit
from passport_site.scheme.models import Area

from .clock import at, moment
from .people import the

BY = "system:seed_demo"
MORE_TILLS = ("Counter phone", "Front desk", "Tablet by the door")
WELSH_TILLS = {"bwyd-bronwen", "siop-y-gornel"}
JOINED_AGO = (370, 620)
"""Days since a business joined, most and least: all before the first of the year’s uses."""


def seed_shops(today: date, rng: random.Random) -> str:
    """Everything on the shops’ side but pages and uses."""
    categories = make_categories()
    areas = {area.slug: area for area in Area.objects.all()}
    for written in BUSINESSES:
        if Business.objects.filter(slug=written.slug).exists():
            continue
        joined = moment(today - timedelta(days=rng.randrange(*JOINED_AGO)), rng, 9, 17)
        with at(joined):
            business = _business(written, categories, areas)
        _offers(business, written, today, joined)
        _tills(business, joined, rng)
    _teams()
    _invitation()
    return f"{len(BUSINESSES)} businesses, {sum(len(b.offers) for b in BUSINESSES)} offers"


def make_categories() -> dict[str, Category]:
    """All categories by short name; those that are missing are made."""
    for position, (slug, name) in enumerate(CATEGORY_NAMES.items()):
        Category.objects.get_or_create(
            slug=slug,
            defaults={
                "name_en": name.en,
                "name_cy": name.cy,
                "icon": CATEGORY_ICONS[slug],
                "position": position,
            },
        )
    return {category.slug: category for category in Category.objects.all()}


def _business(written: types.Business, categories: dict[str, Category], areas: dict[str, Area]) -> Business:
    business = Business.objects.create(
        name=written.name,
        slug=written.slug,
        category=categories[written.category],
        shop_word=written.shop_word,
        website=written.website,
        email=written.email,
        phone=written.phone,
    )
    Branch.objects.create(
        business=business, name=written.town, area=areas[written.area], town=written.town,
        address=written.address, postcode=written.postcode, phone=written.phone,
    )  # fmt: skip
    for branch in written.branches:
        Branch.objects.create(
            business=business, name=branch.name.en, area=areas[branch.area], town=branch.town,
            address=branch.address, postcode=branch.postcode, phone=branch.phone,
        )  # fmt: skip
    audit.record("business.created", on=business, by=BY)
    return business


def _offers(business: Business, written: types.Business, today: date, joined) -> None:
    for offer in written.offers:
        starts = today + timedelta(days=offer.starts)
        row = Offer.objects.create(
            business=business,
            title_en=offer.title.en,
            title_cy=offer.title.cy,
            terms_en=offer.terms.en,
            terms_cy=offer.terms.cy,
            kind=offer.kind,
            value=offer.value,
            who=offer.who,
            companion=offer.companion,
            limit_kind=offer.limit,
            limit_count=offer.number or 1,
            offline=_offline(offer),
            tag=offer.tags[0] if offer.tags else "",
            starts_on=starts,
            ends_on=None if offer.ends is None else today + timedelta(days=offer.ends),
            status=offer.status,
            created_at=max(joined, min(timezone.now(), joined + timedelta(days=max(0, offer.starts + 365)))),
        )
        audit.record("offer.created", on=row, by=BY, business=business.pk)


def _offline(offer: types.Offer) -> str:
    """What costs little is given without a connection too, what is for once or for few is not."""
    if offer.limit in ("ever", "total"):
        return "no"
    return "yes" if offer.kind in ("priority", "space") else "once"


def _tills(business: Business, joined, rng: random.Random) -> None:
    """A demo till for each branch, and a second one for some, with one long gone."""
    language = "cy" if business.slug in WELSH_TILLS else "en"
    for branch in business.branches.all():
        enrolled = joined + timedelta(days=rng.randrange(1, 5))
        seen = timezone.now() - timedelta(minutes=rng.randrange(3, 60 * 30))
        shared = {"branch": branch, "language": language, "created_at": enrolled}
        Device.objects.create(
            name=FIRST_TILL, token_hash=hash_of(till_token(branch)), last_seen_at=seen, **shared
        )
        if rng.random() < 0.25:
            Device.objects.create(
                name=rng.choice(MORE_TILLS),
                token_hash=hash_of(f"{till_token(branch)} two"),
                last_seen_at=seen - timedelta(hours=rng.randrange(1, 400)),
                **shared,
            )
    if business.slug == "kettle-and-thrush":
        lost = timezone.now() - timedelta(days=31)
        Device.objects.create(
            branch=business.branches.first(), name="Old phone", token_hash=hash_of(f"{till_token(business.branches.first())} old"),
            created_at=joined + timedelta(days=3), last_seen_at=lost - timedelta(days=2), revoked_at=lost, revoked_by=the("owner"),
        )  # fmt: skip


def _teams() -> None:
    for person in BUSINESS_PEOPLE:
        business = Business.objects.get(slug=person.business)
        role = "owner" if person.role == "Business owner" else "staff"
        TeamMember.objects.get_or_create(business=business, user=the(person.key), defaults={"role": role})


def _invitation() -> None:
    """An invitation for a second till at the café that waits to be used, as an owner would have left it."""
    branch = Branch.objects.filter(business__slug="kettle-and-thrush").order_by("pk").first()
    if branch is not None and not Enrolment.objects.filter(branch=branch).exists():
        create_enrolment(branch=branch, name="Upstairs tablet", by=the("owner"))
