"""What the register says of the document at hand; its symbol is copied as each language writes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import capitalized, ordinal_figure
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.document import Document
from consult_app.meetings.papers import isbn
from consult_app.meetings.symbols import in_language
from consult_app.ui.dates import day
from consult_app.ui.forms.isbn_grid import medium_names
from consult_app.ui.language import Languages, Retranslating, language_label, language_said, tr
from consult_app.ui.papers.model import title_of
from consult_app.ui.parts.controls import Label, QuietButton, SectionTitle
from consult_app.words import term


class PaperDetails(Retranslating, QWidget):
    """Signals: ``edit_asked()``; ``copied(words)`` after a symbol was put on the clipboard."""

    edit_asked = Signal()
    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document: Document | None = None
        self.heading, self.title = Label("heading", wrap=True), Label("", wrap=True)
        self.kind = Label("dim", wrap=True)
        self.others_title, self.others = SectionTitle(), Label("", wrap=True)
        self.isbn_title, self.isbn = SectionTitle(), Label("", wrap=True)
        self.copy_title = SectionTitle()
        self.copy_buttons = {code: QuietButton() for code in LANGUAGES}
        self.link, self.edit = QuietButton(), QuietButton()
        inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for label in (self.title, self.others, self.isbn):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.edit)
        acts.addWidget(self.link)
        acts.addStretch(1)
        copies = QHBoxLayout()
        copies.setSpacing(8)
        for button in self.copy_buttons.values():
            copies.addWidget(button)
        copies.addStretch(1)
        for widget in (self.heading, self.title, self.kind):
            column.addWidget(widget)
        column.addLayout(acts)
        for widget in (self.others_title, self.others, self.isbn_title, self.isbn, self.copy_title):
            column.addWidget(widget)
        column.addLayout(copies)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self.edit.clicked.connect(self.edit_asked)
        self.link.clicked.connect(self.open_link)
        for code, button in self.copy_buttons.items():
            button.clicked.connect(lambda _checked=False, language=code: self.copy(language))
        self.retranslate()

    def show_document(self, document: Document | None) -> None:
        """Show *document*; nothing for None."""
        self._document = document
        self._scroll.setVisible(document is not None)
        if document is None:
            return
        language = Languages.current()
        self.heading.setText(in_language(document.symbol, language) if document.symbol else tr("No symbol"))
        self.title.setText(title_of(document))
        self.title.setVisible(bool(document.titles))
        self.kind.setText("\n".join(_facts(document)))
        others = [
            f"{language_label(code)}: {said}" for code, said in document.titles.items() if code != language
        ]
        for widget in (self.others_title, self.others):
            widget.setVisible(bool(others))
        self.others.setText("\n".join(others))
        numbers = list(_numbers(document))
        for widget in (self.isbn_title, self.isbn):
            widget.setVisible(bool(numbers))
        self.isbn.setText("\n".join(numbers))
        self.copy_title.setVisible(bool(document.symbol))
        for button in self.copy_buttons.values():
            button.setVisible(bool(document.symbol))
        self.link.setVisible(bool(document.url))
        self.link.setToolTip(document.url)

    def copy(self, language: str) -> None:
        """Put the symbol on the clipboard as *language* writes it."""
        if self._document is not None and self._document.symbol:
            said = in_language(self._document.symbol, language)
            QGuiApplication.clipboard().setText(said)
            self.copied.emit(said)

    def open_link(self) -> None:
        """Open the document's link in the browser."""
        if self._document is not None and self._document.url:
            QDesktopServices.openUrl(QUrl(self._document.url))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("The document at hand"))
        self.others_title.setText(tr("Titles in other languages"))
        self.isbn_title.setText(tr("ISBN"))
        self.copy_title.setText(tr("Copy the symbol"))
        for code, button in self.copy_buttons.items():
            button.set_words(language_label(code))
            button.setAccessibleName(
                tr("Copy the symbol as {language} writes it", language=language_said(code))
            )
        self.link.set_words(tr("Open the link"))
        self.edit.set_words(tr("Edit…"), "Return")
        self.show_document(self._document)


def _facts(document: Document) -> Iterator[str]:
    language = Languages.current()
    kind = term("kind", document.kind, "document", language)
    yield kind[:1].upper() + kind[1:]
    if document.date:
        yield day(date.fromisoformat(document.date), year=True)
    if document.unit:
        yield document.unit
    if document.session:
        yield _session(document.session, language)
    if document.languages:
        yield capitalized(", ".join(language_said(code) for code in document.languages))


def _session(given: str, language: str) -> str:
    if not given.isdecimal():
        return tr("Session {number}", number=given)
    return tr("{ordinal} Session", ordinal=ordinal_figure(int(given), language))


def _numbers(document: Document) -> Iterator[str]:
    media = medium_names()
    for code, by_medium in document.isbn.items():
        for medium, number in by_medium.items():
            yield f"{isbn.hyphenated(number)} ({language_said(code)}, {media[medium]})"
