"""``consult verify``: from the export to the answer, and after a word processor has saved the paper."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Line, begun

Reader = Callable[..., str]


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    """A meeting whose text is adopted, with its final paper beside it."""
    made = begun(capsys, monkeypatch, tmp_path)
    status, _answers = made.do({"do": "adopt_node", "node": "rest"}, {"do": "adopt_text"})
    assert status == 0
    assert made.run("export", made.file, "--out", tmp_path / "papers", "--papers", "final") == 0
    return made


def papers(line: Line) -> dict[str, Path]:
    return {path.suffix: path for path in (line.file.parent / "papers").iterdir()}


def tampered(path: Path, old: bytes, new: bytes) -> Path:
    out = path.with_name("other.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return out


def test_the_same_words(line: Line) -> None:
    for paper in papers(line).values():
        assert line.run("verify", paper, line.file) == 0
        assert "word for word" in line.out
    assert line.run("verify", papers(line)[".docx"], line.file, "--json") == 0
    said = json.loads(line.out)
    assert (said["ok"], said["same"], said["paper"], said["language"]) == (True, True, "final", "en")
    assert said["difference"] is None
    assert said["seq"] == said["last"]
    assert said["fingerprint"] == said["named_fingerprint"]


def test_the_first_difference(line: Line) -> None:
    other = tampered(papers(line)[".docx"], b"should respect", b"should not respect")
    assert line.run("verify", other, line.file) == 1
    assert line.out.startswith("Paragraph 3: the paper has “3. Governments should not respect the rest of")
    assert line.run("verify", other, line.file, "--json") == 1
    difference = json.loads(line.out)["difference"]
    assert difference["node"] == "3"
    assert "should not respect" in difference["paper"]
    assert "should respect" in difference["record"]


def test_a_paper_of_one_text_of_several_is_that_text(line: Line, tmp_path: Path) -> None:
    (tmp_path / "lamps.txt").write_text("Resolution concerning lamps\n\n1. Lamps should be lit.\n", "utf-8")
    assert line.run("import", line.file, tmp_path / "lamps.txt", "--kind", "resolution") == 0
    acts = ({"do": "adopt_node", "node": "rest"}, {"do": "adopt_text"})
    assert line.do(*({**act, "text_id": "resolution"} for act in acts))[0] == 0
    out = tmp_path / "alone"
    for text in ("conclusions", "resolution"):
        assert line.run("export", line.file, "--out", out, "--papers", "final", "--text", text) == 0
    made = sorted(out.iterdir())
    assert len(made) == 4
    for paper in made:
        assert line.run("verify", paper, line.file) == 0, line.out
    other = tampered(next(path for path in made if path.suffix == ".docx"), b"should respect", b"may respect")
    assert line.run("verify", other, line.file) == 1
    assert line.out.startswith("Paragraph 3: ")
    assert line.do({"do": "reopen_node", "node": "1", "text_id": "resolution", "confirm": True})[0] in (0, 3)
    assert line.run("verify", made[0], line.file) == 0


def test_what_cannot_be_verified(line: Line, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04 cut")
    assert line.run("verify", tmp_path / "x.docx", line.file) == 2
    assert line.err.count("\n") == 1
    assert "damaged" in line.err
    assert line.run("verify", tmp_path / "none.pdf", line.file, "--json") == 2
    assert json.loads(line.out)["ok"] is False
    assert line.run("verify", papers(line)[".docx"], tmp_path / "none.consult") == 2


def test_a_paper_that_libreoffice_saved_still_verifies(line: Line, reader: Reader, tmp_path: Path) -> None:
    paper = papers(line)[".docx"]
    other = tampered(paper, b"respect the rest", b"respect all rest")
    for form in ("odt", "pdf", "docx:MS Word 2007 XML"):
        reader(
            "soffice",
            f"-env:UserInstallation=file://{tmp_path / 'office'}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            tmp_path / "saved",
            paper,
            other,
        )
    saved = sorted((tmp_path / "saved").iterdir())
    assert len(saved) == 6
    for path in saved:
        assert line.run("verify", path, line.file) == (1 if path.stem == "other" else 0), line.out + line.err
        if path.stem == "other":
            assert "Paragraph 3" in line.out
