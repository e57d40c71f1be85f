"""Forgetting a person at their wish: their applications go, and their part in those of others."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from passport_site.core import audit

from ..domain import statuses
from ..models import Application
from .retention import forget


def forget_person(user: Any) -> int:
    """Deletes the person's applications with all files; blanks them as the adult of a young carer's.
    Returns the rows.
    """
    reachable = Application.objects.reachable_by(user)
    own = reachable.exclude(started_by=user) | reachable.filter(started_by=user, status=statuses.DRAFT)
    touched = sum(forget(application) for application in own)
    for application in Application.objects.filter(Q(started_by=user) | Q(guardian_email=user.email)):
        application.started_by = None
        application.guardian_name = application.guardian_email = application.guardian_relationship = ""
        application.guardian_token_hash = ""
        application.guardian_token_expires = None
        application.save()
        audit.record("application.adult_forgotten", on=application, by=user)
        touched += 1
    return touched


def still_needed(user: Any) -> bool:
    """Whether an application waits for a decision: then the account stays although nobody signs in."""
    return Application.objects.seen_by(user).open().submitted().exists()
