"""The papers that are ticked, made together: each in its languages, those in the same ones all or none."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from consult_app.publishing import export as exporting
from consult_app.publishing import gate, one_text
from consult_app.state import State


def make_papers(
    state: State,
    seq: int,
    out: Path,
    chosen: dict[str, tuple[str, ...]],
    formats: tuple[str, ...],
    draft: bool,
    progress: exporting.Progress,
    stop: Event,
    at: str = "",
    text: str = "",
) -> list[Path]:
    """Make each paper of *chosen* in its languages and in those of *formats* that it has; nothing is written
    when the final text lacks something. *at* is when the last row was written. With *text* (its id)
    the papers that belong to a text are of that one. Returns the files; raises as
    :func:`exporting.export`."""
    if "final" in chosen and not draft:
        gate.guard(one_text.only(state, text) if text else state, chosen["final"])
    forms = {paper: exporting.forms_of(paper, formats) for paper in chosen}
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for paper, languages in chosen.items():
        # a text is not written where only a spreadsheet is ticked
        if forms[paper]:
            of = text if paper in one_text.OF_A_TEXT else ""
            together.setdefault((of, languages), []).append(paper)
    total = sum(len(codes) * len(forms[paper]) for paper, codes in chosen.items())
    files: list[Path] = []
    for (of, languages), papers in together.items():
        before = len(files)

        def told(done: int, _total: int, name: str, before: int = before) -> None:
            progress(before + done, total, name)

        files += exporting.export(
            state, seq, out, papers, languages, formats, draft, told, stop.is_set, at=at, text=of
        )
    return files
