"""Countries after "the Government of", with the article that each language gives them."""

from __future__ import annotations

from consult_app.meetings.people.countries import country_code, country_name

_ENGLISH_THE = frozenset(
    [
        "AE",
        "BO",
        "BS",
        "CD",
        "CF",
        "CG",
        "DO",
        "GB",
        "GM",
        "IR",
        "KM",
        "KP",
        "KR",
        "LA",
        "MD",
        "MH",
        "MV",
        "NE",
        "NL",
        "PH",
        "RU",
        "SB",
        "SC",
        "SD",
        "SY",
        "TZ",
        "US",
        "VE",
    ]
)
#: French names in the plural, and those without an article
_FRENCH_PLURAL = frozenset(["AE", "BS", "CK", "KM", "MH", "MV", "NL", "PH", "PW", "SB", "SC", "US"])
_FRENCH_BARE = frozenset(
    [
        "AD",
        "AG",
        "BH",
        "BN",
        "CU",
        "CV",
        "CY",
        "DJ",
        "FJ",
        "HT",
        "IL",
        "KI",
        "KN",
        "LC",
        "LK",
        "MC",
        "MG",
        "MT",
        "MU",
        "NR",
        "OM",
        "SG",
        "SM",
        "ST",
        "SV",
        "TO",
        "TV",
        "VC",
        "VU",
    ]
)
_FRENCH_MASCULINE = frozenset(["BZ", "KH", "MX", "MZ", "SR", "ZW"])
_FRENCH_FEMININE = frozenset(["GW", "RU", "SL", "TT"])
_SPANISH_PLURAL = {"AE": "los", "BS": "las", "KM": "las", "NL": "los", "US": "los"}
_SPANISH_ARTICLE = {"CG": "del", "GB": "del", "IN": "de la"}
_SPANISH_FIRST = {"República": "de la", "Federación": "de la", "Estado": "del", "Islas": "de las"}
_VOWELS = "aeiouàâéèêëîïôöûü"


def of_country(code: str, language: str) -> str:
    """ "of the Netherlands", «du Sénégal», «d’Israël», «de la Federación de Rusia»."""
    code = country_code(code) or code
    name = country_name(code, language)
    if language == "en":
        return f"of the {name}" if code in _ENGLISH_THE else f"of {name}"
    return _french(code, name) if language == "fr" else _spanish(code, name)


def _french(code: str, name: str) -> str:
    vowel = name[:1].lower() in _VOWELS
    if code in _FRENCH_PLURAL:
        return f"des {name}"
    if code in _FRENCH_BARE:
        return f"d’{name}" if vowel or code == "HT" else f"de {name}"
    if vowel:
        return f"de l’{name}"
    ends = name.partition(" ")[0].endswith("e")
    feminine = code in _FRENCH_FEMININE or (ends and code not in _FRENCH_MASCULINE)
    return f"de la {name}" if feminine else f"du {name}"


def _spanish(code: str, name: str) -> str:
    if code in _SPANISH_PLURAL:
        return f"de {_SPANISH_PLURAL[code]} {name}"
    return f"{_SPANISH_ARTICLE.get(code) or _SPANISH_FIRST.get(name.partition(' ')[0], 'de')} {name}"


__all__ = ["of_country"]
