"""No English on what shops see in Welsh: the check, the till, their own tills."""

from __future__ import annotations

import re

import pytest

from businesses.members.models import TeamMember
from passports.cards import services as cards
from tests.factories import BranchFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_cards import SYSTEM
from tests.factories_staff import asks_who
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


def test_the_shops_pages(welsh, scheme):
    stranger = welsh()
    for path in ("/v", "/till/", "/till/enrol"):
        stranger.get(path, 200, 403)
    lost = a_card()
    cards.report_lost(card=lost, by=SYSTEM)
    device, token = a_till(BranchFactory(business__name="Mill Lane", business__shop_word="marmalêd"))
    an_offer(device, limit_kind="day")
    an_offer(device, limit_kind="week", limit_count=2, companion="with_person")
    an_offer(device, who="adult", tag="alcohol")
    till = welsh()
    till.client.cookies["till"] = token
    for reader in (stranger, till):
        for scanned in (
            "",
            "1" * 193,
            "00000000A",
            "7K3M-9QXA-T",
            code(a_card()),
            code(a_card(), live=True),
            code(lost),
        ):
            reader.post("/v", {"code": scanned})
    till.get("/till/")
    stranger.post("/till/enrol", {"code": "x"})
    page = till.post("/till/", {"code": code(a_card())}).content.decode()
    sent = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page)[1]
        for name in ("code", "offer", "key", "seen")
    }
    till.post("/till/use", sent)
    till.post("/till/use", sent | {"key": sent["key"][::-1]})
    till.post("/v", {"code": sent["code"]})
    till.get("/till/")


@pytest.mark.parametrize("mode", ["initials", "pin"])
def test_a_till_that_asks_who_serves(welsh, scheme, mode):
    device, token = a_till(BranchFactory(business__name="Mill Lane", business__shop_word="marmalêd"))
    an_offer(device, limit_kind="none", title_en="Te", title_cy="Te")
    person = asks_who(device.branch.business, mode)["RH"]
    till = welsh()
    till.client.cookies["till"] = token
    page = till.post("/till/", {"code": code(a_card())}).content.decode()
    sent = {
        name: re.search(rf'name="{name}" value="([^"]+)"', page)[1]
        for name in ("code", "offer", "key", "seen")
    }
    till.post("/till/use", sent)
    for pin in ("", "9999", "9999", "9999", "9999", "9999", "9999"):
        till.post("/till/serving", sent | {"member": person.pk, "pin": pin})
    till.post("/till/serving", sent | {"member": person.pk})
    till.get("/till/")
    owner = UserFactory(role="Business owner", language="cy")
    TeamMember.objects.create(business=device.branch.business, user=owner, role="owner")
    reader = welsh(signed_in(owner))
    row = {"business": device.branch.business.pk, "row": person.pk}
    reader.get("/business/staff/")
    reader.post("/business/staff/", row | {"action": "add", "initials": "", "pin": "1"})
    reader.post("/business/staff/", row | {"action": "add", "initials": "RH", "pin": "1234"})
    reader.post("/business/staff/", row | {"action": "new_pin"})
    reader.get("/business/")


def test_the_tills_of_a_business(welsh, scheme):
    device, _token = a_till(BranchFactory(business__name="Mill Lane", business__shop_word="marmalêd"))
    business = device.branch.business
    for role, team in (("Business owner", "owner"), ("Till staff", "staff"), ("Business owner", None)):
        user = UserFactory(role=role, language="cy")
        if team:
            TeamMember.objects.create(business=business, user=user, role=team)
        reader = welsh(signed_in(user))
        reader.get("/business/", 200, 403)
        invite = {"action": "invite", "business": business.pk}
        reader.post("/business/", invite, 200, 403, 404, 422)
        invite |= {"branch": device.branch_id, "name": "Til 2"}
        reader.post("/business/", invite, 200, 403, 404)
        reader.get("/business/", 200, 403)
