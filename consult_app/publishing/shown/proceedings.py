"""What ``consult show --json`` says of the proceedings: agenda, plan of work, documents, speakers and
the register of follow-up."""

from __future__ import annotations

from typing import Any

from consult_app.drafting.deciding.coverage import Coverage, coverage
from consult_app.drafting.follow_up.register import Action, candidates, register
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels as node_labels
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.agenda import labels
from consult_app.meetings.kept.document import Document
from consult_app.meetings.kept.speaking import Speaker, Speech
from consult_app.meetings.papers.isbn import hyphenated
from consult_app.meetings.proceedings.agenda_setting import under_discussion
from consult_app.meetings.proceedings.speaking_times import Tally, speaking_times
from consult_app.meetings.symbols import file_stem, in_language
from consult_app.state import State


def proceedings_shown(state: State) -> dict[str, Any]:
    """The keys ``agenda``, ``agenda_uncovered``, ``timetable``, ``documents``, ``speakers``, ``followup``
    and ``followup_candidates`` of the JSON."""
    return {
        **_agenda(state),
        "timetable": _timetable(state),
        "documents": [_document(each) for each in state.assembly.documents.values()],
        "speakers": _speakers(state),
        **_followup(state),
    }


def _agenda(state: State) -> dict[str, Any]:
    agenda = state.assembly.agenda
    named = labels(agenda)
    texts = state.drafting.texts.values()
    covered = {text.id: coverage(agenda, text) for text in texts} if agenda else {}
    now = under_discussion(state.assembly)
    items = [
        {
            "id": each.id,
            "item": named[each.id],
            "kind": each.kind,
            "titles": each.titles,
            "under": named.get(each.under),
            "nodes": [
                _label(state, text, node) for text in texts for node in each.nodes if node in text.nodes
            ],
            "covers": [
                _label(state, text, node)
                for text in texts
                for node in covered[text.id].nodes.get(each.id, ())
            ],
            "open": bool(now and now.item == each.id),
            "discussed": [
                {"opened": one.opened, "closed": one.closed or None, "sitting": one.sitting}
                for one in state.assembly.discussions
                if one.item == each.id
            ],
        }
        for each in agenda
    ]
    none = [
        _label(state, text, node) for text in texts for node in covered.get(text.id, Coverage({}, ())).none
    ]
    return {"agenda": items, "agenda_uncovered": none}


def _label(state: State, text: Text, node: str) -> str:
    return node_labels(text.tree, False, state.assembly.meeting.rules.numbering).get(node, node)


def _timetable(state: State) -> list[dict[str, Any]]:
    named = labels(state.assembly.agenda)
    held = {each.planned: each.number for each in state.assembly.sittings if each.planned}
    return [
        {
            "planned": each.number,
            "kind": each.kind,
            "begins": each.begins,
            "ends": each.ends or None,
            "items": [named[item] for item in each.items if item in named],
            "sitting": held.get(each.number),
        }
        for each in state.assembly.timetable
    ]


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "symbol": document.symbol,
        "symbols": {lang: in_language(document.symbol, lang) for lang in LANGUAGES}
        if document.symbol
        else {},
        "titles": document.titles,
        "kind": document.kind,
        "unit": document.unit,
        "languages": list(document.languages),
        "date": document.date,
        "isbn": {
            lang: {medium: hyphenated(number) for medium, number in numbers.items()}
            for lang, numbers in document.isbn.items()
        },
        "url": document.url,
        "session": document.session,
        "files": {lang: file_stem(document.symbol, lang, _stamp(document)) for lang in document.languages}
        if document.symbol
        else {},
    }


def _stamp(document: Document) -> str:
    """What stands in the square brackets of a file's name, where the author unit is an acronym."""
    acronym = document.unit.isupper() and document.unit.isalnum()
    return f"{document.unit}-{document.date[2:].replace('-', '')}-1" if acronym and document.date else ""


def _speakers(state: State) -> dict[str, Any]:
    speaking = state.assembly.speaking
    last = max((_until(each) for each in speaking.speeches), default="")
    times = speaking_times(state.assembly, last)
    named = labels(state.assembly.agenda)
    return {
        "closed": speaking.closed,
        "limits": speaking.limits,
        "waiting": [_speaker(state, each) for each in speaking.waiting],
        "now": _speech(state, speaking.now) if speaking.now else None,
        "speeches": [_speech(state, each) for each in speaking.speeches],
        "times": {
            "total": _tally(times.total),
            "by_group": {key: _tally(each) for key, each in times.by_group.items()},
            "by_speaker": {key: _tally(each) for key, each in times.by_speaker.items()},
            "by_item": {named.get(key, key): _tally(each) for key, each in times.by_item.items()},
        },
    }


def _until(speech: Speech) -> str:
    return speech.ended or speech.stretches[-1].ended or speech.stretches[-1].began


def _tally(tally: Tally) -> dict[str, int]:
    return {"number": tally.number, "seconds": tally.seconds}


def _speaker(state: State, speaker: Speaker) -> dict[str, Any]:
    amendment = state.drafting.amendments.get(speaker.amendment)
    return {
        "id": speaker.id,
        "who": speaker.who,
        "name": state.assembly.name_of(speaker.who),
        "kind": speaker.kind,
        "on_behalf_of": speaker.on_behalf_of or None,
        "item": labels(state.assembly.agenda).get(speaker.item),
        "amendment": amendment.number if amendment else None,
        "asked": speaker.asked,
    }


def _speech(state: State, speech: Speech) -> dict[str, Any]:
    """A speech; of one that lasts, the seconds up to what was last recorded of it."""
    seconds = speech.seconds(_until(speech))
    return _speaker(state, speech.speaker) | {
        "sitting": speech.sitting,
        "began": speech.began,
        "ended": speech.ended or None,
        "running": speech.running,
        "seconds": seconds,
        "allowed": speech.allowed or None,
        "overrun": max(0, seconds - speech.allowed) if speech.allowed else 0,
        "summary": speech.summary,
        "summaries": speech.summaries,
    }


def _followup(state: State) -> dict[str, Any]:
    style = state.assembly.meeting.rules.numbering
    texts = state.drafting.texts.values()
    return {
        "followup": [_action(each) for text in texts for each in register(state.drafting, text, style=style)],
        "followup_candidates": [
            {
                "node": each.id,
                "actors": list(each.actors),
                "strength": each.strength,
                "language": each.language,
                "sentence": each.sentence,
            }
            for text in texts
            for each in candidates(state.drafting, text, style)
        ],
    }


def _action(action: Action) -> dict[str, Any]:
    languages = list(action.texts)
    return {
        "id": action.id,
        "node": action.node or None,
        "actor": ", ".join(action.actors),
        "actors": list(action.actors),
        "strength": action.strength,
        "text": action.texts,
        "verb": {lang: said.verb for lang, said in action.readings.items()},
        "condition": {lang: action.condition_in(lang) for lang in languages},
        "partners": {lang: list(action.partners_in(lang)) for lang in languages},
        "due": action.due or None,
        "reporting_body": action.reporting_body or None,
        "unit": action.unit,
        "status": action.status,
        "note": action.note,
        "edited": ["actor" if name == "actors" else name for name in action.edited],
    }


__all__ = ["proceedings_shown"]
