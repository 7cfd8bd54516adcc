"""The keys of the Table: what each does, and where the focus must be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from consult_app.drafting.views import View
from consult_app.meetings.reasons import N_
from consult_app.ui.table.decisions import DECISIONS

if TYPE_CHECKING:
    from consult_app.ui.table.station import TableStation

VIEW_KEYS: Final[dict[View, tuple[str, str]]] = {
    "original": ("Alt+1", N_("The text as it was imported (Original)")),
    "marked": ("Alt+2", N_("The text with all proposed changes (Marked)")),
    "current": ("Alt+3", N_("The text as decided so far (Current)")),
    "final": ("Alt+4", N_("The text as it would be printed (Final)")),
}
LANGUAGE_KEYS: Final = {
    "en": ("Alt+5", N_("English side by side with the others, or not")),
    "fr": ("Alt+6", N_("French side by side with the others, or not")),
    "es": ("Alt+7", N_("Spanish side by side with the others, or not")),
}


def add_keys(station: TableStation) -> None:
    """Give *station* its keys, in the order in which they are listed."""
    add, amendments, acting = station.add_key, station.parts.list, station.acting
    for decision in DECISIONS.values():
        if decision.letter:
            decide = partial(acting.decide_at_hand, decision.key)
            add(decision.letter, decision.words, decide, amendments)
    add(".", N_("More decisions on the amendment"), acting.more_at_hand, amendments)
    add("O", N_("Open the paragraph"), acting.open_node, amendments)
    add("Q", N_("Resolve the square brackets"), station.bracket_acting.open_menu, amendments)
    for key in ("Return", "Enter"):
        add(key, N_("Adopt the paragraph"), acting.enter, amendments)
    add("Down", N_("Next amendment"), partial(amendments.step, 1), amendments, repeats=True)
    add("Up", N_("Previous amendment"), partial(amendments.step, -1), amendments, repeats=True)
    for key in ("J", "Ctrl+Down"):
        add(key, N_("Next paragraph"), partial(station.step, 1), station, repeats=True)
    for key in ("K", "Ctrl+Up"):
        add(key, N_("Previous paragraph"), partial(station.step, -1), station, repeats=True)
    add("N", N_("Hand in an amendment"), station.ask_amendment, station)
    add("F2", N_("Edit the wording"), acting.edit, station)
    add("Ctrl+F", N_("Find…"), station.find_asked.emit, station)
    add("Ctrl+T", N_("Next text"), station.next_text, station)
    station.side_acting.add_keys()
    station.parts.text.walk.add_keys(station)
    for view, (key, words) in VIEW_KEYS.items():
        add(key, words, partial(station.parts.take_view, view), station)
    for code, (key, words) in LANGUAGE_KEYS.items():
        add(key, words, partial(station.parts.turn_language, code), station)
