"""What the other wings may know of businesses: frozen rows for showing. No people, no tills, no shop word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .models import Branch, BusinessStatus, Category

ACTIVE = BusinessStatus.ACTIVE.value


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category in the reader's language."""

    slug: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class BranchView:
    """One place of a business, with its area in the reader's language."""

    business_id: int
    name: str
    area_slug: str
    area: str
    town: str
    address: str
    postcode: str
    phone: str


def categories() -> list[CategoryView]:
    """All categories in the directory's order. One query."""
    return [CategoryView(row.slug, row.name, row.icon) for row in Category.objects.all()]


def branches_of(business_ids: Iterable[int]) -> dict[int, list[BranchView]]:
    """The branches of each of these businesses, in their own order, in one query."""
    found: dict[int, list[BranchView]] = defaultdict(list)
    rows = Branch.objects.filter(business_id__in=list(business_ids)).select_related("area")
    for row in rows.order_by("pk"):
        found[row.business_id].append(
            BranchView(
                row.business_id,
                row.name,
                row.area.slug,
                row.area.name,
                row.town,
                row.address,
                row.postcode,
                row.phone,
            )
        )
    return dict(found)


def place_words(business_ids: Iterable[int]) -> dict[int, list[str]]:
    """Branch names, towns, addresses and areas in both languages, for the directory's search text."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Branch.objects.filter(business_id__in=list(business_ids))
    wanted = ("business_id", "name", "town", "address", "postcode", "area__name_en", "area__name_cy")
    for business_id, *words in rows.values_list(*wanted):
        found[business_id] += [word for word in words if word]
    return dict(found)


def businesses_in(area_slug: str):
    """The ids of businesses with a branch in that area: a query to put into another one."""
    return Branch.objects.filter(area__slug=area_slug).values("business_id")


def category_names() -> dict[int, str]:
    """The number and name of every category, in the directory's order, for reports."""
    return {row.pk: row.name for row in Category.objects.all()}
