"""Square brackets in words: as ``consult show`` says them, on the terminal and in papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.drafting.brackets.open_brackets import open_brackets
from consult_app.drafting.brackets.view import BAR, elsewhere, new_in_brackets, spelt_out
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.brackets import Alternative, Bracket
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.views import Line
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import words as bare
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.reasons import N_, Message
from consult_app.publishing.gate import LANGUAGE_MESSAGES
from consult_app.state import State
from consult_app.words import say, term

#: said of a wording whose brackets stand in that language
IN_ANOTHER = {
    "en": N_("{brackets}: further words in square brackets in English"),
    "fr": N_("{brackets}: further words in square brackets in French"),
    "es": N_("{brackets}: further words in square brackets in Spanish"),
}
_GROUPS = ("government", "employers", "workers")


def brackets_shown(state: State) -> dict[str, Any]:
    """The square brackets of the meeting in the order in which they arose: what stands in the open ones,
    and what the others held last and how they ended."""
    found: dict[str, dict[str, Any]] = {}
    for text in state.drafting.texts.values():
        for each in open_brackets(state.drafting, text):
            bracket = each.bracket
            held = each.found.words, each.found.alternatives
            found[bracket.number] = _entry(state, text, bracket, *held)
    for bracket in state.drafting.brackets.values():
        if not bracket.open:
            text = state.drafting.texts[bracket.text_id]
            found[bracket.number] = _entry(state, text, bracket, bracket.words, bracket.alternatives)
    return {"brackets": sorted(found.values(), key=lambda entry: int(entry["id"].partition(".")[2]))}


def _entry(
    state: State, text: Text, bracket: Bracket, words: str, alternatives: tuple[Alternative, ...]
) -> dict[str, Any]:
    named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
    out: dict[str, Any] = {
        "id": bracket.number,
        "node": named.get(bracket.node, bracket.node),
        "language": bracket.language,
        "kind": bracket.kind,
        "words": words,
        "alternatives": [_alternative(state.drafting, bracket, each) for each in alternatives],
        "state": bracket.state,
        "since": bracket.opened.at,
        "sitting": bracket.opened.sitting,
    }
    if len(state.drafting.texts) > 1:
        out["text_id"] = text.id
    if bracket.closed is not None:
        out["ended"] = {
            "at": bracket.closed.at,
            "sitting": bracket.closed.sitting,
            "basis": bracket.closed.basis,
            "reason": bracket.closed.reason,
            "choice": bracket.choice,
        }
    return out


def _alternative(drafting: Drafting, bracket: Bracket, alternative: Alternative) -> dict[str, Any]:
    amendment = drafting.amendments.get(alternative.amendment)
    by = alternative.by[0] if alternative.by else bracket.by
    out: dict[str, Any] = {
        "amendment": amendment.number if amendment else None,
        "by": by or None,
        "words": alternative.words,
    }
    if alternative.language != bracket.language:
        out["language"] = alternative.language
    return out


def group_in_brackets(assembly: Assembly, who: str, language: str) -> str:
    """How a group is called in square brackets: "Employers", in the language's own word; a regional group
    or a person by name."""
    if who in _GROUPS or who == "office":
        return term("bracket", who, "group", language)
    return assembly.name_of(who, language)


def in_its_own_language(state: State, line: Line, words: str) -> str:
    """The words of a node that is only proposed, in the language of its amendment and saying which, where
    they are in no other."""
    amendment = state.drafting.amendments[line.proposed_by]
    new = next(each for each in amendment.inserted() if each.id == line.node)
    plain = new.texts.get(amendment.language, "")
    if amendment.state == "bracketed":
        text = state.drafting.texts[amendment.text_id]
        segments = new_in_brackets(state.drafting, text, amendment, plain)
        plain = with_brackets(state.assembly, segments, words)
    said = bare(plain)
    return f"{said} ({say(LANGUAGE_MESSAGES[amendment.language], words)})" if said else ""


def with_brackets(assembly: Assembly, segments: tuple[Segment, ...], language: str) -> str:
    """The segments as one wording in plain form, with each bracket spelt out in *language*."""
    delete = term("bracket", "delete", "group", language)
    return spelt_out(segments, lambda who: group_in_brackets(assembly, who, language), delete)


def elsewhere_said(state: State, text: Text, node: Node, language: str, words: str) -> str:
    """What is said behind a wording in *language* whose brackets are in another: "B.1: further words in
    square brackets in English", in the language *words*; "" where all are shown."""
    said: dict[str, list[str]] = {}
    for each in elsewhere(state.drafting, text, node, language):
        said.setdefault(each.found.language, []).append(each.bracket.number)
    return "; ".join(
        say(Message(IN_ANOTHER[spoken], {"brackets": numbers}), words) for spoken, numbers in said.items()
    )


def brackets_listed(state: State, language: str) -> Iterator[str]:
    """The open brackets for a terminal, a line each: number, place, words, alternatives."""
    style = state.assembly.meeting.rules.numbering
    for text in state.drafting.texts.values():
        named = labels(text.tree, False, style)
        for each in open_brackets(state.drafting, text):
            node = each.bracket.node
            place = label_reference(text.tree.spots[node].kind, named.get(node, node), language)
            said = alternatives_said(state, each.bracket, each.found.alternatives, each.found.words, language)
            yield f"{each.bracket.number}  {place}: [{said}]"


def alternatives_said(
    state: State, bracket: Bracket, alternatives: tuple[Alternative, ...], words: str, language: str
) -> str:
    """``should | Workers (D.1): shall``: the words that stand, then each alternative with its group."""
    parts = [] if bracket.kind == "typed" else [bare(words)] * bool(words)
    for each in alternatives:
        amendment = state.drafting.amendments.get(each.amendment)
        by = each.by or ((bracket.by,) if bracket.by else ())
        who = ", ".join(dict.fromkeys(group_in_brackets(state.assembly, one, language) for one in by))
        head = f"{who} ({amendment.number})" if amendment else who
        said = bare(each.words) or term("bracket", "delete", "group", language)
        parts.append(f"{head}: {said}" if head else said)
    return BAR.join(parts)
