"""What the report of proceedings tells of, in the order in which it happened.

The state is the fold of the rows that hold: what was undone is not in it, and a recording that was
corrected is in it as it was corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment, Drafting, Stated
from consult_app.drafting.text.brackets import AGREED, DELETE, TEXT, Bracket
from consult_app.drafting.text.nodes import Step, Text
from consult_app.meetings.kept.agenda import Discussion
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.kept.votes import Motion, Statement, Vote
from consult_app.state import State

from ..papers.entries import Entry, adoption_entries, node_entries
from ..papers.meeting_entries import aside_entries, sitting_at

What = Step | Stated | Speech | Vote | Motion | Statement | Entry | Discussion | Bracket

_DECIDED = ADOPTED | {"rejected"}


class Happening(msgspec.Struct, frozen=True):
    """Something that happened at that time in that sitting (0: in none). ``amendment`` is the one that it was
    about and ``root`` the id of the amendment that this belongs to (itself, or what it amends); ``node`` is
    the paragraph, heading … that it was about."""

    at: str
    rank: int
    sitting: int
    what: What
    amendment: Amendment | None = None
    root: str = ""
    node: str = ""


def timeline(state: State, language: str) -> list[Happening]:
    """All that the report tells of, in order; sentences that are settled here are in *language*."""
    return sorted(_unordered(state, language), key=lambda each: (each.at, each.rank))


def deciding_votes(state: State) -> dict[tuple[str, str], Vote]:
    """The votes that decided an amendment or a node, by its id and the time."""
    return {
        (vote.subject.id, vote.at): vote
        for vote in state.assembly.votes
        if vote.outcome in ("adopted", "rejected") and vote.subject.kind != "motion"
    }


def _unordered(state: State, language: str) -> Iterator[Happening]:
    votes = deciding_votes(state)
    for amendment in state.drafting.amendments.values():
        yield from _of_amendment(state, amendment)
    for text in state.drafting.texts.values():
        yield from _of_text(state, text, votes, language)
    yield from _of_votes(state, votes)
    for entry in aside_entries(state, language, past=True):
        yield Happening(entry.at, 85, entry.sitting, entry)
    for speech in state.assembly.speaking.speeches:
        about = state.drafting.amendments.get(speech.speaker.amendment)
        yield _about(state, Happening(speech.began, 22, speech.sitting, speech), about)
    for discussion in state.assembly.discussions:
        yield Happening(discussion.opened, 0, discussion.sitting, discussion)
    for motion in state.assembly.motions.values():
        about = state.drafting.by_number(motion.on)
        yield _about(state, Happening(motion.at, 22, motion.sitting, motion), about)
    for statement in state.assembly.statements:
        yield _of_statement(state, statement)
    for bracket in state.drafting.brackets.values():
        closed = bracket.closed
        if closed is not None and closed.to == "resolved" and bracket.choice in (TEXT, DELETE, AGREED):
            yield Happening(closed.at, 45, closed.sitting, bracket, node=bracket.node)


def _of_amendment(state: State, amendment: Amendment) -> Iterator[Happening]:
    for step in amendment.history:
        if step.corrects:
            continue
        rank = {"fell": 4}.get(step.to, 3 if step.to in _DECIDED else 1)
        # what becomes of a subamendment stands before what becomes of its parent, and falls behind it
        rank = rank * 10 + (9 - amendment.depth if step.to in _DECIDED else amendment.depth)
        yield _about(state, Happening(step.at, rank, step.sitting, step), amendment)
    for stated in amendment.stated:
        sitting = sitting_at(state.assembly, stated.at)
        yield _about(state, Happening(stated.at, 20, sitting, stated), amendment)


def _of_text(
    state: State, text: Text, votes: dict[tuple[str, str], Vote], language: str
) -> Iterator[Happening]:
    for entry in node_entries(state, text, votes, language, past=True):
        node = entry.nodes[0] if entry.nodes else ""
        yield Happening(entry.at, 60, entry.sitting, entry, node=node)
    for entry in adoption_entries(text, language, past=True):
        yield Happening(entry.at, 70, entry.sitting, entry)


def _of_votes(state: State, decided: dict[tuple[str, str], Vote]) -> Iterator[Happening]:
    """The votes that no other happening tells of: void ones, and those on subjects of their own."""
    told = {motion.vote for motion in state.assembly.motions.values() if motion.decided_at}
    steps = {
        (amendment.id, step.at)
        for amendment in state.drafting.amendments.values()
        for step in amendment.history
        if step.to in _DECIDED and not step.corrects
    }
    steps |= {
        (node.id, step.at)
        for text in state.drafting.texts.values()
        for node in text.nodes.values()
        for step in node.history
    }
    for vote in state.assembly.votes:
        if vote.number in told:
            continue
        if (vote.subject.id, vote.at) in steps and (vote.subject.id, vote.at) in decided:
            continue
        about = state.drafting.amendments.get(vote.subject.id)
        node = vote.subject.id if vote.subject.kind == "node" else ""
        yield _about(state, Happening(vote.at, 25, vote.sitting, vote, node=node), about)


def _of_statement(state: State, statement: Statement) -> Happening:
    subject = statement.subject
    found = Happening(statement.at, 80, statement.sitting, statement)
    if subject.kind == "node":
        return msgspec.structs.replace(found, node=subject.id)
    return _about(state, found, state.drafting.amendments.get(subject.id))


def _about(state: State, happening: Happening, amendment: Amendment | None) -> Happening:
    if amendment is None:
        return happening
    root = root_of(state.drafting, amendment)
    text = state.drafting.texts[root.text_id]
    node = next((each for each in root.targets() if each in text.nodes), "")
    return msgspec.structs.replace(happening, amendment=amendment, root=root.id, node=node)


def root_of(drafting: Drafting, amendment: Amendment) -> Amendment:
    """The amendment that a subamendment of any depth is to; an amendment itself."""
    while amendment.amends:
        amendment = drafting.amendments[amendment.amends]
    return amendment


__all__ = ["Happening", "deciding_votes", "root_of", "timeline"]
