"""Finding people: every word that is sought, in any of the three languages, accents and case aside."""

from __future__ import annotations

from collections.abc import Iterable

from ..acts import LANGUAGES
from ..kept.assembly import Assembly, Group, Officer, Participant
from .countries import country_name, simple
from .officers import offices_of
from .roles import ROLE_NAMES, ROLE_WORDS
from .titles import office_name, title_in


def search(assembly: Assembly, sought: str, group: str = "") -> list[Participant]:
    """The participants in whom every word of *sought* is found (name, title, country, organization,
    function, group, role, office; in any language), in the order of the list; only those of *group* and
    of the groups under it, if one is named. Everybody for empty words."""
    from .attending import belongs

    words = simple(sought).split()
    said = _said(assembly) if words else {}
    return [
        person
        for person in assembly.participants.values()
        if (not words or _holds(said[person.id], words))
        and (not group or belongs(assembly, person.id, group))
    ]


def said_of(assembly: Assembly, person: Participant) -> Iterable[str]:
    """Everything that somebody can be found by."""
    yield from (person.name, person.country, person.organization, person.function, person.role)
    for language in LANGUAGES:
        yield title_in(person, language)
        if person.country:
            yield country_name(person.country, language)
        for office in offices_of(assembly, person.id):
            yield office_name(office, person, language)
    at, seen = person.group, set[str]()
    while at in assembly.groups and at not in seen:
        seen.add(at)
        yield from assembly.groups[at].names.values()
        at = assembly.groups[at].parent
    for forms in ROLE_NAMES.get(person.role, {}).values():
        yield from forms
    yield from ROLE_WORDS.get(person.role, ())


Said = dict[str, str]
_last: tuple[dict[str, Participant], dict[str, Group], dict[str, Officer], Said] | None = None


def _said(assembly: Assembly) -> Said:
    """What each participant is found by, made comparable. The last answer is kept for the people, groups and
    officers that it is about: somebody types letter after letter, and these are never changed in place."""
    global _last
    kept = _last  # the desk's thread and the window ask for different states
    if (
        kept is None
        or kept[0] is not assembly.participants
        or kept[1] is not assembly.groups
        or kept[2] is not assembly.officers
    ):
        said = {
            person.id: simple(" ".join(said_of(assembly, person)))
            for person in assembly.participants.values()
        }
        kept = assembly.participants, assembly.groups, assembly.officers, said
        _last = kept
    return kept[3]


def _holds(found: str, words: list[str]) -> bool:
    return all(word in found for word in words)
