# The two commands that matter: `make demo` and `make test`. Both set up all they need in .venv first.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test attacks fuzz mutants check audit bench clean install install-dev lock

demo: .venv/installed
	$(BIN)/skaala demo --port $(PORT)

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# What an attacker would try, against the running program and in the rooms: every test marked `attack`; one line each.
attacks: .venv/installed-dev
	$(BIN)/python -m pytest -q -p tests.attacks.lines -m attack $(filter-out tests/__pycache__/,$(wildcard tests/*/))

# Long, bounded: 20,000 requests that no browser sends, at every public address; and the API by its own document.
fuzz: .venv/installed-dev
	$(BIN)/python -m pytest -q -s tests/fuzz

# Bounded, and not part of `make check`: which small changes to the pure code does no fast test notice?
# `make mutants MUTANTS="--rooms mail --sample 300"`
mutants: .venv/installed-dev
	nice $(BIN)/python -m checks.mutants $(MUTANTS)

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	# Lint only: on our wrapping tags djlint's formatter does not settle (its own --check fails after its --reformat).
	$(BIN)/djlint src --lint --quiet
	$(BIN)/skaala catalogues check
	$(BIN)/python -m checks.structure
	$(BIN)/python -m checks.words

# Locked dependencies against published advisories; a list of them (CycloneDX) goes to var/sbom.json.
# `make audit AUDIT="--advisories FILE"` where no service can be reached.
audit: .venv/installed-dev
	$(BIN)/python -m checks.audit $(AUDIT)

bench: .venv/installed
	$(BIN)/skaala bench all

install: .venv/installed
install-dev: .venv/installed-dev

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements/base.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --no-deps -e .
	$(BIN)/skaala catalogues compile
	$(BIN)/python -m compileall -q src
	touch $@

.venv/installed-dev: .venv/installed requirements/dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

# Needs uv; the lock files name versions and hashes, never where they come from.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	  --output-file requirements/base.txt requirements/base.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	  --constraint requirements/base.txt --output-file requirements/dev.txt requirements/dev.in

# Leaves var/ alone: the demo's data are yours.
clean:
	rm -rf .venv .mypy_cache .ruff_cache .import_linter_cache .hypothesis build src/*.egg-info
	find . -name __pycache__ -prune -exec rm -rf {} +
