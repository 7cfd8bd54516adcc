"""What is still open: what bars the adoption of the whole, and each node with what it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.waiting import Waiting
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.parts.controls import HairLine, Label, SegmentedControl
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.progress import words

TO_ADOPT, TO_TRANSLATE = "adopt", "translate"


@dataclass(frozen=True)
class OpenRow:
    """A row of the list, in words; ``place`` is where it stands in the text."""

    node: str
    place: int
    name: str
    state: str
    waits: str
    tone: str = ""


def _columns() -> list[Column[OpenRow]]:
    return [
        Column(
            N_("Where"),
            lambda row: row.name,
            lambda row: row.place,
            width=166,
            strong=True,
        ),
        Column(N_("State"), lambda row: row.state, width=142, spare=True),
        Column(N_("Waits for"), lambda row: row.waits, tone=lambda row: row.tone),
    ]


class OpenList(Retranslating, QWidget):
    """The right side of the station. Signals: ``node_asked(node)`` on Enter or a double click."""

    node_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: Sequence[Waiting] = ()
        self._names: words.PlaceNames | None = None
        self._adopted = ""
        self.heading = Label("heading", wrap=True)
        self.obstacles = Label("", wrap=True)
        self.list_heading = Label("section")
        self.which = SegmentedControl((TO_ADOPT, TO_TRANSLATE))
        self.which.choose(TO_ADOPT)
        self.model: ListModel[OpenRow] = ListModel(_columns(), key=lambda row: row.node)
        self.table: ListTable[OpenRow] = ListTable(self.model)
        self.nothing = Label("dim", wrap=True)
        self.foot = Label("small", wrap=True)
        self._line = HairLine()
        self._lay_out()
        self.which.chosen.connect(self._fill)
        self.table.row_entered.connect(self.node_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(8)
        for widget in (self.heading, self.obstacles):
            column.addWidget(_indented(widget))
        column.addSpacing(4)
        column.addWidget(HairLine())
        row = QHBoxLayout()
        row.setContentsMargins(16, 2, 18, 0)
        row.addWidget(self.list_heading, 1)
        row.addWidget(self.which)
        column.addLayout(row)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._pages.addWidget(_indented(self.table, 7, 0))
        self._pages.addWidget(_indented(self.nothing))
        listed = QVBoxLayout()
        listed.setSpacing(0)
        listed.addWidget(self._pages, 1)
        listed.addWidget(self._line)
        column.addLayout(listed, 1)
        column.addWidget(_indented(self.foot))

    def show_waiting(
        self, rows: Sequence[Waiting], names: words.PlaceNames, obstacles: Sequence[str], adopted: str
    ) -> None:
        """Show *rows* and what bars adoption as a whole; *adopted* says when it was adopted instead."""
        self._rows, self._names, self._adopted = rows, names, adopted
        said = adopted or "\n".join(obstacles) or tr("Nothing: the text can be adopted as a whole.")
        self.obstacles.setText(said)
        self.heading.setText(tr("The text is adopted") if adopted else tr("What bars adoption as a whole"))
        self._fill()

    def _fill(self, _chosen: str = "") -> None:
        if self._names is None:
            return
        translating = TO_TRANSLATE in self.which.selection
        shown = []
        for place, row in enumerate(self._rows):
            if row.late if translating else row.bars:
                shown.append(self._row(self._names, place, row, translating))
        self.model.show_rows(shown)
        self._pages.setCurrentIndex(0 if shown else 1)
        for below in (self._line, self.foot):
            below.setVisible(bool(shown))
        if not self.table.chosen and shown:
            self.table.choose(shown[0].node)
        self.list_heading.setText(tr_n("{n} passage", "{n} passages", len(shown)) if shown else "")
        self.nothing.setText(
            tr("Every wording is checked in every language.")
            if translating
            else tr("Every passage is adopted, and no words stand in brackets.")
        )

    @staticmethod
    def _row(names: words.PlaceNames, place: int, row: Waiting, translating: bool) -> OpenRow:
        return OpenRow(
            row.node,
            place,
            capitalized(names(row.node)),
            words.state_name(row.state),
            words.waiting_words(row, languages_only=translating),
            "dim" if not (row.pending or row.brackets or translating) else "",
        )

    def first_focus(self) -> QWidget:
        """Return the list, or the choice above it where the list is empty."""
        return self.table if self.model.rows else self.which.button(TO_ADOPT)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = {TO_ADOPT: tr("To adopt"), TO_TRANSLATE: tr("To translate")}
        self.which.set_words(tr("What is listed"), labels)
        self.table.setAccessibleName(tr("What is still open"))
        self.table.setAccessibleDescription(tr("Enter shows the passage at the Table."))
        self.foot.setText(tr("Enter shows the passage at the Table."))
        self._fill()


def _indented(widget: QWidget, left: int = 16, right: int = 16) -> QWidget:
    held = QWidget()
    held.setProperty("surface", "clear")
    around = QHBoxLayout(held)
    around.setContentsMargins(left, 0, right, 0)
    around.addWidget(widget)
    return held
