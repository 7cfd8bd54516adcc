"""What stands in the band at the top of a page and in the line at its foot, in the room's language.

Called within :func:`consult_app.ui.room.look.in_room`, so that ``tr`` speaks to the room. Only what
everybody may know is said: no state that is not a decision, no remark, no warning.
"""

from __future__ import annotations

from dataclasses import dataclass

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.instructions.instruction import instruction
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.people.titles import office_name
from consult_app.state import State
from consult_app.ui.belonging import name_of
from consult_app.ui.language import Languages, tr
from consult_app.ui.room.pages import TextPage, amendments_on, subamendment_on
from consult_app.ui.room.reading import RoomReading
from consult_app.ui.state_words import state_words
from consult_app.words import term

PENCIL = "✎"
"""Stands for the number of what was typed on the screen, which has none."""


@dataclass(frozen=True)
class Author:
    """Whose an amendment is: its number, and the group or participant (an id)."""

    number: str
    who: str


@dataclass(frozen=True)
class Band:
    """The band at the top: amendments with their authors, the place, what became of it, the meeting."""

    authors: tuple[Author, ...] = ()
    place: str = ""
    state: str = ""
    meeting: str = ""
    sitting: str = ""


@dataclass(frozen=True)
class Foot:
    """The line at the foot: what the amendment asks, and who has the floor."""

    asks: str = ""
    floor: str = ""


def number_of(amendment: Amendment) -> str:
    """The number as the room reads it."""
    return PENCIL if amendment.kind == "live" else amendment.number


def sitting_of(assembly: Assembly) -> str:
    """The sitting that is open: "Sitting 4"; "" between sittings."""
    sitting = assembly.sitting
    return tr("Sitting {number}", number=sitting.number) if sitting else ""


def title_of(assembly: Assembly) -> str:
    """The title of the meeting in the language in force, else in any."""
    titles = assembly.meeting.titles
    return titles.get(Languages.current()) or next((said for said in titles.values() if said), "")


def called(assembly: Assembly, who: str) -> str:
    """What the room calls somebody: by the office held, else by name and country."""
    person = assembly.participants.get(who)
    office = next((each.office for each in assembly.officers.values() if each.participant == who), "")
    if person is not None and office:
        return office_name(office, person, Languages.current())
    return name_of(assembly, who)


def has_the_floor(assembly: Assembly) -> str:
    """Who has the floor, as the room calls them; "" for nobody."""
    speech = assembly.speaking.now
    return called(assembly, speech.speaker.who) if speech else ""


def band_for(assembly: Assembly, place: str = "", state: str = "", authors: tuple[Author, ...] = ()) -> Band:
    """A band that says *place* and *state*, with the meeting and its sitting at the right."""
    return Band(authors, place, state, title_of(assembly), sitting_of(assembly))


def band_of(state: State, page: TextPage, reading: RoomReading) -> Band:
    """The band over a page of the text."""
    language = Languages.current()
    spot = reading.text.tree.spots[page.node]
    label = reading.label(page.node)
    place = capitalized(label_reference(spot.kind, label, language)) if label else ""
    return band_for(state.assembly, place, _state(state, page, reading), _authors(state, page))


def _authors(state: State, page: TextPage) -> tuple[Author, ...]:
    if page.view in ("original", "final") or (page.view == "current" and not page.amendment):
        return ()
    shown = list(amendments_on(page, state))
    sub = subamendment_on(page, state) or state.drafting.amendments.get(page.amendment)
    if sub is not None and sub.amends:
        shown.insert(0, sub)
    return tuple(Author(number_of(each), who) for each in shown for who in each.credited)


def _state(state: State, page: TextPage, reading: RoomReading) -> str:
    views = {
        "original": tr("Original text"),
        "current": tr("Text as decided so far"),
        "final": tr("Final text"),
    }
    if page.view in views:
        return views[page.view]
    at_hand = state.drafting.amendments.get(page.amendment)
    if at_hand is not None:
        return "" if at_hand.pending else state_words(at_hand)
    node = reading.text.nodes[page.node]
    return term("state", node.state, "paragraph", Languages.current()) if node.closed else ""


def foot_of(state: State, page: TextPage, reading: RoomReading) -> Foot:
    """The line under a page of the text."""
    at_hand = state.drafting.amendments.get(page.amendment)
    asks = ""
    if at_hand is not None and page.view == "marked" and at_hand.pending:
        style = state.assembly.meeting.rules.numbering
        said = instruction(state.drafting, reading.text, at_hand, Languages.current(), style)
        asks = " ".join(said)
    return Foot(asks, has_the_floor(state.assembly))
