"""Nodes are opened, adopted and reopened, and in the end the whole text is adopted
(procedure.md §2.3, §2.4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

import msgspec

from ...meetings.acts import Command, Event
from ...meetings.reasons import N_, Message, Place, refuse
from ..amendments.amendment import Amendment, Drafting
from ..amendments.effect import reach
from ..amendments.work import DraftingWork, numbers
from ..brackets.open_brackets import open_brackets
from ..text.nodes import CLOSED, Node, Step, Text
from ..text.references import dangling
from ..wordings.wording import has_brackets, notes

_MOST_PLACES = 9
#: why a node that is closed is not adopted
ADOPTED_ALREADY = N_("{place} has been adopted already.")
DELETED_ALREADY = N_("{place} has been deleted; there is nothing to adopt.")


class NodesStepped(Event, frozen=True, tag="nodes_stepped"):
    """Nodes went to other states; their words did not change."""

    text_id: str
    steps: dict[str, Step]

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        changed = [
            msgspec.structs.replace(
                text.nodes[node], state=step.to, history=(*text.nodes[node].history, step)
            )
            for node, step in self.steps.items()
        ]
        return state.with_text(progressed(text.with_nodes(*changed)))


def progressed(text: Text) -> Text:
    """The text with its state as its nodes imply it: being considered, or all closed."""
    if text.adopted:
        return text
    if all(node.closed for node in text.nodes.values()):
        state = "all_nodes_closed"
    elif any(node.state != "not_opened" for node in text.nodes.values()):
        state = "line_by_line"
    else:
        state = text.state
    return msgspec.structs.replace(text, state=state)


def open_nodes(work: DraftingWork, amendment: Amendment) -> None:
    """Open the nodes that an amendment changes, where they are not open yet. Raises Refused for a
    node that was adopted: it must be reopened visibly."""
    text = work.state.texts[amendment.text_id]
    steps = {}
    for node_id in reach(text, amendment):
        node = text.nodes[node_id]
        if node.state in ("under_consideration", "reopened", "deleted"):
            continue
        if node.closed:
            raise refuse(
                "P7", N_("{place} has been adopted; reopen it first."), place=work.place(text, node.id)
            )
        steps[node.id] = work.step("under_consideration")
    if steps:
        work.emit(NodesStepped(text_id=text.id, steps=steps))


Names = str | tuple[str, ...]


def _named(work: DraftingWork, text: Text, names: Names) -> list[Node]:
    if isinstance(names, str):
        names = (names,)
    return [work.node(text, name) for name in names]


class OpenNode(Command, frozen=True, tag="open_node"):
    """Take up a node (a label or a list of labels)."""

    node: Names

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        steps = {}
        for node in _named(work, text, self.node):
            if node.closed:
                raise refuse(
                    "P7", N_("{place} has been adopted; reopen it first."), place=work.place(text, node.id)
                )
            if node.state != "under_consideration":
                steps[node.id] = work.step("under_consideration")
        if steps:
            work.emit(NodesStepped(text_id=text.id, steps=steps))
        work.answer["opened"] = [work.label(text, node) for node in steps]


class ReopenNode(Command, frozen=True, tag="reopen_node"):
    """Reopen adopted nodes, with the consent of the meeting and a reason."""

    node: Names

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        if not self.reason.strip():
            raise refuse("P7", N_("A paragraph is reopened with a reason; give one."))
        steps = {}
        for node in _named(work, text, self.node):
            if node.deleted or not node.closed:
                raise refuse(
                    "P7",
                    N_("{place} has not been adopted; there is nothing to reopen."),
                    place=work.place(text, node.id),
                )
            steps[node.id] = work.step("reopened", reason=self.reason)
        work.emit(NodesStepped(text_id=text.id, steps=steps))
        work.answer["reopened"] = [work.label(text, node) for node in steps]


class AdoptNode(Command, frozen=True, tag="adopt_node"):
    """Adopt nodes: a label, a list of labels, or ``rest`` for all that have nothing pending.
    Adopting a paragraph adopts those of its items that have nothing pending."""

    node: Names
    basis: Literal["consensus", "vote", "chair"] | None = None

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        rest = self.node == "rest"
        asked = [node for node in text if not node.closed] if rest else _named(work, text, self.node)
        steps: dict[str, Step] = {}
        left: dict[str, list[str]] = {}
        for node in asked:
            if not rest:
                work.must_be_seen(self, node.text(node.original))
            if node.closed:
                why = DELETED_ALREADY if node.deleted else ADOPTED_ALREADY
                raise refuse("P2", why, place=work.place(text, node.id))
            pending = pending_on(work.state, node.id)
            if pending and not rest:
                raise refuse(
                    "P2",
                    N_("{place} still has amendments before the meeting: {amendments}."),
                    place=work.place(text, node.id),
                    amendments=numbers(pending),
                )
            for each in text.tree.under(node.id):
                waiting = pending_on(work.state, each)
                if waiting:
                    left[work.label(text, each)] = numbers(waiting)
                elif not text.nodes[each].closed:
                    steps[each] = work.step(outcome_of(text, text.nodes[each]), basis=self.basis or "")
        if not steps:
            raise refuse("P2", N_("There is nothing left that could be adopted now."))
        for node_id in steps:
            if any(has_brackets(r.text) for r in text.nodes[node_id].wordings.values()):
                work.warn(
                    N_(
                        "{place} has words in square brackets: they must be settled before the text "
                        "as a whole is adopted."
                    ),
                    place=work.place(text, node_id),
                )
        work.emit(NodesStepped(text_id=text.id, steps=steps))
        work.answer["adopted"] = {work.label(text, node): step.to for node, step in steps.items()}
        if left:
            work.answer["left_open"] = left


def pending_on(drafting: Drafting, node: str) -> list[Amendment]:
    """Amendments that would change this node and are not disposed of: those to it, those that would
    delete what it stands under, and those to the node that it was split off. What would be put in
    after it does not hold it up."""
    text = next((each for each in drafting.texts.values() if node in each.nodes), None)
    if text is None:
        return []
    about, above = [node], text.tree.spots[node].parent
    while above:
        about.append(above)
        above = text.tree.spots[above].parent
    if text.nodes[node].split_from:
        about.append(text.nodes[node].split_from)
    found = {a.id: a for each in about for a in drafting.to_node(each) if a.pending}
    return [a for a in found.values() if node in reach(text, a)]


def outcome_of(text: Text, node: Node) -> str:
    """``adopted_unchanged`` when the words are those of the draft, else ``adopted_as_amended``."""
    changed = node.id not in text.origin.spots or node.text(node.original) != node.base.get(node.original)
    return "adopted_as_amended" if changed else "adopted_unchanged"


class TextAdopted(Event, frozen=True, tag="text_adopted"):
    """The text as a whole was adopted. Undo does not reach behind it."""

    barrier: ClassVar[bool] = True
    text_id: str
    step: Step

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        return state.with_text(
            msgspec.structs.replace(text, state=self.step.to, history=(*text.history, self.step))
        )


class AdoptText(Command, frozen=True, tag="adopt_text"):
    """Adopt the text as a whole: every node closed, no bracket, no amendment and no footnote reference
    left open. A reference to a paragraph that is gone is said; the final paper waits for it."""

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        left = obstacles(work, text)
        if left:
            raise refuse(
                "adopt_text", N_("The text cannot be adopted as a whole yet: {obstacles}."), obstacles=left
            )
        meeting = work.assembly.meeting
        day = work.context.time[:10]
        if (meeting.begins and day < meeting.begins) or (meeting.ends and day > meeting.ends):
            work.warn(N_("The date of adoption, {day}, is not within the dates of the meeting."), day=day)
        references = {
            each.node for language in text.languages for each in dangling(text, language, work.style)
        }
        if references:
            work.warn(
                N_("a reference to a paragraph that is not there: {places}"),
                places=_first(work, text, [node.id for node in text if node.id in references]),
            )
        if work.assembly.sitting is None:
            work.warn(N_("No sitting is open."))
        work.emit(TextAdopted(text_id=text.id, step=work.step("adopted_as_a_whole", basis="consensus")))
        work.answer["state"] = "adopted_as_a_whole"


def obstacles(work: DraftingWork, text: Text) -> list[Any]:
    """What stands in the way of adopting the text as a whole, in words."""
    out: list[Any] = []
    opened = [node.id for node in text if node.state not in CLOSED]
    if opened:
        out.append(Message(N_("not adopted yet: {places}"), {"places": _first(work, text, opened)}))
    pending = [a for a in work.state.of_text(text.id) if a.pending]
    if pending:
        out.append(Message(N_("amendments not disposed of: {amendments}"), {"amendments": numbers(pending)}))
    brackets = open_brackets(work.state, text)
    if brackets:
        places = _first(work, text, dict.fromkeys(each.bracket.node for each in brackets))
        named = [each.bracket.number for each in brackets]
        out.append(
            Message(
                N_("words in square brackets: {places} ({brackets})"), {"places": places, "brackets": named}
            )
        )
    lost = dangling_notes(text)
    if lost:
        out.append(
            Message(
                N_("a footnote reference without its footnote: {places}"),
                {"places": _first(work, text, lost)},
            )
        )
    return out


def dangling_notes(text: Text) -> list[str]:
    """Nodes that refer to a footnote which is not in the text (or no longer)."""
    spots = text.tree.spots
    standing = ((node, spot) for node, spot in spots.items() if spot.kind == "footnote" and not spot.ghost)
    keys = {spot.note_key for node, spot in standing if not text.nodes[node].deleted}
    return [
        n.id
        for n in text
        if not n.deleted and any(k not in keys for r in n.wordings.values() for k in notes(r.text))
    ]


def _first(work: DraftingWork, text: Text, nodes: Iterable[str]) -> list[Place] | Message:
    return few([work.place(text, node) for node in nodes])


def few(places: list[Place]) -> list[Place] | Message:
    """*places* as they are said in a sentence: of many, the first three and how many more there are."""
    if len(places) <= _MOST_PLACES:
        return places
    first, second, third, *more = places
    return Message(
        N_("{first}, {second}, {third} and {count} more"),
        {"first": first, "second": second, "third": third, "count": len(more)},
    )
