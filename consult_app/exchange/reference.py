"""A reference paper as it comes: its symbol, title and ISBNs, and the points for discussion that it
suggests (procedure.md §5.2 item 18, §6.2). Its text is not taken into the meeting."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import msgspec

from consult_app.drafting.wordings.wording import words
from consult_app.exchange.blocks import Block
from consult_app.exchange.reading import stream_in
from consult_app.meetings.acts import LANGUAGES, Language
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.papers import isbn
from consult_app.meetings.papers.documents import ChangeDocument, RegisterDocument, find_document
from consult_app.meetings.proceedings.agenda_import import Topic
from consult_app.meetings.symbols import BadSymbol, canonical, parse

#: how far into a paper its own particulars stand
_FRONT = 120
_ISBN = re.compile(r"(?<!\d)(?P<number>97[89](?:[\s\u2010-\u2013-]?\d){10})(?!\d)(?P<about>[^,;.]{0,20})")
_WEB = re.compile(r"web|pdf|online|en ligne|en línea", re.IGNORECASE)
_LANGUAGE_OF: dict[str, Language] = {"1": "en", "2": "fr", "3": "es"}
_TOPIC = re.compile(r"(?P<number>\d{1,2})\.\s+(?P<title>\S.*)")
_HEADING = re.compile(
    r"points for discussion|points (?:proposés )?pour (?:la )?discussion"
    r"|puntos (?:propuestos )?para (?:la discusión|el debate)",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"background paper|document d['’]information|documento de base", re.IGNORECASE)


class Reference(msgspec.Struct, frozen=True):
    """What a reference paper says of itself: the command that registers it, and its topics with their
    points for discussion (none where it suggests none)."""

    document: RegisterDocument
    topics: tuple[Topic, ...] = ()

    def registering(self, assembly: Assembly) -> RegisterDocument | ChangeDocument:
        """The command for the register: a paper that is there already in other languages only is completed
        by this one."""
        paper = self.document
        there = find_document(assembly, paper.symbol) if paper.symbol else None
        titles = paper.titles or {}
        if there is None or any(language in there.titles for language in titles):
            return paper
        languages = tuple(each for each in LANGUAGES if each in (*there.languages, *(paper.languages or ())))
        return ChangeDocument(document=there.id, titles=titles, languages=languages, isbn=paper.isbn)


def read_reference(path: Path, language: Language) -> Reference:
    """The paper in the file *path*, written in *language*. Raises Unreadable as any text does."""
    blocks = [_plain(block) for block in stream_in(path).blocks]
    front = list(islice((block for block in blocks if block), _FRONT))
    document = RegisterDocument(
        symbol=next((symbol for block in front if (symbol := _symbol(block))), None),
        titles={language: next((block for block in front if not _symbol(block)), path.stem)},
        kind="background_paper" if any(_BACKGROUND.search(block) for block in front) else None,
        languages=(language,),
        isbn=_isbns(front, language) or None,
    )
    return Reference(document, topics_of(blocks))


def topics_of(blocks: list[str]) -> tuple[Topic, ...]:
    """The numbered topics and the unnumbered questions under them, behind the last heading that
    announces points for discussion and has any; () where there are none."""
    for start in reversed([n for n, block in enumerate(blocks) if _HEADING.search(block)]):
        found = _topics(blocks[start + 1 :])
        if found:
            return found
    return ()


def _topics(blocks: list[str]) -> tuple[Topic, ...]:
    out: list[Topic] = []
    for block in blocks:
        topic = _TOPIC.fullmatch(block)
        if topic and int(topic["number"]) == len(out) + 1 and not block.endswith("?"):
            out.append(Topic(topic["title"]))
        elif out and block.endswith("?"):
            out[-1] = Topic(out[-1].title, (*out[-1].points, block))
        elif out and block:
            break
    return tuple(out) if any(topic.points for topic in out) else ()


def _plain(block: Block) -> str:
    said = " ".join(words(block.text).split()).strip("* ")
    return f"{block.label} {said}".strip()


def _symbol(block: str) -> str:
    try:
        found = parse(block) if "/" in block and len(block) < 40 else None
        return canonical(block) if found and found.parts else ""
    except BadSymbol:
        return ""


def _isbns(front: list[str], language: Language) -> dict[Language, str | dict[isbn.Medium, str]]:
    """The numbers of the paper; those of the house say themselves of which language they are."""
    out: dict[Language, dict[isbn.Medium, str]] = {}
    for block in front:
        for found in _ISBN.finditer(block):
            number = isbn.digits(found["number"])
            if number:
                of = _LANGUAGE_OF.get(number[6], language) if isbn.is_house(number) else language
                medium: isbn.Medium = "web" if _WEB.search(found["about"]) else "print"
                out.setdefault(of, {}).setdefault(medium, number)
    return {of: dict(numbers) for of, numbers in out.items()}


__all__ = ["Reference", "read_reference", "topics_of"]
