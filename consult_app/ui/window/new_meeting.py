"""The form for a new meeting: titles, rules, place, dates, symbol, and where the file goes.

What is wrong is said beside the field it concerns, after the first attempt and from then on as it
is mended. Only what cannot work is held back: no title at all, a file that is already there or a
folder that is not. Everything else can be given later.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app import places
from consult_app.meetings.reasons import N_
from consult_app.ui.choosing_files import choose_new_file
from consult_app.ui.dates import field_format
from consult_app.ui.language import NAMES, Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, DateField
from consult_app.ui.parts.panels import FormRow
from consult_app.ui.window.presets import Preset

SUFFIX: Final = ".consult"
_TITLE_LABELS: Final[dict[str, str]] = {
    "en": N_("Title in English"),
    "fr": N_("Title in French"),
    "es": N_("Title in Spanish"),
}


@dataclass(frozen=True)
class NewMeeting:
    """A meeting as asked for; ``titles`` holds only the languages that were filled in."""

    path: Path
    titles: Mapping[str, str]
    rules: str
    first: date
    last: date
    place: str = ""
    symbol: str = ""


@dataclass
class _Fields:
    titles: dict[str, QLineEdit] = field(default_factory=dict)
    rules: ChoiceBox = field(default_factory=ChoiceBox)
    place: QLineEdit = field(default_factory=QLineEdit)
    first: DateField = field(default_factory=DateField)
    last: DateField = field(default_factory=DateField)
    symbol: QLineEdit = field(default_factory=QLineEdit)
    path: QLineEdit = field(default_factory=QLineEdit)


class NewMeetingPage(Retranslating, QWidget):
    """The form. Signals: ``create_asked(NewMeeting)`` when it is sound; ``cancelled()`` on Esc or Cancel."""

    create_asked = Signal(object)
    cancelled = Signal()

    def __init__(self, presets: Callable[[], Sequence[Preset]]) -> None:
        super().__init__()
        self._offered = presets
        self._presets: tuple[Preset, ...] = ()
        self._fields = _Fields(titles={code: QLineEdit() for code in NAMES})
        self._rows: dict[str, FormRow] = {}
        self._attempted = False
        self._own_path = False
        self._heading = Label("title")
        self._create = PrimaryButton()
        self._cancel = QuietButton()
        self._browse = QuietButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        fields = self._fields
        for code, edit in fields.titles.items():
            self._rows[f"title-{code}"] = FormRow(edit)
        for name in ("rules", "place", "first", "last", "symbol"):
            self._rows[name] = FormRow(getattr(fields, name))
        self._rows["path"] = FormRow(fields.path, self._browse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, code in enumerate(NAMES):
            grid.addWidget(self._rows[f"title-{code}"], place, 0, 1, 6)
        grid.addWidget(self._rows["rules"], 3, 0, 1, 3)
        grid.addWidget(self._rows["symbol"], 3, 3, 1, 3)
        grid.addWidget(self._rows["place"], 4, 0, 1, 2)
        grid.addWidget(self._rows["first"], 4, 2, 1, 2)
        grid.addWidget(self._rows["last"], 4, 4, 1, 2)
        for each in range(6):
            grid.setColumnStretch(each, 1)
        grid.addWidget(self._rows["path"], 5, 0, 1, 6)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 2, 12, 2)
        inner.addLayout(grid)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._create)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._heading)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        fields = self._fields
        for edit in fields.titles.values():
            edit.textChanged.connect(self._title_changed)
        fields.path.textEdited.connect(self._path_edited)
        fields.first.dateChanged.connect(self._first_changed)
        fields.last.dateChanged.connect(self._recheck)
        self._create.clicked.connect(self.attempt)
        self._cancel.clicked.connect(self.cancelled)
        self._browse.clicked.connect(self._choose_path)

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.setAccessibleName(tr("New meeting"))
        self._heading.setText(tr("New meeting"))
        for code in NAMES:
            self._rows[f"title-{code}"].set_words(tr(_TITLE_LABELS[code]))
        self._rows["rules"].set_words(
            tr("Rules"), tr("Who may move and second, quorum, numbering; they can be changed later.")
        )
        self._rows["symbol"].set_words(
            tr("Symbol"), tr("As printed at the top of every paper; may follow later.")
        )
        self._rows["place"].set_words(tr("Place"))
        self._rows["first"].set_words(tr("First day"))
        self._rows["last"].set_words(tr("Last day"))
        self._rows["path"].set_words(tr("File"), tr("The whole meeting is in this one file."))
        self._create.set_words(tr("Create the meeting"), "Ctrl+Return")
        self._cancel.set_words(tr("Cancel"), "Esc")
        self._browse.set_words(tr("Choose…"))
        self._browse.setAccessibleName(tr("Choose where the file goes"))
        for edit in (self._fields.first, self._fields.last):
            edit.setLocale(Languages.locale())
            edit.setDisplayFormat(field_format())
        self._offer_presets()
        if self._attempted:
            self._recheck()

    def clear(self) -> None:
        """Empty the form for another meeting: today, the first preset, the documents folder."""
        self._attempted = False
        self._own_path = False
        for edit in (*self._fields.titles.values(), self._fields.place, self._fields.symbol):
            edit.clear()
        for dated in (self._fields.first, self._fields.last):
            dated.setDate(QDate.currentDate())
        self._fields.rules.setCurrentIndex(0)
        self._suggest_path()
        for row in self._rows.values():
            row.set_problem("")

    def first_focus(self) -> QWidget:
        """Return the field to begin with: the title in the window's language."""
        return self._fields.titles[Languages.current()]

    def problems(self) -> dict[str, str]:
        """Return what is wrong, by row: empty when the meeting can be created."""
        found: dict[str, str] = {}
        if not any(edit.text().strip() for edit in self._fields.titles.values()):
            found[f"title-{Languages.current()}"] = tr("Give the title in at least one language.")
        if self._fields.last.date() < self._fields.first.date():
            found["last"] = tr("The last day is before the first.")
        if wrong := self._path_problem():
            found["path"] = wrong
        return found

    @Slot()
    def attempt(self) -> None:
        """Create the meeting if the form is sound; else say what is wrong and go to the first of it."""
        self._attempted = True
        found = self._recheck()
        if found:
            self._rows[next(name for name in self._rows if name in found)].field.setFocus()
            return
        self.create_asked.emit(self.meeting())

    def meeting(self) -> NewMeeting:
        """Return what is filled in."""
        fields = self._fields
        titles = {code: edit.text().strip() for code, edit in fields.titles.items() if edit.text().strip()}
        return NewMeeting(
            path=self._path(),
            titles=titles,
            rules=str(fields.rules.currentData() or ""),
            first=_python_date(fields.first.date()),
            last=_python_date(fields.last.date()),
            place=fields.place.text().strip(),
            symbol=fields.symbol.text().strip(),
        )

    def row(self, name: str) -> FormRow:
        """Return one row: ``title-en`` …, ``rules``, ``symbol``, ``place``, ``first``, ``last``, ``path``."""
        return self._rows[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Ctrl+Enter creates, Esc goes back."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.attempt()
        else:
            super().keyPressEvent(event)

    def _path(self) -> Path:
        typed = self._fields.path.text().strip()
        path = Path(os.path.expanduser(typed))
        return path if path.suffix == SUFFIX or not typed else path.with_name(path.name + SUFFIX)

    def _path_problem(self) -> str:
        if not self._fields.path.text().strip():
            return tr("Say where the file goes.")
        path = self._path()
        if path.exists():
            return tr("{file} is there already; choose another name.", file=path.name)
        if not path.parent.is_dir():
            return tr("The folder {folder} is not there.", folder=str(path.parent))
        if not os.access(path.parent, os.W_OK):
            return tr("Nothing can be written in {folder}.", folder=str(path.parent))
        return ""

    @Slot()
    def _recheck(self) -> dict[str, str]:
        found = self.problems() if self._attempted else {}
        for name, row in self._rows.items():
            row.set_problem(found.get(name, ""))
        return found

    @Slot()
    def _title_changed(self) -> None:
        if not self._own_path:
            self._suggest_path()
        self._recheck()

    @Slot()
    def _path_edited(self) -> None:
        self._own_path = True
        self._recheck()

    @Slot(QDate)
    def _first_changed(self, day: QDate) -> None:
        if self._fields.last.date() < day:
            self._fields.last.setDate(day)
        self._recheck()

    @Slot()
    def _choose_path(self) -> None:
        choose_new_file(
            self,
            tr("Where the file goes"),
            self._path_chosen,
            start=str(self._path()),
            filters=tr("Meetings") + f" (*{SUFFIX})",
            only_name=True,
        )

    def _path_chosen(self, chosen: Path) -> None:
        self._fields.path.setText(str(chosen))
        self._path_edited()

    def _suggest_path(self) -> None:
        title = next((e.text() for e in self._fields.titles.values() if e.text().strip()), "")
        folder = places.documents_dir()
        stem = _file_stem(title) or "meeting"
        candidate, number = folder / (stem + SUFFIX), 2
        while candidate.exists():
            candidate = folder / f"{stem}-{number}{SUFFIX}"
            number += 1
        self._fields.path.setText(str(candidate))

    def _offer_presets(self) -> None:
        self._presets = self._presets or tuple(self._offered())
        chosen = self._fields.rules.currentIndex()
        self._fields.rules.clear()
        for preset in self._presets:
            self._fields.rules.addItem(preset.name(Languages.current()), preset.id)
        self._fields.rules.setCurrentIndex(max(chosen, 0))


def _python_date(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())


def _file_stem(title: str) -> str:
    """Return a short file name made from *title*: its letters without accents, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    small = {
        "the",
        "of",
        "on",
        "in",
        "and",
        "for",
        "a",
        "an",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "el",
        "los",
    }
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in small]
    return "-".join(words)[:48].rstrip("-")
