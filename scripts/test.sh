#!/usr/bin/env bash
# Everything that must be green: lint, checks, then the tests on SQLite (browser and races too) and, side by side
# on the second core, on PostgreSQL where one answers. The last lines say what ran and what did not.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
say() { printf '\n\033[1m• %s\033[0m\n' "$*"; }
started=$(date +%s)
mkdir -p var

say "Lint and checks"
scripts/lint.sh || exit 1

postgres=${TEST_POSTGRES_URL:-postgres://postgres@127.0.0.1:5432/postgres}
if $bin/python - "$postgres" <<'PY'
import sys
import psycopg
try:
    psycopg.connect(sys.argv[1], connect_timeout=3).close()
except psycopg.OperationalError:
    sys.exit(1)
PY
then have_postgres=yes; else have_postgres=no; fi

suffix=${TEST_DB_SUFFIX:-main}
on_sqlite() { # part, further words
  env -u DATABASE_URL TEST_PART="$1" TEST_DB_SUFFIX="lite_$1_$suffix" $bin/pytest --create-db "${@:2}"
}

# The second core: PostgreSQL's tests, then a part of the browser tests
postgres_result=0
if [ $have_postgres = yes ]; then
  say "PostgreSQL answers: its tests run beside SQLite's (var/test-postgres.log)"
  DATABASE_URL=$postgres TEST_ONLY_DATABASE=1 TEST_DB_SUFFIX=pg_$suffix \
    $bin/pytest --create-db -m "not browser" > var/test-postgres.log 2>&1 &
  postgres_pid=$!
fi
{ [ $have_postgres = yes ] && tail --pid=$postgres_pid -f /dev/null; on_sqlite aside -m browser > var/test-aside.log 2>&1; } &
aside_pid=$!

say "Tests on SQLite, in Chromium too"
on_sqlite rest
sqlite_result=$?

if [ $have_postgres = yes ]; then
  say "Tests on PostgreSQL"
  wait $postgres_pid
  postgres_result=$?
  if [ $postgres_result -ne 0 ]; then tail -150 var/test-postgres.log; else tail -3 var/test-postgres.log; fi
fi

say "The other browser tests (var/test-aside.log)"
wait $aside_pid
aside_result=$?
if [ $aside_result -ne 0 ]; then tail -150 var/test-aside.log; else tail -3 var/test-aside.log; fi
[ $aside_result = 0 ] || sqlite_result=1

say "Result after $(( $(date +%s) - started )) seconds"
echo "SQLite:     $([ $sqlite_result = 0 ] && echo green || echo RED)"
if [ $have_postgres = yes ]; then
  echo "PostgreSQL: $([ $postgres_result = 0 ] && echo green || echo RED)"
else
  echo "PostgreSQL: not tested, none answers at $postgres (set TEST_POSTGRES_URL to name another)"
fi
[ $sqlite_result = 0 ] && [ $postgres_result = 0 ]
