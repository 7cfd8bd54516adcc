"""Numbers in words and figures, as each language of the house writes them (procedure.md §7.1, §7.4)."""

from __future__ import annotations

LANGUAGES = ("en", "fr", "es")
NO_BREAK = "\u00a0"


def _table(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())


_EN = _table(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)

_FR = _table(
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième "
    "douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième "
    "vingtième vingt_et_unième vingt-deuxième vingt-troisième vingt-quatrième vingt-cinquième "
    "vingt-sixième vingt-septième vingt-huitième vingt-neuvième trentième trente_et_unième"
)

# The feminine forms: sittings (sesiones) and meetings (reuniones) are what is counted most.
_ES = _table(
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima "
    "decimotercera decimocuarta decimoquinta decimosexta decimoséptima decimoctava decimonovena vigésima "
    "vigésima_primera vigésima_segunda vigésima_tercera vigésima_cuarta vigésima_quinta vigésima_sexta "
    "vigésima_séptima vigésima_octava vigésima_novena trigésima trigésima_primera"
)

_ES_DAYS = _table(
    "primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve treinta treinta_y_uno"
)

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def known(language: str) -> str:
    """*language* itself; ValueError if it is not one of ``LANGUAGES``."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language!r}")
    return language


def ordinal_word(n: int, language: str, gender: str = "m") -> str:
    """The ordinal of *n* in words: third, troisième, tercero; *gender* is ``m`` or ``f``.

    Spanish gives the full form (tercera sesión, capítulo tercero), not the shortened one before a
    masculine noun. ValueError outside 1 to 31.
    """
    _in_words(n)
    if known(language) == "en":
        return _EN[n - 1]
    if language == "fr":
        return "première" if n == 1 and gender == "f" else _FR[n - 1]
    words = _ES[n - 1].split(" ")
    return " ".join(words if gender == "f" else [word[:-1] + "o" for word in words])


def day_word(n: int, language: str) -> str:
    """The day of a month in words, as the adoption formula has it: eighth, huitième, ocho.

    Spanish counts days in cardinals after *primero*. ValueError outside 1 to 31.
    """
    _in_words(n)
    return _ES_DAYS[n - 1] if known(language) == "es" else ordinal_word(n, language)


def ordinal_figure(n: int, language: str, gender: str = "f") -> str:
    """The ordinal of *n* in figures: 316th, 316e (1re, 1er), 316.ª (316.º).

    ``typography`` raises the French letters in print.
    """
    if known(language) == "en":
        ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{ending}"
    if language == "fr":
        return f"{n}{('re' if gender == 'f' else 'er') if n == 1 else 'e'}"
    return f"{n}.{'ª' if gender == 'f' else 'º'}"


def number(n: int, language: str) -> str:
    """*n* with its thousands apart: 3,650; 3 650; 3650 (Spanish parts from five figures on)."""
    known(language)
    apart = f"{abs(n):,}"
    if language == "es" and len(apart) == 5:
        apart = apart.replace(",", "")
    elif language != "en":
        apart = apart.replace(",", NO_BREAK)
    return f"\u2212{apart}" if n < 0 else apart


def roman(n: int) -> str:
    """*n* in small Roman figures; ValueError below 1 or above 3,999."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman figure for {n}")
    out = ""
    for value, figure in _ROMAN:
        out += figure * (n // value)
        n %= value
    return out


def alpha(n: int) -> str:
    """*n* in letters: a … z, aa, ab …; ValueError below 1."""
    if n < 1:
        raise ValueError(f"no letter for {n}")
    out = ""
    while n:
        n, letter = divmod(n - 1, 26)
        out = chr(ord("a") + letter) + out
    return out


def _in_words(n: int) -> None:
    if not 1 <= n <= 31:
        raise ValueError(f"no word kept for the ordinal of {n}")
