"""What every test stands on: no screen, a home of its own, no unexpected word in the log.

The environment is set before anything imports Qt, which reads it once and aborts without a display.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "XDG_RUNTIME_DIR" not in os.environ:
    # Qt and platformdirs warn when it is missing, Qt also when others may read it.
    _runtime = tempfile.TemporaryDirectory(prefix="consult-run-")
    os.environ["XDG_RUNTIME_DIR"] = _runtime.name

ROOT = Path(__file__).resolve().parent.parent
SOAK = os.environ.get("CONSULT_SOAK") == "1"

READERS = {
    "Xvfb": "xvfb",
    "pandoc": "pandoc",
    "pdftotext": "poppler-utils",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
}
"""The programs that judge our papers from outside, and the Debian package that has each."""

# Time is measured by benchmarks, never by tests. Pure properties ask for 2,000 examples themselves.
hypothesis.settings.register_profile("suite", deadline=None, max_examples=200, print_blob=True)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=5_000, print_blob=True)
hypothesis.settings.load_profile("soak" if SOAK else "suite")


_LONG_FIRST = (
    "tests/ui/test_every_screen.py",
    "tests/ui/safety/test_kept_forms.py",
    "tests/ui/helping/test_help_window.py",
    "tests/ui/test_sitting.py",
    "tests/ui/room/test_projector.py",
    "tests/ui/helping/test_tour.py",
)
"""Two workers end together when no long file is left for the end: a file is not divided between them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, in their order; all others follow in theirs."""
    place = {ROOT / file: at for at, file in enumerate(_LONG_FIRST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Path:
    """Give the test a home of its own, where ``places`` keeps its folders; made only when used."""
    folder = tmp_path_factory.getbasetemp() / "homes" / f"{abs(hash(request.node.nodeid)):x}"
    monkeypatch.setenv("CONSULT_HOME", str(folder))
    return folder


class _Unexpected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs at WARNING or above, unless it is marked ``expects_log``."""
    listener = _Unexpected()
    root = logging.getLogger()
    root.addHandler(listener)
    try:
        yield
    finally:
        root.removeHandler(listener)
    if listener.records and request.node.get_closest_marker("expects_log") is None:
        said = [f"{record.name}: {record.levelname}: {record.getMessage()}" for record in listener.records]
        pytest.fail("unexpected log records:\n" + "\n".join(said), pytrace=False)


@pytest.fixture
def shared() -> Path:
    """Return the folder of papers beside the project (real conclusions); skip where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: it holds real papers, which are not part of the project")
    return folder


@pytest.fixture(scope="session")
def soak() -> bool:
    """Say whether this is ``make soak``, where a test repeats itself many times more."""
    return SOAK


@pytest.fixture(scope="session")
def reader() -> Callable[..., str]:
    """Return ``run(program, *arguments) -> stdout``; it skips the test where the program is missing.

    The program gets two minutes; CalledProcessError when it does not end with status 0.
    """

    def run(program: str, *arguments: str | Path) -> str:
        command = find_reader(program)
        done = subprocess.run(
            [command, *map(str, arguments)], capture_output=True, timeout=120, check=True, text=True
        )
        return done.stdout

    return run


def find_reader(program: str) -> str:
    """Return the path of *program*, one of :data:`READERS`; skip the test where it is missing."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is missing: apt-get install {READERS.get(program, program)}")
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the readers that were missing, so that a green run says what it did not look at."""
    missing = [program for program in READERS if shutil.which(program) is None]
    if missing:
        packages = " ".join(sorted({READERS[program] for program in missing}))
        terminalreporter.section("readers")
        terminalreporter.line(f"Missing, so their tests were skipped: {', '.join(missing)}.")
        terminalreporter.line(f"To have them: apt-get install --no-install-recommends {packages}")
