"""A field that names a node of the text: by its label, or by some of its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QListView

from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.wordings.wording import words
from consult_app.ui.language import Languages
from consult_app.ui.parts.fields import ChoiceBox

_FIRST_WORDS = 64


class NodeField(ChoiceBox):
    """A list of nodes in which one can also type."""

    def __init__(self, *, begins_empty: bool = False) -> None:
        """Begin with the first node, or with none where that would be a guess (*begins_empty*)."""
        super().__init__()
        self._begins_empty = begins_empty
        self._named: dict[str, str] = {}
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offers = QListView()
        offers.setProperty("role", "offers")
        offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(offers)
        # the completer lets its list scroll sideways, and so cut nothing
        offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: with Tab one comes to the whole line, and sees how it begins."""
        super().focusInEvent(event)
        editor = self.lineEdit()
        if editor is not None and editor.hasSelectedText():
            editor.setSelection(len(editor.text()), -len(editor.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override: what is left shows how it begins, and not the end of a long line. The line itself
        never has the focus, this field has it for it."""
        super().focusOutEvent(event)
        self.show_beginning()

    def offer(self, text: Text, style: str) -> None:
        """Offer the nodes of *text*, numbered in *style*, without a signal.

        One that was named by its label stays named, and so does what is half typed.
        """
        named, typed = self.node, self.currentText()
        self._named = {label: node for node, label in labels(text.tree, False, style).items()}
        self.blockSignals(True)
        self.clear()
        for said, node in _lines(text, style):
            self.addItem(said, node)
        at = self.findData(named)
        if at >= 0:
            self.setCurrentIndex(at)
        elif typed or self._begins_empty:
            self.setCurrentIndex(-1)
            self.setEditText(typed)
        self.blockSignals(False)

    @property
    def node(self) -> str:
        """The id of the node that is named: chosen from the list, or its label typed; "" for none."""
        typed = self.currentText().strip()
        at = self.findText(typed)
        return str(self.itemData(at)) if at >= 0 else self._named.get(typed.rstrip("."), "")

    def aim_at(self, node: str) -> None:
        """Name the node with this id; nothing changes when it is not offered."""
        at = self.findData(node)
        if at >= 0:
            self.setCurrentIndex(at)

    def show_beginning(self) -> None:
        """Show the label and not the end of a long line, unless somebody is typing."""
        editor = self.lineEdit()
        if editor is not None and not self.hasFocus():
            editor.setCursorPosition(0)


def _lines(text: Text, style: str) -> list[tuple[str, str]]:
    named, language = labels(text.tree, False, style), Languages.current()
    out = []
    for node in text:
        if not node.deleted and node.id in named:
            said = words(node.text(language) or node.text(node.original))
            out.append((f"{named[node.id]}  {said[:_FIRST_WORDS]}".strip(), node.id))
    return out
