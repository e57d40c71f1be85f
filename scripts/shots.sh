#!/usr/bin/env bash
# Photographs every page and state of the demo into var/shots/ with an index, and runs axe on each.
# `make shots ONLY=card` takes the ones whose name holds that word; ONLY=card,till takes both.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p var/shots
port=${SHOTS_PORT:-8990} seed=$PWD/var/shots-seed.sqlite3
export MEDIA_STORAGE=file://$PWD/var/shots-media EMAIL_URL=memory:// TRUSTED_PROXY_COUNT=1
export DEBUG=false BASE_URL=http://localhost:$port CARD_ISSUER_HOST=localhost:$port
# The demo of today is made once; each run begins with a copy, since photographing presses buttons.
if [ -n "$(find "$seed" -mmin +720 2>/dev/null)" ]; then rm -f "$seed"*; fi
export DATABASE_URL=sqlite:///$seed
.venv/bin/python manage.py migrate --verbosity 0
.venv/bin/python manage.py seed_demo --if-empty
# With certificates of our own, so that the card shows its wallet buttons.
wallets=$(.venv/bin/python manage.py wallet_test_chain var/shots-wallet)
eval "$wallets"
rm -f var/shots.sqlite3*
.venv/bin/python - "$seed" var/shots.sqlite3 <<'PY'
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as old, sqlite3.connect(sys.argv[2]) as new:
    old.backup(new)
PY
export DATABASE_URL=sqlite:///$PWD/var/shots.sqlite3
.venv/bin/python scripts/shots_cast.py
.venv/bin/python manage.py runserver --noreload "127.0.0.1:$port" > var/shots/server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
for _ in $(seq 60); do
  .venv/bin/python -c "import urllib.request as u; u.urlopen('$BASE_URL/health', timeout=2)" 2>/dev/null && break
  sleep 0.5
done
.venv/bin/python scripts/shots.py "$BASE_URL" "${ONLY:-}"
