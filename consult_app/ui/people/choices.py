"""What is chosen for a whole list that is imported: sheet, headings, what rows lack, names that are there."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consult_app.exchange.people import Duplicates, PeopleTable
from consult_app.meetings.kept.assembly import ROLES, Assembly
from consult_app.ui.belonging import groups_in_order, mark_of
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.panels import FormRow
from consult_app.words import term

_HEADS = 12
"""So many rows are offered as the row of headings."""


class ImportChoices(Retranslating, QWidget):
    """A line of choices. Signals: ``sheet_chosen()``, ``headings_chosen(row)``, ``changed()`` for others."""

    sheet_chosen = Signal()
    headings_chosen = Signal(int)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._assembly = Assembly()
        self._table: PeopleTable | None = None
        self.sheet, self.headings = ChoiceBox(), ChoiceBox()
        self.group, self.role = ChoiceBox(), ChoiceBox()
        self.duplicates = ChoiceBox()
        fields = {
            "sheet": self.sheet,
            "headings": self.headings,
            "group": self.group,
            "role": self.role,
            "duplicates": self.duplicates,
        }
        self.rows = {name: FormRow(field) for name, field in fields.items()}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for row in self.rows.values():
            line.addWidget(row, 1)
        self.sheet.activated.connect(lambda _at: self.sheet_chosen.emit())
        self.headings.activated.connect(
            lambda _at: self.headings_chosen.emit(int(self.headings.currentData()))
        )
        for choice in (self.group, self.role, self.duplicates):
            choice.activated.connect(lambda _at: self.changed.emit())
        self.retranslate()

    def offer(self, assembly: Assembly) -> None:
        """Offer the groups of *assembly*."""
        self._assembly = assembly
        self._fill()

    def show_table(self, table: PeopleTable | None) -> None:
        """Offer sheets and rows of *table*, with those that it was read from; none before it is read."""
        self._table = table
        self._fill()

    def forget_sheet(self) -> None:
        """Choose no sheet: another file has others."""
        self.sheet.clear()

    @property
    def asked_sheet(self) -> str:
        """The sheet that was chosen; "" for the one that suits best."""
        return str(self.sheet.currentData() or "")

    @property
    def default_group(self) -> str:
        """The group of rows that name none."""
        return str(self.group.currentData() or "")

    @property
    def default_role(self) -> str:
        """The role of rows that name none."""
        return str(self.role.currentData() or "member")

    @property
    def on_duplicates(self) -> Duplicates:
        """What becomes of a name that is there already."""
        return cast(Duplicates, self.duplicates.currentData())

    def _fill(self) -> None:
        language, table = Languages.current(), self._table
        names = {"": tr("no group")}
        for group in groups_in_order(self._assembly):
            names[group] = f"{mark_of(self._assembly, group)} {self._assembly.name_of(group, language)}"
        self.group.fill(names)
        self.role.fill({role: term("role", role, "participant", language) for role in ROLES})
        sheets = table.sheets if table else ()
        self.rows["sheet"].setVisible(len(sheets) > 1)
        if table is None:
            return
        self.sheet.fill({name: name for name in sheets})
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(table.sheet)))
        heads = {"0": tr("no headings")}
        for row in table.every[:_HEADS]:
            heads[str(row.number)] = f"{row.number}: {', '.join(cell for cell in row.cells if cell)}"
        self.headings.fill(heads)
        self.headings.setCurrentIndex(max(0, self.headings.findData(str(table.header))))

    def retranslate(self) -> None:
        """Set every word anew; what was chosen stays."""
        self.rows["sheet"].set_words(tr("Sheet"))
        self.rows["headings"].set_words(tr("Row of headings"))
        self.rows["group"].set_words(tr("Group of rows without one"))
        self.rows["role"].set_words(tr("Role of rows without one"))
        self.rows["duplicates"].set_words(tr("A name that is there already"))
        self.duplicates.fill(
            {
                "ask": tr("is a fault"),
                "skip": tr("is passed over"),
                "update": tr("is updated"),
                "both": tr("is another person"),
            }
        )
        self._fill()
