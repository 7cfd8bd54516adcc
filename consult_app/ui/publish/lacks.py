"""What stands in the way of papers, in words: what the final text lacks, and why nothing can be made now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from consult_app.drafting.house_style.house import list_of, quote
from consult_app.publishing import gate
from consult_app.publishing.export import PAPERS
from consult_app.publishing.governing_body import facts as governing_body
from consult_app.state import State
from consult_app.ui.language import NAMES, Languages, say, tr

Barred = Literal["", "no papers", "no folder", "lacking"]
HELD_UP: Final = ("final", "gb_paper")
"""The papers that are the final text, or have it as their appendix."""


def lacks_of(state: State, final: tuple[str, ...], before_the_body: tuple[str, ...] = ()) -> list[str]:
    """What stands in the way of the final text in the languages *final*, and of the Governing Body paper,
    whose appendix it is, in others: in all of them, then in each."""
    languages = tuple(code for code in NAMES if code in (*final, *before_the_body))
    if not languages:
        return []
    out = [_sentence(say(message)) for message in gate.general_obstacles(state)]
    for code in languages:
        # each of them names its language
        found = gate.language_obstacles(state, code)
        if code in before_the_body:
            found += governing_body.obstacles(state, code)
        out += [_sentence(say(message)) for message in found]
    return out


def nothing_lacks(chosen: dict[str, tuple[str, ...]]) -> str:
    """What is said where nothing stands in the way of the papers *chosen*."""
    if not chosen:
        return tr("Choose a paper and a language.")
    if "final" in chosen:
        return tr("Nothing: the final text can be printed in every language chosen.")
    return tr("Nothing: these papers can be made at any time.")


def barring(files: int, *, folder: str, lacking: bool) -> Barred:
    """Why no papers can be made now: none are chosen (*files* is 0), no *folder* is, or something is
    *lacking*; "" where they can."""
    if not files:
        return "no papers"
    if not folder.strip():
        return "no folder"
    return "lacking" if lacking else ""


def barring_words(why: Barred, chosen: Iterable[str] = ("final",)) -> str:
    """What is to be done about it, *chosen* being the papers that are ticked; "" where nothing bars."""
    if why == "no papers":
        return tr("Choose a paper, a language and a form of file.")
    if why == "no folder":
        return tr("Choose where the papers go.")
    if why == "lacking":
        window = Languages.current()
        held_up = [quote(tr(PAPERS[paper].title), window) for paper in HELD_UP if paper in set(chosen)]
        return tr(
            "The final text still lacks something: tick “Provisional” to print it as it stands, or untick "
            "{papers} to make the others.",
            papers=list_of(held_up, window),
        )
    return ""


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


__all__ = ["HELD_UP", "Barred", "barring", "barring_words", "lacks_of", "nothing_lacks"]
