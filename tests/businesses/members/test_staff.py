"""Who serves at the tills of a business: the list, the PINs, and what the database refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.db import IntegrityError, transaction

from businesses.members.domain import staff as rules
from businesses.members.models import BusinessStatus, StaffMember
from businesses.members.services import add_staff, give_pin, remove_staff, set_staff_mode
from businesses.members.services.forgetting import remove_staff_of_businesses_that_left
from businesses.members.services.staff import MOST_STAFF, mark_of, pin_fits
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent
from tests.factories import BusinessFactory

BY = "system:test"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("rh", "RH"), (" r. h. ", "RH"), ("ŵj", "ŴJ"), ("Rhys", "RHYS"), ("R", "R"), ("Rhian", ""), ("R2", ""), ("", ""), ("<b>", "")],
)  # fmt: skip
def test_initials_are_one_to_four_letters_in_capitals(typed, kept):
    assert rules.as_initials(typed) == kept


def test_a_scan_keeps_twelve_harmless_characters():
    assert rules.as_scanned("M\x00J<b>" * 9) == "MJbMJbMJbMJb"
    assert rules.as_scanned("RH?") == "RH?"


@pytest.mark.parametrize(("pin", "easy"), [("1111", True), ("1234", True), ("8765", True), ("1212", True), ("2580", False), ("7316", False)])  # fmt: skip
def test_easy_pins_are_known(pin, easy):
    assert rules.is_easy(pin) is easy


def test_new_pins_are_four_digits_and_never_easy():
    made = {rules.new_pin() for _try in range(500)}
    assert len(made) > 300
    assert all(rules.is_pin(pin) and len(pin) == 4 and not rules.is_easy(pin) for pin in made)


@pytest.mark.parametrize(
    ("mode", "minutes", "same_day", "there"),
    [("initials", 239, True, True), ("initials", 240, True, False), ("initials", 1, False, False), ("pin", 29, True, True),
     ("pin", 30, True, False), ("none", 0, True, False), ("pin", -1, True, False)],
)  # fmt: skip
def test_who_was_there_is_believed_for_a_while_and_never_the_next_day(mode, minutes, same_day, there):
    now, today = datetime(2026, 11, 26, 12, tzinfo=UTC), date(2026, 11, 26)
    seen_day = today if same_day else today - timedelta(days=1)
    found = rules.still_there(
        mode=mode, seen=now - timedelta(minutes=minutes), seen_day=seen_day, now=now, today=today
    )
    assert found is there


@pytest.mark.django_db
class TestTheList:
    def test_initials_are_there_once_in_a_business_and_again_in_another(self):
        business = BusinessFactory()
        member, pin = add_staff(business=business, initials="rh", by=BY)
        assert (member.initials, pin, member.pin_hash) == ("RH", "", "")
        with pytest.raises(RuleBroken, match="in the list already"):
            add_staff(business=business, initials="R.H.", by=BY)
        add_staff(business=BusinessFactory(), initials="RH", by=BY)

    def test_the_list_ends_somewhere(self):
        business = BusinessFactory()
        letters = [first + second for first in "ABCDEFGH" for second in "ABCDEFGH"][:MOST_STAFF]
        StaffMember.objects.bulk_create(
            [StaffMember(business=business, initials=letter) for letter in letters]
        )
        with pytest.raises(RuleBroken, match="The list is full"):
            add_staff(business=business, initials="ZZ", by=BY)

    def test_where_a_pin_is_asked_for_everybody_gets_one_and_only_a_hash_is_kept(self):
        business = set_staff_mode(business=BusinessFactory(), mode="pin", by=BY)
        member, pin = add_staff(business=business, initials="RH", by=BY)
        assert identify_hasher(member.pin_hash)
        assert pin_fits(member, pin)
        assert not pin_fits(member, "2580" if pin != "2580" else "7316")
        assert not pin_fits(member, pin + "x")
        chosen, own = add_staff(business=business, initials="MJ", by=BY, pin="731642")
        assert own == "731642"
        assert pin_fits(chosen, "731642")

    @pytest.mark.parametrize(("pin", "sentence"), [("123", "4 to 6 digits"), ("1234", "easy to guess"), ("１２３４", "4 to 6 digits")])  # fmt: skip
    def test_a_bad_pin_is_not_taken(self, pin, sentence):
        business = set_staff_mode(business=BusinessFactory(), mode="pin", by=BY)
        with pytest.raises(RuleBroken, match=sentence):
            add_staff(business=business, initials="RH", by=BY, pin=pin)
        assert not business.staff.exists()

    def test_a_new_pin_ends_the_one_before_and_what_it_opened(self):
        business = set_staff_mode(business=BusinessFactory(), mode="pin", by=BY)
        member, old = add_staff(business=business, initials="RH", by=BY, pin="2580")
        mark = mark_of(member)
        member, new = give_pin(member=member, by=BY, pin="7316")
        assert not pin_fits(member, old)
        assert pin_fits(member, new)
        assert mark_of(member) != mark

    def test_who_may_be_chosen_depends_on_how_the_shop_asks(self):
        business = BusinessFactory()
        add_staff(business=business, initials="RH", by=BY)
        add_staff(business=business, initials="MJ", by=BY, pin="2580")
        found = {
            mode: [m.initials for m in business.staff.choosable(mode)] for mode in ("none", "initials", "pin")
        }
        assert found == {"none": [], "initials": ["MJ", "RH"], "pin": ["MJ"]}

    def test_each_change_is_in_the_trail_without_initials_and_without_pins(self):
        business = set_staff_mode(business=BusinessFactory(), mode="pin", by=BY)
        set_staff_mode(business=business, mode="pin", by=BY)
        member, _pin = add_staff(business=business, initials="RHQZ", by=BY)
        _member, _other = give_pin(member=member, by=BY)
        remove_staff(member=member, by=BY)
        events = list(AuditEvent.objects.filter(verb__startswith="staff.").order_by("pk"))
        verbs = [event.verb for event in events]
        assert verbs == ["staff.mode_set", "staff.added", "staff.pin_given", "staff.removed"]
        told = " ".join(str(event.details) for event in events)
        assert "RHQZ" not in told
        assert not {"pin", "initials"} & {key for event in events for key in event.details}

    def test_of_a_business_that_left_nobody_stays_in_the_list(self):
        stays, left = BusinessFactory(), BusinessFactory(status=BusinessStatus.LEFT)
        for business in (stays, left):
            add_staff(business=business, initials="RH", by=BY)
        assert remove_staff_of_businesses_that_left() == 1
        assert StaffMember.objects.get().business == stays


@pytest.mark.django_db
@pytest.mark.parametrize(
    "row", [{"initials": "rh"}, {"initials": ""}, {"initials": "RH", "pin_hash": "2580"}, {"initials": "MJ"}]
)
def test_the_database_refuses_small_letters_open_pins_and_twins(row):
    business = BusinessFactory()
    add_staff(business=business, initials="MJ", by=BY)
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffMember.objects.create(business=business, **row)


@pytest.mark.django_db
def test_the_database_knows_three_ways_of_asking():
    business = BusinessFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(business).objects.filter(pk=business.pk).update(staff_mode="fingers")
    with pytest.raises(RuleBroken):
        set_staff_mode(business=business, mode="fingers", by=BY)
