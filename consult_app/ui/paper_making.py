"""The papers that are ticked, made together: each in its languages, those in the same ones all or none."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from consult_app.publishing import export as exporting
from consult_app.publishing import gate
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
) -> list[Path]:
    """Make each paper of *chosen* in its languages and in those of *formats* that it has; nothing is written
    when the final text lacks something. Returns the files; raises as :func:`exporting.export`."""
    if "final" in chosen and not draft:
        gate.guard(state, chosen["final"])
    forms = {paper: exporting.forms_of(paper, formats) for paper in chosen}
    together: dict[tuple[str, ...], list[str]] = {}
    for paper, languages in chosen.items():
        # a text is not written where only a spreadsheet is ticked
        if forms[paper]:
            together.setdefault(languages, []).append(paper)
    total = sum(len(codes) * len(forms[paper]) for paper, codes in chosen.items())
    files: list[Path] = []
    for languages, papers in together.items():
        before = len(files)

        def told(done: int, _total: int, name: str, before: int = before) -> None:
            progress(before + done, total, name)

        files += exporting.export(state, seq, out, papers, languages, formats, draft, told, stop.is_set)
    return files
