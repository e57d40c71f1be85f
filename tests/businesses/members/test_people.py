"""The people of a business: what is held about them, and how they are forgotten."""

from __future__ import annotations

import pytest

from businesses.members.models import Business, TeamMember
from passport_site.accounts import erasure, my_data
from tests.factories import BusinessFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_somebody_who_works_for_a_business_sees_it_and_is_forgotten_there():
    user, colleague = UserFactory(), UserFactory()
    business = BusinessFactory(name="Copper Kettle")
    for one, role in ((user, "owner"), (colleague, "staff")):
        TeamMember.objects.create(business=business, user=one, role=role)

    assert my_data.COLLECTORS["members"](user) == {
        "Businesses you work for": [{"Business": "Copper Kettle", "Role": "Owner"}]
    }
    assert erasure.ERASERS["members"](user) == 1

    assert list(TeamMember.objects.values_list("user", flat=True)) == [colleague.pk]
    assert Business.objects.filter(pk=business.pk).exists()
    assert my_data.COLLECTORS["members"](user) == {}
