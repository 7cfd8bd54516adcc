"""The sentences on Officers, drafting committee and sittings, as reports have them (procedure.md §7.3)."""

from __future__ import annotations

import re

from consult_app.drafting.house_style.house import day_word, list_of, ordinal_figure, ordinal_word
from consult_app.meetings.kept.assembly import OFFICES, Assembly, DraftingBody, Participant
from consult_app.meetings.people.titles import gender_of, office_name

from .people import capacity, full_name

#: what the body that meets is called, by preset; any other is a Meeting
_ORGAN = {
    "ilc_committee": {"en": "The Committee", "fr": "La commission", "es": "La Comisión"},
    "governing_body": {
        "en": "The Governing Body",
        "fr": "Le Conseil d’administration",
        "es": "El Consejo de Administración",
    },
    "un_ga": {"en": "The Committee", "fr": "La Commission", "es": "La Comisión"},
}
_MEETING = {"en": "The Meeting", "fr": "La Réunion", "es": "La Reunión"}
_ELECTED = {
    "en": "{organ} elected its Officers as follows:",
    "fr": "{organ} a constitué son bureau comme suit:",
    "es": "{organ} constituyó su Mesa de la manera siguiente:",
}
_APPOINTED = {
    "en": "At its {ordinal} sitting, {organ} appointed {body} composed of the following members:",
    "fr": "À sa {ordinal} séance, {organ} a désigné {body} composé de:",
    "es": "En su {ordinal} sesión, {organ} constituyó {body} que estuvo compuesto por los miembros "
    "siguientes:",
}
_APPOINTED_SOME_TIME = {
    "en": "{organ} appointed {body} composed of the following members:",
    "fr": "{organ} a désigné {body} composé de:",
    "es": "{organ} constituyó {body} que estuvo compuesto por los miembros siguientes:",
}
_BODIES = {
    "drafting_committee": {
        "en": "a Drafting Committee",
        "fr": "un comité de rédaction",
        "es": "un Comité de Redacción",
    },
    "drafting_group": {
        "en": "a drafting group",
        "fr": "un groupe de rédaction",
        "es": "un grupo de redacción",
    },
}
_HELD = {
    "en": ("{organ} held one sitting.", "{organ} held {count} sittings."),
    "fr": ("{organ} a tenu une séance.", "{organ} a tenu {count} séances."),
    "es": ("{organ} celebró una sesión.", "{organ} celebró {count} sesiones."),
}
_VICE = {
    "en": ("Vice-Chairpersons",) * 2,
    "fr": ("Vice-présidents", "Vice-présidentes"),
    "es": ("Vicepresidentes", "Vicepresidentas"),
}


def organ(assembly: Assembly) -> str:
    """The preset by whose name for it the body that meets is called, also once the meeting changed it."""
    return assembly.meeting.rules.based_on or assembly.meeting.rules.id


def organ_name(assembly: Assembly, language: str, *, within: bool = False) -> str:
    """ "The Meeting", "La commission" …: the body that meets as a sentence names it; *within* one, its
    article is small."""
    name = _ORGAN.get(organ(assembly), _MEETING)[language]
    return name[:1].lower() + name[1:] if within else name


def officers_elected(assembly: Assembly, language: str) -> str:
    """ "The Meeting elected its Officers as follows:" in *language*."""
    return _ELECTED[language].format(organ=organ_name(assembly, language))


def officer_lines(assembly: Assembly, language: str) -> list[tuple[str, str]]:
    """Each office with who holds it, in the order of the offices: (office, "Ms … (Worker member, …)")."""
    lines = []
    for office in OFFICES:
        officer = assembly.officers.get(office)
        person = assembly.person(officer.participant) if officer else None
        if person is not None:
            lines.append((office_name(office, person, language), with_capacity(assembly, person, language)))
    return lines


def officers_sentence(assembly: Assembly, language: str) -> str:
    """The Officers in one paragraph, the vice-chairpersons together, as committee reports have it:
    "… as follows: Chairperson: … Vice-Chairpersons: … and … Reporter: …"; "" where there are none."""
    parts = []
    held = {office: assembly.person(officer.participant) for office, officer in assembly.officers.items()}
    vice = [office for office in OFFICES if office.endswith("vice_chairperson") and held.get(office)]
    for office in OFFICES:
        person = held.get(office)
        if person is None:
            continue
        if office in vice:
            if office == vice[0]:
                people = [each for office_ in vice if (each := held[office_]) is not None]
                said = [with_capacity(assembly, each, language) for each in people]
                women = all(gender_of(each) == "f" for each in people)
                head = office_name(office, person, language) if len(said) == 1 else _VICE[language][women]
                parts.append(f"{head}: {list_of(said, language)}.")
            continue
        parts.append(f"{office_name(office, person, language)}: {with_capacity(assembly, person, language)}.")
    return " ".join([officers_elected(assembly, language), *parts]) if parts else ""


def drafting_body_appointed(assembly: Assembly, body: DraftingBody, language: str) -> str:
    """ "At its tenth sitting, the Committee appointed a Drafting Committee composed of …:"."""
    named = _BODIES[body.kind][language]
    if not body.sitting:
        return _APPOINTED_SOME_TIME[language].format(organ=organ_name(assembly, language), body=named)
    return _APPOINTED[language].format(
        ordinal=sitting_ordinal(body.sitting, language),
        organ=organ_name(assembly, language, within=True),
        body=named,
    )


def drafting_body_lines(assembly: Assembly, body: DraftingBody, language: str) -> list[str]:
    """Who sits in it, a line each; the Reporter last."""
    lines = [
        with_capacity(assembly, person, language)
        for who in body.members
        if (person := assembly.person(who)) is not None
    ]
    reporter = assembly.person(body.reporter)
    if reporter is not None:
        lines.append(f"{full_name(reporter, language)}, {office_name('reporter', reporter, language)}")
    return lines


def sittings_held(assembly: Assembly, language: str, kind: str = "plenary") -> str:
    """ "The Committee held 20 sittings.", Spanish with the number in words; "" before the first."""
    count = sum(sitting.kind == kind for sitting in assembly.sittings)
    if not count:
        return ""
    one, many = _HELD[language]
    said = str(count)
    if language == "es" and 2 <= count <= 31:  # English and French count in figures here
        said = re.sub("uno$", "una", day_word(count, "es"))
    return (one if count == 1 else many).format(organ=organ_name(assembly, language), count=said)


def sitting_ordinal(number: int, language: str) -> str:
    """ "tenth", "treizième", "décima": a sitting's number in words, beyond the thirty-first in figures."""
    if 1 <= number <= 31:
        return ordinal_word(number, language, "f")
    return ordinal_figure(number, language, "f")


def with_capacity(assembly: Assembly, person: Participant, language: str) -> str:
    """ "Ms Ada Beacon (Worker member, Norway)"."""
    said = capacity(assembly, person, language)
    return full_name(person, language) + (f" ({said})" if said else "")
