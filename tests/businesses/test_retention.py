"""What the shops' wing forgets, with the clock moved."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from businesses.members.models import Device, Enrolment
from businesses.members.services import create_enrolment, enrol_device, revoke_device
from businesses.redemptions.models import Redemption, Scan
from businesses.redemptions.services import check_card, redeem_offer, void_redemption
from passport_site.core import retention
from tests.factories import (
    BranchFactory,
    BusinessFactory,
    CardFactory,
    DeviceFactory,
    OfferFactory,
    UserFactory,
)
from tests.factories_redemptions import use
from tests.factories_tills import a_card, a_till, an_offer, code

pytestmark = pytest.mark.django_db


def after(days: float):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_after_13_months_a_use_names_nobody_and_still_counts():
    card = CardFactory()
    branch = BranchFactory()
    use(OfferFactory(business=branch.business), branch, timezone.localdate(), passport=card.passport)
    scan = Scan.objects.create(
        purpose="check", accepted=True, scanned_at=timezone.now(), card=card, body_hash="x"
    )
    with after(390):
        assert retention.run(["redemptions.unlink"]) == {"redemptions.unlink": 0}
    with after(398):
        assert retention.run(["redemptions.unlink"]) == {"redemptions.unlink": 2}
    scan.refresh_from_db()
    assert (scan.card, scan.body_hash) == (None, "")
    assert Redemption.objects.get().passport is None


def test_a_once_ever_use_goes_on_counting_without_its_carer():
    device, _token = a_till()
    card = a_card()
    once, twice = an_offer(device, limit_kind="ever"), an_offer(device, limit_kind="ever", limit_count=2)

    def redeem(offer, key: str, of=card):
        return redeem_offer(text=code(of), offer_id=offer.pk, device=device, idempotency_key=key)

    for n, offer in enumerate((once, twice)):
        assert redeem(offer, f"first-{n}").accepted
    with after(398):
        retention.run(["redemptions.unlink"])
        old = Redemption.objects.order_by("pk")
        assert [use.passport for use in old] == [None, None]
        assert len({use.holder_key for use in old} - {""}) == 2  # no two offers can be matched
        assert left_at_a_check(card, device) == {once.pk: 0, twice.pk: 1}
        assert left_at_a_check(a_card(), device) == {once.pk: 1, twice.pk: 2}
        assert redeem(once, "again").reason == "used_up"
        assert redeem(once, "somebody else", of=a_card()).accepted
        second = redeem(twice, "second")
        assert Redemption.objects.get(pk=second.redemption).slot == 2
        assert redeem(twice, "third").reason == "used_up"
        assert left_at_a_check(card, device) == {once.pk: 0, twice.pk: 0}


def left_at_a_check(card, device) -> dict[int, int | None]:
    """What a till is shown, in two queries and one row: the look back comes with the row of the scan."""
    device.branch.business
    before = Scan.objects.count()
    text = code(card)
    with CaptureQueriesContext(connection) as queries:
        answer = check_card(text=text, device=device)
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    assert len([query for query in queries.captured_queries if not query["sql"].startswith(frame)]) == 2
    assert Scan.objects.count() == before + 1
    scan = Scan.objects.order_by("-pk").first()
    assert (scan.card_id, scan.purpose, scan.accepted) == (card.pk, "check", True)
    return {line.offer.id: line.remaining for line in answer.offers}


def test_a_once_ever_use_that_was_taken_back_stays_free():
    device, _token = a_till()
    card, offer = a_card(), an_offer(device, limit_kind="ever")
    asked = {"text": code(card), "offer_id": offer.pk, "device": device}
    first = redeem_offer(**asked, idempotency_key="one")
    void_redemption(redemption=Redemption.objects.get(pk=first.redemption), device=device)
    with after(398):
        retention.run(["redemptions.unlink"])
        assert left_at_a_check(card, device) == {offer.pk: 1}
        assert redeem_offer(**asked, idempotency_key="two").accepted
        assert left_at_a_check(card, device) == {offer.pk: 0}
        assert redeem_offer(**asked, idempotency_key="three").reason == "used_up"


def test_many_old_rows_go_in_chunks(monkeypatch):
    monkeypatch.setattr("businesses.redemptions.services.unlinking.CHUNK", 2)
    card = CardFactory()
    for _ in range(5):
        Scan.objects.create(purpose="check", accepted=True, scanned_at=timezone.now(), card=card)
    with after(398):
        assert retention.run(["redemptions.unlink"]) == {"redemptions.unlink": 5}
    assert not Scan.objects.filter(card__isnull=False).exists()


def test_old_invitations_go_and_their_till_stays():
    _enrolment, code = create_enrolment(branch=BranchFactory(), name="Counter 1", by="test")
    device, _token = enrol_device(token=code)
    with after(91):
        retention.run(["members.enrolments"])
    device.refresh_from_db()
    assert not Enrolment.objects.exists()
    assert device.enrolment is None


def test_a_till_goes_13_months_after_it_was_taken_off_and_its_scans_stay():
    device = DeviceFactory()
    Scan.objects.create(purpose="check", accepted=True, scanned_at=timezone.now(), device=device)
    revoke_device(device=device, by=UserFactory())
    with after(390):
        retention.run(["members.devices"])
        assert Device.objects.exists()
    with after(398):
        retention.run(["members.devices"])
    assert not Device.objects.exists()
    assert Scan.objects.get().device is None


def test_a_business_that_left_keeps_its_name_only():
    left = BusinessFactory(status="left", email="owner@shop.example", phone="01632 960 100")
    here = BusinessFactory(email="here@shop.example")
    assert retention.run(["members.businesses"]) == {"members.businesses": 1}
    left.refresh_from_db()
    here.refresh_from_db()
    assert (left.email, left.phone) == ("", "")
    assert here.email == "here@shop.example"
