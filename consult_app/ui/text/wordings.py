"""What is said over a wording, and how the columns are headed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from consult_app.drafting.amendments.proposed_wordings import amendment_status
from consult_app.drafting.brackets.view import elsewhere
from consult_app.drafting.house_style.house import list_of
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.remembered import remembered
from consult_app.drafting.text.behind import Behind
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.views import View
from consult_app.meetings.reasons import N_
from consult_app.publishing.papers.trilingual import language_name
from consult_app.publishing.shown_brackets import IN_ANOTHER
from consult_app.ui.language import NAMES, Languages, number_said, tr, tr_n
from consult_app.ui.text.reading import Cell, Reading, Row

_ORIGINAL: Final = attrgetter("original")
_NO_WORD: Final[dict[str, str]] = {
    "formatting": N_("out of date: formatting changed, {language}"),
    "spacing": N_("out of date: spaces or typography changed, {language}"),
    "words": N_("out of date: punctuation changed, {language}"),
}


def state_of_wording(cell: Cell, language: str) -> str:
    """The line over a cell: that it is missing, or what it is behind and why; empty where all is well."""
    if cell.status == "missing":
        return tr("no wording in this language yet")
    if cell.status != "out_of_date" or cell.behind is None:
        return ""
    late = cell.behind
    said = _changed(late)
    if late.through:
        return tr(
            "{state}; it renders {language}, which is out of date itself",
            state=said,
            language=_language(late.through),
        )
    return said


def _changed(late: Behind) -> str:
    """What changed since a wording was made, and in which language."""
    n = late.words
    if late.kind == "none":
        return tr(
            "out of date: it does not render {language}, in which it was decided", language=_language(late.of)
        )
    if not n:
        return tr(_NO_WORD[late.kind], language=_language(late.of))
    if late.of == "fr":
        return tr_n("out of date: {n} word changed in French", "out of date: {n} words changed in French", n)
    if late.of == "es":
        return tr_n(
            "out of date: {n} word changed in Spanish", "out of date: {n} words changed in Spanish", n
        )
    return tr_n("out of date: {n} word changed in English", "out of date: {n} words changed in English", n)


def _language(code: str) -> str:
    return language_name(code, Languages.current())


def note_over(reading: Reading, row: Row, which: View, cell: Cell, language: str) -> str:
    """What is said over a cell: where its node would go, and the state of its wording and of what would be
    put into it."""
    lines = [*_proposals(reading, row), *_late(reading, row, language)] if which == "marked" else []
    lines += _brackets_elsewhere(reading, row, which, language)
    return "\n".join(line for line in (*lines, state_of_wording(cell, language)) if line)


def _late(reading: Reading, row: Row, language: str) -> Iterator[str]:
    """The amendments whose words in this language lack what was adopted of subamendments since."""
    known = (reading.drafting.amendments[row.proposed_by],) if row.proposed_by else reading.pending(row.node)
    for amendment in known:
        if amendment.agreed and amendment_status(amendment, language) == "out_of_date":
            number = number_said(amendment.number, "within")
            yield tr(
                "{number} is out of date in this language: it lacks what was agreed on since", number=number
            )


def _brackets_elsewhere(reading: Reading, row: Row, which: View, language: str) -> Iterator[str]:
    """The brackets whose alternatives are not all in this language."""
    node = reading.text.nodes.get(row.node)
    if which != "current" or node is None:
        return
    said: dict[str, list[str]] = {}
    for each in elsewhere(reading.drafting, reading.text, node, language):
        said.setdefault(each.found.language, []).append(each.bracket.number)
    for spoken, numbers in said.items():
        yield tr(IN_ANOTHER[spoken], brackets=list_of(numbers, Languages.current()))


def instead(reading: Reading, row: Row, which: View) -> str:
    """What stands in the place of the words of a node that was joined to another; "" for any other."""
    node = reading.text.nodes.get(row.node)
    if node is None or not node.joined_to or which == "original":
        return ""
    return tr("joined to {place}", place=_place(reading, node.joined_to))


def _proposals(reading: Reading, row: Row) -> Iterator[str]:
    """What pending amendments would do to the node as a whole, where its words cannot show it."""
    for amendment, move in reading.moves(row):
        place, number = _place(reading, move.anchor), amendment.number
        if move.where == "before":
            yield tr("moved before {place} ({number})", place=place, number=number)
        else:
            yield tr("moved after {place} ({number})", place=place, number=number)
    for amendment, join in reading.joins(row):
        if join.node == row.node:
            place = _place(reading, join.other)
            yield tr("¶ joined with {place} ({number})", place=place, number=amendment.number)
        else:
            place = _place(reading, join.node)
            yield tr("¶ joined to {place} ({number})", place=place, number=amendment.number)


def _place(reading: Reading, node: str) -> str:
    spot = reading.text.tree.spots.get(node)
    return label_reference(spot.kind, reading.label(node), Languages.current()) if spot else "–"


@remembered(2)
def negotiated(text: Text) -> str:
    """The language in which most of the text was decided last."""
    counted = Counter(map(_ORIGINAL, text.nodes.values()))
    return max(counted, key=counted.__getitem__, default="")


def column_heads(text: Text, languages: tuple[str, ...]) -> list[str]:
    """The head of each column: its language, and whether the text is negotiated in it."""
    main = negotiated(text)
    return [
        tr("{language} · negotiated", language=NAMES[code]) if code == main else NAMES[code]
        for code in languages
    ]
