# Two commands are enough: `make run` and `make test`. Both work on a fresh machine with Python 3.11 and make.
# The environment is built once per content of the requirements files; a second run finds its marker and starts at once.

.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= $(shell for p in python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/ready-run-$(shell cat requirements.txt | cksum | cut -d' ' -f1)
DEV_READY := $(VENV)/ready-dev-$(shell cat requirements.txt requirements-dev.txt | cksum | cut -d' ' -f1)
CHECKED := kvalitet_metrics pages app.py scripts bench tests

.PHONY: help run test lint format bench bilder clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /make \1 - /p' Makefile

run: $(RUN_READY) ## install what is missing, load the examples into an empty workspace and start the app
	$(PY) -m kvalitet_metrics run

test: lint ## style, types and every test, also those in a browser
	$(PY) -m scripts.chromium
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(DEV_READY) ## style and types only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(DEV_READY) ## let ruff rewrite what it can
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(DEV_READY) ## the product against plain ways of doing the same, as ratios
	$(PY) -m scripts.chromium
	$(PY) -m bench

bilder: $(DEV_READY) ## take the README's screenshots anew
	$(PY) -m scripts.chromium
	$(PY) -m scripts.skarmbilder

clean: ## remove the environment and caches; the workspace in data/ is left alone
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found; install it, or say where: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUN_READY): | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@rm -f $(VENV)/ready-run-* && touch $@

$(DEV_READY): | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@rm -f $(VENV)/ready-run-* $(VENV)/ready-dev-* && touch $@ $(RUN_READY)
