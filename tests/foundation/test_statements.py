"""What PostgreSQL keeps for a connection, and how a lost line is noticed without asking. See ADR 0021."""

from __future__ import annotations

import pytest
from django.db import NotSupportedError, connection, transaction
from django.test.utils import CaptureQueriesContext

from passport_site.core import statements
from passport_site.settings import env

pytestmark = pytest.mark.django_db
only_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="is about PostgreSQL")


def test_values_are_never_part_of_the_text():
    odd = "100% ' OR 1=1 -- $1"
    assert statements.run("SELECT %s, '100%%'", [odd]) == [(odd, "100%")]


def test_a_statement_is_counted_like_any_other():
    for _ in range(4):
        with CaptureQueriesContext(connection) as queries:
            statements.run("SELECT 1", [])
        assert [query["sql"] for query in queries.captured_queries] == ["SELECT 1"]


@only_postgresql
def test_the_server_keeps_the_plan_whatever_the_size_of_a_number():
    for number in (1, 70_000, 2**40, 5):
        assert statements.run("SELECT %s + 1 AS kept", [statements.adapted(number)]) == [(number + 1,)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT $1 + 1 AS kept%'"
        )
        assert cursor.fetchone() == (1,)


@only_postgresql
def test_a_line_that_the_server_closed_is_noticed_without_a_query():
    other = connection.copy()
    try:
        other.ensure_connection()
        assert other.is_usable()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [other.connection.info.backend_pid])
        assert not other.is_usable()
        other.connection.close()
        assert not other.is_usable()
    finally:
        other.close()


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_migration_under_a_kept_plan_does_not_stop_the_tills():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept_plan (word varchar(5))")
    try:
        for _ in range(4):
            assert statements.run("SELECT word FROM kept_plan WHERE word <> %s", ["x"]) == []
        other = connection.copy()
        with other.cursor() as cursor:  # the connection of `manage.py migrate`
            cursor.execute("ALTER TABLE kept_plan ALTER word TYPE varchar(9)")
            cursor.execute("INSERT INTO kept_plan VALUES ('longer')")
        other.close()
        with transaction.atomic(), pytest.raises(NotSupportedError):
            statements.run("SELECT word FROM kept_plan WHERE word <> %s", ["x"])
        assert statements.run("SELECT word FROM kept_plan WHERE word <> %s", ["x"]) == [("longer",)]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE kept_plan")


def test_plans_can_be_switched_off_for_a_pooler_between(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@db/x")
    assert env.database("DATABASE_URL")["OPTIONS"]["prepare_threshold"] == 2
    monkeypatch.setenv("DATABASE_PREPARE", "false")
    assert "prepare_threshold" not in env.database("DATABASE_URL").get("OPTIONS", {})
