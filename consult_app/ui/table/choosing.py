"""Menus of the amendments list: who seconds or takes over, where a group stands, what is rarer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from consult_app.drafting.amendments.amendment import POSITIONS, Amendment
from consult_app.drafting.amendments.proposals import shape
from consult_app.drafting.deciding.floor import SecondAmendment, StatePosition, TakeOverAmendment
from consult_app.drafting.deciding.lifecycle import MOVERS
from consult_app.drafting.handing_in.handling import MergeAmendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.acts import Command
from consult_app.meetings.kept.assembly import Assembly
from consult_app.state import State
from consult_app.ui.belonging import OFFICE, mark_of, name_of
from consult_app.ui.keys import scopes_of, spell_now
from consult_app.ui.language import Languages, language_said, number_said, tr
from consult_app.ui.table.decisions import DECISIONS, in_the_menu, partners, words_for
from consult_app.ui.table.editor import Names
from consult_app.ui.text.ink import look_of
from consult_app.words import term

Ask = Callable[[str], object]
Perform = Callable[[Command], object]


def groups_first(assembly: Assembly) -> list[tuple[str, str]]:
    """The groups and regional groups, each regional group under its own: id and name with its mark."""
    language, out = Languages.current(), []
    for group in assembly.groups.values():
        if not group.parent:
            out.append(
                (group.id, f"{look_of(assembly, group.id).mark} {assembly.name_of(group.id, language)}")
            )
            out += [
                (each.id, f"{look_of(assembly, each.id).mark} {assembly.name_of(each.id, language)}")
                for each in assembly.groups.values()
                if assembly.main_group(each.id) == group.id and each.parent
            ]
    return out


def movers(assembly: Assembly) -> list[tuple[str, str]]:
    """Who may move a subamendment: the groups, then the members one by one, id and name with its mark."""
    people = [
        (person.id, f"{look_of(assembly, person.id).mark} {name_of(assembly, person.id)}")
        for group, _name in groups_first(assembly)
        for person in assembly.participants.values()
        if person.group == group and person.role in MOVERS
    ]
    return [*groups_first(assembly), *people]


def wording_names(state: State, text: Text, node: Node, language: str) -> Names:
    """What the editor of the wording of *node* in *language* is called, and for whom words can be written; it
    says so where an editorial change would pass the meeting by."""
    assembly, window = state.assembly, Languages.current()
    numbered = labels(text.tree, False, assembly.meeting.rules.numbering).get(node.id, "")
    place = capitalized(label_reference(text.tree.spots[node.id].kind, numbered, window))
    title = tr("{place}, {language}", place=place, language=language_said(language))
    if not node.text(language):
        return Names(title)
    own = language == node.original
    office = (OFFICE, f"{mark_of(assembly, OFFICE)} {name_of(assembly, OFFICE)}")
    itself = ("", tr("Editorial change") if own else tr("Translation"))
    notes = {}
    if own and node.closed:
        notes[""] = tr(
            "{place} has been adopted. An editorial change goes into it at once, without author or mark.",
            place=place,
        )
    elif own and any(each.state != "not_opened" for each in text):
        notes[""] = tr("An editorial change goes into the text at once, without author or mark.")
    return Names(title, (itself, *groups_first(assembly), office), tr("for"), notes)


def actors_menu(parent: QWidget, assembly: Assembly, author: str, chosen: Ask) -> QMenu:
    """A menu of groups, and of their members by group, without *author*; *chosen* gets the id."""
    menu = QMenu(parent)
    for group, name in groups_first(assembly):
        if group != author:
            menu.addAction(_plain(name)).triggered.connect(partial(_tell, chosen, group))
    menu.addSeparator()
    for group, name in groups_first(assembly):
        members = [
            person
            for person in assembly.participants.values()
            if person.group == group and person.may_vote and person.id != author
        ]
        if members:
            under = menu.addMenu(tr("Member of {group}", group=_plain(name)))
            for person in members:
                action = under.addAction(_plain(name_of(assembly, person.id)))
                action.triggered.connect(partial(_tell, chosen, person.id))
    return menu


def seconders_menu(parent: QWidget, assembly: Assembly, amendment: Amendment, perform: Perform) -> QMenu:
    """Who seconds *amendment*."""
    return actors_menu(
        parent,
        assembly,
        amendment.by,
        lambda who: perform(SecondAmendment(amendment=amendment.number, by=who)),
    )


def takers_menu(parent: QWidget, assembly: Assembly, amendment: Amendment, perform: Perform) -> QMenu:
    """Who takes *amendment* over."""
    return actors_menu(
        parent,
        assembly,
        amendment.by,
        lambda who: perform(TakeOverAmendment(amendment=amendment.number, by=who)),
    )


def partners_menu(parent: QWidget, state: State, amendment: Amendment, perform: Perform) -> QMenu:
    """What *amendment* is taken together with; those that propose the same stand first."""
    menu, same = QMenu(parent), shape(amendment)
    for other in partners(state.drafting, amendment):
        words = f"{number_said(other.number)}  {_plain(name_of(state.assembly, other.by))}"
        if shape(other) == same:
            words = tr("{amendment}: the same words", amendment=words)
        command = MergeAmendment(amendment=amendment.number, into=other.number)
        menu.addAction(words).triggered.connect(partial(_perform, perform, command))
    return menu


def more_menu(parent: QWidget, state: State, amendment: Amendment, decide: Ask, perform: Perform) -> QMenu:
    """The rarer decisions on *amendment*, and the position of each group."""
    menu, assembly = QMenu(parent), state.assembly
    for key in in_the_menu(state, amendment):
        decision = DECISIONS[key]
        words = tr(words_for(key, live=amendment.kind == "live"))
        letter = spell_now(decision.letter, *scopes_of(parent)) if decision.letter else ""
        action = menu.addAction(f"{words}\t{letter}" if letter else words)
        action.triggered.connect(partial(_tell, decide, key))
    if amendment.pending:
        menu.addSeparator()
        for group, name in groups_first(assembly):
            if assembly.groups[group].parent:
                continue
            under = menu.addMenu(tr("Position of {group}", group=_plain(name)))
            for position in POSITIONS:
                action = under.addAction(term("position", position, "group", Languages.current()))
                action.setCheckable(True)
                action.setChecked(amendment.positions.get(group) == position)
                action.triggered.connect(partial(_state, perform, amendment.number, group, position))
    return menu


def _plain(name: str) -> str:
    return name.replace("&", "&&")


def _tell(to: Ask, what: str, _checked: bool = False) -> None:
    to(what)


def _perform(perform: Perform, command: Command, _checked: bool = False) -> None:
    perform(command)


def _state(perform: Perform, number: str, group: str, position: str, _checked: bool = False) -> None:
    perform(StatePosition(amendment=number, group=group, position=position))  # type: ignore[arg-type]
