"""Dates, ranges of dates and the two formulas that carry them (procedure.md §7.1, §7.4).

The French and Spanish forms of *met* and *adopts* are the usual ones; procedure.md §8 says that they
were not found word for word in a printed text.
"""

from __future__ import annotations

from datetime import date

from .ordinals import day_word, known

_MONTHS = {
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
    "fr": "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
    "es": "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre",
}

_ADOPTS = {
    "en": "Adopts, this {day} day of {month} {year}, {what}:",
    "fr": "Adopte, ce {day} jour {month} {year}, {what}:",
    "es": "Adopta, con fecha {day} de {month} de {year}, {what}:",
}

_WHAT = {
    "conclusions": {
        "en": "the following conclusions",
        "fr": "les conclusions suivantes",
        "es": "las siguientes conclusiones",
    },
    "resolution": {
        "en": "the following resolution",
        "fr": "la résolution suivante",
        "es": "la siguiente resolución",
    },
}


def month_name(month: int, language: str) -> str:
    """The name of a month (1 to 12); IndexError outside."""
    return _MONTHS[known(language)].split(",")[month - 1]


def month_and_year(day: date, language: str) -> str:
    """ "March 2027", "mars 2027", "marzo de 2027": how a coming session is named."""
    of = "de " if language == "es" else ""
    return f"{month_name(day.month, language)} {of}{day.year}"


def long_date(day: date, language: str) -> str:
    """ "8 November 2026", "8 novembre 2026" (1er), "8 de noviembre de 2026" (1.º)."""
    return f"{_day_and_month(day, language)} {'de ' if language == 'es' else ''}{day.year}"


def date_range(start: date, end: date, language: str) -> str:
    """The range as a masthead has it: "4–8 November 2026", "4-8 novembre 2026", "4-8 de noviembre de 2026".

    ValueError if *end* comes before *start*.
    """
    _in_order(start, end)
    if start == end:
        return long_date(start, language)
    dash = "\u2013" if known(language) == "en" else "-"
    if (start.year, start.month) == (end.year, end.month):
        first = "1er" if language == "fr" and start.day == 1 else str(start.day)
        rest = f"{end.day} {'de ' if language == 'es' else ''}{month_and_year(end, language)}"
        return f"{first}{dash}{rest}"
    if language == "es":
        dash = " \u2013 "
    first = _day_and_month(start, language) if start.year == end.year else long_date(start, language)
    return f"{first}{dash}{long_date(end, language)}"


def from_to(start: date, end: date, language: str) -> str:
    """The range as a sentence has it: "from 4 to 8 November 2026", "du 4 au 8 …", "del 4 al 8 de …".

    ValueError if *end* comes before *start*.
    """
    _in_order(start, end)
    if start == end:
        on = {"en": "on", "fr": "le", "es": "el"}[known(language)]
        return f"{on} {long_date(start, language)}"
    before, between = {"en": ("from", "to"), "fr": ("du", "au"), "es": ("del", "al")}[known(language)]
    if start.year != end.year:
        first = long_date(start, language)
    elif start.month != end.month:
        first = _day_and_month(start, language)
    else:
        first = "1er" if language == "fr" and start.day == 1 else str(start.day)
    return f"{before} {first} {between} {long_date(end, language)}"


def met_clause(place: str, start: date, end: date, language: str, gender: str = "f") -> str:
    """ "Having met in Geneva from 4 to 8 November 2026,"; *place* in *language*.

    *gender* is that of the organ in French (la Réunion, le Conseil). ValueError if *end* comes
    before *start*.
    """
    when = from_to(start, end, language)
    if language == "en":
        return f"Having met in {place} {when},"
    if language == "es":
        return f"Habiéndose reunido en {place} {when},"
    return f"S’étant réuni{'e' if gender == 'f' else ''} {_at_place(place)} {when},"


def adoption_formula(day: date, language: str, what: str = "conclusions") -> str:
    """ "Adopts, this eighth day of November 2026, the following conclusions:" and its like.

    *what* is ``conclusions`` or ``resolution``; KeyError for anything else.
    """
    month = month_name(day.month, language)
    if language == "fr":
        month = f"d’{month}" if month[0] in "ao" else f"de {month}"
    return _ADOPTS[language].format(
        day=day_word(day.day, language), month=month, year=day.year, what=_WHAT[what][language]
    )


def _day_and_month(day: date, language: str) -> str:
    month = month_name(day.month, language)
    if language == "es":
        return f"{'1.º' if day.day == 1 else day.day} de {month}"
    return f"{'1er' if language == 'fr' and day.day == 1 else day.day} {month}"


def _at_place(place: str) -> str:
    for article, contracted in (("Le ", "au "), ("Les ", "aux ")):
        if place.startswith(article):
            return contracted + place.removeprefix(article)
    return f"à {place}"


def _in_order(start: date, end: date) -> None:
    if end < start:
        raise ValueError(f"the range ends ({end}) before it starts ({start})")
