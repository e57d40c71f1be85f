"""Codes of an online shop: one for each use, never twice, back only after the business has looked."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.members.models import TeamMember
from businesses.offers.models import Offer, OfferCode
from businesses.offers.services.codes import LOW, add_codes, put_back, take_out
from businesses.redemptions.models import CodeGiven, Redemption, Scan
from businesses.redemptions.services import take_back_own, use_own
from businesses.redemptions.services.forgetting import forget_person
from passport_site.accounts import my_data
from passport_site.core.models import OutgoingMail
from tests.factories import BranchFactory, UserFactory
from tests.factories_own_use import a_carer, code_offer

pytestmark = pytest.mark.django_db


def code_of(told) -> str:
    return CodeGiven.objects.get(redemption=told.redemption).code.code


def use_of(told) -> Redemption:
    return Redemption.objects.get(pk=told.redemption)


def test_each_use_gets_the_next_code_and_the_same_carer_sees_it_again():
    offer = code_offer(codes=3)
    (first, _a), (second, _b) = a_carer(), a_carer()
    told = use_own(user=first, offer=offer)
    assert code_of(told) == "ARLEN-00000"
    assert use_own(user=first, offer=offer).redemption == told.redemption
    assert code_of(use_own(user=second, offer=offer)) == "ARLEN-00001"
    assert list(OfferCode.objects.order_by("pk").values_list("state", flat=True)) == [
        "given",
        "given",
        "free",
    ]
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert use_own(user=first, offer=offer, after=told.redemption).reason == "used_this_month"


def test_an_empty_pool_is_a_refusal_and_no_use():
    user, _card = a_carer()
    told = use_own(user=user, offer=code_offer())
    assert (told.accepted, told.reason) == (False, "all_gone")
    assert not Redemption.objects.exists()
    assert Scan.objects.get().reason == "all_gone"


def test_an_online_shop_with_branches_counts_at_its_first():
    branch = BranchFactory()
    BranchFactory(business=branch.business, name="Station Road")
    user, _card = a_carer()
    assert use_of(use_own(user=user, offer=code_offer(branch, codes=1))).branch == branch


def test_a_code_given_back_waits_until_the_business_has_looked():
    offer = code_offer(codes=1)
    (first, _a), (second, _b) = a_carer(), a_carer()
    owner = UserFactory()
    told = use_own(user=first, offer=offer)
    take_back_own(user=first, redemption=use_of(told))
    row = OfferCode.objects.get()
    assert row.state == "back"
    assert use_own(user=second, offer=offer).reason == "all_gone"
    assert put_back(offer=code_offer(), codes=[row.pk], by=owner) == 0  # another offer's
    assert put_back(offer=offer, codes=[row.pk], by=owner) == 1
    assert put_back(offer=offer, codes=[row.pk], by=owner) == 0
    again = use_own(user=second, offer=offer)
    assert code_of(again) == "ARLEN-00000"
    assert list(CodeGiven.objects.order_by("pk").values_list("round", flat=True)) == [1, 2]
    take_back_own(user=second, redemption=use_of(again))
    assert take_out(offer=offer, codes=[row.pk], by=owner) == 1
    assert put_back(offer=offer, codes=[row.pk], by=owner) == 0
    row.refresh_from_db()
    assert row.state == "spent"


def test_the_database_gives_a_code_once_only():
    offer = code_offer(codes=1)
    user, _card = a_carer()
    given = CodeGiven.objects.get(redemption=use_own(user=user, offer=offer).redemption)
    other = use_of(use_own(user=a_carer()[0], offer=code_offer(codes=1)))
    CodeGiven.objects.for_retention().filter(redemption=other).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        CodeGiven.objects.create(code=given.code, round=given.round, redemption=other)


def test_owners_are_told_once_when_few_are_left_and_again_after_more_were_added():
    offer = code_offer(codes=LOW + 2, title_en="Books by post")
    for language in ("en", "cy"):
        owner = UserFactory(email=f"owner-{language}@mail.example", language=language)
        TeamMember.objects.create(business=offer.business, user=owner, role="owner")
    staff = UserFactory(email="staff@mail.example")
    TeamMember.objects.create(business=offer.business, user=staff, role="staff")

    def gives() -> None:
        use_own(user=a_carer()[0], offer=Offer.objects.get(pk=offer.pk))

    gives()
    assert not OutgoingMail.objects.filter(template="codes_low").exists()
    gives()
    gives()
    mails = OutgoingMail.objects.filter(template="codes_low").order_by("to")
    assert [mail.to for mail in mails] == ["owner-cy@mail.example", "owner-en@mail.example"]
    assert f"/business/codes/{offer.pk}/" in mails[1].text
    assert "20" in mails[1].text
    add_codes(offer=offer, text="MORE-1", by=staff)
    gives()
    assert mails.all().count() == 2  # still low: nothing new to tell
    add_codes(offer=offer, text="\n".join(f"NEW-{n}" for n in range(3)), by=staff)
    assert Offer.objects.get(pk=offer.pk).low_told_at is None
    for _ in range(3):
        gives()
    assert mails.all().count() == 4


def test_my_data_has_the_code_and_forgetting_leaves_the_count():
    offer = code_offer(codes=1)
    user, _card = a_carer()
    told = use_own(user=user, offer=offer)
    assert "ARLEN-00000" in str(my_data.held_about(user))
    forget_person(user)
    use = use_of(told)
    assert (use.passport, use.scan.card) == (None, None)
    assert CodeGiven.objects.filter(redemption=use).exists()
