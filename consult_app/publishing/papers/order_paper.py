"""The order of discussion on paper: a table for each paragraph, with what the chair must know before he
calls an amendment, and room for the clerk's pencil (procedure.md §3).

It is what the program proposes and the chair has decided; it is printed again after each sitting.
"""

from __future__ import annotations

from itertools import groupby

from consult_app.drafting.text.nodes import Text
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import number_words, term, translator
from consult_app.words import say as say_

from ..paper import Block, Heading, PageBreak, Paper, Para, Runs, Span, Table, joined, text
from .heads import masthead, provisional_mark, title_of
from .ordering_lines import Line, heading, lines
from .working_text import WorkingText

_TITLE = N_("Order of discussion")
_HEAD = N_(
    "Amendments that are not disposed of yet, in the order in which it is proposed to take them; the chair "
    "decides. Subamendments are decided before the amendment to which they were moved."
)
_BY_CHAIR = N_("The chair takes {amendments} in this order. Reason given: {reason}")
_NOWHERE = N_("Without a place in the text")
COLUMNS = (
    N_("Order"),
    N_("Amendment"),
    N_("Submitted by"),
    N_("Kind"),
    N_("Where"),
    N_("Remarks"),
    N_("If adopted"),
)
_OUTCOME = N_("Outcome")
_OUTCOMES = ("adopted", "rejected", "withdrawn")
_WIDTHS = (0.5, 1.0, 1.6, 0.95, 1.45, 2.0, 1.25, 1.1)


def order(state: State, language: str) -> Paper:
    """The order of discussion in *language*, of each text of the meeting."""
    say = translator(language).gettext
    blocks: list[Block] = [Para(text(title_words(language)), "title"), Para(text(say(_HEAD)), "note")]
    for at, each in enumerate(state.drafting.texts.values()):
        blocks += [PageBreak()] if at else []
        working = WorkingText(state, each, final=False)
        if len(state.drafting.texts) > 1:
            blocks.append(Heading(1, text(working.name(language))))
        if each.order_reason and (theirs := chairs(state, each)):
            reason = Message(_BY_CHAIR, {"amendments": theirs, "reason": each.order_reason})
            blocks.append(Para(text(say_(reason, language))))
        for home, found in groupby(lines(state, each, language), key=lambda line: line.home):
            part = list(found)
            named = heading(working, home, language) or say(_NOWHERE)
            blocks.append(Heading(2, text(named)))
            blocks.append(_table(part, language))
    title = f"{title_words(language)} – {title_of(state, language)}"
    return Paper(
        "order",
        title,
        language,
        masthead(state, language),
        tuple(blocks),
        provisional_mark(language, adopted=False),
        landscape=True,
    )


def chairs(state: State, text_: Text) -> list[str]:
    """The amendments that the chair has put in order, by number, as far as they are not disposed of."""
    found = (state.drafting.amendments.get(each) for each in text_.order)
    return [each.number for each in found if each is not None and each.pending]


def title_words(language: str) -> str:
    """What the paper is called."""
    return translator(language).gettext(_TITLE)


def _table(found: list[Line], language: str) -> Table:
    say = translator(language).gettext
    heads = tuple(text(say(head)) for head in (*COLUMNS, _OUTCOME))
    return Table(heads, tuple(_row(line, language) for line in found), _WIDTHS)


def _row(line: Line, language: str) -> tuple[Runs, ...]:
    outcomes = (term("state", each, "amendment", language) for each in _OUTCOMES)
    number = "\u2003" * line.amendment.depth + number_words(line.amendment.number, language)
    about = joined([Span(number, bold=True), Span(f"\n{line.state}", italic=True)])
    return (
        text(str(line.place)),
        about,
        text(line.by),
        text(line.kind),
        text(line.where),
        text("\n".join(line.remarks)),
        text(line.follows),
        text("\n".join(f"☐\u00a0{each}" for each in outcomes)),
    )


__all__ = ["COLUMNS", "order", "title_words"]
