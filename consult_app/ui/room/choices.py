"""What the desk has chosen for the room: the kind of page, languages, view, size of type, colours.

Kept among the desk's own settings, not in the meeting's file; only the notice and the page prepared
are forgotten with the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from consult_app.drafting.views import VIEWS, View
from consult_app.state import State
from consult_app.ui import settings
from consult_app.ui.language import NAMES, Languages
from consult_app.ui.room.look import LARGEST, SMALLEST, STEP, RoomColours
from consult_app.ui.room.pages import (
    DEFAULT_LANGUAGES,
    NoticePage,
    Page,
    SpeakersPage,
    TextPage,
    VotePage,
)

KINDS: Final = ("text", "vote", "speakers", "notice")


@dataclass(frozen=True)
class AtHand:
    """What is at hand at the Table, by ids; all empty where nothing is."""

    text: str = ""
    node: str = ""
    amendment: str = ""


@dataclass(frozen=True)
class Choices:
    """``languages`` is empty until somebody chooses; ``factor`` multiplies the type of a text."""

    kind: str = "text"
    languages: tuple[str, ...] = ()
    view: View = "marked"
    every: bool = False
    notice: str = ""
    factor: float = 1.0
    colours: RoomColours = RoomColours.LIGHT

    def scaled(self, steps: int) -> Choices:
        """With type so many steps larger, within the bounds."""
        wanted = round(self.factor + STEP * steps, 2)
        return replace(self, factor=min(LARGEST, max(SMALLEST, wanted)))

    def languages_of(self, state: State, text: str) -> tuple[str, ...]:
        """The languages to show a text in: those chosen that it has, else its first two."""
        found = state.drafting.texts.get(text)
        has = tuple(found.languages) if found is not None else ()
        return tuple(code for code in self.languages if code in has) or has[:DEFAULT_LANGUAGES]

    def page(self, state: State, at_hand: AtHand, seq: int) -> Page | None:
        """The page that these choices make of what is at hand; None where there is nothing to show."""
        language = next(iter(self.languages), Languages.current())
        if self.kind == "notice":
            return NoticePage(self.notice.strip(), language) if self.notice.strip() else None
        if self.kind == "speakers":
            return SpeakersPage(language)
        if self.kind == "vote":
            votes = state.assembly.votes
            return VotePage(votes[-1].number, language) if votes else None
        languages = self.languages_of(state, at_hand.text)
        text = state.drafting.texts.get(at_hand.text)
        if text is None or at_hand.node not in text.nodes or not languages:
            return None
        amendment = state.drafting.amendments.get(at_hand.amendment)
        pending = amendment is not None and amendment.pending
        return TextPage(
            at_hand.text,
            at_hand.node,
            languages,
            at_hand.amendment if pending else "",
            self.view,
            self.every,
            seq,
        )


def remembered() -> Choices:
    """The choices as this desk left them."""
    languages = tuple(code for code in settings.read_text("room/languages").split() if code in NAMES)
    view = settings.read_text("room/view")
    colours = settings.read_text("room/colours")
    return Choices(
        languages=languages,
        view=next((each for each in VIEWS if each == view), "marked"),
        every=settings.read_text("room/every") == "yes",
        colours=RoomColours(colours) if colours in set(RoomColours) else RoomColours.LIGHT,
        factor=min(LARGEST, max(SMALLEST, settings.read_number("room/factor", 1.0))),
    )


def remember(choices: Choices) -> None:
    """Keep the choices for this desk."""
    settings.write("room/languages", " ".join(choices.languages))
    settings.write("room/view", choices.view)
    settings.write("room/every", "yes" if choices.every else "no")
    settings.write("room/colours", choices.colours.value)
    settings.write("room/factor", choices.factor)
