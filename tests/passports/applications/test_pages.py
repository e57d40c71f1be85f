"""Who sees what: drafts, files, the status page; throttles; nothing personal in addresses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from passport_site.accounts.models import User
from passport_site.core.models import AuditEvent
from passports.applications import services
from passports.applications.models import Application
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_applications import finished_draft, upload

from .conftest import Walker

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_opening_the_start_page_creates_nothing(walker):
    page = walker.client.get("/apply/")
    assert page.status_code == 200
    assert "Do you look after someone?" in page.content.decode()
    assert not Application.objects.exists()


def test_the_session_holds_the_drafts_key_and_no_answer(walker):
    walker.start().fill("name", first_name="Plantedname")
    assert dict(walker.client.session) == {"application": Application.objects.get().draft_key}


def test_a_draft_is_out_of_reach_for_other_sessions_and_people(walker):
    walker.start().fill("name", first_name="Plantedname")
    for stranger in (Client(), signed_in(UserFactory())):
        page = stranger.get("/apply/name/", follow=True)
        assert page.request["PATH_INFO"] == "/apply/come-back/"
        assert "Plantedname" not in page.content.decode()


def test_somebody_else_who_signs_in_on_the_same_device_does_not_get_a_claimed_draft(scheme):
    owner = UserFactory()
    draft = services.start_draft(route="self", language="en", user=owner)
    client = Client()
    session = client.session
    session["application"] = draft.draft_key
    session.save()
    client.force_login(UserFactory())
    assert client.get("/apply/name/").status_code == 302


def test_a_lost_session_finds_the_draft_again_by_signing_in(walker):
    # given a draft that was saved with an address, and a session that has ended
    walker.start().fill("name", first_name="Ann")
    walker.post("/apply/save/", email="ann@mail.example")
    assert "ann@mail.example" in walker.text
    # when the person signs in elsewhere
    elsewhere = Walker(signed_in(User.objects.get(email="ann@mail.example")))
    elsewhere.page = elsewhere.client.get("/apply/")
    assert "Your answers are saved" in elsewhere.text
    elsewhere.post("/apply/go-on/", application=Application.objects.get().pk)
    # then they are where they were
    assert elsewhere.where == "/apply/born/"
    assert Application.objects.get().user.email == "ann@mail.example"


def test_the_code_works_on_another_device(walker):
    walker.start().fill("name", first_name="Ann")
    walker.post("/apply/code/")
    code = walker.page.context["code"]
    assert code in walker.text
    elsewhere = Walker()
    elsewhere.post("/apply/come-back/", code="0000-0000-0000-0000")
    assert elsewhere.page.status_code == 422
    elsewhere.post("/apply/come-back/", code=code)
    assert elsewhere.where == "/apply/born/"


def test_closing_it_on_a_shared_device_forgets_it_there(walker):
    walker.start().fill("name", first_name="Ann").post("/apply/close/")
    assert "application" not in walker.client.session
    assert Application.objects.count() == 1


def test_saving_a_page_with_save_and_come_back_later_keeps_its_answers(walker):
    walker.start().fill("name", first_name="Ann", action="later")
    assert walker.where == "/apply/save/"
    assert Application.objects.get().first_name == "Ann"


def test_starting_is_slowed_down_kindly_after_many(walker):
    for _number in range(40):
        Client().post("/apply/", {"route": "self"})
    walker.start()
    assert walker.page.status_code == 429
    assert "Nothing is lost" in walker.text
    assert Application.objects.count() == 40


def test_a_made_up_sender_address_does_not_get_around_the_slowing(walker):
    for number in range(45):
        Client().post("/apply/", {"route": "self"}, headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert Application.objects.count() == 40


def test_changing_an_answer_from_the_check_page_comes_back_to_it(scheme):
    user = UserFactory()
    finished_draft(user=user)
    walker = Walker(signed_in(user))
    walker.page = walker.client.get("/apply/check/")
    assert '/apply/name/"' in walker.text
    walker.post("/apply/name/", first_name="Rhiannon", last_name="Ashdown")
    assert walker.where == "/apply/check/"
    assert "Rhiannon" in walker.text


def test_saying_that_one_has_no_email_makes_the_address_needed_again(scheme):
    user = UserFactory()
    finished_draft(user=user, address="", phone="")
    walker = Walker(signed_in(user))
    walker.post("/apply/contact/", no_email="on")
    assert walker.where == "/apply/address/"


def test_choosing_other_evidence_asks_for_what_belongs_to_it(scheme):
    user = UserFactory()
    finished_draft(user=user)
    walker = Walker(signed_in(user))
    walker.post("/apply/evidence/", evidence_kind="code")
    assert walker.where == "/apply/proof/"
    assert Application.objects.get().evidence_words == ""


# Uploads through the pages


def test_a_bad_photo_keeps_the_page_and_says_why(scheme):
    user = UserFactory()
    finished_draft(user=user)
    walker = Walker(signed_in(user))
    walker.post(
        "/apply/photo/",
        photo_way="upload",
        upload=upload(b"<svg/>", name="me.svg", content_type="image/svg+xml"),
    )
    assert walker.page.status_code == 422
    assert "JPEG, PNG, WebP or HEIC" in walker.text
    assert not Application.objects.get().photo


def test_good_files_are_kept_when_one_is_bad_and_the_bad_one_is_named(scheme):
    user = UserFactory()
    draft = finished_draft(user=user, evidence_kind="benefit", evidence_words="")
    walker = Walker(signed_in(user))
    walker.post("/apply/proof/", files=[upload(name="good.jpg"), upload(b"<html>", name="bad <b>.html")])
    assert walker.page.status_code == 422
    assert "bad &lt;b&gt;.html" in walker.text
    assert draft.evidence_files.count() == 1
    # when the good one is taken away, it is gone, and another's cannot be named
    other = services.add_evidence(application=finished_draft(), uploaded=upload())
    walker.post("/apply/proof/", action=f"remove-{other.pk}")
    assert other.application.evidence_files.exists()
    walker.post("/apply/proof/", action=f"remove-{draft.evidence_files.get().pk}")
    assert not draft.evidence_files.exists()


def test_a_benefit_letter_is_needed_or_promised_by_post(scheme):
    user = UserFactory()
    finished_draft(user=user, evidence_kind="benefit", evidence_words="")
    walker = Walker(signed_in(user))
    walker.post("/apply/proof/")
    assert walker.page.status_code == 422
    walker.post("/apply/proof/", evidence_by_post="on")
    assert walker.where == "/apply/check/"


# Files


@pytest.fixture
def with_files(scheme) -> Application:
    draft = finished_draft(
        evidence_kind="benefit", evidence_words="", photo_way="upload", user=UserFactory(role="Carer")
    )
    services.keep_photo(application=draft, uploaded=upload())
    services.add_evidence(application=draft, uploaded=upload())
    return services.submit_application(application=draft)


def test_an_officer_opens_evidence_and_it_is_written_down(with_files, client_of):
    file = with_files.evidence_files.get()
    assessor = client_of("Assessor")
    page = assessor.get(f"/apply/file/{file.pk}/")
    assert page.status_code == 200
    assert b"".join(page.streaming_content).startswith(b"\xff\xd8\xff")
    assert page["Content-Type"] == "image/jpeg"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in page["Cache-Control"]
    assert "default-src 'none'" in page["Content-Security-Policy"]
    event = AuditEvent.objects.get(verb="application.evidence_seen")
    assert event.actor == f"user:{assessor.user.pk}"
    assert event.subject == f"applications.application:{with_files.pk}"


@pytest.mark.parametrize(
    "role", [None, "Carer", "Till staff", "Business owner", "Commissioner", "Call handler", "Privacy officer"]
)
def test_nobody_else_opens_evidence(with_files, client_of, role):
    file = with_files.evidence_files.get()
    client = client_of(role)
    assert client.get(f"/apply/file/{file.pk}/").status_code == 403
    assert client.get(f"/apply/file/photo/{with_files.pk}/").status_code == 403
    assert client.get(f"/apply/mine/{with_files.pk}/photo/").status_code == 404
    assert not AuditEvent.objects.filter(verb__endswith="_seen").exists()


def test_a_stranger_is_sent_to_sign_in_and_learns_nothing(with_files):
    for number in (with_files.evidence_files.get().pk, 999_999):
        page = Client().get(f"/apply/file/{number}/")
        assert (page.status_code, page["Location"]) == (302, f"/account/login/?next=/apply/file/{number}/")


def test_the_owner_sees_their_own_photo(with_files):
    assert signed_in(with_files.user).get(f"/apply/mine/{with_files.pk}/photo/").status_code == 200


def test_stored_names_are_random_and_not_under_the_public_address(with_files, settings):
    file = with_files.evidence_files.get().file.name
    assert len(file.rsplit("/", 1)[1]) > 27
    assert with_files.last_name.lower() not in file.lower()
    assert Client().get(f"{settings.MEDIA_URL}{file}").status_code == 404


# Following it


@pytest.mark.parametrize(
    ("state", "fields", "says"),
    [
        ("waiting", {}, "We aim to answer by"),
        ("more_needed", {}, "We need something from you"),
        (
            "refused",
            {"refusal_reason": "outside", "decision_words": "Both live in Leeds."},
            "Both live in Leeds.",
        ),
        ("approved", {}, "You have a passport."),
        ("withdrawn", {}, "You took this application back."),
    ],
)
def test_the_carer_sees_what_became_of_it(scheme, state, fields, says):
    user = UserFactory()
    if state in ("refused", "approved"):
        fields = fields | {"decided_at": timezone.now(), "decided_by": UserFactory()}
    application = ApplicationFactory(waiting=True, user=user)
    Application.objects.filter(pk=application.pk).update(status=state, **fields)
    if state == "more_needed":
        application.status_changes.create(
            verb="ask_for_more", to_status="more_needed", words="Send a lighter photo."
        )
        says = "Send a lighter photo."
    page = signed_in(user).get("/apply/")
    assert says in page.content.decode()
    assert application.reference in page.content.decode()
    assert signed_in(UserFactory()).get(f"/apply/mine/{application.pk}/").status_code == 404


def test_the_carer_answers_and_takes_back_on_the_page(scheme):
    user = UserFactory()
    application = ApplicationFactory(waiting=True, user=user)
    Application.objects.filter(pk=application.pk).update(status="more_needed")
    walker = Walker(signed_in(user))
    walker.post(f"/apply/mine/{application.pk}/answer/", words="", files="")
    assert walker.page.status_code == 422
    walker.post(f"/apply/mine/{application.pk}/answer/", words="Here", files=[upload()])
    assert "We have your answer" in walker.text
    walker.post(f"/apply/mine/{application.pk}/withdraw/")
    assert "You took this application back" in walker.text
    assert Application.objects.get().status == "withdrawn"


def test_others_cannot_answer_withdraw_or_change_consents(scheme):
    application = ApplicationFactory(waiting=True, user=UserFactory())
    stranger = signed_in(UserFactory())
    for end in ("answer", "withdraw", "consent", "adult"):
        assert stranger.post(f"/apply/mine/{application.pk}/{end}/").status_code == 404
    assert Client().post(f"/apply/mine/{application.pk}/withdraw/").status_code == 302
    assert Application.objects.get().status == "waiting"


def test_a_guardian_sees_several_applications_in_a_list(scheme):
    guardian = UserFactory()
    ApplicationFactory(waiting=True, user=guardian, first_name="Farida")
    ApplicationFactory(waiting=True, started_by=guardian, route="guardian", first_name="Aisha")
    page = signed_in(guardian).get("/apply/").content.decode()
    assert "Farida" in page
    assert "Aisha" in page


def test_equality_questions_are_offered_to_adults_after_sending_and_only_once(scheme):
    user = UserFactory()
    finished_draft(user=user)
    walker = Walker(signed_in(user)).post("/apply/check/")
    assert "4 questions, if you like" in walker.text
    walker.post("/apply/equality/", sex="female")
    assert walker.where == "/apply/thanks/"
    walker.page = walker.client.get("/apply/equality/", follow=True)
    assert walker.where == "/apply/"


def test_the_adults_page_knows_nothing_until_a_token_is_posted(scheme):
    page = Client().get("/apply/adult-answer/")
    assert page.status_code == 200
    wrong = Client().post("/apply/adult-answer/", {"token": "x" * 32})
    assert wrong.status_code == 422
    assert "cannot be used" in wrong.content.decode()


def test_being_late_is_said_and_what_happened_is_listed(scheme):
    user = UserFactory()
    sent = services.submit_application(application=finished_draft(user=user))
    assert "we are late" not in signed_in(user).get("/apply/").content.decode()
    Application.objects.filter(pk=sent.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    page = signed_in(user).get("/apply/").content.decode()
    assert "we are late" in page
    assert "You sent it" in page


def test_a_child_is_asked_nothing_more_before_an_adult_takes_over(walker):
    walker.start().fill("name", first_name="Maya")
    year = timezone.localdate().year - 11
    walker.fill("born", date_of_birth_day="1", date_of_birth_month="1", date_of_birth_year=str(year))
    for step in ("privacy", "home"):
        walker.post(f"/apply/{step}/", postcode="AJ1 2AA")
        assert walker.where == "/apply/stop/needs-adult/"
    assert Application.objects.get().postcode == ""
