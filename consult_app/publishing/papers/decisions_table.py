"""The record of decisions as one flat table, for spreadsheets: a line a decision, in the order in which
they were taken."""

from __future__ import annotations

from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import number_words, translator

from ..paper import Paper, Runs, Table, text, words_of
from .decisions import title_words
from .entries import Entry
from .heads import masthead
from .meeting_entries import entries

_HEADS = (
    N_("Sitting"),
    N_("Date"),
    N_("Time (UTC)"),
    N_("No."),
    N_("Vote"),
    N_("Submitted by"),
    N_("Concerning"),
    N_("Decision"),
)
_WIDTHS = (9.0, 12.0, 11.0, 12.0, 8.0, 34.0, 26.0, 80.0)


def decisions_table(state: State, language: str) -> Paper:
    """Every entry of the record in *language*; dates are ISO 8601."""
    say = translator(language).gettext
    rows = tuple(_row(entry, language) for entry in entries(state, language))
    table = Table(tuple(text(say(head)) for head in _HEADS), rows, _WIDTHS)
    return Paper("decisions", title_words(language), language, masthead(state, language), (table,))


def _row(entry: Entry, language: str) -> tuple[Runs, ...]:
    by = "\n".join(part for part in (entry.by, entry.seconded) if part)
    sentence = "\n".join(part for part in (entry.sentence, words_of(entry.quoted)) if part)
    cells = (
        str(entry.sitting or ""),
        entry.at[:10],
        entry.at[11:16],
        "\n".join(number_words(each, language) for each in entry.number.split("\n")),
        entry.vote,
        by,
        entry.subject,
        sentence,
    )
    return tuple(text(cell) for cell in cells)


__all__ = ["decisions_table"]
