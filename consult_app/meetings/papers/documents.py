"""The register of reference documents: symbol, titles, author unit, languages, date and ISBNs
(procedure.md §6.1, §6.2, §6.4)."""

from __future__ import annotations

import msgspec

from ..acts import LANGUAGES, AssemblyEvent, Command, Language, Work, replaced
from ..days import day
from ..kept.assembly import Assembly
from ..kept.document import Document, Kind
from ..one_line import one_line
from ..reasons import N_, refuse
from ..symbols import SECTIONS, BadSymbol, canonical, parse
from . import isbn

Titles = dict[Language, str]
Isbns = dict[Language, str | dict[isbn.Medium, str]]


def find_document(assembly: Assembly, name: str) -> Document | None:
    """The document with this id, symbol (however it is spaced) or title."""
    if name in assembly.documents:
        return assembly.documents[name]
    try:
        symbol = canonical(name)
    except BadSymbol:
        symbol = name.strip()
    return next(
        (
            d
            for d in assembly.documents.values()
            if symbol and (d.symbol == symbol or name in d.titles.values())
        ),
        None,
    )


class DocumentRegistered(AssemblyEvent, frozen=True, tag="document_registered"):
    """A document is in the register, or has new data."""

    document: Document

    def apply(self, state: Assembly) -> Assembly:
        documents = replaced(state.documents, self.document.id, self.document)
        return msgspec.structs.replace(state, documents=documents)


class DocumentRemoved(AssemblyEvent, frozen=True, tag="document_removed"):
    """A document is no longer in the register."""

    document: str

    def apply(self, state: Assembly) -> Assembly:
        documents = {key: each for key, each in state.documents.items() if key != self.document}
        return msgspec.structs.replace(state, documents=documents)


class _Data(Command, frozen=True):
    """What may be said of a document; what is left out stays as it is."""

    symbol: str | None = None
    titles: Titles | None = None
    kind: Kind | None = None
    unit: str | None = None
    languages: tuple[Language, ...] | None = None
    date: str | None = None
    isbn: Isbns | None = None
    url: str | None = None
    session: str | None = None

    def settled(self, work: Work[Assembly], old: Document) -> Document:
        """*old* with what is said here. Raises Refused; warns of what looks mistyped."""
        symbol = old.symbol if self.symbol is None else _symbol(work, self.symbol, old.id)
        parsed = parse(symbol) if symbol else None
        kind = self.kind or old.kind
        session = old.session if self.session is None else self.session.strip()
        if parsed is not None and parsed.family == "governing_body":
            kind = self.kind or (old.kind if old.kind != "other" else "governing_body_document")
            session = session or parsed.body.removeprefix("GB.")
        elif parsed is not None and parsed.family == "united_nations" and not self.kind:
            kind = old.kind if old.kind != "other" else "un_document"
        said = {lang: one_line(words) for lang, words in (self.titles or {}).items()}
        numbers = old.isbn if self.isbn is None else _isbns(work, self.isbn, old)
        languages = set(old.languages if self.languages is None else self.languages) | set(numbers)
        new = msgspec.structs.replace(
            old,
            symbol=symbol,
            titles={lang: words for lang, words in (old.titles | said).items() if words},
            kind=kind,
            unit=old.unit if self.unit is None else " ".join(self.unit.split()),
            languages=tuple(language for language in LANGUAGES if language in languages),
            date=old.date if self.date is None else day(self.date),
            isbn=numbers,
            url=old.url if self.url is None else _address(self.url),
            session=session,
        )
        if not new.symbol and not new.titles:
            raise refuse("document", N_("A document needs a symbol, or a title in at least one language."))
        return new


class RegisterDocument(_Data, frozen=True, tag="register_document"):
    """Put a reference document into the register. ``isbn`` is by language, and by medium (print, web)
    where there are two: {"en": {"print": "978-…", "web": "978-…"}}."""

    def decide(self, work: Work[Assembly]) -> None:
        document = self.settled(work, Document(work.new_id("r")))
        work.emit(DocumentRegistered(document=document))
        work.answer |= {"id": document.id, "symbol": document.symbol}


class ChangeDocument(_Data, frozen=True, tag="change_document", kw_only=True):
    """Change what the register says of a document (named by its symbol, title or id)."""

    document: str

    def decide(self, work: Work[Assembly]) -> None:
        document = self.settled(work, _found(work, self.document))
        work.emit(DocumentRegistered(document=document))
        work.answer |= {"id": document.id, "symbol": document.symbol}


class RemoveDocument(Command, frozen=True, tag="remove_document"):
    """Take a document out of the register."""

    document: str

    def decide(self, work: Work[Assembly]) -> None:
        work.emit(DocumentRemoved(document=_found(work, self.document).id))


def _found(work: Work[Assembly], name: str) -> Document:
    found = find_document(work.state, name)
    if found is None:
        raise refuse("unknown_document", N_("There is no document “{name}” in the register."), name=name)
    return found


def _symbol(work: Work[Assembly], text: str, own: str) -> str:
    try:
        parsed, symbol = parse(text), canonical(text)
    except BadSymbol as error:
        raise refuse("symbol", error.why.msgid, **error.why.values) from None
    if not symbol:
        return ""
    if parsed is None:
        work.warn(N_("“{symbol}” follows no form of symbol known here; it is kept as it is."), symbol=symbol)
    elif parsed.family == "governing_body" and parsed.section not in SECTIONS:
        work.warn(
            N_("“{section}” is not a section of the Governing Body known here; the sections are {sections}."),
            section=parsed.section,
            sections=list(SECTIONS),
        )
    if any(each.symbol == symbol and each.id != own for each in work.state.documents.values()):
        raise refuse(
            "same_document", N_("{symbol} is in the register already; change its entry."), symbol=symbol
        )
    return symbol


def _isbns(work: Work[Assembly], given: Isbns, old: Document) -> dict[str, dict[str, str]]:
    """The numbers by language and medium; an empty one is taken away."""
    out: dict[str, dict[str, str]] = {lang: dict(numbers) for lang, numbers in old.isbn.items()}
    for language, numbers in given.items():
        mine = out.setdefault(language, {})
        for medium, text in ({"print": numbers} if isinstance(numbers, str) else numbers).items():
            if not text.strip():
                mine.pop(medium, None)
                continue
            number = isbn.digits(text)
            if not number:
                raise refuse(
                    "isbn",
                    N_("“{isbn}” is not an ISBN: it has 13 digits and begins with 978 or 979."),
                    isbn=text,
                )
            work.warnings += isbn.faults(number, language)
            mine[medium] = number
    _only_once(work, out, old.id)
    return {language: numbers for language, numbers in out.items() if numbers}


def _only_once(work: Work[Assembly], numbers: dict[str, dict[str, str]], own: str) -> None:
    mine = [number for by_medium in numbers.values() for number in by_medium.values()]
    others = {
        number
        for each in work.state.documents.values()
        if each.id != own
        for by_medium in each.isbn.values()
        for number in by_medium.values()
    }
    for number in mine:
        if number in others or mine.count(number) > 1:
            raise refuse(
                "same_isbn",
                N_("ISBN {isbn} is given twice: each language and medium has a number of its own."),
                isbn=isbn.hyphenated(number),
            )


def _address(text: str) -> str:
    url = text.strip()
    if url and (not url.startswith(("http://", "https://")) or " " in url):
        raise refuse("url", N_("“{url}” is not an address; it begins with https:// or http://."), url=url)
    return url
