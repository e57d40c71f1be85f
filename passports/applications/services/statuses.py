"""The one place where an application's status changes: the arrow, its row and its audit entry together."""

from __future__ import annotations

from typing import Any

from passport_site.core import audit

from ..domain.statuses import APPLICATION
from ..models import Application, ApplicationStatusChange


def move(
    application: Application, verb: str, *, by: Any = None, words: str = "", **details: Any
) -> ApplicationStatusChange:
    """Takes one arrow. RuleBroken when it cannot start here. Call it inside a transaction, on a fresh
    row.

    The row in the database must still have the status that was read: of two at once, one is told that it
    moved on.
    """
    before = application.status
    arrow = APPLICATION.check(verb, before)
    application.status = arrow.target
    fields = [field.attname for field in Application._meta.concrete_fields if field.attname != "id"]
    application.changed_at = application._meta.get_field("changed_at").pre_save(application, add=False)
    values = {name: getattr(application, name) for name in fields}
    moved = Application.objects.filter(pk=application.pk, status=before).update(**values)
    if not moved:
        application.status = before
        APPLICATION.check(verb, Application.objects.values_list("status", flat=True).get(pk=application.pk))
        raise RuntimeError(f"application {application.pk} did not move")
    who = by if getattr(by, "_meta", None) is not None and by._meta.model_name == "user" else None
    change = ApplicationStatusChange.objects.create(
        application=application, verb=verb, from_status=before, to_status=arrow.target, by=who, words=words
    )
    audit.record(arrow.audit, on=application, by=by, **details)
    return change
