"""A query whose SQL is made once in each process and then only filled in.

The ORM takes longer to write the check’s query than PostgreSQL to answer it (bench/README.md). It is still the
ORM that writes it: once, with placeholder values, which are then replaced by the real ones in the parameters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from .model_json import ModelAsJson
from .statements import Named, Statement, adapted


class Prepared(Statement):
    """The SQL of a `values_list()` queryset that was built with placeholders and gives one row.

    `placeholders` are the values it was built with, by name; each must be unlike any other value in the query.
    Raises ValueError when one of them is not among the parameters, so that a mistake shows at the first use.
    """

    def __init__(self, queryset: QuerySet, placeholders: Mapping[str, Any]):
        sql, params = queryset.query.get_compiler(connection=connection).as_sql()
        names = {adapted(value): Named(name) for name, value in placeholders.items()}
        super().__init__(sql, [names.get(_key(param), param) for param in params])
        if missing := set(placeholders) - set(self.names):
            raise ValueError(f"Not in the query: {', '.join(sorted(missing))}")


class PreparedObject:
    """A query for one row of a model, with the rows that it belongs to (`related`, as the paths of `ModelAsJson`)."""

    def __init__(self, queryset: QuerySet, related: Sequence[str], placeholders: Mapping[str, Any]):
        self.object = ModelAsJson(queryset.model, dict.fromkeys(("", *related)))
        row = queryset.order_by().values_list(self.object.expression())
        self.prepared = Prepared(row, placeholders)

    def one(self, **values: Any) -> Any:
        """The row as an object, with its related ones set; None when there is none."""
        row = self.prepared.row(values)
        return self.object.made(row[0]) if row else None


def _key(param: Any) -> Any:
    return param if isinstance(param, (str, int, date)) else None
