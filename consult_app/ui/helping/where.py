"""Which page of the manual is about what a person is at: by the widget that has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from consult_app.ui.helping.pages import PAGES
from consult_app.ui.shell import Shell

_PARTS: Final[dict[str, str]] = {
    "RoomPanel": "room",
    "SpeakersPanel": "votes#speakers",
    "Limits": "votes#speakers",
    "VotePanel": "votes",
    "MotionForm": "votes#motions",
    "StatementForm": "votes#motions",
    "WordsForm": "votes#report",
    "ImportPage": "meeting#text",
    "PeopleImport": "people#import",
    "RulesPanel": "meeting#rules",
    "AgendaPanel": "meeting#agenda",
    "SittingsPanel": "meeting#sittings",
    "FollowupPanel": "progress#followup",
    "BracketsPanel": "table#brackets",
    "Editor": "table#typing",
    "TakingIn": "amendments#word",
    "Ordering": "amendments#order",
    "Workplace": "languages#translate",
    "Signing": "languages#sign",
}
"""Parts of a station that have a place of their own in the manual, by the class of the widget."""


def place_at_hand(shell: Shell, focused: QWidget | None) -> str:
    """The place in the manual ("table#brackets") for the widget *focused*, or for the screen in sight."""
    at = focused if focused is not None and shell.isAncestorOf(focused) else None
    while at is not None and at is not shell:
        for kind in type(at).__mro__:
            if kind.__name__ in _PARTS:
                return _PARTS[kind.__name__]
        at = at.parentWidget()
    station = shell.station_at_hand if shell.in_meeting else ""
    return station if station in PAGES else PAGES[0]
