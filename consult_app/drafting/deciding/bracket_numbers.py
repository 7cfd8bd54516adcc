"""Brackets get their numbers: after each decision, what stands in brackets is compared with what was
known, and one event says what was opened, what changed and what was taken back (procedure.md A19, P3, P4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from ...meetings.acts import Event
from ..amendments.amendment import ADOPTED, ON_THE_FLOOR, Amendment, Drafting
from ..amendments.reach import reach
from ..amendments.work import DraftingWork
from ..brackets.alternatives import Found, found_in
from ..brackets.open_brackets import as_found, matched, open_brackets, opened
from ..text.brackets import SERIES, TEXT, Bracket
from ..text.nodes import Step, Text
from .consideration import pending_on, progressed

_DISCUSSED = frozenset({"under_consideration", "reopened"})


class BracketsNoted(Event, frozen=True, tag="brackets_noted"):
    """Brackets as they are now, each in full, and the steps of nodes that follow from it: pending while
    a bracket is open, under consideration again when the last one has gone."""

    text_id: str
    brackets: tuple[Bracket, ...] = ()
    steps: dict[str, Step] = msgspec.field(default_factory=dict)

    def numbers(self) -> dict[str, int]:
        return {SERIES: max(each.place_in_series for each in self.brackets)} if self.brackets else {}

    def apply(self, state: Drafting) -> Drafting:
        brackets = state.brackets | {each.number: each for each in self.brackets}
        state = msgspec.structs.replace(state, brackets=brackets)
        if not self.steps:
            return state
        text = state.texts[self.text_id]
        nodes = (
            msgspec.structs.replace(
                text.nodes[node], state=step.to, history=(*text.nodes[node].history, step)
            )
            for node, step in self.steps.items()
        )
        return state.with_text(progressed(text.with_nodes(*nodes)))


def number_brackets(work: DraftingWork) -> None:
    """Give the open brackets of rows of before there were numbers those that :func:`open_brackets` says."""
    for text in work.state.texts.values():
        known = work.state.brackets
        new = tuple(
            msgspec.structs.replace(each.bracket, opened=work.step("open"))
            for each in open_brackets(work.state, text)
            if each.bracket.number not in known
        )
        if new:
            work.emit(BracketsNoted(text_id=text.id, brackets=new))


def note_brackets(work: DraftingWork, before: Drafting) -> list[str]:
    """Record what a decision did to brackets, if anything; returns the numbers of those that it opened,
    which its answer names too. *before* is the state in which it was taken."""
    state = work.state
    if state.texts is before.texts and state.amendments is before.amendments:
        return []
    numbers: list[str] = []
    for text_id in list(state.texts):
        numbers += _note(work, text_id, before)
    if numbers:
        work.answer.setdefault("brackets", numbers)
    return numbers


def _note(work: DraftingWork, text_id: str, before: Drafting) -> list[str]:
    state, text = work.state, work.state.texts[text_id]
    known = [each for each in state.brackets.values() if each.text_id == text_id and each.open]
    found = found_in(state, text)
    had = [each for each in before.brackets.values() if each.text_id == text_id and each.open]
    if not found and not known and not had:
        return []
    paired = matched(found, known)
    following = max(
        work.context.number(SERIES),
        1 + max((each.place_in_series for each in state.brackets.values()), default=0),
    )
    new: list[Bracket] = []
    changed: list[Bracket] = []
    for index, each in enumerate(found):
        bracket = paired.get(index)
        if bracket is None:
            new.append(opened(text, each, following + len(new), work.step("open")))
        elif (now := as_found(bracket, each)) != bracket:
            changed.append(now)
    gone = [each for each in known if each not in paired.values()]
    for bracket in gone:
        step, choice = _ending(work, bracket)
        changed += ended(before, [bracket], step, choice)
    typed = {each.node for each in new if each.kind == "typed"}
    steps = _steps(work, text, before, found, typed, {each.node for each in changed})
    if new or changed or steps:
        work.emit(BracketsNoted(text_id=text_id, brackets=(*changed, *new), steps=steps))
    return [each.number for each in new]


def _ending(work: DraftingWork, bracket: Bracket) -> tuple[Step, str]:
    """How a bracket ended whose words are in square brackets no longer: with the adoption of one of its
    amendments, with the rejection of the last, or taken back."""
    members = [work.state.amendments[each] for each in bracket.members]
    for state, choice in ((ADOPTED, ""), (frozenset({"rejected"}), TEXT)):
        decided = next((each for each in members if each.state in state), None)
        if decided is not None:
            last = decided.history[-1]
            step = work.step("resolved", basis=last.basis, reason=last.reason)
            return step, choice or decided.number
    return work.step("taken_back"), ""


def ended(before: Drafting, brackets: Iterable[Bracket], closed: Step, choice: str = "") -> list[Bracket]:
    """These *brackets* as they ended, with what they held in the state *before*."""
    out = []
    for bracket in brackets:
        text = before.texts.get(bracket.text_id)
        open_then = open_brackets(before, text) if text is not None else ()
        held = next((each.found for each in open_then if each.bracket.number == bracket.number), None)
        out.append(
            msgspec.structs.replace(
                bracket,
                closed=closed,
                choice=choice,
                words=held.words if held else bracket.words,
                alternatives=held.alternatives if held else (),
            )
        )
    return out


def _steps(
    work: DraftingWork,
    text: Text,
    before: Drafting,
    found: Sequence[Found],
    typed: set[str],
    changed: set[str],
) -> dict[str, Step]:
    """Nodes with a bracket are pending, unless something about them is on the floor; those that have
    none any more are under consideration again. New marks were *typed* in some, the brackets of others
    *changed*."""
    state = work.state
    marked = {each.node for each in found if each.kind == "typed"}
    decided = {
        node
        for name, amendment in state.amendments.items()
        if (old := before.amendments.get(name)) is not amendment
        and old is not None
        and old.state != amendment.state
        and amendment.text_id == text.id
        for node in (*reach(text, amendment), *_reached(before, old))
    }
    resolved = {b.node for name, b in state.brackets.items() if before.brackets.get(name) is not b}
    steps = {}
    for name in sorted(typed | decided | changed | resolved):
        node = text.nodes.get(name)
        if node is None:
            continue
        if _held(state, name, marked):
            on_the_floor = any(each.state in ON_THE_FLOOR for each in pending_on(state, name))
            if node.state in _DISCUSSED and (name in typed or (name in decided and not on_the_floor)):
                steps[name] = work.step("pending")
        elif node.state == "pending":
            steps[name] = work.step("under_consideration")
    return steps


def _reached(drafting: Drafting, amendment: Amendment) -> list[str]:
    text = drafting.texts.get(amendment.text_id)
    return reach(text, amendment) if text is not None else []


def _held(drafting: Drafting, node: str, marked: set[str]) -> bool:
    """Whether a bracket holds the node up: typed marks in it, or an amendment that would change it."""
    return node in marked or any(each.state == "bracketed" for each in pending_on(drafting, node))
