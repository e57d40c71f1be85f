"""What goes by itself: old drafts, evidence after the decision, closed applications. Safe to run twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from passport_site.core import audit, retention
from passport_site.core.audit import subject_of
from passport_site.core.models import OutgoingMail

from ..domain import statuses
from ..models import Application, EqualityAnswer
from .files import discard

BY = "system:retention"
DRAFT_DAYS, EVIDENCE_DAYS, CLOSED_DAYS = 90, 30, 365
EQUALITY_DAYS = 5 * 365


def remove_old_drafts(now: datetime) -> int:
    """Deletes drafts that nobody touched for 90 days, with their files. Returns how many."""
    old = Application.objects.drafts().filter(changed_at__lt=now - timedelta(days=DRAFT_DAYS))
    return sum(forget(application) for application in old)


def remove_old_evidence(now: datetime) -> int:
    """Takes evidence and what was written as evidence away 30 days after the decision (quality bar 19).

    The photo of an application that was not approved goes too; an approved one lives on with the passport.
    Withdrawn applications count from their last change. Returns the number of applications.
    """
    before = now - timedelta(days=EVIDENCE_DAYS)
    closed = Q(decided_at__lt=before) | Q(status=statuses.WITHDRAWN, changed_at__lt=before)
    due = Application.objects.filter(closed, evidence_removed_at__isnull=True)
    return sum(_strip(application, now) for application in due)


def remove_old_applications(now: datetime) -> int:
    """Deletes refused and withdrawn applications after a year, and approved ones a year on once their
    passport is gone.
    """
    before = now - timedelta(days=CLOSED_DAYS)
    gone = Q(status=statuses.REFUSED, decided_at__lt=before) | Q(
        status=statuses.WITHDRAWN, changed_at__lt=before
    )
    gone |= Q(status=statuses.APPROVED, passport=None, decided_at__lt=before)
    return sum(forget(application) for application in Application.objects.filter(gone))


def remove_old_equality_answers(now: datetime) -> int:
    """Deletes equality answers after five years."""
    old = EqualityAnswer.objects.filter(month__lt=(now - timedelta(days=EQUALITY_DAYS)).date())
    return old.for_retention().delete()[0]


@transaction.atomic
def forget(application: Application) -> bool:
    """Deletes one application with its files, its history and the mails about it."""
    names = [application.photo.name, *application.evidence_files.values_list("file", flat=True)]
    OutgoingMail.objects.filter(about=subject_of(application)).delete()
    audit.record("application.forgotten", on=application, by=BY)
    application.delete()
    for name in names:
        discard(name)
    return True


@transaction.atomic
def _strip(application: Application, now: datetime) -> bool:
    names = list(application.evidence_files.values_list("file", flat=True))
    application.evidence_files.all().delete()
    if application.status != statuses.APPROVED:
        names.append(application.photo.name)
        application.photo = ""
    application.evidence_code = application.evidence_words = application.condition = ""
    application.paper_seen = ""
    application.evidence_removed_at = now
    changed_at = application.changed_at
    application.save()
    Application.objects.filter(pk=application.pk).update(
        changed_at=changed_at
    )  # our own tidying is no change of theirs
    audit.record("application.evidence_expired", on=application, by=BY, files=len(names))
    for name in names:
        discard(name)
    return True


def register_jobs() -> None:
    """Called once at start-up; ``manage.py retention`` runs them every night."""
    retention.register("applications.applications")(
        lambda: remove_old_drafts(timezone.now()) + remove_old_applications(timezone.now())
    )
    retention.register("applications.evidence")(lambda: remove_old_evidence(timezone.now()))
    retention.register("applications.equality")(lambda: remove_old_equality_answers(timezone.now()))
