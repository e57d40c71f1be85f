"""Pictures and filled-in drafts for the tests of applying."""

from __future__ import annotations

import io
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from passports.applications import services
from passports.applications.domain import proof
from passports.applications.models import Application

ADULT = date(1968, 5, 4)
"""A date of birth of an adult on any day these tests run."""


def picture(
    form: str = "JPEG", size: tuple[int, int] = (900, 1200), colour: str = "#b0563d", **save
) -> bytes:
    """A picture of one colour, as bytes in that format."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form, **save)
    return out.getvalue()


def upload(
    raw: bytes | None = None, name: str = "me.jpg", content_type: str = "image/jpeg"
) -> SimpleUploadedFile:
    """As a browser sends it."""
    return SimpleUploadedFile(name, picture() if raw is None else raw, content_type)


def answer(application: Application, **pages: dict) -> Application:
    """Stores pages of answers: `answer(draft, name={"first_name": "Rhian"})`."""
    for step, answers in pages.items():
        application = services.save_answers(
            application=application, step=step.replace("_", "-"), answers=answers
        )
    return application


def finished_draft(
    *, user=None, born: date = ADULT, postcode: str = "AJ1 2AA", language: str = "en", **answers
) -> Application:
    """An adult's draft with every question answered and the terms agreed to; keywords change single
    answers.
    """
    draft = services.start_draft(route="self", language=language, user=user)
    values = {
        "first_name": "Rhian",
        "last_name": "Ashdown",
        "date_of_birth": born,
        "postcode": postcode,
        "relationship": "parent",
        "cared_for_age": "80+",
        "cared_for_lives": "near",
        "hours": "20-34",
        "since": "1-4",
        "email": "rhian@mail.example",
        "address": "4 Mill Lane\nArlenford",
        "phone": "07700 900 123",
        "photo_way": "desk",
        "evidence_kind": "declaration",
        "heard_from": "gp",
        "by_post": True,
    } | answers
    words = values.pop("evidence_words", "I cook and wash for my mum.")
    draft = services.save_answers(application=draft, step="", answers=values)
    draft = services.save_answers(application=draft, step="", answers={"evidence_words": words})
    draft.steps_done = [
        "name",
        "born",
        "privacy",
        "home",
        "relationship",
        "person",
        "their-postcode",
        "time",
        "contact",
        "confirm",
        "address",
        "adult",
        "look",
        "photo",
        "evidence",
        "proof",
        "news",
        "agree",
    ]
    draft.confirmed_email = proof.address_to_prove(draft)
    draft.save()
    services.remember_consents(
        application=draft, given={"terms": True, "information_service": False, "carers_team": True}
    )
    return draft


def young_draft(**answers) -> Application:
    """A finished draft of a 16 year old who names a teacher."""
    born = date(timezone.localdate().year - 16, 1, 1)
    adult = {
        "guardian_name": "Ms Price",
        "guardian_email": "price@school.example",
        "guardian_relationship": "school",
    }
    return finished_draft(born=born, **({"email": "kai@mail.example"} | adult | answers))
