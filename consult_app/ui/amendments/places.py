"""The places that an amendment changes besides the one in the fields: one purpose, several nodes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.nodes import Text
from consult_app.drafting.proposals import Asked
from consult_app.ui.amendments.kinds import WAYS
from consult_app.ui.amendments.words import node_words
from consult_app.ui.controls import Elided, QuietButton
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.panels import clear_layout


class Places(Retranslating, QWidget):
    """The changes taken up so far, one a line, and the button that takes up another.

    Signals: ``more_asked()`` by the button; ``changed()`` when a line was taken out.
    """

    more_asked = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: tuple[Asked, ...] = ()
        self._text: Text | None = None
        self._style = "bis"
        self._ways: tuple[str, ...] = ()
        self.more = QuietButton()
        self.more.clicked.connect(self.more_asked)
        self._lines = QWidget()
        inner = QVBoxLayout(self._lines)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._lines)
        column.addLayout(row)
        self.retranslate()

    def know(self, text: Text, style: str) -> None:
        """Name places as they are called in *text*, numbered in *style*."""
        self._text, self._style = text, style
        self._show()

    @property
    def taken(self) -> tuple[tuple[Asked, str], ...]:
        """The changes that were taken up, each with the way in which it was chosen."""
        return tuple(zip(self.asked, self._ways, strict=True))

    def add(self, asked: Asked, way: str) -> None:
        """Take up the change *asked*, which was chosen as *way*."""
        self.asked, self._ways = (*self.asked, asked), (*self._ways, way)
        self._show()

    def clear(self) -> None:
        """Forget every place."""
        self.asked, self._ways = (), ()
        self._show()

    def _remove(self, at: int, _checked: bool = False) -> None:
        self.asked = (*self.asked[:at], *self.asked[at + 1 :])
        self._ways = (*self._ways[:at], *self._ways[at + 1 :])
        self._show()
        self.more.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        clear_layout(self._lines)
        self._lines.setVisible(bool(self.asked))
        layout = self._lines.layout()
        if self._text is None or layout is None:
            return
        before: QWidget = self.more.previousInFocusChain() or self
        for at, (asked, way) in enumerate(zip(self.asked, self._ways, strict=True)):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            place = node_words(self._text, asked.target, self._style)
            row.addWidget(Elided("", tr("{place}: {what}", place=place, what=tr(WAYS[way].words).lower())), 1)
            out = QuietButton(tr("Take out"))
            out.setAccessibleName(tr("Take {place} out of the amendment", place=place))
            out.clicked.connect(partial(self._remove, at))
            row.addWidget(out)
            layout.addWidget(line)
            # as they are seen: over the button that takes up another
            QWidget.setTabOrder(before, out)
            before = out

    def retranslate(self) -> None:
        """Set every word anew."""
        self.more.set_words(tr("Add another place"))
        self._show()
