"""Django's PostgreSQL backend, with plans that the server keeps, and a health check that asks nothing.

Whoever writes SQL once and runs it often makes a `core.statements.Statement`, which comes to `run_kept` here. All else goes
the way it always does: the ORM's own queries are neither prepared nor bound by the server.
"""

from __future__ import annotations

import json
import select
from collections.abc import Mapping
from datetime import date
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus

from passport_site.core.statements import Statement


class DatabaseWrapper(base.DatabaseWrapper):
    """Named in DATABASES by `settings/env.py`. The option `keep_plans` is ours: false for a pooler that cannot keep them."""

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        self._keep = params.pop("keep_plans", False)
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self._kept: set[bytes] = set()
        return super().get_new_connection(conn_params)

    def may_keep(self) -> bool:
        """Whether a statement may go the short way now. Not when somebody counts or watches queries, and not as the first
        of a transaction, which the driver opens.
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        if not self._keep or self.queries_logged or self.execute_wrappers:
            return False
        return self.autocommit or self.connection.pgconn.transaction_status == TransactionStatus.INTRANS

    def run_kept(self, statement: Statement, values: Mapping[str, Any]) -> list[Any] | None:
        """`Statement.row`, parsed and planned once for each connection, with values beside it and not in its text.

        Past the driver's cursor, straight to libpq: with one row of a few cells, the cursor was most of the work.
        """
        self.validate_no_broken_transaction()
        with self.wrap_database_errors:
            texts = [_text(values[each]) for each in statement.names]
            try:
                result = self._result(statement, texts)
            except InvalidSqlStatementName:  # the server has lost its plans; nothing was run
                if self.in_atomic_block:
                    raise
                self._kept.clear()
                result = self._result(statement, texts)
        if not result.ntuples:
            return None
        cells = [result.get_value(0, column) for column in range(result.nfields)]
        return [None if cell is None else json.loads(cell.decode()) for cell in cells]

    def _result(self, statement: Statement, texts: list[bytes | None]) -> Any:
        line, name = self.connection.pgconn, statement.name
        if name not in self._kept:
            made = line.prepare(name, statement.numbered.encode())
            if made.status != ExecStatus.COMMAND_OK:
                raise _problem(line, made)
            self._kept.add(name)
        result = line.exec_prepared(name, texts)
        if result.status != ExecStatus.TUPLES_OK:
            raise _problem(line, result)
        return result

    def is_usable(self) -> bool:
        """Whether the line is still open. Django's own asks `SELECT 1` before the first query of each request.

        A server that stops, restarts or dies closes the line, and then there is something to read: its last words or the
        end. A line that is cut without a word cannot be told by either way before it is used.
        """
        connection = self.connection
        if connection is None or connection.closed:
            return False
        line = select.poll()
        line.register(connection.fileno(), select.POLLIN | select.POLLPRI)
        return not line.poll(0)


def _problem(line: Any, result: Any) -> psycopg.Error:
    """What went wrong: with the line, or else with the statement."""
    if line.status == ConnStatus.BAD:
        return psycopg.OperationalError(line.get_error_message())
    return error_from_result(result)


def _text(value: Any) -> bytes | None:
    """A value as PostgreSQL reads it. Raises psycopg.DataError for a text that it cannot hold, TypeError for other kinds."""
    kind = type(value)
    if value is None:
        return None
    if kind is bool:
        return b"t" if value else b"f"
    if isinstance(value, str):
        raw = str.encode(value)
        if 0 in raw:  # libpq would take the text to end there
            raise psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
        return raw
    if kind is int:
        return b"%d" % value
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat().encode()
    raise TypeError(f"{kind.__name__} cannot be a value of a kept statement")
