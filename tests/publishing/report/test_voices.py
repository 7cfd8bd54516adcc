"""Who speaks in the report: offices and capacities with their articles, in three languages."""

from __future__ import annotations

import pytest

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.people.countries import country_name
from consult_app.publishing.report.countries import of_country
from consult_app.publishing.report.voices import chairperson, voice
from tests.small_meeting import Meeting

LATER = "2030-01-01T00:00:00.000Z"


@pytest.mark.parametrize(
    ("code", "english", "french", "spanish"),
    [
        ("NL", "of the Netherlands", "des Pays-Bas", "de los Países Bajos"),
        ("SN", "of Senegal", "du Sénégal", "de Senegal"),
        ("FR", "of France", "de la France", "de Francia"),
        ("MX", "of Mexico", "du Mexique", "de México"),
        ("IL", "of Israel", "d’Israël", "de Israel"),
        ("DE", "of Germany", "de l’Allemagne", "de Alemania"),
        ("CU", "of Cuba", "de Cuba", "de Cuba"),
        ("RU", "of the Russian Federation", "de la Fédération de Russie", "de la Federación de Rusia"),
        ("GB", "of the United Kingdom", "du Royaume-Uni", "del Reino Unido"),
        ("CD", "of the Democratic Republic of the Congo", "de la République démocratique du Congo",
         "de la República Democrática del Congo"),
    ],
)  # fmt: skip
def test_countries_have_their_articles(code: str, english: str, french: str, spanish: str) -> None:
    assert [of_country(code, language) for language in LANGUAGES] == [english, french, spanish]


def test_every_country_keeps_its_name() -> None:
    for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            for language in LANGUAGES:
                name = country_name(first + second, language)
                assert of_country(first + second, language).endswith(name)


def voices(meeting: Meeting, who: str, behalf: str = "") -> list[str]:
    assembly = meeting.state.assembly
    found = assembly.find_actor(who)
    return [voice(assembly, found, LATER, language, behalf) for language in LANGUAGES]


def test_a_government_speaks_through_its_representative() -> None:
    meeting = Meeting()
    meeting.do("change_participant", participant="Ada Brightwater", gender="f")
    assert voices(meeting, "Ada Brightwater") == [
        "the representative of the Government of Norway",
        "la représentante du gouvernement de la Norvège",
        "la representante del Gobierno de Noruega",
    ]
    assert voices(meeting, "Cleo Fanal")[0] == "the Worker member of Portugal"


def test_a_regional_group_speaks_through_its_coordinator() -> None:
    meeting = Meeting()
    names = {"en": "Nordic group", "fr": "Groupe nordique", "es": "Grupo Nórdico"}
    meeting.do("register_group", id="nordic", names=names, parent="government")
    assert voices(meeting, "nordic") == ["the Nordic group", "le groupe nordique", "el Grupo Nórdico"]
    meeting.do("register_group", id="nordic", names=names, coordinator="Bruno Keld")
    assert voices(meeting, "nordic")[0] == (
        "the representative of the Government of Denmark, speaking on behalf of the Nordic group,"
    )


def test_who_holds_an_office_speaks_by_it_while_they_hold_it() -> None:
    meeting = Meeting()
    assert voices(meeting, "workers")[0] == "the Workers’ group"
    assert chairperson(meeting.state.assembly, LATER, "es") == "la Presidencia"
    meeting.do("elect_officer", office="worker_vice_chairperson", participant="Cleo Fanal")
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    assert voices(meeting, "workers") == [
        "the Worker Vice-Chairperson",
        "le/la vice-président(e) travailleur(euse)",
        "el/la Vicepresidente(a) trabajador(a)",
    ]
    assert voices(meeting, "Cleo Fanal", "workers")[0] == "the Worker Vice-Chairperson"
    elected = meeting.state.assembly.officers["chairperson"].since
    meeting.do("elect_officer", office="chairperson", participant="Bruno Keld")
    assembly = meeting.state.assembly
    ada = assembly.find_actor("Ada Brightwater")
    assert voice(assembly, ada, elected, "en") == "the Chairperson"
    assert voice(assembly, ada, LATER, "en") == "the representative of the Government of Norway"


def test_who_is_in_no_group_speaks_for_an_organization() -> None:
    meeting = Meeting()
    meeting.do("register_participant", name="Otto Wave", role="igo", organization="River Commission")
    meeting.do("register_participant", name="Pia Quay", role="ngo")
    assert voices(meeting, "Otto Wave")[0] == "the representative of River Commission"
    assert voices(meeting, "Pia Quay")[2] == "el/la representante de una organización no gubernamental"
    assert voice(meeting.state.assembly, "office", LATER, "fr") == "le Bureau"
