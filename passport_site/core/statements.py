"""Statements that are written once in each process and run often, in the form that each database runs fastest.

For the few that a till waits for (businesses.redemptions, businesses.members). Everything else is the ORM's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import NotSupportedError, connection
from psycopg.types.numeric import Int8


def run(sql: str, params: Sequence[Any]) -> list[tuple]:
    """All rows. PostgreSQL keeps the plan for the connection; SQLite's driver does so by itself."""
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return cursor.fetchall()
    try:
        return _kept(_numbered(sql), params)
    except (
        NotSupportedError
    ):  # a migration changed the type of a column under a kept plan: nothing has been run
        if connection.in_atomic_block:
            raise
        connection.close()  # the plans go with the line
        return _kept(_numbered(sql), params)


def _kept(sql: str, params: Sequence[Any]) -> list[tuple]:
    with connection.prepared_cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


@lru_cache(maxsize=500)
def _numbered(sql: str) -> str:
    """PostgreSQL's own form: $1, $2 instead of each %s. The driver would do this anew for each long statement."""
    first, *others = sql.split("%s")
    whole = first + "".join(f"${number}{text}" for number, text in enumerate(others, 1))
    return whole.replace("%%", "%")


def adapted(value: Any) -> Any:
    """As the database's driver wants it: days and times as text for SQLite, and for PostgreSQL whole numbers of one size.

    A plan is kept by the types of its values, and the driver would take the smallest that the number fits in.
    """
    kind = type(value)
    if kind is int:
        return Int8(value) if connection.vendor == "postgresql" else value
    if kind is datetime:
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if kind is date else value
