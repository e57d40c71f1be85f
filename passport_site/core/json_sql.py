"""Rows as JSON inside a query, for statements that give one row (see `statements`): one cell holds what would be a table."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, QuerySet, Subquery, TextField


class JsonArray(Func):
    """`[1, "a", null]` of columns, in order. Days and times are ISO text; SQLite writes truth as 0 and 1.

    Django’s JSONArray casts each part and makes PostgreSQL’s binary form, which is slower to write and the same to read.
    """

    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, function="JSON_BUILD_ARRAY", **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, function="JSON_ARRAY", **context)


class Json(Func):
    """Something that is JSON already, inside a JsonArray: SQLite would take what a subquery gives for a text."""

    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, template="%(expressions)s", **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, function="JSON", **context)


class JsonRows(Subquery):
    """All rows of a queryset, each as this array, in no order. An empty array or null when there is none."""

    output_field = TextField()

    def __init__(self, queryset: QuerySet, each: JsonArray):
        super().__init__(queryset.order_by().values(json_row=each))

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        template = "(SELECT JSON_AGG(each.json_row) FROM (%(subquery)s) AS each)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        template = "(SELECT JSON_GROUP_ARRAY(JSON(each.json_row)) FROM (%(subquery)s) AS each)"
        return self.as_sql(compiler, connection, template=template, **context)
