"""What the card of an amendment says, ready to be shown: worded once, kept until it could be otherwise."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.kinds import kind_of
from consult_app.drafting.instructions.instruction import instruction
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.belonging import authors_words, name_of
from consult_app.ui.language import Languages, number_said, tr
from consult_app.ui.look.palette import GroupStyle
from consult_app.ui.look.theme import Theme
from consult_app.ui.state_words import state_words
from consult_app.ui.table.decisions import in_the_menu, on_the_bar
from consult_app.ui.table.positions import history
from consult_app.ui.text.ink import look_of
from consult_app.words import term

_SHORT: Final[dict[str, str]] = {"government": N_("Gov"), "employers": N_("Emp"), "workers": N_("Wor")}


@dataclass(frozen=True)
class CardFace:
    """What a card says, ready to be shown; equal faces need no repainting."""

    id: str
    number: str
    look: GroupStyle
    author: str
    state: str
    sentences: tuple[str, ...]
    positions: tuple[tuple[str, str, GroupStyle], ...]
    bar: tuple[str, ...]
    more: bool
    pending: bool
    depth: int
    seconded: str
    live: bool = False
    kind: str = ""
    history: str = ""
    decides: bool = True
    """Whether the meeting decides in this file: in a group's file nobody states a position."""
    waits: bool = False
    """Whether subamendments are disposed of before it: its own decisions are not the next."""

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        stands = "; ".join(f"{name} {position}" for name, position, _ in self.positions)
        number = number_said(self.number)
        parts = (number, self.author, self.state, " ".join(self.sentences), self.kind, stands)
        return ", ".join(part for part in parts if part)


class Faces:
    """The faces of amendments, what they ask and what was said on them: it takes long to word."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, str], tuple[object, object, tuple[str, ...]]] = {}
        self._said: dict[tuple[str, str], tuple[object, object, date, str]] = {}
        self._made: dict[str, tuple[tuple[Any, ...], CardFace]] = {}

    def of(
        self, state: State, amendment: Amendment, language: str, remark: str = "", *, waits: bool = False
    ) -> CardFace:
        """The face of *amendment*, which quotes words in *language*; the *remark* stands beside what sort of
        change it makes. It *waits* where there are subamendments to it that are not disposed of."""
        asked, said = self._sentences(state, amendment, language), self._history(state, amendment)
        bar, more = _offered(state, amendment)
        decides = state.given is None
        # no state holds one of these that was changed: the same object says the same
        same = (amendment, state.assembly, asked, Theme.current())
        like = (said, remark, bar, more, decides, waits, Languages.current())
        known = self._made.get(amendment.id)
        if known is not None and known[0][1] == like and all(map(operator.is_, known[0][0], same)):
            return known[1]
        face = _worded(state, amendment, asked, said, remark, bar, more=more, waits=waits)
        self._made[amendment.id] = ((same, like), face)
        return face

    def only(self, amendments: Iterable[str]) -> None:
        """Keep no other faces than those of the *amendments*, which are shown."""
        shown = frozenset(amendments)
        self._made = {name: made for name, made in self._made.items() if name in shown}

    def _history(self, state: State, amendment: Amendment) -> str:
        """All that the groups said on *amendment*, in the window's language."""
        if not amendment.stated:
            return ""
        key, groups, today = (amendment.id, Languages.current()), state.assembly.groups, date.today()
        stated, named, day, said = self._said.get(key, (None, None, today, ""))
        if stated is not amendment.stated or named is not groups or day != today:
            said = history(state.assembly, amendment)
            self._said[key] = (amendment.stated, groups, today, said)
        return said

    def _sentences(self, state: State, amendment: Amendment, language: str) -> tuple[str, ...]:
        """The sentences of *amendment*, quoting the words in *language*."""
        text = state.drafting.texts[amendment.text_id]
        changes, tree, said = self._asked.get((amendment.id, language), (None, None, ()))
        if changes is not amendment.changes or tree is not text.tree:
            style = state.assembly.meeting.rules.numbering
            said = tuple(instruction(state.drafting, text, amendment, language, style))
            self._asked[amendment.id, language] = (amendment.changes, text.tree, said)
        return said


def _offered(state: State, amendment: Amendment) -> tuple[tuple[str, ...], bool]:
    """The decisions that have a button, and whether there are more in the menu."""
    # where the meeting decides there always is: of what is disposed of the recording can be corrected
    more = state.given is None or bool(in_the_menu(state, amendment))
    return on_the_bar(state, amendment), more


def _worded(
    state: State,
    amendment: Amendment,
    sentences: tuple[str, ...],
    said: str,
    remark: str,
    bar: tuple[str, ...],
    *,
    more: bool,
    waits: bool = False,
) -> CardFace:
    assembly, window = state.assembly, Languages.current()
    return CardFace(
        id=amendment.id,
        number=amendment.number,
        look=look_of(assembly, amendment.by),
        author=authors_words(assembly, amendment),
        state=state_words(amendment),
        sentences=sentences,
        positions=tuple(
            (_short(assembly, group), term("position", position, "group", window), look_of(assembly, group))
            for group, position in sorted(amendment.positions.items(), key=lambda each: _place(each[0]))
        ),
        bar=bar,
        more=more,
        pending=amendment.pending,
        decides=state.given is None,
        waits=waits and amendment.pending,
        depth=amendment.number.count("/S."),
        live=amendment.kind == "live",
        seconded=name_of(assembly, amendment.seconded_by) if amendment.seconded_by else "",
        kind=" · ".join(each for each in (_kind(amendment, window), remark) if each),
        history=said,
    )


def _kind(amendment: Amendment, language: str) -> str:
    """What is said of a change that changes no word; "" of one of words, which needs no remark."""
    kind = kind_of(amendment)
    return term("change", kind, "amendment", language) if kind not in ("words", "none") else ""


def _short(assembly: Assembly, group: str) -> str:
    return tr(_SHORT[group]) if group in _SHORT else assembly.name_of(group, Languages.current())


def _place(group: str) -> int:
    order = tuple(_SHORT)
    return order.index(group) if group in order else len(order)
