"""What a person does at the Table: decides on amendments and nodes, and writes words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from consult_app.desk import Done, Refusal
from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.coordinator.group_file import NOT_HERE
from consult_app.drafting.deciding.adoption import why
from consult_app.drafting.deciding.consideration import AdoptNode, AdoptText, OpenNode
from consult_app.drafting.deciding.settling import settling_place
from consult_app.drafting.house_style.house import list_of
from consult_app.meetings.proceedings.speaking_times import group_with_the_floor
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Languages, number_said, say, tr
from consult_app.ui.leaving import Leaving
from consult_app.ui.state_words import state_words
from consult_app.ui.table.choosing import (
    more_menu,
    movers,
    partners_menu,
    seconders_menu,
    takers_menu,
    wording_names,
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
from consult_app.ui.table.decisions import DECISIONS, Decision, possible, words_for
from consult_app.ui.table.editor import Editor, Names
from consult_app.ui.table.resuming import Origin

if TYPE_CHECKING:
    from consult_app.drafting.amendments.amendment import Amendment
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
        if found is None or station.in_turn.waits(_named(found, key), self.decide, amendment, key):
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
            task = explaining_task(found, decision.explained)
            self._edit(task, lambda: Names(tr(decision.why, number=found.number)))
        elif decision.key == "settle":
            self._settle(found)
        elif decision.key == "supersede":
            task = superseding_task(self._station.state, found)
            self._edit(task, lambda: Names(tr("New words in the place of {number}", number=found.number)))
        else:
            self._subamend(found)

    def _offer_settling(self, amendment: str, refusal: Refusal) -> bool:
        """What stands in the way of a decision has a way out: what has lost its object falls; of a collision
        it is said how the node is to read."""
        if refusal.rule == "A24":
            action = tr(DECISIONS["fall"].words)
            self._station.ask(say(refusal.reason), action, partial(self.decide, amendment, "fall"))
            return True
        if refusal.rule != "collision":
            return False
        action = tr(DECISIONS["settle"].words)
        self._station.ask(say(refusal.reason), action, partial(self.decide, amendment, "settle"))
        return True

    def _settle(self, found: Amendment) -> None:
        station = self._station
        would = effect(station.state.drafting, found)
        collision, known = would.collisions[0], (*would.collisions, *would.translated)
        where = settling_place(station.text, found, collision.node)
        if where.cut:
            words = N_("How {place} is to read with {number}: the two wordings on two lines")
        elif where.pair:
            words = N_("How {place} and what follows read as one with {number}")
        else:
            words = N_("How {place} is to read with {number}")

        def called() -> Names:
            place = station.name_of((where.pair or where.nodes)[0])
            return Names(tr(words, place=place, number=found.number))

        station.quiet()
        self._edit(settling_task(station.text, found, where, collision.language), called)
        if self.editor is not None:
            self.editor.say_problem(lambda: say(why(found, collision, known)))

    def decide_at_hand(self, key: str) -> None:
        """Take the decision *key* on the amendment whose card is open."""
        found = self._station.amendment_at_hand
        if found is not None:
            self.decide(found.id, key)

    def _say_impossible(self, amendment: Amendment, key: str) -> None:
        if self._station.state.given is not None:
            self._station.tell(tr(NOT_HERE), "warn")
            return
        words = tr(
            "{number} is {state}: “{decision}” is not open now.",
            number=amendment.number,
            state=state_words(amendment),
            decision=tr(words_for(key, live=amendment.kind == "live")),
        )
        self._station.tell(words, "warn")

    @Slot(str)
    def more(self, amendment: str) -> None:
        """Open the menu of rarer decisions on *amendment* (an id)."""
        station = self._station
        found = station.state.drafting.amendments.get(amendment)
        said = tr("More decisions on the amendment")
        if found is not None and not station.in_turn.waits(said, self.more, amendment):

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
        """Adopt the node at hand, and go on to the next that is open; from a closed one only go on. Where
        none is open any more, adopt the text as a whole."""
        if self._station.reading is None:
            return
        node = self._station.current_node
        if not node.closed:
            self._adopt(node.id)
        elif not self._go_on():
            self._ask_whole()

    def _ask_whole(self) -> None:
        station = self._station
        adopt = partial(station.perform, AdoptText(text_id=station.text.id))
        if station.text.adopted:
            adopt()  # the refusal says so
            return
        words = tr("Once it is adopted as a whole the text is closed: that cannot be undone.")
        station.ask(words, tr("Adopt the text as a whole"), adopt)

    def _adopt(self, node: str) -> None:
        station = self._station
        said = f"{tr('Adopt')}, {station.name_of(node)}"
        if not station.in_turn.waits(said, self._adopt, node):
            station.perform(AdoptNode(node=node, text_id=station.text.id), self._adopted)

    def _adopted(self, done: Done) -> None:
        left = done.answer.get("left_open")
        if left:
            places = list_of(list(left), Languages.current())
            self._station.tell(tr("Still open, because amendments are pending: {places}.", places=places))
        self._go_on()

    def _go_on(self) -> bool:
        """Go to the next open node, the focus staying in the list; False where there is none."""
        had_focus = self._station.parts.list.has_focus
        found = self._station.go_to_next_open()
        if had_focus:
            self._station.parts.list.give_focus()
        return found

    def open_node(self) -> None:
        """Open the node at hand."""
        if self._station.reading is not None:
            self._open_node(self._station.current_node.id)

    def _open_node(self, node: str) -> None:
        station = self._station
        said = f"{tr('Open')}, {station.name_of(node)}"
        if not station.in_turn.waits(said, self._open_node, node):
            station.perform(OpenNode(node=node, text_id=station.text.id))

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
        self._edit(
            reopening_task(node),
            lambda: Names(tr("Why is {place} reopened?", place=station.name_of(node.id))),
        )
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
        if station.state.given is not None:
            station.tell(tr(NOT_HERE), "warn")
            return
        node, language = station.current_node, station.parts.text.columns.at_hand
        task = wording_task(station.state, node, language, station.desk.actor)
        self._edit(task, partial(wording_names, station.state, station.text, node, language))
        self.origin = Origin("wording", node.id, language=language)
        if language == node.original:
            self._begin_with_the_floor()

    def _subamend(self, parent: Amendment) -> None:
        state = self._station.state

        def called() -> Names:
            title = tr("Subamendment to {number}: the whole as it would read", number=parent.number)
            return Names(title, movers(state.assembly), tr("by"))

        self._edit(subamendment_task(state, parent), called)
        self._begin_with_the_floor()

    def _begin_with_the_floor(self) -> None:
        """Whoever has the floor is the likeliest whose words are typed."""
        who = group_with_the_floor(self._station.state.assembly)
        if self.editor is not None and who and self.editor.offers(who):
            self.editor.choose(who)
            self.editor.take_focus()

    def write(self, task: Task, title: Callable[[], str], origin: Origin) -> None:
        """Open the editor for *task*, unless unfinished words in it keep it; *title* says what it is called
        now, *origin* how it is opened again."""
        if self.may_leave():
            self._edit(task, lambda: Names(title()))
            self.origin = origin

    def _edit(self, task: Task, called: Callable[[], Names]) -> None:
        self.close_editor()
        self._task = task
        self.editor = Editor(called, task.words, beginnings=task.beginnings, lines=task.lines)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._leave)
        self.editor.grown.connect(self._station.parts.text.fit_editor)
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
        self.editor.say_problem(lambda: say(refusal.reason))
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
        if self.editor is not None and self.editor.changed:
            Leaving.say()
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
            self.editor.say_problem(lambda: tr("Keep these words or leave them before going on."))
            return False
        self.close_editor()
        return True

    def set_busy(self, busy: bool) -> None:
        """Bar the editor while its words are on their way."""
        if self.editor is not None:
            self.editor.set_busy(busy)


def _named(amendment: Amendment, key: str) -> str:
    """A decision on *amendment* as it is named in a list of them: "Adopt, D.3"."""
    return f"{tr(words_for(key, live=amendment.kind == 'live'))}, {number_said(amendment.number)}"
