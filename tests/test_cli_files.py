"""The command line and files: bad ones change nothing, good ones survive a kill, the real text is read."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from consult_app.desk import Desk
from tests.command_line import Line, begun
from tests.conftest import ROOT
from tests.exchange.word_files import zip_file


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Line:
    return begun(capsys, monkeypatch, tmp_path)


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 80_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("shopping.txt", b"Milk, bread and a lamp."),
        ("empty.txt", b""),
        ("picture.txt", bytes(range(256)) * 20),
        ("truncated.docx", zip_file({"word/document.xml": b"<w:document/>" * 200})[:120]),
        ("other.docx", zip_file({"mimetype": b"application/epub+zip", "content.xml": b"<x/>"})),
        ("bomb.docx", bomb()),
        ("letter.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    ],
    ids=("shopping", "empty", "picture", "truncated", "other", "bomb", "letter"),
)
def test_what_is_no_text_is_refused_in_one_sentence(
    line: Line, tmp_path: Path, name: str, data: bytes
) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    before = line.rows()
    assert line.run("import", line.file, source, "--language", "fr") == 2
    assert line.out == ""
    assert line.err.startswith("consult: ")
    assert len(line.err.splitlines()) == 1
    assert "Traceback" not in line.err
    assert line.rows() == before


def test_check_says_sound_or_what_is_wrong(line: Line) -> None:
    assert line.run("check", line.file) == 0
    assert "is sound: 2 rows" in line.out
    connection = sqlite3.connect(line.file)
    connection.execute("DROP TRIGGER journal_is_append_only_update")
    connection.execute("UPDATE journal SET actor = 'somebody' WHERE seq = 2")
    connection.commit()
    assert line.run("check", line.file) == 1
    assert line.out == "row 2 has been changed since it was written\n"
    assert "damaged" in line.err
    connection.execute("UPDATE journal SET events = '[' WHERE seq = 2")
    connection.commit()
    connection.close()
    assert line.run("check", line.file) == 1
    assert line.run("show", line.file) == 2


def test_what_is_no_meeting_file(line: Line, tmp_path: Path) -> None:
    words = tmp_path / "words.consult"
    words.write_text("words", "utf-8")
    newer = tmp_path / "newer.consult"
    newer.write_bytes(line.file.read_bytes())
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    for path in (words, newer, tmp_path / "nowhere.consult", tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        for verb in (("show",), ("check",), ("do",)):
            assert line.run(*verb, path) == 2
            assert (line.out, len(line.err.splitlines())) == ("", 1)
        assert (path.read_bytes() if path.is_file() else b"") == before


# the real text, from outside


def test_the_golden_figures_end_to_end(line: Line, tmp_path: Path, shared: Path) -> None:
    file = line.file = tmp_path / "real.consult"
    assert line.run("new", file, "--rules", "tripartite_technical_2013", "--title-en", "TTMLM") == 0
    assert line.run("import", file, shared / "real/conclusions-ttmlm-2013.txt", "--json") == 0
    answer = json.loads(line.out)
    assert [(repair["kind"], repair["line"]) for repair in answer["repairs"]] == [
        ("footnote", 25), ("join", 27), ("stray", 42), ("join", 58), ("join", 77),
    ]  # fmt: skip
    nodes = line.show()["nodes"]
    kinds = [node["kind"] for node in nodes]
    assert (kinds.count("paragraph"), kinds.count("item"), kinds.count("footnote")) == (9, 32, 1)
    assert len(nodes) - 9 - 32 - 1 == 13
    items = {
        label: sum(n["kind"] == "item" and n["label"].split("(")[0] == label for n in nodes)
        for label in "2357"
    }
    assert (items, sum(n["label"].startswith("9(") for n in nodes)) == ({"2": 3, "3": 7, "5": 10, "7": 7}, 5)
    status, answers = line.do(
        {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "5(iii)"},
        {"do": "adopt_amendment", "amendment": "D.1"},
        {"do": "adopt_node", "node": "rest"},
        {"do": "adopt_text"},
    )
    assert (status, answers[-1].get("state")) == (0, "adopted_as_a_whole"), answers[-1]
    assert line.run("check", file) == 0


# a kill at any moment


@pytest.mark.soak
def test_what_was_answered_survives_a_kill(line: Line, tmp_path: Path, soak: bool) -> None:
    chance = random.Random(2026)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    for number in range(50 if soak else 8):
        file = tmp_path / f"{number}.consult"
        file.write_bytes(line.file.read_bytes())
        process = subprocess.Popen(
            [sys.executable, "-m", "consult_app", "do", str(file), "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        last = chance.randrange(1, 60)
        answered: list[dict[str, Any]] = []
        command = {"do": "submit_amendment", "by": "workers", "kind": "replace", "target": "3"}
        ahead = chance.randrange(0, 4)
        for each in range(last + ahead):
            words = json.dumps(command | {"text": f"Governments shall ({each})."})
            process.stdin.write(f"{words}\n".encode())
            process.stdin.flush()
            if each < last:
                answered.append(json.loads(process.stdout.readline()))
        process.send_signal(signal.SIGKILL)
        answered += [json.loads(rest) for rest in process.stdout.read().splitlines() if rest.endswith(b"}")]
        process.stdin.close()
        process.stdout.close()
        process.wait()
        assert all(answer["ok"] for answer in answered)
        with Desk.open(file) as desk:
            numbers = [amendment.number for amendment in desk.state.drafting.amendments.values()]
            assert [answer["number"] for answer in answered] == numbers[: len(answered)]
            assert desk.check() == []
