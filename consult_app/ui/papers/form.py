"""The form for a document of the register."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from consult_app.desk import Refusal
from consult_app.meetings.acts import LANGUAGES, Language
from consult_app.meetings.kept.document import Document, Kind
from consult_app.meetings.papers.documents import ChangeDocument, RegisterDocument
from consult_app.meetings.symbols import in_language
from consult_app.ui.dates import field_format
from consult_app.ui.forms.isbn_grid import IsbnGrid
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, language_label, language_said, say, tr
from consult_app.ui.papers.symbol_words import symbol_words, twin
from consult_app.ui.parts.fields import ChoiceBox, DateField
from consult_app.ui.parts.ticks import TickBox
from consult_app.words import term

_NEVER = QDate(1900, 1, 1)
_ROW_OF = {
    "symbol": "symbol",
    "same_document": "symbol",
    "document": "symbol",
    "url": "url",
    "dates": "date",
}


class PaperForm(SideForm):
    """Signals: ``asked(command)`` to register the document or to change its entry."""

    what = "document"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._documents: dict[str, Document] = {}
        self.document: Document | None = None
        self.symbol = QLineEdit()
        self.kind = ChoiceBox()
        self.titles = {code: QLineEdit() for code in NAMES}
        self.unit, self.session, self.url = QLineEdit(), QLineEdit(), QLineEdit()
        self.date = DateField()
        self.date.setMinimumDate(_NEVER)
        self.ticks = {code: TickBox() for code in LANGUAGES}
        self.isbn = IsbnGrid()
        self.add_row("symbol", self.symbol)
        for code, field in self.titles.items():
            self.add_row(code, field)
        self.add_row("kind", self.kind)
        self.add_row("languages", self._tick_row())
        self.add_row("date", self.date)
        self.column.addWidget(self.isbn)
        self.add_row("unit", self.unit)
        self.add_row("session", self.session)
        self.add_row("url", self.url)
        self.column.addStretch(1)
        self.symbol.textChanged.connect(self._say_symbol)
        self.url.textEdited.connect(lambda: self.rows["url"].set_problem(""))
        self.date.dateChanged.connect(lambda: self.rows["date"].set_problem(""))
        self.isbn.changed.connect(self._tick_numbered)
        self.retranslate()

    def _tick_row(self) -> QWidget:
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for tick in self.ticks.values():
            row.addWidget(tick)
        row.addStretch(1)
        return room

    def offer(self, documents: dict[str, Document]) -> None:
        """Take the register from *documents*; what is filled in stays."""
        self._documents = documents
        if self.document is not None:
            self.document = documents.get(self.document.id)
        self._say_symbol()

    def kept_about(self) -> dict[str, str]:
        """Return which document the entry is of; nothing for a new one."""
        return {"document": self.document.id} if self.document is not None else {}

    @begins
    def begin(self, document: Document | None) -> None:
        """Show *document*, or an empty form for a new one."""
        shown = document or Document("")
        self.document = document
        self.symbol.setText(in_language(shown.symbol, Languages.current()) if shown.symbol else "")
        for code, field in self.titles.items():
            field.setText(shown.titles.get(code, ""))
            field.setCursorPosition(0)
        for name, plain_field in (("unit", self.unit), ("session", self.session), ("url", self.url)):
            plain_field.setText(getattr(shown, name))
            plain_field.setCursorPosition(0)
        self.date.setDate(QDate.fromString(shown.date, "yyyy-MM-dd") if shown.date else _NEVER)
        for code, tick in self.ticks.items():
            tick.setChecked(code in shown.languages)
        self.isbn.show_numbers(shown.isbn)
        self.clear_problems()
        self.retranslate()
        self.kind.setCurrentIndex(max(0, self.kind.findData(document.kind if document else "")))
        self._say_symbol()
        self.symbol.setFocus()

    def _say_symbol(self) -> None:
        """Say while it is typed what the symbol is, and whether it is in the register already."""
        said, possible = symbol_words(self.symbol.text())
        own = self.document.id if self.document else ""
        other = twin(self.symbol.text(), self._documents, own)
        if other is not None:
            said, possible = tr("It is in the register already; change its entry there."), False
        self.rows["symbol"].set_problem("" if possible else said)
        help_words = said if possible and said else tr("For instance GB.319/POL/2; may be left empty.")
        self.rows["symbol"].set_words(tr("Symbol"), help_words)

    def _tick_numbered(self) -> None:
        """A language that has an ISBN is one of the document's."""
        for (code, _medium), field in self.isbn.fields.items():
            if field.value and not field.wrong:
                self.ticks[cast(Language, code)].setChecked(True)

    def attempt(self) -> None:
        """Ask for the document, or say beside the field what is wrong."""
        _said, possible = symbol_words(self.symbol.text())
        if not possible or self.rows["symbol"].problem:
            self.symbol.setFocus()
            return
        titles = {code: field.text().strip() for code, field in self.titles.items()}
        if not self.symbol.text().strip() and not any(titles.values()):
            self.rows["symbol"].set_problem(tr("Give a symbol, or a title in at least one language."))
            self.symbol.setFocus()
            return
        wrong = self.isbn.first_wrong()
        if wrong is not None:
            wrong.show_note(tr("An ISBN has 13 digits and begins with 978 or 979."), "error")
            wrong.field.setFocus()
            return
        self.clear_problems()
        when = self.date.date()
        data = {
            "symbol": self.symbol.text().strip(),
            "titles": titles,
            "kind": self.kind.currentData() or None,
            "unit": self.unit.text(),
            "languages": tuple(code for code, tick in self.ticks.items() if tick.isChecked()),
            "date": "" if when == _NEVER else when.toString("yyyy-MM-dd"),
            "isbn": self.isbn.asked(self.document.isbn if self.document else {}),
            "url": self.url.text().strip(),
            "session": self.session.text().strip(),
        }
        if self.document is None:
            self.asked.emit(RegisterDocument(**data))  # type: ignore[arg-type]
        else:
            self.asked.emit(ChangeDocument(document=self.document.id, **data))  # type: ignore[arg-type]

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the field that it is about."""
        if refusal.rule in ("isbn", "same_isbn"):
            self.isbn.set_problem(say(refusal.reason))
            next(iter(self.isbn.fields.values())).field.setFocus()
            return True
        if refusal.rule not in _ROW_OF:
            return False
        row = self.rows[_ROW_OF[refusal.rule]]
        row.set_problem(say(refusal.reason))
        row.field.setFocus()
        return True

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        if self.document is None:
            self.set_heading(tr("Register a document"), tr("Register"))
        else:
            self.set_heading(tr("Entry of the document"), tr("Keep the changes"))
        self.rows["en"].set_words(tr("Title in English"))
        self.rows["fr"].set_words(tr("Title in French"))
        self.rows["es"].set_words(tr("Title in Spanish"))
        self.rows["kind"].set_words(tr("Type of document"))
        self.rows["languages"].set_words(tr("Languages of the document"))
        for code, tick in self.ticks.items():
            tick.setText(language_label(code))
            tick.setAccessibleName(tr("Available in {language}", language=language_said(code)))
        self.rows["date"].set_words(tr("Date"))
        self.rows["unit"].set_words(tr("Author unit"))
        self.rows["session"].set_words(
            tr("Session"), tr("Of the body it was laid before; of the Governing Body the symbol says it.")
        )
        self.rows["url"].set_words(tr("Link"), tr("Begins with https:// or http://."))
        self.date.setLocale(Languages.locale())
        self.date.setDisplayFormat(field_format())
        self.date.setSpecialValueText(tr("not known"))
        chosen = self.kind.currentData()
        names = {"": tr("as the symbol says")}
        names |= {kind: term("kind", kind, "document", Languages.current()) for kind in get_args(Kind)}
        self.kind.clear()
        for kind, name in names.items():
            self.kind.addItem(name[:1].upper() + name[1:], kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self._say_symbol()
