# The verbs of the project. `make try` and `make test` need nothing but Python and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: try test package bench fuzz docs lock clean

try: .venv/try  ## make .venv, install, clean a shipped sample and explain it
	@echo '--- cleaner clean fixtures/sample.txt'; $(BIN)/cleaner clean fixtures/sample.txt
	@echo; echo '--- cleaner explain fixtures/sample.txt'; $(BIN)/cleaner explain fixtures/sample.txt

test: .venv/dev  ## lint, type-check, test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist worksteal

package: .venv/dev  ## wheel and sdist in empty environments, and the promises with every Python that is here
	.ci/package

bench: .venv/bench  ## speed beside ftfy, start-up, cost of twice the input, memory, site chrome learned, corpora; SMALL=1 for fewer rounds and without the last
	$(BIN)/python -m tests.bench.speed $(if $(SMALL),--small)
	$(BIN)/python -m tests.bench.linear $(if $(SMALL),--small)
	$(BIN)/python -m tests.bench.memory $(if $(SMALL),--small)
	$(BIN)/python -m tests.bench.learn $(if $(SMALL),--small)
	$(if $(SMALL),,$(BIN)/python -m tests.bench.corpus)

fuzz: .venv/dev  ## torn and salted fixtures for MINUTES=1, the same 10,000 of them where SEED is given
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),1) $(if $(SEED),--seed $(SEED) --inputs 10000)

docs: .venv/dev  ## write the generated parts of the README
	$(BIN)/python -m tests.docs

lock: .venv/bench  ## write requirements.lock and LICENSES.md from what is installed
	$(BIN)/python -m pip --quiet install --editable '.[fit,datatrove]'
	$(BIN)/python -m tests.lock

clean:
	rm -rf .venv fuzz-failures .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip --quiet --disable-pip-version-check install --upgrade pip  # pip before 24 cannot resolve the bench extra
	@touch $@

.venv/try: .venv/pip pyproject.toml
	$(BIN)/python -m pip --quiet install --editable .
	$(BIN)/python -m compileall -q cleaner  # an editable install has no bytecode until somebody may write it
	@touch $@

.venv/dev: .venv/pip pyproject.toml requirements.lock
	$(BIN)/python -m pip --quiet install -c requirements.lock --editable '.[dev]'
	$(BIN)/python -m compileall -q cleaner
	@touch $@

.venv/bench: .venv/pip pyproject.toml requirements.lock
	$(BIN)/python -m pip --quiet install -c requirements.lock --editable '.[dev,bench]'
	$(BIN)/python -m compileall -q cleaner
	@touch $@

# The step for datatrove, tested with the real library, which is large and so apart.
.PHONY: datatrove
datatrove: .venv/datatrove
	$(BIN)/pytest tests/test_datatrove.py

.venv/datatrove: .venv/dev
	$(BIN)/python -m pip --quiet install -c requirements.lock --editable '.[dev,datatrove]'
	@touch $@
