"""The order of discussion that the program proposes (procedure.md §3); the chair decides it.

Amendments are taken in the order of the text; at one node deletions first, then changes of words
from left to right, the furthest removed first where several touch the same words, then what is put
in after the node. Order of receipt breaks ties.
"""

from __future__ import annotations

from .amendments import Amendment, Deletion, Drafting, Insertion
from .effect import effective_words
from .nodes import Text

_DELETE, _REPLACE, _WITHIN, _INSERT = 0, 1, 2, 4


def in_order(drafting: Drafting, text: Text, amendments: list[Amendment]) -> list[Amendment]:
    """*amendments* (not subamendments) in the order in which they are proposed to be discussed."""
    place = {node: index for index, node in enumerate(text.tree.walk())}
    by_node: dict[int, list[Amendment]] = {}
    for amendment in amendments:
        at = min((place[node] for node in amendment.targets() if node in place), default=len(place))
        by_node.setdefault(at, []).append(amendment)
    return _as_the_chair_says(text, [a for at in sorted(by_node) for a in _at_node(by_node[at])])


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
    found = _at_node(drafting.to_node(node))
    text = drafting.texts[found[0].text_id] if found else None
    for amendment in _as_the_chair_says(text, found) if text else found:
        out.append(amendment)
        out += _children(drafting, amendment)
    return out


def _children(drafting: Drafting, amendment: Amendment) -> list[Amendment]:
    out: list[Amendment] = []
    for child in drafting.subamendments(amendment):
        out += [child, *_children(drafting, child)]
    return out


def _at_node(amendments: list[Amendment]) -> list[Amendment]:
    if len(amendments) < 2:
        return amendments
    spans = {a.id: _span(a) for a in amendments}
    phases = {a.id: _phase(a, spans[a.id]) for a in amendments}
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


def _span(amendment: Amendment) -> tuple[int, int, float]:
    """From where to where it changes the words, and how far it is from them (0 to 1)."""
    changes = [c for c in effective_words(amendment) if c.language == amendment.language and c.ops]
    if not changes:
        return 0, 0, 0.0
    ops = changes[0].ops
    changed = sum(op.end - op.start + len(op.text) for op in ops)
    return (
        ops[0].start,
        max(ops[-1].end, ops[0].start + 1),
        changed / max(1, len(changes[0].base) + len(changes[0].proposed)),
    )


def _phase(amendment: Amendment, span: tuple[int, int, float]) -> int:
    if any(isinstance(change, Deletion) for change in amendment.changes):
        return _DELETE
    if any(isinstance(change, Insertion) for change in amendment.changes):
        before = any(isinstance(c, Insertion) and c.where == "before" for c in amendment.changes)
        return _DELETE if before else _INSERT
    return _REPLACE if span[2] > 0.75 else _WITHIN
