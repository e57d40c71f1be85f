"""Roles are written in one place, and the database says the same after every migrate (quality bar 7)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from passport_site.accounts import roles
from passport_site.accounts.roles import ROLES, give_role, is_staff_member, sync_roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

NAMED = sorted({name for role in ROLES for name in role.permissions})
# What only a superuser may do: no role grants it, and a role that did would fail here.
NEVER = [
    "auth.add_group",
    "auth.change_group",
    "auth.change_permission",
    "core.add_auditevent",
    "core.change_auditevent",
    "core.delete_auditevent",
    "redemptions.delete_redemption",
    "redemptions.change_redemption",
    "redemptions.change_scan",
    "cards.delete_passport",
    "applications.change_application",
    "applications.delete_application",
    "wagtailcore.change_site",
]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_each_cell_of_the_matrix(role):
    person = UserFactory(role=role.name)

    held = {name for name in NAMED + NEVER if person.has_perm(name)}

    assert held == set(role.permissions)


def test_nobody_without_a_role_may_do_anything():
    assert not any(UserFactory().has_perm(name) for name in NAMED)


def test_a_closed_account_may_do_nothing():
    person = UserFactory(role="Administrator", is_active=False)

    assert not any(person.has_perm(name) for name in NAMED)


def test_a_role_changed_by_hand_is_put_right():
    group = Group.objects.get(name="Carer")
    group.permissions.add(Permission.objects.get(codename="access_admin"))

    sync_roles()

    assert list(group.permissions.all()) == []


def test_wagtails_own_groups_hold_no_people_and_no_rights():
    """Wagtail's first migration makes Editors and Moderators; our roles replace them."""
    for name in ("Editors", "Moderators"):
        group = Group.objects.filter(name=name).first()
        assert group is None or not group.user_set.exists()


def test_a_permission_that_does_not_exist_stops_the_migrate_with_its_name(monkeypatch):
    wrong = replace(roles.CARER, permissions=("cards.fly",))
    monkeypatch.setattr(roles, "ROLES", (wrong,))

    with pytest.raises(LookupError, match=r"Role Carer .* cards\.fly"):
        sync_roles()


def test_roles_are_brought_up_to_date_by_migrate():
    Group.objects.get(name="Assessor").permissions.clear()

    call_command("migrate", "core", verbosity=0)

    assert Group.objects.get(name="Assessor").permissions.exists()


def test_giving_a_role_twice_is_harmless():
    person = UserFactory(role="Carer")
    give_role(person, roles.CARER)

    assert person.groups.count() == 1


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_who_counts_as_staff(role):
    assert is_staff_member(UserFactory(role=role.name)) == role.staff


def test_whoever_may_enter_the_cms_is_staff():
    """Otherwise the gate would let them in without a second factor."""
    assert all(role.staff for role in ROLES if roles.CMS in role.permissions)


def test_superusers_need_a_second_factor_too():
    assert is_staff_member(UserFactory(is_superuser=True))
