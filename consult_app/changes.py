"""What changed between two states: which amendments, nodes and people, so that each view refreshes
only what it owns. States share all that did not change, so looking for other objects is enough."""

from __future__ import annotations

from typing import Any

import msgspec

from .state import State


class Changes(msgspec.Struct, frozen=True):
    """``seq`` is the row that made them; ``structure`` says that labels may have changed."""

    seq: int
    amendments: frozenset[str] = frozenset()
    nodes: frozenset[str] = frozenset()
    people: bool = False
    meeting: bool = False
    sittings: bool = False
    structure: bool = False


def between(old: State, new: State, seq: int) -> Changes:
    """The Changes that lead from *old* to *new*."""
    nodes: set[str] = set()
    structure = False
    for text_id, text in new.drafting.texts.items():
        before = old.drafting.texts.get(text_id)
        if before is text:
            continue
        nodes |= _other(before.nodes if before else {}, text.nodes)
        structure = structure or before is None or before.tree is not text.tree
    structure = structure or old.drafting.texts.keys() != new.drafting.texts.keys()
    a, b = old.assembly, new.assembly
    return Changes(
        seq,
        frozenset(_other(old.drafting.amendments, new.drafting.amendments)),
        frozenset(nodes),
        a.participants is not b.participants or a.groups is not b.groups or a.officers is not b.officers,
        a.meeting is not b.meeting,
        a.sittings is not b.sittings,
        structure,
    )


def _other(old: dict[str, Any], new: dict[str, Any]) -> set[str]:
    if old is new:
        return set()
    return {key for key, value in new.items() if old.get(key) is not value} | (old.keys() - new.keys())
