"""Rows of a model made as unpickling makes them: what is given, and nothing else happens.

A model’s own `__init__` looks at each field and sends two signals, which takes longer than all that a check does with the
row (ADR 0021). For models whose signals nobody listens to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.base import ModelState


def plain_row(model: type[models.Model], values: Iterable[tuple[str, Any]]) -> Any:
    """A row that is in the database, from its columns by attribute. Others are read when somebody asks for them."""
    row, state = model.__new__(model), ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    row.__dict__.update(values, _state=state)
    return row


def new_row(model: type[models.Model], **values: Any) -> Any:
    """A row that is still to be written, with the model’s defaults. Columns of foreign keys are given as numbers.

    Raises TypeError for what is no column.
    """
    fixed, made = _defaults(model)
    if odd := values.keys() - fixed.keys():
        raise TypeError(f"{model.__name__} has no {', '.join(sorted(odd))}")
    row = model.__new__(model)
    row.__dict__.update(fixed, _state=ModelState())
    row.__dict__.update((name, make()) for name, make in made)
    row.__dict__.update(values)
    return row


@cache
def _defaults(model: type[models.Model]) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]]]:
    """Of each column: what is always the same (or a place for it), and what is made anew for each row."""
    fields = model._meta.concrete_fields
    made = {
        field.attname: field.default for field in fields if field.has_default() and callable(field.default)
    }
    fixed = {field.attname: None if field.attname in made else field.get_default() for field in fields}
    return fixed, list(made.items())
