"""Check constraints that several rooms need, made in one place so that their names and errors are alike."""

from __future__ import annotations

from django.db.models import CheckConstraint, Q


def paired(prefix: str, *, app: str) -> CheckConstraint:
    """`<prefix>_at` and `<prefix>_by` are both set or both empty. A test finds every such pair by itself."""
    at, by = f"{prefix}_at__isnull", f"{prefix}_by__isnull"
    return CheckConstraint(
        condition=Q(**{at: True, by: True}) | Q(**{at: False, by: False}),
        name=f"{app}_{prefix}_at_and_by_together",
    )


def set_when(field: str, statuses: list[str], *, app: str, status_field: str = "status") -> CheckConstraint:
    """`field` is set exactly when the status is one of `statuses`."""
    inside = Q(**{f"{status_field}__in": statuses})
    return CheckConstraint(
        condition=(inside & Q(**{f"{field}__isnull": False})) | (~inside & Q(**{f"{field}__isnull": True})),
        name=f"{app}_{field}_set_by_status",
    )


def one_of(field: str, values: list[str], *, app: str) -> CheckConstraint:
    """`field` holds one of the values its choices offer: choices alone are not enforced by the database."""
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"{app}_{field}_known")
