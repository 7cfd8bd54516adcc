"""The order of discussion as ``consult show`` says it: who is taken when, who touches the same words, who
cannot be placed, and what would follow from a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.conflicts import cannot_place, conflict_groups, identical
from consult_app.drafting.amendments.effect import Collision
from consult_app.drafting.amendments.order import discussion
from consult_app.drafting.amendments.work import numbers
from consult_app.drafting.deciding.rehearsal import Act, Rehearsal, rehearse
from consult_app.meetings.acts import LANGUAGES, Context
from consult_app.meetings.reasons import Message
from consult_app.state import State
from consult_app.words import say


def order_shown(state: State, collisions: Mapping[str, Iterable[Collision]]) -> dict[str, Any]:
    """``order``, ``conflict_groups`` and ``identical`` by numbers, through all texts of the meeting.
    *collisions* are those of each amendment, by its id."""
    drafting = state.drafting
    texts = list(drafting.texts.values())
    return {
        "order": [a.number for text in texts for a in discussion(drafting, text)],
        "conflict_groups": [
            numbers(group) for text in texts for group in conflict_groups(drafting, text, collisions)
        ],
        "identical": [numbers(group) for text in texts for group in identical(drafting, text)],
    }


def placing_shown(state: State, amendment: Amendment) -> dict[str, Any]:
    """The sort code of an amendment, and why it cannot be placed (None where it can)."""
    why = cannot_place(state.drafting, state.drafting.texts[amendment.text_id]).get(amendment.id)
    return {"sort_code": amendment.sort_code, "cannot_place": in_languages(why) if why else None}


def rehearsed(state: State, context: Context, asked: str, act: Act) -> list[Rehearsal]:
    """The rehearsal of *act* for the amendment of that number or id, or for ``all`` that are pending, in
    order of discussion; [] where there is no such amendment."""
    drafting = state.drafting
    if asked == "all":
        found = [a for text in drafting.texts.values() for a in discussion(drafting, text)]
    else:
        one = drafting.by_number(asked.strip())
        found = [one] if one is not None else []
    return [rehearse(drafting, state.assembly, context, each, act) for each in found]


def rehearsal_shown(found: Rehearsal) -> dict[str, Any]:
    """A rehearsal as JSON-ready data, its sentences in three languages."""
    refused = {"rule": found.rule, "why": in_languages(found.refused)} if found.refused else None
    return {
        "number": found.number,
        "act": found.act,
        "falls": list(found.falls),
        "collides": list(found.collides),
        "rebases": list(found.rebases),
        "stays": list(found.stays),
        "collisions": {number: in_languages(why) for number, why in found.collisions},
        "refused": refused,
        "asks": in_languages(found.asks) if found.asks else None,
        "sentence": {language: rehearsal_said(found, language) for language in LANGUAGES},
    }


def rehearsal_said(found: Rehearsal, language: str) -> str:
    """A rehearsal in words of one language."""
    return " ".join(say(each, language) for each in found.sentences)


def in_languages(message: Message) -> dict[str, str]:
    """A message in each language of the house."""
    return {language: say(message, language) for language in LANGUAGES}
