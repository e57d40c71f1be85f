"""Photo and evidence: what core.uploads made of them goes to private storage under a name nobody can
guess.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from passport_site.core import audit, uploads
from passport_site.core.errors import RuleBroken
from passport_site.core.storage import private_storage, unguessable
from passports.cards.models import Passport

from ..domain import statuses
from ..models import Application, Evidence

MOST_FILES = 8
WITH_FILES = ("benefit", "professional")
"""Kinds of evidence that may come with files (forms.card.ProofForm)."""


@transaction.atomic
def keep_photo(
    *, application: Application, uploaded: Any, position: float | None = None, by: object = None
) -> Application:
    """Stores the carer's photo and lets the one before go. `position`: see core.uploads.clean_photo."""
    _check_open(application)
    content = uploads.clean_photo(uploaded, position=position)
    _replace_photo(application, content)
    audit.record("application.photo_kept", on=application, by=by, size=content.size)
    return application


@transaction.atomic
def turn_photo(*, application: Application, by: object = None) -> Application:
    """A quarter clockwise, for the phone that said nothing about its position."""
    _check_open(application)
    if not application.photo:
        raise RuleBroken(_("Choose a photo first"), code="no_photo")
    with application.photo.open("rb") as stored:
        content = uploads.turned(stored)
    _replace_photo(application, content)
    return application


@transaction.atomic
def remove_photo(*, application: Application, by: object = None) -> Application:
    """Takes the photo away, for a carer who would rather bring or post one."""
    _check_open(application)
    old = application.photo.name
    application.photo = ""
    application.save(update_fields=["photo", "changed_at"])
    discard(old)
    return application


@transaction.atomic
def add_evidence(*, application: Application, uploaded: Any, by: object = None) -> Evidence:
    """Stores one file. RuleBroken with a plain sentence when it is not a picture or a PDF that we can use."""
    _check_open(application)
    if application.evidence_files.count() >= MOST_FILES:
        raise RuleBroken(
            _("You have sent %(most)s files already. Take one away first, or call us.") % {"most": MOST_FILES}
        )
    content, content_type = uploads.clean_evidence(uploaded)
    extension = "pdf" if content_type == uploads.PDF else "jpg"
    name = private_storage().save(unguessable("evidence", extension), content)
    try:
        evidence = Evidence.objects.create(
            application=application, file=name, content_type=content_type, size=content.size
        )
    except Exception:
        private_storage().delete(name)
        raise
    audit.record("application.evidence_added", on=application, by=by, evidence=evidence.pk, size=content.size)
    return evidence


@transaction.atomic
def remove_evidence(*, application: Application, pk: int, by: object = None) -> None:
    """Takes one of the application's own files away, while it is not sent. Nothing happens for another's
    file.
    """
    if application.status != statuses.DRAFT:
        raise RuleBroken(_("This was sent already."), code="sent")
    evidence = application.evidence_files.filter(pk=pk).first()
    if evidence is None:
        return
    name = evidence.file.name
    evidence.delete()
    audit.record("application.evidence_removed", on=application, by=by, evidence=pk)
    discard(name)


def drop_unneeded_files(application: Application) -> None:
    """What was uploaded before the carer chose another way does not go along. The caller saves the
    application.
    """
    if application.photo and application.photo_way != "upload":
        discard(application.photo.name)
        application.photo = ""
    if application.evidence_kind not in WITH_FILES:
        for evidence in application.evidence_files.all():
            discard(evidence.file.name)
            evidence.delete()


def discard(name: str) -> None:
    """Deletes a private file after commit, unless a passport shows it."""
    if name and not Passport.objects.filter(photo=name).exists():
        transaction.on_commit(lambda: private_storage().delete(name), robust=True)


def _replace_photo(application: Application, content) -> None:
    old = application.photo.name
    application.photo = private_storage().save(unguessable("photos", "jpg"), content)
    application.photo_way = "upload"
    application.save(update_fields=["photo", "photo_way", "changed_at"])
    discard(old)


def _check_open(application: Application) -> None:
    if application.status not in statuses.OPEN:
        raise RuleBroken(_("This application is closed. Call us to send us something."), code="closed")
