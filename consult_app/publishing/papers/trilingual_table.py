"""The trilingual table for spreadsheets: a line a node, for each language its number, words and state."""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import term, translator

from ..paper import Block, Heading, Paper, Runs, Table, text
from .heads import masthead
from .trilingual import columns, language_name, nodes_of, status_words, title_words
from .working_text import WorkingText

_PLACE = N_("Concerning")
_NUMBER = N_("No.")
_STATE = N_("State")
_OF_WORDING = N_("State of the wording")
_WIDE = 24.0, 18.0
_PER_LANGUAGE = 8.0, 60.0, 22.0


def trilingual_table(state: State, language: str) -> Paper:
    """Every node that stands; a sheet for each text."""
    say = translator(language).gettext
    spoken = columns(state)
    heads = [text(say(_PLACE)), text(say(_STATE))]
    for said in spoken:
        heads += (
            text(say(_NUMBER)),
            text(capitalized(language_name(said, language))),
            text(say(_OF_WORDING)),
        )
    blocks: list[Block] = []
    texts = list(state.drafting.texts.values())
    for each in texts:
        working = WorkingText(state, each)
        rows: list[tuple[Runs, ...]] = []
        for node in nodes_of(working):
            state_of = capitalized(term("state", node.state, "paragraph", language))
            row = [text(working.reference(node.id, language)), text(state_of)]
            for said in spoken:
                row += (
                    text(working.label(node.id, said) if node.text(said) else ""),
                    working.runs(node, said) if node.text(said) else (),
                    text(status_words(node, said, language)),
                )
            rows.append(tuple(row))
        if len(texts) > 1:
            blocks.append(Heading(1, text(working.name(language))))
        blocks.append(Table(tuple(heads), tuple(rows), (*_WIDE, *_PER_LANGUAGE * len(spoken))))
    return Paper("trilingual", title_words(language), language, masthead(state, language), tuple(blocks))


__all__ = ["trilingual_table"]
