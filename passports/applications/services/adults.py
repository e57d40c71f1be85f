"""The adult who takes part for a carer of 14 to 17: invited by a one-time link, agrees or not by pressing
a button.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit, mail
from passport_site.core.errors import RuleBroken
from passport_site.scheme.querysets import current

from ..domain import statuses
from ..models import Application
from .telling import tell

LINK_DAYS = 14
NOT_FOUND = _(
    "This link cannot be used. It may be older than 14 days, or it was used already. "
    "Call us and we will help."
)


def hash_of(token: str) -> str:
    """What the database keeps of an invitation: 192 random bits need no slow hash."""
    return hashlib.sha256(token.strip().encode()).hexdigest()


@transaction.atomic
def invite_adult(*, application: Application, by: object = None) -> str:
    """Sends the adult a link and returns its token (for tests and officers' letters). An earlier link
    stops working.
    """
    if not application.guardian_email:
        raise RuleBroken(_("Tell us first how to reach an adult."), code="no_adult")
    token = secrets.token_urlsafe(24)
    application.guardian_token_hash = hash_of(token)
    application.guardian_token_expires = timezone.now() + timedelta(days=LINK_DAYS)
    application.save(update_fields=["guardian_token_hash", "guardian_token_expires", "changed_at"])
    with translation.override(application.language):
        link = mail.absolute(reverse("applications:adult")) + f"#{token}"
    mail.queue(
        to=application.guardian_email,
        template="application_adult_invited",
        holds_secret=True,
        language=application.language,
        about=application,
        application=application,
        link=link,
        token=token,
        scheme=current(),
    )
    audit.record("application.adult_invited", on=application, by=by)
    return token


@transaction.atomic
def name_adult(
    *,
    application: Application,
    guardian_name: str,
    guardian_email: str,
    guardian_relationship: str,
    by: object = None,
) -> None:
    """The young carer names an adult (again): a new link goes out."""
    if application.status not in statuses.OPEN or application.guardian_agreed_on:
        raise RuleBroken(_("An adult has answered already."), code="answered")
    application.guardian_name = guardian_name
    application.guardian_email = guardian_email
    application.guardian_relationship = guardian_relationship
    application.save()
    invite_adult(application=application, by=by)


def application_for_adult(token: str) -> Application:
    """The application that a link belongs to. RuleBroken, always the same, when it is unknown, old or
    used.
    """
    application = Application.objects.filter(
        guardian_token_hash=hash_of(token),
        guardian_token_expires__gt=timezone.now(),
        status__in=statuses.OPEN,
    ).first()
    if application is None:
        raise RuleBroken(NOT_FOUND, code="not_found", field="token")
    return application


@transaction.atomic
def answer_as_adult(*, token: str, agrees: bool, by: object = None) -> Application:
    """Notes the adult's answer once. A “no” refuses nothing: the carer may name somebody else, and we
    call them.
    """
    found = application_for_adult(token)
    application = Application.objects.select_for_update().get(pk=found.pk)
    if application.guardian_token_hash != found.guardian_token_hash:
        raise RuleBroken(NOT_FOUND, code="not_found", field="token")
    application.guardian_token_hash = ""
    application.guardian_token_expires = None
    application.guardian_agreed_on = timezone.now() if agrees else None
    application.save()
    audit.record(
        "application.adult_agreed" if agrees else "application.adult_declined", on=application, by=by
    )
    if agrees and application.email:
        tell(application, "application_adult_agreed")
    return application


def waits_for_adult(application: Application) -> bool:
    """Whether it is a young carer's and no adult has agreed: assessors see the flag and cannot approve
    yet.
    """
    return (
        application.is_young_on(timezone.localdate(), current().adult_age)
        and application.guardian_agreed_on is None
    )


def check_adult_agreed(application: Application) -> None:
    """RuleBroken while `waits_for_adult`. Decisions call it before they approve."""
    if waits_for_adult(application):
        raise RuleBroken(
            _("No adult has agreed yet. Call the young carer or send the link again."), code="no_adult"
        )
