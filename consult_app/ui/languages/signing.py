"""Signing in place: by whom, what is signed, and the button that does it. No dialog is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import list_of
from consult_app.drafting.translation.signing import SignOff
from consult_app.drafting.translation.to_translate import NODE, Wanted
from consult_app.meetings.acts import LANGUAGES
from consult_app.ui.language import Languages, language_said, tr, tr_n
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card


def commands(wanted: Sequence[Wanted], by: str, text_id: str) -> list[SignOff]:
    """The commands by which *by* signs all of *wanted*: one for each language."""
    out = []
    for language in LANGUAGES:
        of_it = [each for each in wanted if each.language == language]
        nodes = tuple(each.id for each in of_it if each.kind == NODE)
        amendments = tuple(each.id for each in of_it if each.kind != NODE)
        if of_it:
            out.append(SignOff(language=language, by=by, node=nodes, amendment=amendments, text_id=text_id))
    return out


class Signing(Card):
    """Asks for the reviser's name and says what is signed. Signals: ``asked(name)``; ``left()``."""

    asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[Wanted] = []
        self.words = Label("", wrap=True)
        self.name = QLineEdit()
        hold(self.name, from_wide=180)
        self.sign = PrimaryButton()
        self.cancel = QuietButton()
        row = BrokenLine()
        row.add(self.name, 1)
        row.add(self.sign)
        row.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(row)
        self.name.textChanged.connect(self._offer)
        self.sign.clicked.connect(self._sign)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def ask(self, wanted: Sequence[Wanted], name: str) -> None:
        """Ask whether *wanted* are signed, by *name* unless another is written."""
        self.wanted = list(wanted)
        self.name.setText(name)
        self._say()
        self._offer()
        self.show()
        focus: QWidget = self.sign if name else self.name
        focus.setFocus()

    def _say(self) -> None:
        codes = [code for code in LANGUAGES if any(each.language == code for each in self.wanted)]
        languages = list_of([language_said(code) for code in codes], Languages.current())
        self.words.setText(
            tr_n(
                "{n} wording is signed as checked in {languages}, by",
                "{n} wordings are signed as checked in {languages}, by",
                len(self.wanted),
                languages=languages,
            )
        )

    def _offer(self) -> None:
        self.sign.setEnabled(bool(self.name.text().strip()))

    def _sign(self) -> None:
        name = self.name.text().strip()
        if name and not self.isHidden():
            self.asked.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter signs, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.cancel.hasFocus():
            self._sign()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word anew; the name stays."""
        # the sentence above says what the reviser has done
        self.name.setPlaceholderText(tr("Name of the reviser"))
        self.name.setAccessibleName(tr("Name of the reviser"))
        self.sign.set_words(tr("Sign"))
        self.cancel.set_words(tr("Cancel"), "Esc")
        self._say()


__all__ = ["Signing", "commands"]
