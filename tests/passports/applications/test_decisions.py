"""An assessor decides: one transaction, one status row, one audit row, one mail; the first of two wins."""

from __future__ import annotations

import pytest
from django.core import mail as django_mail
from django.utils import timezone

from passport_site.accounts import erasure
from passport_site.accounts.models import User
from passport_site.core.errors import AlreadyDone, RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passports.applications.models import Application
from passports.applications.services import decisions
from passports.applications.services.decisions import approve_application, ask_for_more, refuse_application
from passports.cards.models import Card, Passport
from tests.factories import ApplicationFactory, PassportFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessor(db):
    return UserFactory(role="Assessor", first_name="Bethan", last_name="Pugh")


def test_approving_issues_passport_and_card_and_tells_the_carer(assessor, django_capture_on_commit_callbacks):
    application = ApplicationFactory(waiting=True, first_name="Rhian")

    with django_capture_on_commit_callbacks(execute=True):
        passport = approve_application(application=application, by=assessor)

    application.refresh_from_db()
    assert (application.status, application.decided_by, application.passport) == (
        "approved",
        assessor,
        passport,
    )
    assert Card.objects.get(passport=passport).status == "active"
    assert passport.user.email == application.email
    assert application.status_changes.get().to_status == "approved"
    assert AuditEvent.objects.filter(verb="application.approved", actor=f"user:{assessor.pk}").count() == 1
    assert [message.to for message in django_mail.outbox] == [[application.email]]
    assert "/card/" in django_mail.outbox[0].body


def test_a_welsh_speaker_is_told_in_welsh_with_a_welsh_link(assessor, django_capture_on_commit_callbacks):
    application = ApplicationFactory(waiting=True, language="cy")

    with django_capture_on_commit_callbacks(execute=True):
        approve_application(application=application, by=assessor)

    mail = OutgoingMail.objects.get(template="application_approved")
    assert mail.language == "cy"
    assert "/cy/card/" in mail.text


def test_a_carer_without_email_gets_a_passport_without_account_or_mail(assessor):
    application = ApplicationFactory(waiting=True, email="", no_email=True)

    passport = approve_application(application=application, by=assessor)

    assert passport.user is None
    assert not OutgoingMail.objects.exists()


def test_the_second_of_two_assessors_is_told_who_was_first(assessor):
    application = ApplicationFactory(waiting=True)
    stale = type(application).objects.get(pk=application.pk)
    approve_application(application=application, by=assessor)

    with pytest.raises(AlreadyDone, match="Bethan Pugh was first"):
        refuse_application(application=stale, by=UserFactory(role="Assessor"), reason="other", words="Sorry")

    assert Passport.objects.count() == 1
    assert application.status_changes.count() == 1


def test_a_carer_with_a_running_passport_is_not_given_a_second(assessor):
    first = ApplicationFactory(waiting=True)
    approve_application(application=first, by=assessor)
    second = ApplicationFactory(waiting=True, email=first.email)

    with pytest.raises(RuleBroken, match="already has a passport"):
        approve_application(application=second, by=assessor)

    second.refresh_from_db()
    assert second.status == "waiting"
    assert second.status_changes.count() == 0


@pytest.mark.parametrize(
    "other", [{"first_name": "Gwilym"}, {"date_of_birth": "1971-09-30"}], ids=["name", "birthday"]
)
def test_the_second_of_a_couple_with_one_address_gets_a_card_on_paper(assessor, other):
    # given somebody with a passport, and another person who applies with the same e-mail address
    first = ApplicationFactory(waiting=True)
    approve_application(application=first, by=assessor)
    second = ApplicationFactory(
        waiting=True,
        email=first.email,
        address="4 Mill Lane",
        user=User.objects.get(email=first.email),
        **other,
    )
    second.refresh_from_db()

    passport = approve_application(application=second, by=assessor)

    # then the card has no account, waits for the printer, and the mail says that it comes by post
    second.refresh_from_db()
    assert (second.status, second.passport, second.user, passport.user) == ("approved", passport, None, None)
    assert Card.objects.get(passport=passport).print_asked_at is not None
    mail = OutgoingMail.objects.filter(template="application_approved").order_by("pk").last()
    assert mail.to == first.email
    assert "Your card comes by post." in mail.text
    assert "Somebody else has a card with this e-mail address" in mail.text
    assert "/card/" not in mail.text


def test_closing_one_account_leaves_the_partner_who_shares_the_address(assessor):
    first = ApplicationFactory(waiting=True)
    approve_application(application=first, by=assessor)
    owner = User.objects.get(email=first.email)
    partner = ApplicationFactory(waiting=True, email=first.email, first_name="Gwilym")
    approve_application(application=partner, by=assessor)

    assert list(Application.objects.reachable_by(owner)) == [first]
    erasure.erase_person(owner, by=owner)

    assert list(Application.objects.all()) == [partner]
    assert Passport.objects.get(first_name="Gwilym").status == "active"


def test_the_same_person_in_other_letters_is_still_refused(assessor):
    first = ApplicationFactory(waiting=True)
    approve_application(application=first, by=assessor)
    second = ApplicationFactory(waiting=True, email=first.email, first_name=" rhian", last_name="ASHDOWN")

    with pytest.raises(RuleBroken, match="already has a passport"):
        approve_application(application=second, by=assessor)

    assert Passport.objects.count() == 1


def test_two_approvals_for_one_account_at_once_give_one_passport(assessor, monkeypatch):
    # given an approval that looks for a passport just before another one writes it
    first, second = ApplicationFactory(waiting=True), ApplicationFactory(waiting=True)
    passport = approve_application(application=first, by=assessor)
    Application.objects.filter(pk=second.pk).update(user=passport.user)
    real, looked = decisions._running_passport, []

    def too_early(user):
        return real(user) if looked else looked.append(user)

    monkeypatch.setattr(decisions, "_running_passport", too_early)
    monkeypatch.setattr(decisions, "issue_passport", lambda **fields: PassportFactory(user=fields["user"]))

    with pytest.raises(AlreadyDone, match="has a passport already"):
        approve_application(application=Application.objects.get(pk=second.pk), by=assessor)

    second.refresh_from_db()
    assert (second.status, second.status_changes.count(), Passport.objects.count()) == ("waiting", 0, 1)


@pytest.mark.parametrize("words", ["", "   "])
def test_asking_for_more_needs_words(assessor, words):
    application = ApplicationFactory(waiting=True)
    with pytest.raises(RuleBroken, match="what you need"):
        ask_for_more(application=application, by=assessor, words=words)


def test_what_we_need_stands_in_the_mail(assessor):
    application = ApplicationFactory(waiting=True)
    ask_for_more(application=application, by=assessor, words="A photo where we can see your face")

    application.refresh_from_db()
    assert application.status == "more_needed"
    assert "A photo where we can see your face" in OutgoingMail.objects.get().text


def test_a_refusal_says_why_and_how_to_appeal(assessor):
    application = ApplicationFactory(waiting=True)
    refuse_application(
        application=application,
        by=assessor,
        reason="outside",
        words="You and your mum live in another county.",
    )

    mail = OutgoingMail.objects.get()
    assert "Neither of you lives in our area" in mail.text
    assert "within 28 days" in mail.text
    application.refresh_from_db()
    assert (application.status, application.refusal_reason, application.decided_by) == (
        "refused",
        "outside",
        assessor,
    )


@pytest.mark.parametrize(
    ("relationship", "born", "kind"),
    [
        ("parent", "1970-01-01", "adult"),
        ("child", "1985-06-01", "parent"),
        ("sibling", "2012-02-02", "young"),
    ],
)
def test_the_kind_of_passport_follows_the_answers(assessor, relationship, born, kind):
    application = ApplicationFactory(
        waiting=True, relationship=relationship, date_of_birth=born, guardian_agreed_on=timezone.now()
    )
    application.refresh_from_db()
    assert approve_application(application=application, by=assessor).kind == kind
