"""Statements that are written once in each process and run often, in the form that each database runs fastest.

For the few that a till waits for (businesses.redemptions, businesses.members; ADR 0021). Everything else is the ORM's. Each
gives one row, and each cell of it is read as JSON: whole numbers, and whatever `json_sql` makes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections


class Named(str):
    """Among the parameters of a statement: the name of a value that comes with each run."""

    __slots__ = ()


class Statement:
    """SQL with `%s` for each parameter. What is not `Named` is the same in each run.

    Nothing in it belongs to a thread or to a connection.
    """

    def __init__(self, sql: str, params: Sequence[Any]):
        self.sql, self.params = sql, list(params)

    def row(self, values: Mapping[str, Any] = MappingProxyType({})) -> list[Any] | None:
        """The first row with these values; None when there is none."""
        here = connections[DEFAULT_DB_ALIAS]  # itself: its stand-in would be looked up at each word
        if here.vendor == "postgresql" and here.may_keep():
            return here.run_kept(self, values)
        params = [adapted(values[one] if type(one) is Named else one) for one in self.params]
        with here.cursor() as cursor:
            cursor.execute(self.sql, params)
            row = cursor.fetchone()
        return None if row is None else [json.loads(cell) if type(cell) is str else cell for cell in row]

    @cached_property
    def name(self) -> bytes:
        """What PostgreSQL calls its plan: the same for the same text in every process, so that none is taken for another."""
        return b"kept_" + hashlib.sha256(self.numbered.encode()).hexdigest()[:32].encode()

    @cached_property
    def names(self) -> list[str]:
        """The values that come with each run, each once, in the order of `numbered`."""
        return list(dict.fromkeys(one for one in self.params if type(one) is Named))

    @cached_property
    def numbered(self) -> str:
        """In PostgreSQL's own form: $1, $2 for what comes with each run, and all else written out.

        What is written out the planner knows: a kept plan may then use an index with a condition.
        """
        numbers = {name: f"${number}" for number, name in enumerate(self.names, 1)}
        first, *others = (part.replace("%%", "%") for part in self.sql.split("%s"))
        written = [
            numbers[one] if type(one) is Named else connection.ops.compose_sql("%s", [one])
            for one in self.params
        ]
        return first + "".join(one + other for one, other in zip(written, others, strict=True))


def adapted(value: Any) -> Any:
    """As the driver wants it: days and times as text for SQLite."""
    kind = type(value)
    if kind is datetime:
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if kind is date else value
