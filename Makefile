# One target per verb; `make help` lists them. Options for a verb: make build ARGS="--audience party"

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=

# The sample records end in autumn 2026. Seen from a later day every duty after them would be overdue, so the sample is
# looked at from a day inside it. `make due TODAY=` looks from today.
TODAY ?= 2026-10-20
TODAY_OPTION := $(if $(TODAY),--today $(TODAY))

.DEFAULT_GOAL := build
.PHONY: help setup build check due serve bundle editor test lint golden sample gallery lock clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/ready  ## make .venv with the locked packages

.venv/ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . && touch $@

build: setup  ## build the sample site (what plain `make` does)
	@$(BIN)/gongkai build $(TODAY_OPTION) $(ARGS)

check: setup  ## check the records
	@$(BIN)/gongkai check $(TODAY_OPTION) $(ARGS)

due: setup  ## list what must be published by when
	@$(BIN)/gongkai due $(TODAY_OPTION) $(ARGS)

serve: setup  ## show the site on this machine, rebuilt on every save
	@$(BIN)/gongkai serve $(TODAY_OPTION) $(ARGS)

bundle: setup  ## make the offline zip for reviewers
	@$(BIN)/gongkai bundle $(TODAY_OPTION) $(ARGS)

editor:  ## get the YAML language server for the editor tests; needs Node.js and npm
	npm ci --prefix tests/editor --no-audit --no-fund --loglevel error

test: setup  ## run the tests
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: setup  ## check style, types and who may import whom
	$(BIN)/ruff check && $(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

golden: setup  ## rewrite the golden files; read the difference before you commit it
	GOLDEN=1 $(BIN)/pytest -m "not browser" $(ARGS)

sample: setup  ## make the sample townships anew
	$(BIN)/python -m tests.sample

gallery: setup  ## photograph every kind of page into docs/gallery.md, and papers; needs Chromium and LibreOffice
	@$(BIN)/python -m tests.gallery
	@$(BIN)/python -m tests.gallery.papers
	@$(BIN)/python -m tests.gallery.manual

lock: setup  ## bring requirements.lock up to pyproject.toml; ARGS=--upgrade takes the newest versions
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --all-extras --generate-hashes \
	    --custom-compile-command "make lock" $(ARGS) -o requirements.lock pyproject.toml >/dev/null

clean:  ## remove what was built and the caches, not .venv
	rm -rf build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
