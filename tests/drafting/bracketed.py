"""Amendments in square brackets, for the tests of brackets."""

from __future__ import annotations

from typing import Any

from consult_app.drafting.brackets.open_brackets import OpenBracket, open_brackets
from consult_app.drafting.views import view
from consult_app.drafting.wordings.wording import words
from consult_app.publishing.shown_brackets import with_brackets
from tests.small_meeting import Meeting

BASE = "Governments should respect the rest of keepers."


def replaced(old: str, new: str) -> str:
    """The words of paragraph 3 with *new* in the place of *old*."""
    return BASE.replace(old, new)


def bracket(meeting: Meeting, number: str) -> list[str]:
    """Call an amendment and put it in brackets; the brackets in which it stands."""
    meeting.do("call_amendment", amendment=number)
    found: list[str] = meeting.do("bracket_amendment", amendment=number)["brackets"]
    return found


def bracketed(meeting: Meeting, target: str, text: Any = None, **fields: Any) -> str:
    """Hand in an amendment and put it in brackets; its number."""
    number = meeting.submit(target, text, **fields)
    bracket(meeting, number)
    return number


def disputed(*languages: str) -> Meeting:
    """Paragraph 3 with B.1 (D.1 of the workers, D.2 of the employers) and B.2 (D.3 of the workers)."""
    meeting = Meeting(*languages)
    bracketed(meeting, "3", replaced("should", "shall"))
    bracketed(meeting, "3", replaced("should", "may"), by="employers")
    bracketed(meeting, "3", replaced("keepers.", "keepers and pilots."))
    return meeting


def still_open(meeting: Meeting) -> dict[str, OpenBracket]:
    """The open brackets by number."""
    return {each.bracket.number: each for each in open_brackets(meeting.state.drafting, meeting.text)}


def shown(meeting: Meeting, label: str, language: str = "en") -> str:
    """What a person reads of a node in the current view."""
    lines = view(meeting.state.drafting, meeting.text, "current", language)
    line = next(each for each in lines if each.node == meeting.node(label).id)
    return words(with_brackets(meeting.state.assembly, line.segments, "en"))
