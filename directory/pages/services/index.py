"""Keeps the search text of business pages true to their business, branches and offers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from django.utils.html import strip_tags

from businesses.members.public import place_words
from businesses.offers.public import offer_words
from directory.pages.domain.search import fold, search_text
from directory.pages.models import BusinessPage

CHUNK = 500


def refresh_search_text(*, business_ids: Iterable[int] | None = None) -> int:
    """Writes `search_text` and `sort_name` of the pages of these businesses, or of all. Answers how
    many it wrote.

    Safe to repeat. Signals call it for single changes; bulk writes (seeds, imports) call it once at
    their end.
    """
    pages = BusinessPage.objects.select_related("business__category").order_by("pk")
    if business_ids is not None:
        pages = pages.filter(business_id__in=list(business_ids))
    written = 0
    rows = pages.iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        written += _write(chunk)
    return written


def _write(pages: list[BusinessPage]) -> int:
    ids = {page.business_id for page in pages}
    offers, places = offer_words(ids), place_words(ids)
    for page in pages:
        category = page.business.category
        page.sort_name = fold(page.title)[:255]
        page.search_text = search_text([
            page.title,
            page.business.name,
            category.name_en,
            category.name_cy,
            *places.get(page.business_id, ()),
            page.intro,
            *offers.get(page.business_id, ()),
            page.welcome,
            *(strip_tags(text) for text in page.body.stream_block.get_searchable_content(page.body)),
        ])  # fmt: skip
    BusinessPage.objects.bulk_update(pages, ["search_text", "sort_name"])
    return len(pages)
