"""The form for an item of the agenda, or a point for discussion under one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from consult_app.desk import Refusal
from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.deciding.coverage import SetAgendaItem
from consult_app.meetings.kept.agenda import Agenda, AgendaItem, labels
from consult_app.meetings.one_line import one_line
from consult_app.state import State
from consult_app.ui.chosen_text import chosen_text
from consult_app.ui.forms.kept_form import begins
from consult_app.ui.forms.node_picker import NodePicker
from consult_app.ui.forms.side_form import SideForm
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled
from consult_app.ui.meeting.agenda_model import title_of
from consult_app.ui.parts.fields import ChoiceBox, typed

_LINES = 3
_ROW_OF = {"agenda_number": "number", "agenda_under": "under", "unknown_node": "nodes"}


class _Words(QPlainTextEdit):
    """A title of a few lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        Scaled(self, self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(fonts.line_height(fonts.window()) * _LINES + fonts.pixels(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: a title is one paragraph, and Esc belongs to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class AgendaForm(SideForm):
    """Signals: ``asked(SetAgendaItem)``."""

    what = "agenda item"
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._agenda: Agenda = ()
        self._texts, self._style = Drafting(), "bis"
        self.item: AgendaItem | None = None
        self._point = False
        self.titles = {code: _Words() for code in NAMES}
        self.under = ChoiceBox()
        self.number = QLineEdit()
        self.nodes = NodePicker()
        for code, field in self.titles.items():
            self.add_row(code, field)
            field.textChanged.connect(self.clear_problems)
        self.add_row("under", self.under)
        self.add_row("number", self.number)
        self.add_row("nodes", self.nodes)
        self.column.addStretch(1)
        self.under.currentIndexChanged.connect(self.clear_problems)
        self.number.textChanged.connect(self.clear_problems)
        self.retranslate()

    def offer(self, state: State) -> None:
        """Take the items and the nodes that can be named from *state*; what is filled in stays."""
        self._agenda = state.assembly.agenda
        if self.item is not None:
            # an item that is gone is put on the agenda again, if it is kept
            self.item = next((each for each in self._agenda if each.id == self.item.id), None)
        self._texts = state.drafting
        self._style = state.assembly.meeting.rules.numbering
        self._offer_nodes()
        self._fill_under()

    def _offer_nodes(self) -> None:
        """Offer the nodes of the text that the item is about already, else of the one worked on."""
        own = self._texts.texts.get(self.item.text_id) if self.item is not None and self.item.nodes else None
        self.nodes.offer(own or chosen_text(self._texts), self._style)

    def kept_about(self) -> dict[str, str]:
        """Return which item it is; of a new one whether it is a point."""
        return (
            {"item": self.item.id} if self.item is not None else {"new": "point" if self._point else "item"}
        )

    @begins
    def begin(self, item: AgendaItem | None, *, under: str = "", point: bool = False) -> None:
        """Show *item*, or an empty form for a new item; with *point* for a point ``under`` an item."""
        self.item, self._point = item, point or (item is not None and bool(item.under))
        for code, field in self.titles.items():
            field.setPlainText(item.titles.get(code, "") if item else "")
        self.number.setText(item.number if item else "")
        self._offer_nodes()
        self.nodes.choose(item.nodes if item else ())
        self._fill_under()
        self.under.setCurrentIndex(max(0, self.under.findData(item.under if item else under)))
        self.clear_problems()
        self.retranslate()
        self.titles[Languages.current()].setFocus()

    def _fill_under(self) -> None:
        chosen = self.under.currentData()
        own = self.item.id if self.item else ""
        has_points = any(each.under == own for each in self._agenda) if own else False
        named = labels(self._agenda)
        self.under.blockSignals(True)
        self.under.clear()
        self.under.addItem(tr("none: it stands on its own"), "")
        for each in self._agenda:
            if not each.under and each.id != own and not has_points:
                self.under.addItem(f"{named[each.id]}  {title_of(each)}", each.id)
        self.under.setCurrentIndex(max(0, self.under.findData(chosen)))
        self.under.blockSignals(False)

    def attempt(self) -> None:
        """Ask for the item, or say beside the field what is missing."""
        titles = {code: one_line(typed(field)) for code, field in self.titles.items()}
        if not any(titles.values()):
            self._wrong(Languages.current(), tr("Give the title in at least one language."))
            return
        under, number = str(self.under.currentData() or ""), self.number.text().strip()
        own = self.item.id if self.item else ""
        # the command would take the number of another item for that item
        same = [each for each in self._agenda if each.under == under and each.id != own]
        named = labels(self._agenda)
        if number and any(number == (each.number or named[each.id].rpartition(".")[2]) for each in same):
            self._wrong("number", tr("Another item has the number {number}.", number=number))
            return
        alone = self.item.kind if self.item and not self.item.under else "point" if self._point else "item"
        self.asked.emit(
            SetAgendaItem(
                item=own,
                number=number if self.item or number else None,
                titles=titles,  # type: ignore[arg-type]
                kind="point" if under else alone,  # type: ignore[arg-type]
                under=under,
                nodes=self.nodes.chosen,
            )
        )

    def _wrong(self, row: str, words: str) -> None:
        self.rows[row].set_problem(words)
        self.rows[row].field.setFocus()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal beside the field that it is about."""
        if refusal.rule not in _ROW_OF:
            return False
        self._wrong(_ROW_OF[refusal.rule], say(refusal.reason))
        return True

    def retranslate(self) -> None:
        """Set every word anew; what is filled in stays."""
        if self.item is not None:
            named = labels(self._agenda).get(self.item.id, "")
            self.set_heading(tr("Item {item}", item=named), tr("Keep the changes"))
        elif self._point:
            self.set_heading(tr("Add a point for discussion"), tr("Add"))
        else:
            self.set_heading(tr("Add an item"), tr("Add"))
        self.rows["en"].set_words(tr("Title in English"))
        self.rows["fr"].set_words(tr("Title in French"))
        self.rows["es"].set_words(tr("Title in Spanish"))
        self.rows["under"].set_words(tr("Point for discussion under"))
        self.rows["number"].set_words(tr("Number"), tr("Left empty, its place gives the number."))
        self.rows["nodes"].set_words(
            tr("Parts of the text that it is about"),
            tr("A heading stands for its section, a paragraph for its items."),
        )
        self._fill_under()
