"""People, groups, offices and countries as papers name them, in each language (procedure.md §1.1, §7.3)."""

from __future__ import annotations

from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.people.countries import collated, country_name
from consult_app.meetings.people.titles import member_name, office_name, title_in

#: the first words of names of groups that are feminine, French and Spanish
_FEMININE = frozenset(
    [
        "alliance",
        "association",
        "communauté",
        "coalition",
        "confédération",
        "délégation",
        "fédération",
        "ligue",
        "organisation",
        "union",
        "alianza",
        "asociación",
        "coalición",
        "comunidad",
        "confederación",
        "delegación",
        "federación",
        "liga",
        "organización",
        "unión",
    ]
)


def full_name(person: Participant, language: str) -> str:
    """ "Ms Marit Solvang-Eide", the space after the title unbreakable."""
    title = title_in(person, language)
    return f"{title}\u00a0{person.name}" if title else person.name


def capacity(assembly: Assembly, person: Participant, language: str) -> str:
    """ "Worker member, Poland"; only the country for whoever belongs to no group."""
    country = country_name(person.country, language) if person.country else ""
    return ", ".join(part for part in (member_name(assembly, person, language), country) if part)


def author(assembly: Assembly, who: str, language: str) -> str:
    """Who moved an amendment: the name of a group, or a member by name and capacity."""
    person = assembly.person(who)
    if person is None:
        return assembly.name_of(who, language)
    said = capacity(assembly, person, language)
    return f"{full_name(person, language)} ({said})" if said else full_name(person, language)


def author_in_sentence(assembly: Assembly, who: str, language: str) -> str:
    """The same with its article, as it stands after "by": "the Workers’ group", "le groupe …", "la Sra."."""
    name = author(assembly, who, language)
    if who in assembly.groups:
        return _group_in_sentence(name, language)
    return with_form_of_address(name) if language == "es" else name


def with_form_of_address(name: str) -> str:
    """A person's name in a Spanish sentence, the article before the form of address: "el Sr. …"."""
    if name.startswith("Sr."):
        return f"el {name}"
    return f"la {name}" if name.startswith(("Sra.", "Srta.")) else name


def _group_in_sentence(name: str, language: str) -> str:
    first = name.partition(" ")[0].casefold()
    if language == "en":
        return f"the {name.removeprefix('The ').removeprefix('the ')}"
    if language == "es":
        return f"{'la' if first in _FEMININE else 'el'} {name}"
    if first == "groupe":
        return f"le {name[:1].lower()}{name[1:]}"
    if first not in _FEMININE:
        return name
    return f"l’{name}" if first[0] in "aou" else f"la {name}"


def mark_of(assembly: Assembly, who: str) -> str:
    """The mark of the group (●, ■, ▲) that *who* is or belongs to."""
    group = assembly.groups.get(assembly.main_group(who))
    return group.mark if group else ""


__all__ = [
    "author",
    "author_in_sentence",
    "capacity",
    "collated",
    "country_name",
    "full_name",
    "mark_of",
    "office_name",
    "with_form_of_address",
]
