"""Several texts from the command line: a further text, its languages, its new version, its papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import Line, begun

RESOLUTION = """Resolution concerning lamps

1. Lamps should be lit.

2. Lamps should be clean.
"""
RESOLUTION_FR = """Résolution concernant les lampes

1. Les lampes devraient être allumées.

2. Les lampes devraient être propres.
"""


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    """A meeting with its conclusions and a resolution."""
    line = begun(capsys, monkeypatch, tmp_path)
    (tmp_path / "resolution.txt").write_text(RESOLUTION, "utf-8")
    assert line.run("import", line.file, tmp_path / "resolution.txt", "--kind", "resolution", "--json") == 0
    assert json.loads(line.out)["text_id"] == "resolution"
    return line


def texts(line: Line) -> dict[str, Any]:
    assert line.run("show", line.file, "--json") == 0
    found: dict[str, Any] = json.loads(line.out)["texts"]
    return found


def test_a_further_text_of_a_kind(line: Line) -> None:
    found = texts(line)
    assert list(found) == ["conclusions", "resolution"]
    assert [node["label"] for node in found["resolution"]["nodes"]] == ["title", "1", "2"]
    assert found["resolution"]["kind"] == "resolution"


def test_a_new_id_is_a_further_text_and_a_known_one_a_language_of_it(line: Line, tmp_path: Path) -> None:
    french = tmp_path / "resolution.fr.txt"
    french.write_text(RESOLUTION_FR, "utf-8")
    assert line.run("import", line.file, french, "--language", "fr", "--text", "resolution") == 0
    assert texts(line)["resolution"]["nodes"][1]["text"]["fr"].startswith("Les lampes")
    assert line.run("import", line.file, tmp_path / "resolution.txt", "--text", "lamps") == 0
    assert list(texts(line)) == ["conclusions", "resolution", "lamps"]


def test_a_language_that_is_there_is_refused_for_the_text_that_is_named(line: Line, tmp_path: Path) -> None:
    assert line.run("import", line.file, tmp_path / "resolution.txt", "--text", "resolution") == 3
    assert "revision" in line.err


def test_a_new_version_of_the_text_that_is_named(line: Line, tmp_path: Path) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(RESOLUTION.replace("clean", "bright"), "utf-8")
    assert line.run("import", line.file, changed, "--as", "revision", "--text", "resolution", "--json") == 0
    assert json.loads(line.out)["replaced"] == 1
    assert line.run("import", line.file, changed, "--as", "revision", "--text", "nonsense") == 3


def test_a_kind_that_is_none_is_no_command(line: Line, tmp_path: Path) -> None:
    assert line.run("import", line.file, tmp_path / "resolution.txt", "--kind", "poem") == 2


def test_papers_of_one_text_have_names_of_their_own(line: Line, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    asked = ("--languages", "en", "--formats", "docx", "--draft", "--out", out)
    assert line.run("export", line.file, *asked, "--papers", "final") == 0
    assert line.run("export", line.file, *asked, "--papers", "final", "--text", "resolution") == 0
    assert line.run("export", line.file, *asked, "--papers", "final", "--text", "conclusions") == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "keepers-conclusions-final-Provisional-En.docx",
        "keepers-final-Provisional-En.docx",
        "keepers-resolution-final-Provisional-En.docx",
    ]


def test_what_is_of_the_whole_meeting_is_never_of_one_text(line: Line, tmp_path: Path) -> None:
    asked = ("--papers", "decisions", "--text", "resolution", "--out", tmp_path / "papers")
    assert line.run("export", line.file, *asked) == 3
    assert "whole meeting" in line.err
    assert line.run("export", line.file, "--text", "nonsense", "--out", tmp_path / "papers") == 3


def test_one_text_is_printed_while_the_other_is_still_open(line: Line, tmp_path: Path) -> None:
    node = {"do": "adopt_node", "node": "rest", "text_id": "resolution"}
    text = {"do": "adopt_text", "text_id": "resolution"}
    status, answers = line.do(node, text)
    assert status == 0, answers
    asked = ("--languages", "en", "--formats", "docx", "--papers", "final", "--out", tmp_path / "papers")
    assert line.run("export", line.file, *asked) == 3
    assert "cannot be printed yet" in line.err and "--draft" in line.err  # and what can be done instead
    assert line.run("export", line.file, *asked, "--text", "resolution") == 0
