"""Rows as JSON inside a query, for statements that give one row (see `statements`): one cell holds what would be a table."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Func, QuerySet, Subquery, TextField


class _EachWay:
    """Says it in the words of each database: what `as_sql` gets besides."""

    on_postgresql: ClassVar[dict[str, str]]
    on_sqlite: ClassVar[dict[str, str]]
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, **self.on_postgresql, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, tuple]:
        return self.as_sql(compiler, connection, **self.on_sqlite, **context)


class JsonArray(_EachWay, Func):
    """`[1, "a", null]` of columns, in order. Days and times are ISO text; SQLite writes truth as 0 and 1.

    Django’s JSONArray casts each part and makes PostgreSQL’s binary form, which is slower to write and the same to read.
    """

    on_postgresql: ClassVar = {"function": "JSON_BUILD_ARRAY"}
    on_sqlite: ClassVar = {"function": "JSON_ARRAY"}


class Json(_EachWay, Func):
    """Something that is JSON already, inside a JsonArray: SQLite would take what a subquery gives for a text."""

    on_postgresql: ClassVar = {"template": "%(expressions)s"}
    on_sqlite: ClassVar = {"function": "JSON"}


class JsonRows(_EachWay, Subquery):
    """All rows of a queryset, each as this array, in no order. An empty array or null when there is none."""

    on_postgresql: ClassVar = {"template": "(SELECT JSON_AGG(each.json_row) FROM (%(subquery)s) AS each)"}
    on_sqlite: ClassVar = {
        "template": "(SELECT JSON_GROUP_ARRAY(JSON(each.json_row)) FROM (%(subquery)s) AS each)"
    }

    def __init__(self, queryset: QuerySet, each: JsonArray):
        super().__init__(queryset.order_by().values(json_row=each))
