"""LibreOffice as a judge of Word files: one process a run, driven over UNO by the system's python3."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

import msgspec
import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Change(msgspec.Struct, frozen=True):
    """A tracked change as LibreOffice names it."""

    kind: str
    author: str
    at: str


class Reading(msgspec.Struct, frozen=True):
    """What LibreOffice makes of a file: its paragraphs and footnotes with every change accepted, and with
    every one rejected; what is left of the changes then; and the changes themselves."""

    accepted: list[str]
    rejected: list[str]
    accepted_notes: list[list[str]]
    rejected_notes: list[list[str]]
    accepted_left: int
    rejected_left: int
    changes: list[Change]


@cache
def lacking() -> str:
    """What must be installed before LibreOffice can be asked; "" for nothing."""
    if shutil.which("soffice") is None:
        return "libreoffice-writer-nogui"
    try:
        done = subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, timeout=60)
    except FileNotFoundError:
        return "python3-uno"
    return "python3-uno" if done.returncode else ""


class Office:
    """One LibreOffice, for as long as the tests need it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = 0
        command = [SYSTEM_PYTHON, str(Path(__file__).with_name("office_server.py")), str(folder / "profile")]
        self._log = (folder / "log").open("wb")
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True
        )

    def read(self, data: bytes) -> Reading:
        """What LibreOffice makes of the Word file *data*, whose comments it is not shown: 7.4 aborts over
        UNO when a paragraph with a comment goes. AssertionError with its last words when it died."""
        self._read += 1
        path = self._folder / f"{self._read}.docx"
        path.write_bytes(without_comments(data))
        asked, answers = _open(self._process.stdin), _open(self._process.stdout)
        asked.write(f"{path}\n")
        asked.flush()
        line = answers.readline()
        assert line, f"LibreOffice died: {(self._folder / 'log').read_text(errors='replace')[-2000:]}"
        return msgspec.json.decode(line, type=Reading)

    def close(self) -> None:
        """End it, and wait until it has ended."""
        _open(self._process.stdin).close()
        self._process.wait(timeout=60)
        _open(self._process.stdout).close()
        self._log.close()


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice, started once a run; skips where it cannot be asked."""
    if package := lacking():
        pytest.skip(f"LibreOffice cannot be asked over UNO: apt-get install {package}")
    one = Office(tmp_path_factory.mktemp("office"))
    yield one
    one.close()


def without_comments(data: bytes) -> bytes:
    """The Word file *data* without its comments, every tracked change as it was."""
    from lxml import etree

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/comments.xml":
                continue
            if name == "word/document.xml":
                root = etree.fromstring(part)
                for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
                    for element in list(root.iter(W + tag)):
                        gone = element.getparent() if tag == "commentReference" else element
                        parent = gone.getparent() if gone is not None else None
                        assert gone is not None and parent is not None
                        parent.remove(gone)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            elif name == "[Content_Types].xml":
                part = re.sub(rb"<Override [^>]*/word/comments\.xml[^>]*/>", b"", part)
            elif name == "word/_rels/document.xml.rels":
                part = re.sub(rb'<Relationship [^>]*"comments\.xml"[^>]*/>', b"", part)
            target.writestr(name, part)
    return out.getvalue()


__all__ = ["Change", "Office", "Reading", "lacking", "office", "without_comments"]
