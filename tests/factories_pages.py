"""A site tree and businesses in it, for tests of the public pages."""

from __future__ import annotations

from itertools import count

from businesses.members.models import Business
from directory.pages.models import BusinessPage, DirectoryPage
from directory.pages.services import publish_business_page
from tests.factories import AreaFactory, BranchFactory, BusinessFactory, CategoryFactory, OfferFactory

BY = "system:test"
_numbers = count(1)


def listed(
    name: str = "",
    *,
    area: str = "arlen-vale",
    category: str = "food-and-drink",
    offers: tuple[dict, ...] = ({},),
    branch: dict | None = None,
    page: dict | None = None,
    **fields,
) -> Business:
    """A business with a branch, offers and published pages in both languages."""
    number = next(_numbers)
    business = BusinessFactory(
        name=name or f"Place {number}",
        slug=f"place-{number}",
        category=CategoryFactory(slug=category, name_en=category, name_cy=f"{category}-cy"),
        **fields,
    )
    in_area = AreaFactory(slug=area, name_en=area, name_cy=f"{area}-cy", sectors=[f"AJ{number % 90 + 1} 1"])
    BranchFactory(business=business, area=in_area, **(branch or {}))
    for offer in offers:
        OfferFactory(business=business, **offer)
    publish_business_page(
        business=business, by=BY, **({"intro_en": "A quiet place.", "intro_cy": "Lle tawel."} | (page or {}))
    )
    return business


def page_of(business: Business, language: str = "en") -> BusinessPage:
    """The business's page in that language."""
    return BusinessPage.objects.get(business=business, locale__language_code=language)


def quickly_listed(directory: DirectoryPage, number: int, *, start: int = 0) -> None:
    """Businesses “Café 00”, “Café 01”, … with two offers each, English pages only, without history."""
    area, category = AreaFactory(), CategoryFactory()
    for count_ in range(start, start + number):
        business = BusinessFactory(name=f"Café {count_:02}", slug=f"cafe-{count_}", category=category)
        BranchFactory(business=business, area=area)
        OfferFactory.create_batch(2, business=business)
        directory.add_child(
            instance=BusinessPage(business=business, title=business.name, slug=business.slug, live=True)
        )
