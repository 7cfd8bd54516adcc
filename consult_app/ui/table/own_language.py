"""Amendments that are in none of the languages shown side by side: their cards say so, and the column of
their language is shown when they come to hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.meetings.reasons import N_
from consult_app.ui.amendments.words import has_words
from consult_app.ui.language import tr

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation

_ONLY: Final[dict[str, str]] = {
    "en": N_("in English only"),
    "fr": N_("in French only"),
    "es": N_("in Spanish only"),
}


def unseen_language(amendment: Amendment, shown: Iterable[str]) -> str:
    """The language that *amendment* was handed in in, where it has no words in any of those *shown*; else
    ""."""
    return "" if any(has_words(amendment, code) for code in shown) else amendment.language


def only_in(amendment: Amendment, shown: Iterable[str]) -> str:
    """What the card of *amendment* says where its words are in none of the languages *shown*; else ""."""
    language = unseen_language(amendment, shown)
    return tr(_ONLY[language]) if language else ""


class OwnLanguage(QObject):
    """Shows the column of the language of the amendment at hand, once for each time that it comes to hand:
    whoever takes the column away meanwhile has it so."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._at_hand = ""

    def follow(self, amendment: Amendment | None) -> None:
        """Show what *amendment*, the one at hand, is written in."""
        now = amendment.id if amendment is not None else ""
        if now == self._at_hand:
            return
        self._at_hand = now
        if amendment is None or not amendment.pending:
            return
        language = unseen_language(amendment, self._station.parts.codes)
        if language:
            self._station.parts.show_language(language)


__all__ = ["OwnLanguage", "only_in", "unseen_language"]
