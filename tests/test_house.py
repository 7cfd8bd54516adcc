"""The rules of the house that no linter knows: import time, size of files, the fault of one Qt."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("docx", "lxml", "openpyxl", "pikepdf", "psycopg", "pypdfium2", "reportlab", "sqlalchemy")
OURS = ("consult_app", "tests", "benchmarks", "packaging")


def modules() -> list[str]:
    """Return the dotted names of all modules of the program."""
    names = []
    for path in sorted((ROOT / "consult_app").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return [name for name in names if not name.endswith("__main__")]


def loaded_after(*names: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after importing *names*."""
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_nothing_outside_the_window_loads_qt() -> None:
    outside = [name for name in modules() if not name.startswith("consult_app.ui")]
    assert "consult_app.places" in outside
    assert not loaded_after(*outside) & {"PySide6", "shiboken6"}


def test_the_window_starts_without_the_heavy_libraries() -> None:
    loaded = loaded_after("consult_app.cli.holding", "consult_app.ui.main", "consult_app.journal.recognising")
    assert "PySide6" in loaded
    assert sorted(loaded.intersection({*HEAVY, "msgspec"})) == []


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    found = loaded_after("consult_app.cli", "consult_app.cli.options")
    assert sorted(found.intersection({*HEAVY, "PySide6", "babel"})) == []


def test_no_file_is_too_long() -> None:
    files = [path for folder in OURS for path in (ROOT / folder).rglob("*.py")]
    assert len(files) > 10
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: length for name, length in lengths.items() if length > 800} == {}


def test_every_module_says_what_it_is() -> None:
    paths = [path for path in (ROOT / "consult_app").rglob("*.py")]
    silent = [str(path.relative_to(ROOT)) for path in paths if not _docstring(path)]
    assert silent == []


def test_every_room_is_a_package() -> None:
    """A folder without ``__init__.py`` would be missing from the wheel."""
    folders = {path.parent for path in (ROOT / "consult_app").rglob("*.py")}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def _docstring(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_field_makes_ordinary_spaces_of_no_break_ones() -> None:
    """Qt's ``toPlainText`` does; ``ui.fields.typed`` gives the words as they stand. No exception is needed:
    fields whose words are not kept use the same."""
    files = (ROOT / "consult_app").rglob("*.py")
    found = [path for path in files if "toPlainText" in path.read_text("utf-8")]
    assert [str(path.relative_to(ROOT)) for path in found] == []


def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one with each call, and the process aborts after some 5,000."""
    pytest.importorskip("PySide6.QtWidgets")
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "application = QApplication([])\n"
        "label = QLabel()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(10_000): label.setText('D.12')\n"
        "print(before - sys.getrefcount(None))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 100
