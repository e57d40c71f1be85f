"""A query whose SQL is made once in each process and then only filled in.

The ORM takes longer to write the check’s query than PostgreSQL to answer it (bench/README.md). It is still the
ORM that writes it: once, with placeholder values, which are then replaced by the real ones in the parameters.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet


class Prepared:
    """The SQL of a `values()` queryset that was built with placeholders. Nothing in it belongs to a thread.

    `placeholders` are the values it was built with, by name; each must be unlike any other value in the query.
    Raises ValueError when one of them is not among the parameters, so that a mistake shows at the first use.
    """

    def __init__(self, queryset: QuerySet, placeholders: dict[str, Any]):
        compiler = queryset.query.get_compiler(connection=connection)
        self.sql, params = compiler.as_sql()
        self.names = list(queryset.query.selected)
        self.converters = compiler.get_converters([column[0] for column in compiler.select])
        names = {_adapted(value): name for name, value in placeholders.items()}
        self.template = [(names.get(_key(param)), param) for param in params]
        missing = set(placeholders) - {name for name, _param in self.template}
        if missing:
            raise ValueError(f"Not in the query: {', '.join(sorted(missing))}")

    def rows(self, **values: Any) -> Iterator[dict[str, Any]]:
        """Runs it with these values in place of the placeholders."""
        params = [param if name is None else _adapted(values[name]) for name, param in self.template]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        for row in found:
            cells = list(row)
            for position, (convert_by, expression) in self.converters.items():
                for convert in convert_by:
                    cells[position] = convert(cells[position], expression, connection)
            yield dict(zip(self.names, cells, strict=False))


def _adapted(value: Any) -> Any:
    """As the database’s driver wants it; dates are text for SQLite."""
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _key(param: Any) -> Any:
    return param if isinstance(param, (str, int, date)) else None
