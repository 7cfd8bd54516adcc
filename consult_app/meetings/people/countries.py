"""Countries by their two-letter code, under the names that the Organization lists its Members by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..acts import LANGUAGES

#: names that are not the usual short ones: English, French, Spanish
_NAMES = {
    "BA": ("Bosnia and Herzegovina", "Bosnie-Herzégovine", "Bosnia y Herzegovina"),
    "BN": ("Brunei Darussalam", "Brunéi Darussalam", "Brunei Darussalam"),
    "BO": (
        "Plurinational State of Bolivia",
        "État plurinational de Bolivie",
        "Estado Plurinacional de Bolivia",
    ),
    "CD": (
        "Democratic Republic of the Congo",
        "République démocratique du Congo",
        "República Democrática del Congo",
    ),
    "CG": ("Congo", "Congo", "Congo"),
    "CV": ("Cabo Verde", "Cabo Verde", "Cabo Verde"),
    "CI": ("Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire"),
    "GB": ("United Kingdom", "Royaume-Uni", "Reino Unido"),
    "IR": ("Islamic Republic of Iran", "République islamique d’Iran", "República Islámica del Irán"),
    "KR": ("Republic of Korea", "République de Corée", "República de Corea"),
    "LA": (
        "Lao People’s Democratic Republic",
        "République démocratique populaire lao",
        "República Democrática Popular Lao",
    ),
    "MD": ("Republic of Moldova", "République de Moldova", "República de Moldova"),
    "MM": ("Myanmar", "Myanmar", "Myanmar"),
    "RU": ("Russian Federation", "Fédération de Russie", "Federación de Rusia"),
    "SY": ("Syrian Arab Republic", "République arabe syrienne", "República Árabe Siria"),
    "TR": ("Türkiye", "Türkiye", "Türkiye"),
    "TZ": ("United Republic of Tanzania", "République-Unie de Tanzanie", "República Unida de Tanzanía"),
    "US": ("United States", "États-Unis", "Estados Unidos"),
    "VE": (
        "Bolivarian Republic of Venezuela",
        "République bolivarienne du Venezuela",
        "República Bolivariana de Venezuela",
    ),
    "VN": ("Viet Nam", "Viet Nam", "Viet Nam"),
}
#: what lists of participants also write
_ALIASES = {
    "czech republic": "CZ",
    "republique tcheque": "CZ",
    "republica checa": "CZ",
    "great britain": "GB",
    "uk": "GB",
    "usa": "US",
    "united states of america": "US",
    "etats unis d amerique": "US",
    "estados unidos de america": "US",
    "russia": "RU",
    "russie": "RU",
    "south korea": "KR",
    "ivory coast": "CI",
    "turkey": "TR",
    "swaziland": "SZ",
    "the netherlands": "NL",
    "kingdom of the netherlands": "NL",
    "cape verde": "CV",
    "macedonia": "MK",
    "holland": "NL",
}
#: what is neither letter nor figure
_SIGNS = re.compile(r"[\W_]+")
_SMALL = frozenset({"of", "the", "and", "de", "la", "le", "el", "du", "del", "d", "l", "et", "y"})


@lru_cache(maxsize=4096)
def country_name(country: str, language: str) -> str:
    """The name of a country by its two-letter code, or by its name in any of the three languages; what is
    neither is left as it is."""
    if country not in _territories(language):
        country = country_code(country) or country
    if country in _NAMES:
        return _NAMES[country][("en", "fr", "es").index(language)]
    name = _territories(language).get(country, country)
    return name.replace(" & ", {"en": " and ", "fr": " et ", "es": " y "}[language]).replace("'", "’")


@lru_cache(maxsize=8)
def _territories(language: str) -> dict[str, str]:
    # Babel's locale data are read from disk: only when the first country is named
    from babel import Locale

    return {code: str(name) for code, name in Locale(language).territories.items() if len(code) == 2}


def country_code(said: str) -> str:
    """The code of the country that *said* names: its code, or its name in any of the three languages,
    accents and case aside; "" where there is none."""
    code = said.strip().upper()
    if len(code) == 2 and code in _territories("en"):
        return {"UK": "GB"}.get(code, code)
    words = simple(said)
    # "Iran (Islamic Republic of)" and "Korea, Republic of" are the same words in another order
    return _codes().get(words) or _codes().get(_turned(words), "")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Code by simple name; the turned names too, where they say one country only."""
    out: dict[str, str] = {}
    for language in LANGUAGES:
        for code, usual in _territories(language).items():
            if not code.isalpha() or code in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
                continue
            out[simple(usual)] = code
            out.setdefault(simple(country_name(code, language)), code)
    out |= _ALIASES
    for name, code in tuple(out.items()):
        out.setdefault(_turned(name), code)
    return out


def _turned(words: str) -> str:
    return " ".join(sorted(word for word in words.split() if word not in _SMALL))


def collated(words: str) -> str:
    """The key by which names are put in alphabetical order: accents and case do not count."""
    if words.isascii():
        return words.lower()
    plain = unicodedata.normalize("NFKD", words)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def simple(words: str) -> str:
    """*words* for comparison: no accents, no case, every run of other signs one space."""
    return " ".join(_SIGNS.sub(" ", collated(words)).split())
