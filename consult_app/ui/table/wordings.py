"""What is said over a wording, and how the columns are headed."""

from __future__ import annotations

from collections import Counter

from consult_app.drafting.nodes import Text
from consult_app.ui.language import NAMES, tr, tr_n
from consult_app.ui.table.reading import Cell


def state_of_wording(cell: Cell, language: str) -> str:
    """The line over a cell: that it is missing, or how far it is behind; empty where all is well."""
    if cell.status == "missing":
        return tr("no wording in this language yet")
    if cell.status != "out_of_date":
        return ""
    n = cell.stale_words
    if cell.of == "fr":
        return tr_n("out of date: {n} word changed in French", "out of date: {n} words changed in French", n)
    if cell.of == "es":
        return tr_n(
            "out of date: {n} word changed in Spanish", "out of date: {n} words changed in Spanish", n
        )
    return tr_n("out of date: {n} word changed in English", "out of date: {n} words changed in English", n)


def negotiated(text: Text) -> str:
    """The language in which most of the text was decided last."""
    counted = Counter(node.original for node in text.nodes.values())
    return counted.most_common(1)[0][0] if counted else ""


def column_heads(text: Text, languages: tuple[str, ...]) -> list[str]:
    """The head of each column: its language, and whether the text is negotiated in it."""
    main = negotiated(text)
    return [
        tr("{language} · negotiated", language=NAMES[code]) if code == main else NAMES[code]
        for code in languages
    ]
