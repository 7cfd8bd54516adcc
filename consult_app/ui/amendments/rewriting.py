"""A draft of a group's file opened in the form again: from the command that prepared it, so that every field
stands as it was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.proposals import Asked, Words
from consult_app.drafting.coordinator.preparing import PrepareAmendment
from consult_app.drafting.text.numbering import by_label
from consult_app.replay import command_of

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.state import State


def prepared_by(desk: Desk, amendment: Amendment) -> PrepareAmendment | None:
    """The command that prepared *amendment* in the group's file at *desk*; None for any other."""
    given = desk.state.given
    if given is None or amendment.source is None:
        return None
    seq = amendment.row - given.row
    found = [command_of(row) for row in desk.rows(seq - 1, seq)]
    return found[0] if found and isinstance(found[0], PrepareAmendment) else None


def filled_by(state: State, amendment: Amendment, command: PrepareAmendment) -> dict[str, Any]:
    """What the form is filled in with, as :func:`.resuming.take_up` takes it."""
    asked = command.changes or (
        Asked(command.kind, command.target, command.text, command.to, command.node_kind),
    )
    *before, last = (_by_id(state, amendment, each) for each in asked)
    words, to = _words(last.text, amendment.language), last.to.rpartition(" ")
    return {
        "by": amendment.by,
        "together": list(amendment.co_authors),
        "seconder": amendment.seconded_by,
        "node": last.target or amendment.target,
        "kind": _way(last),
        "language": amendment.language,
        "to": to[2] if last.kind == "move" else "",
        "where": to[0] or "after",
        "words": "" if last.kind == "global" else words,
        "why": amendment.justification,
        "places": msgspec.to_builtins([[each, _way(each)] for each in before]),
        "old_field": words if last.kind == "global" else "",
        "new_field": last.to if last.kind == "global" else "",
        "instead_of": amendment.id,
    }


def languages_left(amendment: Amendment) -> set[str]:
    """The languages in which *amendment* has words that the form does not take up."""
    words = {change.language for change in amendment.word_changes()}
    for node in amendment.inserted():
        words |= node.texts.keys()
    return words - {amendment.language}


def _way(asked: Asked) -> str:
    if asked.kind == "insert_after":
        return "under" if asked.node_kind == "item" else "after"
    return {"insert_before": "before"}.get(asked.kind, asked.kind)


def _words(text: Words | None, language: str) -> str:
    if isinstance(text, dict):
        return {str(each): words for each, words in text.items()}.get(language, "")
    return text or ""


def _by_id(state: State, amendment: Amendment, asked: Asked) -> Asked:
    """*asked* with the ids of nodes that were named by their labels."""
    text = state.drafting.texts[amendment.text_id]
    named = by_label(text.tree, state.assembly.meeting.rules.numbering)

    def node(name: str) -> str:
        return name if name in text.nodes else named.get(name, "")

    to = asked.to
    if asked.kind == "move":
        side, _, place = to.rpartition(" ")
        to = f"{side or 'after'} {node(place)}"
    return msgspec.structs.replace(asked, target=node(asked.target), to=to)
