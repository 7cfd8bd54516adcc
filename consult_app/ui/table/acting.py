"""What a person does at the Table: decides on amendments and nodes, and writes words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from consult_app.desk import Done, Refusal
from consult_app.drafting.adoption import why
from consult_app.drafting.consideration import AdoptNode, OpenNode
from consult_app.drafting.effect import effect
from consult_app.drafting.house import capitalized, list_of
from consult_app.drafting.settling import settling_place
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import OFFICE, mark_of, name_of
from consult_app.ui.language import NAMES, Languages, say, tr
from consult_app.ui.table.choosing import (
    groups_first,
    more_menu,
    movers,
    partners_menu,
    seconders_menu,
    takers_menu,
)
from consult_app.ui.table.commands import (
    Task,
    explaining_task,
    reopening_task,
    settling_task,
    subamendment_task,
    superseding_task,
    wording_task,
)
from consult_app.ui.table.decisions import DECISIONS, Decision, possible
from consult_app.ui.table.editor import Choices, Editor
from consult_app.ui.table.resuming import Origin
from consult_app.words import term

if TYPE_CHECKING:
    from consult_app.drafting.amendments import Amendment
    from consult_app.ui.table.station import TableStation


class Acting(QObject):
    """The hands of a :class:`TableStation`: everything that ends in a command."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._task: Task | None = None
        self.origin = Origin()
        self.editor: Editor | None = None
        self.menu: QMenu | None = None

    # decisions on amendments

    @Slot(str, str)
    def decide(self, amendment: str, key: str) -> None:
        """Take the decision *key* on *amendment* (an id), asking first for what it needs."""
        station = self._station
        found = station.state.drafting.amendments.get(amendment)
        if found is None or station.busy:
            return
        assembly = station.state.assembly
        if not possible(key, station.state, found):
            self._say_impossible(found, key)
            return
        decision = DECISIONS[key]
        if decision.make is not None:
            station.perform(decision.make(found.number), None, partial(self._offer_settling, found.id))
        elif key == "merge":
            self._open(partners_menu(station, station.state, found, station.perform))
        elif key in ("take_over", "second"):
            menu = takers_menu if key == "take_over" else seconders_menu
            self._open(menu(station, assembly, found, station.perform))
        elif self.may_leave():
            self._write_on(found, decision)

    def _write_on(self, found: Amendment, decision: Decision) -> None:
        """Open the editor for a decision on *found* that needs a reason or words."""
        self._decide_in_editor(found, decision)
        self.origin = Origin("decision", found.target, amendment=found.id, decision=decision.key)

    def _decide_in_editor(self, found: Amendment, decision: Decision) -> None:
        if decision.explained is not None:
            self._edit(explaining_task(found, decision.explained), tr(decision.why, number=found.number))
        elif decision.key == "settle":
            self._settle(found)
        elif decision.key == "supersede":
            title = tr("New words in the place of {number}", number=found.number)
            self._edit(superseding_task(self._station.state, found), title)
        else:
            self._subamend(found)

    def _offer_settling(self, amendment: str, refusal: Refusal) -> bool:
        """A collision has a way out: say how the node is to read."""
        if refusal.rule != "collision":
            return False
        action = tr(DECISIONS["settle"].words)
        self._station.ask(say(refusal.reason), action, partial(self.decide, amendment, "settle"))
        return True

    def _settle(self, found: Amendment) -> None:
        station = self._station
        collision = effect(station.state.drafting, found).collisions[0]
        where = settling_place(station.text, found, collision.node)
        place = station.name_of((where.pair or where.nodes)[0])
        if where.cut:
            words = N_("How {place} is to read with {number}: the two wordings on two lines")
        elif where.pair:
            words = N_("How {place} and what follows read as one with {number}")
        else:
            words = N_("How {place} is to read with {number}")
        title = tr(words, place=place, number=found.number)
        station.quiet()
        self._edit(settling_task(station.text, found, where, collision.language), title)
        if self.editor is not None:
            self.editor.show_problem(say(why(found, collision)))
            station.parts.text.fit_editor()

    def decide_at_hand(self, key: str) -> None:
        """Take the decision *key* on the amendment whose card is open."""
        found = self._station.amendment_at_hand
        if found is not None:
            self.decide(found.id, key)

    def _say_impossible(self, amendment: Amendment, key: str) -> None:
        state = term("state", amendment.state, "amendment", Languages.current())
        words = tr(
            "{number} is {state}: “{decision}” is not open now.",
            number=amendment.number,
            state=state,
            decision=tr(DECISIONS[key].words),
        )
        self._station.tell(words, "warn")

    @Slot(str)
    def more(self, amendment: str) -> None:
        """Open the menu of rarer decisions on *amendment* (an id)."""
        station = self._station
        found = station.state.drafting.amendments.get(amendment)
        if found is not None and not station.busy:

            def decide(key: str) -> None:
                self.decide(amendment, key)

            self._open(more_menu(station, station.state, found, decide, station.perform))

    def more_at_hand(self) -> None:
        """Open the menu of rarer decisions on the amendment whose card is open."""
        found = self._station.amendment_at_hand
        if found is not None:
            self.more(found.id)

    def _open(self, menu: QMenu) -> None:
        at_hand = self._station.parts.list.at_hand
        card: QWidget = self._station.parts.list
        if at_hand:
            card = self._station.parts.list.card(at_hand)
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(card.mapToGlobal(QPoint(12, card.height())))

    # decisions on the node

    @Slot()
    def adopt_node(self) -> None:
        """Adopt the node at hand, and go on to the next that is open."""
        station = self._station
        if station.reading is not None:
            station.perform(AdoptNode(node=station.current_node.id, text_id=station.text.id), self._adopted)

    def _adopted(self, done: Done) -> None:
        left = done.answer.get("left_open")
        if left:
            places = list_of(list(left), Languages.current())
            self._station.tell(tr("Still open, because amendments are pending: {places}.", places=places))
        had_focus = self._station.parts.list.has_focus
        self._station.go_to_next_open()
        if had_focus:
            self._station.parts.list.give_focus()

    def open_node(self) -> None:
        """Open the node at hand."""
        station = self._station
        if station.reading is not None:
            station.perform(OpenNode(node=station.current_node.id, text_id=station.text.id))

    @Slot()
    def other_node_decision(self, _checked: bool = False) -> None:
        """Open the node at hand, or reopen it when it is closed."""
        station = self._station
        if station.reading is None:
            return
        node = station.current_node
        if not node.closed:
            self.open_node()
            return
        title = tr("Why is {place} reopened?", place=station.name_of(node.id))
        self._edit(reopening_task(node), title)
        self.origin = Origin("reopening", node.id)

    def enter(self) -> None:
        """Enter in the amendments list: the button that has the focus, else adopt the node."""
        focus = self._station.window().focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        else:
            self.adopt_node()

    # writing

    @Slot()
    def edit(self, _checked: bool = False) -> None:
        """Edit the wording of the node at hand in the language whose column is at hand."""
        station = self._station
        if station.reading is None or not self.may_leave():
            return
        node, language = station.current_node, station.parts.text.columns.at_hand
        place = capitalized(station.name_of(node.id))
        title = tr("{place}, {language}", place=place, language=NAMES[language])
        itself = tr("Editorial change") if language == node.original else tr("Translation")
        assembly = station.state.assembly
        office = (OFFICE, f"{mark_of(assembly, OFFICE)} {name_of(assembly, OFFICE)}")
        choices = [("", itself), *groups_first(assembly), office]
        task = wording_task(station.state, node, language, station.desk.actor)
        self._edit(task, title, choices if node.text(language) else (), tr("for"))
        self.origin = Origin("wording", node.id, language=language)

    def _subamend(self, parent: Amendment) -> None:
        title = tr("Subamendment to {number}: the whole as it would read", number=parent.number)
        task = subamendment_task(self._station.state, parent)
        self._edit(task, title, movers(self._station.state.assembly), tr("by"))

    def write(self, task: Task, title: str, origin: Origin) -> None:
        """Open the editor for *task*, unless unfinished words in it keep it; *origin* says how it is opened
        again."""
        if self.may_leave():
            self._edit(task, title)
            self.origin = origin

    def _edit(self, task: Task, title: str, choices: Choices = (), chooser: str = "") -> None:
        self.close_editor()
        self._task = task
        self.editor = Editor(
            title, task.words, choices, chooser, beginnings=task.beginnings, lines=task.lines
        )
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._leave)
        self._station.parts.text.show_editor(self.editor)
        self.editor.read_after(self._station.parts.text)
        self.editor.take_focus()

    @Slot(str, str)
    def _keep(self, words: str, by: str) -> None:
        if self._task is not None:
            self._station.perform(self._task.make(words, by), self._kept, self._refused)

    def _kept(self, done: Done) -> None:
        self._leave()

    def _refused(self, refusal: Refusal) -> bool:
        if self.editor is None:
            return False
        self.editor.show_problem(say(refusal.reason))
        self._station.parts.text.fit_editor()
        return True

    @Slot()
    def _leave(self) -> None:
        on_amendment = self._task is not None and bool(self._task.about)
        self.close_editor()
        parts = self._station.parts
        if on_amendment:
            parts.list.give_focus()
        else:
            parts.text.setFocus()

    def close_editor(self) -> None:
        """Take the editor away, with what was written in it."""
        editor, self.editor, self._task = self.editor, None, None
        self.origin = Origin()
        if editor is not None:
            if self._station.isAncestorOf(self._station.window().focusWidget() or self._station.window()):
                # the focus must not fall to whatever stands next in the window
                self._station.parts.text.setFocus()
            self._station.parts.text.show_editor(None)
            editor.deleteLater()

    def may_leave(self) -> bool:
        """Whether the node at hand may be left: an untouched editor is closed, unfinished words stay."""
        if self.editor is None:
            return True
        if self.editor.changed:
            self.editor.show_problem(tr("Keep these words or leave them before going on."))
            self._station.parts.text.fit_editor()
            return False
        self.close_editor()
        return True

    def set_busy(self, busy: bool) -> None:
        """Bar the editor while its words are on their way."""
        if self.editor is not None:
            self.editor.set_busy(busy)

    # the banner

    def banner_shown(self, *, asks: bool) -> None:
        """A question takes the focus when the focus was where decisions are taken."""
        if asks:
            for button in self._station.banner.findChildren(QPushButton):
                if button.isVisibleTo(self._station.banner):
                    button.setFocus()

    @Slot()
    def after_banner(self) -> None:
        """Give the focus back to the amendments when it was in the banner that went."""
        focus = self._station.window().focusWidget()
        if focus is None or self._station.banner.isAncestorOf(focus):
            self._station.parts.list.give_focus()
