"""The Meeting station: the meeting's data, its sittings, its text, and the import of that text."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.changes import Changes
from consult_app.exchange.importing import import_command
from consult_app.exchange.parsed import Parsed
from consult_app.meetings.acts import LANGUAGES, Command
from consult_app.meetings.reasons import N_
from consult_app.meetings.sitting import CloseSitting
from consult_app.ui.amendments.words import the_text
from consult_app.ui.import_page import ImportPage
from consult_app.ui.language import Languages, tr
from consult_app.ui.meeting_form import MeetingForm
from consult_app.ui.sittings_card import SittingsCard
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.text_card import TextCard
from consult_app.ui.working import WorkingStation


class MeetingStation(WorkingStation):
    """The form on the left, sittings and text on the right; the import takes the whole page."""

    key = "meeting"
    icon = "meeting"

    def __init__(self) -> None:
        super().__init__()
        self.form = MeetingForm()
        self.sittings = SittingsCard()
        self.text = TextCard()
        self.importing = ImportPage()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        row = QHBoxLayout(inside)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(14)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.text)
        right.addWidget(self.sittings)
        right.addStretch(1)
        row.addWidget(self.form, 5)
        row.addLayout(right, 4)
        self._overview = QScrollArea()
        self._overview.setWidgetResizable(True)
        self._overview.setFrameShape(QFrame.Shape.NoFrame)
        self._overview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._overview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._overview.setWidget(inside)
        self.pages.addWidget(self._overview)
        self.pages.addWidget(self.importing)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _connect(self) -> None:
        self.form.asked.connect(self._set_meeting)
        self.sittings.asked.connect(self._sitting_asked)
        self.text.asked.connect(self.perform)
        self.text.import_asked.connect(self.ask_text)
        self.importing.import_asked.connect(self._import)
        self.importing.left.connect(self.show_overview)
        self.add_key("Ctrl+I", N_("Import the text"), self.ask_text, self)
        self.add_key("Esc", N_("Leave the import"), self.show_overview, self.importing)
        self.add_key("Ctrl+Return", N_("Import what is shown"), self.importing.accept, self.importing)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Meeting")

    def first_focus(self) -> QWidget:
        """Return what there is to do first: import the text, or else the title."""
        if self.desk is not None and not self.state.drafting.texts:
            return self.text.import_button
        return self.form.fields["titles", Languages.current()]

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and show its meeting; what was typed for another is given up."""
        self.show_overview()
        super().bind(desk)
        if desk is not None:
            self.form.put_back()

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show what changed of the meeting's data, its sittings and its text."""
        if self.desk is None:
            return
        state = self.state
        every = not isinstance(changes, Changes)
        if every or (isinstance(changes, Changes) and changes.meeting):
            self.form.show_meeting(state.assembly.meeting)
        if every or (isinstance(changes, Changes) and changes.sittings):
            self.sittings.show_sittings(state.assembly)
        text = the_text(state.drafting)
        if every or text is not self.text.text:
            self.text.show_text(text)
            self.text.renumbering.offer(state, self.desk.seq)
            self.importing.offer(self._languages_left())

    def _languages_left(self) -> tuple[str, ...]:
        text = the_text(self.state.drafting)
        return tuple(code for code in LANGUAGES if text is None or code not in text.languages)

    def _set_meeting(self, command: Command) -> None:
        self.perform(command, None, self.form.refused)

    def _sitting_asked(self, command: Command) -> None:
        if isinstance(command, CloseSitting):
            self.ask(
                tr("Once the sitting is closed, what was decided in it cannot be undone, only reopened."),
                tr("Close the sitting"),
                partial(self.perform, command),
            )
        else:
            self.perform(command)

    def ask_text(self) -> None:
        """Let the person choose the file of the text, and show how it was read."""
        if self.desk is None or not self._languages_left():
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the text"), "", tr("Texts (*.docx *.txt);;All files (*)")
        )
        if chosen:
            self.preview(Path(chosen))

    def preview(self, path: Path) -> None:
        """Show how *path* is read, in the first language that the text is not there in yet."""
        left = self._languages_left()
        named = next((code for code in left if f".{code}." in path.name.lower()), left[0])
        self.importing.offer(left)
        self.importing.begin(path, named)
        self.importing.retranslate()
        self.pages.setCurrentWidget(self.importing)
        self.importing.repairs.setFocus()

    def _import(self, parsed: Parsed) -> None:
        self.perform(import_command(parsed, self.state), lambda _done: self.show_overview())

    def show_overview(self) -> None:
        """Show the meeting again."""
        self.pages.setCurrentWidget(self._overview)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if self.desk is not None:
            self.refresh(None)
