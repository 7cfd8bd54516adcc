"""The ISBNs of a document: one for each language and medium."""

from __future__ import annotations

from typing import Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import Language
from consult_app.meetings.papers.isbn import Medium
from consult_app.ui.forms.isbn_field import IsbnField
from consult_app.ui.language import NAMES, Retranslating, language_said, tr, tr_c
from consult_app.ui.parts.controls import Label, SectionTitle

MEDIA: tuple[Medium, ...] = ("print", "web")
Numbers = dict[Language, str | dict[Literal["print", "web"], str]]


def medium_names() -> dict[str, str]:
    """Return what the media are called in the window's language."""
    return {"print": tr_c("medium of an edition", "print"), "web": tr_c("medium of an edition", "web")}


class IsbnGrid(Retranslating, QWidget):
    """Signals: ``changed()`` when a person changed a number."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = SectionTitle()
        self.problem = Label("problem", wrap=True)
        self.heads = {medium: Label("small") for medium in MEDIA}
        self.fields = {(code, medium): IsbnField(code) for code in NAMES for medium in MEDIA}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.title, 0, 0, 1, 3)
        for at, medium in enumerate(MEDIA, start=1):
            grid.addWidget(self.heads[medium], 1, at)
            grid.setColumnStretch(at, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, code in enumerate(NAMES, start=2):
            name = Label("small", code.capitalize())
            name.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(name, row, 0, top)
            for at, medium in enumerate(MEDIA, start=1):
                grid.addWidget(self.fields[code, medium], row, at, top)
        grid.addWidget(self.problem, len(NAMES) + 2, 0, 1, 3)
        self.problem.hide()
        for field in self.fields.values():
            field.changed.connect(self._changed)
        self.setFocusProxy(next(iter(self.fields.values())))
        self.retranslate()

    def show_numbers(self, numbers: dict[str, dict[str, str]]) -> None:
        """Show *numbers* by language and medium."""
        for (code, medium), field in self.fields.items():
            field.show_number(numbers.get(code, {}).get(medium, ""))
        self.set_problem("")

    def asked(self, held: dict[str, dict[str, str]]) -> Numbers | None:
        """Return what differs from the numbers *held*, an empty one where it is to be taken away; None
        where nothing differs."""
        out: Numbers = {}
        for (code, medium), field in self.fields.items():
            if field.value != held.get(code, {}).get(medium, ""):
                by_medium = out.setdefault(cast(Language, code), {})
                if isinstance(by_medium, dict):
                    by_medium[medium] = field.value
        return out or None

    def first_wrong(self) -> IsbnField | None:
        """Return the first field in which there is something that cannot be an ISBN."""
        return next((field for field in self.fields.values() if field.wrong), None)

    def set_problem(self, words: str) -> None:
        """Say below the fields what is wrong with one of them."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _changed(self) -> None:
        self.set_problem("")
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every word anew; the numbers stay."""
        self.title.setText(tr("ISBN"))
        media = medium_names()
        for medium, head in self.heads.items():
            head.setText(capitalized(media[medium]))
        for (code, medium), field in self.fields.items():
            field.set_words(
                tr("ISBN, {language}, {medium}", language=language_said(code), medium=media[medium])
            )
