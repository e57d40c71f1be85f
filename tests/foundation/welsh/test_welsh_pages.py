"""No English on the pages that Welsh readers meet, in their usual states and with mistakes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation

from directory.pages.services import ensure_site_tree
from passport_site.accounts.models import User
from passport_site.core.models import OutgoingMail
from passports.applications import services
from passports.applications.models import Application
from passports.applications.services import decisions
from passports.applications.steps import STEPS
from passports.cards import services as cards
from tests.factories import ApplicationFactory, UserFactory
from tests.factories_accounts import signed_in
from tests.factories_applications import finished_draft, upload, young_draft
from tests.factories_cards import SYSTEM, issued, run_out
from tests.factories_pages import listed
from tests.welsh import english_in, shown

pytestmark = pytest.mark.django_db
THIS_YEAR = timezone.localdate().year


def test_the_net_catches_english(scheme):
    assert len(english_in(shown(Client().get("/apply/").content.decode()))) > 10
    assert english_in("Eich cerdyn: Something went wrong on our side") == ["Something went wrong on our side"]
    assert english_in("erbyn Friday 4 Rhagfyr") == ["Friday"]
    assert english_in(shown("<button aria-label='Choose a photo first'>x</button>")) == [
        "Choose a photo first"
    ]
    assert english_in(shown("<p lang='en'>Choose a photo first</p>")) == []


def test_public_pages(welsh, scheme):
    ensure_site_tree(by=SYSTEM)
    offers = (
        {"limit_kind": "week", "limit_count": 2},
        {"who": "young", "ends_on": timezone.localdate() + timedelta(days=5)},
        {"limit_kind": "ever", "companion": "with_person", "who": "adult", "tag": "alcohol"},
        {"limit_kind": "total", "limit_count": 40},
    )
    business = listed("Mill Lane", offers=offers)
    listed("Nofio", offers=())
    reader = welsh()
    for path in (
        "/",
        "/offers/",
        f"/offers/{business.slug}/",
        "/offers/?q=xylophone",
        "/offers/?area=arlen-vale&who=young",
    ):
        reader.get(path)
    for path in ("/guidance/", "/privacy/", "/contact/", "/accessibility/", "/terms/", "/offers.xml"):
        reader.get(path, 200, 404)
    reader.get("/no-such-page/", 404)


@pytest.mark.parametrize("number", [400, 403, "403_csrf", 404, 429, 500])
def test_error_pages(scheme, number):
    with translation.override("cy"):
        assert english_in(shown(render_to_string(f"{number}.html", {"scheme": scheme}))) == []


def test_a_form_that_was_open_for_too_long(welsh, scheme):
    welsh(Client(enforce_csrf_checks=True)).post("/apply/", {"route": "self"}, 403)


def test_signing_in(welsh, scheme):
    UserFactory(email="gwen@mail.example", language="cy")
    for email in ("gwen@mail.example", "nobody@mail.example"):
        reader = welsh()
        reader.get("/account/login/")
        for login in ("", "gwen@", email):
            reader.post("/account/login/", {"login": login})
        for digits in ("", "0000-0000"):
            reader.post("/account/login/code/confirm/", {"code": digits})
    reader.get("/account/inactive/")


@pytest.mark.parametrize(
    ("route", "born"),
    [
        ("self", 1968),
        ("self", THIS_YEAR - 16),
        ("self", THIS_YEAR - 11),
        ("guardian", THIS_YEAR - 11),
        ("guardian", 1968),
        ("professional", THIS_YEAR - 4),
        ("professional", THIS_YEAR - 16),
    ],
)
def test_every_question_of_applying_and_its_mistakes(welsh, scheme, route, born):
    reader = welsh()
    reader.get("/apply/")
    reader.post("/apply/", {"route": route})
    draft = Application.objects.get()
    day = {"date_of_birth_day": "4", "date_of_birth_month": "1", "date_of_birth_year": str(born)}
    reader.post("/apply/born/", day)
    for home in ("ZZ1 1ZZ", "AJ1 2AA"):
        reader.post("/apply/home/", {"postcode": home})
        for why in ("too-young", "needs-adult", "not-young", "outside"):
            reader.get(f"/apply/stop/{why}/")
    for step in STEPS:
        reader.get(f"/apply/{step.slug}/")
        reader.post(f"/apply/{step.slug}/")
        reader.post(f"/apply/{step.slug}/", {"photo_way": "upload", "evidence_kind": "benefit", "email": "x", "no_email": "on",
                                            "postcode": "x", "date_of_birth_day": "40", "upload": upload(b"x")})  # fmt: skip
    for kind in ("benefit", "professional", "code", "declaration"):
        services.save_answers(application=draft, step="evidence", answers={"evidence_kind": kind})
        reader.get("/apply/proof/")
        reader.post("/apply/proof/")
    for path in ("/apply/next/", "/apply/check/", "/apply/save/", "/apply/come-back/"):
        reader.get(path)
    reader.post("/apply/come-back/", {"code": "0000-0000-0000-0000"})
    reader.post("/apply/code/")
    reader.post("/apply/save/", {"email": "gwen@mail.example"})
    reader.post("/apply/close/")


@pytest.mark.parametrize("make", [finished_draft, young_draft])
def test_from_the_check_page_to_the_decision(welsh, scheme, make, client_of):
    user = UserFactory(language="cy", role="Carer")
    draft = make(user=user)
    draft.language = "cy"
    draft.save()
    reader = welsh(signed_in(user))
    reader.get("/apply/check/")
    reader.post("/apply/check/")
    for path in ("/apply/sent/", "/apply/equality/", "/apply/", "/card/"):
        reader.get(path)
    reader.post("/apply/equality/")
    application = Application.objects.get()
    mine = f"/apply/mine/{application.pk}"
    if application.guardian_token_hash:
        reader.get(f"{mine}/adult/")
        reader.post(f"{mine}/adult/")
        adult = welsh()
        token = services.invite_adult(application=application)
        adult.get("/apply/adult-answer/")
        for sent in ({"token": "x" * 32}, {"token": token}, {"token": token, "answer": "yes"}):
            adult.post("/apply/adult-answer/", sent)
        application.refresh_from_db()
        if application.guardian_agreed_on is None:
            services.answer_as_adult(token=token, agrees=True)
    officer = client_of("Assessor").user
    decisions.ask_for_more(application=application, by=officer, words="Llythyr, os gwelwch yn dda.")
    reader.get("/apply/")
    reader.post(f"{mine}/answer/")
    reader.post(f"{mine}/answer/", {"words": "Dyma fe."})
    reader.post(f"{mine}/consent/", {"purpose": "carers_team"})
    reader.get(f"{mine}/withdraw/")
    application.refresh_from_db()
    decisions.approve_application(application=application, by=officer)
    for path in ("/apply/", "/apply/?new=1", "/card/", "/me/", "/me/choices/", "/me/data/"):
        reader.get(path)


def test_refused_withdrawn_and_late(welsh, scheme, client_of):
    officer = client_of("Assessor").user
    for number, end in enumerate(("refuse", "withdraw", "late")):
        user = UserFactory(language="cy", role="Carer", email=f"carer{number}@post.example")
        application = ApplicationFactory(waiting=True, user=user, language="cy", email=user.email)
        reader = welsh(signed_in(user))
        if end == "refuse":
            decisions.refuse_application(
                application=application, by=officer, reason="outside", words="Mae’n ddrwg gennyn ni."
            )
        elif end == "withdraw":
            reader.post(f"/apply/mine/{application.pk}/withdraw/")
        else:
            Application.objects.update(due_on=timezone.localdate() - timedelta(days=3))
        reader.get("/apply/")
        reader.get(f"/apply/mine/{application.pk}/")


def test_the_card_in_its_states(welsh, scheme):
    user = UserFactory(language="cy", role="Carer")
    reader = welsh(signed_in(user))
    reader.get("/card/")
    card = issued(user=user, language="cy", photo=True)
    for path in ("/card/", "/card/lost/", "/card/gone/", "/card/code.json"):
        reader.get(path)
    for path in (
        "/card/post/",
        "/card/design/",
        "/card/lost/",
        "/card/found/",
        "/card/lost/",
        "/card/replace/",
    ):
        reader.post(path, {"discreet": "yes"})
        reader.get("/card/replace/", 200, 405)
    card = card.passport.cards.order_by("-pk").first()
    cards.suspend_passport(passport=card.passport, by=SYSTEM, why="prawf")
    reader.get("/card/")
    cards.resume_passport(passport=card.passport, by=SYSTEM)
    card.refresh_from_db()
    run_out(card, days_ago=-20)
    reader.get("/card/")
    reader.post("/card/renew/")
    run_out(card)
    reader.get("/card/")
    cards.end_passport(passport=card.passport, by=SYSTEM, why="prawf")
    reader.get("/card/")


def test_the_carers_own_pages(welsh, scheme):
    user = UserFactory(language="cy", role="Carer")
    issued(user=user, language="cy")
    reader = welsh(signed_in(user))
    for path in (
        "/me/",
        "/me/name/",
        "/me/choices/",
        "/me/email/",
        "/me/devices/",
        "/me/data/",
        "/me/close/",
        "/account/logout/",
    ):
        reader.get(path)
    for path in ("/me/name/", "/me/email/", "/me/devices/sign-out/"):
        reader.post(path)
    reader.post("/me/email/", {"email": user.email})
    reader.post("/me/email/", {"email": "newydd@post.example"})
    reader.post("/me/email/code/", {"code": "0000-0000"})
    for page in (
        "",
        "totp/activate/",
        "recovery-codes/",
        "recovery-codes/generate/",
        "webauthn/",
        "webauthn/add/",
        "authenticate/",
    ):
        reader.get(f"/account/2fa/{page}", 200, 404)
    reader.post("/account/2fa/totp/activate/", {"code": "000000"})
    stale = welsh(signed_in(user, minutes_ago=600))
    stale.get("/me/email/")
    stale.get("/account/2fa/reauthenticate/")
    welsh(signed_in(UserFactory(language="cy", role="Assessor"), second_factor=False)).get(
        "/me/second-factor/"
    )


def test_an_account_knows_its_language(welsh, scheme):
    """A sign-in code asked for on an English page comes in the reader's own language."""
    UserFactory(email="gwen@mail.example", language="cy")
    Client().post("/account/login/", {"login": "gwen@mail.example"})
    assert OutgoingMail.objects.get().language == "cy"
    assert User.objects.get(email="gwen@mail.example").language == "cy"
