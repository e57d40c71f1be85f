"""`/business/`: an owner adds and takes off the tills of their own business, and of no other."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from businesses.members.models import Business, Enrolment, TeamMember
from businesses.members.services import create_enrolment, enrol_device
from tests.factories import BranchFactory, DeviceFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db
PLACE = "/business/"


def somebody_of(business: Business, role: str = "owner") -> Client:
    user = UserFactory(role="Business owner" if role == "owner" else "Till staff")
    TeamMember.objects.create(business=business, user=user, role=role)
    return signed_in(user)


@pytest.fixture
def branch():
    return BranchFactory()


@pytest.fixture
def owner(branch):
    return somebody_of(branch.business)


def wish(at, action: str, **fields) -> dict:
    return {"action": action, "business": at.business.pk} | fields


def test_an_owner_sees_word_branch_tills_and_open_invitations(owner, branch):
    DeviceFactory(branch=branch, name="Counter 1")
    DeviceFactory(name="Of another shop")
    create_enrolment(branch=branch, name="Upstairs tablet", by=owner.user)
    answer = owner.get(PLACE)
    html = answer.content.decode()
    for words in (branch.business.name, "Marigold", "Market Square", "Counter 1", "Upstairs tablet"):
        assert words in html
    assert "Of another shop" not in html
    assert "no-store" in answer.headers["Cache-Control"]


def test_an_invitation_is_shown_once_and_makes_a_till(owner, branch):
    html = owner.post(PLACE, wish(branch, "invite", branch=branch.pk, name="Counter 7")).content.decode()
    code = re.search(r'class="invited-code code">([^<]+)<', html)[1]
    assert f"/till/enrol#{code.replace('-', '')}" in html
    assert '<div class="invited-qr"><svg' in html
    assert code not in owner.get(PLACE).content.decode()
    device, _token = enrol_device(token=code)
    assert (device.branch, device.name) == (branch, "Counter 7")


def test_a_till_without_a_name_is_asked_for_it(owner, branch):
    html = owner.post(PLACE, wish(branch, "invite", branch=branch.pk, name=" ")).content.decode()
    assert "There is a problem" in html
    assert html.count("Give the till a name, like “Counter 1”") == 2  # in the summary and at the field
    assert not Enrolment.objects.exists()


def test_an_owner_takes_back_an_invitation_and_takes_off_a_till(owner, branch):
    device = DeviceFactory(branch=branch)
    enrolment, _code = create_enrolment(branch=branch, name="Counter 1", by=owner.user)
    assert owner.post(PLACE, wish(branch, "take_back", row=enrolment.pk)).status_code == 302
    assert owner.post(PLACE, wish(branch, "take_off", row=device.pk)).status_code == 302
    device.refresh_from_db()
    enrolment.refresh_from_db()
    assert device.revoked_by == owner.user
    assert enrolment.revoked_at


def test_the_owner_of_another_business_sees_and_changes_nothing(branch):
    device = DeviceFactory(branch=branch, name="Counter 1")
    enrolment, _code = create_enrolment(branch=branch, name="Counter 2", by="test")
    own = BranchFactory()
    other = somebody_of(own.business)
    html = other.get(PLACE).content.decode()
    assert branch.business.name not in html
    assert "Counter" not in html.replace("“Counter 1”", "")  # the field's example
    tries = [
        wish(branch, "take_off", row=device.pk),
        wish(own, "take_off", row=device.pk),
        wish(branch, "take_back", row=enrolment.pk),
        wish(own, "take_back", row=enrolment.pk),
        wish(branch, "invite", branch=branch.pk, name="Mine"),
    ]
    assert [other.post(PLACE, body).status_code for body in tries] == [404] * 5
    assert other.post(PLACE, wish(own, "invite", branch=branch.pk, name="Mine")).status_code == 200
    device.refresh_from_db()
    enrolment.refresh_from_db()
    assert (device.revoked_at, enrolment.revoked_at, Enrolment.objects.count()) == (None, None, 1)


def test_till_staff_see_the_tills_and_change_nothing(branch):
    device = DeviceFactory(branch=branch, name="Counter 1")
    staff = somebody_of(branch.business, "staff")
    html = staff.get(PLACE).content.decode()
    assert "Counter 1" in html
    assert 'name="action"' not in html
    assert staff.post(PLACE, wish(branch, "take_off", row=device.pk)).status_code == 404
    assert staff.post(PLACE, wish(branch, "invite", branch=branch.pk, name="Mine")).status_code == 404
    device.refresh_from_db()
    assert device.revoked_at is None


def test_others_are_told_kindly(branch):
    html = signed_in(UserFactory(role="Carer")).get(PLACE).content.decode()
    assert "You do not work for a business here" in html
    assert Client().get(PLACE).url.startswith("/account/login/")


@pytest.mark.parametrize("odd", ["abc", "", "-1", "9" * 30, "\u0663"])
def test_odd_numbers_are_not_found(owner, branch, odd):
    assert owner.post(PLACE, wish(branch, "take_off", row=odd)).status_code == 404
    assert owner.post(PLACE, {"action": "take_off", "business": odd, "row": "1"}).status_code == 404


def test_the_till_leads_its_owner_there(owner, branch, settings):
    from tests.factories_tills import a_till

    _device, token = a_till(branch)
    owner.cookies["till"] = token
    assert 'href="/business/"' in owner.get("/till/").content.decode()
    stranger = Client()
    stranger.cookies["till"] = token
    assert 'href="/business/"' not in stranger.get("/till/").content.decode()
