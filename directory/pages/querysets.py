"""Reads of business pages, as adjectives."""

from __future__ import annotations

from datetime import date

from wagtail.query import PageQuerySet

from businesses.members.public import ACTIVE, businesses_in
from businesses.offers.public import businesses_with_offers
from directory.pages.domain.search import query_words


class BusinessPageQuerySet(PageQuerySet):
    """Filters that can be put one behind the other; each stays one query, whatever the number of rows."""

    def public_now(self) -> BusinessPageQuerySet:
        """Published, not behind a restriction, and of a business that takes part."""
        return self.live().public().filter(business__status=ACTIVE)

    def giving(self, day: date, audience: str = "") -> BusinessPageQuerySet:
        """Of businesses that have a live offer for that audience (`""`, `adult` or `young`) on that day."""
        return self.filter(business_id__in=businesses_with_offers(day, audience))

    def in_area(self, slug: str) -> BusinessPageQuerySet:
        """Of businesses with a branch in that area."""
        return self.filter(business_id__in=businesses_in(slug))

    def in_category(self, slug: str) -> BusinessPageQuerySet:
        """Of businesses in that category."""
        return self.filter(business__category__slug=slug)

    def matching(self, typed: str) -> BusinessPageQuerySet:
        """Pages that hold every word, anywhere. Nothing matches signs without a letter or digit, like `%`."""
        words = query_words(typed)
        if typed.strip() and not words:
            return self.none()
        found = self
        for word in words:
            found = found.filter(search_text__contains=word)
        return found
