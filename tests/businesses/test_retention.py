"""What the shops' wing forgets, with the clock moved."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from businesses.members.models import Device, Enrolment
from businesses.members.services import create_enrolment, enrol_device, revoke_device
from businesses.redemptions.models import Redemption, Scan
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
