"""What is known of the item at hand, and which paragraphs no item of the agenda is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from consult_app.meetings.kept.agenda import AgendaItem, labels
from consult_app.meetings.kept.assembly import Assembly
from consult_app.state import State
from consult_app.ui.dates import clock, day
from consult_app.ui.language import NAMES, Retranslating, language_label, tr, tr_n
from consult_app.ui.meeting.agenda_model import covered, references
from consult_app.ui.parts.controls import HairLine, Label, QuietButton, SectionTitle


class AgendaDetails(Retranslating, QWidget):
    """Signals: ``edit_asked()`` for the item at hand."""

    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self._state: State | None = None
        self._item = ""
        self.heading = Label("heading", wrap=True)
        self.titles = Label("", wrap=True)
        self.about_title, self.about = SectionTitle(), Label("", wrap=True)
        self.held_title, self.held = SectionTitle(), Label("", wrap=True)
        self.edit = QuietButton()
        self.coverage_title, self.coverage = Label("topic"), Label("", wrap=True)
        self.uncovered = Label("", wrap=True)
        inside = QWidget()
        inside.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        line = HairLine()
        self._of_item: tuple[QWidget, ...] = (
            self.heading,
            self.titles,
            self.edit,
            self.about_title,
            self.about,
            self.held_title,
            self.held,
            line,
        )
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (*self._of_item, self.coverage_title, self.coverage, self.uncovered):
            if widget is self.edit:
                column.addWidget(widget, 0, left)
            else:
                column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.edit.clicked.connect(self.edit_asked)
        self.retranslate()

    def show_state(self, state: State, item: str) -> None:
        """Show the *item* (an id; "" for none) of the agenda of *state*, and what no item is about."""
        self._state, self._item = state, item
        found = next((each for each in state.assembly.agenda if each.id == item), None)
        for widget in self._of_item:
            widget.setVisible(found is not None)
        if found is not None:
            self._show_item(state, found)
        self._show_coverage(state)

    def _show_item(self, state: State, item: AgendaItem) -> None:
        named = labels(state.assembly.agenda)[item.id]
        said = tr("Item {item}", item=named) if item.kind == "item" else tr("Point {item}", item=named)
        self.heading.setText(said)
        lines = [f"{language_label(code)}: {item.titles.get(code) or '–'}" for code in NAMES]
        self.titles.setText("\n".join(lines))
        both = covered(state)
        nodes = both[1].nodes.get(item.id, ()) if both else ()
        said = references(state, both[0], _tops(both[0].tree.under, nodes)) if both and nodes else ""
        self.about.setText(said or tr("No part of the text yet."))
        times = _times(state.assembly, item.id)
        self.held_title.setVisible(bool(times))
        self.held.setVisible(bool(times))
        self.held.setText("\n".join(times))

    def _show_coverage(self, state: State) -> None:
        both = covered(state)
        self.coverage_title.setVisible(bool(state.assembly.agenda))
        for label in (self.coverage, self.uncovered):
            label.setVisible(bool(state.assembly.agenda))
        if both is None:
            self.coverage.setText(
                tr("There is no text yet; what each item is about is said once it is there.")
            )
            self.uncovered.setText("")
            return
        text, found = both
        if not found.none:
            self.coverage.setText(tr("Every paragraph belongs to an item of the agenda."))
            self.uncovered.setText("")
            return
        self.coverage.setText(
            tr_n(
                "{n} paragraph belongs to no item of the agenda:",
                "{n} paragraphs belong to no item of the agenda:",
                len(found.none),
            )
        )
        self.uncovered.setText(references(state, text, found.none))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("The item at hand"))
        self.about_title.setText(tr("Parts of the text"))
        self.held_title.setText(tr("Discussed"))
        self.edit.set_words(tr("Edit…"), "Return")
        self.coverage_title.setText(tr("Agenda and text"))
        if self._state is not None:
            self.show_state(self._state, self._item)


def _tops(under: Callable[[str], Iterable[str]], nodes: tuple[str, ...]) -> tuple[str, ...]:
    """Of *nodes* those that stand under no other of them."""
    inside = {below for node in nodes for below in under(node) if below != node}
    return tuple(node for node in nodes if node not in inside)


def _times(assembly: Assembly, item: str) -> list[str]:
    """When *item* was discussed, one line for each time."""
    out = []
    for each in assembly.discussions:
        if each.item != item:
            continue
        opened = datetime.fromisoformat(each.opened)
        closed = clock(datetime.fromisoformat(each.closed)) if each.closed else "…"
        out.append(f"{day(opened.astimezone().date(), weekday=True)}, {clock(opened)}–{closed}")
    return out
