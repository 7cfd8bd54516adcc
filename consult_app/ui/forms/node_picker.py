"""A list of the nodes of the text, each with a box to tick, that can be searched by label and words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.wordings.wording import words
from consult_app.meetings.people.countries import simple
from consult_app.ui.language import Languages, Retranslating, tr, tr_n
from consult_app.ui.parts.check_list import CheckList
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.fields import SearchField

_FIRST_WORDS = 80
_KINDS = ("heading", "paragraph", "item")


class NodePicker(Retranslating, QWidget):
    """Headings, paragraphs and items of a text, any of them ticked.

    Signals: ``changed()`` when a person ticked or unticked one.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text: Text | None = None
        self._style = "bis"
        self.search = SearchField()
        self.list = CheckList(180)
        self.chosen_words = Label("small", wrap=True)
        frame = QFrame()
        frame.setProperty("role", "card")
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(2, 4, 2, 4)
        framed.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.search, frame, self.chosen_words):
            column.addWidget(widget)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._fill)
        self.list.ticked.connect(self._say)
        self.list.ticked.connect(self.changed)
        self.retranslate()

    def offer(self, text: Text | None, style: str) -> None:
        """Offer the nodes of *text*, numbered in *style*; what is ticked stays ticked."""
        if text is not self._text or style != self._style:
            self._text, self._style = text, style
            self._fill()

    def choose(self, nodes: tuple[str, ...]) -> None:
        """Tick exactly *nodes*."""
        self.search.clear()
        self.list.choose(nodes)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the nodes that are ticked, in the order of the text."""
        if self._text is None:
            return ()
        ticked = set(self.list.chosen)
        return tuple(node for node in self._text.tree.walk() if node in ticked)

    def _fill(self) -> None:
        sought = simple(self.search.text()).split()
        ticked = set(self.list.chosen)
        self.list.offer(
            (node, line)
            for node, line in self._lines()
            if not sought or node in ticked or all(word in simple(line) for word in sought)
        )
        self._say()

    def _lines(self) -> Iterator[tuple[str, str]]:
        if self._text is None:
            return
        named, language = labels(self._text.tree, False, self._style), Languages.current()
        for node in self._text:
            kind = self._text.tree.spots[node.id].kind
            if kind in _KINDS and not node.deleted and node.id in named:
                said = words(node.text(language) or node.text(node.original))
                yield node.id, f"{'¶' if kind == 'heading' else named[node.id]}  {said[:_FIRST_WORDS]}"

    def _say(self) -> None:
        count = len(self.chosen)
        if self._text is None:
            said = tr("There is no text yet; import it first.")
        elif count:
            said = tr_n("{n} passage is ticked.", "{n} passages are ticked.", count)
        else:
            said = tr("None is ticked: the item is about no part of the text.")
        self.chosen_words.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Down leads from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; what is ticked stays."""
        self.search.set_hint(tr("Label or words, for instance 5(ii)"))
        self.search.setAccessibleName(tr("Search the text"))
        self.list.setAccessibleName(tr("Parts of the text"))
        self._fill()
