"""The head of the list of amendments: search, what the list is held to, its order, and the two ways in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.amendments.model import STATES, AmendmentRow
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.language import Languages, tr, tr_c, tr_n
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, SegmentedControl
from consult_app.ui.parts.fields import SearchField
from consult_app.ui.parts.lines import BrokenLine


def _counted(rows: Iterable[AmendmentRow]) -> tuple[int, int]:
    """How many of *rows* are amendments, and how many subamendments."""
    below = [row.subamendment for row in rows]
    return len(below) - sum(below), sum(below)


class ListHead(QWidget):
    """Two lines above the list. Its controls are the station's to connect."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self.search = SearchField()
        self.states = SegmentedControl(STATES)
        self.groups = SegmentedControl(("all", *MAIN_GROUPS))
        for group in MAIN_GROUPS:
            self.groups.button(group).setProperty("tone", group)
        self.sorting = SegmentedControl(("receipt", "discussion"))
        self.found = Label("small")
        self.file_button, self.add = QuietButton(), PrimaryButton()
        self.give_button, self.over_button = QuietButton(), QuietButton()
        self.give_button.setObjectName("file.give")
        self._group_file = False
        self.states.choose("all")
        self.groups.choose("all")
        self.sorting.choose("receipt")
        first, second = BrokenLine(), BrokenLine()
        first.add(self.search, 1)
        for button in (self.give_button, self.over_button, self.file_button):
            first.add(button)
        self.over_button.hide()
        first.add(self.add)
        for widget in (self.states, self.groups, self.sorting):
            second.add(widget)
        second.add_stretch()
        second.add(self.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(first)
        column.addWidget(second)

    def offer(self, possible: bool, *, group_file: bool) -> None:
        """Offer to hand in amendments, or not: there is no text yet; in a group's file (*group_file*) to
        prepare them and to hand them over."""
        for button in (self.add, self.file_button, self.give_button, self.over_button):
            button.setEnabled(possible)
        for button in (self.file_button, self.give_button):
            button.setVisible(not group_file)
        self.over_button.setVisible(group_file)
        self._group_file = group_file
        self._name_add()

    def _name_add(self) -> None:
        said = tr("Prepare an amendment") if self._group_file else tr("Hand in an amendment")
        self.add.set_words(said, "N")

    def count(self, shown: Iterable[AmendmentRow], everything: Iterable[AmendmentRow]) -> None:
        """Say how many are shown, of how many: a subamendment is nowhere counted as an amendment."""
        (some, below), (whole, all_below) = _counted(shown), _counted(everything)
        if (some, below) == (whole, all_below):
            words = tr_n("{n} amendment", "{n} amendments", whole)
            under = tr_n("and {n} subamendment", "and {n} subamendments", below)
        else:
            words = tr("{shown} of {all}", shown=some, all=whole)
            under = tr_n(
                "and {shown} of {n} subamendment", "and {shown} of {n} subamendments", all_below, shown=below
            )
        self.found.setText(f"{words} {under}" if all_below else words)

    def show_everything(self) -> None:
        """Hold the list to nothing any more."""
        self.search.clear()
        self.states.choose("all")
        self.groups.choose("all")

    def set_words(self, assembly: Assembly | None) -> None:
        """Set every word; the names of the groups are those of the meeting, where one is open."""
        self.search.set_hint(
            tr_c("hint of a search", "Number, author, place, words"),
            tr("Search by number, author, place or words"),
        )
        self.search.setAccessibleName(tr("Search the amendments"))
        self._name_add()
        self.file_button.set_words(tr("From a file…"), "Ctrl+I")
        self.give_button.set_words(tr("Give a group its file…"))
        self.over_button.set_words(tr("Hand over to the secretariat…"), "H")
        self.states.set_words(
            tr("State"),
            {
                "all": tr_c("amendments", "All"),
                "pending": tr_c("amendments", "Pending"),
                "decided": tr_c("amendments", "Disposed of"),
            },
        )
        self.sorting.set_words(
            tr("Order of the list"),
            {"receipt": tr("By receipt"), "discussion": tr("By discussion")},
        )
        marks = {"government": "●", "employers": "■", "workers": "▲"}
        names = {
            "government": tr("Government group"),
            "employers": tr("Employers’ group"),
            "workers": tr("Workers’ group"),
        }
        if assembly is not None:
            marks = {group: assembly.groups[group].mark for group in MAIN_GROUPS}
            names = {group: assembly.name_of(group, Languages.current()) for group in MAIN_GROUPS}
        everybody = {"all": tr_c("groups", "All groups")}
        self.groups.set_words(tr("Group"), everybody | marks, everybody | names)
