"""A card from the next county at a till: checked, used, limited, taken back; and nothing about the person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from businesses.members.domain.tokens import hash_of
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import check_card, redeem_offer
from businesses.redemptions.services.unlinking import unlink_old_uses
from passports.cards.domain.code import Kind
from passports.partners import services
from tests.factories import BranchFactory, UserFactory
from tests.factories_partners import keep_list
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


def check(api, text):
    return api.post("check", {"code": text}).json()


def test_a_visitor_is_shown_as_one_with_the_offers_that_welcome_visitors(other, partner, till):
    device, api = till
    welcome = an_offer(device, title_en="Tea for everybody", visitors=True)
    an_offer(device, title_en="Only ours")
    answer = check(api, other.card())
    assert answer["status"] == "valid"
    assert [offer["title"] for offer in answer["offers"]] == [welcome.title_en]
    assert answer["visiting"]["scheme"] == partner.name_en
    assert answer["visiting"]["host"] == other.host
    assert answer["first_name"] is None
    assert answer["photo"] is None
    assert len(answer["check_code"]) == 4
    ours = check(api, code(a_card()))
    assert ours["visiting"] is None
    assert len(ours["offers"]) == 2


def test_a_use_by_a_visitor_is_recorded_and_names_nobody(other, partner, till):
    device, api = till
    offer = an_offer(device, visitors=True, limit_kind="day")
    card = other.card(kind=Kind.PARENT)
    answer = api.redeem(card, offer)
    assert answer["accepted"]
    use = Redemption.objects.get(pk=answer["redemption"])
    assert (use.visiting, use.passport, use.kind) == (partner, None, "parent")
    assert use.scan.visiting == partner
    assert use.scan.card is None
    serial = card.split("#")[1]
    kept = " ".join(str(value) for row in (use, use.scan) for value in vars(row).values())
    assert serial[:20] not in kept
    assert len(use.holder_key) == 32


def test_the_limit_holds_for_visitors(other, partner, till):
    device, api = till
    offer = an_offer(device, visitors=True, limit_kind="day")
    card, second = other.card(), other.card()
    assert api.redeem(card, offer, "a")["accepted"]
    refused = api.redeem(card, offer, "b")
    assert (refused["accepted"], refused["reason"]) == (False, "used_today")
    assert [one["remaining"] for one in check(api, card)["offers"]] == [0]
    assert api.redeem(second, offer, "c")["accepted"]
    assert api.redeem(card, offer, "a")["accepted"]  # the same key, the same answer
    assert Redemption.objects.count() == 2


def test_the_limit_is_a_key_in_the_database_too(other, partner, till):
    device, api = till
    offer = an_offer(device, visitors=True, limit_kind="day")
    api.redeem(other.card(), offer)
    use = Redemption.objects.get()
    scan = Scan.objects.create(purpose="redeem", accepted=True, scanned_at=timezone.now())
    again = {
        field.attname: getattr(use, field.attname)
        for field in Redemption._meta.concrete_fields
        if field.name not in ("id", "scan")
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Redemption.objects.create(scan=scan, **again)
    card = a_card()
    with pytest.raises(IntegrityError), transaction.atomic():
        Redemption.objects.create(scan=scan, **again | {"slot": 2, "passport_id": card.passport_id})


def test_an_offer_for_this_county_says_so(other, partner, till):
    device, api = till
    answer = api.redeem(other.card(), an_offer(device))
    assert (answer["accepted"], answer["reason"]) == (False, "not_for_visitors")
    assert Scan.objects.get(purpose="redeem").reason == "not_for_visitors"


def test_a_use_by_a_visitor_can_be_taken_back_and_made_again(other, partner, till):
    device, api = till
    offer, card = an_offer(device, visitors=True, limit_kind="ever"), other.card()
    first = api.redeem(card, offer, "a")
    assert not api.redeem(card, offer, "b")["accepted"]
    assert api.post("void", {"redemption": first["redemption"]}).json()["voided"]
    assert api.redeem(card, offer, "c")["accepted"]
    assert not api.redeem(card, offer, "d")["accepted"]


def test_two_shops_cannot_tell_that_the_same_visitor_was_at_both(other, partner, till):
    card = other.card()
    for _shop in range(2):
        device, token = a_till(BranchFactory())
        assert Api(token).redeem(card, an_offer(device, visitors=True, limit_kind="day"))["accepted"]
    hashes = set(Redemption.objects.values_list("holder_key", flat=True))
    assert len(hashes) == 2


def test_a_young_visitor_gets_nothing_for_adults(other, partner, till):
    device, api = till
    beer = an_offer(device, visitors=True, tag="alcohol")
    young = other.card(kind=Kind.YOUNG)
    assert check(api, young)["offers"] == []
    assert api.redeem(young, beer)["reason"] == "not_for_young"


def test_one_visitor_s_live_code_makes_no_other_s_screenshot_good(other, partner, till):
    """No row says which card was checked, so a till system’s check is no proof for a use."""
    device, api = till
    offer = an_offer(device, visitors=True)
    assert check(api, other.card(live_at=timezone.now()))["live"]
    ran_out = other.card(live_at=timezone.now() - timedelta(minutes=14))
    assert check(api, ran_out)["status"] == "not_valid"
    assert not api.redeem(ran_out, offer)["accepted"]


def test_on_our_own_page_a_code_that_runs_out_while_the_cashier_serves_still_counts(other, partner, till):
    device, _api = till
    nearly = other.card(live_at=timezone.now() - timedelta(minutes=12))
    answer = redeem_offer(
        text=nearly, offer_id=an_offer(device, visitors=True).pk, device=device, idempotency_key="page",
        seen_at=timezone.now() - timedelta(minutes=3),
    )  # fmt: skip
    assert answer.accepted


def test_two_uses_without_a_limit_do_not_look_alike(other, partner, till):
    device, api = till
    offer, card = an_offer(device, visitors=True, limit_kind="none"), other.card()
    for key in "ab":
        assert api.redeem(card, offer, key)["accepted"]
    assert len(set(Scan.objects.values_list("body_hash", flat=True))) == 2
    assert set(Redemption.objects.values_list("holder_key", flat=True)) == {""}


def test_a_card_that_is_not_taken_says_no_more_than_that(other, partner, till):
    services.suspend_partner(partner=partner, by=UserFactory(), why="test")
    assert check(Api(), other.card()) == {"status": "not_valid", "valid_until": None}


def test_a_card_under_a_key_that_we_have_not_heard_of_cannot_be_checked_and_is_no_guess(other, partner, till):
    _device, api = till
    other.key_id = 9  # their new key: our list is older
    for _n in range(40):
        assert check(api, other.card())["status"] == "not_valid"
    assert check(api, "9QXA-7K3M-T")["status"] == "not_valid"  # not slowed down
    assert set(Scan.objects.exclude(way="typed").values_list("reason", flat=True)) == {
        "visiting_cannot_check"
    }
    page = Client().post("/v", {"code": other.card()}).content.decode()
    assert "Cannot check" in page


def test_stopped_or_suspended_is_refused_at_the_till(other, partner, till):
    device, api = till
    offer, card = an_offer(device, visitors=True), other.card(index=55)
    assert check(api, card)["status"] == "valid"
    other.stopped.add(55)
    keep_list(partner, other)
    assert check(api, card)["status"] == "revoked"
    assert api.redeem(card, offer)["reason"] == "revoked"
    services.suspend_partner(partner=partner, by=UserFactory(), why="test")
    refused = api.redeem(other.card(), offer, "z")
    assert refused["reason"] == "not_valid"
    assert "another county" in refused["message"]


def test_genuine_visitors_are_not_taken_for_guesses(other, partner, till):
    _device, api = till
    services.suspend_partner(partner=partner, by=UserFactory(), why="test")
    for _n in range(40):
        assert check(api, other.card())["status"] == "not_valid"
    assert check(api, "9QXA-7K3M-T")["status"] == "not_valid"  # a typed number is still looked up


def test_a_check_of_a_visitor_takes_two_queries(other, partner, till, django_assert_num_queries):
    device, _api = till
    an_offer(device, visitors=True, limit_kind="ever")
    card = other.card()
    check_card(text=card, device=device)  # what each process reads once
    with django_assert_num_queries(2):
        assert check_card(text=card, device=device).offers


def test_the_sandbox_takes_no_visitors(other, partner):
    _device, token = a_till(BranchFactory(business__sandbox=True))
    assert check(Api(token), other.card())["status"] == "not_valid"


def test_on_the_till_s_page_and_on_a_stranger_s(other, partner, till):
    device, _api = till
    offer = an_offer(device, visitors=True, title_en="Tea for everybody")
    token = "page-till"
    type(device).objects.filter(pk=device.pk).update(token_hash=hash_of(token))
    browser = Client()
    browser.cookies["till"] = token
    page = browser.post("/till/", {"code": other.card()}).content.decode()
    assert partner.name_en in page
    assert offer.title_en in page
    strange = Client().post("/v", {"code": other.card()}).content.decode()
    assert partner.name_en in strange
    assert offer.title_en not in strange


def test_a_list_of_yesterday_says_so_above_the_result(other, partner, till):
    device, _api = till
    hint = "We last heard from there on"
    type(device).objects.filter(pk=device.pk).update(token_hash=hash_of("page-till"))
    browser = Client()
    browser.cookies["till"] = "page-till"
    assert hint not in browser.post("/till/", {"code": other.card()}).content.decode()
    keep_list(partner, other, listed=timezone.now() - timedelta(hours=25))
    page = browser.post("/till/", {"code": other.card()}).content.decode()
    assert hint in page
    assert "Good until" in page


def test_after_13_months_a_visitor_s_hash_goes_but_for_once_ever(other, partner, till):
    device, api = till
    for kind in ("day", "ever"):
        assert api.redeem(other.card(), an_offer(device, visitors=True, limit_kind=kind), kind)["accepted"]
    long_ago = timezone.localdate() - timedelta(days=500)
    Redemption.objects.for_retention().update(day=long_ago)
    unlink_old_uses()
    kept = {use.period_key == "ever": use.holder_key for use in Redemption.objects.all()}
    assert kept[False] == ""
    assert len(kept[True]) == 32
