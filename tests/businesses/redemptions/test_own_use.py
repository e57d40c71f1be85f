"""A use on the carer's own phone: the same limits as at the till, shown for ten minutes, taken back seldom."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.redemptions.bundle import bundle_of
from businesses.redemptions.models import CodeGiven, Redemption, RedemptionVoid, Scan
from businesses.redemptions.public import count_uses, first_of
from businesses.redemptions.services import check_card, redeem_offer, take_back_own, use_own
from businesses.redemptions.services.unlinking import unlink_old_uses
from businesses.redemptions.tallies import offers_of
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from tests.factories import BranchFactory, UserFactory
from tests.factories_own_use import a_carer, barcode_offer, code_offer
from tests.factories_tills import a_till, code

pytestmark = pytest.mark.django_db
LATER = timedelta(minutes=11)


def test_a_use_is_the_same_row_as_at_a_till_without_a_device():
    branch = BranchFactory()
    user, card = a_carer()
    offer = barcode_offer(branch)
    told = use_own(user=user, offer=offer)
    assert told.accepted
    use = Redemption.objects.select_related("scan").get(pk=told.redemption)
    assert (use.passport_id, use.offer, use.branch, use.area) == (
        card.passport_id,
        offer,
        branch,
        branch.area,
    )
    assert (use.kind, use.slot, use.period_key, use.day) == (
        "adult",
        1,
        timezone.localdate().isoformat(),
        timezone.localdate(),
    )
    scan = use.scan
    assert (scan.way, scan.device, scan.branch, scan.card, scan.accepted) == (
        "self",
        None,
        branch,
        card,
        True,
    )
    month = first_of(timezone.localdate())
    assert count_uses(("offer",), [month]) == {(offer.pk,): 1}


def test_the_limit_holds_across_till_and_phone_both_ways():
    device, _token = a_till()
    user, card = a_carer()
    first, second = (barcode_offer(device.branch) for _ in range(2))
    assert use_own(user=user, offer=first).accepted
    at_till = redeem_offer(text=code(card), offer_id=first.pk, device=device, idempotency_key="a")
    assert (at_till.accepted, at_till.reason) == (False, "used_today")
    assert redeem_offer(text=code(card), offer_id=second.pk, device=device, idempotency_key="b").accepted
    own = use_own(user=user, offer=second)
    assert (own.accepted, own.reason) == (False, "used_today")
    assert (
        Scan.objects.filter(way="self", accepted=False, reason="used_today", idempotency_key="").count() == 1
    )


@pytest.mark.parametrize(
    ("carer", "fields", "reason"),
    [
        ({}, {"status": "paused"}, "offer_paused"),
        ({}, {"status": "ended"}, "offer_ended"),
        ({}, {"starts_on": timezone.localdate() + timedelta(days=2)}, "offer_not_started"),
        ({}, {"who": "young"}, "young_only"),
        ({"passport__young": True}, {"who": "adult"}, "not_for_young"),
        ({"passport__young": True}, {"tag": "alcohol"}, "not_for_young"),
        ({"passport__expired": True}, {}, "expired"),
        ({"status": "lost"}, {}, "revoked"),
        ({"passport__status": "suspended"}, {}, "revoked"),
        ({}, {"how": "card"}, "no_such_offer"),
    ],
)
def test_the_same_refusals_as_at_the_till(carer, fields, reason):
    user, _card = a_carer(**carer)
    told = use_own(user=user, offer=barcode_offer(**fields))
    assert (told.accepted, told.reason) == (False, reason)
    assert not Redemption.objects.exists()


def test_somebody_without_a_card_is_refused():
    told = use_own(user=UserFactory(), offer=barcode_offer())
    assert (told.accepted, told.reason) == (False, "not_valid")


def test_while_it_is_running_it_is_the_answer_and_the_same_page_counts_once():
    user, _card = a_carer()
    offer = barcode_offer(limit_kind="none")
    first = use_own(user=user, offer=offer, after=0)
    assert use_own(user=user, offer=offer, after=first.redemption).redemption == first.redemption
    with time_machine.travel(timezone.now() + LATER):
        assert use_own(user=user, offer=offer, after=0).redemption == first.redemption  # a page sent again
        again = use_own(user=user, offer=offer, after=first.redemption)
    assert again.redemption != first.redemption
    assert Redemption.objects.count() == 2


def test_the_database_keeps_one_answer_for_a_page():
    user, card = a_carer()
    use_own(user=user, offer=barcode_offer())
    scan = Scan.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Scan.objects.create(
            way="self", purpose="redeem", accepted=True, card=card, scanned_at=timezone.now(),
            idempotency_key=scan.idempotency_key,
        )  # fmt: skip


def test_where_there_are_several_branches_one_is_chosen():
    branch = BranchFactory()
    other = BranchFactory(business=branch.business, name="Station Road")
    user, _card = a_carer()
    with pytest.raises(RuleBroken) as broken:
        use_own(user=user, offer=barcode_offer(branch))
    assert broken.value.code == "which_branch"
    told = use_own(user=user, offer=barcode_offer(branch), branch=other)
    assert Redemption.objects.get(pk=told.redemption).branch == other


def test_a_once_ever_use_of_long_ago_still_counts():
    user, card = a_carer()
    offer = barcode_offer(limit_kind="ever", starts_on=timezone.localdate() - timedelta(days=900))
    with time_machine.travel(timezone.now() - timedelta(days=400)):
        card.passport.valid_from = timezone.localdate()
        card.passport.save()
        use_own(user=user, offer=offer)
    assert unlink_old_uses() > 0
    scan, use = Scan.objects.get(), Redemption.objects.get()
    assert (scan.card, use.passport) == (None, None)
    told = use_own(user=user, offer=offer)
    assert (told.accepted, told.reason) == (False, "used_up")


def test_taking_back_frees_the_use_for_ten_minutes_and_names_nobody():
    user, _card = a_carer()
    offer = barcode_offer()
    use = Redemption.objects.get(pk=use_own(user=user, offer=offer).redemption)
    take_back_own(user=user, redemption=use)
    take_back_own(user=user, redemption=use)
    assert RedemptionVoid.objects.count() == 1
    event = AuditEvent.objects.get(verb="redemption.voided")
    assert event.actor == "system:own-use"
    again = Redemption.objects.get(pk=use_own(user=user, offer=offer, after=use.pk).redemption)
    assert again.slot == 2
    with time_machine.travel(timezone.now() + LATER), pytest.raises(RuleBroken) as late:
        take_back_own(user=user, redemption=again)
    assert late.value.code == "too_late"


def test_nobody_takes_back_for_another_nor_what_a_till_recorded():
    device, _token = a_till()
    (user, card), (stranger, _other) = a_carer(), a_carer()
    offer = barcode_offer(device.branch, limit_kind="none")
    own = Redemption.objects.get(pk=use_own(user=user, offer=offer).redemption)
    at_till = redeem_offer(text=code(card), offer_id=offer.pk, device=device, idempotency_key="a")
    for who, use in ((stranger, own), (user, Redemption.objects.get(pk=at_till.redemption))):
        with pytest.raises(RuleBroken) as broken:
            take_back_own(user=who, redemption=use)
        assert broken.value.code == "not_yours"
    assert not RedemptionVoid.objects.exists()


def test_use_and_take_back_without_end_is_stopped_after_two():
    user, _card = a_carer()
    offer, after = barcode_offer(), 0
    for _ in range(2):
        after = use_own(user=user, offer=offer, after=after).redemption
        take_back_own(user=user, redemption=Redemption.objects.get(pk=after))
    after = use_own(user=user, offer=offer, after=after).redemption
    with pytest.raises(RuleBroken) as broken:
        take_back_own(user=user, redemption=Redemption.objects.get(pk=after))
    assert broken.value.code == "too_often"
    assert use_own(user=user, offer=offer, after=after).redemption == after


def test_a_till_never_gives_what_has_codes_and_still_gives_what_has_a_barcode():
    device, _token = a_till()
    _user, card = a_carer()
    barcodes, codes = barcode_offer(device.branch), code_offer(device.branch, codes=1)
    shown = {line.offer.id for line in check_card(text=code(card), device=device).offers}
    assert shown == {barcodes.pk}
    told = redeem_offer(text=code(card), offer_id=codes.pk, device=device, idempotency_key="a")
    assert (told.accepted, told.reason) == (False, "no_such_offer")
    assert not CodeGiven.objects.exists()
    assert [offer["id"] for offer in bundle_of(device)["offers"]] == [barcodes.pk]
    assert list(offers_of(device.branch.business_id)) == [barcodes.pk]
