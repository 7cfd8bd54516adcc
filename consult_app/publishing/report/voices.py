"""Who speaks, in the manner of the reports: by office and capacity, never by name (procedure.md §2.6).

The Employers' and the Workers' groups speak through their Vice-Chairpersons, the Government group as such, a
Government member as the representative of the Government.
"""

from __future__ import annotations

from consult_app.meetings.kept.assembly import OFFICES, Assembly, Participant
from consult_app.meetings.people.officers import VICE_CHAIRPERSONS
from consult_app.meetings.people.titles import gender_of, member_name, office_name

from ..formulas.outcomes import genitive
from ..formulas.people import author_in_sentence
from .countries import of_country

#: the group and the office that speaks for it
_SPOKEN_FOR = {
    group: office for office, group in VICE_CHAIRPERSONS.items() if group in ("employers", "workers")
}
#: by gender: masculine, feminine, not known
_ARTICLES = {"en": ("the",) * 3, "fr": ("le", "la", "le/la"), "es": ("el", "la", "el/la")}
_REPRESENTATIVE = {
    "en": ("representative",) * 3,
    "fr": ("représentant", "représentante", "représentant(e)"),
    "es": ("representante",) * 3,
}
_OBSERVER = {
    "en": ("observer",) * 3,
    "fr": ("observateur", "observatrice", "observateur(trice)"),
    "es": ("observador", "observadora", "observador(a)"),
}
_OF_GOVERNMENT = {
    "en": "{the} {representative} of the Government {of_country}",
    "fr": "{the} {representative} du gouvernement {of_country}",
    "es": "{the} {representative} del Gobierno {of_country}",
}
_OF_ORGANIZATION = {
    "en": "{the} {representative} of {organization}",
    "fr": "{the} {representative} de l’organisation {organization}",
    "es": "{the} {representative} de la organización {organization}",
}
_OUTSIDE = {
    "igo": {
        "en": "the representative of an intergovernmental organization",
        "fr": "{the} {representative} d’une organisation intergouvernementale",
        "es": "{the} {representative} de una organización intergubernamental",
    },
    "ngo": {
        "en": "the representative of a non-governmental organization",
        "fr": "{the} {representative} d’une organisation non gouvernementale",
        "es": "{the} {representative} de una organización no gubernamental",
    },
    "secretariat": {"en": "the secretariat", "fr": "le secrétariat", "es": "la secretaría"},
    "observer": {"en": "an observer", "fr": "un observateur", "es": "un observador"},
}
_CHAIRPERSON = {"en": "the Chairperson", "fr": "la présidence", "es": "la Presidencia"}
_OFFICE = {"en": "the Office", "fr": "le Bureau", "es": "la Oficina"}
_BEHALF = {
    "en": "{voice}, speaking on behalf {of_group},",
    "fr": "{voice}, s’exprimant au nom {of_group},",
    "es": "{voice}, hablando en nombre {of_group},",
}


def voice(assembly: Assembly, who: str, at: str, language: str, behalf: str = "") -> str:
    """Who spoke at that moment (ISO time), as a sentence has it in its middle: "the Worker Vice-Chairperson",
    «la représentante du gouvernement du Sénégal, s’exprimant au nom du groupe de l’Afrique,».

    *who* is a group or a participant (id), *behalf* the group that was spoken for.
    """
    if who == "office":
        return _OFFICE[language]
    if who in assembly.groups:
        return _of_group(assembly, who, at, language)
    person = assembly.person(who)
    if person is None:
        return who
    said = _of_person(assembly, person, at, language)
    office = _SPOKEN_FOR.get(behalf, "")
    if not behalf or behalf not in assembly.groups or (office and office in _held(assembly, person.id, at)):
        return said
    group = genitive(author_in_sentence(assembly, behalf, language), language)
    return _BEHALF[language].format(voice=said, of_group=group)


def _of_group(assembly: Assembly, group: str, at: str, language: str) -> str:
    office = _SPOKEN_FOR.get(group, "")
    holder = _holder(assembly, office, at) if office else None
    if holder is not None:
        return _office(office, holder, language)
    coordinator = assembly.person(assembly.groups[group].coordinator)
    if assembly.groups[group].parent and coordinator is not None:
        return voice(assembly, coordinator.id, at, language, behalf=group)
    return author_in_sentence(assembly, group, language)


def _of_person(assembly: Assembly, person: Participant, at: str, language: str) -> str:
    offices = _held(assembly, person.id, at)
    if offices:
        return _office(offices[0], person, language)
    place = {"m": 0, "f": 1}.get(gender_of(person), 2)
    the = _ARTICLES[language][place]
    group = assembly.main_group(person.id)
    noun = (_OBSERVER if person.role == "observer" else _REPRESENTATIVE)[language][place]
    if group == "government" and person.country:
        return _OF_GOVERNMENT[language].format(
            the=the, representative=noun, of_country=of_country(person.country, language)
        )
    if group in ("employers", "workers") and person.role != "observer":
        said = f"{the} {member_name(assembly, person, language)}"
        return f"{said} {of_country(person.country, language)}" if person.country else said
    if person.organization:
        return _OF_ORGANIZATION[language].format(
            the=the, representative=noun, organization=person.organization
        )
    if person.role in _OUTSIDE:
        return _OUTSIDE[person.role][language].format(the=the, representative=noun)
    return author_in_sentence(assembly, person.id, language)


def _office(office: str, person: Participant, language: str) -> str:
    name = office_name(office, person, language)
    place = {"m": 0, "f": 1}.get(gender_of(person), 2)
    return f"{_ARTICLES[language][place]} {name[:1].lower() + name[1:] if language == 'fr' else name}"


def _holder(assembly: Assembly, office: str, at: str) -> Participant | None:
    """Who held the office at that moment; before the first election, who was elected first."""
    line = [each for each in assembly.former_officers if each.office == office]
    if office in assembly.officers:
        line.append(assembly.officers[office])
    held = [each for each in line if each.since <= at and (not each.until or at < each.until)]
    found = held or line[:1]
    return assembly.person(found[0].participant) if found else None


def _held(assembly: Assembly, who: str, at: str) -> list[str]:
    """The offices that somebody held at that moment."""
    officers = (*assembly.former_officers, *assembly.officers.values())
    held = {
        each.office
        for each in officers
        if each.participant == who and each.since <= at and (not each.until or at < each.until)
    }
    return [office for office in OFFICES if office in held]


def chairperson(assembly: Assembly, at: str, language: str) -> str:
    """The Chairperson, agreeing with the person who held the office at that moment."""
    person = _holder(assembly, "chairperson", at)
    return _office("chairperson", person, language) if person is not None else _CHAIRPERSON[language]


__all__ = ["chairperson", "voice"]
