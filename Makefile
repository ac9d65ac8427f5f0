# Two commands do everything: `make site` and `make test`. The others are for people who work on the code.
PYTHON ?= python3
BASE ?= origin/main
TESTS ?= tests
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
RUNTIME := .venv/.runtime
DEVELOPMENT := .venv/.development
SPARK := .venv/.spark
# Tests write many small files: in memory, where there is room for them, they do not wait for the disk.
MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 { print "/dev/shm" }')
CHECKERS := tests/browser/node_modules/.ready
LOCKED := --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade
MANIFESTS := pyproject.toml generator/build_hook.py generator/npm/package-lock.json

.PHONY: site test newest-ftm spark setup develop check review serve pages archive wheel bench mutations lighthouse screenshots pictures lint lock clean help

site: setup ## check the content and build the dossier into site/
	$(BIN)/dossier build

test: develop $(CHECKERS) ## run every test, browser tests included; TESTS=tests/check runs some
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && \
		TMPDIR=$${TMPDIR:-$(MEMORY)} $(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

spark: $(SPARK) ## ask many dossiers the handbook's questions with Spark too, which takes half a gigabyte and Java 17
	TMPDIR=$${TMPDIR:-$(MEMORY)} $(BIN)/python -m pytest tests/export/test_queries.py

newest-ftm: ## install the newest FollowTheMoney and nomenklatura for their tests in .venv-ftm; this needs a compiler and ICU's headers
	$(PYTHON) -m venv .venv-ftm
	.venv-ftm/bin/python -m pip --disable-pip-version-check install --quiet --upgrade followthemoney nomenklatura

setup: $(RUNTIME) ## install what building the site needs, every package pinned by hash

develop: $(DEVELOPMENT) ## install what working on the code needs as well

$(RUNTIME): requirements.lock requirements-npm.lock $(MANIFESTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dossier needs Python 3.11 or newer. Name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	command -v npm >/dev/null || $(PIP) --require-hashes --requirement requirements-npm.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/dossier schemas
	@touch $(RUNTIME)

$(DEVELOPMENT): $(RUNTIME) requirements-dev.lock
	$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $(DEVELOPMENT)

$(SPARK): $(DEVELOPMENT) requirements-spark.lock
	@command -v java >/dev/null || { echo "Spark needs Java 17 or newer"; exit 1; }
	$(PIP) --require-hashes --requirement requirements-spark.lock
	@touch $(SPARK)

$(CHECKERS): $(DEVELOPMENT) tests/browser/package-lock.json
	$(BIN)/python -m tests.browser.tools

check: setup ## check the content against all rules
	@$(BIN)/dossier schemas
	$(BIN)/dossier check

review: setup ## check a branch as its pull request will be, against BASE (origin/main); changed claims go to build/claims.md
	@mkdir -p build
	$(BIN)/dossier check --since "$$(git merge-base $(BASE) HEAD)"
	$(BIN)/dossier diff "$$(git merge-base $(BASE) HEAD)" > build/claims.md
	$(BIN)/dossier review --since "$$(git merge-base $(BASE) HEAD)" --format markdown >> build/claims.md
	@cat build/claims.md

serve: setup ## show the site while you edit
	$(BIN)/dossier serve

pages: setup ## write the Markdown pages to build/pages, for another engine
	$(BIN)/dossier pages --to build/pages

archive: setup ## package the site with its sources as a self-verifying zip in build/
	$(BIN)/dossier archive

wheel: setup ## build a wheel in dist/
	$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

bench: develop ## measure speed and memory against other site generators
	$(BIN)/python -m benchmarks.run

mutations: develop ## measure how many mistakes the check rejects, and how many right records pass
	$(BIN)/python -m benchmarks.mutations --count 20

lighthouse: site $(CHECKERS) ## check the built site with Lighthouse, as on a slow phone
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m tests.browser.lighthouse

screenshots: site $(DEVELOPMENT) ## take pictures of each sort of page, into build/screenshots
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m tests.browser.screenshots

pictures: develop ## take the pictures of the handbook again
	@CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python -m tests.handbook.pictures

lint: develop ## check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m tests.style

lock: develop ## pin the newest packages that pyproject.toml allows, and the browser libraries
	$(BIN)/python -m uv pip compile $(LOCKED) pyproject.toml --extra build --output-file requirements.lock
	$(BIN)/python -m uv pip compile $(LOCKED) pyproject.toml --extra build --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock
	$(BIN)/python -m uv pip compile $(LOCKED) pyproject.toml --extra build --extra spark \
		--constraint requirements-dev.lock --output-file requirements-spark.lock
	sed -n 's/^NODE_WHEEL = "\(.*\)"/\1/p' generator/build_hook.py | \
		$(BIN)/python -m uv pip compile $(LOCKED) - --output-file requirements-npm.lock
	cd generator/npm && npm install --package-lock-only --omit-lockfile-registry-resolved
	cd tests/browser && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
	cd benchmarks/eleventy && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

clean: ## remove what set-up and builds made, except the site
	rm -rf .venv build dist generator/dossier/assets/vendor tests/browser/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
