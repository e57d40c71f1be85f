"""The named carers, through the same services as everybody: draft, photo, sending, decision, card. Dated by `clock.at`."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.utils import timezone

from businesses.redemptions.domain.periods import LONDON
from directory.demo.content.people import CARERS, CAST
from directory.demo.content.types import Person
from passport_site.accounts.models import User
from passport_site.core.audit import subject_of
from passport_site.core.models import OutgoingMail
from passport_site.scheme.querysets import current
from passports.applications import services as applying
from passports.applications.models import Application
from passports.applications.services import decisions
from passports.cards import services as cards
from passports.cards.domain.periods import add_months, birthday

from . import words
from .clock import at
from .faces import face_of
from .letters import letter
from .people import the
from .portraits import portrait

LINK_TOKEN = re.compile(r"#([\w-]{20,})")
MAIL_DAYS = 30  # core.mails: the outbox forgets after that

ABOUT: dict[str, dict[str, Any]] = {
    "waiting": {
        "relationship": "parent",
        "cared_for_age": "80+",
        "cared_for_lives": "near",
        "hours": "20-34",
        "since": "1-4",
    },
    "more-needed": {"relationship": "partner", "cared_for_age": "25-64", "hours": "35-49", "since": "1-4"},
    "active": {"relationship": "child", "cared_for_age": "0-17", "hours": "50+", "since": "5-9"},
    "renewing": {"relationship": "partner", "cared_for_age": "25-64", "hours": "50+", "since": "1-4"},
    "expired": {
        "relationship": "neighbour",
        "cared_for_age": "80+",
        "cared_for_lives": "near",
        "hours": "10-19",
        "since": "5-9",
    },
    "lost": {"relationship": "parent", "cared_for_age": "65-79", "hours": "35-49", "since": "1-4"},
    "young": {"relationship": "parent"},
    "young-waiting": {"relationship": "sibling"},
    "welsh": {"relationship": "partner", "cared_for_age": "65-79", "hours": "50+", "since": "5-9"},
    "no-email": {"relationship": "partner", "cared_for_age": "80+", "hours": "50+", "since": "10+"},
    "refused": {
        "relationship": "friend",
        "cared_for_age": "80+",
        "cared_for_lives": "near",
        "hours": "35-49",
        "since": "<1",
    },
    "former": {"relationship": "parent", "cared_for_age": "80+", "hours": "50+", "since": "10+"},
}
REFUSED_WORDS = (
    "Thank you for telling us about your work. You wrote that the agency pays you for it, and this card is for people who "
    "look after someone without pay. There are discount cards for paid care workers, and your union may know of one."
)
DARK_PHOTO = (
    "Thank you for applying. Your photo is too dark to see your face. Please send us another one, taken in daylight and "
    "without a filter. Everything else is fine."
)


@dataclass(frozen=True, slots=True)
class Scene:
    """When a member of the cast applied and was answered (days ago), and what happened then."""

    sent: float
    decided: float | None = None
    then: Callable[[Application], None] | None = None


def seed_cast(today: date, rng: random.Random) -> str:
    """The cast’s applications and cards. Somebody who has an application already is left as they are."""
    months = current().validity_months
    scenes = _scenes(today, months)
    missing = [person for person in CARERS if person.key in scenes and not _is_there(person)]
    for person in missing:
        _play(person, scenes[person.key], today, rng)
    if missing:
        applying.remove_old_evidence(timezone.now())  # what the nightly job would have taken by now
    return f"{len(scenes)} carers of the cast"


def settle_mails() -> int:
    """Notes every waiting mail of the seed as sent when it was written, and forgets what the outbox would have by now."""
    OutgoingMail.objects.filter(created_at__lt=timezone.now() - timedelta(days=MAIL_DAYS)).delete()
    waiting = OutgoingMail.objects.filter(sent_at=None)
    if not settings.DEMO:
        waiting.filter(holds_secret=True).update(
            text="", html=""
        )  # as core.mail does once such a mail is sent
    return waiting.update(sent_at=F("created_at") + timedelta(seconds=4), tries=1)


def _is_there(person: Person) -> bool:
    return Application.objects.filter(first_name=person.given_name, last_name=person.family_name).exists()


def _scenes(today: date, months: int) -> dict[str, Scene]:
    def ago(day: date) -> int:
        return (today - day).days

    whole = ago(add_months(today, -months))
    summer = date(today.year if today >= date(today.year, 8, 30) else today.year - 1, 8, 12)
    return {
        "waiting": Scene(1),
        "more-needed": Scene(6, 3, _ask_for_photo),
        "active": Scene(ago(add_months(today, -12)) + 5, ago(add_months(today, -12))),
        "renewing": Scene(whole - 21 + 6, whole - 21),
        "expired": Scene(whole + 31 + 14 + 4, whole + 31 + 14),
        "lost": Scene(208, 203, _lose_and_replace),
        "young": Scene(24, 19, _agree_then_approve),
        "young-waiting": Scene(2),
        "welsh": Scene(17, 12),
        "no-email": Scene(150, 146, _print),
        "refused": Scene(14, 9, _refuse),
        "former": Scene(ago(summer) + 330, ago(summer) + 325, lambda row: _end(row, ago(summer))),
    }


def _play(person: Person, scene: Scene, today: date, rng: random.Random) -> None:
    user = the(person.key) if person.email else None
    sent = _moment(scene.sent, rng)
    with at(sent - timedelta(minutes=16)):
        application = _draft(person, user, today)
    with at(sent - timedelta(minutes=4)):
        _attach(person, application)
    with at(sent):
        if user:
            application = applying.submit_application(application=application, by=user)
        else:
            application = applying.send_assisted(application=application, by=the("assessor-two"))
    if scene.decided is None:
        return
    with at(_moment(scene.decided, rng)):
        if scene.then not in (_ask_for_photo, _refuse, _agree_then_approve):
            decisions.approve_application(application=application, by=the("assessor"))
            application.refresh_from_db()
        if scene.then is not None:
            scene.then(application)


def _draft(person: Person, user: User | None, today: date) -> Application:
    young = person.age is not None and person.age < current().adult_age
    if user:
        application = applying.start_draft(route="self", language=person.language, user=user, by=user)
    else:
        application = applying.start_assisted(
            how="desk", route="assisted", language=person.language, by=the("assessor-two")
        )
    slugs = words.steps_of("self", young=young)
    everything = _answers(person, today, young)
    for slug in slugs:
        application = applying.save_answers(
            application=application, step=slug, answers=everything if slug == slugs[0] else {}, by=user
        )
    return application


def _answers(person: Person, today: date, young: bool) -> dict[str, Any]:
    about = {"cared_for_lives": "with_me"} | ABOUT[person.key]
    answers = {
        "first_name": person.given_name,
        "last_name": person.family_name,
        "date_of_birth": birthday(today, -(person.age or 50)) - timedelta(days=97),
        "email": person.email,
        "no_email": not person.email,
        "phone": "" if young else person.phone,
        "address": f"{3 + len(person.given_name) * 4} Weir Street, {person.town}",
        "postcode": person.postcode,
        "photo_way": "upload",
        **about,
    }
    if young:
        return answers | _adult_of(person) | {"evidence_kind": "code", "evidence_code": "SCH-4417"}
    paid = "I visit her four mornings a week through the agency and help her wash and dress."
    if person.key == "refused":
        return answers | {"evidence_kind": "declaration", "evidence_words": paid, "heard_from": "online"}
    kinds = {
        "evidence_kind": "benefit",
        "heard_from": "gp",
        "by_email": bool(person.email),
        "by_post": not person.email,
    }
    return answers | kinds


def _adult_of(person: Person) -> dict[str, Any]:
    guardian = next((other for other in CAST if other.key == person.guardian), None)
    if guardian is not None:
        return {
            "guardian_name": guardian.name,
            "guardian_email": guardian.email,
            "guardian_relationship": "parent",
        }
    return {
        "guardian_name": "Rosalind Pugh",
        "guardian_email": "rosalind.pugh@gullsea-high.example",
        "guardian_relationship": "school",
    }


def _attach(person: Person, application: Application) -> None:
    """Photo, letter and consents."""
    face = face_of(person.given_name, person.age or 50, random.Random(f"cast {person.key}"))
    photo = SimpleUploadedFile("photo.jpg", portrait(face), content_type="image/jpeg")
    applying.keep_photo(application=application, uploaded=photo, by=application.user)
    if application.evidence_kind == "benefit":
        day = timezone.localdate() - timedelta(days=40)
        content, kind = letter("benefit", application.name, application.address, day)
        applying.add_evidence(
            application=application,
            uploaded=SimpleUploadedFile("letter.jpg", content, content_type=kind),
            by=application.user,
        )
    young = application.is_young_on(timezone.localdate(), current().adult_age)
    given = (
        {"terms": True}
        if young
        else {"terms": True, "information_service": True, "carers_team": person.key != "waiting"}
    )
    by = application.user or application.assisted_by
    applying.remember_consents(application=application, given=given, by=by)


def _ask_for_photo(application: Application) -> None:
    decisions.ask_for_more(application=application, by=the("assessor-two"), words=DARK_PHOTO)


def _refuse(application: Application) -> None:
    decisions.refuse_application(
        application=application, by=the("assessor-two"), reason="not_a_carer", words=REFUSED_WORDS
    )


def _agree_then_approve(application: Application) -> None:
    """The mother opens the link in her mail two days later and says yes; the assessor then approves."""
    invitation = OutgoingMail.objects.get(about=subject_of(application), template="application_adult_invited")
    token = LINK_TOKEN.search(invitation.text)[1]
    with at(invitation.created_at + timedelta(days=2, hours=3)):
        application = applying.answer_as_adult(token=token, agrees=True, by=the("guardian"))
    decisions.approve_application(application=application, by=the("assessor"))


def _print(application: Application) -> None:
    with at(timezone.now() + timedelta(days=3)):
        cards.mark_printed(cards=application.passport.cards.all(), by=the("assessor"))


def _lose_and_replace(application: Application) -> None:
    """Printed soon after it was issued; left on a bus two days ago, replaced the same evening."""
    card, carer = application.passport.cards.get(), application.user
    with at(timezone.now() + timedelta(days=2)):
        cards.mark_printed(cards=[card], by=the("assessor"))
    lost = _at_hour(2, 17)
    with at(lost):
        cards.report_lost(card=card, by=carer, why="")
    with at(lost + timedelta(minutes=25)):
        card.refresh_from_db()
        cards.replace_card(card=card, by=carer, why="")


def _end(application: Application, days_ago: int) -> None:
    with at(_at_hour(days_ago - 19, 14)):
        cards.end_passport(
            passport=application.passport, by=the("assessor"), why="The person he cared for has died"
        )


def _moment(days_ago: float, rng: random.Random) -> datetime:
    return _at_hour(days_ago, rng.randrange(9, 17), rng.randrange(60))


def _at_hour(days_ago: float, hour: int, minute: int = 0) -> datetime:
    """That local hour so many days before the real today, whatever `at` says."""
    day = datetime.now(tz=LONDON).date() - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)
