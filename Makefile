# The tasks of Carer Passport. `make help` lists them; each is safe to run twice.
SHELL := /bin/bash
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
export BASE_URL ?= http://localhost:$(PORT)
export CARD_ISSUER_HOST ?= localhost:$(PORT)

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run dev demo test test-fast test-faults lint format messages shots docs requirements bench bench-compare bench-upload bench-offline bench-figures bench-print clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## make the environment and install what running needs
	@scripts/setup.sh run

setup-dev: ## the same, with what the tests need (Chromium too)
	@scripts/setup.sh test

run: setup ## set everything up, load the demo scheme, serve http://localhost:8000 (PORT=… to change)
	@scripts/run.sh $(PORT)

dev: setup ## like run, and restarts when a file changes
	@RELOAD=1 scripts/run.sh $(PORT)

demo: setup ## load the demo scheme again (safe to repeat)
	@$(MANAGE) migrate --verbosity 0 && $(MANAGE) seed_demo

test: setup-dev ## lint, checks, unit, race and browser tests, on SQLite and on PostgreSQL where one answers
	@scripts/test.sh

test-fast: setup-dev ## unit tests on SQLite only, database kept between runs
	@$(BIN)/pytest --reuse-db -m "not browser and not race"

test-faults: setup-dev ## database restarted, cache gone, workers killed, for longer than in make test (1 minute)
	@FAULT_SECONDS=10 $(BIN)/pytest tests/businesses/redemptions/test_race_faults.py

lint: setup-dev ## ruff and djlint
	@scripts/lint.sh

format: setup-dev ## let ruff lay the code out
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

messages: setup-dev ## collect strings for translation into locale/cy and compile them (needs Debian's gettext)
	@$(MANAGE) makemessages -l cy --no-location --no-wrap --no-obsolete -i .venv -i var -i node_modules -i staticfiles -i tests -i scripts -i bench && $(BIN)/python scripts/compile_messages.py

shots: setup-dev ## photograph every page and state in both languages into var/shots/ and run axe on each
	@scripts/shots.sh

docs: setup ## write docs/states.md, docs/data-map.md and docs/roles.md again
	@$(MANAGE) states && $(MANAGE) data_map && $(MANAGE) roles_doc

requirements: setup-dev ## compile requirements*.in to the pinned requirements*.txt
	@$(BIN)/pip install -q uv
	@$(BIN)/uv pip compile -q requirements.in -o requirements.txt --no-header --annotation-style line
	@$(BIN)/uv pip compile -q requirements-dev.in -o requirements-dev.txt --no-header --annotation-style line

bench: setup-dev ## load on check and redeem on PostgreSQL: requests a second, p50, p95, p99, errors
	@createdb -h 127.0.0.1 -U postgres cp_bench 2>/dev/null || true
	@DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench $(BIN)/python bench/till.py

bench-compare: setup-dev ## check and redeem beside pgbench, an empty view and pretix's check-in, with ratios (2 minutes)
	@$(BIN)/python bench/compare.py

bench-upload: setup-dev ## a thousand scans of a till that was without a network, in one call
	@createdb -h 127.0.0.1 -U postgres cp_bench 2>/dev/null || true
	@DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench $(BIN)/python bench/uploads.py

bench-offline: setup-dev ## how long a till's page takes to verify a card without a network
	@$(BIN)/python bench/offline_verify.py

bench-figures: setup-dev ## the council's figures over ten million uses on PostgreSQL (7 GB; filled once, in 6 minutes)
	@createdb -h 127.0.0.1 -U postgres cp_bench_figures 2>/dev/null || true
	@DATABASE_URL=postgres://postgres@127.0.0.1:5432/cp_bench_figures $(BIN)/python bench/figures.py

bench-print: setup ## letters in bulk on SQLite: cards a minute and peak memory (CARDS=10000)
	@$(BIN)/python bench/cards_print.py --cards $(or $(CARDS),10000)

clean: ## remove the environment and everything in var/
	rm -rf .venv var staticfiles
