"""Which of the files that were made can be printed, and of which paper and language each is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from consult_app.publishing import one_text
from consult_app.publishing.export import PAPERS, file_name
from consult_app.state import State
from consult_app.ui.language import NAMES

Printable = dict[tuple[str, str], Path]


def printable(state: State, files: Iterable[Path], text_id: str, *, draft: bool) -> Printable:
    """The PDFs among *files* by paper and language; *text_id* is that of the text that they are of ("" for
    all), and *draft* says whether they were made as provisional."""
    made = {path.name: path for path in files if path.suffix == ".pdf"}
    out: Printable = {}
    for paper in PAPERS:
        text = text_id if paper in one_text.OF_A_TEXT else ""
        for code in NAMES:
            path = made.get(file_name(state, paper, code, "pdf", draft=draft, text=text))
            if path is not None:
                out[paper, code] = path
    return out


__all__ = ["Printable", "printable"]
