"""The prepared query gives what the ORM would give."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import OuterRef
from django.utils import timezone

from businesses.members.models import Business, Device
from businesses.offers.models import Offer
from passport_site.core.json_sql import JsonArray, JsonRows
from passport_site.core.model_json import ModelAsJson
from passport_site.core.models import AuditEvent
from passport_site.core.prepared import Prepared, PreparedObject
from tests.factories import BusinessFactory, OfferFactory
from tests.factories_tills import a_till

pytestmark = pytest.mark.django_db


def starting(slug: str, day: date):
    offers = Offer.objects.filter(business=OuterRef("pk"), starts_on__lte=day)
    return Business.objects.filter(slug=slug).values_list(
        JsonArray("name", "sandbox"), JsonRows(offers, JsonArray("starts_on", "title_en", "ends_on"))
    )


def test_the_rows_of_the_database_for_each_value():
    prepared = Prepared(starting("<slug>", date(1901, 2, 3)), {"slug": "<slug>", "day": date(1901, 2, 3)})
    for slug, day in (("one", date(2026, 1, 5)), ("two", date(2026, 1, 9))):
        business = BusinessFactory(slug=slug, name=f"Shop “{slug}”")
        OfferFactory(business=business, starts_on=day, title_en='10% "off"')
        OfferFactory(business=business, starts_on=day, title_en="B", ends_on=date(2027, 1, 1))
    for _ in range(2):
        shop, offers = prepared.row({"slug": "two", "day": date(2026, 1, 9)})
        assert (shop[0], bool(shop[1])) == ("Shop “two”", False)
        assert sorted(offers) == [["2026-01-09", '10% "off"', None], ["2026-01-09", "B", "2027-01-01"]]
    shop, offers = prepared.row({"slug": "one", "day": date(2026, 1, 4)})
    assert shop[0] == "Shop “one”"
    assert not offers
    assert prepared.row({"slug": "' OR 1=1 --", "day": date(2030, 1, 1)}) is None


def test_a_placeholder_that_is_not_in_the_query_is_a_mistake():
    with pytest.raises(ValueError, match="town"):
        Prepared(starting("<slug>", date(1901, 2, 3)), {"slug": "<slug>", "town": "<town>"})


def test_an_object_is_what_the_orm_would_give():
    device, _token = a_till()
    Device.objects.filter(pk=device.pk).update(last_seen_at=timezone.now())
    of = Device.objects.filter(name="<name>")
    found = PreparedObject(of, ("branch", "branch__business", "api_key"), {"name": "<name>"}).one(
        name=device.name
    )
    orm = Device.objects.select_related("branch__business").get(pk=device.pk)
    for mine, theirs in (
        (found, orm),
        (found.branch, orm.branch),
        (found.branch.business, orm.branch.business),
    ):
        for field in type(theirs)._meta.concrete_fields:
            assert getattr(mine, field.attname) == getattr(theirs, field.attname), field
    assert found.api_key is None


def test_a_column_that_was_not_asked_for_is_read_when_it_is_needed(django_assert_num_queries):
    device, _token = a_till()
    few = ModelAsJson(Device, {"": ("id", "language")})
    prepared = Prepared(Device.objects.filter(name="<n>").values_list(few.expression()), {"n": "<n>"})
    found = few.made(prepared.row({"n": device.name})[0])
    with django_assert_num_queries(1):
        assert found.name == device.name


def test_columns_with_a_form_of_their_own_are_refused():
    with pytest.raises(TypeError, match="form of its own"):
        ModelAsJson(AuditEvent, {"": None})  # holds JSON
