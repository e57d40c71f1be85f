#!/usr/bin/env bash
# Style of Python and templates, and the project's own checks under development and production settings.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
$bin/ruff check .
$bin/ruff format --check -q . || { echo "Some files are not laid out by ruff. Type:  make format" >&2; exit 1; }
$bin/djlint --lint --quiet templates
$bin/python manage.py check --fail-level WARNING
$bin/python manage.py makemigrations --check --dry-run
# Production settings with invented values: nothing is served, only checked.
key=$($bin/python -c 'import base64, os; print(base64.b64encode(os.urandom(32)).decode())')
env -u DEMO DJANGO_SETTINGS_MODULE=passport_site.settings.production \
  SECRET_KEY="$(head -c 60 /dev/urandom | base64 -w0)" ALLOWED_HOSTS=passport.example.gov.uk \
  BASE_URL=https://passport.example.gov.uk CARD_ISSUER_HOST=passport.example.gov.uk \
  DATABASE_URL="sqlite:///$PWD/var/deploy-check.sqlite3" EMAIL_URL=smtp://localhost \
  DEFAULT_FROM_EMAIL=passport@example.gov.uk CARD_SIGNING_KEY="1:$key" FIELD_ENCRYPTION_KEYS="2026a:$key" \
  $bin/python manage.py check --deploy --fail-level WARNING
