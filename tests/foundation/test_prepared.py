"""The prepared query gives what the ORM would give."""

from __future__ import annotations

from datetime import date

import pytest

from businesses.members.models import Business
from passport_site.core.prepared import Prepared
from tests.factories import BusinessFactory, OfferFactory

pytestmark = pytest.mark.django_db


def starting(slug: str, day: date):
    found = Business.objects.filter(slug=slug, offers__starts_on__lte=day)
    return found.order_by("offers__pk").values("name", "offers__starts_on")


def test_the_same_rows_as_from_the_orm_for_each_value():
    prepared = Prepared(starting("<slug>", date(1901, 2, 3)), {"slug": "<slug>", "day": date(1901, 2, 3)})
    for slug, day in (("one", date(2026, 1, 5)), ("two", date(2026, 1, 9))):
        business = BusinessFactory(slug=slug, name=f"Shop {slug}")
        OfferFactory(business=business, starts_on=day)
    for slug, day in (("one", date(2026, 1, 5)), ("one", date(2026, 1, 4)), ("two", date(2026, 1, 9))):
        assert list(prepared.rows(slug=slug, day=day)) == list(starting(slug, day))
    assert list(prepared.rows(slug="' OR 1=1 --", day=date(2030, 1, 1))) == []


def test_a_placeholder_that_is_not_in_the_query_is_a_mistake():
    with pytest.raises(ValueError, match="town"):
        Prepared(starting("<slug>", date(1901, 2, 3)), {"slug": "<slug>", "town": "<town>"})
