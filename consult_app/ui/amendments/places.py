"""The places that an amendment changes besides the one in the fields: one purpose, several nodes."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consult_app.drafting.amendments.proposals import Asked
from consult_app.drafting.text.nodes import Text
from consult_app.ui.amendments.kinds import WAYS
from consult_app.ui.amendments.words import node_words
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.controls import Elided, QuietButton
from consult_app.ui.parts.panels import clear_layout


class Places(Retranslating, QWidget):
    """The changes taken up so far, one a line, and the button that takes up another. What was taken out last
    can be put back where it stood.

    Signals: ``more_asked()`` by the button; ``changed()`` when a line was taken out or put back.
    """

    more_asked = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: tuple[Asked, ...] = ()
        self._text: Text | None = None
        self._style = "bis"
        self._ways: tuple[str, ...] = ()
        self._gone: tuple[int, Asked, str] | None = None
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
        self._gone = None
        self._show()

    def clear(self) -> None:
        """Forget every place."""
        self.asked, self._ways, self._gone = (), (), None
        self._show()

    def _remove(self, at: int, _checked: bool = False) -> None:
        self._gone = at, self.asked[at], self._ways[at]
        self.asked = (*self.asked[:at], *self.asked[at + 1 :])
        self._ways = (*self._ways[:at], *self._ways[at + 1 :])
        self._changed()

    def _put_back(self, _checked: bool = False) -> None:
        if self._gone is None:
            return
        at, asked, way = self._gone
        self._gone = None
        self.asked = (*self.asked[:at], asked, *self.asked[at:])
        self._ways = (*self._ways[:at], way, *self._ways[at:])
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.more.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        clear_layout(self._lines)
        self._lines.setVisible(bool(self.asked or self._gone))
        if self._text is None:
            return
        buttons = []
        for at, (asked, way) in enumerate(self.taken):
            place = node_words(self._text, asked.target, self._style)
            out = QuietButton(tr("Take out"))
            out.setAccessibleName(tr("Take {place} out of the amendment", place=place))
            out.clicked.connect(partial(self._remove, at))
            said = tr("{place}: {what}", place=place, what=tr(WAYS[way].words).lower())
            buttons.append(self._line(said, out))
        if self._gone is not None:
            place = node_words(self._text, self._gone[1].target, self._style)
            back = QuietButton(tr("Put it back"))
            back.setAccessibleName(tr("Put {place} back into the amendment", place=place))
            back.clicked.connect(self._put_back)
            buttons.append(self._line(tr("{place} was taken out", place=place), back))
        self._order_stops(buttons)

    def _order_stops(self, buttons: list[QuietButton]) -> None:
        """Let Tab come to the buttons as they are seen: over the one that takes up another place."""
        # only what takes the focus itself has a place in the order that Qt can be told
        before = self.more.previousInFocusChain()
        while before is not None and before is not self.more:
            if before.focusPolicy() & Qt.FocusPolicy.TabFocus and before not in buttons:
                break
            before = before.previousInFocusChain()
        stops = [each for each in (before, *buttons, self.more) if each is not None]
        for one, other in pairwise(stops if buttons else ()):
            QWidget.setTabOrder(one, other)

    def _line(self, said: str, button: QuietButton) -> QuietButton:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Elided("", said), 1)
        row.addWidget(button)
        layout = self._lines.layout()
        if layout is not None:
            layout.addWidget(line)
        return button

    def retranslate(self) -> None:
        """Set every word anew."""
        self.more.set_words(tr("Add another place"))
        self._show()
