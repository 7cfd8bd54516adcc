"""What is entered for the paper that lays the outcome of the meeting before the Governing Body: the fields of
its cover and the words that nothing in the record gives (procedure.md §1.2, §2.4, §6.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from .acts import AssemblyEvent, Command, Language, Work
from .days import day
from .one_line import one_line
from .reasons import N_, refuse
from .symbols import SECTIONS, BadSymbol, canonical, parse

if TYPE_CHECKING:
    from .assembly import Assembly

#: what the Governing Body is asked for
Action = Literal["decision", "discussion", "information"]
#: what the draft decision may ask it to do, in the order in which it does it
Act = Literal[
    "take_note", "endorse", "authorize_publication", "request_communication", "request_bear_in_mind"
]
ACTS: tuple[Act, ...] = get_args(Act)
DEFAULT_ACTS: tuple[Act, ...] = ("take_note", "authorize_publication", "request_bear_in_mind")
#: the fields that are words, by language
WORDED = (
    "title",
    "segment",
    "purpose",
    "strategic_objective",
    "outcome",
    "policy",
    "legal",
    "financial",
    "follow_up",
    "author_unit",
    "background",
    "draft_decision",
)
Worded = dict[Language, str]
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


class GoverningBodyPaper(msgspec.Struct, frozen=True, gc=False):
    """The fields of the paper; what is empty is derived from the meeting or left blank.

    ``session_month`` (``2027-03``) is when the Governing Body meets, ``date`` that of the paper (ISO),
    ``original`` the language that it was written in, ``item`` its number on the agenda of the section (0: as
    the symbol says), ``unit`` the acronym of the author unit for the name of the file, ``related`` the
    symbols of related documents. ``acts`` are what the draft decision asks for, unless its words are given.
    """

    symbol: str = ""
    session_month: str = ""
    date: str = ""
    original: str = ""
    item: int = 0
    action: Action = "decision"
    unit: str = ""
    related: tuple[str, ...] = ()
    acts: tuple[Act, ...] = DEFAULT_ACTS
    title: dict[str, str] = {}
    segment: dict[str, str] = {}
    purpose: dict[str, str] = {}
    strategic_objective: dict[str, str] = {}
    outcome: dict[str, str] = {}
    policy: dict[str, str] = {}
    legal: dict[str, str] = {}
    financial: dict[str, str] = {}
    follow_up: dict[str, str] = {}
    author_unit: dict[str, str] = {}
    background: dict[str, str] = {}
    draft_decision: dict[str, str] = {}

    @property
    def section(self) -> str:
        """The section of the Governing Body that it goes to ("POL"), "" while there is no symbol."""
        found = parse(self.symbol) if self.symbol else None
        return found.section if found is not None else ""

    @property
    def session(self) -> int:
        """The number of the session, 0 while there is no symbol."""
        found = parse(self.symbol) if self.symbol else None
        return int(found.body.removeprefix("GB.")) if found is not None else 0

    @property
    def agenda_item(self) -> int:
        """The number of the item on the agenda of the section: as entered, or as the symbol says; else 0."""
        found = parse(self.symbol) if self.symbol else None
        if self.item or found is None:
            return self.item
        behind = found.parts[found.section.count("/") + 1 :]
        return int(behind[0]) if behind and behind[0].isdigit() else 0


class GoverningBodyPaperSet(AssemblyEvent, frozen=True, tag="governing_body_paper_set"):
    """The fields of the paper as they read from now on."""

    paper: GoverningBodyPaper

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, governing_body=self.paper)


class SetGoverningBodyPaper(Command, frozen=True, tag="set_governing_body_paper"):
    """Fill in fields of the Governing Body paper; what is left out stays as it is, and of words by language
    the languages that are left out. An empty field is derived from the meeting again, or left blank."""

    symbol: str | None = None
    session_month: str | None = None
    date: str | None = None
    original: Language | Literal[""] | None = None
    item: int | None = None
    action: Action | None = None
    unit: str | None = None
    related: tuple[str, ...] | None = None
    acts: tuple[Act, ...] | None = None
    title: Worded | None = None
    segment: Worded | None = None
    purpose: Worded | None = None
    strategic_objective: Worded | None = None
    outcome: Worded | None = None
    policy: Worded | None = None
    legal: Worded | None = None
    financial: Worded | None = None
    follow_up: Worded | None = None
    author_unit: Worded | None = None
    background: Worded | None = None
    draft_decision: Worded | None = None

    def decide(self, work: Work[Assembly]) -> None:
        old = work.state.governing_body
        paper = msgspec.structs.replace(
            old,
            symbol=old.symbol if self.symbol is None else _symbol(work, self.symbol),
            session_month=old.session_month if self.session_month is None else _month(self.session_month),
            date=old.date if self.date is None else day(self.date),
            original=old.original if self.original is None else self.original,
            item=old.item if self.item is None else _item(self.item),
            action=self.action or old.action,
            unit=old.unit if self.unit is None else "".join(self.unit.split()),
            related=old.related if self.related is None else _related(self.related),
            acts=old.acts if self.acts is None else tuple(act for act in ACTS if act in self.acts),
            **{name: _merged(getattr(old, name), getattr(self, name)) for name in WORDED},
        )
        if paper != old:
            work.emit(GoverningBodyPaperSet(paper=paper))
        work.answer |= {"symbol": paper.symbol, "section": paper.section, "item": paper.agenda_item or None}


def _merged(old: dict[str, str], new: Worded | None) -> dict[str, str]:
    if new is None:
        return old
    said = {language: _tidy(words) for language, words in new.items()}
    return {language: words for language, words in (old | said).items() if words}


def _tidy(words: str) -> str:
    """The paragraphs of *words*, an empty line between them."""
    paragraphs = [one_line(each) for each in _EMPTY_LINE.split(words)]
    return "\n\n".join(each for each in paragraphs if each)


def _symbol(work: Work[Assembly], text: str) -> str:
    if not text.strip():
        return ""
    try:
        found = parse(text)
    except BadSymbol as error:
        raise refuse("symbol", error.why.msgid, **error.why.values) from None
    if found is None or found.family != "governing_body":
        raise refuse(
            "symbol",
            N_("“{symbol}” is not a symbol of the Governing Body; they are written like {examples}."),
            symbol=text.strip(),
            examples="GB.358/POL/2, GB.358/INS/13/1(Rev.1)",
        )
    if found.section not in SECTIONS:
        work.warn(
            N_("“{section}” is not a section of the Governing Body known here; the sections are {sections}."),
            section=found.section,
            sections=list(SECTIONS),
        )
    return canonical(text)


def _month(text: str) -> str:
    said = text.strip()
    if not said:
        return ""
    return day(f"{said[:7]}-01")[:7]


def _item(number: int) -> int:
    if not 0 <= number <= 99:
        raise refuse("agenda_item", N_("The item on the agenda is a number from 1 to 99; 0 takes it away."))
    return number


def _related(symbols: tuple[str, ...]) -> tuple[str, ...]:
    out: dict[str, None] = {}
    for each in symbols:
        try:
            said = canonical(each)
        except BadSymbol as error:
            raise refuse("symbol", error.why.msgid, **error.why.values) from None
        if said:
            out[said] = None
    return tuple(out)


__all__ = [
    "ACTS",
    "DEFAULT_ACTS",
    "WORDED",
    "Act",
    "Action",
    "GoverningBodyPaper",
    "GoverningBodyPaperSet",
    "SetGoverningBodyPaper",
]
