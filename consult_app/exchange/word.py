"""Word files (.docx) to blocks: the text as it reads with tracked changes accepted, all or some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from consult_app.drafting.wordings.wording import Run, write
from consult_app.exchange.blocks import Block, Bounds, Note, Stream
from consult_app.exchange.errors import unreadable
from consult_app.exchange.labels import label_of
from consult_app.exchange.ledger import Key, Ledger
from consult_app.exchange.numbering import Numbering, value
from consult_app.exchange.odt import OpenDocument
from consult_app.exchange.office_file import opened
from consult_app.exchange.package import Package, W
from consult_app.exchange.styles import Styles, list_of, marks_of
from consult_app.exchange.tracking import ALL_ACCEPTED, CHANGES, PUT_IN, View, author_of
from consult_app.meetings.reasons import N_, Message

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN = f"{{{W}}}"
_P, _R, _TBL, _TR = f"{_IN}p", f"{_IN}r", f"{_IN}tbl", f"{_IN}tr"
_SKIP = tuple(
    f"{_IN}{name}" for name in ("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr")
)
_PICTURES = tuple(f"{_IN}{name}" for name in ("drawing", "pict", "object"))
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {
    f"{_IN}tab": " ",
    f"{_IN}ptab": " ",
    f"{_IN}cr": "\n",
    f"{_IN}noBreakHyphen": "\u2011",
    f"{_IN}softHyphen": "\u00ad",
}
_EDGES = " \t\n\r\f\v"


@dataclass(slots=True)
class _Piece:
    """A run as it stands in the file, before anything is decided about it."""

    run: Run
    hidden: bool = False


@dataclass(slots=True)
class _Found:
    """What was met on the way that a person should know of."""

    changes: int = 0
    boxes: list[str] = field(default_factory=list)
    comments: bool = False


def read_word(data: bytes, ledger: Ledger, view: View = ALL_ACCEPTED) -> Stream:
    """The blocks of a .docx with automatic numbers counted, and its footnotes.

    *view* says which tracked changes are carried out. With all of them, insertions and the places that
    text was moved to are read, deletions are not; that there were any is a warning. Raises
    :class:`Unreadable` when the file is damaged, is another kind, or is unsafe.
    """
    return _Reader(opened(data), ledger, view).stream()


class _Reader:
    def __init__(self, package: Package | OpenDocument, ledger: Ledger, view: View) -> None:
        related = package.related()
        root = package.root(package.document)
        body = None if root is None else root.find(f"{_IN}body")
        if body is None:
            raise unreadable(
                N_("The Word file is damaged or was not sent whole; ask for it to be sent again.")
            )
        self._body = body
        self._ledger = ledger
        self._view = view
        self._styles = Styles(package.root(related.get("styles", "")))
        self._numbering = Numbering(package.root(related.get("numbering", "")))
        self._note_bodies = {
            f"{kind}Reference": _bodies(package.root(related.get(f"{kind}s", "")), kind)
            for kind in ("footnote", "endnote")
        }
        self._notes: list[Note] = []
        self._comments = _comments(package.root(related.get("comments", "")))
        self._anchors: list[tuple[int, str]] = []
        self._found = _Found()
        self._line = 0

    def stream(self) -> Stream:
        blocks: list[Block] = []
        bounds = Bounds()
        waiting: list[_Piece] = []
        before: list[int] = []
        line = 0
        for line, (paragraph, gone) in enumerate(self._paragraphs(self._body), start=1):
            self._line = line
            bounds.line(sum(len(each.text or "") for each in paragraph.iter(f"{_IN}t", f"{_IN}delText")))
            for anchor in paragraph.iter(f"{_IN}commentReference"):
                self._anchors.append((line, str(anchor.get(f"{_IN}id", ""))))
            if gone:
                continue
            pieces = waiting + list(self._pieces(paragraph))
            properties = paragraph.find(f"{_IN}pPr")
            marks = None if properties is None else properties.find(f"{_IN}rPr")
            if marks is not None and self._view.gone(marks):
                # the mark goes: what is left of the paragraph runs into the next (ECMA-376-1 §17.13.5.15)
                self._found.changes += 1
                waiting = pieces
                before.append(line)
                continue
            blocks += self._blocks([*before, line], pieces, properties)
            waiting, before = [], []
        if waiting:
            blocks += self._blocks(before, waiting, None)
        comments = [(line, *self._comments[name]) for line, name in self._anchors if name in self._comments]
        return Stream(blocks, self._notes, self._warnings(), comments=comments)

    def _blocks(self, lines: list[int], pieces: list[_Piece], properties: _Element | None) -> list[Block]:
        line = lines[-1]
        name = "" if properties is None else value(properties, "pStyle")
        label = self._label(name, properties)
        runs, keys = self._without_hidden(line, pieces)
        raw = "".join(run.text for run in runs).strip()
        if not raw and not any(run.note for run in runs):
            return []
        if self._styles.is_contents(name):
            message = Message(N_("An entry of the table of contents was left out."))
            if self._ledger.make("contents", line, raw, "", message):
                return []
        if self._styles.is_masthead(name):
            message = Message(N_("The head of a paper was left out: “{words}”."), {"words": raw})
            if self._ledger.make("furniture", line, raw, "", message):
                return []
        style = self._styles.of(name)
        parts = self._soft_lines(line, runs, keys)
        return [
            Block(
                line=line,
                text=_plain(part),
                raw=[" ".join(filter(None, (label if at == 0 else "", _words(part).strip())))],
                label=label if at == 0 else "",
                role=style.role if at == 0 else "" if label_of(_words(part).strip()) else "text",
                lines=list(lines),
                repairs=list(keys),
            )
            for at, part in enumerate(parts)
        ]

    def _without_hidden(self, line: int, pieces: list[_Piece]) -> tuple[list[Run], list[Key]]:
        hidden = "".join(piece.run.text for piece in pieces if piece.hidden)
        if not hidden.strip():
            return [piece.run for piece in pieces if not piece.hidden or piece.run.note], []
        after = "".join(piece.run.text for piece in pieces if not piece.hidden)
        message = Message(N_("Hidden text was left out: “{words}”."), {"words": hidden.strip()})
        before = "".join(piece.run.text for piece in pieces)
        key = self._ledger.make("hidden", line, before, after, message)
        if key is None:
            return [piece.run for piece in pieces], []
        return [piece.run for piece in pieces if not piece.hidden], [key]

    def _soft_lines(self, line: int, runs: list[Run], keys: list[Key]) -> list[list[Run]]:
        """Lines within one paragraph: those that begin with a label, or all when that is wished."""
        lines: list[list[Run]] = [[]]
        for run in runs:
            first, *others = run.text.split("\n")
            lines[-1].append(msgspec.structs.replace(run, text=first))
            lines += [[msgspec.structs.replace(run, text=other)] for other in others]
        lines = [part for part in lines if _words(part).strip() or any(run.note for run in part)]
        if len(lines) < 2:
            return lines
        joined: list[list[Run]] = [lines[0]]
        for part in lines[1:]:
            if label_of(_words(part).strip()):
                joined.append(part)
            else:
                joined[-1] = [*joined[-1], Run(" "), *part]
        if len(joined) < len(lines):
            before = "\n".join(_words(part).strip() for part in lines)
            after = "\n".join(_words(part).strip() for part in joined)
            message = Message(N_("Line breaks inside a paragraph became spaces."))
            key = self._ledger.make("soft-break", line, before, after, message)
            if key is None:
                return lines
            keys.append(key)
        return joined

    def _label(self, name: str, properties: _Element | None) -> str:
        number, level = list_of(properties)
        style = self._styles.of(name)
        if not number and style.number:
            number = style.number
            level = level if level is not None else style.level
            if level is None:
                level = self._numbering.level_of_style(number, style.numbered_by)
        return self._numbering.label(number, level or 0) if number and number != "0" else ""

    def _paragraphs(self, parent: _Element, gone: bool = False) -> Iterator[tuple[_Element, bool]]:
        """Every paragraph, and whether the row that it stands in is gone: it keeps its line."""
        for element in parent:
            if element.tag == _P:
                yield element, gone
            elif element.tag == _TR and self._row_gone(element):
                self._found.changes += 1
                yield from self._paragraphs(element, True)
            elif isinstance(element.tag, str) and element.tag not in _SKIP:
                yield from self._paragraphs(element, gone)

    def _row_gone(self, row: _Element) -> bool:
        properties = row.find(f"{_IN}trPr")
        return properties is not None and self._view.gone(properties)

    def _pieces(self, parent: _Element, within: str | None = None) -> Iterator[_Piece]:
        """The runs that the view shows. *within* is the author of the insertion that they stand in."""
        for element in parent:
            tag = element.tag
            if tag == _R:
                yield from self._run(element)
            elif tag in CHANGES:
                self._found.changes += 1
                if self._view.shows(element, within):
                    yield from self._pieces(element, author_of(element) if tag in PUT_IN else within)
            elif tag == _ALTERNATIVE or tag in _PICTURES:
                self._box(element)
            elif isinstance(tag, str) and tag not in _SKIP and tag != _P:
                yield from self._pieces(element, within)

    def _run(self, element: _Element) -> Iterator[_Piece]:
        properties = self._view.properties(element.find(f"{_IN}rPr"))
        marks: dict[str, bool] = {}
        if properties is not None:
            marks = dict(self._styles.of(value(properties, "rStyle"), ("",)).marks) | marks_of(properties)
        hidden = marks.get("vanish", False)
        shown = Run(
            italic=marks.get("i", False),
            bold=marks.get("b", False),
            superscript=marks.get("vertAlign", False),
        )
        for child in element:
            tag = str(child.tag)
            text = _SIGNS.get(tag, "")
            if tag in (f"{_IN}t", f"{_IN}delText"):
                text = (child.text or "").replace("\n", " ").replace("\t", " ")
            elif tag == f"{_IN}br":
                text = "\n" if child.get(f"{_IN}type", "textWrapping") == "textWrapping" else " "
            elif tag == f"{_IN}sym":
                code = str(child.get(f"{_IN}char", ""))
                # no half of a surrogate pair and no control character
                text = (
                    chr(int(code, 16))
                    if re.fullmatch(r"(?!00[01]|[dD][89a-fA-F])[0-9A-Fa-f]{4}", code)
                    else ""
                )
            elif tag in (f"{_IN}footnoteReference", f"{_IN}endnoteReference"):
                if note := self._note(tag.rpartition("}")[2], str(child.get(f"{_IN}id", ""))):
                    yield _Piece(Run(note=note), hidden)
            elif tag == f"{_IN}commentReference":
                self._found.comments = True
            elif tag == _ALTERNATIVE or tag in _PICTURES:
                self._box(child)
            if text:
                yield _Piece(msgspec.structs.replace(shown, text=text), hidden)

    def _note(self, kind: str, name: str) -> str:
        body = self._note_bodies[kind].get(name)
        if body is None:
            return ""
        key = str(len(self._notes) + 1)
        runs: list[Run] = []
        keys: list[Key] = []
        for paragraph, gone in self._paragraphs(body):
            if gone:
                continue
            found, made = self._without_hidden(self._line, list(self._pieces(paragraph)))
            if text := _trimmed(found):
                runs += [Run(" "), *text] if runs else text
            keys += made
        self._notes.append(Note(key, write(runs), _words(runs), (self._line,), tuple(keys)))
        return key

    def _box(self, element: _Element) -> None:
        words = " ".join(
            "".join(t.text or "" for t in p.iter(f"{_IN}t")) for p in element.iter(f"{_IN}txbxContent")
        ).strip()
        if words and words not in self._found.boxes:
            self._found.boxes.append(words)

    def _warnings(self) -> list[Message]:
        out: list[Message] = []
        if self._found.changes and self._view is ALL_ACCEPTED:
            out.append(
                Message(
                    N_(
                        "The file holds tracked changes ({count}); it was read as if all were accepted. "
                        "To take them in as amendments, import the file as amendments."
                    ),
                    {"count": self._found.changes},
                )
            )
        if self._found.comments and self._view is ALL_ACCEPTED:
            out.append(Message(N_("The comments in the file were not read.")))
        out += [
            Message(N_("A text box was not read: “{words}”."), {"words": words})
            for words in self._found.boxes
        ]
        return out


def _bodies(root: _Element | None, kind: str) -> dict[str, _Element]:
    if root is None:
        return {}
    return {
        str(element.get(f"{_IN}id", "")): element
        for element in root.iterfind(f"{_IN}{kind}")
        if element.get(f"{_IN}type", "normal") == "normal"
    }


def _comments(root: _Element | None) -> dict[str, tuple[str, str]]:
    """By its id, who wrote a comment, and its words."""
    if root is None:
        return {}
    return {
        str(element.get(f"{_IN}id", "")): (
            author_of(element),
            "\n".join(
                "".join(t.text or "" for t in p.iter(f"{_IN}t")).strip() for p in element.iter(_P)
            ).strip(),
        )
        for element in root.iterfind(f"{_IN}comment")
    }


def _words(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


def _trimmed(runs: list[Run]) -> list[Run]:
    """*runs* without the spaces at either end."""
    out = [run for run in runs if run.text or run.note]
    while out and not out[0].note:
        first = msgspec.structs.replace(out[0], text=out[0].text.lstrip(_EDGES))
        out = [first, *out[1:]] if first.text else out[1:]
        if first.text:
            break
    while out and not out[-1].note:
        last = msgspec.structs.replace(out[-1], text=out[-1].text.rstrip(_EDGES))
        out = [*out[:-1], last] if last.text else out[:-1]
        if last.text:
            break
    return out


def _plain(runs: list[Run]) -> str:
    """The plain form, where a label typed by hand carries no marks: it is no part of the wording."""
    runs = _trimmed(runs)
    label = label_of(_words(runs))
    left = label.size if label else 0
    out: list[Run] = []
    for run in runs:
        if left and run.text:
            out.append(Run(run.text[:left]))
            run, left = msgspec.structs.replace(run, text=run.text[left:]), max(0, left - len(run.text))
        out.append(run)
    return write(out)
