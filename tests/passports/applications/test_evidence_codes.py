"""GP and school codes: kept by officers, looked up at the question, shown to the assessor, never a verdict."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from passports.applications import services
from passports.applications.evidence_code import EvidenceCode
from passports.applications.models import Application
from passports.applications.services.codes import standing_of
from passports.applications.services.decisions import approve_application
from passports.applications.views.typed_code import OF_DRAFT
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_applications import ADULT, finished_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def merrow(db) -> EvidenceCode:
    return EvidenceCode.objects.create(
        issuer_en="Merrow Surgery", issuer_cy="Meddygfa Merrow", kind="gp", code="MERR-24KX",
        active_from=timezone.localdate() - timedelta(days=200),
    )  # fmt: skip


def proof(walker, code: str):
    """At the question for the code, with this one typed."""
    if walker.page is None:
        draft = finished_draft(evidence_kind="code", evidence_words="", email="", no_email=True)
        draft.steps_done = [step for step in draft.steps_done if step != "proof"]
        draft.save()
        session = walker.client.session
        session["application"] = draft.draft_key
        session.save()
        walker.page = walker.client.get("/apply/proof/")
    return walker.fill("proof", evidence_code=code)


@pytest.mark.parametrize("typed", ["MERR-24KX", "merr24kx", " MERR 24KX "])
def test_a_good_code_goes_on_however_it_is_typed(walker, merrow, typed):
    proof(walker, typed)
    assert walker.where != "/apply/proof/", walker.errors


def test_an_unknown_code_asks_once_to_look_again(walker, merrow):
    proof(walker, "MERR-24KZ")
    assert walker.where == "/apply/proof/"
    assert "We do not know this code" in walker.text
    assert 'href="/apply/evidence/"' in walker.text

    proof(walker, "MERR 24KZ")
    assert walker.where != "/apply/proof/", "the same code again goes on"


def test_other_evidence_is_one_press_away(walker, merrow):
    proof(walker, "MERR-24KZ")
    walker.page = walker.client.get("/apply/evidence/")
    walker.fill("evidence", evidence_kind="declaration").fill("proof", evidence_words="I cook for my dad.")
    assert walker.where != "/apply/proof/"


def test_guessing_gets_no_more_answers(walker, merrow):
    for number in range(OF_DRAFT.times):
        proof(walker, f"GUESS-{number}")
        assert walker.where == "/apply/proof/"

    proof(walker, "GUESS-LAST")  # taken as typed, and so would a good one be: no sign either way

    assert walker.where != "/apply/proof/"
    assert Application.objects.get().evidence_code == "GUESS-LAST"


def test_what_the_assessor_reads(client_of, merrow):
    today = timezone.localdate()
    ended = EvidenceCode.objects.create(
        issuer_en="Gullsea High", kind="school", code="GULL-4417",
        active_from=today - timedelta(days=90), active_until=today - timedelta(days=30),
    )  # fmt: skip
    assessor = client_of("Assessor")

    def page(code: str) -> str:
        application = ApplicationFactory(waiting=True, evidence_kind="code", evidence_code=code)
        return assessor.get(f"/cms/applications/inspect/{application.pk}/").content.decode()

    assert "Code of Merrow Surgery, good" in page("merr 24kx")
    assert "Code of Gullsea High, but only until" in page(ended.code)
    assert "Unknown code" in page("NONESUCH")


def test_an_officer_on_the_telephone_sees_it_too(scheme, client_of, merrow):
    officer = client_of("Assessor")
    draft = services.start_assisted(how="phone", route="assisted", language="en", by=officer.user)
    services.save_answers(application=draft, step="evidence", answers={"evidence_kind": "code"})
    services.save_answers(application=draft, step="proof", answers={"evidence_code": "merr 24kx"})
    answers = {"evidence_code": "merr 24kx", "first_name": "Rhian", "date_of_birth": ADULT}
    services.save_answers(application=draft, step="name", answers=answers)

    page = officer.get(f"/cms/applications/assist/{draft.pk}/").content.decode()

    assert "Code of Merrow Surgery, good" in page


def test_the_code_is_judged_on_the_day_it_was_sent(merrow):
    application = ApplicationFactory(waiting=True, evidence_kind="code", evidence_code="MERR-24KX")
    sent = timezone.localdate(application.submitted_at)
    merrow.active_from, merrow.active_until = sent - timedelta(days=9), sent
    merrow.save()

    assert standing_of(application).word == "good"
    merrow.active_until = sent - timedelta(days=1)
    merrow.save()
    assert standing_of(application).word == "ended"
    merrow.active_from, merrow.active_until = sent + timedelta(days=1), None
    merrow.save()
    assert standing_of(application).word == "early"


def test_an_unknown_code_stops_no_approval():
    application = ApplicationFactory(waiting=True, evidence_kind="code", evidence_code="NONESUCH")
    approve_application(application=application, by=UserFactory(role="Assessor"))
    application.refresh_from_db()
    assert application.status == "approved"


def test_uses_are_counted_and_outlive_the_evidence(scheme, merrow):
    draft = finished_draft(evidence_kind="code", evidence_words="")
    draft = services.save_answers(application=draft, step="proof", answers={"evidence_code": "merr-24kx"})
    services.submit_application(application=draft)
    merrow.refresh_from_db()
    assert merrow.uses == 1

    services.withdraw_application(application=draft)
    services.remove_old_evidence(timezone.now() + timedelta(days=31))
    draft.refresh_from_db()
    merrow.refresh_from_db()
    assert draft.evidence_code == ""
    assert merrow.uses == 1


# keeping them


def add(client, **changed):
    data = {
        "issuer_en": "Merrow Surgery", "issuer_cy": "", "kind": "gp", "code": "MERR-24KX",
        "active_from": "2026-01-01", "active_until": "",
    } | changed  # fmt: skip
    return client.post("/cms/evidence-codes/new/", data)


def test_an_officer_adds_one_and_one_is_suggested(client_of):
    officer = client_of("Assessor")
    assert officer.get("/cms/evidence-codes/new/").context["form"].initial["code"]

    add(officer)

    page = officer.get("/cms/evidence-codes/").content.decode()
    assert "Merrow Surgery" in page
    assert "MERR-24KX" in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"code": "AB-12"}, "Use 6 letters and digits or more"),
        ({"code": "merr 24kx"}, "Another place has this code"),
        ({"active_until": "2025-12-31"}, "The last day must be after the first day"),
    ],
)
def test_what_cannot_be_a_code(client_of, merrow, changed, sentence):
    answer = add(client_of("Assessor"), **{"code": "NEWC-0DE1"} | changed)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert EvidenceCode.objects.count() == 1


def test_the_database_keeps_one_of_each_and_an_order_of_days(merrow):
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceCode.objects.create(issuer_en="Another", kind="gp", code="merr24kx")
    today = timezone.localdate()
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceCode.objects.filter(pk=merrow.pk).update(
            active_until=today - timedelta(days=1), active_from=today
        )


def test_a_code_is_checked_before_it_is_kept():
    with pytest.raises(ValidationError):
        EvidenceCode(issuer_en="X", kind="gp", code="--------").full_clean(exclude=["plain"])


@pytest.mark.parametrize("role", ["Commissioner", "Editor", "Privacy officer", "Administrator"])
def test_others_do_not_see_codes(client_of, merrow, role):
    answer = client_of(role).get("/cms/evidence-codes/")
    assert answer.status_code in (302, 403)


def test_nobody_deletes_one(client_of, merrow):
    client_of("Assessor").post(f"/cms/evidence-codes/delete/{merrow.pk}/")
    assert EvidenceCode.objects.filter(pk=merrow.pk).exists()
