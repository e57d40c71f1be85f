#!/usr/bin/env bash
# Photographs every page and state of the demo into var/shots/ with an index, and runs axe on each.
# `make shots ONLY=card` takes the ones whose name holds that word.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p var/shots
export DATABASE_URL=sqlite:///$PWD/var/shots.sqlite3 MEDIA_STORAGE=file://$PWD/var/shots-media EMAIL_URL=memory://
port=${SHOTS_PORT:-8990}
export DEBUG=false BASE_URL=http://localhost:$port CARD_ISSUER_HOST=localhost:$port
.venv/bin/python manage.py migrate --verbosity 0
.venv/bin/python manage.py seed_demo --if-empty
number() { # one card of that status, for the pages that need a number to type
  .venv/bin/python manage.py list_cards --status "$1" --limit 1 --json | .venv/bin/python -c 'import json, sys; print(json.load(sys.stdin)[0]["number"])'
}
SHOTS_ACTIVE=$(number active) SHOTS_LOST=$(number lost)
export SHOTS_ACTIVE SHOTS_LOST
.venv/bin/python manage.py runserver --noreload "127.0.0.1:$port" > var/shots/server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for _ in $(seq 60); do
  .venv/bin/python -c "import urllib.request as u; u.urlopen('$BASE_URL/health', timeout=2)" 2>/dev/null && break
  sleep 0.5
done
.venv/bin/python scripts/shots.py "$BASE_URL" "${ONLY:-}"
