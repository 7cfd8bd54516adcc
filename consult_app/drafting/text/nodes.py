"""The text as a tree of nodes with permanent ids.

:class:`Tree` holds the structure (what stands where), :class:`Node` the words and the state of
one node. They are apart because structure changes seldom and labels hang on it alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

import msgspec

from ..remembered import remembered
from ..wordings.diff import Ops
from ..wordings.merge import composed
from ..wordings.wording import fingerprint

KINDS = ("title", "organ", "clause", "adoption", "heading", "paragraph", "item", "closing", "footnote")
CLOSED = frozenset({"adopted_unchanged", "adopted_as_amended", "deleted"})
ROOT = ""


class Rendering(msgspec.Struct, frozen=True, gc=False):
    """A wording in one language. A translation remembers what it renders: ``renders`` is the
    wording, ``of`` its language; both are empty for an original. ``signed`` is the reviser."""

    text: str
    of: str = ""
    renders: str = ""
    signed: str = ""


#: the basis of a step that notes a corrected recording
CORRECTION = "correction"


class Step(msgspec.Struct, frozen=True, gc=False):
    """One step of a node, an amendment or a text, for the record of proceedings."""

    to: str
    at: str
    sitting: int = 0
    basis: str = ""
    by: str = ""
    reason: str = ""

    @property
    def corrects(self) -> bool:
        """Whether it is no step but the note that a recording was corrected: ``to`` is the state again that
        the correction left (procedure.md A27)."""
        return self.basis == CORRECTION


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A node that was split off another in that row: its words followed in the same node before."""

    node: str
    row: int


class Joined(msgspec.Struct, frozen=True, gc=False):
    """A node that was joined to another in that row, with the words of both as they stood then."""

    node: str
    row: int
    own: dict[str, str]
    others: dict[str, str]


class Edit(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """How the words in one language became others in one row: operations on the words before. ``by`` is
    the amendment by whose adoption they did, if it was one."""

    row: int
    language: str
    ops: Ops
    by: str = ""


@remembered(4096)
def _since(edits: tuple[Edit, ...], first: Edit) -> Ops:
    """What the *edits* from *first* on, in its language, did to the words: many amendments to a node ask."""
    ops: Ops = ()
    for edit in dropwhile(lambda each: each is not first, edits):
        if edit.language == first.language:
            ops = composed(ops, edit.ops)
    return ops


class Node(msgspec.Struct, frozen=True, gc=False):
    """One node: its wordings, which language it was last decided in, and how far it is.

    ``base`` keeps the wordings as imported or as inserted; ``amended_by`` are the amendments that put
    it in or changed it. ``pieces`` were split off it, ``joined`` were joined to it, and a node that was
    joined to another says to which in ``joined_to``, one that was split off another from which in
    ``split_from``. ``edits`` is how the words came to be what they
    are: pending amendments follow them.
    """

    id: str
    wordings: dict[str, Rendering]
    original: str
    base: dict[str, str]
    state: str = "not_opened"
    amended_by: tuple[str, ...] = ()
    editorial: int = 0
    history: tuple[Step, ...] = ()
    pieces: tuple[Piece, ...] = ()
    joined: tuple[Joined, ...] = ()
    joined_to: str = ""
    split_from: str = ""
    edits: tuple[Edit, ...] = ()

    def edited(self, language: str, row: int) -> Ops:
        """What became of the words since *row*, as one list of operations."""
        first = next((edit for edit in self.edits if edit.row > row and edit.language == language), None)
        return _since(self.edits, first) if first is not None else ()

    def text(self, language: str) -> str:
        """The wording in *language*, "" where there is none."""
        rendering = self.wordings.get(language)
        return rendering.text if rendering else ""

    @property
    def deleted(self) -> bool:
        return self.state == "deleted"

    @property
    def closed(self) -> bool:
        return self.state in CLOSED

    def status(self, language: str) -> str:
        """``original``, ``checked``, ``draft``, ``out_of_date`` or ``missing`` (derived)."""
        rendering = self.wordings.get(language)
        if rendering is None or not rendering.text:
            return "missing"
        if language == self.original:
            return "original"
        if not self._renders_today(language):
            return "out_of_date"
        if rendering.of not in ("", self.original) and self.status(rendering.of) == "out_of_date":
            return "out_of_date"  # it renders what is itself behind the language last decided in
        return "checked" if rendering.signed else "draft"

    def _renders_today(self, language: str) -> bool:
        """Whether a wording renders, directly or through another language, the words that stand."""
        seen = set()
        while language != self.original and language not in seen:
            seen.add(language)
            rendering = self.wordings.get(language)
            if rendering is None or not rendering.of or self.text(rendering.of) != rendering.renders:
                return rendering is not None and not rendering.of
            language = rendering.of
        return language == self.original


class Spot(msgspec.Struct, frozen=True, gc=False):
    """Where a node stands and what it is. ``inserted`` is 1 for *bis*, 2 for *ter* …, 0 for a node
    of the text as imported or renumbered; ``gone`` is a deleted node after renumbering. A ``ghost`` is
    no node: it keeps the number of a node that was moved away."""

    kind: str
    parent: str = ROOT
    enumeration: str = ""
    note_key: str = ""
    inserted: int = 0
    gone: bool = False
    ghost: bool = False


class Tree(msgspec.Struct, frozen=True, eq=False, weakref=True):
    """The structure: each node's spot, and the children of each node in order."""

    spots: dict[str, Spot] = {}
    children: dict[str, tuple[str, ...]] = {}

    def walk(self, parent: str = ROOT) -> Iterator[str]:
        """Node ids in document order, each before what is under it."""
        for child in self.children.get(parent, ()):
            if not self.spots[child].ghost:
                yield child
                yield from self.walk(child)

    def under(self, node: str) -> tuple[str, ...]:
        """The node and all under it, in order."""
        return (node, *self.walk(node))

    def depth(self, node: str) -> int:
        """How many nodes stand above it."""
        depth = 0
        while (parent := self.spots[node].parent) != ROOT:
            node = parent
            depth += 1
        return depth

    def grown(self, new: str, spot: Spot, after: str | None) -> Tree:
        """The tree with *new* under ``spot.parent``, after the sibling *after* (None: first)."""
        siblings = self.children.get(spot.parent, ())
        at = siblings.index(after) + 1 if after is not None else 0
        children = dict(self.children)
        children[spot.parent] = (*siblings[:at], new, *siblings[at:])
        return Tree(self.spots | {new: spot}, children)

    def moved(self, node: str, spot: Spot, after: str | None) -> Tree:
        """The tree with *node*, and all under it, at ``spot`` after the sibling *after* (None: first).
        A ghost keeps the number that it leaves behind, unless it had been put in itself."""
        old = self.spots[node]
        siblings = self.children[old.parent]
        at = siblings.index(node)
        ghost = f"{node}~"
        while ghost in self.spots:
            ghost += "~"
        left = () if old.inserted else (ghost,)
        spots = dict(self.spots)
        if left:
            spots[ghost] = msgspec.structs.replace(old, ghost=True)
        children = self.children | {old.parent: (*siblings[:at], *left, *siblings[at + 1 :])}
        del spots[node]
        if after == node:
            after = ghost if left else (siblings[at - 1] if at else None)
        return Tree(spots, children).grown(node, spot, after)

    def with_children_of(self, node: str, heir: str) -> Tree:
        """The tree with what stands under *node* under *heir* instead (behind what it has)."""
        mine = self.children.get(node, ())
        if not mine:
            return self
        spots = dict(self.spots)
        for child in mine:
            spots[child] = msgspec.structs.replace(spots[child], parent=heir)
        children = {parent: kept for parent, kept in self.children.items() if parent != node}
        children[heir] = (*self.children.get(heir, ()), *mine)
        return Tree(spots, children)


class Text(msgspec.Struct, frozen=True, gc=False):
    """One text of the meeting (the conclusions first): its tree, its nodes and its state. ``origin``
    is the tree as it was imported, ``deadline`` (ISO time) and ``amendments_closed`` say until when
    amendments are received, ``order`` is the chair's order where it differs from the one proposed,
    and ``order_reason`` why."""

    id: str
    tree: Tree
    nodes: dict[str, Node]
    origin: Tree = Tree()
    state: str = "office_draft"
    kind: str = "conclusions"
    languages: tuple[str, ...] = ()
    history: tuple[Step, ...] = ()
    deadline: str = ""
    amendments_closed: bool = False
    order: tuple[str, ...] = ()
    order_reason: str = ""

    def __iter__(self) -> Iterator[Node]:
        return (self.nodes[node] for node in self.tree.walk())

    def with_nodes(self, *nodes: Node) -> Text:
        """The text with these nodes in place of their former selves."""
        return msgspec.structs.replace(self, nodes=self.nodes | {node.id: node for node in nodes})

    @property
    def adopted(self) -> bool:
        return self.state in ("adopted_as_a_whole", "concordance", "final")

    @property
    def adopted_on(self) -> str:
        """When the text as a whole was adopted (ISO time), "" before."""
        return next((step.at for step in reversed(self.history) if step.to == "adopted_as_a_whole"), "")


def seen(text: str) -> str:
    """The fingerprint by which a command says which words it was decided on."""
    return fingerprint(text)
