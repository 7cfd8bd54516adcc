"""Files out to a printer: through CUPS, which a little program stands in for, and drawn by ourselves."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from consult_app.publishing.pdf.writer import write_pdf
from consult_app.ui.printing import sending
from consult_app.ui.printing.page_drawing import page_count
from consult_app.ui.printing.sending import CannotPrint, Job, lp_arguments, send
from consult_app.ui.waiting import in_background
from tests.publishing.invented import conclusions, trilingual

STAND_IN = """#!/bin/sh
if [ "$2" = "Broken" ]; then echo "lp: The printer is not there." >&2; exit 1; fi
for each in "$@"; do printf '%s\\n' "$each"; done > "{told}"
"""


def going_on() -> bool:
    return False


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(write_pdf(conclusions("en")))
    return path


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path with an ``lp`` that writes down what it is told."""
    told = tmp_path / "told"
    program = tmp_path / "bin" / "lp"
    program.parent.mkdir()
    program.write_text(STAND_IN.format(told=told))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return told


@pytest.mark.skipif(os.name == "nt", reason="there is no CUPS on Windows")
def test_cups_gets_the_file_itself_and_what_is_asked(cups: Path, paper: Path) -> None:
    job = Job(paper, 12, "Hall", "short", "A4")
    send(job, going_on)
    told = cups.read_text().splitlines()
    assert told == [*lp_arguments(job), "--", str(paper)]
    assert told[:4] == ["-d", "Hall", "-n", "12"]
    assert "sides=two-sided-short-edge" in told
    assert "media=A4" in told


def test_without_a_size_the_paper_is_that_of_the_file(paper: Path) -> None:
    assert not any("media" in each or "fit" in each for each in lp_arguments(Job(paper, 1, "Hall")))


@pytest.mark.skipif(os.name == "nt", reason="there is no CUPS on Windows")
def test_what_cups_says_is_told(cups: Path, paper: Path) -> None:
    with pytest.raises(CannotPrint, match="not there"):
        send(Job(paper, 1, "Broken"), going_on)


def test_a_printer_that_is_gone_is_said(qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotPrint, match="Nowhere"):
        send(Job(paper, 1, "Nowhere"), going_on)


@pytest.mark.parametrize(
    ("landscape", "size", "page"),
    [(False, "", "595 x 842"), (True, "", "842 x 595"), (True, "Letter", "792 x 612")],
    ids=["upright", "on its side", "on other paper"],
)
def test_pages_are_drawn_for_the_printer(
    landscape: bool, size: sending.Paper, page: str, qtbot: QtBot, tmp_path: Path, reader: Callable[..., str]
) -> None:
    path, out = tmp_path / "paper.pdf", tmp_path / "printed.pdf"
    path.write_bytes(write_pdf(trilingual() if landscape else conclusions("fr", 2)))
    done = in_background(lambda: send(Job(path, 1, "", paper=size, to_file=out), going_on), "printing")
    done.result(60)
    assert page_count(out) == page_count(path)
    assert page in reader("pdfinfo", out)
    images = re.findall(r"image +(\d+) +(\d+)", reader("pdfimages", "-list", out))
    assert images, "the pages are pictures here"


def test_stop_ends_it_before_the_next_page(qtbot: QtBot, paper: Path, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"
    asked: list[int] = []

    def after_one() -> bool:
        asked.append(1)
        return len(asked) > 1

    send(Job(paper, 1, "", to_file=out), after_one)
    assert page_count(out) == 1


def test_a_file_that_is_gone_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(CannotPrint):
        send(Job(tmp_path / "gone.pdf", 1, "", to_file=tmp_path / "out.pdf"), going_on)
    assert page_count(tmp_path / "gone.pdf") == 0
