"""A carer without e-mail is told by a letter what others read in a mail."""

from __future__ import annotations

import pypdfium2
import pytest
from django.urls import reverse

from passport_site.core.models import AuditEvent
from passport_site.scheme.models import Scheme
from passports.applications import letter
from passports.applications.services.decisions import ask_for_more, refuse_application
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_accounts import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(scheme):
    Scheme.objects.update(post_address_en="Old Weighhouse\nArlenford", post_address_cy="Yr Hen Dŷ Pwyso")
    return ApplicationFactory(
        waiting=True, email="", no_email=True, address="4 Mill Lane\nArlenford", first_name="Stanley"
    )


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def test_the_letter_follows_where_the_application_stands(application):
    officer = UserFactory(role="Assessor")
    said = words(letter.letter_pdf(application))
    assert f"We have your application {application.reference}" in said
    assert "Stanley" in said
    assert "4 Mill Lane" in said
    ask_for_more(application=application, by=officer, words="A letter from your <b>doctor</b>")
    said = words(letter.letter_pdf(application))
    assert "A letter from your <b>doctor</b>" in said
    assert "Old Weighhouse" in said
    refuse_application(application=application, by=officer, reason="outside", words="You live in Powys.")
    said = words(letter.letter_pdf(application))
    assert "You live in Powys." in said
    assert "within 28 days" in said


def test_the_longest_words_fit_on_the_sheet(application):
    long = "Thank you for writing to us about it. " * 52
    refuse_application(
        application=application, by=UserFactory(role="Assessor"), reason="outside", words=f"{long}The end."
    )
    page = pypdfium2.PdfDocument(letter.letter_pdf(application))[0].get_textpage()
    last = page.count_chars() - 3
    assert page.get_charbox(last)[1] > 15 / 25.4 * 72, "it hangs over the foot of the sheet"
    assert "The end." in words(letter.letter_pdf(application))


def test_it_is_in_the_carers_language(application):
    application.language = "cy"
    application.save()
    said = words(letter.letter_pdf(application))
    assert "Yr Hen Dŷ Pwyso" in said
    assert "We have" not in said


@pytest.mark.parametrize(
    "fields", [{"email": "a@mail.example", "confirmed_email": "a@mail.example"}, {"address": ""}]
)
def test_nobody_else_gets_one(application, fields):
    for name, value in fields.items():
        setattr(application, name, value)
    assert not letter.is_wanted(application)
    with pytest.raises(ValueError, match="Nothing"):
        letter.letter_pdf(application)


def test_an_officer_is_told_to_post_it_and_printing_is_written_down(application):
    officer = signed_in(UserFactory(role="Assessor"))
    page = officer.post(
        reverse("applications_queue:decide", args=[application.pk, "ask_for_more"]),
        {"ask-words": "A letter, please"},
        follow=True,
    )
    text = page.content.decode()
    assert "has no e-mail. Print the letter and post it." in text
    assert "We have asked" not in text
    answer = officer.post(reverse("applications_queue:letter", args=[application.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert AuditEvent.objects.filter(verb="application.letter_printed").count() == 1
    # and for somebody with e-mail there is none
    other = ApplicationFactory(waiting=True)
    answer = officer.post(reverse("applications_queue:letter", args=[other.pk]), follow=True)
    assert "There is no letter to print" in answer.content.decode()
