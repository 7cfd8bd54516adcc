"""What happened to a text as its document tells it: lifecycle, workflow, amendments, votes, numbers."""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.amendments.amendment import (
    ADOPTED,
    Amendment,
    Change,
    Deletion,
    Insertion,
    Join,
    Move,
    Split,
    WordChange,
)
from consult_app.drafting.text.nodes import Step, Text
from consult_app.meetings.kept.votes import CHOICES, Vote
from consult_app.state import State
from consult_app.words import term

from . import names
from .elements import Element, add
from .outline import Entry, names_while_amended
from .referred import Referred

#: the steps of a node that are decisions of the meeting
NODE_STEPS = frozenset({"adopted_unchanged", "adopted_as_amended", "deleted", "reopened"})
#: the steps of a text: those of the program's own making are no decisions
_TEXT_STEPS = frozenset({"amendments_open", "amendments_closed", "adopted_as_a_whole"})
#: the event of the adoption as a whole
ADOPTION = "eref_adoption"
_CHOICES = dict(zip(CHOICES, ("favour", "against", "abstaining"), strict=True))


def adopted_amendments(state: State, text: Text) -> list[Amendment]:
    """The amendments to *text* that were adopted, in the order in which they were. A subamendment is part
    of what its amendment does."""
    found = [a for a in state.drafting.of_text(text.id) if a.state in ADOPTED and not a.amends]
    return sorted(found, key=lambda amendment: (adopted_at(amendment), amendment.order))


def adopted_at(amendment: Amendment) -> str:
    """When the amendment was adopted (ISO time), "" where it was not."""
    return next(
        (step.at for step in reversed(amendment.history) if step.to in ADOPTED and not step.corrects), ""
    )


def write_lifecycle(meta: Element, state: State, text: Text, referred: Referred) -> None:
    """When the text came to be, and each amendment that changed it."""
    made = add(meta, "lifecycle", source=referred.house)
    original = names.draft_expression(state, text, text.languages[0])
    draft = term("state", "office_draft", "text", referred.language)
    events = [(text.history[0].at, "generation", referred.link("original", original, draft))]
    for amendment in adopted_amendments(state, text):
        events.append((adopted_at(amendment), "amendment", amendment_link(state, amendment, referred)))
    for number, (at, kind, source) in enumerate(events, start=1):
        add(made, "eventRef", eId=f"eref_{number}", date=at[:10] or names.UNDATED, source=source, type=kind)
    if text.adopted:
        # the last change: the text as it was adopted is numbered through
        outcome = referred.state_of("adopted_as_a_whole", "text")
        day = text.adopted_on[:10]
        add(made, "eventRef", eId=ADOPTION, date=day, source=events[0][2], type="amendment", refersTo=outcome)


def amendment_link(state: State, amendment: Amendment, referred: Referred) -> str:
    """The ``#id`` of an amendment that changed the text."""
    return referred.link("passiveRef", names.amendment_work(state, amendment).iri, amendment.number)


def write_workflow(
    meta: Element, state: State, text: Text, entries: dict[str, Entry], referred: Referred
) -> None:
    """The decisions on each node and on the text, in the order in which they were taken."""
    place = _Places(state, text, entries)
    steps: list[tuple[str, int, Step, str, str]] = []
    for at, node in enumerate(text):
        for step in node.history:
            if step.to in NODE_STEPS:
                steps.append((step.at, at, step, "paragraph", place(node.id)))
    for step in text.history:
        if step.to in _TEXT_STEPS:
            steps.append((step.at, len(text.nodes), step, "text", ""))
    if not steps:
        return
    made = add(meta, "workflow", source=referred.house)
    ordered = sorted(steps, key=lambda each: each[:2])
    for number, (at_time, _place, step, of, href) in enumerate(ordered, start=1):
        outcome = referred.state_of(step.to, of)
        eid = f"step_{number}"
        add(made, "step", eId=eid, date=at_time, by=referred.meeting, outcome=outcome, href=href)


def write_amendment_workflow(meta: Element, amendment: Amendment, referred: Referred) -> None:
    """The steps of an amendment, from its receipt on."""
    made = add(meta, "workflow", source=referred.house)
    by = referred.actor(amendment.taken_over_from or amendment.by)
    add(made, "step", eId="step_1", date=amendment.received, by=by, outcome=referred.concept("received"))
    number = 1
    for step in amendment.history:
        if step.corrects or (step.at == amendment.received and step.to in ("proposed", "queued")):
            continue
        number += 1
        who = referred.actor(step.by) if step.by in referred.state.assembly.groups else referred.meeting
        outcome = referred.state_of(step.to, "amendment")
        add(made, "step", eId=f"step_{number}", date=step.at, by=who, outcome=outcome)


def write_text_analysis(
    meta: Element, state: State, text: Text, entries: dict[str, Entry], referred: Referred
) -> None:
    """The amendments that changed the text, the votes on it, and what was numbered anew."""
    made = add(meta, "analysis", source=referred.house)
    _passive(made, state, text, entries, referred)
    place = _Places(state, text, entries)
    found = ((vote, _voted_on(state, text, place, vote)) for vote in state.assembly.votes)
    write_votes(made, [(vote, href) for vote, href in found if href], referred)
    _mappings(made, entries, referred)
    if not len(made):
        meta.remove(made)


def write_votes(analysis: Element, votes: list[tuple[Vote, str]], referred: Referred) -> None:
    """Each vote with what it was on, its figures and its quorum."""
    if not votes:
        return
    made = add(analysis, "parliamentary")
    for vote, href in votes:
        eid = f"voting_{vote.number}"
        outcome, method = referred.outcome(vote.outcome), referred.method(vote.method)
        voting = add(made, "voting", eId=eid, outcome=outcome, refersTo=method, href=href)
        counted, quorum = str(vote.figures.counted), referred.concept("quorum")
        add(voting, "quorum", eId=f"{eid}__quorum", value=counted, refersTo=quorum)
        if vote.candidates:
            for number, (who, count) in enumerate(vote.candidates.items(), start=1):
                about = referred.actor(who) if _listed(referred, who) else ""
                add(voting, "count", eId=f"{eid}__count_{number}", value=str(count), refersTo=about)
            continue
        for number, (choice, field) in enumerate(_CHOICES.items(), start=1):
            value, about = str(getattr(vote.figures, field)), referred.concept(choice)
            add(voting, "count", eId=f"{eid}__count_{number}", value=value, refersTo=about)


def _listed(referred: Referred, who: str) -> bool:
    """Whether *who* is on the list of participants."""
    return referred.state.assembly.person(who) is not None


def kinds_of(change: Change) -> tuple[str, ...]:
    """What a change is in the list of the schema; a move, for which it has no word, is two."""
    if isinstance(change, WordChange):
        if change.base and not change.proposed:
            return ("repeal",)
        if all(op.insertion for op in change.ops):
            return ("insertion",)
        return ("repeal",) if not any(op.text for op in change.ops) else ("substitution",)
    if isinstance(change, Move):
        return ("repeal", "insertion")
    known: dict[type[Change], str] = {
        Deletion: "repeal",
        Insertion: "insertion",
        Split: "split",
        Join: "join",
    }
    return (known.get(type(change), "substitution"),)


class _Places:
    """Where a node is: in this document, or else in the draft, where it still stood."""

    def __init__(self, state: State, text: Text, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self.draft = f"{names.draft_expression(state, text, text.languages[0])}/!main"
        self.before = names_while_amended(text, state.assembly.meeting.rules.numbering)

    def __call__(self, node: str) -> str:
        entry = self.entries.get(node)
        if entry is not None:
            return f"#{entry.eid}"
        name = self.before.get(node)
        return f"{self.draft}~{name}" if name else self.draft


def _passive(
    analysis: Element, state: State, text: Text, entries: dict[str, Entry], referred: Referred
) -> None:
    made = add(analysis, "passiveModifications")
    place = _Places(state, text, entries)
    count = 0
    for amendment in adopted_amendments(state, text):
        source = names.amendment_work(state, amendment).iri
        amendment_link(state, amendment, referred)
        for kind, target, new in _effects(amendment, text):
            count += 1
            moved = referred.concept("moved") if kind == "moved" else ""
            real = "insertion" if moved else kind
            mod = add(made, "textualMod", type=real, eId=f"pmod_{count}", refersTo=moved)
            add(mod, "source", href=source)
            add(mod, "destination", href=place(target))
            if new and (there := entries.get(new)) is not None:
                add(mod, "new", href=f"#{there.eid}")
    if not count:
        analysis.remove(made)


def _effects(amendment: Amendment, text: Text) -> Iterator[tuple[str, str, str]]:
    """What an adopted amendment did: kind, the node that it was done to, and the node that it made."""
    said: set[tuple[str, str, str]] = set()
    original = {change.node for change in amendment.word_changes() if change.language == amendment.language}
    for change in amendment.changes:
        if (
            isinstance(change, WordChange)
            and change.language != amendment.language
            and change.node in original
        ):
            continue  # its translation does the same
        if isinstance(change, Insertion):
            # only what stands by the place of the insertion: the items of a new paragraph come with it
            new = [each.id for each in change.nodes if not each.parent]
            found = [("insertion", change.anchor, each) for each in new]
        elif isinstance(change, Move):
            found = [("moved", change.anchor, change.node)]
        elif isinstance(change, Split):
            found = [("split", change.node, change.new)]
        else:
            found = [(kind, change.node, "") for kind in kinds_of(change)]
        for each in found:
            if each not in said:
                said.add(each)
                yield each


def _voted_on(state: State, text: Text, place: _Places, vote: Vote) -> str:
    """What a vote on *text* was on; "" for another vote."""
    about = vote.subject
    if about.kind == "node" and about.text_id == text.id:
        return place(about.id)
    amendment = state.drafting.amendments.get(about.id)
    if amendment is None or amendment.text_id != text.id:
        return ""
    return names.amendment_work(state, amendment).iri


def _mappings(analysis: Element, entries: dict[str, Entry], referred: Referred) -> None:
    """The concordance: what each node that has another number now was called before."""
    moved = [entry for entry in entries.values() if entry.wid]
    if not moved:
        return
    made = add(analysis, "mappings", source=referred.house)
    for number, entry in enumerate(moved, start=1):
        original, current = f"#{entry.wid}", f"#{entry.eid}"
        add(made, "mapping", eId=f"map_{number}", original=original, current=current, start=f"#{ADOPTION}")


__all__ = [
    "adopted_amendments",
    "kinds_of",
    "write_amendment_workflow",
    "write_lifecycle",
    "write_text_analysis",
    "write_votes",
    "write_workflow",
]
