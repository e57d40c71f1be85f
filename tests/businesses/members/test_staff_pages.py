"""`/business/staff/` and its twin in the CMS: an owner chooses how tills ask and who may be chosen, for no other business."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from businesses.members.models import StaffMember
from businesses.members.services import add_staff
from businesses.members.services.staff import pin_fits
from businesses.redemptions.services import redeem_offer, void_redemption
from tests.businesses.members.test_owner_page import somebody_of
from tests.factories import BranchFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_staff import BY, asks_who
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, sent

pytestmark = pytest.mark.django_db
PLACE = "/business/staff/"


@pytest.fixture
def branch():
    return BranchFactory()


@pytest.fixture(params=["owner", "officer"])
def place(request, branch):
    """Who sends, and where: the owner at /business/staff/, a commissioner in the CMS."""
    if request.param == "owner":
        return somebody_of(branch.business), PLACE
    return signed_in(UserFactory(role="Commissioner")), f"/cms/businesses/staff/{branch.business.pk}/"


def send(place, branch, action: str, **fields):
    client, address = place
    return client.post(address, {"action": action, "business": branch.business.pk} | fields)


def shown_pin(html: str) -> str:
    return re.search(r'(?:invited-code code|passport-code)">(\d+)<', html)[1]


def test_the_owner_chooses_how_the_tills_ask(place, branch):
    assert send(place, branch, "mode", mode="pin").status_code == 302
    branch.business.refresh_from_db()
    assert branch.business.staff_mode == "pin"
    html = place[0].get(place[1]).content.decode()
    assert re.search(r'value="pin"[^>]*checked', html)
    assert "The list is empty, so the till asks nobody." in html
    assert send(place, branch, "mode", mode="fingers").status_code == 200
    branch.business.refresh_from_db()
    assert branch.business.staff_mode == "pin"


def test_initials_are_added_and_removed(place, branch):
    assert send(place, branch, "add", initials="r.h.").status_code == 302
    member = branch.business.staff.get()
    assert (member.initials, member.pin_hash) == ("RH", "")
    assert "in the list already" in send(place, branch, "add", initials="RH").content.decode()
    assert "1 to 4 letters, like RH" in send(place, branch, "add", initials="R2D2").content.decode()
    assert send(place, branch, "remove", row=member.pk).status_code == 302
    assert not branch.business.staff.exists()


def test_a_pin_is_shown_once_and_a_new_one_ends_it(place, branch):
    send(place, branch, "mode", mode="pin")
    first = shown_pin(send(place, branch, "add", initials="RH").content.decode())
    member = branch.business.staff.get()
    assert pin_fits(member, first)
    html = place[0].get(place[1]).content.decode()
    assert "Has a PIN" in html
    assert not re.search(r"(?:invited-code|passport-code)", html)
    second = shown_pin(send(place, branch, "new_pin", row=member.pk).content.decode())
    member.refresh_from_db()
    assert pin_fits(member, second)
    assert first == second or not pin_fits(member, first)


def test_their_own_pin_may_be_typed_but_not_an_easy_one(place, branch):
    send(place, branch, "mode", mode="pin")
    assert "easy to guess" in send(place, branch, "add", initials="RH", pin="1234").content.decode()
    assert shown_pin(send(place, branch, "add", initials="RH", pin="258013").content.decode()) == "258013"


def test_who_came_before_pins_were_asked_for_has_none_yet(place, branch):
    add_staff(business=branch.business, initials="RH", by=BY)
    send(place, branch, "mode", mode="pin")
    html = place[0].get(place[1]).content.decode()
    assert "No PIN yet" in html
    assert "Nobody has a PIN yet, so the till asks nobody." in html


def test_nobody_reaches_the_staff_of_another_business(place, branch):
    other = BranchFactory()
    member = asks_who(other.business)["RH"]
    for action in ("remove", "new_pin"):
        assert send(place, branch, action, row=member.pk).status_code == 404
        assert send(place, branch, action, row="x").status_code == 404
    assert StaffMember.objects.filter(pk=member.pk, pin_hash="").exists()


def test_an_owner_names_no_other_business(branch):
    other, client = BranchFactory(), somebody_of(branch.business)
    for action in ("mode", "add"):
        fields = {"action": action, "business": other.business.pk, "mode": "pin", "initials": "RH"}
        assert client.post(PLACE, fields).status_code == 404
    other.business.refresh_from_db()
    assert other.business.staff_mode == "none"


def test_till_staff_and_strangers_have_no_such_page(branch, client):
    at_the_till = somebody_of(branch.business, "staff")
    assert at_the_till.get(PLACE)["Location"] == "/business/"
    for action in ("mode", "add"):
        sent_by = {"action": action, "business": branch.business.pk, "mode": "pin", "initials": "RH"}
        assert at_the_till.post(PLACE, sent_by).status_code == 404
        assert client.post(PLACE, sent_by).status_code == 302  # to sign in
    assert not branch.business.staff.exists()
    assessor = signed_in(UserFactory(role="Assessor"))
    assessor.post(f"/cms/businesses/staff/{branch.business.pk}/", {"action": "add", "initials": "RH"})
    assert not branch.business.staff.exists()


def rows_of(html: str) -> list[list[str]]:
    table = re.search(r'<table class="served">.*?<tbody>(.*?)</tbody>', html, re.S)
    if table is None:
        return []
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in table[1].split("</tr>") if row]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in cells]


def test_the_owner_reads_who_recorded_how_much_and_nothing_of_a_carer(branch):
    # given uses by two, one undone, one without a name, one chosen without a connection, one long ago
    device, _token = a_till(branch)
    offer, card = an_offer(device, limit_kind="none"), a_card(passport__first_name="Priyanka")

    def use(key: str, staff: str):
        told = redeem_offer(
            text=code(card), offer_id=offer.pk, device=device, idempotency_key=key, staff=staff
        )
        return told.redemption

    with time_machine.travel(timezone.now() - timedelta(days=7)):
        use("old", "OLD")
    for key, staff in (("1", "RH"), ("2", "RH"), ("3", "MJ"), ("4", "")):
        use(key, staff)
    last = device.branch.redemptions.get(pk=use("5", "MJ"))
    void_redemption(redemption=last, device=device)
    sent(device, an_item(code(card), offer, staff="MJ?"))
    # when the owner looks, on either page
    owner = somebody_of(branch.business)
    for address in ("/business/", PLACE):
        html = owner.get(address).content.decode()
        assert rows_of(html) == [["MJ", "2", "1"], ["MJ?", "1", "0"], ["RH", "2", "0"], ["No name", "1", "0"]]
        assert "could not check the PIN" in html
        assert "Priyanka" not in html
    # then nobody else does
    assert rows_of(somebody_of(branch.business, "staff").get("/business/").content.decode()) == []
    assert rows_of(somebody_of(BranchFactory().business).get("/business/").content.decode()) == []


def test_where_nobody_is_named_there_is_no_table(branch):
    device, _token = a_till(branch)
    offer = an_offer(device, limit_kind="none")
    redeem_offer(text=code(a_card()), offer_id=offer.pk, device=device, idempotency_key="1")
    assert "Who recorded uses" not in somebody_of(branch.business).get("/business/").content.decode()
