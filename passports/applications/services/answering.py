"""After it was sent: answering what we asked, changing a consent, taking it back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core.errors import RuleBroken

from ..domain import consents, statuses
from ..models import Application
from .applying import remember_consents
from .files import add_evidence
from .statuses import move


@transaction.atomic
def answer_request(
    *, application: Application, words: str, files: Iterable = (), by: object = None
) -> Application:
    """The carer answers what we asked for; it waits for a decision again, with the day that was promised
    before.
    """
    application = Application.objects.select_for_update().get(pk=application.pk)
    files = list(files)
    if not words.strip() and not files:
        raise RuleBroken(_("Write something or choose a file"), field="words")
    for file in files:
        add_evidence(application=application, uploaded=file, by=by)
    move(application, "answer", by=by, words=words.strip(), files=len(files))
    return application


@transaction.atomic
def withdraw_application(*, application: Application, by: object = None) -> Application:
    """Takes it back. A new application is possible at once."""
    application = Application.objects.select_for_update().get(pk=application.pk)
    application.guardian_token_hash = application.resume_code_hash = application.saved_for = ""
    application.guardian_token_expires = None
    move(application, "withdraw", by=by)
    return application


@transaction.atomic
def change_consent(*, application: Application, purpose: str, given: bool, by: object = None) -> None:
    """One consent given or withdrawn in one step. The terms belong to the card: without them there is no
    card.
    """
    question = consents.BY_PURPOSE.get(purpose)
    if question is None or question.needed:
        raise RuleBroken(_("Call us to give the card back."), code="needed")
    if application.status == statuses.WITHDRAWN:
        raise RuleBroken(_("This application was taken back."), code="withdrawn")
    remember_consents(application=application, given={purpose: given}, by=by)
