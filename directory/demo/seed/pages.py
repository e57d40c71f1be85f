"""The public pages, through the room’s own services: the tree, every guidance page and every business, in both languages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from unittest.mock import patch

from django.conf import settings
from django.db.models import Max
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update

from businesses.members.models import Business
from directory.demo.content import guidance_cy, guidance_en
from directory.demo.content.businesses import BUSINESSES
from directory.pages.models import BusinessPage, GuidancePage, Topic
from directory.pages.services import (
    ensure_site_tree,
    forget_pages,
    publish_business_page,
    publish_guidance_page,
    refresh_search_text,
)

from .clock import at, moment
from .people import the

TOPICS: dict[str, tuple[Topic, str]] = {
    "am-i-a-carer": (Topic.START, "people"),
    "what-the-passport-gives-you": (Topic.START, "counter"),
    "how-to-apply": (Topic.START, "phone"),
    "young-carers": (Topic.START, "school"),
    "money-and-benefits": (Topic.MONEY, "table"),
    "taking-a-break": (Topic.MONEY, "tea"),
    "your-health": (Topic.DAILY, "walk"),
    "working-and-caring": (Topic.DAILY, "table"),
    "if-there-is-an-emergency": (Topic.CHANGES, "umbrella"),
    "when-caring-changes-or-ends": (Topic.CHANGES, "signpost"),
    "check-a-card-in-ten-seconds": (Topic.SHOPS, "counter"),
}


def seed_pages(today: date, rng: random.Random) -> str:
    """What is missing. Pages that somebody has edited since are not written again."""
    commissioner = the("commissioner")
    with _indexed_once():
        ensure_site_tree(
            by="system:seed_demo"
        )  # the commissioner may publish only once the tree gives her the right
        _guidance(today, commissioner, rng)
        _businesses(today, commissioner, rng)
    forget_pages()
    return f"{len(guidance_en.PAGES)} guidance pages, {len(BUSINESSES)} business pages, each in two languages"


@contextmanager
def _indexed_once() -> Iterator[None]:
    """Search and reference indexes are written once at the end instead of at each of a page’s four saves."""
    first_new = (Page.objects.aggregate(top=Max("pk"))["top"] or 0) + 1
    search = patch.dict(settings.WAGTAILSEARCH_BACKENDS["default"], {"AUTO_UPDATE": False})
    with search, disable_reference_index_auto_update(), patch("directory.pages.signals.refresh_search_text"):
        yield
    refresh_search_text()
    for page in Page.objects.filter(pk__gte=first_new).specific():
        for backend in get_search_backends(with_auto_update=True):
            backend.add(page)
        ReferenceIndex.create_or_update_for_object(page)


def _guidance(today: date, by, rng: random.Random) -> None:
    welsh = {page.slug: page for page in guidance_cy.PAGES}
    there = set(GuidancePage.objects.values_list("slug", flat=True))
    for page in guidance_en.PAGES:
        if page.slug in there:
            continue
        topic, picture = TOPICS[page.slug]
        checked = today - timedelta(days=rng.randrange(5, 120))
        with at(moment(checked, rng, 9, 17)):
            publish_guidance_page(
                slug=page.slug,
                english=page,
                welsh_text=welsh[page.slug],
                topic=topic,
                picture=picture,
                checked_on=checked,
                by=by,
            )


def _businesses(today: date, by, rng: random.Random) -> None:
    rows = {business.slug: business for business in Business.objects.all()}
    there = set(BusinessPage.objects.values_list("business_id", flat=True))
    for written in BUSINESSES:
        business = rows[written.slug]
        if business.pk in there:
            continue
        with at(business.created_at + timedelta(days=2)):
            publish_business_page(
                business=business,
                by=by,
                intro_en=written.description.en,
                intro_cy=written.description.cy,
                welcome_en=written.welcome.en,
                welcome_cy=written.welcome.cy,
                title_cy=written.name_cy,
            )
