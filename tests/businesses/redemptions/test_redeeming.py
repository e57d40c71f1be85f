"""Uses of offers: limits, slots, idempotency, and how many queries they take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.redemptions.models import Redemption, RedemptionVoid, Scan
from businesses.redemptions.services import KeyUsedElsewhere, check_card, redeem_offer, void_redemption
from passport_site.core.errors import RuleBroken
from tests.factories import BranchFactory, BusinessFactory, OfferFactory
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


def redeem(card, offer, device, key="key-1", **more):
    text = more.pop("text", None) or code(card)
    return redeem_offer(text=text, offer_id=offer.pk, device=device, idempotency_key=key, **more)


def own_queries(context) -> list[str]:
    """What was asked of the database, without the frame of a transaction."""
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return [query["sql"] for query in context.captured_queries if not query["sql"].startswith(frame)]


def test_a_use_is_recorded_with_its_scan():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="day")
    answer = redeem(card, offer, device)
    redemption = Redemption.objects.get()
    assert (answer.accepted, answer.redemption) == (True, redemption.pk)
    assert (redemption.passport_id, redemption.offer_id, redemption.branch_id) == (
        card.passport_id,
        offer.pk,
        device.branch_id,
    )
    assert (redemption.kind, redemption.area_id, redemption.slot) == ("adult", device.branch.area_id, 1)
    assert redemption.scan.accepted
    assert redemption.scan.purpose == "redeem"
    assert redemption.scan.card_id == card.pk


@pytest.mark.parametrize(
    ("limit", "again", "reason"),
    [
        ("day", timedelta(hours=1), "used_today"),
        ("week", timedelta(days=1), "used_this_week"),
        ("month", timedelta(days=7), "used_this_month"),
        ("ever", timedelta(days=300), "used_up"),
    ],
)
def test_a_second_use_in_the_period_is_refused_and_its_scan_kept(limit, again, reason, monkeypatch):
    first = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)  # a Monday
    device, _token = a_till(created_at=first - timedelta(days=90))
    card = a_card(passport__valid_from=first.date(), passport__valid_until=first.date() + timedelta(days=700))
    offer = an_offer(device, limit_kind=limit, starts_on=first.date())
    monkeypatch.setattr(timezone, "now", lambda: first)
    assert redeem(card, offer, device, "one").accepted
    monkeypatch.setattr(timezone, "now", lambda: first + again)
    answer = redeem(card, offer, device, "two")
    assert (answer.accepted, answer.reason) == (False, reason)
    assert Redemption.objects.count() == 1
    assert Scan.objects.get(accepted=False).reason == reason


@pytest.mark.parametrize(
    ("limit", "first", "then"),
    [
        ("day", datetime(2026, 11, 25, 23, 59, tzinfo=UTC), datetime(2026, 11, 26, 0, 1, tzinfo=UTC)),
        ("week", datetime(2026, 11, 29, 12, 0, tzinfo=UTC), datetime(2026, 11, 30, 12, 0, tzinfo=UTC)),
        ("month", datetime(2026, 11, 30, 12, 0, tzinfo=UTC), datetime(2026, 12, 1, 12, 0, tzinfo=UTC)),
        # in British summer the local day changes at 23:00 UTC
        ("day", datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 1, tzinfo=UTC)),
    ],
)
def test_a_new_period_brings_a_new_use(limit, first, then, monkeypatch):
    device, _token = a_till(created_at=first - timedelta(days=90))
    card = a_card(passport__valid_from=first.date(), passport__valid_until=first.date() + timedelta(days=700))
    offer = an_offer(device, limit_kind=limit, starts_on=first.date() - timedelta(days=3))
    monkeypatch.setattr(timezone, "now", lambda: first)
    assert redeem(card, offer, device, "one").accepted
    monkeypatch.setattr(timezone, "now", lambda: then)
    assert redeem(card, offer, device, "two").accepted


def test_a_limit_over_all_counts_everybody():
    device, _token = a_till()
    offer = an_offer(device, limit_kind="total", limit_count=2)
    answers = [redeem(a_card(), offer, device, f"key-{n}") for n in range(3)]
    assert [answer.accepted for answer in answers] == [True, True, False]
    assert answers[2].reason == "all_gone"
    assert list(Redemption.objects.order_by("pk").values_list("total_slot", flat=True)) == [1, 2]


def test_without_a_limit_nothing_counts():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="none")
    assert all(redeem(card, offer, device, f"key-{n}").accepted for n in range(3))
    assert set(Redemption.objects.values_list("slot", "total_slot", "period_key")) == {(None, None, "")}


def test_a_replaced_card_brings_no_new_use():
    device, _token = a_till()
    old = a_card()
    offer = an_offer(device, limit_kind="ever")
    assert redeem(old, offer, device, "one").accepted
    type(old).objects.filter(pk=old.pk).update(status="replaced")
    new = a_card(passport=old.passport)
    assert redeem(new, offer, device, "two").reason == "used_up"


def test_the_same_key_gives_the_same_answer_and_adds_nothing():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="day")
    first, second = redeem(card, offer, device, "same"), redeem(card, offer, device, "same")
    assert first.accepted
    assert (second.accepted, second.redemption, second.replayed) == (True, first.redemption, True)
    assert (Scan.objects.count(), Redemption.objects.count()) == (1, 1)


def test_the_same_key_gives_the_same_refusal_even_when_things_have_changed():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="day")
    type(card).objects.filter(pk=card.pk).update(status="lost")
    assert redeem(card, offer, device, "same").reason == "revoked"
    type(card).objects.filter(pk=card.pk).update(status="active")
    again = redeem(card, offer, device, "same")
    assert (again.accepted, again.reason) == (False, "revoked")
    assert (
        str(again.message)
        == "This card cannot be used any more. The carer may have a newer one. Ask to see it."
    )
    assert Scan.objects.get().reason == "card_lost"


def test_the_same_key_with_another_body_is_refused():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device)
    redeem(card, offer, device, "same")
    for other in ({"text": code(a_card())}, {"scanned_at": timezone.now()}):
        with pytest.raises(KeyUsedElsewhere):
            redeem(card, offer, device, "same", **other)
    with pytest.raises(KeyUsedElsewhere):
        redeem(card, an_offer(device), device, "same")
    assert Redemption.objects.count() == 1


def test_two_tills_may_use_the_same_key():
    branch = BranchFactory()
    one, two = a_till(branch)[0], a_till(branch)[0]
    card, offer = a_card(), an_offer(one)
    assert redeem(card, offer, one, "same").redemption != redeem(card, offer, two, "same").redemption


def test_a_use_taken_back_can_be_made_again():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    first = Redemption.objects.get(pk=redeem(card, offer, device, "one").redemption)
    void = void_redemption(redemption=first, device=device)
    assert void_redemption(redemption=first, device=device) == void
    again = redeem(card, offer, device, "two")
    assert again.accepted
    assert Redemption.objects.get(pk=again.redemption).slot == 2
    assert redeem(card, offer, device, "three").reason == "used_up"


def test_a_use_from_the_total_taken_back_is_free_again():
    device, _token = a_till()
    offer = an_offer(device, limit_kind="total")
    first = Redemption.objects.get(pk=redeem(a_card(), offer, device, "one").redemption)
    assert redeem(a_card(), offer, device, "two").reason == "all_gone"
    void_redemption(redemption=first, device=device)
    assert redeem(a_card(), offer, device, "three").accepted


def test_a_use_can_be_taken_back_for_ten_minutes_only(monkeypatch):
    device, _token = a_till()
    redemption = Redemption.objects.get(pk=redeem(a_card(), an_offer(device), device).redemption)
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10, seconds=5))
    with pytest.raises(RuleBroken) as refusal:
        void_redemption(redemption=redemption, device=device)
    assert refusal.value.code == "too_late"
    assert not RedemptionVoid.objects.exists()


def test_another_branch_cannot_take_it_back():
    device, other = a_till()[0], a_till()[0]
    redemption = Redemption.objects.get(pk=redeem(a_card(), an_offer(device), device).redemption)
    with pytest.raises(RuleBroken):
        void_redemption(redemption=redemption, device=other)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "paused"}, "offer_paused"),
        ({"status": "ended"}, "offer_ended"),
        ({"ends_on": timezone.localdate() - timedelta(days=1)}, "offer_ended"),
        ({"starts_on": timezone.localdate() + timedelta(days=1)}, "offer_not_started"),
        ({"who": "young"}, "young_only"),
    ],
)
def test_an_offer_that_is_not_for_now_or_not_for_them_is_refused(fields, reason):
    device, _token = a_till()
    answer = redeem(a_card(), an_offer(device, **fields), device)
    assert (answer.accepted, answer.reason) == (False, reason)


def test_the_offer_of_another_business_does_not_exist_here():
    device, _token = a_till()
    answer = redeem(a_card(), OfferFactory(business=BusinessFactory()), device)
    assert (answer.accepted, answer.reason) == (False, "no_such_offer")
    assert Scan.objects.get().offer_id is None


@pytest.mark.parametrize("tag", ["alcohol", "gambling", "vaping", "adult_venue"])
def test_a_young_card_neither_sees_nor_uses_what_is_for_adults(tag):
    device, _token = a_till()
    young, adult = a_card(passport__young=True), a_card()
    tagged = an_offer(device, tag=tag)
    assert redeem(young, tagged, device, "one").reason == "not_for_young"
    assert check_card(text=code(young), device=device).offers == ()
    assert redeem(adult, tagged, device, "two").accepted
    assert [line.offer.id for line in check_card(text=code(adult), device=device).offers] == [tagged.pk]


def test_a_live_code_outlives_its_ten_minutes_only_while_the_cashier_serves(monkeypatch):
    device, _token = a_till()
    card, offer = a_card(), an_offer(device)
    start = timezone.now()
    text = code(card, live=True, now=start)
    monkeypatch.setattr(timezone, "now", lambda: start + timedelta(minutes=11))
    assert redeem(card, offer, device, "one", text=text).reason == "not_valid"
    assert redeem(card, offer, device, "two", text=text, seen_at=start + timedelta(minutes=9)).accepted


@pytest.mark.parametrize("limit", ["none", "day", "ever", "total"])
@pytest.mark.parametrize("by_number", [False, True])
def test_a_check_takes_two_queries_and_a_use_at_most_four(limit, by_number):
    device, _token = a_till()
    device.branch.business
    card, offer = a_card(), an_offer(device, limit_kind=limit)
    for _ in range(8):
        an_offer(device, limit_kind=limit)
    text = card.number if by_number else code(card)
    with CaptureQueriesContext(connection) as check:
        check_card(text=text, device=device)
    with CaptureQueriesContext(connection) as use:
        assert redeem(card, offer, device, text=text).accepted
    assert len(own_queries(check)) == 2, own_queries(check)
    assert len(own_queries(use)) <= 4, own_queries(use)


def test_a_check_in_a_shop_without_offers_takes_two_queries():
    device, _token = a_till()
    device.branch.business
    text = code(a_card())
    with CaptureQueriesContext(connection) as queries:
        assert check_card(text=text, device=device).check.valid
    assert len(own_queries(queries)) == 2


def test_a_till_cannot_date_uses_back_to_use_an_offer_again(monkeypatch):
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    device, _token = a_till(created_at=noon - timedelta(days=90))
    starts = noon.date() - timedelta(days=30)
    card = a_card(passport__valid_from=starts, passport__valid_until=starts + timedelta(days=700))
    offer = an_offer(device, limit_kind="day", starts_on=starts)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    answers = [redeem(card, offer, device, f"k{n}", scanned_at=noon - timedelta(days=n)) for n in range(8)]
    assert [answer.reason for answer in answers] == [""] + ["used_today"] * 7
    assert Redemption.objects.get().day == noon.date()


def test_a_till_clock_is_believed_within_fifteen_minutes_and_never_ahead():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="none")
    now = timezone.now()
    for key, claimed, oldest, newest in [
        ("ahead", now + timedelta(days=2), timedelta(0), timedelta(seconds=30)),
        ("just-now", now - timedelta(minutes=9), timedelta(minutes=9), timedelta(minutes=9, seconds=30)),
        ("yesterday", now - timedelta(days=1), timedelta(minutes=15), timedelta(minutes=15, seconds=30)),
        ("long ago", datetime(1, 1, 1, tzinfo=UTC), timedelta(minutes=15), timedelta(minutes=15, seconds=30)),
        ("far ahead", datetime(9999, 12, 31, 23, 59, tzinfo=UTC), timedelta(0), timedelta(seconds=30)),
    ]:
        redeem(card, offer, device, key, scanned_at=claimed)
        scan = Scan.objects.get(idempotency_key=key)
        assert oldest - timedelta(seconds=30) <= timezone.now() - scan.scanned_at <= newest, key
        assert scan.redemption.day == timezone.localdate(scan.scanned_at)


def test_a_new_till_cannot_have_scanned_before_it_was_enrolled():
    device, _token = a_till(created_at=timezone.now())
    redeem(a_card(), an_offer(device), device, scanned_at=timezone.now() - timedelta(days=3))
    assert Scan.objects.get().scanned_at >= device.created_at
