# One door to everything. `make help` lists the doors.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
unexport PYTHONDONTWRITEBYTECODE

RUN_READY := $(VENV)/.ready-run
TEST_READY := $(VENV)/.ready-test

.PHONY: help run test check bench model clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 8

run: $(RUN_READY) ## set up what is needed and start: the Telegram bot with a token, a page to try it without
	@$(BIN)/dodkhoh run

test: $(TEST_READY) ## all tests and proofs
	$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(TEST_READY) ## format, lint, types, import contracts and the fast tests, in about a minute
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy & types=$$!; $(BIN)/lint-imports | tail -n 1 && $(BIN)/python -m pytest -q -n 2 -m "not slow" $(ARGS) && wait $$types

model: $(TEST_READY) ## teach the search anew from the project's own texts (a test compares the result byte for byte)
	$(BIN)/python -m retrieval.making

bench: $(TEST_READY) ## speed and memory, with printed figures
	$(BIN)/python -m tests.bench

clean: ## remove what the other commands set up (never a family's data: that lies elsewhere)
	rm -rf $(VENV) *.egg-info .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@echo "1/2  making a Python environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Python 3.11 is needed; name it with: make PYTHON=/path/to/python3.11 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN_READY): pyproject.toml constraints.txt | $(BIN)/python
	@echo "2/2  installing the packages named in constraints.txt"
	@$(BIN)/python -m pip install --progress-bar on -c constraints.txt -e .
	@touch $@

$(TEST_READY): pyproject.toml constraints.txt | $(BIN)/python
	@echo "2/2  installing the packages named in constraints.txt, with the tests'"
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[test]'
	@touch $@ $(RUN_READY)
