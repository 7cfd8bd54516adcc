# Everything begins here. Each target does its own set-up; a second call takes seconds.
#
#   make run          the sample meeting, from registration to printed papers, then the window
#   make test         linters, types, import contract, the whole suite
#   make package      dist/consult/: a folder that runs without Python packages
#   make catalogues   look for new messages, bring the catalogues up to date, check them
#   make benchmarks   the figures of design.md §10
#   make soak         the long tests: kills, replays, random meetings
#   make screenshots  the pictures in docs/, made from the sample meeting
#   make sitting      a sitting held by keys alone, with a picture of each step in build/sitting
#   make clean        remove what was built (not .venv)

PYTHON_ENV := .venv/bin/python
SETUP := @bash packaging/setup.sh

.PHONY: run test package catalogues benchmarks soak screenshots sitting clean
.DEFAULT_GOAL := run

run:
	$(SETUP) run
	@.venv/bin/consult demo

test:
	$(SETUP) test
	@bash packaging/test.sh

package:
	$(SETUP) package
	@bash packaging/package.sh

catalogues:
	$(SETUP) run
	@$(PYTHON_ENV) packaging/catalogues.py update
	@$(PYTHON_ENV) packaging/catalogues.py compile
	@$(PYTHON_ENV) packaging/catalogues.py check

benchmarks:
	$(SETUP) test
	@QT_QPA_PLATFORM=offscreen $(PYTHON_ENV) -m benchmarks

soak:
	$(SETUP) test
	@CONSULT_SOAK=1 $(PYTHON_ENV) -m pytest -m soak

screenshots:
	$(SETUP) test
	@$(PYTHON_ENV) packaging/screenshots.py

sitting:
	$(SETUP) test
	@xvfb-run -a -s "-screen 0 1920x1080x24" $(PYTHON_ENV) -m tests.ui.sitting

clean:
	@rm -rf build dist consult.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@find consult_app tests benchmarks packaging -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -f locales/*/LC_MESSAGES/*.mo
