"""A row that is written, and questions answered by the same statement: `INSERT … RETURNING id, (SELECT …), …`.

A check may take two queries (bench/README.md): one that reads, one that writes the scan. What can only be asked once
the carer is known – uses so old that they name nobody – comes back with the second. SQLite and PostgreSQL both
allow it, because the questions are about another table than the one that is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models
from django.db.models.sql import InsertQuery

Question = tuple[str, tuple[Any, ...]]
"""SQL that gives one value, and its parameters."""


def insert(row: models.Model, questions: Iterable[Question]) -> list[Any]:
    """Writes the new row, sets its number, and gives the answers in order."""
    key = row._meta.pk
    query = InsertQuery(type(row))
    query.insert_values([field for field in row._meta.local_concrete_fields if field is not key], [row])
    compiler = query.get_compiler(connection=connection)
    compiler.returning_fields = [key]
    ((statement, values),) = compiler.as_sql()
    for sql, params in questions:
        statement += f", ({sql})"
        values = (*values, *params)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row.pk, *answers = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias
    return answers
