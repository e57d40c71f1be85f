"""The assessor's screens: the queue, one application on one screen, the buttons behind POST."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from passport_site.core.models import AuditEvent
from passports.applications.models import Application
from passports.cards.models import Passport
from tests.factories import ApplicationFactory, PassportFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db
QUEUE = "/cms/applications/"


def screen(application) -> str:
    return f"{QUEUE}inspect/{application.pk}/"


def decide(application, verb) -> str:
    return f"{QUEUE}decide/{application.pk}/{verb}/"


@pytest.fixture
def assessor(client_of):
    return client_of("Assessor", first_name="Bethan", last_name="Pugh")


def test_the_queue_shows_sent_applications_and_no_draft(assessor):
    ApplicationFactory(waiting=True, first_name="Rhian", last_name="Ashdown")
    ApplicationFactory(first_name="Unsent", last_name="Draft")

    page = assessor.get(QUEUE).content.decode()

    assert "Rhian Ashdown" in page
    assert "Unsent Draft" not in page


def test_the_queue_filters_what_is_due_and_searches(assessor):
    today = timezone.localdate()
    ApplicationFactory(waiting=True, last_name="Urgent", due_on=today)
    ApplicationFactory(waiting=True, last_name="Relaxed", due_on=today + timedelta(days=9))

    due = assessor.get(f"{QUEUE}?due=today").content.decode()
    found = assessor.get(f"{QUEUE}?q=Relaxed").content.decode()

    assert "Urgent" in due
    assert "Relaxed" not in due
    assert "Relaxed" in found
    assert "Urgent" not in found


def test_what_waits_for_us_is_on_top(assessor):
    today = timezone.localdate()
    ApplicationFactory(waiting=True, last_name="Later", due_on=today + timedelta(days=9))
    ApplicationFactory(
        waiting=True, last_name="Asked", status="more_needed", due_on=today - timedelta(days=90)
    )
    ApplicationFactory(waiting=True, last_name="Sooner", due_on=today)

    page = assessor.get(QUEUE).content.decode()

    assert page.index("Sooner") < page.index("Later") < page.index("Asked")


def test_the_promised_day_is_a_date(assessor):
    ApplicationFactory(waiting=True, due_on=date(2026, 12, 4))
    assert "4 Dec 2026" in assessor.get(QUEUE).content.decode()


def test_the_queue_costs_the_same_for_many(assessor):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assessor.get(QUEUE)
        return len(seen)

    ApplicationFactory.create_batch(2, waiting=True)
    queries()
    few = queries()
    ApplicationFactory.create_batch(20, waiting=True)
    assert queries() <= few


def test_one_screen_shows_answers_duplicates_and_history_and_is_logged(assessor):
    PassportFactory(first_name="Rhian", last_name="Ashdown", postcode="AJ1 2AA")
    application = ApplicationFactory(waiting=True, condition="Dementia, early stage")

    page = assessor.get(screen(application)).content.decode()

    assert "Dementia, early stage" in page
    assert "may be the same person" in page
    assert decide(application, "approve") in page
    assert AuditEvent.objects.filter(verb="application.seen", actor=f"user:{assessor.user.pk}").exists()


def test_approving_is_a_post_and_makes_a_passport(assessor):
    application = ApplicationFactory(waiting=True)

    assert assessor.get(decide(application, "approve")).status_code == 405
    response = assessor.post(decide(application, "approve"))

    assert response.headers["Location"] == QUEUE
    assert Passport.objects.get().first_name == "Rhian"


def test_the_officer_is_told_to_post_a_card_that_has_no_account(assessor):
    first = ApplicationFactory(waiting=True)
    page = assessor.post(decide(first, "approve"), follow=True).content.decode()
    assert "They have a mail with the way to their card." in page

    partner = ApplicationFactory(waiting=True, first_name="Gwilym", email=first.email)
    page = assessor.post(decide(partner, "approve"), follow=True).content.decode()

    assert "Print their card and post it." in page
    assert Passport.objects.get(first_name="Gwilym").user is None


def test_the_second_click_makes_no_second_passport_and_says_so(assessor, client_of):
    application = ApplicationFactory(waiting=True)
    assessor.post(decide(application, "approve"))

    page = client_of("Assessor").post(decide(application, "approve"), follow=True).content.decode()

    assert "Bethan Pugh was first" in page
    assert Passport.objects.count() == 1


def test_a_refusal_without_a_reason_keeps_what_was_typed(assessor):
    application = ApplicationFactory(waiting=True)

    response = assessor.post(
        decide(application, "refuse"), {"refuse-reason": "", "refuse-words": "We are sorry, Rhian"}
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert "Choose a reason" in page
    assert "We are sorry, Rhian" in page
    application.refresh_from_db()
    assert application.status == "waiting"


def test_asking_for_more_and_refusing_through_the_screen(assessor):
    first, second = ApplicationFactory(waiting=True), ApplicationFactory(waiting=True)
    assessor.post(decide(first, "ask_for_more"), {"ask-words": "A clearer photo"})
    assessor.post(decide(second, "refuse"), {"refuse-reason": "outside", "refuse-words": "Another county"})

    assert list(Application.objects.order_by("pk").values_list("status", flat=True)) == [
        "more_needed",
        "refused",
    ]


def test_a_young_carer_without_an_adult_cannot_be_approved(assessor):
    born = timezone.localdate() - timedelta(days=365 * 15)
    application = ApplicationFactory(waiting=True, date_of_birth=born, relationship="sibling")

    assert "no adult has agreed yet" in assessor.get(screen(application)).content.decode()
    assessor.post(decide(application, "approve"))
    assert not Passport.objects.exists()


def test_a_bad_photo_from_the_desk_is_refused_beside_its_field(assessor):
    application = ApplicationFactory(waiting=True, photo_way="desk")
    upload = SimpleUploadedFile("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")

    response = assessor.post(f"{QUEUE}photo/{application.pk}/", {"photo-photo": upload})

    assert response.status_code == 422
    application.refresh_from_db()
    assert not application.photo


@pytest.mark.parametrize("role", ["Commissioner", "Privacy officer", "Administrator"])
def test_other_officers_see_and_decide_nothing(client_of, role):
    application = ApplicationFactory(waiting=True, last_name="Secret")
    client = client_of(role)

    for path in (QUEUE, screen(application)):
        response = client.get(path)
        assert response.status_code in {302, 403}
        assert "Secret" not in response.content.decode()
    client.post(decide(application, "approve"))
    application.refresh_from_db()
    assert application.status == "waiting"
    assert "Applications" not in client.get("/cms/").content.decode()


def test_the_first_page_shows_the_panel_to_assessors(assessor):
    ApplicationFactory(
        waiting=True, due_on=timezone.localdate(), submitted_at=timezone.now() - timedelta(days=12)
    )
    page = assessor.get("/cms/").content.decode()
    assert "Due today or before" in page
    assert "12 days" in page


@pytest.mark.parametrize("what", ["edit", "delete", "usage", "history", "copy"])
def test_not_even_a_superuser_changes_an_application_past_the_services(what):
    application = ApplicationFactory(waiting=True)
    root = signed_in(UserFactory(is_superuser=True))

    assert root.get(f"{QUEUE}{what}/{application.pk}/").status_code == 404
    assert root.post(f"{QUEUE}{what}/{application.pk}/", {"status": "approved"}).status_code == 404
    assert root.get(f"{QUEUE}new/").status_code == 404
    for path in (QUEUE, f"{QUEUE}?q=nobody", screen(application)):
        page = root.get(path)
        assert page.status_code == 200
        assert f"{QUEUE}new/" not in page.content.decode()


@pytest.mark.parametrize("path", ["decide/abc/approve/", "photo/abc/", "inspect/abc/"])
def test_an_address_that_names_no_application_is_not_found(assessor, path):
    assert assessor.post(QUEUE + path).status_code == 404


def test_a_form_with_a_mistake_shows_no_application_to_who_may_not_read_it():
    user = UserFactory()
    user.user_permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
        Permission.objects.get(codename="decide_application"),
    )
    application = ApplicationFactory(waiting=True, last_name="Secret")
    client = signed_in(user)

    for path in (decide(application, "ask_for_more"), decide(application, "refuse")):
        response = client.post(path, {})
        assert response.status_code in {302, 403}
        assert "Secret" not in response.content.decode()
