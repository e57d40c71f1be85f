"""Photos and evidence as officers see them: of sent applications only, and gone when the passport has a better photo."""

from __future__ import annotations

import pytest
from django.urls import reverse

from passports.applications import services
from passports.applications.services.decisions import approve_application
from passports.cards.services.photo import change_photo
from tests.factories import UserFactory
from tests.factories_applications import finished_draft, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(scheme):
    """A waiting application with a photo and one file of evidence."""
    draft = finished_draft(evidence_kind="professional", photo_way="upload", evidence_words="Nurse Joy")
    services.keep_photo(application=draft, uploaded=upload())
    services.add_evidence(application=draft, uploaded=upload())
    return services.submit_application(application=draft)


def addresses(application) -> list[str]:
    return [
        reverse("applications:photo", args=[application.pk]),
        reverse("applications:evidence", args=[application.evidence_files.get().pk]),
    ]


def test_officers_open_the_files_of_what_was_sent_and_of_no_draft(sent, client_of):
    officer = client_of("Assessor")
    assert [officer.get(path).status_code for path in addresses(sent)] == [200, 200]

    type(sent).objects.filter(pk=sent.pk).update(status="draft", submitted_at=None, due_on=None)

    assert [officer.get(path).status_code for path in addresses(sent)] == [404, 404]


def test_the_screen_says_that_the_passport_has_a_newer_photo(
    sent, client_of, django_capture_on_commit_callbacks
):
    officer = client_of("Assessor")
    screen = reverse("applications_queue:inspect", args=[sent.pk])
    photo = reverse("applications:photo", args=[sent.pk])
    passport = approve_application(application=sent, by=officer.user)
    assert photo in officer.get(screen).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        change_photo(passport=passport, uploaded=upload(), by=UserFactory(role="Assessor"))

    page = officer.get(screen).content.decode()
    assert photo not in page
    assert "This photo was replaced or removed." in page
    assert officer.get(photo).status_code == 404
