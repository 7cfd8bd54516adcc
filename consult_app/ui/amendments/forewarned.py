"""What to know before an amendment is handed in: one warning a line, each reached with Tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.ui.announcing import announce
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Label

_MOST: Final = 6


class WarningLines(Retranslating, QWidget):
    """Lines that are kept while words are typed, so that one that is being read does not lose the focus.
    They are made at once, so that Tab reaches them where they are seen; more than six share the last."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._lines = [_line() for _ in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in self._lines:
            column.addWidget(line)
        self.hide()
        self.retranslate()

    @property
    def lines(self) -> tuple[str, ...]:
        """The warnings, as shown."""
        return self._shown

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show *lines*, each once; one that was not there is said aloud."""
        now = tuple(dict.fromkeys(lines))
        if now == self._shown:
            return
        new = [line for line in now if line not in self._shown]
        self._shown = now
        said = [*now[: _MOST - 1], " ".join(now[_MOST - 1 :]), *[""] * _MOST]
        for label, words in zip(self._lines, said, strict=False):
            label.setText(f"▲ {words}" if words else "")
            label.setAccessibleName(words)
            label.setVisible(bool(words))
        self.setVisible(bool(now))
        announce(self, " ".join(new))

    def retranslate(self) -> None:
        """Name the list."""
        self.setAccessibleName(tr("Before it is handed in"))


def _line() -> Label:
    label = Label("warned", wrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.hide()
    return label


__all__ = ["WarningLines"]
