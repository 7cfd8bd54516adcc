"""What the inline editor works on: the words it begins with, and the command that keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.effect import effect, effective_insertions, effective_words
from consult_app.drafting.deciding.consideration import ReopenNode
from consult_app.drafting.deciding.settling import ResolveCollision, SettlingPlace
from consult_app.drafting.handing_in.handling import SupersedeAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.text.nodes import Node, Text, seen
from consult_app.drafting.text.trail import CUT
from consult_app.drafting.translation.translating import EditWording, SetTranslation
from consult_app.meetings.acts import Command
from consult_app.state import State
from consult_app.ui.amendments.words import proposed_plain


@dataclass(frozen=True)
class Task:
    """One use of the editor: it begins with ``words``, and ``make(words, by)`` gives the command to
    perform. ``about`` is the id of the amendment that it is about, "" for the node; ``lines`` says that
    further lines may be written; ``beginnings(by)`` are the words to begin with for somebody."""

    words: str
    make: Callable[[str, str], Command]
    about: str = ""
    lines: bool = False
    beginnings: Callable[[str], str] | None = None


def wording_task(state: State, node: Node, language: str, actor: str) -> Task:
    """Edit *node* in *language*: for nobody, a translation, or an editorial change where it is the
    original; for a group or the Office, what is typed while everybody watches (kind ``live``)."""
    floor = on_the_floor(state, node)

    def write(words: str, by: str) -> Command:
        if by:
            return SubmitAmendment(
                by=by,
                kind="live",
                target=node.id,
                language=language,  # type: ignore[arg-type]
                text=words,
                seen="" if floor else seen(node.text(language)),
            )
        if language == node.original:
            return EditWording(
                node=node.id,
                language=language,  # type: ignore[arg-type]
                text=words,
                by=actor,
                editorial=True,
                seen=seen(node.text(language)),
            )
        return SetTranslation(
            node=node.id,
            language=language,  # type: ignore[arg-type]
            text=words,
            by=actor,
            seen=seen(node.text(node.original)),
        )

    def begin(by: str) -> str:
        if by and floor is not None and floor.language == language:
            return proposed_words(state, floor)
        return node.text(language)

    return Task(node.text(language), write, beginnings=begin)


def on_the_floor(state: State, node: Node) -> Amendment | None:
    """The amendment that live typing in *node* is a subamendment to: the only one under discussion."""
    found = [
        each
        for each in state.drafting.to_node(node.id)
        if each.state == "under_discussion"
        and each.kind != "live"
        and any(change.node == node.id for change in each.word_changes())
    ]
    return found[0] if len(found) == 1 else None


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

    return Task(proposed_words(state, parent), submit, parent.id)


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


def explaining_task(amendment: Amendment, explained: Callable[[str, str], Command]) -> Task:
    """Ask for the reason of the command that *explained* makes of the number and a reason."""
    return Task("", lambda words, _by: explained(amendment.number, words), amendment.id)


def superseding_task(state: State, amendment: Amendment) -> Task:
    """Put other words in the place of those of *amendment*, in the language it was handed in with."""

    def supersede(words: str, _by: str) -> Command:
        return SupersedeAmendment(
            amendment=amendment.number,
            text=words,
            language=amendment.language,  # type: ignore[arg-type]
        )

    words = proposed_plain(state, amendment, amendment.language)
    return Task(words, supersede, amendment.id, lines=bool(amendment.inserted()))


def settling_task(text: Text, amendment: Amendment, place: SettlingPlace, language: str) -> Task:
    """Say how the text is to read with *amendment*, which collides at that place; the words begin as
    today's, those of two nodes that are to be joined one behind the other."""
    nodes = place.pair or place.nodes[:1]
    today = [text.nodes[node].text(language) for node in nodes]

    def settle(words: str, _by: str) -> Command:
        return ResolveCollision(
            amendment=amendment.number,
            text=words,
            node=nodes[0],
            language=language,  # type: ignore[arg-type]
            seen=seen(CUT.join(today)),
        )

    return Task(" ".join(today), settle, amendment.id, lines=place.cut)
