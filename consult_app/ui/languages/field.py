"""The field in which a rendering is written, in the plain form of a wording."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from consult_app.ui.look.text_scale import TextEdit
from consult_app.ui.parts.fields import typed


class WordsField(TextEdit):
    """One line of words, or several where the wording has further lines. Tab leaves it; Ctrl+Enter and Esc
    belong to whoever shows it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = False
        self._first = ""

    @property
    def words(self) -> str:
        """The words as they stand."""
        return typed(self)

    @property
    def changed(self) -> bool:
        """Whether the words are others than those it began with."""
        return self.words != self._first

    def begin(self, kept: str, words: str, *, lines: bool) -> None:
        """Show *words* in the place of the wording *kept*; with *lines* further lines may be written."""
        self._lines = lines
        self._first = kept
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def begin_with(self, kept: str) -> None:
        """Take *kept* for the words that it began with, whatever is written."""
        self._first = kept

    def put(self, words: str) -> None:
        """Put *words* in place of those that stand; Ctrl+Z takes it back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)

    def put_back(self) -> None:
        """Put the words that it began with back."""
        self.put(self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: a wording of one line has no line to break."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and not self._lines):
            event.ignore()
        else:
            super().keyPressEvent(event)


__all__ = ["WordsField"]
