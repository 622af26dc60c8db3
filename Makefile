# urban-mining: what a newcomer, a contributor and the automatic checks run.
# Needs Swift 6.2 or later and make; everything else is installed where it is used.

.DEFAULT_GOAL := help
.PHONY: help deps build demo test examples format lint wall docs data-check python-test gallery \
  mpi cluster-check doc-commands course-lint course-demo platform-check browser-check reference \
  bench bench-systems bench-clusters clean

SWIFT ?= swift
PYTHON ?= python3
# Where the demo's picture and page go, and the gallery's.
CHART ?= copper-stock.svg
REPORT ?= copper-report.html
GALLERY ?= Documentation

# On Linux the tool carries the Swift runtime with it and runs where there is no Swift.
ifeq ($(shell uname -s),Linux)
STATIC := --static-swift-stdlib
endif
RELEASE := -c release $(STATIC)
URBANMINE := .build/release/urbanmine
# Excel and NetCDF where their libraries are installed; looked up when it is used, after `deps`.
TRAITS ?= $(shell .ci/traits)

SWIFT_SOURCES := $(wildcard Sources Tests Examples Benchmarks Datasets) Package.swift
LIBRARIES := LinearAlgebra UrbanMining ModelFiles Charts Datasets Coursework

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

deps:  ## install missing system packages (OpenBLAS, LAPACK, cairo, a font; for Excel and NetCDF if possible)
	@.ci/install-deps

build: deps  ## build the command line tool `urbanmine` (release)
	$(SWIFT) build $(RELEASE) $(TRAITS) --product urbanmine

# In a folder of its own: another trait compiles every Swift file again. CPATH names the folder of another MPI.
mpi: deps  ## build the tool with MPI too, in .build/mpi, for `mpirun -n 4 urbanmine ensemble … --mpi`
	@echo '#include <mpi.h>' | $(CC) -E - >/dev/null 2>&1 || .ci/install-deps libopenmpi-dev openmpi-bin
	$(SWIFT) build $(RELEASE) $(TRAITS),MPI --scratch-path .build/mpi --product urbanmine

demo: build  ## build, run the copper cycle, then all four metals, draw a chart and write a report
	$(URBANMINE) run copper
	$(URBANMINE) run --all
	$(URBANMINE) chart stock copper -o '$(CHART)'
	$(URBANMINE) report copper -o '$(REPORT)'
	@echo "The in-use stock of copper is drawn in $(abspath $(CHART))"
	@echo "The copper cycle and its scenarios are a page to open in a browser: $(abspath $(REPORT))"

test: deps  ## run the whole test suite
	$(SWIFT) test $(TRAITS)

# The residual of the mass balance is rounding, which differs from machine to machine.
examples: build  ## run every example, programs and models, and compare what it prints
	@set -e; for folder in $(wildcard Examples/*/); do \
	  name=$$(basename "$$folder"); echo "— $$name"; \
	  if [ -f "$$folder/model.yaml" ]; then \
	    $(URBANMINE) run "$$folder/model.yaml" | diff -I '^Mass balance' - "$$folder/output.txt"; \
	  elif [ -f "$$folder/reconcile.yaml" ]; then \
	    $(URBANMINE) reconcile "$$folder/reconcile.yaml" | diff - "$$folder/output.txt"; \
	  else \
	    $(SWIFT) build $(RELEASE) $(TRAITS) --product "$$name"; \
	    ".build/release/$$name" | diff - "$$folder/output.txt"; \
	  fi; \
	  cat "$$folder/output.txt"; \
	done

format:  ## format all Swift files in place
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_SOURCES)

lint:  ## check the format and style of all Swift files
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)

wall:  ## check who imports what, and where pointers may be
	.ci/check-walls

docs: deps  ## build the documentation of the libraries; a warning is an error
	$(SWIFT) package $(TRAITS) generate-documentation $(LIBRARIES:%=--target %) --warnings-as-errors

data-check: .venv/data/ready build  ## validate the data package, with our tool and with Frictionless
	$(URBANMINE) data check
	.venv/data/bin/frictionless validate Datasets/datapackage.json
	.venv/data/bin/check-jsonschema --schemafile Documentation/model.schema.json \
	  Datasets/models/*.yaml Examples/*/model.yaml
	.venv/data/bin/check-jsonschema --schemafile Documentation/reconcile.schema.json \
	  Examples/*/reconcile.yaml

python-test: .venv/python/ready build  ## test the Python package and our files with the real pandas and xarray
	cd python && URBANMINE='$(abspath $(URBANMINE))' ../.venv/python/bin/python -m pytest -q
	cd python && ../.venv/python/bin/python -m mypy --strict urbanmine

# In debug: what is compared are files, and the optimised tool takes several times as long to build.
cluster-check: deps  ## run shards and batches under mpirun and Slurm on this machine, against one process
	@echo '#include <mpi.h>' | $(CC) -E - >/dev/null 2>&1 || .ci/install-deps libopenmpi-dev openmpi-bin
	$(SWIFT) build $(TRAITS),MPI --scratch-path .build/mpi --product urbanmine
	.ci/clusters .build/mpi/debug/urbanmine

course-demo: build  ## a learner and an instructor go through the whole course in an empty folder
	.ci/course-demo $(URBANMINE)

platform-check: .venv/platforms/ready build  ## check the exports of the course; Open edX's own grader marks them
	rm -rf .build/platforms && mkdir -p .build/platforms
	$(URBANMINE) course export moodle -o .build/platforms/questions.xml
	$(URBANMINE) course export gift -o .build/platforms/questions.gift
	for format in olx qti21 qti3; do $(URBANMINE) course export $$format -o .build/platforms/$$format; done
	.venv/platforms/bin/python Tests/Platforms/check_exports.py .build/platforms

course-lint: build  ## prove over 1000 learners that every assignment can be graded
	$(URBANMINE) course lint --learners 1000

doc-commands: build  ## run every command that the README and the documentation show
	.ci/doc-commands $(URBANMINE)

gallery: build  ## draw every kind of chart for the four metals; Documentation/Gallery.md shows them
	.ci/gallery $(URBANMINE) '$(GALLERY)'

browser-check: build  ## open a report in a headless Chromium and use it as readers do
	@command -v chromium >/dev/null || .ci/install-deps chromium
	@mkdir -p .build/browser
	$(URBANMINE) report copper -o .build/browser/report.html
	$(PYTHON) Tests/Browser/check_report.py .build/browser/report.html .build/browser

reference: .venv/reference/ready  ## compute the tests' reference values again (SciPy, mpmath)
	.venv/reference/bin/python Tests/Reference/generate.py
	.venv/reference/bin/python Tests/Reference/stock_models.py
	.venv/reference/bin/python Tests/Reference/even_inflow.py
	.venv/reference/bin/python Tests/Reference/random_systems.py
	.venv/reference/bin/python Tests/Reference/scenarios.py
	.venv/reference/bin/python Tests/Reference/scarcity.py
	.venv/reference/bin/python Tests/Reference/models/solve_models.py
	.venv/reference/bin/python Tests/Reference/models/copper_sobol.py
	.venv/reference/bin/python Tests/Reference/topics/solve_topics.py
	.venv/reference/bin/python Tests/Reference/imports/peers.py
	.venv/reference/bin/python Tests/Reference/examples.py
	.venv/reference/bin/python Tests/Reference/reconciliation.py
	.venv/reference/bin/python Tests/Reference/reconciliation_systems.py
	.venv/reference/bin/python Tests/Reference/coursework_answers.py
	.venv/reference/bin/python Tests/Reference/coursework_integrity.py
	.venv/reference/bin/python Tests/Reference/coursework_statistics.py
	.venv/reference/bin/python Tests/Reference/coursework_gradebooks.py
	.venv/reference/bin/python Tests/Reference/coursework_variants.py
	.venv/reference/bin/python Tests/Reference/fitting.py

bench: .venv/bench/ready build  ## time the stock solver against its peers; `make bench QUICK=1` for small sizes
	$(SWIFT) build $(RELEASE) $(TRAITS) --product stock-bench
	.venv/bench/bin/python Benchmarks/bench.py $(if $(QUICK),--quick)

bench-clusters: mpi  ## measure what shards cost against one process, and plan 10⁹ draws
	$(PYTHON) Benchmarks/Clusters/bench.py .build/mpi/release/urbanmine

bench-systems: deps  ## time the solution of large systems
	$(SWIFT) build $(RELEASE) $(TRAITS) --product system-bench
	.build/release/system-bench | tee Benchmarks/RESULTS-systems.md

clean:  ## remove what was built
	rm -rf .build .venv

.venv/data/ready:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install-deps python3-venv
	$(PYTHON) -m venv .venv/data
	.venv/data/bin/python -m pip install --quiet frictionless==5.21.0 check-jsonschema==0.39.0
	@touch $@

.venv/python/ready: python/requirements.txt python/pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install-deps python3-venv
	$(PYTHON) -m venv .venv/python
	.venv/python/bin/python -m pip install --quiet -r $< -e python
	@touch $@

.venv/platforms/ready: Tests/Platforms/requirements.txt
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install-deps python3-venv
	$(PYTHON) -m venv .venv/platforms
	.venv/platforms/bin/python -m pip install --quiet -r $<
	@touch $@

.venv/bench/ready: Benchmarks/requirements.txt
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install-deps python3-venv
	$(PYTHON) -m venv .venv/bench
	.venv/bench/bin/python -m pip install --quiet -r $<
	@touch $@

.venv/reference/ready: Tests/Reference/requirements.txt Tests/Reference/models/requirements.txt \
    Tests/Reference/imports/requirements.txt
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/install-deps python3-venv
	$(PYTHON) -m venv .venv/reference
	.venv/reference/bin/python -m pip install --quiet $(^:%=-r %)
	@touch $@
