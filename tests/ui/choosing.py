"""The system's dialogs, answered: what a person would have chosen in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from consult_app.ui import choosing_files
from consult_app.ui.choosing_files import Asked

Answer = Callable[[Asked], Path | str | None]


def answered(monkeypatch: pytest.MonkeyPatch, answer: Answer | Path) -> list[Asked]:
    """Have *answer* choose in each dialog (None or "": the person leaves it); returns what was asked."""
    asked: list[Asked] = []

    def choose(question: Asked, then: Callable[[Path], object]) -> None:
        asked.append(question)
        chosen = answer if isinstance(answer, Path) else answer(question)
        if chosen:
            then(Path(chosen))

    monkeypatch.setattr(choosing_files, "_ask", choose)
    return asked
