"""When a till without a network scanned, as far as we believe it, and what card and offer were at that moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from businesses.members.models import Device
from businesses.redemptions.counting import count_uses
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import unlinking
from passports.cards.models import Passport
from passports.cards.services import report_lost, revoke_card
from tests.factories_tills import a_card, a_till, an_offer, code
from tests.factories_uploads import an_item, counts, sent, told

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


@pytest.fixture
def device():
    return a_till()[0]


def test_a_card_stopped_before_is_not_counted_and_one_stopped_after_is(device):
    offer, other = an_offer(device), an_offer(device)
    lost, ended = a_card(), a_card()
    scanned = [an_item(code(lost), offer, ago=timedelta(minutes=10))]
    with time_machine.travel(timezone.now() - HOUR, tick=True):
        report_lost(card=lost, by="system:test")
    with time_machine.travel(timezone.now() - timedelta(minutes=30), tick=True):
        revoke_card(card=ended, by="system:test", why="Test")
    scanned += [
        an_item(code(lost), other, ago=2 * HOUR),
        an_item(code(ended), offer, ago=timedelta(minutes=40)),
    ]
    scanned += [
        an_item(code(ended), other, ago=timedelta(minutes=20)),
        an_item(code(ended), ago=timedelta(0)),
    ]
    assert [told(answer) for answer in sent(device, *scanned)] == [
        ("refused", "offline_stopped"),
        ("stored", ""),
        ("stored", ""),
        ("refused", "offline_stopped"),
        ("refused", "offline_stopped"),
    ]
    assert counts() == (5, 2)


def test_a_live_code_is_judged_by_the_moment_it_was_scanned(device):
    offer, card = an_offer(device), a_card()
    shown = timezone.now() - 5 * HOUR
    text = code(card, live=True, now=shown)

    def after(minutes: int, **fields):
        return an_item(text, at=shown + timedelta(minutes=minutes), **fields)

    answers = sent(
        device, after(3), after(15), after(15, offer=offer, purpose="redeem") | {"offer": offer.pk}
    )
    assert [told(answer) for answer in answers] == [("stored", ""), ("refused", "not_valid"), ("stored", "")]
    assert Scan.objects.get(reason="live_code_too_old").purpose == "check"
    assert [scan.live for scan in Scan.objects.filter(accepted=True)] == [True, True]
    (answer,) = sent(device, an_item(text, offer, at=shown + timedelta(minutes=25)))
    assert told(answer) == ("refused", "not_valid")


@pytest.mark.parametrize("wrong", [HOUR, -HOUR, timedelta(days=900)])
def test_a_clock_that_is_wrong_by_an_hour_shifts_nothing(device, wrong):
    card, offer = a_card(), an_offer(device, limit_kind="day")
    happened = timezone.now() - 3 * HOUR
    item = an_item(code(card), offer, at=happened + wrong)
    sent(device, item, clock=timezone.now() + wrong)
    assert abs(Redemption.objects.get().redeemed_at - happened) < timedelta(seconds=5)


def test_times_are_kept_between_the_last_empty_queue_and_now(device):
    card, offer = a_card(), an_offer(device)
    now = timezone.now()
    sent(
        device,
        an_item(code(card), offer, at=now + HOUR),
        an_item(code(card), offer, at=now - timedelta(days=20)),
    )
    ahead, old = Redemption.objects.order_by("-redeemed_at")
    assert abs(ahead.redeemed_at - now) < timedelta(seconds=5)
    assert abs(old.redeemed_at - (now - timedelta(days=8))) < timedelta(seconds=5)
    sent(device, an_item(code(card), offer, at=now - timedelta(days=3)))  # its queue was empty a moment ago
    assert Redemption.objects.latest("pk").redeemed_at >= now


def test_the_second_part_of_a_long_queue_keeps_its_times(device):
    card, offer = a_card(), an_offer(device)
    yesterday = timezone.now() - timedelta(hours=26)
    sent(device, an_item(code(card), offer, at=yesterday), waiting=2)
    device.refresh_from_db()
    assert (device.waiting, device.all_sent_at) == (1, None)
    sent(device, an_item(code(card), offer, at=yesterday + HOUR))
    device.refresh_from_db()
    assert (device.waiting, device.all_sent_at) == (0, device.uploaded_at)
    assert abs(Redemption.objects.latest("pk").redeemed_at - (yesterday + HOUR)) < timedelta(seconds=5)


def test_a_till_offline_for_26_hours_counts_each_use_on_its_day_and_only_once(device):
    card, offer = a_card(), an_offer(device, limit_kind="day")
    with time_machine.travel(datetime(2026, 11, 25, 11, tzinfo=LONDON), tick=True):
        yesterday, today = an_item(code(card), offer, ago=26 * HOUR), an_item(code(card), offer, ago=HOUR)
        for repeated in (False, True):
            answers = sent(device, yesterday, today)
            assert [(one["result"], one["repeated"]) for one in answers] == [("stored", repeated)] * 2
    days = list(Redemption.objects.order_by("day").values_list("day", flat=True))
    assert [day.isoformat() for day in days] == ["2026-11-24", "2026-11-25"]


def test_an_offer_that_was_paused_or_ended_meanwhile_counts(device):
    """The till could not know, and since when it is paused nobody wrote down."""
    paused, ended = an_offer(device, status="paused"), an_offer(device, status="ended")
    answers = sent(device, an_item(code(a_card()), paused), an_item(code(a_card()), ended))
    assert [one["result"] for one in answers] == ["stored", "stored"]


def test_after_13_months_initials_and_card_go(device):
    with time_machine.travel(timezone.now() - timedelta(days=500), tick=True):
        till, _token = a_till(device.branch, created_at=timezone.now() - timedelta(days=9))
        sent(
            till, an_item(code(a_card(passport__valid_from=timezone.localdate())), an_offer(till), staff="MJ")
        )
        sent(till, an_item("12345", accepted=False, staff="MJ"))
    unlinking.unlink_old_uses()
    assert set(Scan.objects.values_list("card", "staff", "body_hash")) == {(None, "", "")}


def test_a_late_use_counts_in_the_month_in_which_it_came(device):
    card, offer = a_card(), an_offer(device, starts_on=date(2026, 9, 1))
    Passport.objects.update(valid_from=date(2026, 9, 1))
    Device.objects.update(created_at=datetime(2026, 9, 1, tzinfo=LONDON))
    device.refresh_from_db()
    for arrived, month in ((7, 9), (8, 10)):
        with time_machine.travel(datetime(2026, 10, arrived, 9, tzinfo=LONDON), tick=True):
            sent(device, an_item(code(card), offer, at=datetime(2026, 9, 30, 16, tzinfo=LONDON)), waiting=9)
        counted = count_uses(("month",), [date(2026, 9, 1), date(2026, 10, 1)])
        assert counted[(date(2026, month, 1),)] == 1
