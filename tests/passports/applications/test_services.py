"""The draft, sending, the adult, answering, withdrawing, retention: what is written and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.storage import storages
from django.db import connection, transaction
from django.utils import timezone

from passport_site.accounts import erasure, my_data
from passport_site.accounts.models import User
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passports.applications import services
from passports.applications.forms.caring import PersonForm
from passports.applications.models import Application, EqualityAnswer, Evidence
from passports.applications.querysets import ApplicationQuerySet
from passports.applications.services import decisions, preferences, retention
from passports.applications.services.applying import latest_consents
from tests.factories import ApplicationFactory, PassportFactory, UserFactory
from tests.factories_applications import finished_draft, picture, upload, young_draft

pytestmark = pytest.mark.django_db


# Sending


def blind_once(monkeypatch) -> None:
    """The next look for open applications sees none, as when the other one is written just after it."""
    real, looked = ApplicationQuerySet.open, []

    def too_early(rows):
        return real(rows) if looked else looked.append(rows) or rows.none()

    monkeypatch.setattr(ApplicationQuerySet, "open", too_early)


def test_an_account_that_got_another_open_application_meanwhile_does_not_stop_the_sending(
    scheme, monkeypatch
):
    user = UserFactory(email="rhian@mail.example")
    draft = finished_draft()
    ApplicationFactory(user=user)
    blind_once(monkeypatch)

    sent = services.submit_application(application=draft)

    assert (sent.status, sent.user) == ("waiting", None)
    assert sent.status_changes.count() == 1
    assert OutgoingMail.objects.filter(template="application_received").count() == 1


def test_a_draft_is_not_claimed_by_somebody_who_got_another_meanwhile(scheme, monkeypatch):
    user = UserFactory(role="Carer")
    draft = finished_draft()
    ApplicationFactory(user=user)
    blind_once(monkeypatch)

    assert not services.claim_draft(application=draft, user=user)

    assert draft.user is None
    assert Application.objects.get(pk=draft.pk).user is None
    assert not AuditEvent.objects.filter(verb="application.claimed").exists()


@time_machine.travel("2026-11-25 10:00 +00:00", tick=False)
def test_sending_starts_the_wait_and_writes_one_mail_one_row_and_one_entry(scheme):
    scheme.decision_days = 7
    scheme.save()
    sent = services.submit_application(application=finished_draft())
    assert sent.status == "waiting"
    assert sent.due_on == date(2026, 12, 4)
    assert [(c.verb, c.from_status, c.to_status) for c in sent.status_changes.all()] == [
        ("submit", "draft", "waiting")
    ]
    assert AuditEvent.objects.filter(verb="application.submitted").count() == 1
    mail = OutgoingMail.objects.get()
    assert "Friday 4 December" in mail.text
    assert sent.reference in mail.text
    assert "/apply/" in mail.text


def test_the_mail_is_written_only_when_the_sending_is_kept(scheme):
    draft = finished_draft()
    with transaction.atomic():
        services.submit_application(application=draft)
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()
    assert Application.objects.get().status == "draft"


def test_it_is_sent_once(scheme):
    draft = finished_draft()
    services.submit_application(application=draft)
    with pytest.raises(RuleBroken):
        services.submit_application(application=draft)
    assert OutgoingMail.objects.count() == 1


def test_without_the_terms_it_is_not_sent(scheme):
    draft = finished_draft()
    services.remember_consents(application=draft, given={"terms": False})
    with pytest.raises(RuleBroken) as refusal:
        services.submit_application(application=draft)
    assert refusal.value.code == "terms"


def test_with_an_open_question_it_is_not_sent(scheme):
    draft = finished_draft()
    draft.steps_done = [step for step in draft.steps_done if step != "time"]
    draft.save()
    with pytest.raises(RuleBroken) as refusal:
        services.submit_application(application=draft)
    assert refusal.value.code == "incomplete"


def test_a_child_below_fourteen_cannot_send_it_alone(scheme):
    draft = young_draft(date_of_birth=timezone.localdate() - timedelta(days=12 * 366))
    with pytest.raises(RuleBroken) as refusal:
        services.submit_application(application=draft)
    assert refusal.value.code == "needs-adult"


def test_what_no_longer_applies_is_not_kept(scheme):
    # given somebody who answered as an adult and then corrected the year of birth
    draft = young_draft(condition="Stroke", by_text=True)
    assert draft.phone
    # when it is sent
    sent = services.submit_application(application=draft)
    # then nothing is kept that we do not ask of young people
    assert (sent.phone, sent.hours, sent.since, sent.condition, sent.heard_from, sent.cared_for_age) == (
        "",
    ) * 6
    assert not sent.by_text
    assert not sent.by_post


def test_files_of_a_way_that_was_given_up_do_not_go_along(
    scheme, private_files, django_capture_on_commit_callbacks
):
    draft = finished_draft()
    services.add_evidence(application=draft, uploaded=upload())
    services.keep_photo(application=draft, uploaded=upload())
    services.save_answers(application=draft, step="photo", answers={"photo_way": "desk"})
    with django_capture_on_commit_callbacks(execute=True):
        sent = services.submit_application(application=draft)
    assert not sent.photo
    assert not Evidence.objects.exists()
    assert not [path for path in private_files.rglob("*") if path.is_file()]


def test_a_parent_carers_child_counts_as_under_18(scheme):
    sent = services.submit_application(application=finished_draft(relationship="child", cared_for_age=""))
    assert sent.cared_for_age == "0-17"


def test_the_condition_is_sealed_in_the_database(scheme):
    draft = finished_draft(condition="Planted condition")
    with connection.cursor() as cursor:
        cursor.execute("SELECT condition FROM applications_application WHERE id = %s", [draft.pk])
        assert "Planted" not in cursor.fetchone()[0]
    assert Application.objects.get().condition == "Planted condition"


# Accounts


def test_the_account_is_opened_with_the_address_and_is_the_carers(scheme):
    sent = services.submit_application(application=finished_draft(email="New@Mail.example"))
    assert sent.user == User.objects.get(email="new@mail.example")
    assert list(sent.user.groups.values_list("name", flat=True)) == ["Carer"]


def test_somebody_with_an_open_application_is_not_given_away_by_a_second_one(scheme):
    # given a person with an open application
    user = UserFactory(email="rhian@mail.example")
    ApplicationFactory(waiting=True, user=user)
    # when somebody sends another one with that address
    sent = services.submit_application(application=finished_draft(email="rhian@mail.example"))
    # then it looks as always and belongs to nobody yet
    assert sent.status == "waiting"
    assert sent.user is None


def test_a_signed_in_person_has_one_open_application(scheme):
    user = UserFactory()
    services.start_draft(route="self", language="en", user=user)
    with pytest.raises(RuleBroken) as refusal:
        services.start_draft(route="self", language="en", user=user)
    assert refusal.value.code == "open_exists"


def test_applying_again_after_a_refusal_is_possible(scheme, client_of):
    assessor = client_of("Assessor").user
    user = UserFactory(email="rhian@mail.example")
    draft = finished_draft(user=user)
    sent = services.submit_application(application=draft)
    decisions.refuse_application(application=sent, by=assessor, reason="other", words="Call us")
    again = services.start_draft(route="self", language="en", user=user)
    assert again.status == "draft"


# Save and come back


@pytest.mark.parametrize("known", [True, False])
def test_saving_says_the_same_for_known_and_unknown_addresses(scheme, known):
    if known:
        ApplicationFactory(waiting=True, user=UserFactory(email="ann@mail.example"))
    draft = finished_draft(email="ann@mail.example")
    services.save_for_later(application=draft, email="Ann@mail.example")
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.template) == ("ann@mail.example", "application_saved")
    draft.refresh_from_db()
    assert draft.user is None


def test_a_saved_draft_is_found_by_whoever_proves_the_address(scheme):
    draft = finished_draft()
    services.save_for_later(application=draft, email="ann@mail.example")
    ann, bob = User.objects.get(email="ann@mail.example"), UserFactory()
    assert list(Application.objects.reachable_by(ann)) == [draft]
    assert not Application.objects.reachable_by(bob).exists()
    assert services.claim_draft(application=draft, user=ann)
    assert not services.claim_draft(application=draft, user=bob)
    draft.refresh_from_db()
    assert draft.user == ann


def test_a_resume_code_opens_the_draft_with_the_birthday_only(scheme):
    draft = finished_draft()
    code = services.go_on_elsewhere(application=draft)
    assert code not in str(vars(Application.objects.get()))
    assert (
        services.resume_with_code(code=code.lower().replace("-", ""), date_of_birth=draft.date_of_birth)
        == draft
    )
    for wrong in (date(1968, 5, 5), None):
        with pytest.raises(RuleBroken):
            services.resume_with_code(code=code, date_of_birth=wrong)
    with pytest.raises(RuleBroken):
        services.resume_with_code(
            code=code[:-1] + ("0" if code[-1] != "0" else "1"), date_of_birth=draft.date_of_birth
        )
    # a new code ends the old one, and a sent application cannot be opened
    newer = services.go_on_elsewhere(application=draft)
    with pytest.raises(RuleBroken):
        services.resume_with_code(code=code, date_of_birth=draft.date_of_birth)
    services.submit_application(application=Application.objects.get())
    with pytest.raises(RuleBroken):
        services.resume_with_code(code=newer, date_of_birth=draft.date_of_birth)


def test_an_empty_code_opens_nothing(scheme):
    finished_draft()
    with pytest.raises(RuleBroken):
        services.resume_with_code(code="", date_of_birth=date(1968, 5, 4))


# The adult


def test_a_young_carer_waits_flagged_and_cannot_be_approved_before_an_adult_agrees(scheme):
    sent = services.submit_application(application=young_draft())
    assert sent.status == "waiting"
    assert services.waits_for_adult(sent)
    with pytest.raises(RuleBroken):
        services.check_adult_agreed(sent)
    token = services.invite_adult(application=sent)
    services.answer_as_adult(token=token, agrees=True)
    services.check_adult_agreed(Application.objects.get())


def test_an_invitation_has_128_bits_and_ends_after_two_weeks(scheme):
    sent = services.submit_application(application=young_draft())
    token = services.invite_adult(application=sent)
    assert len(token) * 6 >= 128
    assert token not in str(vars(Application.objects.get()))
    with time_machine.travel(timezone.now() + timedelta(days=14, seconds=5)), pytest.raises(RuleBroken):
        services.answer_as_adult(token=token, agrees=True)
    assert services.application_for_adult(token) == sent


def test_a_second_invitation_ends_the_first(scheme):
    sent = services.submit_application(application=young_draft())
    first = services.invite_adult(application=sent)
    second = services.invite_adult(application=sent)
    with pytest.raises(RuleBroken):
        services.answer_as_adult(token=first, agrees=True)
    services.answer_as_adult(token=second, agrees=False)
    sent.refresh_from_db()
    assert sent.guardian_agreed_on is None
    # then the young carer can name somebody else
    services.name_adult(
        application=sent,
        guardian_name="Sam",
        guardian_email="sam@mail.example",
        guardian_relationship="other",
    )
    assert OutgoingMail.objects.filter(to="sam@mail.example", template="application_adult_invited").exists()


def test_an_empty_token_fits_no_application(scheme):
    ApplicationFactory(waiting=True, guardian_token_hash="", guardian_token_expires=None)
    with pytest.raises(RuleBroken):
        services.application_for_adult("")


# Afterwards


def test_answering_adds_words_and_files_and_keeps_the_promised_day(scheme):
    sent = services.submit_application(application=finished_draft())
    Application.objects.filter(pk=sent.pk).update(status="more_needed")
    answered = services.answer_request(application=sent, words="Here it is", files=[upload(), upload()])
    assert (answered.status, answered.due_on) == ("waiting", sent.due_on)
    assert answered.evidence_files.count() == 2
    assert answered.status_changes.last().words == "Here it is"


def test_a_bad_file_among_good_ones_stores_nothing_and_changes_nothing(scheme):
    sent = services.submit_application(application=finished_draft())
    Application.objects.filter(pk=sent.pk).update(status="more_needed")
    with pytest.raises(RuleBroken):
        services.answer_request(application=sent, words="", files=[upload(), upload(b"<html>")])
    assert not Evidence.objects.exists()
    assert Application.objects.get().status == "more_needed"


def test_an_empty_answer_is_none(scheme):
    sent = services.submit_application(application=finished_draft())
    Application.objects.filter(pk=sent.pk).update(status="more_needed")
    with pytest.raises(RuleBroken):
        services.answer_request(application=sent, words="  ")


def test_an_optional_consent_is_withdrawn_in_one_step_and_the_rows_tell_it(scheme):
    sent = services.submit_application(application=finished_draft())
    services.change_consent(application=sent, purpose="carers_team", given=False)
    rows = list(sent.consents.filter(purpose="carers_team").values_list("given", "version"))
    assert rows == [(True, "2026-11"), (False, "2026-11")]
    with pytest.raises(RuleBroken):
        services.change_consent(application=sent, purpose="terms", given=False)
    with pytest.raises(RuleBroken):
        services.change_consent(application=sent, purpose="made_up", given=True)


def test_withdrawing_frees_the_way_for_a_new_one(scheme):
    user = UserFactory()
    draft = services.start_draft(route="self", language="en", user=user)
    services.withdraw_application(application=draft, by=user)
    assert services.start_draft(route="self", language="en", user=user).pk != draft.pk


def test_equality_answers_have_no_link_to_anybody(scheme):
    sent = services.submit_application(application=finished_draft())
    before = AuditEvent.objects.count()
    services.record_equality_answer(area=sent.area, sex="female", age_band="45-64")
    row = EqualityAnswer.objects.get()
    assert row.month.day == 1
    assert timezone.localtime(row.created_at).date() == row.month
    assert AuditEvent.objects.count() == before
    assert {field.name for field in EqualityAnswer._meta.get_fields()}.isdisjoint(
        {"user", "application", "passport"}
    )
    services.record_equality_answer(area=sent.area)
    assert EqualityAnswer.objects.count() == 1


def test_no_more_files_than_anybody_needs(scheme):
    draft = finished_draft()
    for _number in range(8):
        services.add_evidence(application=draft, uploaded=upload(picture(size=(200, 200))))
    with pytest.raises(RuleBroken):
        services.add_evidence(application=draft, uploaded=upload())


# Retention, my data, erasure


def test_drafts_go_after_90_days_with_their_files(scheme, private_files, django_capture_on_commit_callbacks):
    draft = finished_draft()
    services.keep_photo(application=draft, uploaded=upload())
    services.add_evidence(application=draft, uploaded=upload())
    now = draft.changed_at
    assert services.remove_old_drafts(now + timedelta(days=89)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert services.remove_old_drafts(now + timedelta(days=91)) == 1
        assert services.remove_old_drafts(now + timedelta(days=91)) == 0
    assert not Application.objects.exists()
    assert not [path for path in private_files.rglob("*") if path.is_file()]


def test_evidence_goes_30_days_after_the_decision_and_the_photo_stays_with_the_passport(
    scheme, private_files, django_capture_on_commit_callbacks
):
    # given an approved application whose photo the passport shows
    draft = finished_draft(evidence_kind="professional", condition="Stroke", evidence_words="Nurse Joy")
    services.keep_photo(application=draft, uploaded=upload())
    services.add_evidence(application=draft, uploaded=upload())
    sent = services.submit_application(application=draft)
    now = timezone.now()
    passport = PassportFactory(photo=sent.photo.name)
    by = UserFactory()
    Application.objects.filter(pk=sent.pk).update(
        status="approved", decided_at=now, decided_by=by, passport=passport
    )
    # when 29 days have passed, nothing happens; after 31 the evidence is gone
    assert services.remove_old_evidence(now + timedelta(days=29)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert services.remove_old_evidence(now + timedelta(days=31)) == 1
    after = Application.objects.get()
    assert (after.evidence_words, after.condition, after.evidence_files.count()) == ("", "", 0)
    assert after.evidence_removed_at is not None
    assert storages["private"].exists(passport.photo.name)
    assert len([path for path in private_files.rglob("*") if path.is_file()]) == 1
    assert services.remove_old_evidence(now + timedelta(days=32)) == 0


def test_closed_applications_go_after_a_year(scheme):
    now, by = timezone.now(), UserFactory()
    ApplicationFactory(waiting=True, status="refused", decided_at=now, decided_by=by, refusal_reason="other")
    ApplicationFactory(
        waiting=True, status="approved", decided_at=now, decided_by=by, passport=PassportFactory()
    )
    waiting = ApplicationFactory(waiting=True)
    assert retention.remove_old_applications(now + timedelta(days=364)) == 0
    assert retention.remove_old_applications(now + timedelta(days=366)) == 1
    assert waiting in Application.objects.all()


def test_a_planted_name_is_in_my_data_and_nowhere_after_erasure(
    scheme, private_files, django_capture_on_commit_callbacks
):
    # given an application with everything in it
    user = UserFactory(email="planted@mail.example")
    draft = finished_draft(
        user=user, first_name="Plantedname", condition="Planted condition", email="planted@mail.example"
    )
    services.keep_photo(application=draft, uploaded=upload())
    services.submit_application(application=draft)
    # then my data has it
    held = str(my_data.held_about(user)["applications"])
    for found in (
        "Plantedname",
        "Planted condition",
        "AJ1 2AA",
        "4 Mill Lane",
        "07700 900 123",
        "The card’s terms",
    ):
        assert found in held
    # and after erasure it is nowhere
    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase_person(user, by=user)
    assert not Application.objects.exists()
    assert not OutgoingMail.objects.filter(text__contains="Plantedname").exists()
    assert not [path for path in private_files.rglob("*") if path.is_file()]


def test_an_adult_is_forgotten_in_the_young_carers_application(scheme):
    sent = services.submit_application(application=young_draft())
    adult = UserFactory(email="price@school.example")
    assert "Ms Price" in str(my_data.held_about(adult)["applications"])
    assert "AJ1 2AA" not in str(my_data.held_about(adult)["applications"])
    erasure.erase_person(adult, by=adult)
    sent.refresh_from_db()
    assert (sent.guardian_name, sent.guardian_email) == ("", "")
    assert sent.status == "waiting"


def test_a_young_carer_has_no_mailing_list_to_choose(scheme):
    sent = services.submit_application(application=young_draft())
    assert preferences.choices_of(sent.user) == []
    preferences.set_choice(user=sent.user, key="by_email", yes=True, by=sent.user)
    preferences.set_choice(user=sent.user, key="information_service", yes=True, by=sent.user)
    sent.refresh_from_db()
    assert not sent.by_email
    assert {purpose: row.given for purpose, row in latest_consents(sent).items()} == {
        "terms": True,
        "information_service": False,
        "carers_team": False,
    }


def test_a_second_application_is_seen_by_whoever_proves_its_address(scheme):
    # given a person with a draft of their own, and an application sent from another device without signing in
    user = UserFactory(email="rhian@mail.example")
    services.start_draft(route="self", language="en", user=user)
    sent = services.submit_application(application=finished_draft(email="rhian@mail.example"))
    assert sent.user is None
    # then they see it after signing in, others do not, and it goes when they close the account
    assert sent in Application.objects.reachable_by(user)
    assert sent not in Application.objects.reachable_by(UserFactory())
    erasure.erase_person(user, by=user)
    assert not Application.objects.exists()


@time_machine.travel("2026-11-25 10:00 +00:00", tick=False)
def test_the_mail_speaks_the_language_of_the_application(scheme):
    services.submit_application(application=finished_draft(language="cy"))
    mail = OutgoingMail.objects.get()
    assert mail.language == "cy"
    assert "next=/cy/apply/" in mail.text
    assert "9 Rhagfyr" in mail.text


def test_what_an_adult_wrote_about_a_young_carer_reads_so_on_the_check_page(scheme):
    draft = services.start_draft(route="guardian", language="en")
    draft = services.save_answers(application=draft, step="person", answers={"cared_for_lives": "with_me"})
    lines = dict(PersonForm(application=draft, scheme=scheme).lines())
    assert [str(value) for value in lines.values()] == ["With the young carer"]
