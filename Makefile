# Two commands do everything: `make site` and `make test`. The others are for those who work on the code.
PYTHON ?= python3
BASE ?= origin/main
BIN := .venv/bin
READY := .venv/.ready
CHECKERS := tests/browser/node_modules/.ready

.PHONY: site test setup check review serve pages archive bench lighthouse screenshots lint lock clean help

site: setup ## check the content and build the dossier into site/
	$(BIN)/dossier build

test: setup $(CHECKERS) ## every test, the browser tests included
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m pytest -n auto

setup: $(READY) ## the virtual environment, with every package pinned by hash

$(READY): requirements.lock pyproject.toml generator/dossier/assets/package-lock.json generator/dossier/assets/build_hook.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dossier needs Python 3.11 or newer; name one, as in: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/dossier schemas
	@touch $(READY)

$(CHECKERS): $(READY) tests/browser/package-lock.json
	$(BIN)/python -m tests.browser.tools

check: setup ## hold the content to every rule
	@$(BIN)/dossier schemas
	$(BIN)/dossier check

review: setup ## what a pull request is held to, against BASE (origin/main), with the claims it changes in build/claims.md
	@mkdir -p build
	$(BIN)/dossier check --since "$$(git merge-base $(BASE) HEAD)"
	$(BIN)/dossier diff "$$(git merge-base $(BASE) HEAD)" > build/claims.md
	@cat build/claims.md

serve: setup ## show the site while you edit
	$(BIN)/dossier serve

pages: setup ## the Markdown pages, for another engine, into build/pages
	$(BIN)/dossier pages --to build/pages

archive: setup ## one zip of the site and all it rests on, into build/, which proves itself whole
	$(BIN)/dossier archive

bench: setup ## measure speed against stock MkDocs and Hugo
	$(BIN)/python -m benchmarks.run

lighthouse: site $(CHECKERS) ## hold the built site to Lighthouse, on a slow phone
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m tests.browser.lighthouse

screenshots: site ## pictures of each sort of page into build/screenshots
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m tests.browser.screenshots

lint: setup ## style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lock: setup ## pin the newest packages that pyproject.toml allows, and the browser libraries
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --extra dev \
		--python-version 3.11 --upgrade pyproject.toml --output-file requirements.lock
	cd generator/dossier/assets && npm install --package-lock-only --omit-lockfile-registry-resolved
	cd tests/browser && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean: ## take away what set-up and builds made, but for the site
	rm -rf .venv build dist generator/dossier/assets/vendor tests/browser/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
