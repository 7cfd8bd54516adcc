"""What the Governing Body paper takes from the record: what the meeting and its text are called in a
sentence, and which fields are still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consult_app.drafting.amendments.amendment import Amendment, Drafting
from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.governing_body_paper import GoverningBodyPaper
from consult_app.meetings.papers.governing_body import WORDED
from consult_app.meetings.reasons import N_, Message, Refused
from consult_app.state import State

from .. import gate
from ..formulas.bodies import organ_name
from ..formulas.outcomes import genitive
from ..papers.heads import in_language
from . import forms

#: what nothing in the record gives, and a paper cannot do without
_NEEDED = (
    ("symbol", N_("symbol")),
    ("session_month", N_("month of the session")),
    ("date", N_("date of the paper")),
    ("strategic_objective", N_("relevant strategic objective")),
    ("outcome", N_("main relevant outcome")),
    ("author_unit", N_("author unit")),
)
_NAMES = {
    "title": N_("title"),
    "segment": N_("segment"),
    "purpose": N_("purpose of the document"),
    "policy": N_("policy implications"),
    "legal": N_("legal implications"),
    "financial": N_("financial implications"),
    "follow_up": N_("follow-up action required"),
    "background": N_("background"),
    "draft_decision": N_("draft decision"),
} | dict(_NEEDED)

_NOT_CONSIDERED = frozenset({"inadmissible", "not_moved"})


def entered(state: State) -> bool:
    """Whether anything was filled in for the paper: then there is matter for it."""
    return state.assembly.governing_body != GoverningBodyPaper()


def missing(state: State, language: str) -> list[Message]:
    """The fields that are lacking in *language*: those that have to be filled in, and words that are there in
    another language only."""
    paper = state.assembly.governing_body
    out = [Message(msgid) for name, msgid in _NEEDED if not getattr(paper, name)]
    for name in WORDED:
        words: dict[str, str] = getattr(paper, name)
        if words and language not in words:
            out.append(Message(_NAMES[name]))
    if not paper.background and not list(decisions_cited(state)):
        out.append(Message(_NAMES["background"]))
    return out


def obstacles(state: State, language: str) -> list[Message]:
    """What stands in the way of the paper in *language*: the fields that are lacking."""
    found = missing(state, language)
    if not found:
        return []
    said = gate.LANGUAGE_MESSAGES[language]
    return [
        Message(
            N_("to be filled in for the Governing Body paper ({language}): {fields}"),
            {"language": said, "fields": found},
        )
    ]


def guard(state: State, languages: Sequence[str]) -> None:
    """Raises Refused with the whole list when the paper cannot be printed in *languages*: the adopted text is
    its appendix, so what holds that up holds up the paper."""
    found = gate.general_obstacles(state)
    for language in languages:
        found += gate.language_obstacles(state, language) + obstacles(state, language)
    if found:
        raise Refused(
            Message(N_("The Governing Body paper cannot be printed yet: {obstacles}."), {"obstacles": found}),
            "gate",
        )


def decisions_cited(state: State) -> Iterator[str]:
    """The symbols of the Governing Body documents in the register."""
    for document in state.assembly.documents.values():
        if document.kind == "governing_body_document" and document.symbol:
            yield document.symbol


def considered(drafting: Drafting) -> list[Amendment]:
    """The amendments that the meeting has done with, each once: one that was divided stands for its parts,
    and one that its author replaced is counted as what it was replaced by. Not those that were never before
    the meeting."""
    return [
        each
        for each in drafting.amendments.values()
        if not (each.amends or each.part_of or each.pending or each.kind == "live")
        and each.state not in _NOT_CONSIDERED
        and not _replaced(drafting, each)
    ]


def parts_of(drafting: Drafting, amendment: Amendment) -> list[Amendment]:
    """What *amendment* was divided into, and what came of its parts in turn; itself where it was not
    divided."""
    if amendment.state != "split":
        return [amendment]
    parts = [each for each in drafting.amendments.values() if each.part_of == amendment.id]
    return [each for part in parts for each in parts_of(drafting, part)]


def _replaced(drafting: Drafting, amendment: Amendment) -> bool:
    steps = (step for step in amendment.history if step.to == "superseded" and not step.corrects)
    by = {step.by for step in steps} - {""}
    return amendment.state == "superseded" and bool(by - drafting.brackets.keys())


def kind(state: State) -> str:
    """What was adopted, or is to be: ``conclusions`` or ``resolution``."""
    kinds = [text.kind for text in state.drafting.texts.values()]
    return kinds[0] if kinds and kinds[0] in forms.TEXTS else "conclusions"


def text_words(state: State, language: str) -> dict[str, str]:
    """The text as the formulas name it: ``text``, ``of_text``, ``in_text``."""
    text, of_text, in_text = forms.TEXTS[kind(state)][language]
    return {"text": text, "of_text": of_text, "in_text": in_text}


def meeting_words(state: State, language: str) -> dict[str, str]:
    """The meeting as a sentence names it: ``meeting``, ``of_meeting`` and, at the beginning, ``Meeting``."""
    named = in_language(state.assembly.meeting.organ, language).strip().rstrip(",")
    named = named or organ_name(state.assembly, language)
    within = named[:1].lower() + named[1:]
    return {"meeting": within, "of_meeting": genitive(within, language), "Meeting": capitalized(named)}


__all__ = [
    "considered",
    "decisions_cited",
    "entered",
    "guard",
    "kind",
    "meeting_words",
    "missing",
    "obstacles",
    "parts_of",
    "text_words",
]
