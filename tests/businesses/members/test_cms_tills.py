"""The tills of a business in the CMS: a commissioner invites, takes back and takes off; nobody else may."""

from __future__ import annotations

import re

import pytest

from businesses.members.models import Enrolment
from businesses.members.services import create_enrolment, enrol_device
from tests.factories import BranchFactory, DeviceFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch():
    return BranchFactory()


@pytest.fixture
def address(branch):
    return f"/cms/businesses/tills/{branch.business.pk}/"


@pytest.fixture
def officer():
    return signed_in(UserFactory(role="Commissioner"))


def test_an_invitation_shows_code_and_qr_once_and_works(officer, branch, address):
    sent = officer.post(address, {"action": "invite", "branch": branch.pk, "name": "Counter 7"})
    html = sent.content.decode()
    code = re.search(r'class="passport-code">([^<]+)<', html)[1]
    assert '<div class="passport-qr"><svg' in html
    assert f"/till/enrol#{code.replace('-', '')}" in html
    later = officer.get(address).content.decode()
    assert "Counter 7" in later
    assert code not in later
    device, _token = enrol_device(token=code)
    assert (device.branch, device.name) == (branch, "Counter 7")


def test_an_invitation_without_a_name_is_asked_for_it(officer, branch, address):
    assert officer.post(address, {"action": "invite", "branch": branch.pk, "name": ""}).status_code == 200
    assert not Enrolment.objects.exists()


def test_an_invitation_can_be_taken_back(officer, branch, address):
    enrolment, _code = create_enrolment(branch=branch, name="Counter 1", by="test")
    for _ in range(2):  # the second time says so and changes nothing
        assert officer.post(address, {"action": "take_back", "row": enrolment.pk}).status_code == 302
    enrolment.refresh_from_db()
    assert enrolment.revoked_at


def test_a_till_can_be_taken_off(officer, branch, address):
    device = DeviceFactory(branch=branch)
    officer.post(address, {"action": "take_off", "row": device.pk})
    device.refresh_from_db()
    assert device.revoked_by == officer.user


def test_the_page_of_one_business_reaches_no_other(officer, address):
    device = DeviceFactory()
    assert officer.post(address, {"action": "take_off", "row": device.pk}).status_code == 404
    device.refresh_from_db()
    assert device.revoked_at is None


@pytest.mark.parametrize("role", ["Assessor", "Editor", "Privacy officer", "Administrator"])
def test_other_roles_are_refused_and_cannot_tell_which_businesses_there_are(role, branch, address):
    device = DeviceFactory(branch=branch)
    client = signed_in(UserFactory(role=role))
    answers = [client.get(address), client.get("/cms/businesses/tills/999999/")]
    answers.append(client.post(address, {"action": "take_off", "row": device.pk}))
    assert {(answer.status_code, answer.headers.get("Location")) for answer in answers} == {(302, "/cms/")}
    device.refresh_from_db()
    assert device.revoked_at is None


@pytest.mark.parametrize("odd", ["abc", "", "-1", "9" * 30, "1 OR 1", "\u0663"])
def test_odd_numbers_are_not_found(officer, address, odd):
    assert officer.get(f"/cms/businesses/tills/{odd or 'x'}/").status_code == 404
    for action in ("take_off", "take_back"):
        assert officer.post(address, {"action": action, "row": odd}).status_code == 404
