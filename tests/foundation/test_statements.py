"""What PostgreSQL keeps for a connection, and how a lost line is noticed without asking. See ADR 0021."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, DataError, IntegrityError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from passport_site.core.statements import Named, Statement
from passport_site.settings import env

pytestmark = pytest.mark.django_db
only_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="is about PostgreSQL")
ODD = "100% 50%% %s ' OR 1=1 -- $1 \\' ŵ"


def kept() -> int:
    """How many plans PostgreSQL keeps for this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE 'kept%%'")
        return cursor.fetchone()[0]


def test_values_are_never_part_of_the_text_and_what_is_written_out_is_quoted():
    given = Named("given")
    statement = Statement("SELECT %s, %s WHERE '100%%' = %s AND %s = %s", [2, 70_000, "100%", given, ODD])
    for _ in range(2):
        assert statement.row({"given": ODD}) == [2, 70_000]
        assert statement.row({"given": "odd"}) is None


def test_each_kind_of_value_arrives_as_what_it_is():
    text = "CASE WHEN %s THEN 1 ELSE 0 END"
    if connection.vendor == "postgresql":
        text = "CASE WHEN %s::bool THEN 1 ELSE 0 END"
    assert [
        Statement(f"SELECT {text}", [Named("yes")]).row({"yes": value}) for value in (True, False, None)
    ] == [
        [1],
        [0],
        [0],
    ]
    day, moment = date(2026, 11, 26), datetime(2026, 11, 26, 5, 4, 3, 210, tzinfo=UTC)
    if connection.vendor == "postgresql":
        found = Statement(
            "SELECT json_build_array(%s::date, %s::timestamptz, %s::int8)", [*map(Named, "dmn")]
        )
        (cells,) = found.row({"d": day, "m": moment, "n": 2**40})
        assert [date.fromisoformat(cells[0]), datetime.fromisoformat(cells[1]), cells[2]] == [
            day,
            moment,
            2**40,
        ]
        with pytest.raises(TypeError):
            found.row({"d": day, "m": moment, "n": b"1"})


def test_a_statement_is_counted_like_any_other():
    statement = Statement("SELECT 1", [])
    for _ in range(4):
        with CaptureQueriesContext(connection) as queries:
            assert statement.row() == [1]
        assert [query["sql"] for query in queries.captured_queries] == ["SELECT 1"]


@only_postgresql
def test_the_server_keeps_one_plan_whatever_the_size_of_a_number():
    statement, before = Statement("SELECT %s::int8 + 1", [Named("n")]), kept()
    for number in (1, 70_000, 2**40, 5):
        assert statement.row({"n": number}) == [number + 1]
    assert kept() == before + 1


@only_postgresql
def test_a_text_that_cannot_be_kept_is_refused_and_not_cut():
    with pytest.raises(DataError):
        Statement("SELECT length(%s::text)", [Named("text")]).row({"text": "two\0parts"})


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_refusal_of_the_database_is_djangos_and_leaves_the_line_as_it_was():
    twice = Statement("INSERT INTO kept_once VALUES (%s) RETURNING n", [Named("n")])
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept_once (n int8 UNIQUE)")
    try:
        assert twice.row({"n": 1}) == [1]
        with pytest.raises(IntegrityError, match="kept_once"):
            twice.row({"n": 1})
        assert twice.row({"n": 2}) == [2]
        with transaction.atomic():  # as the first words of a transaction
            assert twice.row({"n": 3}) == [3]
            assert twice.row({"n": 4}) == [4]
            transaction.set_rollback(True)
        assert twice.row({"n": 3}) == [3]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE kept_once")


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_line_that_broke_is_opened_again_for_the_next_request():
    statement = Statement("SELECT %s::int8", [Named("n")])
    assert statement.row({"n": 1}) == [1]
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])
    other.close()
    with pytest.raises(DatabaseError) as broken:
        statement.row({"n": 2})
    assert isinstance(broken.value, OperationalError)
    connection.close_if_unusable_or_obsolete()  # what Django does between two requests
    assert statement.row({"n": 3}) == [3]


@only_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_server_that_lost_its_plans_is_given_them_again():
    statement = Statement("SELECT %s::int8 + 41", [Named("n")])
    assert statement.row({"n": 1}) == [42]
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert statement.row({"n": 1}) == [42]
    same, other = (Statement(sql, [Named("m")]) for sql in ("SELECT %s::int8 + 41", "SELECT %s::int8 + 42"))
    assert statement.name == same.name != other.name


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
    statement = Statement("SELECT json_build_array(word) FROM kept_plan WHERE word <> %s", [Named("not")])
    try:
        for _ in range(7):  # by then the plan is one for all values
            assert statement.row({"not": "x"}) is None
        other = connection.copy()
        with other.cursor() as cursor:  # the connection of `manage.py migrate`
            cursor.execute("ALTER TABLE kept_plan ALTER word TYPE varchar(9)")
            cursor.execute("INSERT INTO kept_plan VALUES ('longer')")
        other.close()
        assert statement.row({"not": "x"}) == [["longer"]]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE kept_plan")


@only_postgresql
def test_plans_can_be_switched_off_for_a_pooler_between(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@db/x")
    assert env.database("DATABASE_URL")["OPTIONS"]["keep_plans"] is True
    monkeypatch.setenv("DATABASE_PREPARE", "false")
    assert env.database("DATABASE_URL")["OPTIONS"]["keep_plans"] is False
    before = kept()
    monkeypatch.setattr(connection, "_keep", False)
    assert Statement("SELECT %s::int8", [Named("n")]).row({"n": 7}) == [7]
    assert kept() == before
