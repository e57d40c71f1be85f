#!/usr/bin/env bash
# Migrates, loads the demo when it is not there yet, serves, and says who to sign in as.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-8000}
manage() { .venv/bin/python manage.py "$@"; }
say() { printf '\033[1m• %s\033[0m\n' "$*"; }

if ! .venv/bin/python - "$port" <<'PY'
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except OSError:
        sys.exit(1)
PY
then
  echo "Port $port is taken. Choose another:  make run PORT=8010" >&2
  exit 1
fi

say "Bringing the database up to date"
manage migrate --verbosity 0
manage seed_demo --if-empty
manage send_mails --verbosity 0
cat <<TEXT

  Carer Passport is at        http://localhost:$port/
  In Welsh                    http://localhost:$port/cy/
  Sign in as anybody          http://localhost:$port/demo/      (carer, shop, assessor, commissioner, …)
  The officers' side          http://localhost:$port/cms/
  A shop's till               http://localhost:$port/till/
  Every component             http://localhost:$port/design/

  Ctrl-C stops it.

TEXT
# As visitors see it: our own error pages instead of Django's. `make dev` shows tracebacks and restarts on changes.
reload=--noreload
export DEBUG=${DEBUG:-false}
if [ -n "${RELOAD:-}" ]; then reload=""; DEBUG=true; fi
exec .venv/bin/python manage.py runserver $reload "127.0.0.1:$port"
