"""The audit trail: one explicit call in each service, in the same transaction as the change."""

from __future__ import annotations

from typing import Any

from django.db import models

from .models import AuditEvent


def subject_of(row: models.Model) -> str:
    """How a row is named in the trail: `applications.application:31`."""
    return f"{row._meta.label_lower}:{row.pk}"


def actor_of(by: Any) -> str:
    """How whoever acts is named: `user:12`, `device:4`; a string such as `system:retention` stays as it is."""
    if by is None:
        return "anyone"
    if isinstance(by, str):
        return by
    return f"{by._meta.model_name}:{by.pk}"


def record_many(verb: str, *, on: list[str], by: Any) -> None:
    """One event for each of many rows, written at once; `on` names them as `subject_of` does."""
    actor = actor_of(by)
    AuditEvent.objects.bulk_create([AuditEvent(verb=verb, actor=actor, subject=subject) for subject in on])


def record(verb: str, *, on: models.Model | str, by: Any, **details: Any) -> AuditEvent:
    """Writes one event. `details` hold numbers, codes and statuses, never names, addresses or answers."""
    return AuditEvent.objects.create(
        verb=verb, actor=actor_of(by), subject=on if isinstance(on, str) else subject_of(on), details=details
    )
