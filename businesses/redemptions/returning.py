"""A row that is written, and questions answered by the same statement: `INSERT … RETURNING id, (SELECT …), …`.

A check may take two queries (bench/README.md): one that reads, one that writes the scan. What can only be asked once
the carer is known – uses so old that they name nobody – comes back with the second. SQLite and PostgreSQL both
allow it, because the questions are about another table than the one that is written.

The SQL of an insert is written once for each model (`core.statements`), and signals are not sent. The ORM writes the
statement anew for each row, which takes longer than PostgreSQL needs to store it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection, models, transaction

from passport_site.core.statements import Named, Statement


def insert(row: models.Model) -> None:
    """Writes the new row and sets its number."""
    (row.pk,) = _statement(type(row)).row(_values(row))
    _stored(row)


def insert_and_ask(row: models.Model, statement: Statement, **values: Any) -> list[Any]:
    """The same with a statement of `with_questions`, and gives the answers in order. `values` are those of the questions."""
    row.pk, *answers = statement.row(_values(row) | values)
    _stored(row)
    return answers


def with_questions(model: type[models.Model], *questions: tuple[str, list[Any]]) -> Statement:
    """An insert that answers questions as well: each is SQL, of one cell or several, and its parameters. To be kept."""
    insert = _statement(model)
    sql = ", ".join([insert.sql, *(sql for sql, _params in questions)])
    return Statement(sql, insert.params + [param for _sql, params in questions for param in params])


def insert_both(first: models.Model, second: models.Model, link: str) -> None:
    """Writes two new rows or neither; `link` is the foreign key by which the second names the first.

    PostgreSQL does it in one statement, which is a transaction by itself. SQLite has no writing WITH, and nothing to
    gain: it has no round trips.
    """
    if connection.vendor != "postgresql":
        with transaction.atomic():
            insert(first)
            setattr(second, link, first)
            insert(second)
        return
    setattr(second, link, first)
    statement = _both(type(first), type(second), second._meta.get_field(link))
    first.pk, second.pk = statement.row(_values(first) | _values(second))
    setattr(second, link, first)  # again: now with its number
    _stored(first)
    _stored(second)


@cache
def _fields(model: type[models.Model]) -> list[tuple[str, Named, models.Field]]:
    """Of each column but the number: the attribute, what it is called among the values, and the field."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    if odd := [field.name for field in fields if hasattr(field, "from_db_value")]:
        raise TypeError(f"Kept in a form of their own: {odd}")
    table = model._meta.db_table
    return [(field.attname, Named(f"{table}.{field.column}"), field) for field in fields]


@cache
def _statement(model: type[models.Model]) -> Statement:
    fields = _fields(model)
    names = ", ".join(_name(field.column) for _attname, _named, field in fields)
    sql = (
        f"INSERT INTO {_name(model._meta.db_table)} ({names}) VALUES ({', '.join(['%s'] * len(fields))}) "  # noqa: S608 – names of ours
        f"RETURNING {_name(model._meta.pk.column)}"
    )
    return Statement(sql, [named for _attname, named, _field in fields])


@cache
def _both(first: type[models.Model], second: type[models.Model], link: models.Field) -> Statement:
    of_first = _statement(first)
    others = [(named, field) for _attname, named, field in _fields(second) if field is not link]
    names = ", ".join([_name(link.column), *(_name(field.column) for _named, field in others)])
    places = ", ".join(f"%s::{field.db_type(connection)}" for _named, field in others)
    number = _name(first._meta.pk.column)
    sql = (
        f"WITH one AS ({of_first.sql}) "  # noqa: S608 – names of ours
        f"INSERT INTO {_name(second._meta.db_table)} ({names}) SELECT one.{number}, {places} FROM one "
        f"RETURNING {_name(link.column)}, {_name(second._meta.pk.column)}"
    )
    return Statement(sql, of_first.params + [named for named, _field in others])


def _values(row: models.Model) -> dict[str, Any]:
    mine = row.__dict__
    return {named: mine[attname] for attname, named, _field in _fields(type(row))}


def _stored(row: models.Model) -> None:
    row._state.adding, row._state.db = False, connection.alias


def _name(name: str) -> str:
    return connection.ops.quote_name(name)
