"""What undo or redo would do, in words: "adopt paragraph 5(iii)".

The window names places, people and amendments by id in its commands; a person is told their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from consult_app.meetings.reasons import Message, Place
from consult_app.ui.language import Languages, number_said, say

if TYPE_CHECKING:
    from consult_app.state import State

_NAMED: Final = (
    *("node", "target", "amendment", "amends", "participant", "member", "by", "group", "who", "speaker"),
    *("item", "document", "action"),
)
_OBJECTS: Final = frozenset(
    ("open {node}", "adopt {node}", "reopen {node}", "translate {node}", "sign off {node}", "vote on {node}")
)
"""The labels in which a place is the object of the verb: French and Spanish give it an article there."""
_APART: Final = ", "


def undo_words(label: Message | None, state: State) -> str:
    """Return the *label* that the desk gives, with what it names by id called by name as *state* has
    it, in the window's language; "" for None. What is no id stays as it was typed."""
    if label is None:
        return ""
    article = label.msgid in _OBJECTS
    known = {name: _named(str(label.values.get(name, "")), state, article=article) for name in _NAMED}
    return say(Message(label.msgid, {**label.values, **known}))


def _named(said: str, state: State, *, article: bool) -> object:
    parts = [_name(part, state, article=article) for part in said.split(_APART)]
    return parts[0] if len(parts) == 1 else parts


def _name(said: str, state: State, *, article: bool) -> str | Place:
    # not before a meeting is open: the window shows first
    from consult_app.drafting.text.numbering import labels
    from consult_app.meetings.kept.agenda import labels as agenda_labels

    if state.assembly.person(said) or said in state.assembly.groups:
        return state.assembly.name_of(said, Languages.current())
    if said in state.drafting.amendments:
        return number_said(state.drafting.amendments[said].number, "within")
    if any(said == item.id for item in state.assembly.agenda):
        return agenda_labels(state.assembly.agenda)[said]
    if said in state.assembly.documents:
        document = state.assembly.documents[said]
        return document.symbol or next(iter(document.titles.values()), said)
    for text in state.drafting.texts.values():
        if said in text.nodes:
            named = labels(text.tree, False, state.assembly.meeting.rules.numbering)
            return Place(text.tree.spots[said].kind, named.get(said, said), article)
    return said
