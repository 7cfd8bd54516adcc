"""What each node of a text still waits for: its amendments, its brackets, its translations.

Which nodes an amendment reaches today is found anew only where something changed that it leans on, so
that the list is kept up after every decision of a meeting with thousands of amendments.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..meetings.acts import LANGUAGES
from .amendments.amendment import Amendment, Drafting, Insertion, WordChange
from .amendments.reach import reach
from .brackets.open_brackets import open_brackets
from .text.nodes import Node, Text, Tree

_LATE = frozenset({"missing", "out_of_date", "draft"})


class Waiting(msgspec.Struct, frozen=True, gc=False):
    """A node that waits for something. ``pending`` are the amendments that would change it, in order of
    receipt, ``brackets`` the open square brackets in it by number, ``late`` the languages that are
    missing, out of date or not signed, by status."""

    node: str
    state: str
    closed: bool
    pending: tuple[str, ...] = ()
    brackets: tuple[str, ...] = ()
    late: dict[str, str] = {}

    @property
    def bars(self) -> bool:
        """Whether it stands in the way of adopting the text as a whole."""
        return not self.closed or bool(self.brackets)


class Waits:
    """Keeps, from one state to the next, which pending amendments reach which nodes of one text."""

    def __init__(self) -> None:
        self._amendments: dict[str, Amendment] = {}
        self._nodes: dict[str, Node] = {}
        self._tree: Tree | None = None
        self._reached: dict[str, tuple[str, ...]] = {}
        self._on: dict[str, set[str]] = {}
        self._leaning: dict[str, set[str]] = {}
        self._leans: dict[str, tuple[str, ...]] = {}
        self._on_structure: set[str] = set()

    def rows(self, drafting: Drafting, text: Text) -> list[Waiting]:
        """The nodes that wait for something, in the order of the text."""
        self._follow(drafting, text)
        out = []
        brackets: dict[str, tuple[str, ...]] = {}
        for each in open_brackets(drafting, text):
            where = each.bracket.node
            brackets[where] = (*brackets.get(where, ()), each.bracket.number)
        for node in text:
            waiting = self._waiting(drafting, node, brackets.get(node.id, ()))
            if not waiting.closed or waiting.brackets or waiting.late:
                out.append(waiting)
        return out

    def pending(self, drafting: Drafting, text: Text, node: str) -> list[Amendment]:
        """The pending amendments that would change *node*, in order of receipt."""
        self._follow(drafting, text)
        return self._pending(drafting, node)

    def _pending(self, drafting: Drafting, node: str) -> list[Amendment]:
        found = [drafting.amendments[each] for each in self._on.get(node, ())]
        return sorted(found, key=lambda amendment: (amendment.row, amendment.order))

    def _waiting(self, drafting: Drafting, node: Node, brackets: tuple[str, ...]) -> Waiting:
        if node.deleted:
            return Waiting(node.id, node.state, True)
        late: dict[str, str] = {}
        for language in LANGUAGES:
            status = node.status(language)
            if status in _LATE:
                late[language] = status
        return Waiting(
            node.id,
            node.state,
            node.closed,
            tuple(amendment.number for amendment in self._pending(drafting, node.id)),
            brackets,
            late,
        )

    def _follow(self, drafting: Drafting, text: Text) -> None:
        before, after = self._amendments, drafting.amendments
        stale: set[str] = set()
        if after is not before:
            stale |= {key for key, each in after.items() if before.get(key) is not each}
            stale |= before.keys() - after.keys()
        if text.nodes is not self._nodes:
            for key in text.nodes.keys() | self._nodes.keys():
                if self._nodes.get(key) is not text.nodes.get(key):
                    stale |= self._leaning.get(key, set())
        if text.tree is not self._tree:
            stale |= self._on_structure
        self._amendments, self._nodes, self._tree = after, text.nodes, text.tree
        for key in stale:
            self._forget(key)
            amendment = after.get(key)
            if (
                amendment is not None
                and amendment.pending
                and not amendment.amends
                and amendment.text_id == text.id
            ):
                self._find(text, amendment)

    def _forget(self, key: str) -> None:
        for node in self._reached.pop(key, ()):
            self._on[node].discard(key)
        for node in self._leans.pop(key, ()):
            self._leaning[node].discard(key)
        self._on_structure.discard(key)

    def _find(self, text: Text, amendment: Amendment) -> None:
        key = amendment.id
        self._reached[key] = reached = tuple(reach(text, amendment))
        for node in reached:
            self._on.setdefault(node, set()).add(key)
        about = dict.fromkeys((*amendment.targets(), *reached))
        leans = _lineage(text, about)
        plain = all(isinstance(change, WordChange | Insertion) for change in amendment.changes)
        if not plain or len(leans) > len(about):
            self._on_structure.add(key)
        self._leans[key] = tuple(leans)
        for node in leans:
            self._leaning.setdefault(node, set()).add(key)


def _lineage(text: Text, nodes: Iterable[str]) -> dict[str, None]:
    """The nodes, and all that their words may have gone to: what was split off, what took them in."""
    out: dict[str, None] = dict.fromkeys(nodes)
    todo = list(out)
    for each in todo:
        node = text.nodes.get(each)
        if node is None:
            continue
        further = [piece.node for piece in node.pieces]
        if node.joined_to:
            further.append(node.joined_to)
        for other in further:
            if other not in out:
                out[other] = None
                todo.append(other)
    return out
