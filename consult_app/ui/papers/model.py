"""The register of documents as rows of a list, and which of them a search leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.document import Document
from consult_app.meetings.papers import isbn
from consult_app.meetings.people.countries import simple
from consult_app.meetings.reasons import N_
from consult_app.meetings.symbols import in_language
from consult_app.ui.dates import day
from consult_app.ui.language import Languages
from consult_app.ui.parts.lists import Column, ListModel
from consult_app.words import term

_SHORT = {"en": "En", "fr": "Fr", "es": "Es"}


@dataclass(frozen=True)
class PaperRow:
    """One document, in words of the window's language; ``found_by`` is what the search looks at."""

    id: str
    symbol: str
    title: str
    kind: str
    date: str
    day: str
    languages: str
    found_by: str


def paper_rows(assembly: Assembly) -> list[PaperRow]:
    """Return the documents of the register in the order of their symbols, those without one behind."""
    rows = [_row(document) for document in assembly.documents.values()]
    return sorted(rows, key=lambda row: (not row.symbol, natural(row.symbol), row.title.casefold()))


def natural(symbol: str) -> tuple[tuple[int, str], ...]:
    """Return a key by which "GB.319/POL/2" comes before "GB.319/POL/10"."""
    parts: list[tuple[int, str]] = []
    number = ""
    for sign in f"{symbol.casefold()}\0":
        if sign.isdecimal():
            number += sign
            continue
        if number:
            parts.append((int(number), ""))
            number = ""
        parts.append((-1, sign))
    return tuple(parts)


def _row(document: Document) -> PaperRow:
    language = Languages.current()
    return PaperRow(
        id=document.id,
        symbol=in_language(document.symbol, language) if document.symbol else "",
        title=title_of(document),
        kind=capitalized(term("kind", document.kind, "document", language)),
        date=document.date,
        day=day(date.fromisoformat(document.date), year=True) if document.date else "",
        languages=" ".join(_SHORT[code] for code in document.languages),
        found_by=simple(" ".join(_said_of(document))),
    )


def title_of(document: Document) -> str:
    """Return the title in the window's language, else in any."""
    return document.titles.get(Languages.current()) or next(iter(document.titles.values()), "")


def _said_of(document: Document) -> Iterator[str]:
    yield from (document.symbol, document.unit, document.date, document.url, document.session)
    yield from document.titles.values()
    for language in LANGUAGES:
        yield term("kind", document.kind, "document", language)
    for numbers in document.isbn.values():
        for number in numbers.values():
            yield from (number, isbn.hyphenated(number))


def filtered(rows: Iterable[PaperRow], sought: str) -> list[PaperRow]:
    """Return the rows that hold every word of *sought*, accents and case aside."""
    words = simple(sought).split()
    return [row for row in rows if all(word in row.found_by for word in words)]


def papers_model() -> ListModel[PaperRow]:
    """Return the empty model of the register."""
    columns = (
        Column[PaperRow](N_("Symbol"), lambda row: row.symbol, lambda row: natural(row.symbol), width=150),
        Column[PaperRow](N_("Title of the document"), lambda row: row.title, strong=True),
        Column[PaperRow](N_("Type of document"), lambda row: row.kind, width=200, spare=True),
        Column[PaperRow](N_("Date"), lambda row: row.day, lambda row: row.date, width=158, spare=True),
        Column[PaperRow](N_("Languages"), lambda row: row.languages, width=84, spare=True),
    )
    return ListModel(columns, lambda row: row.id)
