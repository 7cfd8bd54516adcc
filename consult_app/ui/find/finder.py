"""Find at the Table and in Amendments: what is sought, where it is, and the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from consult_app.drafting.amendments.findable import Found, Index, Occurrence
from consult_app.drafting.wordings.search import Query
from consult_app.ui.find.bar import FindBar
from consult_app.ui.find.saying import Naming
from consult_app.ui.ways import Ways

if TYPE_CHECKING:
    from consult_app.state import State
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.table.station import TableStation
    from consult_app.ui.window.shell import Shell

STATIONS: Final = ("table", "amendments")


class Finder(QObject):
    """One for the window; belongs to *shell*. It goes nowhere while somebody is typing: the room may follow
    the Table, and would be led through the text letter by letter."""

    def __init__(self, shell: Shell, ways: Ways) -> None:
        super().__init__(shell)
        self._shell, self._ways = shell, ways
        self._index = Index()
        self._desk: Any = None
        self._found = Found()
        self._at: Occurrence | None = None
        self._before: QWidget | None = None
        self._met: set[str] = set()
        self.bar = FindBar()
        self.bar.hide()
        shell.set_above(self.bar)
        self.bar.sought.connect(self._seek)
        self.bar.go_asked.connect(self.go)
        self.bar.left.connect(self.close)
        self.bar.throughout_asked.connect(self._change_throughout)
        shell.station_entered.connect(self._entered)

    def bind(self, desk: Any) -> None:
        """Take the desk of a meeting, None when it is closed; what was sought is forgotten."""
        self._desk = desk
        self._index, self._at, self._before = Index(), None, None
        self.bar.hide()
        self.bar.field.clear()
        self._mark()

    @property
    def possible(self) -> bool:
        """Whether anything can be sought at the station in sight."""
        return self._desk is not None and self._shell.in_meeting and self._shell.station_at_hand in STATIONS

    @property
    def is_open(self) -> bool:
        """Whether the bar is in sight."""
        return not self.bar.isHidden()

    @Slot()
    def open(self) -> None:
        """Bring the bar into sight, or the focus back into it."""
        if not self.possible:
            return
        focus = QApplication.focusWidget()
        if focus is not None and not self.bar.isAncestorOf(focus):
            self._before = focus
        self.bar.begin()
        self._seek()
        self._shell.known_actions.refresh()

    @Slot()
    def close(self) -> None:
        """Take the bar and its marks away, and give the focus back."""
        had = self.bar.isAncestorOf(QApplication.focusWidget() or self._shell)
        self.bar.hide()
        self._mark()
        if had:
            before, self._before = self._before, None
            if before is None or not before.isVisible():
                before = self._shell.station(self._shell.station_at_hand).first_focus()
            before.setFocus()
        self._shell.known_actions.refresh()

    # seeking

    @property
    def _state(self) -> State | None:
        state: State | None = self._desk.state if self._desk is not None else None
        return state

    def follow_meeting(self) -> None:
        """Something was decided: look again; the occurrence that was chosen stays so if it is still there."""
        if self.is_open:
            self._seek()

    @Slot()
    def _seek(self) -> None:
        state = self._state
        if state is None:
            return
        self._found = self._index.find(state.drafting, self.bar.asked)
        found = self._found.occurrences
        self.bar.list.found.show_found(found, Naming(state).result if found else None)
        self.bar.list.fit()
        kept = self._row_of(self._at) if self._at is not None else -1
        if kept < 0:
            self._at = None
        self.bar.list.choose(kept if kept >= 0 else self._first())
        self._say()

    def _row_of(self, sought: Occurrence) -> int:
        """Where the same occurrence stands now, whatever was decided about the words around it."""
        key = _key(sought)
        return next((row for row, each in enumerate(self._found.occurrences) if _key(each) == key), -1)

    def _first(self) -> int:
        """The occurrence to begin with: an amendment by its number, else the first from the node at hand."""
        found, table = self._found.occurrences, self._table
        if not found:
            return -1
        if found[0].passage.part == "number" or table is None or table.reading is None:
            return 0
        order = {node: place for place, node in enumerate(table.text.tree.walk())}
        here = order.get(table.current_node.id, 0)
        later = (row for row, each in enumerate(found) if order.get(each.passage.node, -1) >= here)
        return next(later, 0)

    def _say(self) -> None:
        found = self._found
        at = self._row_of(self._at) if self._at is not None else -1
        self.bar.say_count(at, len(found.occurrences), more=found.more)
        chosen = self._chosen
        self.bar.offer_throughout(chosen is not None and chosen.passage.part == "wording")
        self._mark()

    @property
    def _chosen(self) -> Occurrence | None:
        row = self.bar.list.row
        return self._found.occurrences[row] if 0 <= row < len(self._found.occurrences) else None

    @property
    def _table(self) -> TableStation | None:
        if "table" not in self._shell.stations_made:
            return None
        return cast("TableStation", self._shell.station("table"))

    def _mark(self) -> None:
        """Mark in the text what is sought while the bar is open, and nothing otherwise."""
        table = self._table
        if table is None:
            return
        at = self._at.passage if self._at is not None else None
        if not self.is_open or self._desk is None:
            table.parts.text.mark_found(Query())
        elif at is not None and self._at is not None and at.part == "wording":
            table.parts.text.mark_found(self.bar.asked, (at.node, at.language, self._at.nth))
        else:
            table.parts.text.mark_found(self.bar.asked)

    # going there

    @Slot(int)
    def go(self, by: int) -> None:
        """Go to the occurrence that is chosen, or *by* places further; again to the chosen one, to the next.
        After the last comes the first."""
        if not self.is_open:
            self.open()
            return
        found, row = self._found.occurrences, self.bar.list.row
        if not found or row < 0:
            return
        arrived = self._at is not None and _key(found[row]) == _key(self._at)
        if arrived:
            row = (row + (by or 1)) % len(found)
        elif by < 0:
            row = (row - 1) % len(found)
        self.bar.list.choose(row)
        had = self.bar.isAncestorOf(QApplication.focusWidget() or self._shell)
        if self._show(found[row]):
            self._at = found[row]
            if had:
                self.bar.field.setFocus()
        self._say()

    def _show(self, found: Occurrence) -> bool:
        """Show *found* where it stands; False where unfinished words keep the Table where it is."""
        passage = found.passage
        if passage.amendment:
            if self._shell.station_at_hand == "amendments":
                cast("AmendmentsStation", self._shell.station("amendments")).go_to(passage.amendment)
            else:
                self._ways.go_to_amendment(passage.amendment)
        else:
            self._ways.go_to_node(passage.node)
        table = self._table
        if self._shell.station_at_hand != "table" or table is None:
            return True
        if passage.language:
            table.parts.show_language(passage.language)
        return bool(passage.amendment) or table.current_node.id == passage.node

    @Slot()
    def _change_throughout(self) -> None:
        """Begin an amendment that changes the words found, as they are written there, throughout the text."""
        chosen = self._chosen
        if chosen is None:
            return
        words = chosen.passage.words[chosen.start : chosen.end]
        self._shell.enter("amendments")
        amendments = cast("AmendmentsStation", self._shell.station("amendments"))
        amendments.ask_throughout(words, chosen.passage.language)

    @Slot(str)
    def _entered(self, key: str) -> None:
        if key in STATIONS:
            if key not in self._met:
                self._met.add(key)
                station = cast("TableStation | AmendmentsStation", self._shell.station(key))
                station.find_asked.connect(self.open)
            self._mark()
        elif self.is_open:
            self.bar.hide()
            self._mark()
        self._shell.known_actions.refresh()


def _key(found: Occurrence) -> tuple[str, str, str, str, int]:
    passage = found.passage
    return passage.node, passage.amendment, passage.part, passage.language, found.nth


__all__ = ["STATIONS", "Finder"]
