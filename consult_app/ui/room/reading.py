"""What a page of the text shows, read from the state: the same rows and cells as at the Table, with no
more in them than the room may see. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.amendments.layering import above
from consult_app.drafting.text.nodes import ROOT
from consult_app.drafting.views import View
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.ui.room.pages import TextPage, amendments_on, subamendment_on
from consult_app.ui.text.reading import Cell, Reading, Row
from consult_app.words import say

_BEFORE: Final = 1
_AFTER: Final = 6
"""Rows of the text that stand dimmed before and after what is shown, where there is room for them."""


class RoomReading(Reading):
    """A text with the amendments that *page* may show, and no others.

    Why a translation is behind is the desk's business and is not said; that it is, and that a wording is not
    there, is said in its own language.
    """

    def __init__(self, state: State, page: TextPage) -> None:
        """Read *page* from *state*. Raises KeyError when the text is not there."""
        shown = amendments_on(page, state)
        self.page = page
        self.subamendment = subamendment_on(page, state)
        self._only = frozenset(each.id for each in shown)
        super().__init__(state.drafting, page.text, state.assembly.meeting.rules.numbering)
        self.focus = self._focus(shown)

    def _enter(self, amendments: Iterable[str]) -> None:
        super()._enter(each for each in self._only if each in amendments)

    def _focus(self, shown: tuple[Amendment, ...]) -> frozenset[str]:
        """The nodes that the page is about: the one at hand, and what the amendment at hand touches."""
        out = {self.page.node}
        if self.page.amendment and shown and self.page.view == "marked":
            out.update(node for node, about in self._to_node.items() if shown[0].id in about)
        return frozenset(node for node in out if node in self.text.nodes)

    def in_focus(self, row: Row) -> bool:
        """Whether *row* is what the page is about, or would go with it."""
        return row.anchor in self.focus or self._falls_with(row)

    def _falls_with(self, row: Row) -> bool:
        if row.proposed_by or self.page.view != "marked":
            return False
        return bool(self._deleters(row.node)) and any(above in self.focus for above in self._above(row.node))

    def _above(self, node: str) -> Iterable[str]:
        while node != ROOT and node in self.text.tree.spots:
            node = self.text.tree.spots[node].parent
            yield node

    def rows_in_sight(self) -> list[Row]:
        """The rows that the page is about, with a few around them; none when it has no row in the view."""
        rows = self.rows(self.page.view)
        about = [place for place, row in enumerate(rows) if self.in_focus(row)]
        if not about:
            return []
        near = next(place for place in about if rows[place].anchor == self.page.node or place == about[-1])
        run = [place for place in about if abs(place - near) <= len(about) + _AFTER]
        return rows[max(0, run[0] - _BEFORE) : run[-1] + 1 + _AFTER]

    def cell(self, row: Row, which: View, language: str) -> Cell:
        """As at the Table, with a subamendment in its place and without remarks for the desk."""
        found = super().cell(row, which, language)
        if found.status == "missing" and not found.segments:
            words = say(Message(N_("(not yet available in this language)")), language)
            return Cell((Segment((Run(words, italic=True),)),))
        status = found.status if found.status == "out_of_date" else "original"
        return Cell(found.segments, status, struck=found.struck, struck_by=found.struck_by)

    def laid_over(self, amendment: Amendment) -> tuple[Amendment, ...]:
        """The subamendment that the page shows, on those that it was moved to, and no other. Where it is a
        part of what was typed, and is not shown by itself, with the other parts that are left of that."""
        sub = self.subamendment
        if sub is None:
            return ()
        known = self.drafting.amendments
        chain = [known[name] for name in above(self.drafting, sub)]
        if chain[-1].id != amendment.id:
            return ()
        whole = sub.part_of if self.page.amendment != sub.id else ""
        beside = self.drafting.subamendments(chain[0])
        parts = [each for each in beside if whole and each.part_of == whole and each.pending]
        return (*reversed(chain[:-1]), *(parts or (sub,)))

    def says_nothing_in(self, language: str) -> bool:
        """Whether the amendment at hand has no words of its own in *language* yet, though it has in
        another: the column then shows the text without it."""
        at_hand = self.subamendment or next(iter(self._shown()), None)
        if at_hand is None or self.page.view != "marked" or not self.page.amendment:
            return False
        spoken = {change.language for change in at_hand.word_changes()}
        spoken |= {code for node in at_hand.inserted() for code, words in node.texts.items() if words}
        return bool(spoken) and language not in spoken

    def _shown(self) -> list[Amendment]:
        known = self.drafting.amendments
        return [known[name] for name in (self.page.amendment, *self._only) if name in self._only]
