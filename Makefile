# What a person types. Each target says what it does: make help
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench soak screenshots clean

PY := .venv/bin/python

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install missing system libraries and .venv/ with the locked dependencies
	@PYTHON="$(PYTHON)" sh packaging/setup/setup.sh

demo: setup ## run the kiosk on its embedded portal and printer (ARGS="--orientation portrait")
	@.venv/bin/kiosk demo $(ARGS)

test: setup ## run the whole test suite (ARGS="-k word" for a part)
	@PYTHONHASHSEED=0 $(PY) -m pytest --numprocesses auto --dist loadscope --quiet $(ARGS)

lint: setup ## check style, types and QML
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet . || (.venv/bin/ruff format --check . && false)
	@.venv/bin/mypy
	@$(PY) -m tests.lint.qml

bench: setup ## measure start, taps, search and slips
	@$(PY) -m tests.campaigns.bench $(ARGS)

soak: setup ## long campaigns: slips while links die, services are killed, power goes; traces of look-ups
	@$(PY) -m tests.campaigns.lookups
	@$(PY) -m tests.campaigns.print_exactly_once $(ARGS)

screenshots: setup ## draw a picture of every screen into build/screenshots/
	@.venv/bin/kiosk screenshots build/screenshots $(ARGS)

clean: ## remove what the other targets made
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
