"""Chips: the rounded facts of the top bar and the figures of the footer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy

from consult_app.ui.look.palette import words_tone
from consult_app.ui.look.theme import Theme


class Chip(QLabel):
    """A rounded fact in the top bar: plain words, a strong part, a tail ("Floor: **Worker** 2:14")."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._parts = ("", "", "", "", "")
        Theme.instance().changed.connect(self._render)

    def show_fact(
        self, words: str = "", *, strong: str = "", tail: str = "", mark: str = "", tone: str = ""
    ) -> None:
        """Show a fact; *tone* names a colour of the palette (``ok``, ``workers``) for mark and strong part.

        Without any words the chip hides itself.
        """
        self._parts = (words, strong, tail, mark, tone)
        self.setVisible(any((words, strong, tail)))
        self.setAccessibleName(" ".join(part for part in (words, strong, tail) if part))
        self._render()

    def fitted(self) -> tuple[str, str, str, str, str]:
        """Return words, strong part, tail, mark and tone as they are to be shown."""
        return self._parts

    @Slot()
    def _render(self) -> None:
        words, strong, tail, mark, tone = (escape(part) for part in self.fitted())
        colour = words_tone(Theme.current(), tone or "ink")
        pieces = []
        if mark and not strong:
            pieces.append(f'<span style="color:{colour}">{mark}</span>')
        if words:
            pieces.append(words)
        if strong:
            inside = f"{mark} {strong}" if mark else strong
            pieces.append(f'<b style="color:{colour}">{inside}</b>')
        if tail:
            pieces.append(tail)
        self.setText(" ".join(pieces))


__all__ = ["Chip"]
