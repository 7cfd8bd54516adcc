"""A new version of the text from a file, from outside: previewed, imported, accepted and put back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from consult_app.exchange.reading import read
from tests.command_line import TEXT, Line, begun

SHALL = TEXT.replace("should respect the rest", "shall respect the rest")


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


def version(folder: Path, text: str) -> Path:
    path = folder / "overnight.txt"
    path.write_text(text, "utf-8")
    return path


def finally_reads(line: Line) -> list[tuple[str, int, str]]:
    nodes = line.show("--view", "final")["nodes"]
    return [(node["kind"], node["depth"], node["text"]["en"]) for node in nodes]


def file_reads(path: Path) -> list[tuple[str, int, str]]:
    return [(node.kind, node.depth, node.text) for node in read(path, "en").nodes]


def test_a_preview_records_nothing(line: Line, tmp_path: Path) -> None:
    before, path = line.rows(), version(tmp_path, SHALL)
    assert line.run("import", line.file, path, "--as", "revision", "--preview") == 0
    assert "overnight.txt: 1 changes; nodes replaced 1, inserted 0" in line.out
    assert "live/1" in line.out
    assert "In paragraph 3, replace “should” by “shall”." in line.out
    assert line.run("import", line.file, path, "--as", "revision", "--preview", "--json") == 0
    said = json.loads(line.out)
    assert [(each["number"], each["change"], each["node"]) for each in said["changes"]] == [
        ("live/1", "replaced", "3")
    ]
    assert (said["unchanged"], said["repairs"], said["warnings"]) == (10, [], [])
    assert line.rows() == before


def test_a_version_by_a_group_is_accepted_change_by_change(line: Line, tmp_path: Path) -> None:
    changed = SHALL.replace("(ii) report", "(ii) pay keepers;\n(iii) report")
    path = version(tmp_path, changed)
    status = line.run("import", line.file, path, "--as", "revision", "--group", "workers", "--json")
    said = json.loads(line.out)
    assert (status, said["ok"], said["changes"]) == (0, True, ["live/1", "live/2"])
    assert (said["replaced"], said["inserted"], said["deleted"], said["language"]) == (1, 1, 0, "en")
    shown = line.show("--view", "marked")
    assert [(each["number"], each["by"], each["state"]) for each in shown["amendments"]] == [
        (number, "workers", "under_discussion") for number in said["changes"]
    ]
    status, answers = line.do(
        {"do": "adopt_amendment", "amendment": "live/1"}, {"do": "reject_amendment", "amendment": "live/2"}
    )
    assert (status, [answer["ok"] for answer in answers]) == (0, [True, True])
    texts = [text for _, _, text in finally_reads(line)]
    assert "pay keepers;" in texts
    assert "Governments should respect the rest of keepers." in texts
    assert line.run("check", line.file) == 0


def test_undo_takes_the_whole_version_back(line: Line, tmp_path: Path) -> None:
    before = line.show()
    assert line.run("import", line.file, version(tmp_path, SHALL), "--as", "revision") == 0
    assert line.out.startswith("overnight.txt: 1 changes;")
    assert line.do({"do": "undo"})[0] == 0
    after = line.show()
    assert (after["nodes"], after["amendments"]) == (before["nodes"], before["amendments"])


def test_what_is_refused(line: Line, tmp_path: Path) -> None:
    before, same = line.rows(), version(tmp_path, TEXT)
    assert line.run("import", line.file, same, "--json") == 3
    assert "comes in as a revision" in json.loads(line.out)["refused"]
    for more in ((), ("--preview",)):
        assert line.run("import", line.file, same, "--as", "revision", "--json", *more) == 3
        assert json.loads(line.out)["rule"] == "nothing_changes"
    assert line.run("import", line.file, same, "--as", "revision", "--language", "fr") == 3
    assert "import it as a text first" in line.err
    assert line.run("import", line.file, same, "--as", "revision", "--group", "nobody") == 3
    two = ("--group", "workers", "--group", "employers")
    assert line.run("import", line.file, same, "--as", "revision", *two) == 2
    assert line.run("import", line.file, same.with_name("none.txt"), "--as", "revision") == 2
    assert line.rows() == before


@pytest.fixture
def real(line: Line, shared: Path, tmp_path: Path) -> Path:
    """The real text, brought into a meeting of its own; the file that it was read from."""
    path = shared / "real/conclusions-ttmlm-2013.txt"
    line.file = tmp_path / "real.consult"
    assert line.run("new", line.file, "--rules", "tripartite_technical_2013", "--title-en", "Migration") == 0
    assert line.run("import", line.file, path) == 0
    return path


def adopted_all(line: Line, numbers: list[str]) -> list[dict[str, Any]]:
    status, answers = line.do(*({"do": "adopt_amendment", "amendment": number} for number in numbers))
    assert status == 0, line.err
    return answers


def test_a_real_text_rewritten_overnight(line: Line, real: Path, tmp_path: Path) -> None:
    text = real.read_text("utf-8")
    text = text.replace("is critical for promoting", "is essential to promote")
    text = text.replace("Improve its outreach and communications strategy", "Improve its strategy")
    text = re.sub(r" - \(iv\) In light of the growing feminization.*\n", "", text)
    text = text.replace(
        " - (vi) Develop focused strategies,",
        " - (vi) Listen to migrants.\n - (vii) Develop focused strategies,",
    )
    text = text.replace(
        "8. Social dialogue lies", "8. Remittances belong to those who earn them.\n9. Social dialogue lies"
    )
    path = version(tmp_path, text)
    assert line.run("import", line.file, path, "--as", "revision", "--json") == 0
    said = json.loads(line.out)
    assert {name: said[name] for name in ("replaced", "inserted", "deleted", "moved", "split", "joined")} == {
        "replaced": 2,
        "inserted": 2,
        "deleted": 1,
        "moved": 0,
        "split": 0,
        "joined": 0,
    }
    assert len(said["changes"]) == 5
    adopted_all(line, said["changes"])
    assert finally_reads(line) == file_reads(path)
    assert line.run("import", line.file, path, "--as", "revision", "--json") == 3


def test_a_real_text_in_another_order(line: Line, real: Path, tmp_path: Path) -> None:
    text = real.read_text("utf-8")
    start, end = text.index("Sound labour market needs"), text.index("Cooperation and social dialogue for")
    first = text.index("Effective protection of migrant workers")
    text = text[:first] + text[start:end] + text[first:start] + text[end:]
    path = version(tmp_path, text)
    assert line.run("import", line.file, path, "--as", "revision", "--json") == 0
    said = json.loads(line.out)
    assert (said["moved"], said["replaced"], said["inserted"], said["deleted"]) == (3, 0, 0, 0)
    adopted_all(line, said["changes"])
    assert finally_reads(line) == file_reads(path)


def test_the_same_text_as_a_word_file_is_no_new_version(line: Line, real: Path) -> None:
    word = real.with_name("draft-conclusions.docx")
    status = line.run("import", line.file, word, "--as", "revision", "--preview", "--json")
    said = json.loads(line.out)
    assert status == 0, said
    assert (said["inserted"], said["deleted"], said["moved"]) == (0, 0, 0), said["changes"]
