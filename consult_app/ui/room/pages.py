"""What the room can be shown, as values: which page, of what, in which languages. No Qt here.

A page says what it is about and never how it looks now: with a state it can be laid out, and when the
state moves on the same page shows what has become of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.views import View
from consult_app.state import State

DEFAULT_LANGUAGES: Final = 2
"""How many languages stand side by side until somebody chooses."""


@dataclass(frozen=True)
class TextPage:
    """A node of a text in one to three languages.

    ``amendment`` is the one at hand there, whose number and author stand in the head; with ``every``
    the others that are pending are shown as well. Only amendments received up to the row ``upto`` are
    shown: one that is handed in later reaches the room when the page is shown again, and not before.
    What the clerk types on the screen for everybody to see (kind ``live``) is shown when it is kept.
    """

    text: str
    node: str
    languages: tuple[str, ...]
    amendment: str = ""
    view: View = "marked"
    every: bool = False
    upto: int = 0

    @property
    def language(self) -> str:
        """The language that head and foot are in: that of the first column."""
        return self.languages[0]

    @property
    def place(self) -> tuple[str, str]:
        """What makes two pages the same place, where people must not lose their line."""
        return self.text, self.node


@dataclass(frozen=True)
class VotePage:
    """The result of a vote, by its number."""

    number: int
    language: str


@dataclass(frozen=True)
class SpeakersPage:
    """Who has the floor, for how long, and who is next."""

    language: str


@dataclass(frozen=True)
class NoticePage:
    """Words of the clerk's own: "The sitting resumes at 15:00"."""

    words: str
    language: str


@dataclass(frozen=True)
class TitlePage:
    """The title of the meeting and nothing else: what a blank screen shows."""

    language: str


Page = TextPage | VotePage | SpeakersPage | NoticePage | TitlePage


def exists(page: Page, state: State) -> bool:
    """Whether *state* still has what *page* is about: an insertion or a vote may have been undone."""
    if isinstance(page, TextPage):
        text = state.drafting.texts.get(page.text)
        return text is not None and page.node in text.nodes
    if isinstance(page, VotePage):
        return any(vote.number == page.number for vote in state.assembly.votes)
    return True


def root_of(state: State, amendment: str) -> Amendment | None:
    """The amendment that *amendment* is, or is a subamendment to; None when there is none."""
    found = state.drafting.amendments.get(amendment)
    while found is not None and found.amends:
        found = state.drafting.amendments.get(found.amends)
    return found


def subamendment_on(page: TextPage, state: State) -> Amendment | None:
    """The subamendment that is shown in its place: the one at hand, or the latest that the clerk typed on
    the screen to the amendment at hand; None when there is none before the meeting."""
    known = state.drafting.amendments
    at_hand = known.get(page.amendment)
    if at_hand is None:
        return None
    if at_hand.amends:
        return at_hand if at_hand.pending else None
    typed = [each for each in state.drafting.subamendments(at_hand) if each.kind == "live" and each.pending]
    return typed[-1] if typed else None


def amendments_on(page: TextPage, state: State) -> tuple[Amendment, ...]:
    """The amendments whose changes *page* may show, the one at hand first. A subamendment is shown on its
    amendment alone, whatever else is asked for: more marks on the same words nobody could read."""
    root = root_of(state, page.amendment)
    if root is not None and (not page.every or subamendment_on(page, state) is not None):
        return (root,)
    about = [
        each
        for each in state.drafting.to_node(page.node)
        if not each.amends and each.pending and (each.row <= page.upto or each.kind == "live")
    ]
    others = tuple(each for each in about if root is None or each.id != root.id)
    return (root, *others) if root is not None else others


def newer_amendments(page: TextPage, state: State) -> int:
    """How many amendments to the node were handed in since the page was shown: the desk is told."""
    return sum(
        each.pending and not each.amends and each.row > page.upto and each.kind != "live"
        for each in state.drafting.to_node(page.node)
    )


def as_shown(page: Page, seq: int) -> Page:
    """*page* as it goes to the room now, after row *seq*."""
    return replace(page, upto=seq) if isinstance(page, TextPage) else page
