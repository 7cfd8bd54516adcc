"""The marks over words that somebody is looking for: where they lie in a cell that is laid out.

They are painted under the letters and never laid out: typing another letter of what is sought repaints and
no more. Words are found in the text as it stands and as it would read with what is proposed, whatever stands
struck or put in between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from consult_app.drafting.wordings.search import Query, Span, fold, spans
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.shaping import CellLayout

AtHand = tuple[str, str, int]
"""The one that is at hand: node, language, and which of those in the wording, from 0."""
_ROUND: Final = 3


class FoundMarks:
    """What is sought, and the one at hand. Set both with :meth:`seek`; the text is then painted anew."""

    def __init__(self) -> None:
        self.asked = Query()
        self.at_hand: AtHand | None = None
        self._known: WeakKeyDictionary[CellLayout, tuple[list[QRectF], list[list[QRectF]]]] = (
            WeakKeyDictionary()
        )

    def seek(self, asked: Query, at_hand: AtHand | None) -> bool:
        """Mark what is *asked*; whether anything is to be painted otherwise now."""
        changed = (asked, at_hand) != (self.asked, self.at_hand)
        if asked != self.asked:
            self._known.clear()
        self.asked, self.at_hand = asked, at_hand
        return changed

    def paint(self, painter: QPainter, cell: CellLayout, at: QPointF, node: str, language: str) -> None:
        """Paint the marks of *cell*, whose words begin at *at*: the wording of *node* in *language*."""
        if not self.asked:
            return
        palette = Theme.current()
        every, standing = self._in(cell)
        # the ground lets every ink be read, and so is near to that of the page: a line says where it is
        painter.setPen(QPen(QColor(palette.warn), 1))
        painter.setBrush(QColor(palette.found))
        for rect in every:
            painter.drawRoundedRect(rect.translated(at), _ROUND, _ROUND)
        if self.at_hand is not None and self.at_hand[:2] == (node, language):
            which = self.at_hand[2]
            painter.setPen(QPen(QColor(palette.accent), 2))
            for rect in standing[which] if which < len(standing) else ():
                painter.drawRoundedRect(rect.translated(at), _ROUND, _ROUND)

    def _in(self, cell: CellLayout) -> tuple[list[QRectF], list[list[QRectF]]]:
        """All marks of *cell*, and those of each place in the text as it stands."""
        known = self._known.get(cell)
        if known is None:
            standing = [cell.rects(stretch) for stretch in found_in(cell.words, cell.beside(), self.asked)]
            proposed = [
                cell.rects(stretch)
                for stretch in found_in(cell.words, cell.beside(proposed=True), self.asked)
            ]
            every = {rect.getRect(): rect for rects in (*standing, *proposed) for rect in rects}
            known = self._known[cell] = list(every.values()), standing
        return known


def found_in(words: str, beside: Iterable[Span], asked: Query) -> list[list[Span]]:
    """Where what is *asked* stands in *words* read without the stretches *beside*: for each place its
    stretches, more than one where something stands in between. Counted as Qt counts (UTF-16)."""
    left_out = sorted(beside)
    kept: list[str] = []
    places: list[Span] = []
    at = skip = 0
    for char in words:
        after = at + (2 if ord(char) > 0xFFFF else 1)
        while skip < len(left_out) and left_out[skip][1] <= at:
            skip += 1
        if skip == len(left_out) or at < left_out[skip][0]:
            kept.append(char)
            places.append((at, after))
        at = after
    out = []
    for start, end in spans(fold("".join(kept)), asked):
        stretches: list[Span] = []
        for begin, stop in places[start:end]:
            if stretches and stretches[-1][1] == begin:
                stretches[-1] = (stretches[-1][0], stop)
            else:
                stretches.append((begin, stop))
        out.append(stretches)
    return out


__all__ = ["AtHand", "FoundMarks", "found_in"]
