"""The People station: the three groups, everybody who takes part, presence, and the Officers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.changes import Changes
from consult_app.desk import Done
from consult_app.meetings.acts import Command
from consult_app.meetings.kept.assembly import Participant
from consult_app.meetings.people.attending import MarkPresent
from consult_app.meetings.people.people import RegisterParticipant
from consult_app.meetings.reasons import N_
from consult_app.ui.file.dropping import dropped
from consult_app.ui.forms.kept_form import Kept
from consult_app.ui.language import tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import HairLine
from consult_app.ui.parts.lines import held_width
from consult_app.ui.parts.scrolling import Roomy
from consult_app.ui.people.importing import SUFFIXES, PeopleImport
from consult_app.ui.people.participants import PeopleList
from consult_app.ui.people.side import PeopleSide
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.working import WorkingStation

_SIDE, _NARROW_SIDE = 350, 300
_WIDE = 1060
"""From this width on there is room for everything."""
_HIGH = 400
"""And from this height on."""


class PeopleStation(WorkingStation):
    """Groups above, the list of participants below them, officers or a form at the side; the import of a
    list takes the whole page."""

    key = "people"
    icon = "people"

    def __init__(self) -> None:
        super().__init__()
        self.list = PeopleList()
        self.table = self.list.table
        self.importing = PeopleImport()
        self.side, self.pages = PeopleSide(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()

    def _lay_out(self) -> None:
        # from the outside in: whatever gets a parent is styled anew with all that is in it already
        whole = QVBoxLayout(self.page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self._overview = QWidget()
        self.pages.addWidget(self._overview)
        self.pages.addWidget(self.importing)
        row = QHBoxLayout(self._overview)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Roomy(self.list), 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.table.row_entered.connect(self.edit)
        self.list.add_asked.connect(self.side.ask_participant)
        self.list.import_asked.connect(self.ask_import)
        self.list.export_asked.connect(self.ask_export)
        self.list.group_asked.connect(self.side.ask_group)
        self.list.present_asked.connect(self.perform)
        self.side.asked.connect(self._do_and_leave)
        self.side.done.connect(self.perform)
        self.side.kept.connect(self._keep_person)
        self.side.left.connect(self.leave_form)
        self.side.export.written.connect(self._list_written)
        self.side.export.failed.connect(lambda words: self.tell(words, "error"))
        self.importing.import_asked.connect(self._import)
        self.importing.left.connect(self.show_overview)
        self.add_key("N", N_("Add a participant"), self.side.ask_participant, self.list)
        self.add_key("E", N_("Change what is recorded of the participant"), self.edit_at_hand, self.table)
        self.add_key("Space", N_("Mark the participant as present, or not"), self.toggle_present, self.table)
        self.add_key("A", N_("Mark everybody shown as present"), partial(self.mark_shown, True), self.table)
        self.add_key(
            "Shift+A", N_("Mark nobody shown as present"), partial(self.mark_shown, False), self.table
        )
        self.add_key("S", N_("Record a substitution"), self.ask_substitution, self.table)
        self.add_key("Del", N_("Take the participant off the list"), self.ask_removal, self.table)
        self.add_key("G", N_("Register a regional group"), self.side.ask_group, self.list)
        self.add_key("Shift+G", N_("Change the regional group shown"), self.edit_group, self.list)
        self.add_key("D", N_("Appoint the drafting group"), self.side.ask_drafting, self.list)
        self.add_key("Ctrl+I", N_("Import a list of participants"), self.ask_import, self)
        self.add_key("Ctrl+E", N_("Export the list of participants"), self.ask_export, self._overview)
        self.add_key("Ctrl+F", N_("Search the participants"), self.list.search.setFocus, self._overview)
        self.add_key("Esc", N_("Leave the import"), self.importing.leave, self.importing)
        self.add_key("Ctrl+Return", N_("Import what is shown"), self.importing.accept, self.importing)
        Theme.instance().changed.connect(self._look_changed)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("People")

    def first_focus(self) -> QWidget:
        """Return the table, or the button that begins the list."""
        if self.pages.currentWidget() is self.importing:
            return self.importing.view
        return self.list.first_focus()

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and begin with everybody and the officers."""
        self.list.clear()
        self.importing.forget()
        self.side.begin_anew()
        self.pages.setCurrentWidget(self._overview)
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show the people anew when they, the sittings or the meeting's rules changed."""
        if self.desk is None:
            return
        if isinstance(changes, Changes) and not (
            changes.people or changes.meeting or changes.sittings or changes.votes
        ):
            return
        assembly = self.state.assembly
        self.list.show_assembly(assembly)
        self.side.show_assembly(assembly)
        self.importing.offer(assembly)

    def forms(self) -> Iterable[Kept]:
        """Return the forms at the side."""
        return self.side.forms

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* on the participant or group that it was about."""
        self.show_overview()
        return self.side.open_form(what, about)

    # who is there

    def toggle_present(self) -> None:
        """Mark the participant at hand as present at the open sitting, or as not present."""
        row = next((row for row in self.list.model.rows if row.id == self.table.chosen), None)
        if row is not None:
            self.perform(MarkPresent(participants=(row.id,), present=not row.present))

    def mark_shown(self, present: bool) -> None:
        """Mark everybody in sight of the list as present, or nobody."""
        people = tuple(row.id for row in self.list.model.rows)
        if people:
            self.perform(MarkPresent(participants=people, present=present))

    # the forms at the side

    def edit(self, participant: str) -> None:
        """Open the form with what is recorded of a participant."""
        person = self.state.assembly.participants.get(participant)
        if person is not None:
            self.side.edit(person)

    def edit_at_hand(self) -> None:
        """Open the form with the participant at hand."""
        self.edit(self.table.chosen)

    def ask_substitution(self) -> None:
        """Open the form by which somebody votes in the place of a member."""
        self.side.ask_substitution(self._at_hand())

    def ask_removal(self) -> None:
        """Ask for the reason why the participant at hand leaves the list."""
        self.side.ask_removal(self._at_hand())

    def _at_hand(self) -> Participant | None:
        return self.state.assembly.participants.get(self.table.chosen) if self.desk is not None else None

    def edit_group(self) -> None:
        """Open the form with the regional group that the list is held to."""
        group = self.state.assembly.groups.get(self.list.group) if self.desk is not None else None
        if group is None or not group.parent:
            self.tell(tr("Choose a regional group on its card first."))
        else:
            self.side.edit_group(group.id)

    def ask_export(self) -> None:
        """Open the form that writes the list of participants."""
        if self.desk is not None and self.list.rows:
            self.side.ask_export(self.state, self.desk.seq, self.desk.path.parent / "papers")

    def leave_form(self) -> None:
        """Put the officers back at the side and the focus into the list."""
        self.side.setCurrentWidget(self.side.officers)
        self.first_focus().setFocus()

    def _keep_person(self, command: Command) -> None:
        def kept(done: Done) -> None:
            if isinstance(command, RegisterParticipant):
                self.side.ask_participant()
            else:
                self.leave_form()
            self.refresh(None)
            self.table.choose(str(done.answer["id"]))

        self.perform(command, kept, self.side.refused)

    def _do_and_leave(self, command: Command) -> None:
        self.perform(command, lambda _done: self.leave_form())

    def _list_written(self, files: list[Path]) -> None:
        if files:
            self.leave_form()
            names = ", ".join(path.name for path in files)
            folder = QUrl.fromLocalFile(str(files[0].parent))
            self.ask(
                tr("Written: {files}", files=names),
                tr("Open the folder"),
                partial(_open_folder, folder),
                "info",
            )

    # the import

    def ask_import(self) -> None:
        """Let the person choose a list of participants, and show what it would come to."""
        if self.desk is not None:
            self.importing.ask_file(self.show_import)

    def show_import(self) -> None:
        """Bring the page of the import into sight."""
        self.pages.setCurrentWidget(self.importing)
        self.importing.offer(self.state.assembly)
        self.importing.view.setFocus()

    def preview(self, path: Path) -> None:
        """Show what the list in *path* would come to."""
        if self.desk is not None:
            self.show_import()
            self.importing.begin(path)
            self.importing.retranslate()

    def _import(self, command: Command) -> None:
        def brought_in(done: Done) -> None:
            self.importing.forget()
            self.show_overview()
            self.refresh(None)
            people = [str(each) for each in done.answer["ids"]]
            self.table.choose(people[0])
            self.tell(tr_n("{n} person was imported.", "{n} people were imported.", len(people)))

        self.perform(command, brought_in)

    def show_overview(self) -> None:
        """Show the list again."""
        self.pages.setCurrentWidget(self._overview)
        self.first_focus().setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's override: a list may be dropped on the station."""
        if self.desk is not None and dropped(event, SUFFIXES) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's override: show what the list would come to."""
        path = dropped(event, SUFFIXES)
        if path is not None:
            event.acceptProposedAction()
            self.preview(path)

    # words and looks

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if self.desk is not None:
            self.refresh(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: a small window keeps the list and gives up what can be found otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < fonts.pixels(_WIDE)
        self.side.setFixedWidth(held_width(_NARROW_SIDE if narrow else _SIDE, self))
        self.list.set_narrow(narrow)
        self.list.set_low(self.height() < fonts.pixels(_HIGH))

    def _look_changed(self) -> None:
        self._fit()
        if self.desk is not None:
            self.refresh(None)


def _open_folder(folder: QUrl) -> None:
    QDesktopServices.openUrl(folder)
