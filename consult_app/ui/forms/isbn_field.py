"""A field for an ISBN: the check digit is offered once twelve digits stand there, and a wrong one is said."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consult_app.meetings.papers import isbn
from consult_app.ui.language import say, tr
from consult_app.ui.parts.controls import Label, QuietButton, set_property

_PARTED = re.compile(r"[\s\u2010-\u2013-]")


class IsbnField(QWidget):
    """One number of 13 digits, with what it lacks below it. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.field = QLineEdit()
        self.field.setPlaceholderText("978-92-2-")
        self.note = Label("small", wrap=True)
        self.take = QuietButton()
        self._offer = ""
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self.note)
        below.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._below)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._edited)
        self.field.editingFinished.connect(self._tidy)
        self.take.clicked.connect(self.take_offer)
        self.look()

    @property
    def value(self) -> str:
        """What stands in the field: 13 digits where it is a number, else as it was typed."""
        typed = self.field.text().strip()
        return isbn.digits(typed) or typed

    def show_number(self, number: str) -> None:
        """Show *number* (13 digits, or "") as it is printed."""
        self.field.setText(isbn.hyphenated(number) if number else "")
        self.look()

    @property
    def offered(self) -> str:
        """The number with the right check digit, where the one that stands there lacks it; else ""."""
        return self._offer

    def take_offer(self) -> None:
        """Put the number with the right check digit into the field."""
        if self._offer:
            self.show_number(self._offer)
            self.field.setFocus()
            self.changed.emit()

    def _edited(self) -> None:
        self.look()
        self.changed.emit()

    def _tidy(self) -> None:
        number = isbn.digits(self.field.text())
        if number and isbn.hyphenated(number) != self.field.text():
            self.field.setText(isbn.hyphenated(number))

    @property
    def wrong(self) -> bool:
        """Whether what stands in the field cannot be an ISBN."""
        typed = self.field.text().strip()
        return bool(typed) and not isbn.digits(typed)

    def look(self) -> None:
        """Say what the number lacks, and offer the check digit that belongs to it."""
        typed = _PARTED.sub("", self.field.text())
        number = isbn.digits(self.field.text())
        said, self._offer, tone = "", "", ""
        if number:
            faults = isbn.faults(number, self.language)
            right = isbn.check_digit(number[:12])
            if number[12] != right:
                self._offer = number[:12] + right
            said, tone = " ".join(say(fault) for fault in faults), "warn" if faults else ""
        elif len(typed) == 12 and typed.isascii() and typed.isdigit():
            self._offer = typed + isbn.check_digit(typed)
        self.show_note(said, tone)

    def show_note(self, words: str, tone: str = "") -> None:
        """Say *words* below the field; ``error`` marks the field as wrong."""
        set_property(self.note, "role", "problem" if tone == "error" else "small")
        set_property(self.note, "tone", "warn" if tone == "warn" else "")
        set_property(self.field, "invalid", "true" if tone == "error" else "false")
        self.note.setText(words)
        self.field.setAccessibleDescription(words)
        self.note.setVisible(bool(words))
        self.take.setVisible(bool(self._offer))
        self.take.set_words(tr("Check digit: {digit}", digit=self._offer[-1:]))
        self._below.setVisible(bool(words) or bool(self._offer))

    def set_words(self, label: str) -> None:
        """Set the accessible name, and the words of the button that takes the check digit."""
        self.field.setAccessibleName(label)
        self.look()
