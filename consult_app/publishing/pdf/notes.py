"""Footnotes at the foot of the page that refers to them.

reportlab has none. :class:`NoteFrame` raises its floor by the height of the notes of what it takes
in; a block is split so that the lines that stay bring only notes for which there is room. A note
that is too long for its page goes on at the foot of the next, before the notes of that page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import ActionFlowable, Frame, FrameBreak, Paragraph, Table

from .. import layout

#: the link of a reference; what follows is the key of its note
LINK = "#note-"
_ABOVE_RULE = 9.0
_BELOW_RULE = 5.0
_RULE_WIDTH = 85.0
#: a note is cut only when it is longer than this part of a page; else its line goes with it
_LONG = 0.22
#: the part of a page that notes may take as long as there is text
_MOST = 0.5


def references(flowable: Any) -> Iterator[str]:
    """The keys of the notes that *flowable* refers to, whatever is nested in it, in order."""
    for frag in getattr(flowable, "frags", None) or ():
        # once wrapped, a paragraph holds words instead: [width, (frag, text), …]
        pieces = [part[0] for part in frag[1:]] if isinstance(frag, list) else [frag]
        for piece in pieces:
            for _place, link in getattr(piece, "link", None) or ():
                if link.startswith(LINK):
                    yield link.removeprefix(LINK)
    for row in getattr(flowable, "_cellvalues", None) or ():
        for cell in row:
            for inner in cell if isinstance(cell, list | tuple) else (cell,):
                yield from references(inner)


class NotesLeft(ActionFlowable):  # type: ignore[misc]
    """The end of the story: further pages as long as a note is not at its end."""

    def apply(self, doc: Any) -> None:
        frame = doc.frame
        frame.most = 1.0
        while frame.carried:
            left = len(frame.carried), frame.measured(frame.carried[0])
            doc._curPageFlowableCount = 1  # or reportlab takes a page of notes for an empty one
            doc.handle_pageBreak()
            doc.clean_hanging()  # only now does the next page begin
            if frame.carried and left <= (len(frame.carried), frame.measured(frame.carried[0])):
                raise ValueError("a footnote does not fit on any page")


class NoteFrame(Frame):  # type: ignore[misc]
    """A frame with notes at its foot; *notes* gives the paragraph of each key."""

    def __init__(self, *args: Any, notes: dict[str, Paragraph], **words: Any) -> None:
        self.notes = notes
        self.here: list[Paragraph] = []
        self.carried: list[Paragraph] = []
        self.placed: set[str] = set()
        self.most = _MOST
        for key, note in notes.items():
            note.bookmark = key
        super().__init__(*args, **words)

    def _reset(self) -> None:
        super()._reset()
        self._geom()
        self.here = []
        if waiting := self.carried:
            self.carried = []
            self._place(waiting, self._aH * self.most)

    def measured(self, note: Paragraph) -> float:
        """The height of *note* in this frame, with the space after it."""
        if not hasattr(note, "in_lines"):
            note.in_lines = float(note.wrap(self._aW, 1e6)[1])
        return float(note.in_lines + note.getSpaceAfter())

    def _new(self, flowable: Any) -> list[Paragraph]:
        if self.placed >= self.notes.keys():
            return []  # a long table is asked on each page, and all of its cells each time
        keys = dict.fromkeys(key for key in references(flowable) if key not in self.placed)
        return [self.notes[key] for key in keys]

    def demand(self, flowable: Any) -> float:
        """The least height that the notes of *flowable* need on the page that takes it in."""
        return self._demand(self._new(flowable))

    def _demand(self, notes: list[Paragraph]) -> float:
        """The least height that *notes* need on this page: of a long one, its first two lines."""
        if not notes:
            return 0.0
        need = 0.0 if self.here else _ABOVE_RULE + _BELOW_RULE
        for note in notes:
            height = self.measured(note)
            need += height if height <= self._aH * _LONG else 2 * note.style.leading
        return need

    def _place(self, notes: list[Paragraph], room: float) -> None:
        """Put *notes* at the foot, in a height of *room* at most, and carry the rest over."""
        for place, note in enumerate(notes):
            rule = 0.0 if self.here else _ABOVE_RULE + _BELOW_RULE
            height = self.measured(note)
            if height + rule <= room and not self.carried:
                pieces = [note]
            else:
                pieces = [] if self.carried else note.split(self._aW, room - rule - note.getSpaceAfter())
                if len(pieces) < 2:
                    note.__dict__.pop("in_lines", None)  # a vain split throws its lines away
                    self.carried += notes[place:]
                    return
                self.carried += [pieces[1]]
                pieces[0].bookmark = getattr(note, "bookmark", "")
            height = self.measured(pieces[0])
            self.here.append(pieces[0])
            self._y1p += height + rule
            room -= height + rule

    def _add(self, flowable: Any, canv: Any, trySplit: int = 0) -> int:
        notes = self._new(flowable)
        if not notes:
            return int(super()._add(flowable, canv, trySplit))
        need = self._demand(notes)
        self._y1p += need
        try:
            taken = int(super()._add(flowable, canv, trySplit))
        finally:
            self._y1p -= need
        if taken:
            self.placed |= {note.bookmark for note in notes}
            room = min(self._y - self._y1p, max(need, self._aH * self.most))
            self._place(notes, max(room, need))
        return taken

    add = _add

    def split(self, flowable: Any, canv: Any) -> list[Any]:
        """Split *flowable* so that the notes of its first part have room below it."""
        reserve = 0.0
        while True:
            self._y1p += reserve
            try:
                parts: list[Any] = super().split(flowable, canv)
            finally:
                self._y1p -= reserve
            need = self.demand(parts[0]) if parts else 0.0
            if need <= reserve:
                # or the rest of a table goes on below, with its head again in the middle of the page
                if len(parts) > 1 and isinstance(flowable, Table):
                    parts.insert(1, FrameBreak())
                return parts
            reserve = need

    def draw_notes(self, canv: Any) -> None:
        """Draw the rule and the notes of this page; called when the page ends."""
        if not self.here:
            return
        left = self._x1 + self._leftPadding
        y = self._y1p - _ABOVE_RULE
        canv._code.append("/Artifact BMC")
        canv.saveState()
        canv.setLineWidth(0.5)
        canv.setStrokeColor(HexColor(f"#{layout.RULE}"))
        canv.line(left, y, left + _RULE_WIDTH, y)
        canv.restoreState()
        canv._code.append("EMC")
        y -= _BELOW_RULE
        for note in self.here:
            height = self.measured(note) - note.getSpaceAfter()
            if key := getattr(note, "bookmark", ""):
                canv.bookmarkHorizontal(LINK.removeprefix("#") + key, 0, y)
            note.drawOn(canv, left, y - height)
            y -= height + note.getSpaceAfter()
