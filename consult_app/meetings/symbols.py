"""Symbols of documents: read, checked, and written as each language writes them (procedure.md §6.4, §7.4).

Three grammars are known: that of the Governing Body
(``GB.<n>/<SECTION>[/<item>[/<sub>]][(Rev.n)][(Add.n)][(&Corr.)][/D<n>]``), that of a meeting
(``TTMLM/2013/14``, ``C.App./D.16``) and that of the United Nations (``A/68/190``). A symbol of another
house is kept as it was typed.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from .reasons import N_, Message

Family = Literal["governing_body", "meeting", "united_nations"]
#: sections of the Governing Body's documents (procedure.md §6.4)
SECTIONS = ("INS", "POL", "LILS", "PFA", "WP/GBC", "PV")
_NO_ITEM = ("PV",)
_SUFFIX = {"en": "En", "fr": "Fr", "es": "Sp"}

_MARK = r"\((?:&?(?:Rev|Add|Corr)\.(?:[1-9]\d{0,2})?)\)"
_MARKS = re.compile(_MARK)
_TAIL = re.compile(rf"(?P<marks>(?:{_MARK})*)(?:/D(?P<draft>[1-9]\d{{0,2}}))?$")
_GOVERNING_BODY = re.compile(r"GB\.(?P<session>[1-9]\d{0,3})(?P<parts>(?:/[A-Za-z0-9]+)+)")
_UNITED_NATIONS = re.compile(r"(?:A|E|S|T|ST|SG|TD|DP|HRI|CCPR|CEDAW|CERD|CRC|CMW)(?:[./-][A-Za-z0-9]+)+")
_MEETING = re.compile(
    r"(?P<body>[A-Z][A-Za-z]*\.?(?:[A-Z0-9][A-Za-z0-9]*\.?|-[A-Z0-9]+)*)(?P<parts>(?:/[A-Z]?\.?[A-Za-z0-9]+)*)"
)
_SPACED = re.compile(r"\s*([/.()&])\s*")
_LOOSE = re.compile(r"\(\s*(&?)\s*(rev|add|corr)\.?\s*(\d*)\s*\)", re.IGNORECASE)


class Symbol(msgspec.Struct, frozen=True, gc=False):
    """A symbol taken apart: ``body`` ("GB.319", "TTMLM", "A"), the ``parts`` behind it ("POL", "2"), the
    ``marks`` in brackets ("Rev.1", "&Corr.") and the number of the draft decision (``/D5``; 0: none)."""

    family: Family
    body: str
    parts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    draft: int = 0

    @property
    def section(self) -> str:
        """The section of a Governing Body document ("POL", "WP/GBC"); "" of any other."""
        if self.family != "governing_body":
            return ""
        return "/".join(self.parts[:2]) if self.parts[:1] == ("WP",) else self.parts[0]


class BadSymbol(ValueError):
    """A symbol that begins as those of the Governing Body do and breaks their grammar; ``why`` says how."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.msgid)
        self.why = why


def parse(text: str) -> Symbol | None:
    """The symbol in *text*, however it is spaced; None where it follows no grammar known here.
    Raises BadSymbol for a Governing Body symbol that cannot be."""
    plain = _tidy(text)
    tail = _TAIL.search(plain)
    head = plain[: tail.start()] if tail else plain
    marks = tuple(mark[1:-1] for mark in _MARKS.findall(tail["marks"])) if tail else ()
    draft = int(tail["draft"]) if tail and tail["draft"] else 0
    if re.match(r"gb[.\s]*\d", head, re.IGNORECASE):
        return _governing_body(text, head, marks, draft)
    if draft:
        head, draft = f"{head}/D{draft}", 0
    if _UNITED_NATIONS.fullmatch(head):
        body, *parts = head.split("/")
        return Symbol("united_nations", body, tuple(parts), marks) if parts else None
    found = _MEETING.fullmatch(head)
    if found is None:
        return None
    return Symbol("meeting", found["body"], tuple(found["parts"].split("/")[1:]), marks)


def _tidy(text: str) -> str:
    plain = _LOOSE.sub(lambda m: f"({m[1]}{m[2].capitalize()}.{m[3]})", " ".join(text.split()))
    return _SPACED.sub(r"\1", plain).strip()


def _governing_body(text: str, head: str, marks: tuple[str, ...], draft: int) -> Symbol:
    found = _GOVERNING_BODY.fullmatch(re.sub(r"^gb\.?(?=\d)", "GB.", head, flags=re.IGNORECASE))
    if found is None:
        raise BadSymbol(
            Message(
                N_("“{symbol}” is not a symbol of the Governing Body; they are written like {examples}."),
                {"symbol": text.strip(), "examples": "GB.319/POL/2, GB.316/PV(&Corr.), GB.317/INS/13/2"},
            )
        )
    parts = found["parts"].split("/")[1:]
    parts[0] = parts[0].upper()
    if parts[0] == "WP" and len(parts) > 1:
        parts[1] = parts[1].upper()
    symbol = Symbol("governing_body", f"GB.{found['session']}", tuple(parts), marks, draft)
    items = len(parts) - 1 - symbol.section.count("/")
    if symbol.section in SECTIONS and symbol.section not in _NO_ITEM and not items:
        raise BadSymbol(
            Message(
                N_("“{symbol}” names no item: the number of the item follows the section ({example})."),
                {"symbol": text.strip(), "example": f"{symbol.body}/{symbol.section}/2"},
            )
        )
    return symbol


def written(symbol: Symbol, language: str = "en") -> str:
    """The symbol as *language* writes it: Spanish puts a space before what stands in brackets."""
    marks = "".join(f"({mark})" for mark in symbol.marks)
    draft = f"/D{symbol.draft}" if symbol.draft else ""
    space = " " if language == "es" and marks else ""
    return "/".join((symbol.body, *symbol.parts)) + space + marks + draft


def canonical(text: str) -> str:
    """The one way to write what *text* says: two entries of one document are equal in it. Raises
    BadSymbol."""
    symbol = parse(text)
    return written(symbol) if symbol else " ".join(text.split())


def in_language(text: str, language: str) -> str:
    """A symbol as it is kept, in the form of *language*; one that follows no grammar stays as it is."""
    try:
        symbol = parse(text)
    except BadSymbol:
        symbol = None
    return written(symbol, language) if symbol else text


def file_stem(text: str, language: str, stamp: str = "") -> str:
    """The name of the file of a document: "GB319-POL_2_[MIGRA-131016-1]-En" (Spanish: Sp); *stamp* is
    what stands in the square brackets (unit, date, version)."""
    first, _, rest = in_language(text, "en").partition("/")
    stem = first.replace(".", "")
    if rest:
        stem += "-" + rest.replace("/", "_")
    stem = re.sub(r"[^\w.()&_-]+", "-", stem).strip("-.")
    return f"{stem}{f'_[{stamp}]' if stamp else ''}-{_SUFFIX[language]}"


__all__ = [
    "SECTIONS",
    "BadSymbol",
    "Symbol",
    "canonical",
    "file_stem",
    "in_language",
    "parse",
    "written",
]
