"""What is entered for the paper that lays the outcome of the meeting before the Governing Body: the fields of
its cover and the words that nothing in the record gives (procedure.md §1.2, §2.4, §6.4)."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from ..acts import AssemblyEvent, Command, Language, Work
from ..days import day
from ..kept.assembly import Assembly
from ..kept.governing_body_paper import ACTS, Act, Action, GoverningBodyPaper
from ..one_line import one_line
from ..reasons import N_, refuse
from ..symbols import SECTIONS, BadSymbol, canonical, parse

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
