"""The parts of a text: preface, preamble, body and conclusions, with one language's words in them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from consult_app.drafting.brackets.view import in_brackets, new_in_brackets
from consult_app.drafting.house_style.referring import references
from consult_app.drafting.house_style.typography import typography
from consult_app.drafting.remembered import remembered
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import printed
from consult_app.drafting.text.references import renumbered
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import notes as notes_in
from consult_app.drafting.wordings.wording import words
from consult_app.state import State

from ..papers.heads import masthead, original_mark, stale_mark
from ..papers.working_text import WorkingText
from ..shown_brackets import elsewhere_said, with_brackets
from .elements import Element, add, append_text, set_language
from .inline import BRACKETS, Notes, write_plain, write_words
from .outline import Entry, Outline, outline, runs_of_items
from .referred import Referred

#: kind of node that stands in the preamble: how AKN4UN calls its formula
_FORMULAS = {"organ": "akn4un:enactingAuthority", "adoption": "akn4un:adoption"}


class TextParts(Notes):
    """One text on its way into a document in *language*."""

    def __init__(self, state: State, text: Text, language: str, referred: Referred) -> None:
        super().__init__()
        self.state, self.text, self.language, self.referred = state, text, language, referred
        self.outline: Outline = outline(state, text, language)
        self.working = WorkingText(state, text)
        self.entries = {entry.id: entry for entry in self.outline.entries()}
        self.eids = {each.label: each.eid for each in self.entries.values() if each.label and not each.line}
        style = state.assembly.meeting.rules.numbering
        self.renumbered = renumbered(text, style) if text.adopted else {}
        self.by_key = {each.spot.note_key: each for each in self.outline.footnotes if each.spot.note_key}
        self._figures: dict[str, str] = {}
        self._number_notes()

    def write(self, document: Element) -> None:
        """The parts in their order."""
        self._preface(document)
        if self.outline.preamble:
            self._preamble(document)
        body = add(document, "mainBody", eId="body")
        self._body(body)
        if not len(body):
            add(body, "p")
        left = [each for each in self.outline.footnotes if each.id not in self.placed]
        if self.outline.closing or left:
            # without an eId: a language may refer to a footnote that another leaves out
            container = add(add(document, "conclusions"), "container", name="conclusion")
            for entry in self.outline.closing:
                self._paragraph(container, entry, named=True)
            for entry in left:
                # a footnote that nothing refers to (any more) is part of the text all the same
                if entry.id not in self.placed:
                    self._note(add(container, "p"), entry, "")

    def _preface(self, document: Element) -> None:
        head, meeting = masthead(self.state, self.language), self.state.assembly.meeting
        container = add(add(document, "preface"), "container", name="identification", eId="ctn_1")
        line = add(container, "p")
        add(line, "docAuthority", head.organization, refersTo=self.referred.house)
        if head.meeting:
            add(add(container, "p"), "docCommittee", head.meeting, refersTo=self.referred.meeting)
        if head.symbol:
            add(add(container, "p"), "docNumber", head.symbol)
        place, day = self.referred.place(), meeting.ends or meeting.begins
        if place or day:
            line = add(container, "p")
            if place:
                add(line, "location", head.place_line, refersTo=place)
            if place and day:
                append_text(line, ", ")
            if day:
                add(line, "docDate", head.date_line, date=day)
        for entry in self.outline.titles:
            line = add(container, "p", eId=entry.eid, wId=entry.wid, GUID=entry.id)
            said = self._said(line, entry)
            self._write(add(line, "docTitle"), entry, said)
            self._remark(line, entry, said)

    def _preamble(self, document: Element) -> None:
        preamble = add(document, "preamble")
        recitals: Element | None = None
        count = 0
        for entry in self.outline.preamble:
            if entry.spot.kind == "clause":
                if recitals is None:
                    count += 1
                    recitals = add(preamble, "recitals", eId=f"recs_{count}")
                recital = add(recitals, "recital", eId=entry.eid, wId=entry.wid, GUID=entry.id)
                self._paragraph(recital, entry)
                continue
            recitals = None
            name = _FORMULAS.get(entry.spot.kind, f"akn4un:{entry.spot.kind}")
            formula = add(preamble, "formula", name=name, eId=entry.eid, wId=entry.wid, GUID=entry.id)
            self._paragraph(formula, entry)

    def _body(self, body: Element) -> None:
        parent = body
        for entry in self.outline.body:
            if entry.spot.kind == "heading":
                parent = add(body, "division", eId=entry.eid, wId=entry.wid, GUID=entry.id)
                heading = add(parent, "heading")
                said = self._said(heading, entry)
                self._write(heading, entry, said)
                self._remark(heading, entry, said)
                for child in entry.children:
                    self._provision(parent, child)
            else:
                self._provision(parent, entry)

    def _provision(self, parent: Element, entry: Entry) -> None:
        """A paragraph, an item, or what else stands in the body, with all under it."""
        name = {"paragraph": "paragraph", "item": "point"}.get(entry.spot.kind, "hcontainer")
        made = add(parent, name, eId=entry.eid, wId=entry.wid, GUID=entry.id)
        if name == "hcontainer":
            made.set("name", entry.spot.kind)
        number = printed(entry.spot, entry.label, self.language) if entry.label else ""
        if number:
            add(made, "num", number)
        if not entry.children:
            self._paragraph(add(made, "content"), entry)
            return
        lists = 0
        for items, run in runs_of_items(entry.children):
            target = made
            if items:
                lists += 1
                target = add(made, "list", eId=f"{entry.eid}__list_{lists}")
            if items and lists == 1 and len(made) == 1 + bool(number):
                self._paragraph(add(target, "intro"), entry)
            elif not items and not len(made) - bool(number):
                self._paragraph(add(made, "intro"), entry)
            for each in run:
                self._provision(target, each)

    def _paragraph(self, parent: Element, entry: Entry, *, named: bool = False) -> None:
        line = add(parent, "p")
        if named:
            for key, value in (("eId", entry.eid), ("wId", entry.wid), ("GUID", entry.id)):
                if value:
                    line.set(key, value)
        said = self._said(line, entry)
        self._write(line, entry, said)
        self._remark(line, entry, said)

    def _said(self, line: Element, entry: Entry) -> str:
        """The language that the words of the node are in, which *line* says where it is not the text's."""
        language = self.language
        if entry.line is not None and not entry.line.segments:
            language = self.state.drafting.amendments[entry.line.proposed_by].language
        elif entry.node is not None:
            language = self.working.said(entry.node, self.language)
        if language != self.language:
            set_language(line, language)
        return language

    def _write(self, target: Element, entry: Entry, said: str) -> None:
        """The words of the node, each open square bracket with its alternatives."""
        segments = self._segments(entry, said)
        if entry.node is not None and not any(segment.bracket for segment in segments):
            links = self._links(entry.node, said)
            write_plain(target, self.working.plain(entry.node, said), said, self, links)
            return
        for bracket, found in groupby(segments, key=lambda segment: segment.bracket):
            inner = add(target, "inline", name=BRACKETS) if bracket else target
            plain = with_brackets(self.state.assembly, tuple(found), self.language)
            write_plain(inner, plain, said, self, self.eids)

    def _links(self, node: Node, said: str) -> dict[str, str]:
        """The eId that each reference in the words of *node* leads to, by what it calls its paragraph; of one
        that the text had when it was numbered through, and that is not in it any more, none."""
        if not self.text.adopted:
            return self.eids
        now = (self.renumbered.get(each.label, "") for each in references(node.text(said), said))
        return {label: self.eids[label] for label in now if label in self.eids}

    def _segments(self, entry: Entry, said: str) -> tuple[Segment, ...]:
        """The words of a draft by square bracket; nothing for those of an adopted text."""
        if entry.line is None:
            if self.text.adopted or entry.node is None:
                return ()
            return in_brackets(self.state.drafting, self.text, entry.node, said)
        if entry.line.segments:
            return entry.line.segments
        amendment = self.state.drafting.amendments[entry.line.proposed_by]
        new = next(each for each in amendment.inserted() if each.id == entry.id)
        return new_in_brackets(self.state.drafting, self.text, amendment, new.texts.get(said, ""))

    def _remark(self, line: Element, entry: Entry, said: str) -> None:
        """What the secretariat says of the words of a draft, as the paper does."""
        marks = [original_mark(said, self.language)] if said != self.language else []
        if entry.node is not None and not marks:
            if entry.node.status(said) == "out_of_date":
                marks.append(stale_mark(self.language))
            if not self.text.adopted:
                others = elsewhere_said(self.state, self.text, entry.node, said, self.language)
                marks += [f"[{others}]"] * bool(others)
        for mark in marks:
            append_text(line, " ")
            remark = add(line, "remark", status="editorial")
            if said != self.language:
                set_language(remark, self.language)
            write_words(remark, mark, self.language)

    # footnotes

    def refer(self, parent: Element, key: str) -> None:
        entry = self.by_key.get(key)
        if entry is None:
            super().refer(parent, key)
        elif entry.id in self.placed:
            eid, figure = self.placed[entry.id]
            add(add(parent, "sup"), "noteRef", href=f"#{eid}", marker=figure)
        else:
            self._note(add(parent, "sup"), entry, self._figures.get(key, ""))

    def _note(self, parent: Element, entry: Entry, figure: str) -> None:
        self.placed[entry.id] = entry.eid, figure
        note = add(
            parent,
            "authorialNote",
            eId=entry.eid,
            wId=entry.wid,
            GUID=entry.id,
            marker=figure,
            placement="bottom",
        )
        self._paragraph(note, entry)

    def _number_notes(self) -> None:
        """The figure of each footnote: they are numbered as they are referred to, as on paper."""
        for entry in self.entries.values():
            if entry.node is None:
                continue
            for key in notes_in(entry.node.text(self.working.said(entry.node, self.language))):
                if key in self.by_key:
                    self._figures.setdefault(key, str(len(self._figures) + 1))


@remembered(12)
def title_of_text(text: Text, language: str) -> str:
    """The title of *text* as a reference to it has it, in *language* or in its original; its id where it has
    none."""
    for node in text:
        if text.tree.spots[node.id].kind == "title" and not node.deleted:
            said = language if node.text(language) else node.original
            return words(typography(node.text(said), said))
    return text.id


def same_ids(documents: Iterable[Element]) -> bool:
    """Whether the expressions of one text have the same eIds, wIds and GUIDs."""
    found = [
        [
            sorted(said for each in document.iter() if (said := each.get(name)))
            for name in ("eId", "wId", "GUID")
        ]
        for document in documents
    ]
    return all(each == found[0] for each in found)


__all__ = ["TextParts", "same_ids", "title_of_text"]
