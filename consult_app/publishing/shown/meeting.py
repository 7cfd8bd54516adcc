"""What ``consult show --json`` says of a meeting (contract.md): the state as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consult_app.drafting.amendments.amendment import Amendment, Drafting, Free, Insertion, Join, Split
from consult_app.drafting.amendments.colliding import plain
from consult_app.drafting.amendments.effect import Collision, explained
from consult_app.drafting.amendments.kinds import kind_of, kinds_by_segment
from consult_app.drafting.amendments.order import at_node
from consult_app.drafting.amendments.rebase import NEW_CUT
from consult_app.drafting.follow_up.register import roles
from consult_app.drafting.house_style.house import list_of
from consult_app.drafting.text.behind import behind
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.views import Line, View, view
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import fingerprint, parse, write
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import Message
from consult_app.publishing.formulas.results import of_vote
from consult_app.publishing.shown.order import order_shown, placing_shown
from consult_app.publishing.shown.people import people_shown
from consult_app.publishing.shown.proceedings import proceedings_shown
from consult_app.publishing.shown.votes import votes_shown
from consult_app.publishing.shown_brackets import (
    brackets_listed,
    brackets_shown,
    elsewhere_said,
    in_its_own_language,
    with_brackets,
)
from consult_app.state import State
from consult_app.words import number_words, say, term


def shown(state: State, seq: int, which: View = "current") -> dict[str, Any]:
    """The whole meeting as JSON-ready data; texts as they stand in the view *which*."""
    meeting = state.assembly.meeting
    texts = state.drafting.texts
    text = next(iter(texts.values()), None)
    told = {name: explained(state.drafting, each) for name, each in state.drafting.amendments.items()}
    collisions = {name: [collision for collision, _ in found] for name, found in told.items()}
    out: dict[str, Any] = {
        "title": meeting.titles,
        "state": text.state if text else "no_text",
        "seq": seq,
        "symbol": meeting.symbol,
        "place": meeting.place,
        "from": meeting.begins,
        "to": meeting.ends,
        "rules": meeting.rules.id,
        "nodes": [],
        "amendments": [_amendment(state, each, told[each.id]) for each in state.drafting.amendments.values()],
    }
    out |= order_shown(state, collisions)
    out |= brackets_shown(state)
    if text is not None:
        out["nodes"] = _nodes(state, text, which)
    if len(texts) > 1:
        out["texts"] = {
            each.id: {"kind": each.kind, "state": each.state, "nodes": _nodes(state, each, which)}
            for each in texts.values()
        }
    out |= _people(state) | votes_shown(state.assembly) | proceedings_shown(state)
    return out | {"warnings": _warnings(state)}


def _nodes(state: State, text: Text, which: View) -> list[dict[str, Any]]:
    style = state.assembly.meeting.rules.numbering
    lines = {language: view(state.drafting, text, which, language, style) for language in text.languages}
    role = roles(text)
    out = []
    for index, line in enumerate(next(iter(lines.values()), [])):
        if line.proposed_by and which != "marked":
            continue
        words = {}
        for language in text.languages:
            here = lines[language][index]
            kept = "".join(write(s.runs) for s in here.segments if s.change != "insert")
            words[language] = (
                write([run for s in here.segments for run in s.runs]) if line.proposed_by else kept
            )
        node = text.nodes.get(line.node)
        entry: dict[str, Any] = {
            "id": line.node,
            "kind": line.spot.kind,
            "label": line.label,
            "depth": line.depth,
        }
        if node is None:
            amendment = state.drafting.amendments[line.proposed_by]
            entry |= {
                "text": words,
                "state": "proposed",
                "proposed_by": amendment.number,
                "languages": {},
                "amendments": [],
            }
        else:
            entry |= {
                "text": {
                    k: node.text(k) if which != "original" else v
                    for k, v in words.items()
                    if v or node.text(k)
                },
                "state": node.state,
                "role": role.get(node.id, ""),
                "languages": {language: _language(node, language) for language in LANGUAGES},
                "amendments": [a.number for a in at_node(state.drafting, node.id)],
            }
        if which == "marked" and node is not None:
            entry["changes"] = {
                language: _marks(state.drafting, lines[language][index]) for language in text.languages
            }
        out.append(entry)
    return out


def _language(node: Node, language: str) -> dict[str, Any]:
    status = node.status(language)
    out: dict[str, Any] = {"status": status}
    if status != "missing":
        out["seen"] = fingerprint(node.text(language))
    if status == "out_of_date":
        out["changed"] = behind(node, language).changed
    return out


def _marks(drafting: Drafting, line: Line) -> list[dict[str, Any]]:
    numbers = {a.id: a.number for a in drafting.amendments.values()}
    words = [write(segment.runs) for segment in line.segments]
    kinds = kinds_by_segment(line.segments, words)
    out = [
        {"amendments": [numbers[a] for a in segment.by], segment.change: said, "change_kind": kind}
        for segment, said, kind in zip(line.segments, words, kinds, strict=True)
        if segment.change
    ]
    return out + [{"amendments": [numbers[a]], "delete_node": True} for a in line.deleted_by]


def _amendment(
    state: State, amendment: Amendment, collisions: list[tuple[Collision, Message]]
) -> dict[str, Any]:
    text = state.drafting.texts[amendment.text_id]
    named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
    out: dict[str, Any] = {
        "id": amendment.id,
        "number": amendment.number,
        "state": amendment.state,
        "kind": amendment.kind,
        "change_kind": kind_of(amendment),
        "by": amendment.by,
        "co_authors": list(amendment.co_authors),
        "seconded_by": amendment.seconded_by,
        "targets": [named.get(node, node) for node in amendment.targets()],
        "language": amendment.language,
        "proposed": _proposed(amendment),
        "positions": amendment.positions,
        "positions_stated": [
            {"group": each.group, "position": each.position, "at": each.at} for each in amendment.stated
        ],
        "collisions": [collision(*found) for found in collisions],
    }
    out |= placing_shown(state, amendment)
    if amendment.amends:
        out["amends"] = state.drafting.amendments[amendment.amends].number
        out["oral"] = amendment.moved_orally
    if amendment.taken_over_from:
        out["taken_over_from"] = amendment.taken_over_from
    return out


def _proposed(amendment: Amendment) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for words in amendment.word_changes():
        out.setdefault(words.language, []).append(words.proposed)
    for change in amendment.changes:
        if isinstance(change, Insertion):
            for node in change.nodes:
                for language, text in node.texts.items():
                    out.setdefault(language, []).append(text)
        elif isinstance(change, Split | Join):
            for words in change.words:
                out.setdefault(words.language, []).extend(words.proposed.split(NEW_CUT))
        elif isinstance(change, Free):
            for language, text in change.words.items():
                out.setdefault(language, []).append(text)
    return {language: [text.strip() for text in found] for language, found in out.items()}


def collision(found: Collision, sentence: Message) -> dict[str, Any]:
    """One collision of an amendment, with its *sentence* in three languages."""
    return {
        "with": list(found.amendments),
        "node": found.node,
        "language": found.language,
        "base": plain(found.clash.base),
        "mine": plain(found.clash.mine),
        "theirs": plain(found.clash.theirs),
        "why": {language: say(sentence, language) for language in LANGUAGES},
    }


def _people(state: State) -> dict[str, Any]:
    assembly = state.assembly
    return people_shown(assembly) | {
        "sittings": [
            {"number": s.number, "kind": s.kind, "opened": s.opened, "closed": s.closed or None}
            for s in assembly.sittings
        ],
    }


def _warnings(state: State) -> list[str]:
    out = []
    for text in state.drafting.texts.values():
        for language in LANGUAGES:
            late = [n for n in text if not n.deleted and n.status(language) == "out_of_date"]
            if late:
                out.append(f"{language}: {len(late)} out of date")
    return out


def listing(state: State, which: View, language: str, words: str) -> Iterator[str]:
    """The text for a terminal, a line a node: label, words, state; then the amendments. *language* is
    that of the text, *words* that of what is said about it. Marked changes stand as [-…-] and {+…+}
    with the numbers of their amendments."""
    meeting = state.assembly.meeting
    yield meeting.titles.get(language) or next(iter(meeting.titles.values()), "")
    for text in state.drafting.texts.values():
        yield f"— {term('state', text.state, 'text', words)} —"
        for line in view(state.drafting, text, which, language, meeting.rules.numbering):
            node = text.nodes.get(line.node)
            segments = line.segments
            if any(segment.bracket for segment in segments):
                segments = (Segment(parse(with_brackets(state.assembly, segments, language))),)
            said = "".join(_marked_words(state.drafting, segment) for segment in segments)
            if not said and node:
                said = f"({term('language', node.status(language), 'wording', words)})"
            if not said and line.proposed_by:
                said = in_its_own_language(state, line, words)
            label = line.label or f"+{state.drafting.amendments[line.proposed_by].number}"
            about = f"  ({term('state', node.state, 'paragraph', words)})" if node else ""
            if node and which == "current" and (others := elsewhere_said(state, text, node, language, words)):
                about += f"  ({others})"
            yield f"{'    ' * line.depth}{label}  {said}{about}"
    for amendment in state.drafting.amendments.values():
        by = list_of([state.assembly.name_of(who, words) for who in amendment.authors], words)
        number = number_words(amendment.number, words)
        yield f"{number}  {by}: {term('state', amendment.state, 'amendment', words)}"
    for vote in state.assembly.votes:
        yield f"{vote.symbol}  {of_vote(vote, words)}"
    yield from brackets_listed(state, words)


def _marked_words(drafting: Drafting, segment: Segment) -> str:
    said, bracket = "", 0
    for run in segment.runs:
        if run.bracket != bracket:
            said += "]" * bool(bracket) + "[" * bool(run.bracket)
            bracket = run.bracket
        said += f"[^{run.note}]" if run.note else run.text
    said += "]" * bool(bracket)
    if not segment.change:
        return said
    numbers = ",".join(drafting.amendments[each].number for each in segment.by)
    return f"{{+{said}+}}({numbers})" if segment.change == "insert" else f"[-{said}-]({numbers})"
