"""A chart in its card, with the table of the same figures behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from consult_app.ui.charts.chart import Chart
from consult_app.ui.look import fonts
from consult_app.ui.parts.controls import Elided, Label
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.parts.panels import Card

Figures = tuple[str, ...]
"""A row of a table of figures: its name, then one figure a column."""
_MOST_ROWS = 8
_INSET = 6
"""How far a chart keeps from its own edge, so that there is room for the ring of the focus."""

C = TypeVar("C", bound=Chart)


def figures_model(columns: Sequence[tuple[str, int]]) -> ListModel[Figures]:
    """A table of *columns*: the heading of each (a message id) and its width at scale 1 (0 stretches)."""
    made = [
        Column[Figures](words, _cell(place), _order(place), width=width, strong=place == 0)
        for place, (words, width) in enumerate(columns)
    ]
    return ListModel(made, key="\t".join)


def _cell(place: int) -> Callable[[Figures], str]:
    return lambda row: row[place]


def _order(place: int) -> Callable[[Figures], tuple[int, str]]:
    # figures of one column are written alike, so that the longer one is the larger
    return lambda row: (len(row[place]) if place else 0, row[place].casefold())


class ChartPanel(Card, Generic[C]):
    """The card. ``head`` is the line of the heading, for what stands at its right."""

    def __init__(self, chart: C, model: ListModel[Figures], rows: int = _MOST_ROWS) -> None:
        """*rows* is how many of the table are to be seen at once."""
        super().__init__()
        self._rows = rows
        self.chart = chart
        self.model = model
        self.heading = Elided("heading")
        self.note = Label("small", wrap=True)
        self.table: ListTable[Figures] = ListTable(model)
        self.pages = QStackedWidget()
        self.pages.addWidget(chart)
        self.pages.addWidget(self.table)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.heading, 1)
        column = QVBoxLayout(self)
        self.head.setContentsMargins(_INSET, 0, 0, 0)
        self.note.setContentsMargins(_INSET, 0, _INSET, 0)
        column.setContentsMargins(12, 10, 14, 10)
        column.setSpacing(5)
        column.addLayout(self.head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.note)
        self.note.hide()

    def set_words(self, title: str, summary: str, note: str = "") -> None:
        """Set the heading, what a screen reader hears of the whole, and the note below."""
        self.heading.setText(title)
        self.chart.set_words(title, summary)
        self.table.setAccessibleName(title)
        self.table.setAccessibleDescription(summary)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_rows(self, rows: Sequence[Figures]) -> None:
        """Fill the table."""
        self.model.show_rows(rows)
        high = fonts.line_height(fonts.window()) + fonts.pixels(12)
        shown = min(max(2, len(rows)), self._rows)
        self.table.setMinimumHeight(round(high * (shown + 1.2)))

    def show_table(self, table: bool) -> None:
        """Show the table of the figures in place of the chart, or the chart again."""
        had_focus = self.chart.hasFocus() or self.table.hasFocus()
        self.pages.setCurrentIndex(1 if table else 0)
        if had_focus:
            (self.table if table else self.chart).setFocus()
