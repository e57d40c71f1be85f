"""What a till did without a network: every item is stored once and answered, and limits hold across tills."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.members.models import Device
from businesses.redemptions.domain.pseudonym import holder_key
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import redeem_offer, void_redemption
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, counts, sent, told

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


@pytest.fixture
def device():
    return a_till()[0]


def test_a_use_and_a_check_are_stored_as_they_were(device):
    card, offer = a_card(), an_offer(device, limit_kind="day")
    at = timezone.now() - 2 * HOUR
    use = an_item(code(card), offer, at=at, staff="MJ")
    look = an_item(code(card), at=at)
    answers = sent(device, use, look)
    redemption = Redemption.objects.get()
    assert answers[0] == {
        "sequence": use["sequence"],
        "key": use["key"],
        "result": "stored",
        "repeated": False,
        "reason": "",
        "redemption": redemption.pk,
    }
    assert told(answers[1]) == ("stored", "")
    scan = redemption.scan
    assert (scan.offline, scan.sequence, scan.staff) == (True, use["sequence"], "MJ")
    assert (scan.device_accepted, scan.accepted, scan.device) == (True, True, device)
    assert (redemption.passport, redemption.kind) == (card.passport, "adult")
    assert redemption.area == device.branch.area
    assert abs(redemption.redeemed_at - at) < timedelta(seconds=5)
    assert Scan.objects.get(purpose="check").card == card


def test_the_same_upload_again_gives_the_same_answers_and_adds_nothing(device):
    card, offer = a_card(), an_offer(device, limit_kind="day")
    items = [an_item(code(card), offer), an_item(code(card), offer), an_item(code(card))]
    first = sent(device, *items)
    before = counts()
    again = sent(device, *items)
    assert [answer | {"repeated": False} for answer in again] == first
    assert all(answer["repeated"] for answer in again)
    assert counts() == before == (3, 1)


def test_a_key_with_another_body_is_refused_and_the_others_go_on(device):
    card, offer = a_card(), an_offer(device)
    item = an_item(code(card), offer)
    sent(device, item)
    other, next_one = item | {"staff": "XX"}, an_item(code(card), offer)
    twice = [next_one, next_one | {"accepted": False}, next_one]
    answers = sent(device, other, *twice)
    assert told(answers[0]) == ("refused", "key_used")
    assert [told(answer) for answer in answers[1:]] == [
        ("stored", ""),
        ("refused", "key_used"),
        ("stored", ""),
    ]
    assert [answer["repeated"] for answer in answers[1:]] == [False, False, True]
    assert counts() == (2, 2)


def test_two_tills_offline_with_the_same_card_give_one_use_and_a_duplicate_linked_to_it(device):
    other, _token = a_till(device.branch)
    card, offer = a_card(), an_offer(device, limit_kind="day")
    noon = timezone.now().astimezone(LONDON).replace(hour=12, minute=0) - timedelta(days=1)
    late, early = an_item(code(card), offer, at=noon + HOUR), an_item(code(card), offer, at=noon)
    assert told(sent(device, late)[0]) == ("stored", "")
    (answer,) = sent(other, early)
    winner = Redemption.objects.get()
    assert told(answer) == ("offline_duplicate", "offline_duplicate")
    assert answer["redemption"] == winner.pk
    scan = Scan.objects.get(device=other)
    assert (scan.accepted, scan.device_accepted, scan.winner) == (False, True, winner)


def test_of_two_in_one_upload_the_earlier_wins_whatever_their_order(device):
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    late, early = an_item(code(card), offer, ago=HOUR), an_item(code(card), offer, ago=2 * HOUR)
    answers = sent(device, late, early)
    assert [answer["result"] for answer in answers] == ["offline_duplicate", "stored"]
    assert answers[0]["redemption"] == answers[1]["redemption"] == Redemption.objects.get().pk


@pytest.mark.parametrize("kind", ["day", "week", "month", "ever", "total"])
def test_a_use_online_before_and_one_given_back_count_like_online(device, kind):
    card, offer = a_card(), an_offer(device, limit_kind=kind, limit_count=2)
    with time_machine.travel(datetime(2026, 11, 25, 15, tzinfo=LONDON), tick=True):
        first = redeem_offer(text=code(card), offer_id=offer.pk, device=device, idempotency_key="a")
        void_redemption(redemption=Redemption.objects.get(pk=first.redemption), device=device)
        items = [an_item(code(card), offer, ago=timedelta(minutes=30 - n)) for n in range(3)]
        results = [answer["result"] for answer in sent(device, *items)]
        assert results == ["stored", "stored", "offline_duplicate"]
        online = redeem_offer(text=code(card), offer_id=offer.pk, device=device, idempotency_key="b")
    assert not online.accepted
    assert Scan.objects.get(reason="offline_duplicate").winner.pk == Redemption.objects.latest("pk").pk


def test_a_use_of_years_ago_that_names_nobody_still_counts_and_is_not_linked(device):
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    redeem_offer(text=code(card), offer_id=offer.pk, device=device, idempotency_key="a")
    key = holder_key(passport_id=card.passport_id, offer_id=offer.pk)
    Redemption.objects.for_retention().update(passport=None, holder_key=key)
    (answer,) = sent(device, an_item(code(card), offer))
    assert told(answer) == ("offline_duplicate", "offline_duplicate")
    assert answer["redemption"] is None
    assert Scan.objects.get(offline=True).winner is None


def test_what_the_till_refused_is_kept_with_its_reason_and_takes_no_slot(device):
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    no = {"accepted": False}
    answers = sent(
        device,
        an_item(code(card), offer, **no, reason="used_up"),
        an_item(code(card), offer, **no),
        an_item("12345", **no, reason="not_valid"),
    )
    assert [told(one) for one in answers] == [
        ("stored", "used_up"), ("stored", "offline_refused"), ("stored", "not_valid"),
    ]  # fmt: skip
    assert counts() == (3, 0)
    assert redeem_offer(text=code(card), offer_id=offer.pk, device=device, idempotency_key="a").accepted


def test_what_was_never_a_card_or_an_offer_of_this_shop_is_kept_and_not_counted(device):
    elsewhere = an_offer(a_till()[0])
    adults = an_offer(device, tag="alcohol")
    over = an_offer(device, ends_on=timezone.localdate() - timedelta(days=5))
    young = a_card(passport__kind="young")
    out = a_card(expires_on=timezone.localdate() - timedelta(days=2))
    forged = code(a_card())[:-1]
    forged += "1" if not code(a_card()).endswith("1") else "2"
    answers = sent(
        device,
        an_item(code(a_card()), elsewhere),
        an_item(code(young), adults),
        an_item(code(a_card()), over),
        an_item(code(out), an_offer(device)),
        an_item("000" + forged[3:], an_offer(device)),
    )
    assert [told(one) for one in answers] == [
        ("refused", "no_such_offer"), ("refused", "not_for_young"), ("refused", "offer_ended"),
        ("refused", "expired"), ("refused", "not_valid"),
    ]  # fmt: skip
    assert counts() == (5, 0)


def test_a_typed_number_proves_nothing_and_is_no_way_to_guess(device):
    card, offer = a_card(), an_offer(device)
    real, made_up = an_item(card.number, offer), an_item("7K3M-9QXA-T", offer)
    answers = sent(device, real, made_up)
    assert told(answers[0]) == ("refused", "offline_unproven")
    assert told(answers[1])[0] == "refused"
    assert not Scan.objects.filter(card__isnull=False).exists()
    assert not Redemption.objects.exists()


def test_a_bad_item_is_answered_as_malformed_and_never_stops_the_others(device):
    offer = an_offer(device)
    good = an_item(code(a_card()), offer)
    long = an_item("9" * 10_000, offer)
    bad = [
        None,
        [],
        "text",
        {},
        {"sequence": "4", "key": "k"},
        {"sequence": 0, "key": "k"},
        {"sequence": 2**31, "key": "k"},
    ]
    half = {"sequence": 900_001, "key": "only-these"}
    answers = sent(device, *bad, long, good, half)
    assert [one["result"] for one in answers] == ["malformed"] * 8 + ["stored", "malformed"]
    assert [one["reason"] for one in answers[7:]] == ["offline_malformed", "", "offline_malformed"]
    kept = Scan.objects.get(idempotency_key=long["key"])
    assert (kept.reason, kept.sequence, kept.device_accepted) == ("offline_malformed", long["sequence"], True)
    assert counts() == (3, 1)
    assert sent(device, long)[0] == answers[7] | {"repeated": True}


def test_a_number_that_is_taken_does_not_lose_the_scan(device):
    offer = an_offer(device)
    first = an_item(code(a_card()), offer)
    sent(device, first)
    again = [an_item(code(a_card()), offer, sequence=first["sequence"]) for _ in range(2)]
    assert [one["result"] for one in sent(device, *again)] == ["stored", "stored"]
    assert counts() == (3, 3)
    assert Scan.objects.filter(sequence=None).count() == 2


def test_initials_never_lose_a_use(device):
    items = [
        an_item(code(a_card()), an_offer(device), staff=staff) for staff in ("M\x00J<b>" * 9, 7, None, "Siân")
    ]
    assert {one["result"] for one in sent(device, *items)} == {"stored"}
    assert [scan.staff for scan in Scan.objects.order_by("sequence")] == ["MJbMJbMJbMJb", "", "", "Siân"]


def test_another_business_learns_nothing_of_this_key(device):
    item = an_item(code(a_card()), an_offer(device))
    sent(device, item)
    (answer,) = sent(a_till()[0], item)
    assert told(answer) == ("refused", "no_such_offer")


@pytest.mark.parametrize(
    "fields",
    [
        {"sequence": 4},
        {"device_accepted": True},
        {"offline": True},
        {"offline": True, "device_accepted": True, "sequence": 0},
        {"accepted": False, "reason": "offline_duplicate"},
        {"offline": True, "device_accepted": True, "with_winner": True},
        {
            "accepted": False,
            "reason": "used_up",
            "offline": True,
            "device_accepted": True,
            "with_winner": True,
        },
    ],
)
def test_the_database_keeps_the_facts_of_offline_scans_together(device, fields):
    redeem_offer(text=code(a_card()), offer_id=an_offer(device).pk, device=device, idempotency_key="a")
    values = {"purpose": "redeem", "accepted": True, "scanned_at": timezone.now()} | fields
    if values.pop("with_winner", False):
        values["winner"] = Redemption.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Scan.objects.create(**values)


def test_the_database_keeps_a_number_once_for_each_device(device):
    offline = {"purpose": "check", "accepted": True, "offline": True, "device_accepted": True, "sequence": 1}
    for one in (device, a_till()[0]):
        Scan.objects.create(device=one, scanned_at=timezone.now(), **offline)
    with pytest.raises(IntegrityError), transaction.atomic():
        Scan.objects.create(device=device, scanned_at=timezone.now(), **offline)


def test_the_last_contact_is_noted(device):
    Device.objects.update(last_seen_at=None)
    sent(device)
    device.refresh_from_db()
    assert device.last_seen_at == device.uploaded_at == device.all_sent_at
