"""The order of discussion line by line: for each pending amendment its place, what it is about, with what
it competes, and what would follow if it were adopted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.conflicts import cannot_place, conflict_groups, identical
from consult_app.drafting.amendments.effect import collisions_between
from consult_app.drafting.amendments.order import chairs_order, discussion, placed
from consult_app.drafting.amendments.standing import (
    AFTER,
    BEFORE,
    DELETE,
    MOVE,
    OWN,
    REPLACE,
    UNDER,
    Standing,
)
from consult_app.drafting.amendments.work import numbers
from consult_app.drafting.deciding.rehearsal import Rehearsal, rehearse
from consult_app.drafting.house_style.house import capitalized, quote
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.wordings.wording import words
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import say, term

from .entries import said_by
from .working_text import WorkingText

#: a row after all that the journal will ever have: nothing is decided in it
_ROW = 1 << 40
_CODE = N_("sort code {code}")
_SECONDED = N_("Seconded by {who}")
_COMPETE = N_("{amendments} compete; the furthest removed from the text comes first.")
_COMPETES = N_("Competes with {amendments}.")
_IDENTICAL = N_("Identical with {amendments}: one discussion.")
_CHAIR = N_("Placed by the chair.")
_FALLS = N_("{amendments} falls"), N_("{amendments} fall")
_COLLIDES = N_("{amendments} collides with it"), N_("{amendments} collide with it")
_PUT_IN = {BEFORE: N_("before it"), UNDER: N_("under it"), AFTER: N_("after it")}
_WHOLE = {DELETE: N_("the whole"), REPLACE: N_("the whole wording"), MOVE: N_("the whole, to another place")}
_AT_WORDS = N_("at {words}")
_IN_AMENDMENT = N_("in amendment {number}")
_FEW = 3


class Line(msgspec.Struct, frozen=True):
    """One pending amendment: its *place* in the order, its *home* (a node, "" for none) and how deep a
    subamendment it is; everything else in words."""

    place: int
    amendment: Amendment
    home: str
    by: str
    state: str
    code: str
    kind: str
    where: str
    remarks: tuple[str, ...]
    follows: str


def lines(state: State, text: Text, language: str) -> list[Line]:
    """The order of discussion of *text*, in words of *language*."""
    return list(_Lines(state, text, language).all())


class _Lines:
    def __init__(self, state: State, text: Text, language: str) -> None:
        self.state, self.text, self.language = state, text, language
        drafting = state.drafting
        self.order = discussion(drafting, text)
        self.standing = {each.amendment.id: each.standing for each in placed(drafting, text)}
        self.nowhere = cannot_place(drafting, text)
        self.by_chair = chairs_order(drafting, text)
        collisions = {each.id: collisions_between(drafting, each) for each in self.order}
        self.groups = conflict_groups(drafting, text, collisions)
        self.alike = identical(drafting, text)
        self.group_of = _by_member(self.groups)
        self.alike_of = _by_member(self.alike)
        self.context = Context(_ROW, text.history[-1].at if text.history else "1970-01-01T00:00:00.000Z")

    def all(self) -> Iterator[Line]:
        for place, amendment in enumerate(self.order, start=1):
            yield Line(
                place,
                amendment,
                self._home(amendment),
                self._by(amendment),
                capitalized(term("state", amendment.state, "amendment", self.language)),
                amendment.sort_code,
                capitalized(term("kind", amendment.kind, "amendment", self.language)),
                self._where(amendment),
                tuple(self._remarks(amendment)),
                self._follows(amendment),
            )

    def _home(self, amendment: Amendment) -> str:
        while amendment.amends:
            amendment = self.state.drafting.amendments[amendment.amends]
        return self.standing[amendment.id].home

    def _by(self, amendment: Amendment) -> str:
        out = [said_by(self.state, each, self.language) for each in amendment.credited]
        if amendment.seconded_by:
            seconder = said_by(self.state, amendment.seconded_by, self.language)
            out.append(self._say(_SECONDED, who=seconder))
        return "\n".join(out)

    def _where(self, amendment: Amendment) -> str:
        """Where in its paragraph it is: before it, the whole, at which words."""
        if amendment.amends:
            parent = self.state.drafting.amendments[amendment.amends].number
            return self._say(_IN_AMENDMENT, number=parent)
        standing = self.standing[amendment.id]
        if standing.slot != OWN:
            return self._say(_PUT_IN[standing.slot])
        if standing.phase in _WHOLE:
            return self._say(_WHOLE[standing.phase])
        said = self._words(standing, amendment)
        return self._say(_AT_WORDS, words=said) if said else ""

    def _words(self, standing: Standing, amendment: Amendment) -> str:
        """The words that it changes first, or behind which it puts others in."""
        node = self.text.nodes.get(standing.home)
        languages = (self.language, amendment.language, *standing.spans)
        spoken = next((each for each in languages if each in standing.spans), "")
        if node is None or not spoken:
            return ""
        op, plain = standing.spans[spoken].ops[0], node.text(spoken)
        before, behind = words(plain[: op.start]).split(), words(plain[op.start :]).split()
        if before and (op.insertion or not behind):
            return quote(f"… {' '.join(before[-_FEW:])}".rstrip(",;:. "), self.language)
        return quote(" ".join(behind[:_FEW]) + " …" * (len(behind) > _FEW), self.language)

    def _remarks(self, amendment: Amendment) -> Iterator[str]:
        why = self.nowhere.get(amendment.id)
        if why is not None:
            yield say(why, self.language)
        if amendment.sort_code:
            yield capitalized(self._say(_CODE, code=amendment.sort_code)) + "."
        if amendment.id in self.by_chair:
            yield self._say(_CHAIR)
        group = self.group_of.get(amendment.id, [])
        if group and group[0] is amendment:
            yield self._say(_COMPETE, amendments=numbers(group))
            group = []
        for msgid, found in ((_IDENTICAL, self.alike_of.get(amendment.id, [])), (_COMPETES, group)):
            others = [each for each in found if each is not amendment]
            if others:
                yield self._say(msgid, amendments=numbers(others))

    def _follows(self, amendment: Amendment) -> str:
        """What falls and what collides if it is adopted; "" where nothing does."""
        found = rehearse(self.state.drafting, self.state.assembly, self.context, amendment)
        return "; ".join(say(each, self.language) for each in _consequences(found))

    def _say(self, msgid: str, **values: object) -> str:
        return say(Message(msgid, values), self.language)


def _consequences(found: Rehearsal) -> Iterator[Message]:
    for amendments, (one, more) in ((found.falls, _FALLS), (found.collides, _COLLIDES)):
        if amendments:
            yield Message(one if len(amendments) == 1 else more, {"amendments": list(amendments)})


def _by_member(groups: Iterable[list[Amendment]]) -> dict[str, list[Amendment]]:
    return {each.id: group for group in groups for each in group}


def heading(working: WorkingText, home: str, language: str) -> str:
    """A paragraph as its table is headed: "Paragraph 2 – The Office should:"; "" for no place."""
    if home not in working.labels:
        return ""
    beginning = working.beginning(working.text.nodes[home], language)
    return " – ".join(part for part in (working.reference(home, language), beginning) if part)


__all__ = ["Line", "heading", "lines"]
