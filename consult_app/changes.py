"""What changed between two states: which amendments, nodes and people, so that each view refreshes
only what it owns. States share all that did not change, so looking for other objects is enough."""

from __future__ import annotations

import msgspec

from .drafting.remembered import other
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
    agenda: bool = False
    documents: bool = False
    speakers: bool = False
    followup: bool = False
    votes: bool = False
    governing_body: bool = False


#: what of the assembly is about how the meeting decides
_VOTES = ("votes", "motions", "statements", "compositions")
#: what of the assembly is about people
_PEOPLE = (
    "participants",
    "groups",
    "officers",
    "former_officers",
    "acting",
    "presence",
    "substitutions",
    "withdrawn",
    "drafting_bodies",
)


def between(old: State, new: State, seq: int) -> Changes:
    """The Changes that lead from *old* to *new*."""
    nodes: set[str] = set()
    structure = False
    for text_id, text in new.drafting.texts.items():
        before = old.drafting.texts.get(text_id)
        if before is text:
            continue
        nodes |= other(before.nodes if before else {}, text.nodes)
        if before is not None and before.order != text.order:
            nodes |= _reordered(new, (*before.order, *text.order))
        structure = structure or before is None or before.tree is not text.tree
    nodes |= _bracketed(old, new)
    structure = structure or old.drafting.texts.keys() != new.drafting.texts.keys()
    a, b = old.assembly, new.assembly
    return Changes(
        seq,
        other(old.drafting.amendments, new.drafting.amendments),
        frozenset(nodes),
        any(getattr(a, name) is not getattr(b, name) for name in _PEOPLE),
        a.meeting is not b.meeting,
        a.sittings is not b.sittings or a.timetable is not b.timetable,
        structure,
        agenda=a.agenda is not b.agenda or a.discussions is not b.discussions,
        documents=a.documents is not b.documents,
        speakers=a.speaking is not b.speaking,
        followup=old.drafting.followup is not new.drafting.followup,
        votes=any(getattr(a, name) is not getattr(b, name) for name in _VOTES),
        governing_body=a.governing_body is not b.governing_body,
    )


def _reordered(state: State, amendments: tuple[str, ...]) -> set[str]:
    """The nodes whose amendments may stand in another order."""
    known = state.drafting.amendments
    return {node for name in amendments if name in known for node in known[name].targets()}


def _bracketed(old: State, new: State) -> set[str]:
    """The nodes of the brackets that changed."""
    before, now = old.drafting.brackets, new.drafting.brackets
    return {known[name].node for name in other(before, now) for known in (before, now) if name in known}
