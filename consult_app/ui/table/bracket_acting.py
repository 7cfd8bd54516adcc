"""What a person does about square brackets at the Table: choose what follows, see it said, and confirm."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from consult_app.drafting.brackets.open_brackets import OpenBracket
from consult_app.drafting.deciding.resolving import ResolveBracket
from consult_app.drafting.text.nodes import seen
from consult_app.meetings.acts import Command
from consult_app.ui.language import tr
from consult_app.ui.table.brackets_panel import brackets_menu, what_follows
from consult_app.ui.table.commands import Task
from consult_app.ui.table.resuming import Origin

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation


class BracketActing(QObject):
    """Resolves the brackets at the node at hand of a :class:`TableStation`."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self.menu: QMenu | None = None

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of the ways to resolve the brackets here; where there is none, say so."""
        station = self._station
        if station.reading is None or station.busy:
            return
        node = station.current_node.id
        brackets = station.reading.brackets(node)
        if not brackets:
            station.tell(tr("No square brackets in {place}.", place=station.name_of(node)))
            return
        panel = station.parts.list.brackets
        self.menu = brackets_menu(station, station.state, brackets, self.choose, self.write)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.popup(panel.mapToGlobal(QPoint(15, panel.height())))

    def choose(self, bracket: OpenBracket, choice: str) -> None:
        """Say what would follow from *choice*, and ask whether it is to be done."""
        station = self._station
        command = ResolveBracket(
            bracket=bracket.bracket.number, choice=choice, text_id=bracket.bracket.text_id
        )
        words, possible = what_follows(station.state, station.desk.seq + 1, command)
        if possible:
            station.ask(words, tr("Resolve"), partial(station.perform, command))
        else:
            station.tell(words, "error")

    def write(self, bracket: OpenBracket) -> None:
        """Let the words be written that are agreed in the place of the bracket."""
        station = self._station
        language = bracket.found.language
        today = station.text.nodes[bracket.bracket.node].text(language)

        def agree(words: str, _by: str) -> Command:
            return ResolveBracket(
                bracket=bracket.bracket.number,
                text=words,
                language=language,  # type: ignore[arg-type]
                text_id=bracket.bracket.text_id,
                seen=seen(today),
            )

        def title() -> str:
            place = station.name_of(bracket.bracket.node)
            return tr("{bracket}: how {place} is to read", bracket=bracket.bracket.number, place=place)

        origin = Origin("bracket", bracket.bracket.node, language=language, bracket=bracket.bracket.number)
        station.acting.write(Task(today, agree), title, origin)
