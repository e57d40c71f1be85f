"""Each model says which of its fields are personal, why we hold them and how long (UK GDPR articles 5 and 30).

A model of ours carries::

    class Privacy:
        append_only = False                       # True: the application never edits or deletes a row
        personal = {"email": "to write to the person"}
        keep = Keep("30 days after the decision")  # the job in core.retention enforces it

`docs/data-map.md` is generated from this (``manage.py data_map``); a test fails for a model without it and for a
text, date, file or JSON field that is neither personal nor listed in `not_personal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

OUR_LABELS = (
    "core", "scheme", "accounts", "cards", "partners", "applications", "members", "offers", "redemptions",
    "pages", "reports", "demo",
)  # fmt: skip
SUSPECT_FIELDS = (
    models.CharField,
    models.TextField,
    models.DateField,
    models.FileField,
    models.JSONField,
    models.BinaryField,
)


@dataclass(frozen=True)
class Keep:
    """How long rows are kept, in words for the data map. `job` names the retention job that enforces it."""

    words: str
    job: str = ""


def our_models() -> Iterator[type[models.Model]]:
    """Every concrete model of our own rooms, in room order."""
    for label in OUR_LABELS:
        yield from apps.get_app_config(label).get_models()


def declaration(model: type[models.Model]) -> type | None:
    """The model's own `Privacy` class, or None when it has not declared one itself."""
    return model.__dict__.get("Privacy")
