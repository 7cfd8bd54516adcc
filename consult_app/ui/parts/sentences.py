"""Several sentences under each other, with a little air between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled
from consult_app.ui.parts.controls import Label

_BETWEEN = 6


class Sentences(QWidget):
    """One label for each sentence: a plain label would set them as close as the lines of one."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        self._said: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        Scaled(self, self._fit)

    def _fit(self) -> None:
        self._column.setSpacing(fonts.pixels(_BETWEEN))

    def say(self, sentences: Sequence[str]) -> None:
        """Show *sentences* in place of those before."""
        self._said = tuple(sentences)
        while len(self._labels) < len(sentences):
            label = Label(wrap=True)
            self._labels.append(label)
            self._column.addWidget(label)
        for at, label in enumerate(self._labels):
            label.setText(sentences[at] if at < len(sentences) else "")
            label.setVisible(at < len(sentences))

    def text(self) -> str:
        """Return what is said, a line for each sentence."""
        return "\n".join(self._said)
