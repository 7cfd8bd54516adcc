"""Which page of the manual is about what a person is at: by the widget that has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from consult_app.ui.helping.pages import KEYS_PAGE, PAGES
from consult_app.ui.window.shell import Shell

_PARTS: Final[dict[str, str]] = {
    "NewMeetingPage": "start#new",
    "CommandPalette": "start#ways",
    "TourCard": "start#sample",
    "CheatSheet": KEYS_PAGE,
    "KeysPage": KEYS_PAGE,
    "FoundWords": "file#crash",
    "TextCard": "meeting#text",
    "ImportPage": "meeting#text",
    "RulesPanel": "meeting#rules",
    "AgendaPanel": "meeting#agenda",
    "SittingsPanel": "meeting#sittings",
    "GoverningBodyForm": "meeting#governing-body",
    "ParticipantForm": "people#person",
    "RemovalForm": "people#person",
    "PeopleImport": "people#import",
    "PeopleExport": "people#import",
    "SubstitutionForm": "people#substitution",
    "GroupForm": "people#groups",
    "OfficersPanel": "people#groups",
    "DraftingGroupForm": "people#groups",
    "PaperForm": "papers#new",
    "AmendmentForm": "amendments#new",
    "TakingIn": "amendments#word",
    "HandingOver": "amendments#group",
    "HandedOver": "amendments#group",
    "Ordering": "amendments#order",
    "Coding": "amendments#codes",
    "BracketsPanel": "table#brackets",
    "Editor": "table#typing",
    "FindBar": "table#find",
    "TextChooser": "table#texts",
    "ComparingView": "table#compare",
    "NotesPanel": "table#notes",
    "VotePanel": "votes",
    "SpeakersPanel": "votes#speakers",
    "Limits": "votes#speakers",
    "MotionForm": "votes#motions",
    "StatementForm": "votes#motions",
    "WordsForm": "votes#report",
    "Workplace": "languages#translate",
    "Signing": "languages#sign",
    "FollowupPanel": "progress#followup",
    "TemplateCard": "publish#templates",
    "PrintCard": "publish#print",
    "RoomPanel": "room",
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
