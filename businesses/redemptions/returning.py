"""A row that is written, and questions answered by the same statement: `INSERT … RETURNING id, (SELECT …), …`.

A check may take two queries (bench/README.md): one that reads, one that writes the scan. What can only be asked once
the carer is known – uses so old that they name nobody – comes back with the second. SQLite and PostgreSQL both
allow it, because the questions are about another table than the one that is written.

The SQL of an insert is written once for each model, and each value goes through its field as `save()` does it; signals are
not sent. The ORM writes the statement anew for each row, which takes longer than PostgreSQL needs to store it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection, connections, models, transaction

from passport_site.core import statements

Question = tuple[str, tuple[Any, ...]]
"""SQL that gives one value, and its parameters."""


def insert(row: models.Model, questions: Iterable[Question] = ()) -> list[Any]:
    """Writes the new row, sets its number, and gives the answers in order."""
    statement, values = _statement(type(row), connection.vendor), _values(row)
    for sql, params in questions:
        statement += f", ({sql})"
        values += [statements.adapted(param) for param in params]
    ((row.pk, *answers),) = statements.run(statement, values)
    _stored(row)
    return answers


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
    column = second._meta.get_field(link).column
    statement = _both(type(first), type(second), column)
    values = _values(first) + _values(second, without=column)
    ((first.pk, second.pk),) = statements.run(statement, values)
    setattr(second, link, first)  # again: now with its number
    _stored(first)
    _stored(second)


@cache
def _fields(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.local_concrete_fields if not field.primary_key]


@cache
def _statement(model: type[models.Model], vendor: str) -> str:
    names = [_name(field.column) for field in _fields(model)]
    places = ", ".join(["%s"] * len(names))
    return (
        f"INSERT INTO {_name(model._meta.db_table)} ({', '.join(names)}) VALUES ({places}) "  # noqa: S608 – names of ours
        f"RETURNING {_name(model._meta.pk.column)}"
    )


@cache
def _both(first: type[models.Model], second: type[models.Model], link: str) -> str:
    others = [field for field in _fields(second) if field.column != link]
    names = ", ".join([_name(link), *(_name(field.column) for field in others)])
    places = ", ".join(f"%s::{field.db_type(connection)}" for field in others)
    number = _name(first._meta.pk.column)
    return (
        f"WITH one AS ({_statement(first, 'postgresql')}) "  # noqa: S608 – names of ours
        f"INSERT INTO {_name(second._meta.db_table)} ({names}) SELECT one.{number}, {places} FROM one "
        f"RETURNING {_name(link)}, {_name(second._meta.pk.column)}"
    )


def _values(row: models.Model, *, without: str = "") -> list[Any]:
    here = connections[connection.alias]  # itself and not its stand-in, which each field would look up again
    return [
        statements.adapted(field.get_db_prep_save(field.pre_save(row, True), here))
        for field in _fields(type(row))
        if field.column != without
    ]


def _stored(row: models.Model) -> None:
    row._state.adding, row._state.db = False, connection.alias


def _name(name: str) -> str:
    return connection.ops.quote_name(name)
