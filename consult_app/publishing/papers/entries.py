"""What stands in the record of decisions: one entry for each thing that was decided on the text.

What was decided beside the text (motions, elections, votes on other subjects) is in ``meeting_entries``.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment
from consult_app.drafting.text.nodes import Node, Step, Text
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.kept.votes import Subject, Vote
from consult_app.meetings.one_line import one_line
from consult_app.state import State

from ..formulas import outcomes, record_forms
from ..formulas.people import author, author_in_sentence, mark_of
from ..formulas.results import of_vote, quorum
from ..paper import Runs
from .heads import marked
from .sheet import subject as concerning

_AS_A_WHOLE = "adopted_as_a_whole"
#: what a sentence that somebody wrote may end with
_STOPS = (".", "!", "?", "…", "”", "»")
#: the steps of an amendment that a vote may have decided
_BY_VOTE = ADOPTED | {"rejected"}
#: the outcomes of a vote that decide what it was on
_DECIDES = frozenset({"adopted", "rejected"})


class Entry(msgspec.Struct, frozen=True):
    """One decision: when and in which sitting, what it was about, and its sentence. ``number``, ``by``
    and ``subject`` are empty where it was not on an amendment; ``vote`` is the symbol of the vote that
    took it; ``whole`` marks the text's adoption; ``quoted`` are words that somebody had put on record.
    ``aside`` is what is about the meeting and no question before it, ``decides`` false for what is noted
    only; ``nodes`` are those that were adopted or reopened (ids)."""

    at: str
    sitting: int
    rank: int
    sentence: str
    number: str = ""
    by: str = ""
    subject: str = ""
    whole: bool = False
    vote: str = ""
    seconded: str = ""
    quoted: Runs = ()
    aside: bool = False
    decides: bool = True
    nodes: tuple[str, ...] = ()


def text_entries(state: State, language: str) -> Iterator[Entry]:
    """What was decided on amendments and nodes, and the adoption of the texts; not yet in order."""
    votes = {(vote.subject.id, vote.at): vote for vote in state.assembly.votes if vote.outcome in _DECIDES}
    for amendment in state.drafting.amendments.values():
        yield from _of_amendment(state, amendment, votes, language)
    for text_ in state.drafting.texts.values():
        yield from node_entries(state, text_, votes, language)
        yield from adoption_entries(text_, language)
    decided = _deciding(state)
    for vote in state.assembly.votes:
        if vote.subject.kind in ("amendment", "subamendment", "node") and vote.number not in decided:
            yield vote_entry(state, vote, language)


def adoption_entries(text_: Text, language: str, *, past: bool = False) -> Iterator[Entry]:
    """That the text was adopted as a whole."""
    for step in text_.history:
        if step.to == _AS_A_WHOLE:
            amended = any(node.state != "adopted_unchanged" for node in text_)
            sentence = outcomes.of_text(text_.kind, language, amended=amended, past=past)
            yield Entry(step.at, step.sitting, 3, sentence, whole=True)


def vote_entry(state: State, vote: Vote, language: str, **fields: str) -> Entry:
    """The entry of a vote; *fields* are those that say more than the vote knows."""
    sentence = vote_sentences(state, vote, language)
    entry = Entry(vote.at, vote.sitting, 0, sentence, vote=vote.symbol)
    return msgspec.structs.replace(entry, **(_about(state, vote, language) | fields))


def vote_sentences(state: State, vote: Vote, language: str, *, past: bool = False) -> str:
    """How the vote was taken, its result, who declared it, the quorum where it was not reached, and the
    votes of each member where the votes were weighted."""
    return record_forms.sentences(
        record_forms.how_taken(state.assembly, vote, language, past=past),
        of_vote(vote, language, past=past),
        record_forms.declared(vote, language, past=past),
        "" if vote.figures.reached else quorum(vote, language),
        record_forms.votes_per_member(vote.weights, language) if vote.weighted else "",
    )


def said_by(state: State, who: str, language: str) -> str:
    """The mark and the name of a group, or of a member with capacity; "" for nobody."""
    if not who:
        return ""
    return f"{mark_of(state.assembly, who)} {author(state.assembly, who, language)}".strip()


def movers_said(state: State, amendment: Amendment, mover: str, language: str) -> str:
    """Those who had the amendment while it was *mover*'s: all who handed it in together, or who took it
    over."""
    together = amendment.handed_in_by if mover == amendment.handed_in_by[0] else (mover,)
    return ", ".join(said_by(state, who, language) for who in together)


def subject_said(state: State, subject: Subject, language: str) -> str:
    """What a vote or a statement was about, as the column of the record has it: of an amendment the
    nodes that it touches, of anything else how it was called."""
    amendment = state.drafting.amendments.get(subject.id)
    if amendment is not None:
        return concerning(state, state.drafting.texts[amendment.text_id], amendment, language)
    return record_forms.heading_of(subject, language)


def _about(state: State, vote: Vote, language: str) -> dict[str, str]:
    amendment = state.drafting.amendments.get(vote.subject.id)
    said = {"subject": subject_said(state, vote.subject, language)}
    if amendment is None:
        return said
    number = "\n".join(part for part in (vote.subject.label, vote.subject.other_label) if part)
    mover = mover_at(amendment, vote.at)
    return said | {"number": number, "by": movers_said(state, amendment, mover, language)}


def mover_at(amendment: Amendment, at: str) -> str:
    """Who had the amendment at that moment: its author, or who took it over."""
    mover, last = amendment.taken_over_from or amendment.by, ""
    for step in amendment.history:
        if step.at > at:
            break
        if step.to == "under_discussion" and last == "withdrawn":
            mover = step.by
        last = step.to
    return mover


def _deciding(state: State) -> set[int]:
    """The numbers of the votes that a step of an amendment or of a node stands for."""
    amendments, texts = state.drafting.amendments, state.drafting.texts
    found: set[int] = set()
    for vote in state.assembly.votes:
        about = vote.subject
        if vote.outcome not in _DECIDES:
            continue
        if about.kind == "node" and about.text_id in texts and about.id in texts[about.text_id].nodes:
            history, steps = texts[about.text_id].nodes[about.id].history, outcomes.NODE_STEPS
        elif about.id in amendments:
            history, steps = amendments[about.id].history, _BY_VOTE
        else:
            continue
        if any(step.at == vote.at and step.to in steps for step in history):
            found.add(vote.number)
    return found


def _of_amendment(
    state: State, amendment: Amendment, votes: dict[tuple[str, str], Vote], language: str
) -> Iterator[Entry]:
    about = concerning(state, state.drafting.texts[amendment.text_id], amendment, language)
    mover = amendment.taken_over_from or amendment.by
    last = ""
    for step in amendment.history:
        if step.corrects:
            yield _correction(state, amendment, step, mover, language)
            continue
        to, by = step.to, ""
        if to == "under_discussion" and last == "withdrawn":
            to, mover = "taken_over", step.by
            by = author_in_sentence(state.assembly, step.by, language)
        if to == "superseded" and step.by in state.drafting.brackets:
            to = "agreed_instead"
        last = step.to
        if to not in outcomes.STEPS:
            continue
        vote = votes.get((amendment.id, step.at)) if to in _BY_VOTE else None
        if vote is not None:
            yield vote_entry(state, vote, language)
            continue
        sentence = outcomes.of_amendment(
            to, amendment.number, language, subamendment=amendment.subamendment, by=by
        )
        said = movers_said(state, amendment, mover, language)
        # what falls does so because of the decision taken in the same row, and stands after it
        yield Entry(step.at, step.sitting, int(to == "fell"), sentence, amendment.number, said, about)


def _correction(state: State, amendment: Amendment, step: Step, mover: str, language: str) -> Entry:
    """That a recording was corrected, and why: the decision itself is in the record no longer."""
    text_ = state.drafting.texts[amendment.text_id]
    sentence = outcomes.of_correction(amendment.number, language, subamendment=amendment.subamendment)
    why, spoken = one_line(step.reason), text_.languages[0]
    why = why if why.endswith(_STOPS) else f"{why}."
    return Entry(
        step.at,
        step.sitting,
        0,
        record_forms.sentences(sentence, marked(why, spoken, language)),
        amendment.number,
        movers_said(state, amendment, mover, language),
        concerning(state, text_, amendment, language),
        decides=False,
    )


def node_entries(
    state: State, text_: Text, votes: dict[tuple[str, str], Vote], language: str, *, past: bool = False
) -> Iterator[Entry]:
    """One sentence for the nodes that were adopted, or reopened, in one row with one outcome; a vote on
    one of them (by node and time in *votes*) has an entry of its own."""
    found: dict[tuple[str, str], list[Node]] = {}
    steps: dict[tuple[str, str], Step] = {}
    for node in text_:
        for step in node.history:
            by_amendment = node.id not in text_.origin.spots and step == node.history[0]
            under = _under_the_same(text_, node, step)
            if step.to in outcomes.NODE_STEPS and not by_amendment and not under:
                if (node.id, step.at) in votes:
                    vote = votes[node.id, step.at]
                    yield msgspec.structs.replace(
                        vote_entry(state, vote, language),
                        sentence=vote_sentences(state, vote, language, past=past),
                        nodes=(node.id,),
                    )
                    continue
                key = step.at, _outcome(text_, node, step)
                found.setdefault(key, []).append(node)
                steps[key] = step
    named = labels(text_.tree, False, state.assembly.meeting.rules.numbering)
    spots = text_.tree.spots
    for (at, outcome), nodes in found.items():
        labelled = [(spots[node.id].kind, named.get(node.id, node.id)) for node in nodes]
        sentence = outcomes.of_nodes(outcome, labelled, language, past=past)
        ids = tuple(node.id for node in nodes)
        yield Entry(at, steps[at, outcome].sitting, 2, sentence, nodes=ids)


def _under_the_same(text_: Text, node: Node, step: Step) -> bool:
    """Whether the node above it was adopted or reopened in the same row: then that says it."""
    parent = text_.nodes.get(text_.tree.spots[node.id].parent)
    return parent is not None and any(
        each.at == step.at and each.to in outcomes.NODE_STEPS for each in parent.history
    )


def _outcome(text_: Text, node: Node, step: Step) -> str:
    """A paragraph is adopted as amended also when only an item under it was changed."""
    if step.to != "adopted_unchanged":
        return step.to
    changed = any(text_.nodes[each].state != "adopted_unchanged" for each in text_.tree.walk(node.id))
    return "adopted_as_amended" if changed else step.to


__all__ = [
    "Entry",
    "adoption_entries",
    "mover_at",
    "movers_said",
    "node_entries",
    "said_by",
    "subject_said",
    "text_entries",
    "vote_entry",
    "vote_sentences",
]
