"""Collisions and square brackets are settled, the text is renumbered, and the chair sets the order."""

from __future__ import annotations

import msgspec

from ..meetings.acts import Command, Event, Language
from ..meetings.reasons import N_, refuse
from .adopted import Written
from .amendments import Agreed, Amendment, Drafting
from .diff import fine
from .effect import effect
from .effective import structural_words
from .lifecycle import guard
from .nodes import Edit, Rendering, Step
from .numbering import labels
from .references import dangling, followed
from .trail import heirs
from .wording import has_brackets
from .work import DraftingWork, numbers


class CollisionResolved(Event, frozen=True, tag="collision_resolved"):
    """The words that an amendment that collided is to give a node."""

    amendment: str
    agreed: tuple[Agreed, ...]
    at: str

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        kept = {(a.node, a.language): a for a in (*old.agreed, *self.agreed)}
        return state.with_amendments(msgspec.structs.replace(old, agreed=tuple(kept.values())))


class ResolveCollision(Command, frozen=True, tag="resolve_collision"):
    """Say how a node is to read with an amendment that collides; it can then be adopted. ``text`` is
    the whole wording."""

    amendment: str
    text: str
    node: str = ""
    language: Language | None = None

    def decide(self, work: DraftingWork) -> None:
        amendment = work.amendment(self.amendment)
        text = work.state.texts[amendment.text_id]
        work.must_be_open(text)
        guard("adopt", amendment)
        found = effect(work.state, amendment).collisions
        if not found:
            raise refuse(
                "collision",
                N_("{number} collides with nothing that stands; it can be adopted."),
                number=amendment.number,
            )
        language = found[0].language
        if self.language not in (None, language):
            raise refuse(
                "collision",
                N_("{number} collides in the language in which it was handed in ({language})."),
                number=amendment.number,
                language=language,
            )
        if any(words.node == found[0].node for words, _ in structural_words(amendment)):
            raise refuse(
                "collision",
                N_("{number} moves, splits or joins; what should be changed in it is a new amendment."),
                number=amendment.number,
            )
        node = work.node(text, self.node) if self.node else None
        colliding = next(
            (
                each.node
                for each in found
                if node is None or node.id in (each.node, *heirs(text, each.node, amendment.row))
            ),
            None,
        )
        if colliding is None:
            raise refuse(
                "collision",
                N_("{number} does not collide in {place}."),
                number=amendment.number,
                place=work.place(text, node.id if node else ""),
            )
        node = node or text.nodes[heirs(text, colliding, amendment.row)[0]]
        today = node.text(language)
        work.must_be_seen(self, today)
        words = work.wording(self.text)
        instead = "" if node.id == colliding else colliding
        agreed = Agreed(node.id, language, today, words, work.context.seq, instead)
        work.emit(CollisionResolved(amendment=amendment.id, agreed=(agreed,), at=work.context.time))
        work.answer |= {"number": amendment.number, "node": work.label(text, node.id)}


class BracketResolved(Event, frozen=True, tag="bracket_resolved"):
    """The words that stand in the place of what was in square brackets."""

    text_id: str
    node: str
    written: Written
    step: Step
    row: int

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        node = text.nodes[self.node]
        language = self.written.language
        words = Rendering(self.written.text)
        if language != node.original:
            words = Rendering(self.written.text, node.original, node.text(node.original))
        node = msgspec.structs.replace(
            node,
            wordings=node.wordings | {language: words},
            state=self.step.to,
            history=(*node.history, self.step),
            edits=(*node.edits, Edit(self.row, language, self.written.edit)),
        )
        return state.with_text(text.with_nodes(node))


class ResolveBracket(Command, frozen=True, tag="resolve_bracket"):
    """Settle the words in square brackets of a node: ``text`` is its whole wording as agreed."""

    node: str
    text: str
    language: Language | None = None

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        node = work.node(text, self.node)
        language = self.language or node.original
        if node.closed:
            raise refuse(
                "P7", N_("{place} has been adopted; reopen it first."), place=work.place(text, node.id)
            )
        if not has_brackets(node.text(language)):
            raise refuse(
                "bracket",
                N_("{place} has no words in square brackets in this language."),
                place=work.place(text, node.id),
            )
        work.must_be_seen(self, node.text(language))
        words = work.wording(self.text)
        work.emit(
            BracketResolved(
                text_id=text.id,
                node=node.id,
                written=Written(node.id, language, words, fine(node.text(language), words)),
                row=work.context.seq,
                step=work.step(
                    "under_consideration" if node.state == "pending" else node.state,
                    basis="consensus",
                    reason=self.reason,
                ),
            )
        )
        if has_brackets(words):
            work.warn(N_("{place} still has words in square brackets."), place=work.place(text, node.id))
        work.answer |= {"node": work.label(text, node.id), "language": language}


class TextRenumbered(Event, frozen=True, tag="text_renumbered"):
    """The text was numbered through: old and new label by node, and the words in which a reference
    followed its node."""

    text_id: str
    table: dict[str, tuple[str, str]]
    written: tuple[Written, ...]
    at: str
    row: int

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        spots = {
            node: msgspec.structs.replace(
                spot,
                inserted=0,
                gone=spot.gone or spot.ghost or (node in text.nodes and text.nodes[node].deleted),
            )
            for node, spot in text.tree.spots.items()
        }
        nodes = dict(text.nodes)
        before = {node.id: {language: r.text for language, r in node.wordings.items()} for node in text}
        for written in self.written:
            node = nodes[written.node]
            old = node.wordings[written.language]
            words = msgspec.structs.replace(old, text=written.text)
            nodes[node.id] = msgspec.structs.replace(
                node,
                wordings=node.wordings | {written.language: words},
                edits=(*node.edits, Edit(self.row, written.language, written.edit)),
            )
        for written in self.written:
            # a figure that follows its node changes nothing that a translation renders
            node = nodes[written.node]
            kept = {
                language: msgspec.structs.replace(r, renders=node.text(r.of))
                if r.of and r.renders == before[node.id].get(r.of)
                else r
                for language, r in node.wordings.items()
            }
            nodes[node.id] = msgspec.structs.replace(node, wordings=kept)
        tree = type(text.tree)(spots, text.tree.children)
        return state.with_text(msgspec.structs.replace(text, tree=tree, nodes=nodes))


class Renumber(Command, frozen=True, tag="renumber"):
    """Number the text through, leaving out what was deleted; references follow their nodes. The
    answer is the table old → new."""

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        without = frozenset(node.id for node in text if node.deleted)
        old = labels(text.tree, False, work.style)
        new = labels(text.tree, True, work.style, without)
        table = {node: (old[node], new.get(node, "")) for node in old if old[node] != new.get(node, "")}
        if not table:
            raise refuse("renumber", N_("The text is numbered through already."))
        moved = {before: after for before, after in table.values() if after}
        written = [
            Written(node.id, language, words, fine(rendering.text, words))
            for node in text
            if not node.deleted
            for language, rendering in node.wordings.items()
            if (words := followed(rendering.text, language, moved)) != rendering.text
        ]
        work.emit(
            TextRenumbered(
                text_id=text.id,
                table=table,
                written=tuple(written),
                at=work.context.time,
                row=work.context.seq,
            )
        )
        # a reference to what was deleted stays as it is, and would seem to mean what has the number now
        lost = [each.node for language in text.languages for each in dangling(text, language, work.style)]
        if lost:
            work.warn(
                N_("A reference to a paragraph that is not there was left as it is: {places}."),
                places=[work.place(work.state.texts[text.id], node) for node in dict.fromkeys(lost)],
            )
        work.answer |= {
            "table": dict(table.values()),
            "references": [work.label(text, node) for node in dict.fromkeys(each.node for each in written)],
        }


class OrderSet(Event, frozen=True, tag="order_set"):
    """The order in which the chair takes these amendments."""

    text_id: str
    amendments: tuple[str, ...]
    reason: str
    at: str

    def apply(self, state: Drafting) -> Drafting:
        return state.with_text(msgspec.structs.replace(state.texts[self.text_id], order=self.amendments))


class SetOrder(Command, frozen=True, tag="set_order"):
    """The chair's order: these amendments are taken in this order, at the places that they have in the
    order proposed. An empty list goes back to that one."""

    amendments: tuple[str, ...]

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        found: list[Amendment] = [work.amendment(number) for number in self.amendments]
        if len({a.id for a in found}) != len(found):
            raise refuse("order", N_("An amendment stands twice in the list."))
        wrong = [a for a in found if a.text_id != text.id or a.subamendment]
        if wrong:
            raise refuse("order", N_("{amendments} cannot be put in this order."), amendments=numbers(wrong))
        if not self.reason.strip() and found:
            raise refuse("order", N_("The chair’s order is recorded with its reason; give one."))
        work.emit(
            OrderSet(
                text_id=text.id,
                amendments=tuple(a.id for a in found),
                reason=self.reason,
                at=work.context.time,
            )
        )
        work.answer["order"] = numbers(found)
