"""Django's PostgreSQL backend, with plans that the server keeps, and a health check that asks nothing.

Whoever writes SQL once and runs it often gets a cursor from `core.statements`, which calls `prepared_cursor` here. All
else goes the way it always does: the ORM's own queries are neither prepared nor bound by the server.
"""

from __future__ import annotations

import select
from typing import Any

import psycopg
from django.db.backends.postgresql import base


class DatabaseOperations(base.DatabaseOperations):
    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str | None:
        """For whoever counts queries: of a kept plan the driver no longer knows the text."""
        return super().last_executed_query(cursor, sql, params) or sql


class DatabaseWrapper(base.DatabaseWrapper):
    """Named in DATABASES by `settings/env.py`."""

    ops_class = DatabaseOperations

    def prepared_cursor(self) -> Any:
        """A cursor whose statements are parsed and planned once for each connection (`prepare_threshold` in OPTIONS).

        Values go beside the statement, not into its text, which names them $1, $2, ….
        """
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            return self._prepare_cursor(psycopg.RawCursor(self.connection))

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
