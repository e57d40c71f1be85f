"""The draft: started with the first press of a button, saved at each question, found again on another
device.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from passport_site.accounts.services import account_for
from passport_site.core import audit, mail
from passport_site.core.errors import RuleBroken
from passport_site.core.hashing import keyed_hash
from passport_site.scheme.querysets import area_of, current

from ..domain import consents, proof, references, statuses
from ..domain.answers import ANSWER_FIELDS
from ..models import Application, Consent

RANDOM = secrets.SystemRandom()
NOT_FOUND = _("We could not find an application with these. Check each sign, or call us.")


def start_draft(*, route: str, language: str, user=None, by: object = None) -> Application:
    """A new draft. `user`: who is signed in; the carer for the route `self`, else the adult who fills it
    in.
    """
    for _try in range(5):
        application = Application(reference=references.new_reference(RANDOM), route=route, language=language)
        if user is not None and application.for_someone_else:
            application.started_by = user
            application.guardian_email = user.email
        elif user is not None:
            application.user = user
            application.email = user.email
            application.first_name, application.last_name = user.first_name[:80], user.last_name[:80]
        try:
            with transaction.atomic():
                application.save()
                audit.record("application.started", on=application, by=by or user, route=route)
        except IntegrityError:
            if user is not None and Application.objects.of(user).open().exists():
                raise RuleBroken(_("You already have an application with us."), code="open_exists") from None
            continue  # the reference was taken
        return application
    raise RuntimeError("no free reference in five tries")


@transaction.atomic
def save_answers(
    *, application: Application, step: str, answers: dict[str, Any], language: str = "", by: object = None
) -> Application:
    """Stores one page's answers in the draft and notes that the question is answered. Unknown fields
    raise KeyError.
    """
    _check_draft(application)
    if answers.get("evidence_kind", application.evidence_kind) != application.evidence_kind:
        application.evidence_code = application.evidence_words = ""
        application.evidence_by_post = False
        application.steps_done = [done for done in application.steps_done if done != "proof"]
    application.language = language or application.language
    for field, value in answers.items():
        if field not in ANSWER_FIELDS:
            raise KeyError(field)
        setattr(application, field, value)
    if {"postcode", "cared_for_postcode", "cared_for_lives"} & answers.keys():
        application.area = area_of(application.postcode) or area_of(application.cared_for_postcode)
        application.outside_area = False
    if step and step not in application.steps_done:
        application.steps_done = [*application.steps_done, step]
    application.save()
    return application


@transaction.atomic
def confirm_address(*, application: Application, address: str, by: object = None) -> None:
    """Notes that whoever fills it in has proved `address` by a code. RuleBroken when it is no longer the one
    that was typed (changed in another window).
    """
    _check_draft(application)
    if not address or address != proof.address_to_prove(application):
        raise RuleBroken(
            _("The address was changed since. Ask for a new code."), field="code", code="changed"
        )
    application.confirmed_email = address
    application.save(update_fields=["confirmed_email", "changed_at"])
    audit.record("application.address_confirmed", on=application, by=by)


@transaction.atomic
def change_route(*, application: Application, route: str, by: object = None) -> Application:
    """An adult takes over a draft that a child began: what was typed stays."""
    _check_draft(application)
    application.route = route
    if application.for_someone_else and application.user_id:
        application.started_by, application.user = application.user, None
    application.steps_done = [step for step in application.steps_done if step in ("name", "born")]
    application.save()
    audit.record("application.route_changed", on=application, by=by, route=route)
    return application


@transaction.atomic
def insist_on_area(*, application: Application, by: object = None) -> Application:
    """Outside the territory by the rule, but the carer thinks we are wrong: it goes on, flagged for the
    assessor.
    """
    _check_draft(application)
    application.outside_area = True
    application.save(update_fields=["outside_area", "changed_at"])
    audit.record("application.outside_insisted", on=application, by=by)
    return application


@transaction.atomic
def remember_consents(*, application: Application, given: dict[str, bool], by: object = None) -> None:
    """Adds a row for each answer that is new or differs from the last one. Rows are never edited."""
    last = latest_consents(application)
    said = {"how": application.assisted_how, "noted_by": by} if _is_said_to_officer(application) else {}
    for purpose, answer in given.items():
        question = consents.BY_PURPOSE[purpose]
        before = last.get(purpose)
        if before is None or before.given != answer or before.version != question.version:
            Consent.objects.create(
                application=application, purpose=purpose, version=question.version, given=answer, **said
            )
            audit.record(
                "application.consent",
                on=application,
                by=by,
                purpose=purpose,
                given=answer,
                version=question.version,
            )


def _is_said_to_officer(application: Application) -> bool:
    """Read out and answered by telephone or at a desk. After it was sent, the carer answers on a page."""
    return bool(application.assisted_how) and application.status == statuses.DRAFT


def latest_consents(application: Application) -> dict[str, Consent]:
    """The last answer to each consent question, by purpose."""
    return {row.purpose: row for row in application.consents.order_by("created_at", "pk")}


@transaction.atomic
def save_for_later(*, application: Application, email: str, by: object = None) -> None:
    """Notes the address and sends a link to sign in with it. Says and does the same for known and unknown
    addresses.

    Nothing is attached to the account yet: whoever proves by a code that the address is theirs finds the
    draft.
    """
    _check_draft(application)
    email = email.strip().lower()
    if application.user_id is None and application.started_by_id is None:
        application.saved_for = email
        application.save(update_fields=["saved_for", "changed_at"])
    account_for(email=email, language=application.language, by=by)
    with translation.override(application.language):
        link = mail.absolute(f"{reverse('account_login')}?next={reverse('applications:start')}")
    mail.queue(
        to=email,
        template="application_saved",
        language=application.language,
        about=application,
        link=link,
        scheme=current(),
    )
    audit.record("application.saved_for_later", on=application, by=by)


@transaction.atomic
def go_on_elsewhere(*, application: Application, by: object = None) -> str:
    """A new resume code, shown once; an older one stops working."""
    _check_draft(application)
    code = references.new_resume_code(RANDOM)
    application.resume_code_hash = resume_hash(code)
    application.save(update_fields=["resume_code_hash", "changed_at"])
    audit.record("application.resume_code_made", on=application, by=by)
    return code


def resume_with_code(*, code: str, date_of_birth: date | None) -> Application:
    """The draft of that code. RuleBroken, always the same, for a wrong code, a wrong birthday or a sent
    application.
    """
    application = Application.objects.drafts().filter(resume_code_hash=resume_hash(code)).first()
    if application is None or (application.date_of_birth and application.date_of_birth != date_of_birth):
        raise RuleBroken(NOT_FOUND, code="not_found")
    audit.record("application.resumed", on=application, by=None)
    return application


def claim_draft(*, application: Application, user) -> bool:
    """Attaches a draft to the signed-in person. False when it belongs to somebody already or they have an
    open one.
    """
    _check_draft(application)
    if application.user_id or application.started_by_id:
        return user.pk in (application.user_id, application.started_by_id)
    if application.for_someone_else:
        application.started_by = user
    elif Application.objects.of(user).open().exists():
        return False
    else:
        application.user = user
    try:
        with transaction.atomic():
            application.save()
            audit.record("application.claimed", on=application, by=user)
    except IntegrityError:  # applications_one_open_per_user: another one was opened since we looked
        application.refresh_from_db()
        if not Application.objects.of(user).open().exists():
            raise
        return False
    return True


def resume_hash(code: str) -> str:
    """What the database keeps of a resume code: keyed, so a copy of the database does not help to guess
    it.
    """
    return keyed_hash("applications.resume", references.plain(code))


def _check_draft(application: Application) -> None:
    if application.status != statuses.DRAFT:
        raise RuleBroken(_("This application was sent already. Call us to change something."), code="sent")
