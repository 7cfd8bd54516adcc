"""Collisions and square brackets are settled, and the text is renumbered."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Agreed, Amendment, Drafting, Split
from ..amendments.effect import effect
from ..amendments.effective import effective_structure
from ..amendments.restructuring import cut_words, two_lines
from ..amendments.work import DraftingWork
from ..house_style.referring import followed
from ..text.nodes import Edit, Text
from ..text.numbering import labels
from ..text.references import dangling
from ..text.trail import CUT, heirs
from ..wordings.diff import fine
from .adopted import Written
from .lifecycle import guard


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
    """Say how a node is to read with an amendment that collides; it can then be adopted.

    ``text`` is the whole wording; of a split the two wordings on two lines, and of a join that of the two
    nodes as one. Where the split or the join was made since by somebody else, it is the wording of what
    stands. The words that it was decided on (``seen``) are those of the node, of a join those of both on
    two lines.
    """

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
        node = work.node(text, self.node) if self.node else None
        places = [settling_place(text, amendment, each.node) for each in found]
        place = next((each for each in places if node is None or node.id in each.nodes), None)
        if place is None:
            raise refuse(
                "collision",
                N_("{number} does not collide in {place}."),
                number=amendment.number,
                place=work.place(text, node.id if node else ""),
            )
        agreed = self._agreed(work, text, place, node.id if node else place.nodes[0], language)
        work.emit(CollisionResolved(amendment=amendment.id, agreed=(agreed,), at=work.context.time))
        work.answer |= {"number": amendment.number, "node": work.label(text, agreed.node)}

    def _agreed(
        self, work: DraftingWork, text: Text, place: SettlingPlace, node: str, language: str
    ) -> Agreed:
        """What is agreed at that place, in the *node* that was named."""
        node = place.pair[0] if place.pair else node
        today = CUT.join(text.nodes[each].text(language) for each in place.pair or (node,))
        work.must_be_seen(self, today)
        if place.cut and (len(place.nodes) == 1 or "\n" in self.text.strip()):
            words = cut_words(today, *two_lines(work, self.text))
        else:
            words = work.wording(self.text)
        instead = "" if node == place.origin else place.origin
        other = place.pair[1] if place.pair else ""
        return Agreed(node, language, today, words, work.context.seq, instead, other)


class SettlingPlace(msgspec.Struct, frozen=True, gc=False):
    """Where a collision is settled: ``origin`` is the node that the change was about as it was handed in,
    ``nodes`` those that have its words today, in the order of the text. ``cut`` says that the change is a
    split; ``pair`` are the two nodes that a join joins."""

    origin: str
    nodes: tuple[str, ...]
    cut: bool = False
    pair: tuple[str, str] | None = None


def settling_place(text: Text, amendment: Amendment, node: str) -> SettlingPlace:
    """Where the collision of *amendment* in *node* is settled."""
    structure = next(
        (
            each.change
            for each in effective_structure(amendment)
            if any(words.node == node for words, _ in each.words)
        ),
        None,
    )
    if structure is None:
        origin = next((a.origin for a in amendment.agreed if a.node == node), node)
        return SettlingPlace(origin, heirs(text, node, amendment.row))
    order = {each: index for index, each in enumerate(text.tree.walk())}
    first = sorted(heirs(text, structure.node, amendment.row), key=order.__getitem__)
    if isinstance(structure, Split):
        return SettlingPlace(structure.node, tuple(first), True)
    second = sorted(heirs(text, structure.other, amendment.row), key=order.__getitem__)
    nodes = tuple(dict.fromkeys((*first, *second)))
    apart = not set(first) & set(second)
    return SettlingPlace(structure.node, nodes, pair=(first[-1], second[0]) if apart else None)


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
