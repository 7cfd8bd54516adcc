"""The record of decisions as the minutes of a ``<debateReport>``: a section for each sitting, a summary for
each decision, and the figures of the votes."""

from __future__ import annotations

from itertools import groupby

from consult_app.drafting.amendments.amendment import Amendment, Drafting
from consult_app.drafting.remembered import remembered
from consult_app.meetings.kept.votes import Vote
from consult_app.state import State

from ..formulas.bodies import officers_sentence
from ..formulas.compositions import of_composition
from ..paper import Span
from ..papers import decisions
from ..papers.entries import Entry
from ..papers.meeting_entries import entries, first_officers
from . import names
from .amendment_list import expression_of
from .elements import Element, add, append_text, root
from .inline import write_spans
from .metadata import Identity, write_identification
from .procedure import write_votes
from .referred import Referred


def record(state: State, language: str, version: int = 0, marked_up: str = "") -> Element:
    """The document of the record in *language*; what it says is what the paper says."""
    day = names.as_at(state)
    work = names.paper_work(state, names.MINUTES, "decisions", day)
    outer, document = root("debateReport", {"name": work.kind[2], "contains": "originalVersion"})
    referred = Referred(state, language)
    meta = add(document, "meta")
    authors = ((referred.meeting, referred.role("author")), (referred.house, referred.role("editor")))
    write_identification(meta, Identity(work, language, day, "issue", authors, version, marked_up), referred)
    analysis = add(meta, "analysis", source=referred.house)
    container = add(add(document, "preface"), "container", name="identification", eId="ctn_1")
    add(add(container, "p"), "docTitle", decisions.title_words(language))
    if state.assembly.meeting.symbol:
        add(add(container, "p"), "docNumber", state.assembly.meeting.symbol)
    body = add(document, "mainBody", eId="body")
    opening = " ".join(of_composition(state.assembly, language))
    officers = officers_sentence(first_officers(state.assembly), language)
    for words in (opening, officers):
        if words:
            add(body, "p", words)
    votes: list[tuple[Vote, str]] = []
    by_symbol = {vote.symbol: vote for vote in state.assembly.votes}
    sections = groupby(entries(state, language), key=lambda entry: entry.sitting)
    for at, (number, found) in enumerate(sections, start=1):
        section = add(body, "debateSection", name="sitting", eId=f"dbsect_{at}")
        add(section, "heading", decisions.sitting_words(state, number, language))
        for place, entry in enumerate(found, start=1):
            eid = f"dbsect_{at}__summary_{place}"
            _summary(section, state, entry, eid, referred)
            if entry.vote in by_symbol:
                votes.append((by_symbol.pop(entry.vote), f"#{eid}"))
    if not len(body):
        add(body, "p")
    write_votes(analysis, votes, referred)
    if not len(analysis):
        meta.remove(analysis)
    referred.write(meta)
    return outer


@remembered(2)
def _by_number(drafting: Drafting) -> dict[str, Amendment]:
    # each entry of the record is looked up twice: what that takes must not grow with the meeting's square
    return {amendment.number: amendment for amendment in drafting.amendments.values()}


def _summary(section: Element, state: State, entry: Entry, eid: str, referred: Referred) -> None:
    language = referred.language
    made = add(section, "summary", eId=eid)
    head = [part for part in (entry.vote if entry.vote != entry.number else "", entry.by) if part]
    head += [part for part in (entry.seconded, entry.subject) if part]
    for at, number in enumerate(entry.number.split("\n") if entry.number else ()):
        if at:
            append_text(made, " – ")
        amendment = _by_number(state.drafting).get(number)
        if amendment is None:
            add(made, "b", number)
        else:
            add(made, "ref", number, href=expression_of(state, amendment, language))
    if head:
        append_text(made, f"{' ' if entry.number else ''}({'; '.join(head)})")
    if head or entry.number:
        append_text(made, " ")
    outcome = _outcome(state, entry, referred)
    sentence = add(made, "outcome", refersTo=outcome) if outcome else made
    write_spans(sentence, (Span(entry.sentence, bold=entry.whole),))
    if entry.quoted:
        write_spans(add(section, "p"), entry.quoted)


def _outcome(state: State, entry: Entry, referred: Referred) -> str:
    """The concept of what was decided, where it was decided on one thing; else ""."""
    if entry.whole:
        return referred.state_of("adopted_as_a_whole", "text")
    amendment = _by_number(state.drafting).get(entry.number)
    history = amendment.history if amendment is not None else ()
    steps = [step.to for step in history if step.at == entry.at and not step.corrects]
    if steps:
        return referred.state_of(steps[-1], "amendment")
    vote = next((each for each in state.assembly.votes if each.symbol == entry.vote), None)
    return referred.outcome(vote.outcome) if vote is not None else ""


__all__ = ["record"]
