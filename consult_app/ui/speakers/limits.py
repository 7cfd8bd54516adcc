"""Speaking time: how many minutes, and whose; the limits that are in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.giving_floor import SetSpeakingTime
from consult_app.meetings.proceedings.speaking_times import minutes
from consult_app.ui.belonging import mark_of
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.look.scaled import hold
from consult_app.ui.parts.controls import Label, QuietButton
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.lines import BrokenLine
from consult_app.words import term

_ROLES: Final = ("member", "observer", "igo", "ngo")
_KINDS: Final = ("point_of_order", "right_of_reply")


class Limits(Retranslating, QWidget):
    """Minutes, whose, and Set. 0 lifts a limit.

    Signals: ``asked(command)`` with the command to perform; ``left()`` on Esc.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly: Assembly | None = None
        self.minutes, self.of, self.button = QLineEdit(), ChoiceBox(), QuietButton()
        self._problem, self._in_force = Label("problem", wrap=True), Label("small", wrap=True)
        hold(self.minutes, to_wide=64)
        row = BrokenLine(6)
        row.add(self.minutes)
        row.add(self.of, 1)
        row.add(self.button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(row)
        box.addWidget(self._problem)
        box.addWidget(self._in_force)
        self._problem.hide()
        self.button.clicked.connect(self.ask)
        self.minutes.returnPressed.connect(self.ask)
        self.retranslate()

    def show_assembly(self, assembly: Assembly) -> None:
        """Offer the groups of *assembly*, and say which limits are in force."""
        if self._assembly is None or self._assembly.groups is not assembly.groups:
            self._assembly = assembly
            self._fill()
        self._assembly = assembly
        self._say_limits()

    def _fill(self) -> None:
        chosen = self.of.currentData()
        self.of.clear()
        for key in self._keys():
            self.of.addItem(self._called(key), key)
        self.of.setCurrentIndex(max(0, self.of.findData(chosen)))

    def _keys(self) -> tuple[str, ...]:
        groups = tuple(self._assembly.groups) if self._assembly is not None else ()
        return ("", *groups, *_ROLES, *_KINDS)

    def _called(self, key: str) -> str:
        language = Languages.current()
        if not key:
            return tr("everybody else")
        if self._assembly is not None and key in self._assembly.groups:
            return f"{mark_of(self._assembly, key)} {self._assembly.name_of(key, language)}"
        if key in _KINDS:
            return capitalized(term("kind", key, "speech", language))
        return capitalized(term("role", key, "participant", language))

    def _say_limits(self) -> None:
        limits = self._assembly.speaking.limits if self._assembly is not None else {}
        said = ", ".join(
            tr("{whose} {time}", whose=self._called(key), time=minutes(seconds))
            for key, seconds in limits.items()
        )
        self._in_force.setText(said or tr("No limit is set."))

    @Slot()
    def ask(self, _checked: bool = False) -> None:
        """Ask for the limit that is typed, in minutes ("5", "2.5", "2,5", "2:30")."""
        found = read_minutes(self.minutes.text())
        self._problem.setText("" if found is not None else tr("Give the minutes, as 5 or 2:30."))
        self._problem.setVisible(found is None)
        if found is not None:
            self.asked.emit(SetSpeakingTime(minutes=found, of=str(self.of.currentData() or "")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Put the words anew."""
        self.minutes.setPlaceholderText(tr("min"))
        self.minutes.setAccessibleName(tr("Minutes"))
        self.of.setAccessibleName(tr("Whose speaking time"))
        self.button.set_words(tr("Set"))
        self._fill()
        self._say_limits()


def read_minutes(words: str) -> float | None:
    """Minutes as people type them; None where it is no time."""
    whole, colon, seconds = words.strip().partition(":")
    try:
        if colon:
            return int(whole or 0) + int(seconds) / 60 if 0 <= int(seconds) < 60 else None
        return float(whole.replace(",", "."))
    except ValueError:
        return None
