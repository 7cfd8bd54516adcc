"""The command line called in process, with what it prints caught; and a small text to import."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from consult_app import cli

TEXT = """Conclusions on lighthouses

The Meeting on Lighthouse Keepers,

Having met in Geneva,

Adopts the following conclusions:

General considerations

1. Lighthouses guide ships at night.

2. The Office should:
(i) collect statistics on keepers;
(ii) report to the next Meeting.

3. Governments should respect the rest of keepers.

Geneva, 6 November 2026
"""


class Line:
    """The command line: ``run`` gives the exit status, ``out`` and ``err`` what it printed."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.file = folder / "m.consult"
        self.out = self.err = ""

    def run(self, *arguments: object, stdin: str = "") -> int:
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse
            status = int(ended.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return status

    def do(self, *commands: object, more: tuple[str, ...] = ()) -> tuple[int, list[dict[str, Any]]]:
        lines = [each if isinstance(each, str) else json.dumps(each) for each in commands]
        status = self.run("do", self.file, "-", *more, stdin="\n".join(lines))
        return status, [json.loads(line) for line in self.out.splitlines()]

    def show(self, *more: str) -> dict[str, Any]:
        assert self.run("show", self.file, "--json", *more) == 0
        shown: dict[str, Any] = json.loads(self.out)
        return shown

    def rows(self) -> list[Any]:
        connection = sqlite3.connect(self.file)
        found = connection.execute("SELECT * FROM journal ORDER BY seq").fetchall()
        connection.close()
        return found


def begun(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Line:
    """A command line in English, with a meeting into which the text was imported."""
    monkeypatch.setenv("CONSULT_LANGUAGE", "en")
    made = Line(capsys, monkeypatch, folder)
    (folder / "draft.txt").write_text(TEXT, "utf-8")
    assert made.run("new", made.file, "--rules", "tripartite_technical_2013", "--title-en", "Keepers") == 0
    assert made.run("import", made.file, folder / "draft.txt") == 0
    return made
