"""The order of discussion for spreadsheets: one flat table, a line an amendment."""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import number_words, translator

from ..paper import Block, Paper, Runs, Table, text
from .heads import masthead
from .order_paper import COLUMNS, title_words
from .ordering_lines import Line, lines
from .working_text import WorkingText

_ABOUT = N_("Concerning")
_STATE = N_("State")
_CODE = N_("Sort code")
_OUTCOME = N_("Outcome")
_WIDE = (24.0, 8.0, 14.0, 34.0, 16.0, 12.0, 18.0, 24.0, 40.0, 30.0, 18.0)


def order_table(state: State, language: str) -> Paper:
    """Every pending amendment of the meeting in order of discussion, with an empty column for the outcome."""
    say = translator(language).gettext
    place, number, by, *others = COLUMNS
    heads = (_ABOUT, place, number, by, _STATE, _CODE, *others, _OUTCOME)
    rows: list[tuple[Runs, ...]] = []
    for each in state.drafting.texts.values():
        working = WorkingText(state, each, final=False)
        rows += (_row(line, working, language) for line in lines(state, each, language))
    block: Block = Table(tuple(text(say(head)) for head in heads), tuple(rows), _WIDE)
    return Paper("order", title_words(language), language, masthead(state, language), (block,))


def _row(line: Line, working: WorkingText, language: str) -> tuple[Runs, ...]:
    about = working.reference(line.home, language) if line.home in working.labels else ""
    if len(working.state.drafting.texts) > 1:
        about = " – ".join(part for part in (working.name(language), about) if part)
    cells = (
        about,
        str(line.place),
        number_words(line.amendment.number, language),
        line.by,
        line.state,
        line.code,
        line.kind,
        capitalized(line.where),
        "\n".join(line.remarks),
        line.follows,
        "",
    )
    return tuple(text(cell) for cell in cells)


__all__ = ["order_table"]
