# make report: the main job on seeds/ and where its site is.  make test: the tests.
# make lab: JupyterLab on the notebooks; OPTIONS="--port 9999" is passed on.  make test-browser: the tests in a browser.
# make test-faults: runs killed at every moment, full disks, mutated documents (a quarter of an hour).
# All make .venv/ from requirements/suite.lock first if it is not there or the lock has changed.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: report test test-browser test-faults lint lab lock licences audit clean help

report: .venv/installed
	@$(BIN)/framing report

test: .venv/installed
	@$(BIN)/python -m pytest -n 2 --dist worksteal

lint: .venv/installed
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/nbstripout --verify --keep-id notebooks/*.ipynb

lab: .venv/installed
	@$(BIN)/framing lab $(OPTIONS)

# the notebooks in a real JupyterLab, driven in the Chromium that is installed (FRAMING_BROWSER names another)
test-browser: .venv/browser
	@$(BIN)/python -m pytest tests/browser/lab.py

# what breaks on purpose, long: tests/faults/ is not collected by make test
test-faults: .venv/installed
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal --tb short --durations 5 $(wildcard tests/faults/*.py) \
	  && echo "All promises of docs/reliability.md that are tested here hold." \
	  || { echo "What broke is named above: each test's name is its promise (docs/reliability.md)." >&2; exit 1; }

.venv/browser: .venv/installed requirements/browser.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --link-mode copy --require-hashes -r requirements/browser.lock 2>.venv/pip.log \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.lock
	@touch $@

# uv installs in seconds; where it finds no way out (a mirror that only pip knows of), pip does the same.
.venv/installed: requirements/suite.lock requirements/installer.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; PYTHON=python3.12 make report names another one")'
	@echo "Making .venv/ (once, about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/installer.lock 2>.venv/pip.log \
	  && $(BIN)/uv pip install --quiet --python $(BIN)/python --link-mode copy --compile-bytecode --require-hashes -r requirements/suite.lock \
	  || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/suite.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

# after a change of the dependencies in pyproject.toml
lock: .venv/installed
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet -o requirements/suite.lock
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']['browser'], sep='\n')" \
	  | $(BIN)/uv pip compile - --constraints requirements/suite.lock --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet -o requirements/browser.lock

# docs/licences.md: the licence of every package of the lock, as the package says it
licences: .venv/installed
	@$(BIN)/python tools/list_licences.py

# known faults of the locked packages; needs a network, and an environment of its own (.venv/audit)
audit: .venv/installed
	@test -x .venv/audit/bin/pip-audit || { $(BIN)/python -m venv .venv/audit \
	  && .venv/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.lock; }
	@for lock in suite browser installer; do \
	  .venv/audit/bin/pip-audit --timeout 10 --disable-pip --require-hashes -r requirements/$$lock.lock; done

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis *.egg-info
	find outputs -mindepth 1 -not -name README.md -delete

help:
	@sed -n '1,4s/^# //p' Makefile
