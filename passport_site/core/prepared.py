"""A query whose SQL is made once in each process and then only filled in.

The ORM takes longer to write the check’s query than PostgreSQL to answer it (bench/README.md). It is still the
ORM that writes it: once, with placeholder values, which are then replaced by the real ones in the parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db import connection, models
from django.db.models import QuerySet

from . import statements


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
        names = {statements.adapted(value): name for name, value in placeholders.items()}
        self.template = [(names.get(_key(param)), statements.adapted(param)) for param in params]
        missing = set(placeholders) - {name for name, _param in self.template}
        if missing:
            raise ValueError(f"Not in the query: {', '.join(sorted(missing))}")

    def rows(self, **values: Any) -> Iterator[dict[str, Any]]:
        """Runs it with these values in place of the placeholders."""
        for cells in self.cells(**values):
            yield dict(zip(self.names, cells, strict=False))

    def cells(self, **values: Any) -> Iterator[list[Any]]:
        """The same without the names."""
        values = {name: statements.adapted(value) for name, value in values.items()}
        params = [param if name is None else values[name] for name, param in self.template]
        seen: dict[
            int, tuple[Any, Any]
        ] = {}  # what is the same in each row is converted once, and is one object
        for row in statements.run(self.sql, params):
            cells = list(row)
            for position, (convert_by, expression) in self.converters.items():
                if position not in seen or seen[position][0] != row[position]:
                    for convert in convert_by:
                        cells[position] = convert(cells[position], expression, connection)
                    seen[position] = row[position], cells[position]
                cells[position] = seen[position][1]
            yield cells


class PreparedObject:
    """The same for one row of a model, with the rows that it belongs to: `related` is as for select_related, each after
    the one that it hangs on ("branch", "branch__business").
    """

    def __init__(self, queryset: QuerySet, related: Sequence[str], placeholders: dict[str, Any]):
        self.parts: list[tuple[str, type[models.Model], list[str], slice]] = []
        paths: list[str] = []
        for path in ("", *related):
            model = queryset.model
            for name in filter(None, path.split("__")):
                model = model._meta.get_field(name).related_model
            names = [field.attname for field in model._meta.concrete_fields]
            self.parts.append((path, model, names, slice(len(paths), len(paths) + len(names))))
            paths += [f"{path}__{name}".removeprefix("__") for name in names]
        self.prepared = Prepared(queryset.order_by().values(*paths), placeholders)

    def one(self, **values: Any) -> Any:
        """The row as an object, with its related ones set; None when there is none."""
        cells = next(iter(self.prepared.cells(**values)), None)
        if cells is None:
            return None
        made: dict[str, Any] = {}
        for path, model, names, where in self.parts:
            mine = cells[where]
            there = mine[names.index(model._meta.pk.attname)] is not None
            made[path] = model.from_db(connection.alias, names, mine) if there else None
            if path:
                parent, _dot, name = path.rpartition("__")
                setattr(made[parent], name, made[path])
        return made[""]


def _key(param: Any) -> Any:
    return param if isinstance(param, (str, int, date)) else None
