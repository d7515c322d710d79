# Two commands on a machine with Python >= 3.11 and make: `make demo` and `make test`.
PYTHON ?= python3
ARGS ?=
VENV := .venv
UV := $(VENV)/bin/uv
export UV_PYTHON_DOWNLOADS = never
export VIRTUAL_ENV = $(CURDIR)/$(VENV)

.PHONY: help demo test test-long coverage check bench lock clean

help:
	@echo "make demo    the bot in a chat page, no token and no network needed (ARGS=--tour plays it)"
	@echo "make test    the tests, but for the longest"
	@echo "make test-long  the longest ones (the tour, the page's walk, a soak)"
	@echo "             and every law again, with examples that nobody has tried"
	@echo "make coverage  the same traced, with the lines they reach: three times slower"
	@echo "make check   lint, types, import contracts"
	@echo "make bench   figures against peers, as a table (ARGS=--json for JSON)"
	@echo "make lock    both lock files, from pyproject.toml"

demo: $(VENV)/.product
	@$(VENV)/bin/pepite demo $(ARGS)

test: $(VENV)/.developer
	$(VENV)/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not long" $(ARGS)

test-long: $(VENV)/.developer
	$(VENV)/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "long or hypothesis" \
		--hypothesis-profile explore $(ARGS)

coverage: $(VENV)/.developer
	$(VENV)/bin/pytest -n 3 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered $(ARGS)

check: $(VENV)/.developer
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/.developer
	@$(VENV)/bin/pepite bench $(ARGS)

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pépite needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check uv

$(VENV)/.product: requirements.lock pyproject.toml | $(UV)
	@test -e $(VENV)/.developer || $(UV) pip sync --quiet --require-hashes requirements.lock
	@$(UV) pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.developer: requirements-dev.lock pyproject.toml | $(UV)
	@$(UV) pip sync --quiet --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --no-deps --editable .
	@touch $@ $(VENV)/.product

lock: | $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--python-version 3.11 --all-extras -o requirements.lock pyproject.toml
	$(UV) pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
		--python-version 3.11 --all-extras --group dev -c requirements.lock \
		-o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
