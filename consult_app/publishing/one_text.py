"""Papers of one text, where the meeting has several: the same papers, made of a state with that text alone.

What belongs to a text (design.md §4) are its words, its amendments and its brackets; decisions, votes and the
list of participants are of the whole meeting. Numbers of amendments run through the meeting and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from consult_app.meetings.reasons import N_, refuse
from consult_app.state import State

from .papers.comparison import Moment, Moments

OF_A_TEXT: Final = ("final", "marked", "sheet", "compendium", "order", "comparison", "trilingual", "followup")
"""The papers that can be of one text; the others are of the whole meeting."""


def only(state: State, text_id: str) -> State:
    """*state* with the text *text_id* and what belongs to it. Raises Refused where there is none."""
    if text_id not in state.drafting.texts:
        raise refuse("unknown_text", N_("There is no text “{text}”."), text=text_id)
    return _narrowed(state, text_id)


def only_in(moments: Moments | None, text_id: str) -> Moments | None:
    """The same two moments with that text alone; in the earlier one it may not have been there yet."""
    if moments is None:
        return None
    first, second = (Moment(_narrowed(each.state, text_id), each.seq, each.at) for each in moments)
    return first, second


def guard(papers: Sequence[str]) -> None:
    """Raises Refused for a paper that is never of one text."""
    for name in papers:
        if name not in OF_A_TEXT:
            raise refuse(
                "whole_meeting",
                N_("The paper “{name}” is of the whole meeting; ask for it without naming a text."),
                name=name,
            )


def _narrowed(state: State, text_id: str) -> State:
    drafting = state.drafting
    narrowed = msgspec.structs.replace(
        drafting,
        texts={name: text for name, text in drafting.texts.items() if name == text_id},
        amendments={name: each for name, each in drafting.amendments.items() if each.text_id == text_id},
        brackets={name: each for name, each in drafting.brackets.items() if each.text_id == text_id},
    )
    return msgspec.structs.replace(state, drafting=narrowed)


__all__ = ["OF_A_TEXT", "guard", "only", "only_in"]
