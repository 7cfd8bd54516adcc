"""Tracked changes and comments as WordprocessingML (ECMA-376-1 §17.13.4, §17.13.5).

Every revision of the package has a number of its own from one counter: Word calls a file damaged in
which two share one. What is nested stays nested: a deletion inside another author's insertion is what
Word knows as a change of that insertion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ..paper import Before, Block, Comment, Heading, Numbered, Para, Revised, Revision, Runs, Span
from ..xml_characters import carried

_TAGS = {
    "insert": "ins",
    "delete": "del",
    "move_from": "moveFrom",
    "move_to": "moveTo",
    "format": "rPrChange",
}
#: in which order the schema has them among the properties of a paragraph mark
_MARKS = ("insert", "delete", "move_from", "move_to")
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Tracked:
    """The revisions and the comments of one package, numbered as they are written."""

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self._last = 0
        self._ends = _ends_of_moves(blocks)
        self._ranges: dict[tuple[str, str], int] = {}
        self.comments: list[Comment] = []
        self._ids: dict[int, int] = {}

    def attributes(self, revision: Revision) -> str:
        """Number, author and date of a revision."""
        self._last += 1
        date = f" w:date={quoteattr(_second(revision.at))}" if revision.at else ""
        return f'w:id="{self._last}" w:author={quoteattr(carried(revision.author))}{date}'

    def runs(self, spans: Runs, run: Callable[[Span], str]) -> str:
        """*spans* as runs, each within the changes that it is part of; *run* writes one span."""
        out: list[str] = []
        open_: list[Revision] = []
        begins = _begins(spans)
        for place, span in enumerate(spans):
            wanted = () if span.comment is not None else _written(span.revisions)
            same = 0
            while same < min(len(open_), len(wanted)) and open_[same] == wanted[same]:
                same += 1
            if place in begins:
                same = 0
            while len(open_) > same:
                out.append(f"</w:{_TAGS[open_.pop().kind]}>")
            out += (f'<w:commentRangeStart w:id="{self._id(each)}"/>' for each in begins.get(place, ()))
            for revision in wanted[same:]:
                out.append(f"<w:{_TAGS[revision.kind]} {self.attributes(revision)}>")
                open_.append(revision)
            out.append(self._reference(span.comment) if span.comment is not None else run(span))
        out += (f"</w:{_TAGS[revision.kind]}>" for revision in reversed(open_))
        return "".join(out)

    def mark(self, revisions: tuple[Revision, ...]) -> str:
        """The properties of a paragraph mark that is put in, taken out or moved; "" for none."""
        found = sorted(
            (each for each in revisions if each.kind in _MARKS), key=lambda r: _MARKS.index(r.kind)
        )
        kinds: dict[str, Revision] = {}
        for each in found:
            kinds.setdefault(each.kind, each)
        marks = "".join(f"<w:{_TAGS[kind]} {self.attributes(each)}/>" for kind, each in kinds.items())
        return f"<w:rPr>{marks}</w:rPr>" if marks else ""

    def was(self, before: Before) -> str:
        """The formatting that a run had before, as the last of its properties."""
        marks = "<w:b/>" * before.bold + "<w:i/>" * before.italic
        marks += '<w:vertAlign w:val="superscript"/>' * before.superscript
        properties = f"<w:rPr>{marks}</w:rPr>" if marks else "<w:rPr/>"
        return f"<w:rPrChange {self.attributes(before.revision)}>{properties}</w:rPrChange>"

    def ranges(self, block: Block) -> tuple[str, str]:
        """What stands first and last in a paragraph with which the end of a move begins or finishes."""
        start = end = ""
        for revision in _moves(block):
            key = revision.kind, revision.move
            first, last = self._ends[key]
            tag = _TAGS[revision.kind]
            if first is block:
                start += f"<w:{tag}RangeStart {self.attributes(revision)} w:name={quoteattr(revision.move)}/>"
                self._ranges[key] = self._last
            if last is block:
                end += f'<w:{tag}RangeEnd w:id="{self._ranges[key]}"/>'
        return start, end

    def comments_xml(self) -> str:
        """The whole comments part."""
        out = [f"<w:comments {_NAMESPACE}>"]
        for number, comment in enumerate(self.comments):
            date = f" w:date={quoteattr(_second(comment.at))}" if comment.at else ""
            initials = "".join(word[0] for word in comment.author.split() if word[0].isalpha()).upper()
            out.append(
                f'<w:comment w:id="{number}" w:author={quoteattr(carried(comment.author))}{date}'
                f" w:initials={quoteattr(initials[:3])}>"
            )
            out += (
                f'<w:p><w:r><w:t xml:space="preserve">{escape(carried(line))}</w:t></w:r></w:p>'
                for line in comment.lines
            )
            out.append("</w:comment>")
        return "".join([*out, "</w:comments>"])

    def _id(self, comment: Comment) -> int:
        if id(comment) not in self._ids:
            self._ids[id(comment)] = len(self.comments)
            self.comments.append(comment)
        return self._ids[id(comment)]

    def _reference(self, comment: Comment) -> str:
        number = self._id(comment)
        return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def attach_comments(document: Any, xml: str) -> None:
    """Add the comments part *xml* to a python-docx document."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    for key, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.COMMENTS:
            del document.part.rels[key]
    part = XmlPart(
        PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, parse_xml(xml), document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def deleted(span: Span) -> bool:
    """Whether the words of *span* stand in a deletion, where Word wants them in an element of its own."""
    return any(revision.kind == "delete" for revision in _written(span.revisions))


def leaves_nothing(block: Block | None) -> bool:
    """Whether the mark that ends *block* may go: at the end of a text another paragraph must follow it."""
    return isinstance(block, Heading | Para | Numbered) and bool(block.revised.end)


def _written(revisions: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """*revisions* as they are nested in the file: what is put into an insertion, or into words that come
    to their place by a move, stands beside these, as Word writes it; other programs lose it inside. What
    takes inserted words away, a deletion or a move, stands in their insertion: around it, LibreOffice would
    leave them behind."""
    inner = max((at for at, each in enumerate(revisions) if each.kind == "insert"), default=0)
    outer = tuple(each for each in revisions[:inner] if each.kind not in ("insert", "move_to"))
    if outer:
        return (revisions[inner], *(revisions[inner + 1 :] or outer[-1:]))
    return revisions[inner:]


def _begins(spans: Runs) -> dict[int, list[Comment]]:
    """By the place of a span the comments whose range begins before it."""
    out: dict[int, list[Comment]] = {}
    for place, span in enumerate(spans):
        if span.comment is None:
            continue
        start = place
        while start and _about(spans[start - 1], span.comment.number):
            start -= 1
        out.setdefault(start, []).append(span.comment)
    return out


def _about(span: Span, number: str) -> bool:
    if span.comment is not None:
        return bool(number) and span.comment.number == number
    revisions = (*span.revisions, span.before.revision) if span.before else span.revisions
    return bool(number) and any(each.number == number for each in revisions)


def _moves(block: Block) -> Iterable[Revision]:
    revised = block.revised if isinstance(block, Heading | Para | Numbered) else Revised()
    return (each for each in revised.end if each.move)


def _ends_of_moves(blocks: Sequence[Block]) -> dict[tuple[str, str], tuple[Block, Block]]:
    """The first and the last paragraph of each end of each move."""
    out: dict[tuple[str, str], tuple[Block, Block]] = {}
    for block in blocks:
        for revision in _moves(block):
            key = revision.kind, revision.move
            out[key] = out.get(key, (block, block))[0], block
    return out


def _second(at: str) -> str:
    """A time as Word writes it: to the second, in UTC."""
    return at.partition(".")[0].removesuffix("Z").partition("+")[0] + "Z"


__all__ = ["Tracked", "attach_comments", "deleted", "leaves_nothing"]
