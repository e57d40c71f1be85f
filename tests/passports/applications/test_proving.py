"""An address is proved by a code before anything about the application goes there (ADR 0012)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from passport_site.accounts import codes
from passport_site.accounts.models import User
from passport_site.core.errors import RuleBroken
from passport_site.core.models import OutgoingMail
from passports.applications import services
from passports.applications.models import Application
from passports.applications.services.decisions import approve_application
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_applications import finished_draft

from .conftest import Walker
from .test_journeys import born

pytestmark = pytest.mark.django_db


def at_contact(walker: Walker) -> Walker:
    walker.start().fill("name", first_name="Rhian").fill("born", **born()).fill("home", postcode="aj12aa")
    walker.fill("relationship", relationship="parent").fill(
        "person", cared_for_age="80+", cared_for_lives="near"
    )
    return walker.fill("time", hours="20-34", since="1-4")


def mails() -> list[str]:
    return list(OutgoingMail.objects.filter(template="account_address_code").values_list("to", flat=True))


def test_a_mistyped_address_gets_a_code_and_nothing_else(walker):
    # given somebody else's address
    at_contact(walker).fill("contact", email="stranger@mail.example")
    # then that mailbox gets a code that says nothing of the carer
    assert walker.where == "/apply/confirm/"
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.template, mail.holds_secret) == (
        "stranger@mail.example",
        "account_address_code",
        True,
    )
    assert "Rhian" not in mail.text + mail.subject + mail.html
    # and the carer cannot go past the question
    walker.page = walker.client.get("/apply/address/", follow=True)
    assert walker.where == "/apply/confirm/"
    walker.fill("confirm", code="0000-0000")
    assert "This is not the code we sent" in walker.text
    # when the address is put right
    walker.post("/apply/contact/", email="rhian@mail.example")
    walker.confirm()
    # then it goes on, and the stranger's address is nowhere
    assert walker.where == "/apply/address/"
    draft = Application.objects.get()
    assert (draft.email, draft.confirmed_email) == ("rhian@mail.example", "rhian@mail.example")
    assert mails() == ["stranger@mail.example"]


def test_a_changed_address_has_to_be_proved_again(walker):
    at_contact(walker).fill("contact", email="one@mail.example").confirm()
    assert walker.where == "/apply/address/"
    walker.post("/apply/contact/", email="two@mail.example")
    assert walker.where == "/apply/confirm/"
    # and back to the first, which was proved, is proved no longer than the last one
    walker.confirm()
    assert Application.objects.get().confirmed_email == "two@mail.example"


def test_the_same_answer_again_sends_no_second_code_and_asking_does(walker):
    at_contact(walker).fill("contact", email="one@mail.example")
    walker.post("/apply/contact/", email="one@mail.example")
    assert mails() == ["one@mail.example"]
    walker.post("/apply/confirm/", action="again")
    assert mails() == ["one@mail.example"] * 2
    assert "A new code is on its way" in walker.text
    walker.confirm()
    assert walker.where == "/apply/address/"


def test_on_another_device_a_new_code_is_asked_for_by_hand(walker):
    # given a draft whose code went to a session that is gone
    at_contact(walker).fill("contact", email="one@mail.example")
    code = services.go_on_elsewhere(application=Application.objects.get())
    other = Walker()
    other.post("/apply/come-back/", code=code, **born())
    # then opening the page sends nothing
    assert other.where == "/apply/confirm/"
    assert "First ask for a code" in other.text
    assert len(mails()) == 1
    other.fill("confirm", code="1234-5678")
    assert "Ask for a new one" in other.text
    other.post("/apply/confirm/", action="again")
    other.confirm()
    assert other.where == "/apply/address/"


def test_no_email_takes_the_question_away(walker):
    at_contact(walker).fill("contact", email="one@mail.example")
    walker.post("/apply/contact/", no_email="on")
    assert walker.where == "/apply/address/"


def test_known_and_unknown_addresses_look_the_same(walker):
    UserFactory(email="known@mail.example")
    at_contact(walker).fill("contact", email="known@mail.example")
    known = walker.text.replace("known@", "x@")
    other = at_contact(Walker()).fill("contact", email="fresh@mail.example")
    strip = lambda text: [line for line in text.splitlines() if "csrf" not in line and "nonce" not in line]  # noqa: E731
    assert strip(known) == strip(other.text.replace("fresh@", "x@"))


def test_who_signed_in_with_the_address_is_not_asked(scheme):
    carer = UserFactory(email="rhian@mail.example")
    walker = at_contact(Walker(signed_in(carer)))
    walker.fill("contact", email="rhian@mail.example")
    assert walker.where == "/apply/address/"
    # but for another address than the one they signed in with
    walker.post("/apply/contact/", email="other@mail.example")
    assert walker.where == "/apply/confirm/"


def test_codes_stop_after_five_wrong_ones_and_are_not_sent_without_end(walker):
    at_contact(walker).fill("contact", email="one@mail.example")
    for _try in range(5):
        walker.fill("confirm", code="0000-0000")
    assert "too many tries" in walker.text
    for _try in range(8):
        walker.post("/apply/confirm/", action="again")
    assert len(mails()) == codes.SENT.times
    assert "too many tries" in walker.text


def test_many_drafts_do_not_fill_one_mailbox(scheme):
    for _draft in range(12):
        at_contact(Walker()).fill("contact", email="victim@mail.example")
    assert len(mails()) == codes.SENT_TO.times


def test_a_service_refuses_to_send_an_unproved_application(scheme):
    draft = finished_draft()
    draft.confirmed_email = "somebody@else.example"
    draft.save()
    with pytest.raises(RuleBroken) as broken:
        services.submit_application(application=draft)
    assert broken.value.code == "incomplete"


def test_an_address_changed_in_another_window_is_not_proved_by_the_old_code(scheme):
    draft = finished_draft()
    with pytest.raises(RuleBroken) as broken:
        services.confirm_address(application=draft, address="old@mail.example")
    assert broken.value.code == "changed"


def test_the_database_refuses_a_sent_application_with_an_unproved_address(scheme):
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationFactory(waiting=True, confirmed_email="")


def by_a_guardian(**fields) -> Application:
    """A finished draft for a carer of 12, with an address that the guardian typed."""
    draft = finished_draft(born=date(timezone.localdate().year - 12, 1, 1), email="maya@mail.example")
    fields |= {"route": "guardian", "guardian_name": "Sana", "confirmed_email": ""}
    Application.objects.filter(pk=draft.pk).update(**fields, steps_done=[*draft.steps_done, "guardian"])
    draft.refresh_from_db()
    return draft


def test_a_young_carers_address_that_an_adult_typed_is_claimed_first(scheme):
    # given a guardian who signed in and gave an address for the young carer
    adult = UserFactory(email="sana@mail.example")
    draft = by_a_guardian(started_by=adult, guardian_email=adult.email)
    # when it is sent and approved
    draft = services.submit_application(application=draft, by=adult)
    passport = approve_application(application=draft, by=UserFactory(role="Assessor"))
    # then nothing belongs to whoever owns that address, and its mails say nothing of the carer
    assert (draft.user, passport.user, passport.email) == (None, None, "")
    said = {mail.to: mail.text for mail in OutgoingMail.objects.filter(template="application_for_you")}
    assert list(said) == ["maya@mail.example"]
    assert "Rhian" not in said["maya@mail.example"]
    # and the adult, who proved theirs, reads everything
    told = OutgoingMail.objects.filter(to="sana@mail.example").values_list("template", flat=True)
    assert {"application_received", "application_approved"} <= set(told)
    stranger = User.objects.get(email="maya@mail.example")
    assert not Application.objects.reachable_by(stranger).exists()
    with pytest.raises(RuleBroken):
        services.claim_application(user=stranger, date_of_birth=date(2014, 2, 2))
    # when the young carer signs in and knows the date of birth
    services.claim_application(user=stranger, date_of_birth=draft.date_of_birth)
    passport.refresh_from_db()
    assert passport.user == stranger


def test_with_a_guardian_who_gave_only_a_telephone_the_address_is_claimed_too(scheme):
    draft = by_a_guardian(phone="01632 960 301")
    services.submit_application(application=draft)
    stranger = User.objects.get(email="maya@mail.example")
    assert not Application.objects.reachable_by(stranger).exists()
    assert Application.objects.waiting_for(stranger).count() == 1
