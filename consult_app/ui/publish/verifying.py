"""Verify a paper: the file is chosen, read and compared in the background, and the answer said in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from consult_app.desk import Desk
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.language import say, tr
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.publishing.verifying.verify import Verdict

Tell = Callable[[str, str], object]


def choose_paper(owner: QWidget, folder: str, then: Callable[[Path], object]) -> None:
    """Let the person choose the paper; *then* gets it."""
    choose_file(
        owner,
        tr("Verify a paper"),
        then,
        start=folder,
        filters=tr("Papers (*.docx *.odt *.pdf);;All files (*)"),
    )


def verify_paper(owner: QWidget, desk: Desk, path: Path, tell: Tell) -> None:
    """Compare the paper in *path* with the record of *desk*; *tell* gets the answer and its tone."""
    last = desk.seq

    def job() -> Verdict:
        from consult_app.exchange.paper_words import read_paper
        from consult_app.publishing.verifying.verify import verify

        return verify(read_paper(path), last, desk.state_at)

    def found(verdict: Verdict) -> None:
        words = " ".join(say(sentence) for sentence in verdict.sentences())
        tone = "error" if verdict.difference else "info" if verdict.same and not verdict.warnings else "warn"
        tell(tr("{file}: {answer}", file=path.name, answer=words), tone)

    def failed(error: Exception) -> None:
        from consult_app.exchange.errors import Unreadable
        from consult_app.publishing.verifying.verify import NotVerifiable

        if not isinstance(error, Unreadable | NotVerifiable):
            raise error
        tell(say(error.message), "error")

    when_done(in_background(job, "verify"), owner, found, failed)


__all__ = ["choose_paper", "verify_paper"]
