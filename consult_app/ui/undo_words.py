"""What undo or redo would do, in words: "adopt paragraph 5(iii)".

The window names places, people and amendments by id in its commands; a person is told their names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from consult_app.drafting.house_style.labels import in_reference, of_reference, to_reference
from consult_app.meetings.reasons import N_, Message, Place
from consult_app.ui.language import Languages, number_said, say

if TYPE_CHECKING:
    from consult_app.state import State

_NAMED: Final = (
    *("node", "target", "amendment", "amends", "participant", "member", "by", "group", "who", "speaker"),
    *("item", "document", "action"),
)
_OBJECTS: Final = frozenset(
    (
        *("open {node}", "adopt {node}", "reopen {node}", "translate {node}", "sign off {node}"),
        *("vote on {node}", "statement on {node}"),
    )
)
"""The labels in which a place is the object of the verb: French and Spanish give it an article there."""
_PLACED: Final[dict[str, tuple[str, str, Callable[[str, str, str], str]]]] = {
    "type a change to {target} on the floor": (
        "target",
        N_("type a change {where} on the floor"),
        in_reference,
    ),
    "hand in an amendment to {target}": ("target", N_("hand in an amendment {where}"), to_reference),
    "prepare an amendment to {target}": ("target", N_("prepare an amendment {where}"), to_reference),
    "change the words of {node}": ("node", N_("change the words {where}"), of_reference),
    "settle the brackets in {node}": ("node", N_("settle the brackets {where}"), in_reference),
}
"""The labels that name a place behind a preposition, which French and Spanish join to its article: which
value is the place, how they are said where it is known, and the form that it has there."""
_APART: Final = ", "


def undo_words(label: Message | None, state: State) -> str:
    """Return the *label* that the desk gives, with what it names by id called by name as *state* has
    it, in the window's language; "" for None. What is no id stays as it was typed."""
    if label is None:
        return ""
    if (placed := _placed(label, state)) is not None:
        return say(placed)
    article = label.msgid in _OBJECTS
    known = {name: _named(str(label.values.get(name, "")), state, article=article) for name in _NAMED}
    return say(Message(label.msgid, {**label.values, **known}))


def _placed(label: Message, state: State) -> Message | None:
    """The *label* with its place in the form that it has there; None where it names no known place so."""
    if label.msgid not in _PLACED:
        return None
    value, msgid, form = _PLACED[label.msgid]
    found = _name(str(label.values.get(value, "")), state, article=False)
    if not isinstance(found, Place):
        return None
    return Message(msgid, {"where": form(found.kind, found.label, Languages.current())})


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
