"""The ways between the stations: what one of them asks for, another shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from consult_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.languages.station import LanguagesStation
    from consult_app.ui.meeting.station import MeetingStation
    from consult_app.ui.progress.station import ProgressStation
    from consult_app.ui.table.station import TableStation


class Ways(QObject):
    """Connects the stations of *shell* as they are entered; belongs to it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._connected: set[str] = set()
        shell.station_entered.connect(self._entered)

    @Slot(str)
    def _entered(self, key: str) -> None:
        if key in self._connected:
            return
        self._connected.add(key)
        if key == "table":
            table = cast("TableStation", self._shell.station("table"))
            table.import_asked.connect(self.ask_import)
            table.amendment_asked.connect(self.ask_amendment)
        elif key == "amendments":
            amendments = cast("AmendmentsStation", self._shell.station("amendments"))
            amendments.give_asked.connect(self._shell.known_actions.action("file.give").trigger)
        elif key == "languages":
            languages = cast("LanguagesStation", self._shell.station("languages"))
            languages.import_asked.connect(self.ask_import)
            languages.node_asked.connect(self.go_to_node)
            languages.amendment_asked.connect(self.go_to_amendment)
        elif key == "progress":
            progress = cast("ProgressStation", self._shell.station("progress"))
            progress.import_asked.connect(self.ask_import)
            progress.node_asked.connect(self.go_to_node)

    @Slot()
    def ask_import(self) -> None:
        """Have the person choose the file of the text, at the Meeting."""
        self._shell.enter("meeting")
        cast("MeetingStation", self._shell.station("meeting")).ask_text()

    @Slot(str)
    def ask_amendment(self, node: str) -> None:
        """Begin an amendment to *node*, at the Amendments."""
        self._shell.enter("amendments")
        cast("AmendmentsStation", self._shell.station("amendments")).ask_for(node)

    @Slot(str)
    def go_to_node(self, node: str) -> None:
        """Show *node* at the Table."""
        self._shell.enter("table")
        cast("TableStation", self._shell.station("table")).go_to(node)

    def return_to(self, amendment: str, node: str) -> None:
        """At the Table, bring to hand what was decided on and is to be decided on anew: *amendment*, else
        *node* ("" for none). At another station nothing is decided by what is at hand there."""
        if self._shell.station_at_hand == "table":
            cast("TableStation", self._shell.station("table")).return_to(amendment, node)

    @Slot(str)
    def go_to_amendment(self, amendment: str) -> None:
        """Show an amendment where it is discussed; what has no place in the text, in the list."""
        self._shell.enter("table")
        table = cast("TableStation", self._shell.station("table"))
        # unfinished words keep the Table where it is, and say so there
        if not table.go_to_amendment(amendment) and table.acting.may_leave():
            self._shell.enter("amendments")
            cast("AmendmentsStation", self._shell.station("amendments")).go_to(amendment)
