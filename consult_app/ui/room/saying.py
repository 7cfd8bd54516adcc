"""What the desk says of the room: the chip in the top bar, the lines under the previews."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QScreen

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.heads import number_of
from consult_app.ui.room.pages import NoticePage, Page, SpeakersPage, TextPage, VotePage, newer_amendments
from consult_app.ui.room.projection import Where
from consult_app.ui.room.screens import Identity, identity_of
from consult_app.ui.window.bars import Fact

VIEW_WORDS: Final = {
    "original": N_("Original"),
    "marked": N_("Marked"),
    "current": N_("Current"),
    "final": N_("Final"),
}
"""The views of a text as their buttons name them, in the order in which they stand there."""


def page_words(page: Page, state: State) -> str:
    """What a page shows, in the window's language: "paragraph 5(iii), D.12", "paragraph 5, current"."""
    if isinstance(page, TextPage):
        text = state.drafting.texts[page.text]
        named = labels(text.tree, False, state.assembly.meeting.rules.numbering).get(page.node, "")
        place = label_reference(text.tree.spots[page.node].kind, named, Languages.current())
        amendment = state.drafting.amendments.get(page.amendment)
        number = number_of(amendment) if amendment is not None else ""
        view = tr(VIEW_WORDS[page.view]).lower() if page.view != "marked" else ""
        return ", ".join(part for part in (place, number, view) if part)
    if isinstance(page, VotePage):
        return tr("result of vote {number}", number=page.number)
    if isinstance(page, SpeakersPage):
        return tr("list of speakers")
    if isinstance(page, NoticePage):
        return tr("a notice")
    return tr("the title of the meeting")


def fact_of(control: RoomControl) -> Fact:
    """The chip of the top bar: what the room sees now."""
    label = tr("Room sees:")
    where, shown = control.projection.where, control.shown
    if where is Where.OFF or control.state is None:
        return Fact(label, strong=tr("nothing"))
    if where is Where.NO_SCREEN:
        return Fact(label, strong=tr("nothing, no second screen"), mark="▲", tone="warn")
    if where is Where.UNPLUGGED:
        return Fact(label, strong=tr("nothing, its screen is unplugged"), mark="▲", tone="warn")
    if shown.page is None or shown.state is None or shown.blank:
        return Fact(label, strong=tr("the title only"))
    strong = page_words(shown.page, shown.state)
    if isinstance(shown.page, TextPage):
        strong = f"{strong} · {' '.join(code.capitalize() for code in shown.page.languages)}"
    if shown.held:
        return Fact(label, strong=strong, tail=tr("held"), mark="▲", tone="warn")
    return Fact(label, strong=strong, tail=tr("follows the Table") if control.following else "")


def shown_words(control: RoomControl) -> str:
    """The line under what the room sees: the page, and what the desk should know of it."""
    fact, shown = fact_of(control), control.shown
    parts = [capitalized(fact.strong), fact.tail]
    if isinstance(shown.page, TextPage) and control.state is not None and control.on and not shown.blank:
        newer = newer_amendments(shown.page, control.state)
        if newer:
            parts.append(tr_n("{n} newer amendment not shown", "{n} newer amendments not shown", newer))
    return " · ".join(part for part in parts if part)


def prepared_words(control: RoomControl) -> str:
    """The line under what is prepared."""
    page, state = control.prepared(), control.state
    return capitalized(page_words(page, state)) if page is not None and state is not None else ""


def name_of_screen(screen: Identity) -> str:
    """Make and model of a screen, or the output that it is plugged into."""
    return " ".join(part for part in (screen.manufacturer, screen.model) if part) or screen.name


def screen_words(number: int, screen: QScreen) -> str:
    """A screen as people tell it from another: number, make and model or output, size in pixels."""
    name = name_of_screen(identity_of(screen))
    ratio = screen.devicePixelRatio()
    size = screen.size()
    pixels = f"{round(size.width() * ratio)} × {round(size.height() * ratio)}"
    return " · ".join(part for part in (str(number), name, pixels) if part)
