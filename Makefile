# People and CI call the same targets. `make dossier` and `make test` need Python 3.11+ and a package registry.

PYTHON   ?= python3
ARTICLES ?= examples/articles
DOSSIER  ?= dossier.db
DATA     ?= ../shared/data
SHARED   ?= ../shared

VENV := .venv
BIN  := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: dossier test test-browser test-postgres test-ray test-ftm test-outside lint model stance score benchmark fuzz lock setup clean

# the fictional articles come with a codebook; name your own with CODEBOOK=my.toml
CODEBOOK ?= $(if $(filter examples/articles,$(ARTICLES)),examples/codebook.toml)

dossier: setup  ## Build the dossier of ARTICLES (a folder), write its report, say what it holds
	@$(BIN)/standpunt build $(ARTICLES) -o $(DOSSIER) $(if $(CODEBOOK),--codebook $(CODEBOOK)) || test $$? -eq 3
	@$(BIN)/standpunt report $(DOSSIER) -o $(DOSSIER:.db=.html)

setup: $(READY)  ## A virtual environment with the locked packages

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

test: setup  ## All tests that need Python alone
	$(BIN)/python -m pytest -n auto

test-browser: setup  ## Tests in headless Chromium; needs the distribution's `chromium`
	$(BIN)/python -m pytest -m browser tests/browser

test-postgres: setup  ## Tests over a throwaway server; needs the distribution's `postgresql`
	$(BIN)/python -m pytest -m postgres

test-ray: setup  ## Articles read by actors of Ray, which is large
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-ray.lock
	$(BIN)/python -m pytest -m ray tests/executors

test-ftm: setup  ## Entities against FollowTheMoney's own library; PyICU needs the distribution's `libicu-dev` and `pkg-config`
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-ftm.lock
	$(BIN)/python -m pytest tests/export/test_ftm.py

test-outside: setup  ## Files read by Apache UIMA and R; needs `libuima-core-java`, a JDK, `r-cran-igraph`, `r-cran-jsonlite`
	$(BIN)/python -m pytest -m outside tests/export/test_outside.py

lint: setup  ## Style, types, the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

model: setup  ## Train the Dutch model on DATA (some forty minutes on an idle core) and measure it
	PYTHONPATH=src OMP_NUM_THREADS=1 $(BIN)/python -m training.model.train --data $(DATA) \
	  --out build/first --pack build/first.xz --steps 4000
	PYTHONPATH=src OMP_NUM_THREADS=1 $(BIN)/python -m training.model.train --data $(DATA) \
	  --start build/first/best --steps 2400 --rate 0.001 --first-batch 1000
	PYTHONPATH=src OMP_NUM_THREADS=1 $(BIN)/python -m training.model.evaluate --data $(DATA)

stance: setup  ## Train the classifiers of stance and topics on DATA (minutes) and measure them
	PYTHONPATH=src $(BIN)/python -m training.stance.train --data $(DATA)
	PYTHONPATH=src $(BIN)/python -m training.stance.measure --data $(DATA)

score: setup  ## The figures on the three annotated articles of SHARED
	@mkdir -p build
	@$(BIN)/standpunt build $(SHARED)/seeds -o build/seeds.db --codebook tests/gold/seeds_codebook.toml --quiet
	@$(BIN)/standpunt export build/seeds.db --format evaluation -o build/seeds.jsonl --quiet
	@$(BIN)/python $(SHARED)/evaluation/score.py $(SHARED)/evaluation/gold build/seeds.jsonl --texts $(SHARED)/seeds

benchmark: setup  ## Speed, as ratios in one run; scale; and what a kill leaves
	$(BIN)/python -m benchmarks.build
	$(BIN)/python -m benchmarks.stages
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.millions
	$(BIN)/python -m benchmarks.postgres
	@if $(BIN)/python -c "import ray" 2>/dev/null; then $(BIN)/python -m benchmarks.actors 24; \
	  else echo "two actors, one killed: needs Ray, which make test-ray installs"; fi
	$(BIN)/python -m benchmarks.faults

SECONDS ?= 60
ENDINGS = .txt .html .json .jsonl .csv .rtf .docx .pdf .rss .newsml .nitf .tei .warc .warc.gz .wacz .zip .parquet

fuzz: setup  ## New ways through every reader and the reading, SECONDS each, by coverage; on Linux
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-fuzz.lock
	set -e; for each in $(ENDINGS); do $(BIN)/python tests/fuzz.py sources $$each $(SECONDS); done
	$(BIN)/python tests/fuzz.py reading $(SECONDS)

# not ftm, whose PyICU is built against a library of the distribution, ray, which is large, nor fuzz, which is for Linux
EXTRAS := dev training benchmark browser pandas cas networks pictures parquet postgres
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock:  ## Resolve the packages anew; needs uv
	$(COMPILE) $(addprefix --extra ,$(EXTRAS)) -o requirements.lock
	$(COMPILE) $(addprefix --extra ,$(EXTRAS) ftm) -c requirements.lock -o requirements-ftm.lock
	$(COMPILE) $(addprefix --extra ,$(EXTRAS) ray) -c requirements.lock -o requirements-ray.lock
	$(COMPILE) $(addprefix --extra ,$(EXTRAS) fuzz) -c requirements.lock -o requirements-fuzz.lock

clean:
	rm -rf $(VENV) build $(DOSSIER) $(DOSSIER:.db=.html)
