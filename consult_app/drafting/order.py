"""The order of discussion that the program proposes (procedure.md §3); the chair decides it.

Amendments are taken in the order of the text; at one node deletions first, then changes of words
from left to right, the furthest removed first where several touch the same words, then moves, then
what is put in after the node. Order of receipt breaks ties.
"""

from __future__ import annotations

from .amendments import Amendment, Deletion, Drafting, Insertion, Move
from .effective import effective_words, structural_words
from .nodes import Text
from .reach import reach

_DELETE, _REPLACE, _WITHIN, _MOVE, _INSERT = 0, 1, 2, 3, 4


def in_order(drafting: Drafting, text: Text, amendments: list[Amendment]) -> list[Amendment]:
    """*amendments* (not subamendments) in the order in which they are proposed to be discussed."""
    place = {node: index for index, node in enumerate(text.tree.walk())}
    by_node: dict[int, list[Amendment]] = {}
    for amendment in amendments:
        at = min((place[node] for node in amendment.targets() if node in place), default=len(place))
        by_node.setdefault(at, []).append(amendment)
    nodes = [*place, ""]
    return _as_the_chair_says(text, [a for at in sorted(by_node) for a in _at_node(by_node[at], nodes[at])])


def _as_the_chair_says(text: Text, proposed: list[Amendment]) -> list[Amendment]:
    """The order with those that the chair has ordered in his order, at the places that they have."""
    if not text.order:
        return proposed
    rank = {amendment: index for index, amendment in enumerate(text.order)}
    ordered = iter(sorted((a for a in proposed if a.id in rank), key=lambda a: rank[a.id]))
    return [next(ordered) if a.id in rank else a for a in proposed]


def at_node(drafting: Drafting, node: str) -> list[Amendment]:
    """The amendments to one node in order of discussion, each followed by its subamendments."""
    out: list[Amendment] = []
    about = drafting.to_node(node)
    text = drafting.texts[about[0].text_id] if about else None
    found = _at_node([a for a in about if text and _is_about(text, a, node)], node)
    for amendment in _as_the_chair_says(text, found) if text else found:
        out.append(amendment)
        out += _children(drafting, amendment)
    return out


def _is_about(text: Text, amendment: Amendment, node: str) -> bool:
    """Whether an amendment is about this node, and not only about another that it came from, or moves
    something to it. What was disposed of stays where it was decided."""
    placed = any(isinstance(c, Insertion) and c.anchor == node for c in amendment.changes)
    if placed or not amendment.pending:
        return placed or node in amendment.targets()
    return node in amendment.targets() if text.nodes[node].deleted else node in reach(text, amendment)


def _children(drafting: Drafting, amendment: Amendment) -> list[Amendment]:
    out: list[Amendment] = []
    for child in drafting.subamendments(amendment):
        out += [child, *_children(drafting, child)]
    return out


def _at_node(amendments: list[Amendment], node: str) -> list[Amendment]:
    if len(amendments) < 2:
        return amendments
    spans = {a.id: _span(a, node) for a in amendments}
    phases = {a.id: _phase(a, node, spans[a.id]) for a in amendments}
    within = sorted(
        (a for a in amendments if phases[a.id] in (_REPLACE, _WITHIN)), key=lambda a: spans[a.id][0]
    )
    starts: dict[str, int] = {}
    group_start = group_end = -1
    for amendment in within:
        start, end, _ = spans[amendment.id]
        if start >= group_end:
            group_start = start
        group_end = max(group_end, end)
        starts[amendment.id] = group_start

    def key(amendment: Amendment) -> tuple[int, int, float, int]:
        phase = phases[amendment.id]
        distance = spans[amendment.id][2]
        return phase, starts.get(amendment.id, 0), -distance, amendment.order

    return sorted(amendments, key=key)


def _span(amendment: Amendment, node: str) -> tuple[int, int, float]:
    """From where to where it changes the words of the node, and how far it is from them (0 to 1)."""
    found = effective_words(amendment) + [words for words, _ in structural_words(amendment)]
    changes = [c for c in found if c.language == amendment.language and c.ops]
    if not changes:
        return 0, 0, 0.0
    change = next((c for c in changes if c.node == node), changes[0])
    ops = change.ops
    changed = sum(op.end - op.start + len(op.text) for op in ops)
    return (
        ops[0].start,
        max(ops[-1].end, ops[0].start + 1),
        changed / max(1, len(change.base) + len(change.proposed)),
    )


def _phase(amendment: Amendment, node: str, span: tuple[int, int, float]) -> int:
    changes = amendment.changes
    here = [c for c in changes if node == (c.anchor if isinstance(c, Insertion) else c.node)] or changes
    if any(isinstance(change, Deletion) for change in here):
        return _DELETE
    if any(isinstance(change, Insertion) and change.where == "before" for change in here):
        return _DELETE
    if any(isinstance(change, Insertion) for change in here):
        return _INSERT
    if all(isinstance(change, Move) for change in here):
        return _MOVE
    return _REPLACE if span[2] > 0.75 else _WITHIN
