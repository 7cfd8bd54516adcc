"""The meeting's own data: titles, organ and place in three languages, days and symbol."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.desk import Refusal
from consult_app.journal.jottings import Scratch
from consult_app.meetings.kept.assembly import Meeting
from consult_app.meetings.reasons import N_
from consult_app.meetings.setting_up.particulars import SetMeeting
from consult_app.ui.dates import field_format
from consult_app.ui.forms.kept_form import KeptForm
from consult_app.ui.language import NAMES, Languages, Retranslating, say, tr
from consult_app.ui.leaving import Leaving
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import DateField
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.parts.panels import Card, FormRow

_PARTS = ("titles", "organ", "place")
_LABELS = {
    ("titles", "en"): N_("Title in English"),
    ("titles", "fr"): N_("Title in French"),
    ("titles", "es"): N_("Title in Spanish"),
    ("organ", "en"): N_("Organ line in English"),
    ("organ", "fr"): N_("Organ line in French"),
    ("organ", "es"): N_("Organ line in Spanish"),
    ("place", "en"): N_("Place in English"),
    ("place", "fr"): N_("Place in French"),
    ("place", "es"): N_("Place in Spanish"),
}
_NEVER = QDate(1900, 1, 1)


class MeetingForm(Retranslating, KeptForm, Card):
    """What is printed at the head of every paper. Signals: ``asked(SetMeeting)`` with what was changed."""

    what = "meeting data"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._meeting = Meeting()
        self.heading = Label("heading")
        self.fields = {(part, code): QLineEdit() for part in _PARTS for code in NAMES}
        self.symbol = QLineEdit()
        self.begins, self.ends = DateField(), DateField()
        for dated in (self.begins, self.ends):
            # the earliest day stands for "not known yet" and is shown as such
            dated.setMinimumDate(_NEVER)
        self.rows = {key: FormRow(field) for key, field in self.fields.items()}
        self.symbol_row, self.begins_row = FormRow(self.symbol), FormRow(self.begins)
        self.ends_row = FormRow(self.ends)
        self.keep = PrimaryButton()
        self.back = QuietButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._look()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, code in enumerate(NAMES):
            grid.addWidget(self.rows["titles", code], at, 0, 1, 6)
            grid.addWidget(self.rows["organ", code], 3 + at, 0, 1, 6)
            grid.addWidget(self.rows["place", code], 6, 2 * at, 1, 2)
        for at, row in enumerate((self.symbol_row, self.begins_row, self.ends_row)):
            grid.addWidget(row, 7, 2 * at, 1, 2)
        for each in range(6):
            grid.setColumnStretch(each, 1)
        head = BrokenLine(8)
        head.add(self.heading, 1)
        head.add(self.back)
        head.add(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(grid)
        parts = ("titles", "organ", "place")
        for one, other in pairwise(self.fields[part, code] for part in parts for code in NAMES):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.fields["place", tuple(NAMES)[-1]], self.symbol)

    def _connect(self) -> None:
        for field in (*self.fields.values(), self.symbol):
            field.textEdited.connect(self._look)
        for dated in (self.begins, self.ends):
            dated.dateChanged.connect(self._look)
        self.keep.clicked.connect(self.attempt)
        self.back.clicked.connect(self.give_up)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.attempt)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show *meeting*; what a person has typed and not kept yet stays."""
        before = self._meeting
        self._meeting = meeting
        for (part, code), field in self.fields.items():
            if field.text() == getattr(before, part).get(code, ""):
                field.setText(getattr(meeting, part).get(code, ""))
                field.setCursorPosition(0)
        if self.symbol.text() == before.symbol:
            self.symbol.setText(meeting.symbol)
        for dated, old, new in (
            (self.begins, before.begins, meeting.begins),
            (self.ends, before.ends, meeting.ends),
        ):
            if _iso(dated) == old:
                dated.setDate(QDate.fromString(new, "yyyy-MM-dd") if new else _NEVER)
        self._look()

    def give_up(self) -> None:
        """Put back what is recorded; what was typed can be brought back."""
        Leaving.say()
        self.put_back()

    def put_back(self) -> None:
        """Give up what was typed and show the meeting as it is recorded."""
        meeting, self._meeting = self._meeting, Meeting()
        for field in (*self.fields.values(), self.symbol):
            field.clear()
        for dated in (self.begins, self.ends):
            dated.setDate(_NEVER)
        self._clear_problems()
        self.show_meeting(meeting)

    def as_begun(self) -> dict[str, Any]:
        """Return what is recorded, by field: that is what a person begins with."""
        meeting = self._meeting
        worded = {(part, code): getattr(meeting, part).get(code, "") for part, code in self.fields}
        return {
            **{f"fields.{part}/{code}": words for (part, code), words in worded.items()},
            "symbol": meeting.symbol,
            "begins": meeting.begins or _NEVER.toString("yyyy-MM-dd"),
            "ends": meeting.ends or _NEVER.toString("yyyy-MM-dd"),
        }

    def take_up_found(self, found: Scratch) -> bool:
        """Go on with what was found."""
        same = super().take_up_found(found)
        self._look()
        return same

    def changed(self) -> SetMeeting | None:
        """Return the Command for what differs from the record, None where nothing does."""
        asked: dict[str, object] = {}
        for part in _PARTS:
            typed = {code: self.fields[part, code].text().strip() for code in NAMES}
            held = getattr(self._meeting, part)
            if any(typed[code] != held.get(code, "") for code in NAMES):
                asked[part] = typed
        if self.symbol.text().strip() != self._meeting.symbol:
            asked["symbol"] = self.symbol.text().strip()
        for name, dated in (("begins", self.begins), ("ends", self.ends)):
            if _iso(dated) != getattr(self._meeting, name):
                asked[name] = _iso(dated)
        return SetMeeting(**asked) if asked else None  # type: ignore[arg-type]

    def attempt(self) -> None:
        """Ask for what was changed to be recorded."""
        command = self.changed()
        if command is None:
            return
        if not any(self.fields["titles", code].text().strip() for code in NAMES):
            row = self.rows["titles", Languages.current()]
            row.set_problem(tr("Give the title in at least one language."))
            row.field.setFocus()
            return
        self._clear_problems()
        self.asked.emit(command)

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the days, if it is about them."""
        if refusal.rule != "dates":
            return False
        self.ends_row.set_problem(say(refusal.reason))
        self.ends.setFocus()
        return True

    def _clear_problems(self) -> None:
        for row in (*self.rows.values(), self.ends_row):
            row.set_problem("")

    def _look(self) -> None:
        differs = self.changed() is not None
        self.keep.setEnabled(differs)
        self.back.setEnabled(differs)

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        self.heading.setText(tr("The meeting"))
        self.setAccessibleName(tr("The meeting"))
        for key, row in self.rows.items():
            row.set_words(tr(_LABELS[key]))
        self.symbol_row.set_words(tr("Symbol"))
        self.begins_row.set_words(tr("First day"))
        self.ends_row.set_words(tr("Last day"))
        self.keep.set_words(tr("Keep the changes"), "Ctrl+Return")
        self.back.set_words(tr("Revert"))
        self.back.setToolTip(tr("Go back to what is recorded"))
        for dated in (self.begins, self.ends):
            dated.setLocale(Languages.locale())
            dated.setDisplayFormat(field_format())
            dated.setSpecialValueText(tr("not known yet"))


def _iso(field: DateField) -> str:
    when = field.date()
    return "" if when == _NEVER else when.toString("yyyy-MM-dd")
