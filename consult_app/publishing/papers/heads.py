"""What every paper has in common: the masthead, the provisional mark, and the words of the house
that stand in papers as formulas (procedure.md §7), by language."""

from __future__ import annotations

import re
from datetime import date

from consult_app.drafting.house_style.house import date_range, long_date
from consult_app.state import State

from ..paper import Masthead

_ORGANIZATION = {
    "en": "International Labour Organization",
    "fr": "Organisation internationale du Travail",
    "es": "Organización Internacional del Trabajo",
}
#: presets of other houses
_OF_PRESET = {"un_ga": {"en": "United Nations", "fr": "Nations Unies", "es": "Naciones Unidas"}}
_NAMES = {
    "en": {"en": "English", "fr": "French", "es": "Spanish"},
    "fr": {"en": "anglais", "fr": "français", "es": "espagnol"},
    "es": {"en": "inglés", "fr": "francés", "es": "español"},
}
_ORIGINAL = {"en": "Original", "fr": "Original", "es": "Original"}
_PROVISIONAL = {"en": "Provisional", "fr": "Provisoire", "es": "Provisional"}
_NOT_ADOPTED = {
    "en": "Provisional – not adopted",
    "fr": "Provisoire – non adopté",
    "es": "Provisional – no adoptado",
}
_NOT_UP_TO_DATE = {
    "en": "Translation not up to date",
    "fr": "Traduction non à jour",
    "es": "Traducción no actualizada",
}


def in_language(words: dict[str, str], language: str) -> str:
    """*words* in *language*, or else in the first language that has any; "" where there are none."""
    return words.get(language) or next((said for said in words.values() if said), "")


def title_of(state: State, language: str) -> str:
    """The title of the meeting in *language*."""
    return in_language(state.assembly.meeting.titles, language)


def symbol_of(state: State, language: str) -> str:
    """The symbol of the meeting as printed: Spanish puts a space before a bracket (procedure.md §7.4)."""
    symbol = state.assembly.meeting.symbol
    return re.sub(r"(?<=\S)\(", " (", symbol) if language == "es" else symbol


def masthead(state: State, language: str) -> Masthead:
    """The head of the first page, from the meeting's own data."""
    meeting = state.assembly.meeting
    organization = _OF_PRESET.get(meeting.rules.id, _ORGANIZATION)
    dates = ""
    if meeting.begins and meeting.ends:
        dates = date_range(date.fromisoformat(meeting.begins), date.fromisoformat(meeting.ends), language)
    elif meeting.begins or meeting.ends:
        dates = long_date(date.fromisoformat(meeting.begins or meeting.ends), language)
    return Masthead(
        organization=organization[language],
        meeting=title_of(state, language),
        symbol=symbol_of(state, language),
        date_line=dates,
        place_line=in_language(meeting.place, language),
    )


def language_name(code: str, language: str) -> str:
    """The name of the language *code*, in *language*."""
    return _NAMES[language][code]


def original_mark(original: str, language: str) -> str:
    """ "[Original: English]": words that stand in another language than the paper's."""
    return f"[{_ORIGINAL[language]}: {_NAMES[language][original]}]"


def working_language(state: State) -> str:
    """The language that the secretariat works in: the first that a text of the meeting was imported in. What
    is entered without a language is taken to be in it."""
    return next((said for text in state.drafting.texts.values() for said in text.languages), "en")


def marked(words: str, spoken: str, language: str) -> str:
    """*words* said or written in *spoken*, marked where the paper is in another language."""
    return words if not words or spoken == language else f"{words} {original_mark(spoken, language)}"


def as_entered(state: State, words: str, language: str) -> str:
    """*words* that somebody entered without a language, marked where the paper is in another."""
    return marked(words, working_language(state), language)


def stale_mark(language: str) -> str:
    """The remark behind a translation that renders an older wording."""
    return f"[{_NOT_UP_TO_DATE[language]}]"


def provisional_mark(language: str, *, adopted: bool) -> str:
    """The mark in the head of every page of a draft."""
    return (_PROVISIONAL if adopted else _NOT_ADOPTED)[language]
