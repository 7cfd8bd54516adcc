"""Who can be put on the list of speakers, found by a few letters of name, country, office or group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.assembly import Assembly, Participant
from consult_app.meetings.kept.speaking import Speaker
from consult_app.meetings.people.titles import office_name
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import Languages, tr
from consult_app.ui.parts.finding import Offer, found
from consult_app.words import term

MOST_SHOWN = 6
_OF_GROUP = {
    "government_vice_chairperson": "government",
    "employer_vice_chairperson": "employers",
    "worker_vice_chairperson": "workers",
}


_ON_BEHALF: Final[dict[str, str]] = {
    "government": N_("{name}, for the Governments"),
    "employers": N_("{name}, for the Employers"),
    "workers": N_("{name}, for the Workers"),
}


@dataclass(frozen=True)
class Candidate:
    """Somebody who may ask for the floor: a group or participant, perhaps on behalf of a group. ``words``
    is what is read, ``called`` the name and office by which the likeliest is found."""

    who: str
    behalf: str
    words: str
    found_by: str
    called: str = ""


def candidates(assembly: Assembly) -> list[Candidate]:
    """The groups; then everybody on the list, who speaks for a group first on its behalf. Those who hold
    an office stand before the others."""
    offices: dict[str, list[str]] = {}
    for officer in assembly.officers.values():
        offices.setdefault(officer.participant, []).append(officer.office)
    out = [
        Candidate(group.id, "", f"{mark_of(assembly, group.id)} {name_of(assembly, group.id)}", group.id)
        for group in assembly.groups.values()
    ]
    people = sorted(assembly.participants.values(), key=lambda person: person.id not in offices)
    for person in people:
        out += _of_person(assembly, person, offices.get(person.id, []))
    return out


def _of_person(assembly: Assembly, person: Participant, offices: list[str]) -> list[Candidate]:
    name = f"{mark_of(assembly, person.id)} {name_of(assembly, person.id)}"
    # for whom somebody speaks must be seen, so nothing else stands between
    bare = f"{mark_of(assembly, person.id)} {person.name}"
    titles = [office_name(office, person, Languages.current()) for office in offices]
    also = " ".join((*titles, person.organization, person.function))
    if titles:
        name = f"{name}, {titles[0]}"
    spoken_for = [_OF_GROUP[office] for office in offices if office in _OF_GROUP]
    spoken_for += [group.id for group in assembly.groups.values() if group.coordinator == person.id]
    out = [
        Candidate(person.id, group, for_group(assembly, bare, group), also, name)
        for group in dict.fromkeys(spoken_for)
    ]
    out.append(Candidate(person.id, "", name, also))
    group = assembly.groups.get(person.group)
    if group is not None and group.parent and group.id not in spoken_for:
        out.append(Candidate(person.id, group.id, for_group(assembly, bare, group.id), also, name))
    return out


def matching(query: str, among: list[Candidate]) -> list[Candidate]:
    """The candidates that *query* means, the likeliest first; none for an empty query."""
    if not query.strip():
        return []
    meant: list[Candidate] = []
    offers = [
        Offer(
            _bare(candidate.called or candidate.words),
            partial(meant.append, candidate),
            other=candidate.found_by,
        )
        for candidate in among
    ]
    for offer in found(query, offers)[:MOST_SHOWN]:
        offer.run()
    return meant


def _bare(words: str) -> str:
    """*words* without the mark, so that the first letters of a name are the first letters."""
    return words.partition(" ")[2]


def for_group(assembly: Assembly, name: str, behalf: str) -> str:
    """*name*, who speaks on behalf of a group, a regional group or another person (an id)."""
    if behalf in _ON_BEHALF:
        return tr(_ON_BEHALF[behalf], name=name)
    return tr("{name}, for {group}", name=name, group=name_of(assembly, behalf))


def speaker_words(assembly: Assembly, speaker: Speaker) -> str:
    """Who is on the list, as it is read: the name, and for whom."""
    name = name_of(assembly, speaker.who)
    if speaker.on_behalf_of and speaker.on_behalf_of != speaker.who:
        # whoever speaks for a group is not there for a country
        name = assembly.name_of(speaker.who, Languages.current())
        return for_group(assembly, name, speaker.on_behalf_of)
    return name


def listed_words(state: State, speaker: Speaker) -> str:
    """As :func:`speaker_words`, with what they ask for where it is no ordinary speech, and the amendment."""
    said = speaker_words(state.assembly, speaker)
    if speaker.kind != "speaker":
        said = f"{capitalized(term('kind', speaker.kind, 'speech', Languages.current()))}: {said}"
    if speaker.amendment in state.drafting.amendments:
        number = state.drafting.amendments[speaker.amendment].number
        said = tr("{who}, on {number}", who=said, number=number)
    return said


def short_words(assembly: Assembly, speaker: Speaker) -> str:
    """Who it is in few words: the office of a Vice-Chairperson, else the name."""
    person = assembly.person(speaker.who)
    if person is not None:
        held = [officer.office for officer in assembly.officers.values() if officer.participant == person.id]
        if held:
            return office_name(held[0], person, Languages.current())
        return person.name
    return name_of(assembly, speaker.who)
