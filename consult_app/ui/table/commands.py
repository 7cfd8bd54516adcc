"""What the inline editor works on: the words it begins with, and the command that keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from consult_app.drafting.amendments import Amendment
from consult_app.drafting.consideration import ReopenNode
from consult_app.drafting.effect import effect, effective_insertions, effective_words
from consult_app.drafting.nodes import Node, seen
from consult_app.drafting.submission import SubmitAmendment
from consult_app.drafting.translating import EditWording, SetTranslation
from consult_app.meetings.acts import Command
from consult_app.state import State


@dataclass(frozen=True)
class Task:
    """One use of the editor: ``make(words, by)`` gives the command to perform."""

    words: str
    make: Callable[[str, str], Command]
    author: str = ""


def wording_task(node: Node, language: str, actor: str) -> Task:
    """Edit *node* in *language*: a translation, or an editorial change where it is the original."""
    if language == node.original:

        def edit(words: str, _by: str) -> Command:
            return EditWording(
                node=node.id,
                language=language,  # type: ignore[arg-type]
                text=words,
                by=actor,
                editorial=True,
                seen=seen(node.text(language)),
            )

        return Task(node.text(language), edit)

    def translate(words: str, _by: str) -> Command:
        return SetTranslation(
            node=node.id,
            language=language,  # type: ignore[arg-type]
            text=words,
            by=actor,
            seen=seen(node.text(node.original)),
        )

    return Task(node.text(language), translate)


def subamendment_task(state: State, parent: Amendment) -> Task:
    """Subamend *parent*: the words begin as the node would read with it, in its own language."""

    def submit(words: str, by: str) -> Command:
        return SubmitAmendment(
            by=by,
            kind="replace",
            language=parent.language,  # type: ignore[arg-type]
            text=words,
            amends=parent.number,
        )

    return Task(proposed_words(state, parent), submit, parent.by)


def proposed_words(state: State, amendment: Amendment) -> str:
    """The words that *amendment* would give its node, in the language it was handed in with."""
    language = amendment.language
    if amendment.subamendment:
        return next((c.proposed for c in effective_words(amendment) if c.language == language), "")
    for insertion in effective_insertions(amendment):
        return insertion.nodes[0].texts.get(language, "")
    for written in effect(state.drafting, amendment, insertions=True).words:
        if written.language == language:
            return written.text
    node = state.drafting.texts[amendment.text_id].nodes.get(amendment.target)
    return node.text(language) if node else ""


def reopening_task(node: Node) -> Task:
    """Reopen *node*: the words are the reason, which the rules ask for."""

    def reopen(words: str, _by: str) -> Command:
        return ReopenNode(node=node.id, reason=words)

    return Task("", reopen)
