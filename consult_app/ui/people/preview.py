"""The rows of a list that is to be imported: what becomes of each, and a choice above every column."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from consult_app.exchange.columns import FIELDS
from consult_app.exchange.people import Line, PeoplePreview, PeopleTable
from consult_app.exchange.sheets import Row, letters
from consult_app.meetings.reasons import N_, Message
from consult_app.ui.language import say, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import set_property
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.lists import AnyIndex, RowDelegate

FIELD_NAMES = {
    "name": N_("Name (whole)"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "title": N_("Title"),
    "gender": N_("Gender"),
    "role": N_("Role"),
    "group": N_("Group"),
    "country": N_("Country"),
    "organization": N_("Organization"),
    "function": N_("Function"),
    "may_vote": N_("Entitled to vote"),
    "why_not": N_("Why not entitled to vote"),
    "credentials": N_("Credentials"),
    "credentials_on": N_("Credentials received on"),
    "credentials_note": N_("Note on credentials"),
}
_OWN = 2
"""The columns before those of the file: the row's number, and what becomes of it."""
_NUMBER, _FATE, _CELL = 56, 330, 150


class PreviewModel(QAbstractTableModel):
    """The rows of the file under their headings, with the sentence on each."""

    def __init__(self) -> None:
        super().__init__()
        self.table: PeopleTable | None = None
        self.preview: PeoplePreview | None = None
        self._lines: dict[int, Line] = {}
        self.rows: list[Row] = []

    def show(self, table: PeopleTable | None, preview: PeoplePreview | None, *, faulty: bool) -> None:
        """Show *table* with what *preview* says of it; *faulty*: only the rows with a fault."""
        self.beginResetModel()
        self.table, self.preview = table, preview
        self._lines = {line.row: line for line in preview.lines} if preview else {}
        self.rows = [
            row
            for row in (table.rows if table else ())
            if not faulty or (line := self._lines.get(row.number)) is None or line.faults
        ]
        self.endResetModel()

    def line(self, at: int) -> Line | None:
        """What becomes of the row shown at that place; None where it was not read."""
        return self._lines.get(self.rows[at].number) if 0 <= at < len(self.rows) else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Qt's override."""
        return len(self.rows) if parent is None or not parent.isValid() else 0

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Qt's override."""
        if self.table is None or (parent is not None and parent.isValid()):
            return 0
        return _OWN + len(self.table.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's override: words and ink; the tooltip has every fault of the row."""
        if not index.isValid():
            return None
        line, row = self.line(index.row()), self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if index.column() == 0:
                return str(row.number)
            if index.column() == 1:
                return fate(line) if role == Qt.ItemDataRole.DisplayRole else "\n".join(said_of(line))
            return row.cell(index.column() - _OWN)
        if role == Qt.ItemDataRole.ForegroundRole and line is not None:
            return self._ink(line, index.column())
        return None

    def _ink(self, line: Line, column: int) -> QColor | None:
        palette = Theme.current()
        if column == 0 or line.skipped:
            return QColor(palette.dim)
        if column == 1:
            return QColor(palette.error if line.faults else palette.warn if line.warnings else palette.ok)
        head = self.table.columns[column - _OWN] if self.table else ""
        name = head or letters(column - _OWN)
        at_fault = any(fault.values.get("column") == name for fault in line.faults)
        return QColor(palette.error) if at_fault else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's override: the headings of the file, to the left."""
        if orientation != Qt.Orientation.Horizontal or self.table is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section < _OWN:
                return (tr("Row"), tr("What becomes of it"))[section]
            return self.table.columns[section - _OWN] or letters(section - _OWN)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def fate(line: Line | None) -> str:
    """Return in one sentence what becomes of a row; of a fault in a cell, the column and what is wrong."""
    if line is not None and line.faults:
        inner = line.faults[0].values.get("fault")
        if isinstance(inner, Message):
            return tr("{column}: {fault}", column=line.faults[0].values["column"], fault=say(inner))
    return said_of(line)[0]


def said_of(line: Line | None) -> list[str]:
    """Return everything there is to say of a row: its faults, or what becomes of it and the warnings."""
    if line is None:
        return [tr("not read yet")]
    if line.faults:
        return [say(fault) for fault in line.faults]
    warnings = [say(warning) for warning in line.warnings]
    if line.skipped or line.person is None:
        return [tr("passed over: the name is there already")]
    if line.person.updates:
        return [tr("the data of {name} are brought up to date", name=line.name), *warnings]
    if line.person.namesake:
        return [tr("put on the list as another person of that name"), *warnings]
    return warnings or [tr("put on the list")]


def summed(table: PeopleTable | None, mapping: dict[str, int], found: PeoplePreview) -> str:
    """Return in words what the whole list would come to, or why nothing is imported."""
    if found.faults and not found.lines:
        return say(found.faults[0])
    updated = sum(bool(person.updates) for person in found.people)
    faulty = sum(bool(line.faults) for line in found.lines)
    parts = [tr_n("{n} put on the list", "{n} put on the list", len(found.people) - updated)]
    if updated:
        parts.append(tr_n("{n} brought up to date", "{n} brought up to date", updated))
    if found.skipped:
        parts.append(tr_n("{n} passed over", "{n} passed over", found.skipped))
    said = ", ".join(parts) + "."
    if faulty:
        said = tr_n(
            "{n} row has a fault; nothing is imported until it is mended or its column left out.",
            "{n} rows have faults; nothing is imported until they are mended or their columns left out.",
            faulty,
        )
    left_out = table.left_out(mapping) if table else ()
    if left_out:
        said += " " + tr("Not imported: {columns}.", columns=", ".join(left_out))
    return said


class MappingHeader(QHeaderView):
    """The headings of the file, each with the choice of what its column holds.

    Signals: ``chosen(field, column)``: *column* (from 0) holds *field* from now on; an empty field leaves
    the column out.
    """

    chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._choices: list[ChoiceBox] = []
        self.setHighlightSections(False)
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)

    def choices(self) -> list[ChoiceBox]:
        """The choices, by column of the file."""
        return self._choices

    def show_columns(self, columns: tuple[str, ...], mapping: dict[str, int]) -> None:
        """Offer the fields above each of *columns*; *mapping* has the column of each field."""
        if len(columns) != len(self._choices):
            for choice in self._choices:
                choice.setParent(None)
                choice.deleteLater()
            self._choices = [self._made(column) for column in range(len(columns))]
        fields = {column: field for field, column in mapping.items()}
        names = {"": tr("not imported")} | {field: tr(FIELD_NAMES[field]) for field in FIELDS}
        for column, choice in enumerate(self._choices):
            choice.fill(names)
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(fields.get(column, ""))))
            choice.blockSignals(False)
            head = columns[column] or letters(column)
            choice.setAccessibleName(tr("What column “{column}” holds", column=head))
            set_property(choice, "unused", "false" if column in fields else "true")
            choice.show()
        self._place()

    def _made(self, column: int) -> ChoiceBox:
        choice = ChoiceBox()
        choice.setParent(self.viewport())
        choice.setMinimumContentsLength(4)
        choice.setMaxVisibleItems(len(FIELDS) + 1)
        choice.activated.connect(lambda _at: self.chosen.emit(str(choice.currentData()), column))
        return choice

    def _place(self) -> None:
        height = self._field_height()
        for column, choice in enumerate(self._choices):
            section = column + _OWN
            if section >= self.count():
                continue
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            choice.setGeometry(left + 3, self.height() - height - 5, max(40, width - 8), height)

    def setOffset(self, offset: int) -> None:
        """Qt's override: the choices move with the columns."""
        super().setOffset(offset)
        self._place()

    def sizeHint(self) -> QSize:
        """Qt's override: the headings with a choice below each."""
        size = super().sizeHint()
        return QSize(size.width(), size.height() + self._field_height() + 8)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Qt's override: the words above, the ground for the choice below."""
        painter.fillRect(rect, QColor(Theme.current().panel))
        upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() - self._field_height() - 6)
        super().paintSection(painter, upper, logicalIndex)

    def _field_height(self) -> int:
        return fonts.line_height(fonts.window()) + 3 + 12


class PreviewTable(QTableView):
    """The preview with its choices; the file's columns scroll under the fields that they hold."""

    def __init__(self, model: PreviewModel) -> None:
        super().__init__()
        self._model = model
        self.setItemDelegate(RowDelegate(self))
        self.mapping = MappingHeader()
        self.setHorizontalHeader(self.mapping)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setCornerWidget(QWidget())
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Set widths and heights from the type scale; widths that a person set are kept."""
        self.verticalHeader().setDefaultSectionSize(fonts.line_height(fonts.window()) + fonts.pixels(10))
        for column in range(self._model.columnCount()):
            width = (_NUMBER, _FATE)[column] if column < _OWN else _CELL
            if self.columnWidth(column) == self.horizontalHeader().defaultSectionSize():
                self.setColumnWidth(column, fonts.pixels(width))
