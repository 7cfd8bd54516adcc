"""The words of a printed paper (.docx, .pdf), read back to compare them with the record.

Unlike an import nothing is repaired and nothing is made of the words: each paragraph is a line as a reader
of the file sees it, with the figures of its footnotes in it, and each footnote is a line. Tracked changes
are read as they are shown when all are accepted; hidden text is not seen and not read; the words of text
boxes are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from consult_app.exchange.blocks import Bounds
from consult_app.exchange.errors import unreadable
from consult_app.exchange.numbering import Numbering, value
from consult_app.exchange.odt import OpenDocument
from consult_app.exchange.office_file import opened
from consult_app.exchange.package import Package, W
from consult_app.exchange.paper_read import ReadLine, ReadPaper
from consult_app.exchange.pdf_words import read_pdf
from consult_app.exchange.reading import bytes_of, guard_size, is_zip, what_it_is
from consult_app.exchange.styles import Styles, list_of, marks_of
from consult_app.exchange.tracking import ALL_ACCEPTED, CHANGES
from consult_app.meetings.reasons import N_, Message

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN = f"{{{W}}}"
_P, _R, _TR = f"{_IN}p", f"{_IN}r", f"{_IN}tr"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_IN}txbxContent"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_SKIP = tuple(
    f"{_IN}{name}"
    for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "instrText", "delText")
)
_SIGNS = {
    f"{_IN}tab": " ",
    f"{_IN}ptab": " ",
    f"{_IN}cr": " ",
    f"{_IN}br": " ",
    f"{_IN}noBreakHyphen": "\u2011",
    f"{_IN}softHyphen": "",
}
_NOTES = ("footnote", "endnote")


def read_paper(path: Path) -> ReadPaper:
    """The words of the paper in *path*. Raises :class:`Unreadable` when it is no .docx and no .pdf, is
    damaged, protected, or not safe to open."""
    return read_paper_bytes(bytes_of(path), path.name)


def read_paper_bytes(data: bytes, source: str) -> ReadPaper:
    """As :func:`read_paper`, for the bytes of a file called *source*."""
    guard_size(data)
    if data.startswith(b"%PDF"):
        return read_pdf(data)
    if is_zip(data):
        return _Reader(opened(data)).paper()
    raise unreadable(
        N_("{name} is {what}; a paper is verified as a Word file (.docx) or a PDF."),
        name=source,
        what=what_it_is(data),
    )


class _Reader:
    def __init__(self, package: Package | OpenDocument) -> None:
        related = package.related()
        root = package.root(package.document)
        body = None if root is None else root.find(f"{_IN}body")
        if body is None:
            raise unreadable(
                N_("The Word file is damaged or was not sent whole; ask for it to be sent again.")
            )
        self._package = package
        self._body = body
        self._styles = Styles(package.root(related.get("styles", "")))
        self._numbering = Numbering(package.root(related.get("numbering", "")))
        self._bodies = {
            kind: {
                str(note.get(f"{_IN}id", "")): note
                for note in _children(package.root(related.get(f"{kind}s", "")), f"{_IN}{kind}")
            }
            for kind in _NOTES
        }
        self._notes: list[ReadLine] = []
        self._counted = 0
        self._figure = ""
        self._changes = 0
        self._bounds = Bounds()

    def paper(self) -> ReadPaper:
        lines = tuple(self._lines(self._body))
        warnings = []
        if self._changes:
            warnings.append(
                Message(
                    N_(
                        "The file holds tracked changes ({count}); its words were read as if all were "
                        "accepted."
                    ),
                    {"count": self._changes},
                )
            )
        keywords = self._package.property("core-properties", _KEYWORDS)
        return ReadPaper(
            "docx",
            keywords=keywords,
            feet=self._feet(),
            lines=lines,
            notes=tuple(self._notes),
            warnings=tuple(warnings),
        )

    def _feet(self) -> str:
        roots = (self._package.root(name) for name in self._package.all_related("footer"))
        return "\n".join(
            "".join(" " if t.tag == f"{_IN}tab" else t.text or "" for t in root.iter(f"{_IN}t", f"{_IN}tab"))
            for root in roots
            if root is not None
        )

    def _lines(self, parent: _Element) -> Iterator[ReadLine]:
        words: list[str] = []
        for paragraph in self._paragraphs(parent):
            boxes: list[_Element] = []
            self._bounds.line(sum(len(each.text or "") for each in paragraph.iter(f"{_IN}t")))
            words += self._words(paragraph, boxes)
            properties = paragraph.find(f"{_IN}pPr")
            marks = None if properties is None else properties.find(f"{_IN}rPr")
            if marks is not None and ALL_ACCEPTED.gone(marks):
                self._changes += 1
                continue  # its mark is deleted: the next paragraph runs on
            label = self._label(properties)
            said, words = "".join(words), []
            if said.strip():
                yield ReadLine(said, label)
            for box in boxes:
                yield from self._lines(box)
        if "".join(words).strip():
            yield ReadLine("".join(words))

    def _paragraphs(self, parent: _Element) -> Iterator[_Element]:
        for element in parent:
            if element.tag == _P:
                yield element
            elif element.tag == _TR and self._row_gone(element):
                self._changes += 1
            elif isinstance(element.tag, str) and element.tag not in _SKIP and element.tag != _FALLBACK:
                yield from self._paragraphs(element)

    def _row_gone(self, row: _Element) -> bool:
        properties = row.find(f"{_IN}trPr")
        return properties is not None and ALL_ACCEPTED.gone(properties)

    def _label(self, properties: _Element | None) -> str:
        number, level = list_of(properties)
        style = self._styles.of("" if properties is None else value(properties, "pStyle"))
        if not number and style.number:
            number = style.number
            level = level if level is not None else style.level
            if level is None:
                level = self._numbering.level_of_style(number, style.numbered_by)
        return self._numbering.label(number, level or 0) if number and number != "0" else ""

    def _words(self, parent: _Element, boxes: list[_Element]) -> Iterator[str]:
        for element in parent:
            tag = element.tag
            if tag == _R:
                yield from self._run(element, boxes)
            elif tag in CHANGES:
                self._changes += 1
                if ALL_ACCEPTED.shows(element):
                    yield from self._words(element, boxes)
            elif tag == _BOX:
                boxes.append(element)
            elif isinstance(tag, str) and tag not in _SKIP and tag not in (_P, _FALLBACK):
                yield from self._words(element, boxes)

    def _run(self, run: _Element, boxes: list[_Element]) -> Iterator[str]:
        properties = run.find(f"{_IN}rPr")
        marks: dict[str, bool] = {}
        if properties is not None:
            marks = dict(self._styles.of(value(properties, "rStyle"), ("",)).marks) | marks_of(properties)
        if marks.get("vanish", False):
            return
        for child in run:
            tag = str(child.tag)
            name = tag.rpartition("}")[2]
            if tag == f"{_IN}t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif name in ("footnoteReference", "endnoteReference"):
                yield from self._note(name.removesuffix("Reference"), child)
            elif name in ("footnoteRef", "endnoteRef"):
                yield self._figure
            elif tag == f"{_IN}sym":
                yield _symbol(str(child.get(f"{_IN}char", "")))
            elif tag not in _SKIP:
                yield from self._words_of_box(child, boxes)

    def _words_of_box(self, element: _Element, boxes: list[_Element]) -> Iterator[str]:
        """Whatever else stands in a run: of a drawing only the boxes of words in it, once."""
        for inner in element.iter(_BOX):
            if next(inner.iterancestors(_FALLBACK), None) is None:
                boxes.append(inner)
        return iter(())

    def _note(self, kind: str, reference: _Element) -> Iterator[str]:
        """The figure of the reference, where the file counts it, and the note that it leads to as a line."""
        body = self._bodies[kind].get(str(reference.get(f"{_IN}id", "")))
        if body is None:
            return
        own = reference.get(f"{_IN}customMarkFollows", "0") not in ("0", "false", "off")
        if not own:
            self._counted += 1
            yield str(self._counted)
        self._figure = "" if own else str(self._counted)
        place = len(self._notes)
        said = " ".join(line.words for line in self._lines(body))
        self._notes.insert(place, ReadLine(said))


def _symbol(code: str) -> str:
    try:
        char = chr(int(code, 16))
    except ValueError:
        return ""
    return char if char.isprintable() else ""


def _children(root: _Element | None, tag: str) -> Iterator[_Element]:
    return iter(()) if root is None else iter(root.findall(tag))


__all__ = ["ReadLine", "ReadPaper", "read_paper"]
