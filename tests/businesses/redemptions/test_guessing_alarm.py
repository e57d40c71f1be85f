"""Somebody who guesses numbers rings at the privacy officer’s: once, in one mail a day, and no till is slowed."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core import mail as outbox
from django.db import IntegrityError, transaction
from django.utils import timezone

from businesses.redemptions import guessing
from businesses.redemptions.models import GuessAlarm
from businesses.redemptions.services import alarming
from passport_site.core import retention
from passport_site.core.models import AuditEvent, OutgoingMail
from passport_site.core.throttle import Limit
from tests.factories import UserFactory
from tests.factories_tills import Api, a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db
WRONG = "00000000Z"


@pytest.fixture
def noon():
    at = timezone.localtime().replace(hour=12, minute=1, second=0, microsecond=0)
    with time_machine.travel(at, tick=False) as clock:
        yield clock


@pytest.fixture
def officer(noon):
    return UserFactory(role="Privacy officer", language="cy")


def guess(times: int, api: Api | None = None, network: str = "192.0.2.7") -> None:
    for _ in range(times):
        (api or Api()).post("check", {"code": WRONG}, REMOTE_ADDR=network)


def test_thirty_wrong_numbers_in_ten_minutes_ring_once(officer):
    guess(29)
    assert not GuessAlarm.objects.exists()
    guess(1)
    alarm = GuessAlarm.objects.get()
    assert (alarm.source, alarm.wrong, alarm.mailed) == ("network:192.0.2.0/24", 30, True)
    event = AuditEvent.objects.get(verb="guessing.alarm")
    assert event.details == {"source": "network:192.0.2.0/24", "wrong": 30}
    guess(20)
    assert GuessAlarm.objects.get().wrong == 30


def test_the_mail_goes_to_privacy_officers_only_and_in_their_language(officer):
    UserFactory(role="Assessor")
    gone = UserFactory(role="Privacy officer")
    gone.is_active = False
    gone.save()
    guess(30)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.language) == (officer.email, "cy")
    assert "192.0.2.0/24" in mail.text
    assert "192.0.2.7" not in mail.text
    assert outbox.outbox == [] or outbox.outbox[0].to == [officer.email]


def test_one_mail_a_day_whatever_happens(officer, noon):
    _device, token = a_till()
    for network in ("192.0.2.7", "198.51.100.1", "2001:db8::1"):
        guess(30, network=network)
    guess(30, Api(token))
    assert GuessAlarm.objects.count() == 4
    assert OutgoingMail.objects.count() == 1
    noon.shift(timedelta(days=1))
    guess(30)
    assert OutgoingMail.objects.count() == 2
    assert AuditEvent.objects.filter(verb="guessing.alarm").count() == 5


def test_the_database_keeps_one_mail_a_day(officer):
    GuessAlarm.objects.create(day=timezone.localdate(), source="a", mailed=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        GuessAlarm.objects.create(day=timezone.localdate(), source="b", mailed=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        GuessAlarm.objects.create(day=timezone.localdate(), source="a")


def test_somebody_slow_rings_by_the_day(officer, noon, monkeypatch):
    monkeypatch.setattr(guessing, "WRONG_IN_A_DAY", Limit("wrong_in_a_day", 40, 86_400))
    for _ in range(3):
        guess(15)
        noon.shift(timedelta(minutes=20))
    assert GuessAlarm.objects.get().wrong == 40


def test_many_networks_together_ring(officer, monkeypatch):
    monkeypatch.setattr(guessing, "WRONG_EVERYWHERE", Limit("wrong_everywhere", 25, 86_400))
    for number in range(25):
        guess(1, network=f"203.0.113.{number}")
        guess(0)
    assert GuessAlarm.objects.get().source == "everywhere"


def test_a_till_is_named_with_its_shop_on_the_first_page(officer, client_of):
    device, token = a_till(name="Counter 3")
    client = client_of("Privacy officer")
    assert "Nobody tried to guess" in client.get("/cms/").content.decode()
    guess(30, Api(token))
    html = client.get("/cms/").content.decode()
    assert f"Counter 3 – {device.branch.business.name}" in html
    assert "Guessed card numbers" not in client_of("Assessor").get("/cms/").content.decode()


def test_good_cards_and_refused_uses_ring_nothing(officer):
    device, token = a_till()
    api, card, offer = Api(token), a_card(), an_offer(device, limit_kind="day")
    stopped = a_card(status="lost")
    for number in range(35):
        api.post("check", {"code": code(stopped)})
        api.post("redeem", {"code": code(card), "offer": offer.pk, "idempotency_key": str(number)})
        Api().post("check", {"code": card.number})
    assert not GuessAlarm.objects.exists()


def test_a_till_beside_it_is_not_slowed_and_a_scan_never(officer):
    device, token = a_till()
    guess(60, Api(token))
    assert Api(token).post("check", {"code": code(a_card())}).json()["status"] == "valid"
    other = Api(a_till(device.branch)[1])
    assert other.post("check", {"code": a_card().number}).json()["status"] == "valid"


def test_a_fault_of_the_alarm_reaches_no_till(officer, monkeypatch):
    monkeypatch.setattr(alarming.mail, "queue", lambda **_: 1 / 0)
    answers = [Api().post("check", {"code": WRONG}, REMOTE_ADDR="192.0.2.7").status_code for _ in range(30)]
    assert answers == [200] * 30
    assert not GuessAlarm.objects.exists()


def test_alarms_go_after_90_days(officer):
    guess(30)
    with time_machine.travel(timezone.now() + timedelta(days=90)):
        assert retention.run(["redemptions.alarms"]) == {"redemptions.alarms": 0}
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert retention.run(["redemptions.alarms"]) == {"redemptions.alarms": 1}
