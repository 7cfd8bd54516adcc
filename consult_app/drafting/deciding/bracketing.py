"""Words are put in square brackets where there is no agreement (procedure.md A19, P3), and it is said
whose they are. ``resolving.py`` is how a bracket ends."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Amendment
from ..amendments.effective import effective_insertions
from ..amendments.reach import reach
from ..amendments.work import DraftingWork
from ..brackets.alternatives import touched
from ..brackets.open_brackets import open_brackets
from ..text.brackets import Bracket
from .bracket_numbers import BracketsNoted, note_brackets, number_brackets
from .consideration import NodesStepped
from .floor import _Closing
from .lifecycle import guard, on_the_floor


class BracketAmendment(_Closing, frozen=True, tag="bracket_amendment"):
    """No agreement: its words stand in square brackets beside those that they would replace, and the
    paragraph is pending, until it is called again or the bracket is resolved. One that waits is called in the
    same row (procedure.md A10, A19). The answer names the ``brackets`` in which they stand."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("bracket", amendment)
        before = work.state
        amendment = on_the_floor(work, amendment)
        if amendment.subamendment:
            work.warn(
                N_(
                    "{number} waits as a subamendment; in the text stand the words of {parent}, once it is "
                    "put in square brackets."
                ),
                number=amendment.number,
                parent=work.state.amendments[amendment.amends].number,
            )
        else:
            _has_words(work, amendment)
        self.close(work, "bracket", "bracketed", children=False)
        amendment = work.state.amendments[amendment.id]
        text = work.state.texts[amendment.text_id]
        steps = {
            node: work.step("pending")
            for node in reach(text, amendment)
            if not (amendment.subamendment or text.nodes[node].closed or text.nodes[node].state == "pending")
        }
        if steps:
            work.emit(NodesStepped(text_id=text.id, steps=steps))
        note_brackets(work, before)
        work.answer["brackets"] = [
            each.bracket.number
            for each in open_brackets(work.state, text)
            if amendment.id in each.bracket.members
        ]


def _has_words(work: DraftingWork, amendment: Amendment) -> None:
    """Raises Refused where nothing of the amendment could stand in brackets."""
    text = work.state.texts[amendment.text_id]
    if touched(text, amendment) or effective_insertions(amendment):
        return
    raise refuse(
        "A19",
        N_(
            "{number} has no words that could stand in square brackets: what moves, divides or joins "
            "paragraphs, and an instruction, is deferred until it is decided on."
        ),
        number=amendment.number,
    )


class AttributeBracket(Command, frozen=True, tag="attribute_bracket"):
    """Say whose the words in a bracket are that was typed or came with the text."""

    bracket: str
    by: str

    def decide(self, work: DraftingWork) -> None:
        number_brackets(work)
        bracket = open_bracket(work, self.bracket)
        if bracket.kind != "typed":
            raise refuse(
                "bracket",
                N_("What stands in {bracket} are the words of amendments, and those are their authors’."),
                bracket=bracket.number,
            )
        by = work.actor(self.by, office=True)
        named = msgspec.structs.replace(bracket, by=by)
        work.emit(BracketsNoted(text_id=bracket.text_id, brackets=(named,)))
        work.answer |= {"bracket": bracket.number, "by": by}


def open_bracket(work: DraftingWork, name: str) -> Bracket:
    """The open bracket of that number. Raises Refused where there is none."""
    wanted = name.strip().upper()
    for text in work.state.texts.values():
        for each in open_brackets(work.state, text):
            if each.bracket.number == wanted:
                return each.bracket
    known = work.state.brackets.get(wanted)
    if known is None:
        raise refuse("bracket", N_("There is no bracket {bracket}."), bracket=name)
    if known.state == "resolved":
        raise refuse("bracket", N_("{bracket} has been resolved already."), bracket=known.number)
    raise refuse(
        "bracket",
        N_("{bracket} was taken back: what stood in it is no longer in square brackets."),
        bracket=known.number,
    )
