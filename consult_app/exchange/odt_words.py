"""The words of an OpenDocument text in the elements of a Word file.

A tracked insertion stands between two marks in the text; a deletion is one mark, and the words that it took
out stand at the beginning of the file. In the Word file that is made of it both stand in their place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from consult_app.exchange.blocks import Bounds
from consult_app.exchange.odt_lists import Lists
from consult_app.exchange.odt_styles import Looks, counted, local, ns, properties_of
from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_TEXT, _OFFICE, _DRAW, _DC = ns("text"), ns("office"), ns("draw"), "{http://purl.org/dc/elements/1.1/}"
_SPACES = re.compile(r"[ \t\r\n]+")
_LEFT_OUT = frozenset(
    (
        *("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls"),
        *("forms", "note-citation", "ruby-text", "annotation-end", "alphabetical-index-auto-mark-file"),
        *("table-of-content-source", "illustration-index-source", "table-index-source", "desc", "title"),
        *("alphabetical-index-source", "bibliography-source", "user-index-source", "object-index-source"),
    )
)
_INDEXES = frozenset(
    f"{name}"
    for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index")
)
_MOST_SPACES = 200


def translated(content: _Element, styles: _Element | None) -> dict[str, _Element] | None:
    """The parts of a Word file by name, made of the parts of an .odt; None where it has no text."""
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        return None
    looks = Looks(content, styles)
    lists = Lists(content, styles)
    words = _Words(looks, lists, body)
    words.blocks(body)
    parts = {
        "document": words.document,
        "styles": looks.part(),
        "numbering": lists.part(),
        "footnotes": words.notes["footnote"],
        "endnotes": words.notes["endnote"],
        "comments": words.comments,
    }
    footers = (
        [] if styles is None else list(styles.iter(f"{ns('style')}footer", f"{ns('style')}footer-first"))
    )
    if footers:
        foot = _Words(looks, lists, body)
        for footer in footers:
            foot.blocks(footer)
        parts["footer"] = foot.document
    return parts


class _Change(NamedTuple):
    """A tracked change: its id, who made it and when."""

    id: str
    author: str
    date: str


@dataclass(slots=True)
class _Deletion:
    """Words that were taken out: the change, the insertion in which they stood, and the paragraphs."""

    change: _Change
    within: _Change | None
    content: list[_Element] = field(default_factory=list)


@dataclass(slots=True)
class _Around:
    """What a paragraph stands in: its list (number and level, before its first paragraph was seen), and
    whether in an index."""

    number: str = ""
    level: int = 0
    index: bool = False


class _Words:
    """Walks through a text once and builds the parts as it goes."""

    def __init__(self, looks: Looks, lists: Lists, body: _Element) -> None:
        from lxml import etree

        self._etree = etree
        self.looks, self.lists = looks, lists
        self.document = self._new("document")
        self._body = self._new("body", self.document)
        self.notes = {kind: self._new(f"{kind}s") for kind in ("footnote", "endnote")}
        self.comments = self._new("comments")
        self._insertions: dict[str, _Change] = {}
        self._deletions: dict[str, _Deletion] = {}
        self._formats: dict[str, _Change] = {}
        self._active: list[_Change] = []
        self._formatted: list[_Change] = []
        self._taken_out: _Change | None = None
        self._paragraph: _Element | None = None
        self._bounds = Bounds()
        self._read_changes(body)

    def _new(self, name: str, parent: _Element | None = None, **values: str) -> _Element:
        attributes = {f"{_W}{key}": value for key, value in values.items()}
        if parent is None:
            return self._etree.Element(f"{_W}{name}", attributes, nsmap={"w": W})
        return self._etree.SubElement(parent, f"{_W}{name}", attributes)

    # tracked changes

    def _read_changes(self, body: _Element) -> None:
        for region in body.iterfind(f"{_TEXT}tracked-changes/{_TEXT}changed-region"):
            name = region.get(f"{_TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            insertion, deletion = region.find(f"{_TEXT}insertion"), region.find(f"{_TEXT}deletion")
            within = None if insertion is None else _change(name, insertion)
            if deletion is not None:
                content = [each for each in deletion if local(each) != "change-info"]
                self._deletions[name] = _Deletion(_change(name, deletion), within, content)
            elif within is not None:
                self._insertions[name] = within
            formatting = region.find(f"{_TEXT}format-change")
            if formatting is not None:
                self._formats[name] = _change(name, formatting)

    # blocks

    def blocks(self, parent: _Element, around: _Around | None = None) -> None:
        """Put the paragraphs below *parent* behind what is there."""
        around = around or _Around()
        for element in parent:
            name = local(element)
            if name in ("p", "h") and element.tag.startswith(_TEXT):
                self._whole_paragraph(element, around)
            elif name == "list":
                self._list(element, around)
            elif name in ("change-start", "change-end", "change"):
                self._mark(element)
            elif name == "annotation" or name in _LEFT_OUT or not name:
                continue
            elif element.tag.startswith(_DRAW) and name != "text-box":
                self._box_alone(element)
            else:
                inside = _Around(around.number, around.level, around.index or name in _INDEXES)
                self.blocks(element, inside)

    def _list(self, element: _Element, around: _Around) -> None:
        with self.lists.within(element, around.number, around.level) as (number, level):
            for item in element:
                if local(item) == "list-header":
                    self.blocks(item, _Around("", level, around.index))
                    continue
                if local(item) != "list-item":
                    continue
                number = self.lists.started(item, number, level)
                first = True
                for child in item:
                    label = first and local(child) in ("p", "h")
                    inside = local(child) == "list"
                    self._item_part(child, _Around(number if label or inside else "", level, around.index))
                    first = first and not label

    def _item_part(self, child: _Element, around: _Around) -> None:
        if local(child) in ("p", "h"):
            self._whole_paragraph(child, around)
        elif local(child) == "list":
            self._list(child, _Around(around.number, around.level + 1, around.index))
        else:
            self.blocks(child, _Around("", around.level, around.index))

    def _whole_paragraph(self, element: _Element, around: _Around) -> None:
        self._begin(element, around)
        self._inline(element, self.looks.direct(element), element, around)
        self._end(self._active[-1] if self._active else None, "ins")

    def _begin(self, element: _Element, around: _Around, parent: _Element | None = None) -> None:
        self._bounds.line(sum(map(len, element.itertext())))
        self._paragraph = self._new("p", self._body if parent is None else parent)
        properties = self._new("pPr", self._paragraph)
        self._new("pStyle", properties, val=self.looks.of_paragraph(element, index=around.index))
        if around.number:
            numbering = self._new("numPr", properties)
            self._new("ilvl", numbering, val=str(around.level))
            self._new("numId", numbering, val=around.number)

    def _end(self, change: _Change | None, kind: str) -> None:
        """End the paragraph; its mark is part of *change*."""
        if change is not None and self._paragraph is not None:
            properties = self._paragraph[0]
            self._changed(kind, self._new("rPr", properties), change)
        self._paragraph = None

    # words

    def _inline(self, element: _Element, marks: frozenset[str], whole: _Element, around: _Around) -> None:
        self._say(element.text, marks)
        for child in element:
            self._one(child, marks, whole, around)
            self._say(child.tail, marks)

    def _one(self, child: _Element, marks: frozenset[str], whole: _Element, around: _Around) -> None:
        name = local(child)
        if name == "s":
            self._run(" " * min(counted(child.get(f"{_TEXT}c", "1"), 1), _MOST_SPACES), marks)
        elif name in ("tab", "line-break"):
            self._new("tab" if name == "tab" else "br", self._run_element(marks))
        elif name == "note":
            self._note(child, marks)
        elif name == "annotation":
            self._comment(child)
        elif name == "change":
            self._deleted(child, whole, around)
        elif name in ("change-start", "change-end"):
            self._mark(child)
        elif child.tag is not None and str(child.tag).startswith(_DRAW) and name != "a":
            self._box(child)
        elif name and name not in _LEFT_OUT:
            inside = self.looks.of_words(child, marks) if name in ("span", "a") else marks
            self._inline(child, inside, whole, around)

    def _mark(self, element: _Element) -> None:
        name = element.get(f"{_TEXT}change-id", "")
        if local(element) == "change":
            return
        for changes, active in (
            (self._insertions, self._active),
            (self._formats, self._formatted),
        ):
            change = changes.get(name)
            if change is not None and local(element) == "change-start":
                active.append(change)
            elif change is not None and change in active:
                active.remove(change)

    def _deleted(self, element: _Element, whole: _Element, around: _Around) -> None:
        """Put what was deleted here back into its place, as deleted."""
        if self._taken_out is not None:
            return
        found = self._deletions.pop(element.get(f"{_TEXT}change-id", ""), None)
        if found is None:
            return
        paragraphs = list(_paragraphs(found.content, around.level if around.number else 0))
        before = list(self._active)
        self._active += [found.within] if found.within is not None and found.within not in before else []
        self._taken_out = found.change
        for place, (paragraph, level) in enumerate(paragraphs):
            last = place == len(paragraphs) - 1
            inside = _Around(around.number if level >= 0 else "", max(level, 0), around.index)
            if not last and self._paragraph is not None:
                # the part of the text before the cut belonged to the first of the paragraphs
                self._restyle(paragraph, inside)
            self._inline(paragraph, self.looks.direct(paragraph), paragraph, inside)
            if not last:
                self._end(found.change, "del")
                self._begin(whole, around)
        self._taken_out = None
        self._active = before

    def _restyle(self, element: _Element, around: _Around) -> None:
        words = self._paragraph
        assert words is not None
        kept = list(words)[1:]
        parent = words.getparent()
        assert parent is not None
        parent.remove(words)
        self._begin(element, around, parent)
        assert self._paragraph is not None
        self._paragraph.extend(kept)

    def _say(self, text: str | None, marks: frozenset[str]) -> None:
        if text:
            self._run(_SPACES.sub(" ", text), marks)

    def _run(self, text: str, marks: frozenset[str]) -> None:
        run = self._run_element(marks)
        self._new("delText" if self._taken_out else "t", run).text = text

    def _run_element(self, marks: frozenset[str]) -> _Element:
        run = self._new("r", self._container())
        if marks:
            properties = self._new("rPr", run)
            properties_of(properties, marks)
            for change in self._formatted[-1:]:
                # the format does not keep how the words were marked before: most likely they were not
                self._new("rPr", self._changed("rPrChange", properties, change))
        return run

    def _container(self) -> _Element:
        """Where the next run goes: the paragraph, or the changes that stand open in it."""
        if self._paragraph is None:
            self._paragraph = self._new("p", self._body)
            self._new("pPr", self._paragraph)
        place = self._paragraph
        wanted = [("ins", change) for change in self._active]
        wanted += [("del", self._taken_out)] if self._taken_out else []
        for kind, change in wanted:
            last = place[-1] if len(place) else None
            if last is not None and last.tag == f"{_W}{kind}" and last.get(f"{_W}id") == change.id:
                place = last
            else:
                place = self._changed(kind, place, change)
        return place

    def _changed(self, kind: str, parent: _Element, change: _Change) -> _Element:
        return self._new(kind, parent, id=change.id, author=change.author, date=change.date)

    # notes, remarks, boxes

    def _note(self, element: _Element, marks: frozenset[str]) -> None:
        kind = "endnote" if element.get(f"{_TEXT}note-class") == "endnote" else "footnote"
        notes = self.notes[kind]
        name = str(len(notes) + 1)
        citation, body = element.find(f"{_TEXT}note-citation"), element.find(f"{_TEXT}note-body")
        own = "" if citation is None else citation.get(f"{_TEXT}label", "")
        run = self._run_element(marks)
        reference = self._new(f"{kind}Reference", run, id=name)
        if own:
            reference.set(f"{_W}customMarkFollows", "1")
            self._new("t", run).text = own
        note = self._new(kind, notes, id=name)
        first = self._aside(note, body)
        # Word has the figure of a note in the note; an .odt has it in the reference alone
        figure = self._etree.Element(f"{_W}r")
        self._new("t" if own else f"{kind}Ref", figure).text = f"{own} " if own else None
        if not own:
            self._new("t", figure).text = " "
        first.insert(1, figure)

    def _aside(self, place: _Element, content: _Element | None) -> _Element:
        """Put the paragraphs of *content* into *place*, beside the text; the first of them."""
        kept = self._body, self._paragraph, self._active, self._taken_out
        self._body, self._paragraph, self._active, self._taken_out = place, None, [], None
        if content is not None:
            self.blocks(content)
        self._body, self._paragraph, self._active, self._taken_out = kept
        if not len(place):
            self._new("pPr", self._new("p", place))
        return place[0]

    def _comment(self, element: _Element) -> None:
        name = str(len(self.comments) + 1)
        author = element.findtext(f"{_DC}creator") or ""
        self._aside(self._new("comment", self.comments, id=name, author=author), element)
        self._new("commentReference", self._new("r", self._container()), id=name)

    def _box(self, element: _Element) -> None:
        place = self._new("txbxContent", self._new("pict", self._run_element(frozenset())))
        self._aside(place, element)

    def _box_alone(self, element: _Element) -> None:
        if element.find(f".//{_TEXT}p") is not None:
            self._box(element)
            self._paragraph = None


def _paragraphs(content: list[_Element], level: int) -> list[tuple[_Element, int]]:
    """The paragraphs of what was deleted, each with its level in a list (-1 outside one)."""
    out: list[tuple[_Element, int]] = []
    for element in content:
        name = local(element)
        if name in ("p", "h"):
            out.append((element, level))
        elif name == "list":
            depth = sum(local(each) == "list" for each in element.iterancestors())
            for item in element:
                out += _paragraphs(list(item), depth)
        elif name:
            out += _paragraphs(list(element), level)
    return out


def _change(name: str, element: _Element) -> _Change:
    info = element.find(f"{_OFFICE}change-info")
    author = "" if info is None else info.findtext(f"{_DC}creator") or ""
    date = "" if info is None else info.findtext(f"{_DC}date") or ""
    return _Change(name, author, date[:19] + "Z" if date else "")


__all__ = ["translated"]
