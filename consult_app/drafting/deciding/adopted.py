"""What adopting an amendment does to the text, written in full, word for word, in the row that adopts
it (design.md §2): history never depends on a later merge."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from ...meetings.acts import Event
from ..amendments.amendment import Agreed, Amendment, Drafting
from ..amendments.placing import JoinedTo, Moved, PutIn, SplitOff, moved_tree, split_tree
from ..amendments.proposed_wordings import amendment_status, proposed_wording
from ..text.nodes import Edit, Joined, Node, Piece, Rendering, Spot, Step, Text
from ..wordings.diff import Ops
from .consideration import progressed


class Written(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The words that a node has from now on in one language. A translation that lags behind the words
    decided says which it ``renders`` ("" where that is not known)."""

    node: str
    language: str
    text: str
    edit: Ops = ()
    renders: str | None = None


class AmendmentAdopted(Event, frozen=True, tag="amendment_adopted"):
    """An amendment was adopted, with everything that this did to the text."""

    amendment: str
    step: Step
    row: int
    written: tuple[Written, ...] = ()
    put_in: tuple[PutIn, ...] = ()
    deleted: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
    split_off: tuple[SplitOff, ...] = ()
    joined: tuple[JoinedTo, ...] = ()

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        state = state.with_amendments(
            msgspec.structs.replace(old, state=self.step.to, history=(*old.history, self.step))
        )
        text = state.texts[old.text_id]
        for new in self.put_in:
            text = _grown(text, new, old.id, self.step)
        for cut in self.split_off:
            text = _split(text, cut, old, self.step, self.written)
        for gone_to in self.moved:
            text = _moved(text, gone_to, old)
        for join in self.joined:
            text = _joined(text, join, old, self.step)
        nodes = dict(text.nodes)
        for node_id in dict.fromkeys(w.node for w in self.written):
            mine = [w for w in self.written if w.node == node_id]
            nodes[node_id] = _rewritten(nodes[node_id], old, mine, self.row)
        for node_id in self.deleted:
            step = msgspec.structs.replace(self.step, to="deleted")
            node = nodes[node_id]
            nodes[node_id] = msgspec.structs.replace(
                node, state="deleted", history=(*node.history, step), amended_by=(*node.amended_by, old.id)
            )
        return state.with_text(progressed(msgspec.structs.replace(text, nodes=nodes)))


def _rewritten(node: Node, amendment: Amendment, written: list[Written], row: int) -> Node:
    words = {w.language: w.text for w in written}
    original = amendment.language if amendment.language in words else node.original
    lagging = {w.language: w.renders for w in written if w.renders is not None}
    return msgspec.structs.replace(
        decided_in(node, original, words, lagging),
        amended_by=(*node.amended_by, amendment.id),
        edits=(*node.edits, *(Edit(row, w.language, w.edit, amendment.id) for w in written if w.edit)),
    )


def decided_in(
    node: Node, original: str, words: dict[str, str], lagging: Mapping[str, str] = MappingProxyType({})
) -> Node:
    """The *node* with *words* by language, which were decided in *original*: that language leads from now
    on, and what is not among them is behind. Those *lagging* render other words than those decided."""
    wordings = dict(node.wordings)
    decided = words.get(original, node.text(original))
    for language, text in words.items():
        same = language == original
        renders = lagging.get(language, decided)
        wordings[language] = Rendering(text) if same else Rendering(text, original, renders)
    if original != node.original and node.original not in words and node.original in wordings:
        # the former original is now a translation of what was decided in another language: it still
        # renders the words that stood there before
        former = node.wordings[node.original]
        wordings[node.original] = Rendering(former.text, original, node.text(original))
    return msgspec.structs.replace(node, wordings=wordings, original=original)


def _grown(text: Text, new: PutIn, amendment: str, step: Step) -> Text:
    spot = Spot(new.node.kind, new.parent, new.node.enumeration, new.node.note_key, new.inserted)
    tree = text.tree.grown(new.node.id, spot, new.after or None)
    decided = new.node.texts[new.original]
    wordings = {
        language: Rendering(words)
        if language == new.original
        else Rendering(words, new.original, new.renders.get(language, decided))
        for language, words in new.node.texts.items()
    }
    made = msgspec.structs.replace(step, to="adopted_as_amended")
    node = Node(
        new.node.id,
        wordings,
        new.original,
        dict(new.node.texts),
        state="adopted_as_amended",
        amended_by=(amendment,),
        history=(made,),
    )
    return msgspec.structs.replace(text, tree=tree, nodes=text.nodes | {node.id: node})


def _split(text: Text, cut: SplitOff, amendment: Amendment, step: Step, written: tuple[Written, ...]) -> Text:
    old = text.nodes[cut.node]
    tree = split_tree(text.tree, cut)
    # its words are among those written; it is as far as the node that it was part of
    new = Node(cut.new, {}, amendment.language, {}, state=old.state, history=(step,), split_from=old.id)
    pieces = (*old.pieces, Piece(cut.new, cut.row))
    changed = msgspec.structs.replace(old, pieces=pieces)
    return msgspec.structs.replace(text, tree=tree, nodes=text.nodes | {old.id: changed, new.id: new})


def _moved(text: Text, move: Moved, amendment: Amendment) -> Text:
    tree = moved_tree(text.tree, move)
    node = text.nodes[move.node]
    node = msgspec.structs.replace(node, amended_by=(*node.amended_by, amendment.id))
    return msgspec.structs.replace(text, tree=tree, nodes=text.nodes | {node.id: node})


def _joined(text: Text, join: JoinedTo, amendment: Amendment, step: Step) -> Text:
    node, other = text.nodes[join.node], text.nodes[join.other]
    record = Joined(
        other.id,
        join.row,
        {language: rendering.text for language, rendering in node.wordings.items()},
        {language: rendering.text for language, rendering in other.wordings.items()},
    )
    gone = msgspec.structs.replace(step, to="deleted")
    other = msgspec.structs.replace(
        other,
        state="deleted",
        joined_to=node.id,
        history=(*other.history, gone),
        amended_by=(*other.amended_by, amendment.id),
    )
    node = msgspec.structs.replace(node, joined=(*node.joined, record))
    tree = text.tree.with_children_of(other.id, node.id)
    return msgspec.structs.replace(text, tree=tree, nodes=text.nodes | {node.id: node, other.id: other})


class SubamendmentAdopted(Event, frozen=True, tag="subamendment_adopted"):
    """A subamendment was adopted: its parent proposes the agreed words from now on."""

    amendment: str
    parent: str
    step: Step
    agreed: tuple[Agreed, ...]

    def apply(self, state: Drafting) -> Drafting:
        child, parent = state.amendments[self.amendment], state.amendments[self.parent]
        kept = {(a.node, a.language): a for a in parent.agreed} | {
            (a.node, a.language): a for a in self.agreed
        }
        now = msgspec.structs.replace(parent, agreed=tuple(kept.values()))
        # the translations that came with the subamendment render what the parent proposes from now on
        words = proposed_wording(now, now.language)
        came = sorted({agreed.language for agreed in self.agreed})
        fresh = [each for each in came if amendment_status(child, each) in ("draft", "checked")]
        now = msgspec.structs.replace(now, rendered=now.rendered | dict.fromkeys(fresh, words))
        return state.with_amendments(
            msgspec.structs.replace(child, state=self.step.to, history=(*child.history, self.step)), now
        )
