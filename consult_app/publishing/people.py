"""People, groups, offices and countries as papers name them, in each language (procedure.md §1.1, §7.3)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from consult_app.meetings.assembly import Assembly, Participant

from .heads import in_language

_FEMININE = frozenset({"ms", "mrs", "miss", "mme", "mlle", "sra", "srta", "dra"})

#: office: language: (masculine, feminine)
OFFICES: dict[str, dict[str, tuple[str, str]]] = {
    "chairperson": {
        "en": ("Chairperson", "Chairperson"),
        "fr": ("Président", "Présidente"),
        "es": ("Presidente", "Presidenta"),
    },
    "government_vice_chairperson": {
        "en": ("Government Vice-Chairperson", "Government Vice-Chairperson"),
        "fr": ("Vice-président gouvernemental", "Vice-présidente gouvernementale"),
        "es": ("Vicepresidente gubernamental", "Vicepresidenta gubernamental"),
    },
    "employer_vice_chairperson": {
        "en": ("Employer Vice-Chairperson", "Employer Vice-Chairperson"),
        "fr": ("Vice-président employeur", "Vice-présidente employeuse"),
        "es": ("Vicepresidente empleador", "Vicepresidenta empleadora"),
    },
    "worker_vice_chairperson": {
        "en": ("Worker Vice-Chairperson", "Worker Vice-Chairperson"),
        "fr": ("Vice-président travailleur", "Vice-présidente travailleuse"),
        "es": ("Vicepresidente trabajador", "Vicepresidenta trabajadora"),
    },
    "reporter": {
        "en": ("Reporter", "Reporter"),
        "fr": ("Rapporteur", "Rapporteuse"),
        "es": ("Ponente", "Ponente"),
    },
}

#: a member by main group: language: (masculine, feminine)
_MEMBER = {
    "government": {
        "en": ("Government member",) * 2,
        "fr": ("membre gouvernemental",) * 2,
        "es": ("miembro gubernamental",) * 2,
    },
    "employers": {
        "en": ("Employer member",) * 2,
        "fr": ("membre employeur", "membre employeuse"),
        "es": ("miembro empleador", "miembro empleadora"),
    },
    "workers": {
        "en": ("Worker member",) * 2,
        "fr": ("membre travailleur", "membre travailleuse"),
        "es": ("miembro trabajador", "miembro trabajadora"),
    },
}

#: names under which the Organization lists its Members, where they are not the usual short names
_COUNTRIES = {
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
_ORDER = {"en": 0, "fr": 1, "es": 2}


@lru_cache(maxsize=2048)
def country_name(country: str, language: str) -> str:
    """The name of a country by its two-letter code; what is no code is a name already."""
    if country in _COUNTRIES:
        return _COUNTRIES[country][_ORDER[language]]
    from babel import Locale

    name = str(Locale(language).territories.get(country, country))
    return name.replace(" & ", {"en": " and ", "fr": " et ", "es": " y "}[language]).replace("'", "’")


def collated(words: str) -> str:
    """The key by which names are put in alphabetical order: accents and case do not count."""
    plain = unicodedata.normalize("NFKD", words)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def feminine(person: Participant) -> bool:
    """Whether the recorded title asks for the feminine form of an office (procedure.md §1)."""
    return any(title.strip().rstrip(".").lower() in _FEMININE for title in person.title.values())


def full_name(person: Participant, language: str) -> str:
    """ "Ms Marit Solvang-Eide", the space after the title unbreakable."""
    title = in_language(person.title, language)
    return f"{title}\u00a0{person.name}" if title else person.name


def office_name(office: str, person: Participant, language: str) -> str:
    """The office, agreeing with the person who holds it."""
    return OFFICES[office][language][feminine(person)]


def capacity(assembly: Assembly, person: Participant, language: str) -> str:
    """ "Worker member, Poland"; only the country for whoever belongs to no group."""
    forms = _MEMBER.get(assembly.main_group(person.id), {}).get(language, ("", ""))
    country = country_name(person.country, language) if person.country else ""
    return ", ".join(part for part in (forms[feminine(person)], country) if part)


def author(assembly: Assembly, who: str, language: str) -> str:
    """Who moved an amendment: the name of a group, or a member by name and capacity."""
    person = assembly.participants.get(who)
    if person is None:
        return assembly.name_of(who, language)
    said = capacity(assembly, person, language)
    return f"{full_name(person, language)} ({said})" if said else full_name(person, language)


def author_in_sentence(assembly: Assembly, who: str, language: str) -> str:
    """The same with its article, as it stands after "by": "the Workers’ group", "le groupe …"."""
    name = author(assembly, who, language)
    if who not in assembly.groups:
        return name
    if language == "fr":
        return f"le {name[:1].lower()}{name[1:]}" if name.startswith("Groupe") else name
    return f"{'el' if language == 'es' else 'the'} {name}"


def mark_of(assembly: Assembly, who: str) -> str:
    """The mark of the group (●, ■, ▲) that *who* is or belongs to."""
    group = assembly.groups.get(assembly.main_group(who))
    return group.mark if group else ""
