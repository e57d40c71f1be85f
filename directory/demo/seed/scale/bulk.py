"""Fast ways into a table: COPY on PostgreSQL, executemany elsewhere. Ids are given by us, so that rows can refer to rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Max

Row = list[Any] | tuple[Any, ...]
WORTH_DROPPING = 20_000
"""From so many rows on it is faster to make a table’s indexes anew than to keep them."""


def is_postgres() -> bool:
    """Whether COPY can be used."""
    return connection.vendor == "postgresql"


def next_id(model: type[models.Model]) -> int:
    """The smallest id above all that the table has."""
    return (model._base_manager.aggregate(top=Max("pk"))["top"] or 0) + 1


def stamp(when: datetime) -> str:
    """A moment in UTC as both databases read it."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def text(value: Any) -> Any:
    """A database value as it is written into a line. Strings and None stay as they are."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return stamp(value)
    return value.isoformat() if isinstance(value, date) else str(value)


class Rows:
    """Makes rows of one table from a pattern: what is the same in all of them is worked out once."""

    def __init__(self, model: type[models.Model], **same: Any):
        self.model = model
        self.fields = list(model._meta.local_concrete_fields)
        self.place = {field.attname: number for number, field in enumerate(self.fields)}
        pattern = model(**same)
        self.pattern = [text(_stored(field, pattern)) for field in self.fields]

    def row(self, **values: Any) -> list[Any]:
        """One row; names are attnames (`user_id`), values are what the column holds."""
        row = self.pattern.copy()
        for name, value in values.items():
            row[self.place[name]] = text(value)
        return row

    def write(self, rows: Iterable[Row]) -> None:
        """Sends rows to the table."""
        write(self.model, [field.column for field in self.fields], rows)


def _stored(field: models.Field, instance: models.Model) -> Any:
    value = field.get_db_prep_save(getattr(instance, field.attname), connection)
    # psycopg’s wrapper for JSON is for its own adaptation; in a line it is plain text
    return json.dumps(value.obj, cls=DjangoJSONEncoder) if hasattr(value, "obj") else value


def write(model: type[models.Model], columns: list[str], rows: Iterable[Row]) -> None:
    """All rows into the table, in the order of `columns`. Values are texts or None."""
    table = connection.ops.quote_name(model._meta.db_table)
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    with connection.cursor() as cursor:
        if is_postgres():
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for block in _blocks(rows):
                    copy.write(block)
        else:
            marks = ", ".join(["?"] * len(columns))
            cursor.cursor.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _blocks(rows: Iterable[Row], size: int = 2000) -> Iterator[str]:
    """Lines of COPY’s text format, many at a time."""
    lines: list[str] = []
    for row in rows:
        line = "\t".join(["\\N" if value is None else value for value in row])
        lines.append(line if "\\" not in line.replace("\\N", "") else _escaped(row))
        if len(lines) == size:
            yield "\n".join(lines) + "\n"
            lines.clear()
    if lines:
        yield "\n".join(lines) + "\n"


def _escaped(row: Row) -> str:
    signs = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    return "\t".join(["\\N" if value is None else value.translate(signs) for value in row])


@contextmanager
def a_load(*tables: type[models.Model], rows: int) -> Iterator[None]:
    """One transaction in which many rows come into these tables: without row-by-row checks where we may.

    Our ids are right by construction, so foreign keys need no look-up each. Indexes of a large load are dropped
    and made again at its end, in the same transaction, so that nobody ever sees the table without them.
    """
    with connection.constraint_checks_disabled(), transaction.atomic():
        trusted = _trust_us()
        lean = rows >= WORTH_DROPPING and (trusted or not is_postgres())
        indexes = [index for model in tables for index in _indexes(model._meta.db_table)] if lean else []
        with connection.cursor() as cursor:
            for name, _statement in indexes:
                cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        yield
        with connection.cursor() as cursor:
            for _name, statement in indexes:
                cursor.execute(statement)
            for model in tables:
                _set_sequence(cursor, model)


def _trust_us() -> bool:
    """PostgreSQL: no trigger per row for foreign keys in this transaction. Needs a superuser; otherwise it is just slower."""
    if not is_postgres():
        return False
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
            cursor.execute("SET LOCAL synchronous_commit = off")
    except DatabaseError:
        return False
    return True


def _indexes(table: str) -> list[tuple[str, str]]:
    """(name, statement) of the indexes that are no constraint."""
    with connection.cursor() as cursor:
        if is_postgres():
            cursor.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND schemaname = current_schema() "
                "AND NOT EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_class i ON i.oid = c.conindid WHERE i.relname = indexname)",
                [table],
            )
        else:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
                [table],
            )
        return list(cursor.fetchall())


def _set_sequence(cursor: Any, model: type[models.Model]) -> None:
    """The next id that the database gives lies above ours."""
    if not is_postgres() or not isinstance(model._meta.pk, models.AutoField):
        return
    table, column = connection.ops.quote_name(model._meta.db_table), model._meta.pk.column
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), COALESCE(MAX({column}), 1)) FROM {table}"  # noqa: S608
    )


def refresh_statistics(*tables: type[models.Model]) -> None:
    """Lets the query planner know what came."""
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
