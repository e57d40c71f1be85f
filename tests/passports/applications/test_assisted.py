"""An officer fills in an application for somebody who calls or comes to a desk (ADR 0013)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.utils import timezone

from passport_site.accounts.models import User
from passport_site.core.errors import RuleBroken
from passport_site.core.models import AuditEvent, OutgoingMail
from passports.applications import services
from passports.applications.models import Application
from passports.applications.services.decisions import approve_application, refuse_application
from passports.cards.models import Passport
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_applications import upload

pytestmark = pytest.mark.django_db
NEW = "/cms/applications/assist/"
ADULT = {
    "name-first_name": "Rhian", "name-last_name": "Ashdown",
    "born-date_of_birth_day": "4", "born-date_of_birth_month": "5", "born-date_of_birth_year": "1968",
    "home-postcode": "aj12aa", "relationship-relationship": "parent",
    "person-cared_for_age": "80+", "person-cared_for_lives": "near",
    "time-hours": "20-34", "time-since": "1-4", "contact-no_email": "on",
    "address-address": "4 Mill Lane\nArlenford", "address-phone": "07700 900 123",
    "photo-photo_way": "post", "evidence-evidence_kind": "declaration",
    "news-by_post": "on", "news-heard_from": "gp", "agree-terms": "on",
}  # fmt: skip
WORDS = {"proof-evidence_words": "I cook and wash for my mum."}
SAID = {"desk-heard": "on", "desk-read_back": "on"}
RHIAN = date(1968, 5, 4)


@pytest.fixture
def officer(scheme, client_of):
    return client_of("Assessor", first_name="Bethan", last_name="Pugh")


def begin(officer, *, how="phone", route="assisted", language="en") -> Application:
    officer.post(NEW, {"how": how, "route": route, "language": language})
    return Application.objects.latest("pk")


def send(officer, draft: Application, action: str = "send", **changed):
    """What the browser sends: the sections that the page has just shown, and the answers to them."""
    page = officer.get(f"{NEW}{draft.pk}/")
    asked = [section.step.slug for section in page.context["sheet"].sections]
    answers = {name: value for name, value in (ADULT | WORDS | SAID | changed).items() if value is not None}
    return officer.post(f"{NEW}{draft.pk}/", {**answers, "asked": asked, "action": action})


def sent_one(officer, **changed) -> Application:
    """Saved once, so that every question is there, and sent."""
    draft = begin(officer, how=changed.pop("how", "phone"), language=changed.pop("language", "en"))
    send(officer, draft, "save", **changed)
    answer = send(officer, draft, **changed)
    draft.refresh_from_db()
    assert draft.status == "waiting", answer.content.decode()[:200]
    return draft


def with_email(address="rhian@mail.example") -> dict:
    return {"contact-email": address, "contact-no_email": None}


# filling in


def test_a_call_becomes_an_application_in_the_queue(officer):
    application = sent_one(officer)

    assert (application.name, application.date_of_birth) == ("Rhian Ashdown", RHIAN)
    assert application.assisted_how == "phone"
    assert application.assisted_by == officer.user
    assert application.user is None
    assert application.area is not None
    page = officer.get(f"/cms/applications/inspect/{application.pk}/").content.decode()
    assert "By telephone, Bethan Pugh" in page
    assert "heard by Bethan Pugh" in page


def test_the_trail_and_the_history_name_the_officer(officer):
    application = sent_one(officer)
    me = f"user:{officer.user.pk}"
    about = AuditEvent.objects.filter(subject=f"applications.application:{application.pk}", actor=me)

    verbs = {"application.assisted", "application.consent", "application.submitted"}
    assert verbs <= set(about.values_list("verb", flat=True))
    assert application.status_changes.get(verb="submit").by == officer.user


def test_each_consent_says_that_it_was_heard_and_by_whom(officer):
    application = sent_one(officer, how="desk")

    given = {row.purpose: (row.given, row.how, row.noted_by) for row in application.consents.all()}

    assert given["terms"] == (True, "desk", officer.user)
    assert given["carers_team"] == (False, "desk", officer.user)


@pytest.mark.parametrize("left_out", ["name-first_name", "agree-terms", "desk-heard", "time-hours"])
def test_it_is_not_sent_while_something_is_open(officer, left_out):
    draft = begin(officer)
    send(officer, draft, "save")

    answer = send(officer, draft, **{left_out: None})

    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_an_address_is_read_back_before_it_is_sent(officer):
    draft = begin(officer)
    send(officer, draft, "save", **with_email())

    answer = send(officer, draft, **with_email(), **{"desk-read_back": None})

    assert answer.status_code == 422
    assert "Read the address back" in answer.content.decode()


def test_saving_keeps_what_is_there_and_scolds_nobody_for_the_rest(officer):
    draft = begin(officer)

    answer = officer.post(
        f"{NEW}{draft.pk}/",
        {"asked": ["name", "born", "time"], "name-first_name": "Rhian", "action": "save"},
    )

    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft.first_name == "Rhian"
    assert draft.steps_done == ["name"]
    assert "Rhian" in officer.get(NEW).content.decode()


def test_a_wrong_answer_is_said_and_the_good_ones_are_kept(officer):
    draft = begin(officer)

    answer = send(officer, draft, "save", **{"home-postcode": "nowhere"})

    assert answer.status_code == 422
    assert "Enter a postcode, like LS1 4AP" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.first_name == "Rhian"


def test_paper_seen_at_the_desk_needs_no_copy(officer):
    letter = {"evidence-evidence_kind": "benefit", "proof-evidence_words": None}
    draft = begin(officer, how="desk")
    send(officer, draft, "save", **letter)
    assert send(officer, draft, **letter).status_code == 422  # neither a copy nor paper

    send(officer, draft, **letter, **{"desk-paper_seen": "Carer’s Allowance, 3 November"})

    draft.refresh_from_db()
    assert draft.status == "waiting"
    page = officer.get(f"/cms/applications/inspect/{draft.pk}/").content.decode()
    assert "Carer’s Allowance, 3 November" in page


def test_a_letter_cannot_be_seen_through_a_telephone(officer):
    draft = begin(officer)
    with pytest.raises(RuleBroken):
        services.note_paper(application=draft, words="a letter", by=officer.user)


def test_a_photo_and_a_copy_are_taken_at_the_desk(officer):
    files = {
        "evidence-evidence_kind": "benefit", "proof-evidence_words": None, "photo-photo_way": "upload",
    }  # fmt: skip
    draft = begin(officer, how="desk")
    send(officer, draft, "save", **files | {"photo-photo_way": "post"})
    send(officer, draft, **files, **{"photo-upload": upload(), "proof-files": upload(name="letter.jpg")})

    draft.refresh_from_db()
    assert draft.status == "waiting"
    assert draft.photo
    assert draft.evidence_files.count() == 1


def test_the_photo_of_an_assisted_draft_is_shown_to_who_may_help_and_nobodys_own_draft(officer, client_of):
    draft = begin(officer, how="desk")
    services.keep_photo(application=draft, uploaded=upload(), by=officer.user)
    own = services.start_draft(route="self", language="en")
    services.keep_photo(application=own, uploaded=upload())

    assert officer.get(f"/apply/file/draft-photo/{draft.pk}/").status_code == 200
    assert officer.get(f"/apply/file/draft-photo/{own.pk}/").status_code == 404
    assert client_of("Commissioner").get(f"/apply/file/draft-photo/{draft.pk}/").status_code == 403
    assert officer.get(f"{NEW}{own.pk}/").status_code == 404


def test_a_possible_duplicate_shows_while_they_talk(officer):
    ApplicationFactory(waiting=True, first_name="Rhian", last_name="Ashdown", reference="OLDER")
    draft = begin(officer)
    send(officer, draft, "save")

    assert "OLDER" in officer.get(f"{NEW}{draft.pk}/").content.decode()


def test_they_read_mails_in_their_language(officer):
    sent_one(officer, language="cy", **with_email())

    mail = OutgoingMail.objects.get(template="application_for_you")
    assert mail.language == "cy"


def test_who_has_no_permission_comes_nowhere_near(scheme, client_of):
    draft = services.start_assisted(how="phone", route="assisted", language="en", by=UserFactory())
    for role in ("Commissioner", "Editor", "Privacy officer", "Carer"):
        client = client_of(role)
        for path in (NEW, f"{NEW}{draft.pk}/"):
            assert client.get(path).status_code in (302, 403), role
            assert client.post(path, {"how": "phone"}).status_code in (302, 403), role
    assert Application.objects.count() == 1


def test_the_queue_has_a_button_for_who_may(officer):
    assert NEW in officer.get("/cms/applications/").content.decode()

    reader = UserFactory()
    for app, codename in (("wagtailadmin", "access_admin"), ("applications", "view_application")):
        reader.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    assert NEW not in signed_in(reader).get("/cms/applications/").content.decode()


# young carers


def years_ago(years: int) -> dict:
    today = timezone.localdate()
    return {"born-date_of_birth_year": str(today.year - years), "born-date_of_birth_month": "1"}


TEEN = {
    "adult-guardian_name": "Ms Price", "adult-guardian_relationship": "school",
    "adult-guardian_email": "price@school.example", "look-discreet": "no", "person-cared_for_age": None,
}  # fmt: skip


def test_a_16_year_old_names_an_adult_who_gets_the_link(officer):
    answers = TEEN | years_ago(16)
    draft = begin(officer)
    assert send(officer, draft, "save", **answers).status_code in (302, 422)
    send(officer, draft, **answers)

    draft.refresh_from_db()
    assert draft.status == "waiting"
    assert draft.guardian_agreed_on is None
    assert OutgoingMail.objects.get(template="application_adult_invited").to == "price@school.example"
    assert set(draft.consents.values_list("purpose", flat=True)) == {"terms"}


def test_a_child_needs_an_adult_on_the_line(officer):
    draft = begin(officer)
    answer = send(officer, draft, **years_ago(10))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "an adult does this with the young carer" in page
    assert "time-hours" not in page  # nothing more is asked of a child

    officer.post(f"{NEW}{draft.pk}/", {"action": "guardian", "asked": ["name"], "name-first_name": "Kai"})

    draft.refresh_from_db()
    assert draft.first_name == "Kai"  # what was typed beside the button is not lost
    assert draft.route == "guardian"
    assert "guardian-guardian_name" in officer.get(f"{NEW}{draft.pk}/").content.decode()


def test_a_guardian_calls_for_a_child(officer):
    answers = years_ago(10) | {
        "guardian-guardian_name": "Sian Ashdown", "guardian-guardian_email": "sian@mail.example",
        "look-discreet": "yes", "agree-adult_agrees": "on", "person-cared_for_age": None,
    }  # fmt: skip
    draft = begin(officer, route="guardian")
    send(officer, draft, "save", **answers)
    send(officer, draft, **answers)

    draft.refresh_from_db()
    assert draft.status == "waiting"
    assert draft.guardian_agreed_on is not None
    assert draft.started_by is None  # the mother claims it like anybody
    assert OutgoingMail.objects.get().template == "application_for_you"
    mother = signed_in(User.objects.get(email="sian@mail.example"), second_factor=False)
    claim(mother, draft.date_of_birth)
    draft.refresh_from_db()
    assert draft.started_by == mother.user
    assert draft.user is None


def test_outside_the_area_goes_on_with_a_flag(officer):
    away = {"home-postcode": "ZZ9 9ZZ", "their-postcode-cared_for_postcode": "ZZ9 9ZZ"}
    draft = begin(officer)
    send(officer, draft, "save", **away)
    send(officer, draft, "save", **away)
    assert send(officer, draft, **away).status_code == 422

    officer.post(f"{NEW}{draft.pk}/", {"action": "outside"})
    page = officer.get(f"{NEW}{draft.pk}/")
    asked = [
        s.step.slug
        for s in page.context["sheet"].sections
        if s.step.slug not in ("home", "their-postcode", "person")
    ]
    officer.post(f"{NEW}{draft.pk}/", {**ADULT, **WORDS, **SAID, "asked": asked, "action": "send"})

    draft.refresh_from_db()
    assert draft.status == "waiting"
    assert draft.outside_area


# four eyes


def test_who_filled_it_in_does_not_approve_it(officer, client_of):
    application = sent_one(officer)
    path = f"/cms/applications/decide/{application.pk}/approve/"

    officer.post(path)
    application.refresh_from_db()
    assert application.status == "waiting"

    client_of("Assessor").post(path)
    application.refresh_from_db()
    assert application.status == "approved"


def test_the_database_keeps_four_eyes(officer):
    application = sent_one(officer)
    mine = {"status": "approved", "decided_at": timezone.now(), "decided_by": officer.user}
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(**mine)
    mine["decided_by"] = UserFactory(role="Assessor")
    assert Application.objects.filter(pk=application.pk).update(**mine) == 1


def test_who_filled_it_in_may_refuse_it(officer):
    application = sent_one(officer)
    refuse_application(application=application, by=officer.user, reason="other", words="As we said.")
    application.refresh_from_db()
    assert application.status == "refused"


# a mistyped address


def claim(client, born: date):
    parts = {"day": born.day, "month": born.month, "year": born.year}
    data = {f"date_of_birth_{part}": value for part, value in parts.items()}
    return client.post("/apply/for-you/", data)


@pytest.fixture
def stranger():
    """Whoever reads the mails at the address that the officer typed."""
    return signed_in(
        UserFactory(email="rhian@mail.example", first_name="", last_name=""), second_factor=False
    )


def test_no_mail_to_the_typed_address_says_who_it_is(officer, stranger):
    application = sent_one(officer, **with_email())
    services.decisions.ask_for_more(
        application=application, by=officer.user, words="Which day were you born?"
    )
    services.answer_request(application=application, words="Here", by=None)
    application.refresh_from_db()
    approve_application(application=application, by=UserFactory(role="Assessor"))

    mails = OutgoingMail.objects.filter(to="rhian@mail.example")
    assert [mail.template for mail in mails] == ["application_for_you"] * 3
    told = " ".join(mail.subject + mail.text + mail.html for mail in mails)
    for secret in ("Rhian", "Ashdown", application.reference, "Which day", "Mill Lane"):
        assert secret not in told


def test_a_stranger_sees_neither_application_nor_card(officer, stranger):
    application = sent_one(officer, **with_email())

    page = stranger.get("/apply/", follow=True)
    assert page.request["PATH_INFO"] == "/apply/for-you/"
    assert stranger.get(f"/apply/mine/{application.pk}/").status_code == 404
    approve_application(application=application, by=UserFactory(role="Assessor"))
    everything = "".join(
        stranger.get(path, follow=True).content.decode()
        for path in ("/apply/", "/card/", "/account/my-data/", "/account/details/")
    )
    assert "Ashdown" not in everything + page.content.decode()
    assert application.reference not in everything
    assert Passport.objects.get().user is None
    assert Passport.objects.get().email == ""
    assert Passport.objects.get().cards.to_print().exists()  # the card goes to the postal address meanwhile


def test_the_right_date_of_birth_makes_it_theirs(officer, stranger):
    application = sent_one(officer, **with_email())
    assert claim(stranger, RHIAN + timedelta(days=1)).status_code == 422

    answer = claim(stranger, RHIAN)

    assert answer.headers["Location"] == f"/apply/mine/{application.pk}/"
    application.refresh_from_db()
    assert application.user == stranger.user
    assert application.reference in stranger.get("/apply/", follow=True).content.decode()
    services.decisions.ask_for_more(application=application, by=officer.user, words="A photo, please.")
    assert "A photo, please." in OutgoingMail.objects.latest("pk").text


def test_after_the_answer_they_get_application_and_card(officer, stranger):
    application = sent_one(officer, **with_email())
    passport = approve_application(application=application, by=UserFactory(role="Assessor"))

    claim(stranger, RHIAN)

    passport.refresh_from_db()
    assert passport.user == stranger.user
    assert passport.email == "rhian@mail.example"
    assert "Rhian" in stranger.get("/card/", follow=True).content.decode()


def test_an_account_with_a_card_of_its_own_gets_no_second(officer, stranger):
    other = ApplicationFactory(
        waiting=True, email="rhian@mail.example", first_name="Gwilym", user=stranger.user
    )
    approve_application(application=other, by=UserFactory(role="Assessor"))
    application = sent_one(officer, **with_email())
    passport = approve_application(application=application, by=UserFactory(role="Assessor"))

    answer = claim(stranger, RHIAN)

    assert answer.status_code == 422
    assert "Call us and we will help" in answer.content.decode()
    passport.refresh_from_db()
    application.refresh_from_db()
    assert passport.user is None
    assert application.user is None


def test_guessing_a_date_of_birth_stops_after_five(officer, stranger):
    application = sent_one(officer, **with_email())
    for days in range(1, 6):
        assert claim(stranger, RHIAN + timedelta(days=days)).status_code == 422

    assert claim(stranger, RHIAN).status_code == 429
    application.refresh_from_db()
    assert application.user is None


def test_not_mine_takes_the_address_out_and_tells_the_officers(officer, stranger):
    application = sent_one(officer, **with_email())

    stranger.post("/apply/for-you/not-mine/")

    application.refresh_from_db()
    assert (application.email, application.no_email) == ("", True)
    assert (
        "told us; we took it out"
        in officer.get(f"/cms/applications/inspect/{application.pk}/").content.decode()
    )
    assert stranger.get("/apply/for-you/").status_code == 302


def test_an_erased_account_forgets_only_what_is_theirs(officer, stranger):
    application = sent_one(officer, **with_email())
    services.forgetting.forget_person(stranger.user)
    assert Application.objects.filter(pk=application.pk).exists()

    claim(stranger, RHIAN)
    services.forgetting.forget_person(stranger.user)
    assert not Application.objects.filter(pk=application.pk).exists()


# retention


def test_paper_seen_goes_with_the_evidence(officer):
    application = sent_one(officer, how="desk", **{"desk-paper_seen": "A letter"})
    refuse_application(application=application, by=officer.user, reason="other", words="Sorry.")

    services.remove_old_evidence(timezone.now() + timedelta(days=31))

    application.refresh_from_db()
    assert application.paper_seen == ""


def test_a_call_that_broke_off_goes_after_90_days(officer):
    begin(officer)
    assert services.remove_old_drafts(timezone.now() + timedelta(days=89)) == 0
    assert services.remove_old_drafts(timezone.now() + timedelta(days=91)) == 1
