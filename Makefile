# `make run` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := documents clauses audits scoring vendors negotiation customer store workflow reports cli views

.PHONY: run test check bench fuzz docs golden new-check lock samples clean format

$(VENV)/installed: requirements.txt pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make run PYTHON=python3.12')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@

run: $(VENV)/installed  ## set up, add the sample portfolio, open the app on 127.0.0.1:8501
	$(BIN)/clausemark run

test: $(VENV)/installed-dev  ## set up and pass the tests
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev  ## format, lint, types, imports, docs, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(PACKAGES) app.py pages.py
	$(BIN)/lint-imports
	$(BIN)/python -m tools.build_docs --check
	$(BIN)/python -m pytest

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/installed-dev  ## speed and accuracy on the public data: make bench DATA=folder
	$(BIN)/python -m bench $(DATA) $(if $(ONLY),--only $(ONLY)) $(if $(ON),--on $(ON))

fuzz: $(VENV)/installed-dev  ## broken files for every reader: make fuzz RUNS=100000 ONLY=pdf
	$(BIN)/python -m tools.fuzz $(if $(RUNS),--runs $(RUNS)) $(if $(ONLY),--only $(ONLY)) $(if $(FIRST),--first $(FIRST))

docs: $(VENV)/installed-dev  ## write docs/checks and the generated parts of the other pages
	$(BIN)/python -m tools.build_docs

golden: $(VENV)/installed-dev  ## rewrite the golden files; read the difference before you commit it
	$(BIN)/python -m pytest --golden

new-check: $(VENV)/installed-dev  ## make new-check FAMILY=anti_distillation ID=some_ban
	$(BIN)/python -m tools.new_check $(FAMILY) $(ID)

samples: $(VENV)/installed-dev  ## make the invented documents, audit reports and query log again
	$(BIN)/python -m samples.make
	$(BIN)/python -m samples.reports
	$(BIN)/python -m samples.usage_log

lock:  ## compile the pinned requirement files (needs uv)
	$(PYTHON) tools/lock.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info build
