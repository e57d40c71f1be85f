"""A row of a model as one cell of JSON in a query, and made from it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import F

from .json_sql import JsonArray
from .plain_rows import plain_row


class ModelAsJson:
    """A row of a model as a JSON array in a query, and made from it again, with the rows that it belongs to.

    `columns` are the fields to take, by path as for select_related: "" for the row itself, each path after the one that it
    hangs on ("branch", "branch__business"). Other columns are read when somebody asks for them.
    """

    def __init__(self, model: type[models.Model], columns: Mapping[str, Sequence[str] | None]):
        self.paths: list[str] = []
        self.parts: list[tuple[str, type[models.Model], list[str], int, slice]] = []
        self.links: list[tuple[str, str, Any]] = []
        self.readers: list[tuple[int, Callable[[Any], Any]]] = []
        for path, wanted in columns.items():
            its = model
            for name in filter(None, path.split("__")):
                its = its._meta.get_field(name).related_model
            fields = [
                field for field in its._meta.concrete_fields if wanted is None or field.attname in wanted
            ]
            start = len(self.paths)
            names = [field.attname for field in fields]
            key = start + names.index(its._meta.pk.attname)
            self.parts.append((path, its, names, key, slice(start, start + len(names))))
            if path:
                parent, _dot, name = path.rpartition("__")
                owner = next(model for other, model, *_rest in self.parts if other == parent)
                self.links.append((parent, path, owner._meta.get_field(name)))
            self.paths += [f"{path}__{name}".removeprefix("__") for name in names]
            self.readers += [(start + n, read) for n, field in enumerate(fields) if (read := _reader(field))]

    def expression(self) -> JsonArray:
        """For a query of this model."""
        return JsonArray(*(F(path) for path in self.paths))

    def made(self, cells: list[Any]) -> Any:
        """The row as an object, with its related ones set."""
        for position, read in self.readers:
            if cells[position] is not None:
                cells[position] = read(cells[position])
        made = {
            path: plain_row(model, zip(names, cells[where], strict=True)) if cells[key] is not None else None
            for path, model, names, key, where in self.parts
        }
        for parent, path, field in self.links:
            if made[parent] is not None:
                field.set_cached_value(made[parent], made[path])
        return made[""]


def _reader(field: models.Field) -> Callable[[Any], Any] | None:
    """How a value of this field is read out of JSON; None when it is there as it should be."""
    if hasattr(field, "from_db_value"):
        raise TypeError(f"{field} is kept in a form of its own")
    if isinstance(field, models.DateTimeField):
        return moment
    if isinstance(
        field, (models.CharField, models.TextField, models.IntegerField, models.ForeignKey, models.FileField)
    ):
        return None
    return field.to_python


def moment(text: str) -> datetime:
    """A time out of JSON, aware."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite keeps UTC without saying so
