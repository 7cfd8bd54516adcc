"""The record of decisions: what was decided, sitting by sitting, in the order in which it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

from consult_app.drafting.amendments import Amendment
from consult_app.drafting.house import capitalized, long_date, ordinal_word
from consult_app.drafting.nodes import Node, Step, Text
from consult_app.drafting.numbering import labels
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from . import outcomes
from .heads import masthead
from .paper import Block, Heading, Paper, Para, Runs, Table, text
from .people import author, author_in_sentence, mark_of
from .sheet import subject

_TITLE = N_("Record of decisions")
_COLUMNS = (N_("Amendment"), N_("Submitted by"), N_("Concerning"), N_("Decision"))
_PENDING = N_("Amendments not disposed of")
_STATE = N_("State")
_NO_SITTING = N_("Outside the sittings")
_SITTING = {
    "en": ("{ordinal} sitting", "Sitting {number}"),
    "fr": ("{ordinal} séance", "Séance {number}"),
    "es": ("{ordinal} sesión", "Sesión {number}"),
}
_WIDTHS = (1.0, 1.7, 1.3, 2.2)
_AS_A_WHOLE = "adopted_as_a_whole"


class Entry(msgspec.Struct, frozen=True):
    """One decision: when and in which sitting, what it was about, and its sentence. ``number``, ``by``
    and ``subject`` are empty where it was not on an amendment; ``whole`` marks the text's adoption."""

    at: str
    sitting: int
    rank: int
    sentence: str
    number: str = ""
    by: str = ""
    subject: str = ""
    whole: bool = False


def anything_decided(state: State) -> bool:
    """Whether there is anything yet to put on record."""
    return next(_entries(state, "en"), None) is not None


def decisions(state: State, language: str) -> Paper:
    """The record of decisions in *language*."""
    say = translator(language).gettext
    title = say(_TITLE)
    blocks: list[Block] = [Para(text(title), "title")]
    entries = sorted(_entries(state, language), key=lambda entry: (entry.at, entry.rank))
    for sitting, found in groupby(entries, key=lambda entry: entry.sitting):
        blocks.append(Heading(1, text(_sitting(state, sitting, language))))
        for whole, part in groupby(found, key=lambda entry: entry.whole):
            if whole:
                blocks += [Para(text(entry.sentence, bold=True)) for entry in part]
            else:
                heads = tuple(text(say(head)) for head in _COLUMNS)
                blocks.append(Table(heads, tuple(_row(entry) for entry in part), _WIDTHS))
    pending = [a for a in state.drafting.amendments.values() if a.pending]
    if pending:
        blocks.append(Heading(1, text(say(_PENDING))))
        heads = tuple(text(say(head)) for head in (*_COLUMNS[:3], _STATE))
        rows = tuple(_pending_row(state, amendment, language) for amendment in pending)
        blocks.append(Table(heads, rows, _WIDTHS))
    return Paper("decisions", title, language, masthead(state, language), tuple(blocks))


def _row(entry: Entry) -> tuple[Runs, ...]:
    return (
        text(entry.number, bold=True),
        text(entry.by),
        text(entry.subject),
        text(entry.sentence, italic=not entry.number),
    )


def _pending_row(state: State, amendment: Amendment, language: str) -> tuple[Runs, ...]:
    said = term("state", amendment.state, "amendment", language)
    about = subject(state, state.drafting.texts[amendment.text_id], amendment, language)
    by = _by(state, amendment.by, language)
    return text(amendment.number, bold=True), text(by), text(about), text(capitalized(said))


def _sitting(state: State, number: int, language: str) -> str:
    if not number:
        return translator(language).gettext(_NO_SITTING)
    word, figure = _SITTING[language]
    name = figure.format(number=number)
    if number <= 31:
        name = word.format(ordinal=capitalized(ordinal_word(number, language, "f")))
    opened = next((s.opened for s in state.assembly.sittings if s.number == number), "")
    day = long_date(date.fromisoformat(opened[:10]), language) if opened else ""
    return ", ".join(part for part in (name, day) if part)


def _by(state: State, who: str, language: str) -> str:
    return f"{mark_of(state.assembly, who)} {author(state.assembly, who, language)}".strip()


def _entries(state: State, language: str) -> Iterator[Entry]:
    for amendment in state.drafting.amendments.values():
        yield from _of_amendment(state, amendment, language)
    for text_ in state.drafting.texts.values():
        yield from _of_nodes(state, text_, language)
        for step in text_.history:
            if step.to == _AS_A_WHOLE:
                amended = any(node.state != "adopted_unchanged" for node in text_)
                sentence = outcomes.of_text(text_.kind, language, amended=amended)
                yield Entry(step.at, step.sitting, 3, sentence, whole=True)


def _of_amendment(state: State, amendment: Amendment, language: str) -> Iterator[Entry]:
    about = subject(state, state.drafting.texts[amendment.text_id], amendment, language)
    mover = amendment.taken_over_from or amendment.by
    last = ""
    for step in amendment.history:
        to, by = step.to, ""
        if to == "under_discussion" and last == "withdrawn":
            to, mover = "taken_over", step.by
            by = author_in_sentence(state.assembly, step.by, language)
        last = step.to
        if to not in outcomes.STEPS:
            continue
        sentence = outcomes.of_amendment(
            to, amendment.number, language, subamendment=amendment.subamendment, by=by
        )
        said = _by(state, mover, language)
        # what falls does so because of the decision taken in the same row, and stands after it
        yield Entry(step.at, step.sitting, int(to == "fell"), sentence, amendment.number, said, about)


def _of_nodes(state: State, text_: Text, language: str) -> Iterator[Entry]:
    """One sentence for the nodes that were adopted, or reopened, in one row with one outcome."""
    found: dict[tuple[str, str], list[Node]] = {}
    steps: dict[tuple[str, str], Step] = {}
    for node in text_:
        for step in node.history:
            by_amendment = node.id not in text_.origin.spots and step == node.history[0]
            under = _under_the_same(text_, node, step)
            if step.to in outcomes.NODE_STEPS and not by_amendment and not under:
                key = step.at, _outcome(text_, node, step)
                found.setdefault(key, []).append(node)
                steps[key] = step
    named = labels(text_.tree, False, state.assembly.meeting.rules.numbering)
    spots = text_.tree.spots
    for (at, outcome), nodes in found.items():
        labelled = [(spots[node.id].kind, named.get(node.id, node.id)) for node in nodes]
        sentence = outcomes.of_nodes(outcome, labelled, language)
        yield Entry(at, steps[at, outcome].sitting, 2, sentence)


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
