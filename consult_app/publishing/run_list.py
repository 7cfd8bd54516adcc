"""The run list: which papers the print room makes, in which language, and how many copies of each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.words import translator

from .paper import Paper, Para, Table, text
from .papers.heads import language_name, masthead

_HEADS = (N_("Paper"), N_("Language"), N_("Pages"), N_("Copies"), N_("Sheets"), N_("File"))
_WIDTHS = (34.0, 15.0, 9.0, 10.0, 10.0, 44.0)
_FIGURES = (2, 3, 4)


class Run(msgspec.Struct, frozen=True):
    """A line of the list: *title* of the paper (a message id), its language, the name of its file, its pages
    and how many *copies* are printed, on *both_sides* of the sheet or on one."""

    title: str
    language: str
    file: str
    pages: int
    copies: int
    both_sides: bool = True

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        each = (self.pages + 1) // 2 if self.both_sides else self.pages
        return each * self.copies


def run_list(state: State, runs: Sequence[Run], language: str) -> Paper:
    """The list of *runs* in *language*, by the language of the papers, with the sum of its sheets. A run of
    no copies is left out."""
    say = translator(language).gettext
    heads = tuple(text(say(head)) for head in _HEADS)
    lines = sorted((run for run in runs if run.copies), key=lambda run: LANGUAGES.index(run.language))
    rows = [
        (
            text(say(run.title)),
            text(capitalized(language_name(run.language, language))),
            *(text(str(figure)) for figure in (run.pages, run.copies, run.sheets)),
            text(run.file),
        )
        for run in lines
    ]
    sums = (sum(run.copies for run in lines), sum(run.sheets for run in lines))
    rows.append((text(say(N_("Total")), bold=True), (), (), *(text(str(n), bold=True) for n in sums), ()))
    title = say(N_("Run list"))
    blocks = (Para(text(title), "title"), Table(heads, tuple(rows), _WIDTHS, figures=_FIGURES))
    return Paper("run_list", title, language, masthead(state, language), blocks)


__all__ = ["Run", "run_list"]
