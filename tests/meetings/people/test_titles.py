"""Forms of address and offices, agreeing with the person."""

from __future__ import annotations

import pytest

from consult_app.meetings.kept.assembly import OFFICES, Participant
from consult_app.meetings.people.titles import OFFICE_NAMES, acting_name, gender_of, office_name, title_in


def person(title: str = "", gender: str = "", **by_language: str) -> Participant:
    titles = by_language or ({code: title for code in ("en", "fr", "es")} if title else {})
    return Participant("p", "Ada", "member", "workers", title=titles, gender=gender)


@pytest.mark.parametrize(
    ("who", "gender"),
    [
        (person("Ms"), "f"),
        (person("Mme"), "f"),
        (person("Sra."), "f"),
        (person("Mr"), "m"),
        (person("M."), "m"),
        (person("Sr."), "m"),
        (person("Dr"), ""),
        (person("Dr", "f"), "f"),
        (person("Mr", "f"), "f"),
        (person(), ""),
    ],
)
def test_what_is_known_of_the_gender(who: Participant, gender: str) -> None:
    assert gender_of(who) == gender


def test_a_form_of_address_is_said_in_each_language() -> None:
    assert [title_in(person("Ms"), code) for code in ("en", "fr", "es")] == ["Ms", "Mme", "Sra."]
    assert [title_in(person("Sr."), code) for code in ("en", "fr", "es")] == ["Mr", "M.", "Sr."]
    assert [title_in(person("Dr"), code) for code in ("en", "fr", "es")] == ["Dr", "Dr", "Dr"]
    assert [title_in(person(en="Mrs", fr="Mlle"), code) for code in ("en", "fr", "es")] == [
        "Mrs",
        "Mlle",
        "Sra.",
    ]
    assert title_in(person(), "en") == ""


def test_an_office_has_one_form_where_the_gender_is_known_and_both_where_not() -> None:
    office = "employer_vice_chairperson"
    assert office_name(office, person("Ms"), "fr") == "Vice-présidente employeuse"
    assert office_name(office, person("Mr"), "fr") == "Vice-président employeur"
    assert office_name(office, person(), "fr") == "Vice-président(e) employeur(euse)"
    assert office_name("chairperson", person(gender="f"), "es") == "Presidenta"
    assert office_name("chairperson", None, "es") == "Presidente(a)"
    assert office_name("reporter", person("Dr"), "fr") == "Rapporteur(euse)"
    assert acting_name(person("Ms"), "fr") == "Présidente par intérim"


def test_every_office_has_its_forms() -> None:
    assert set(OFFICE_NAMES) == set(OFFICES)
    assert all(len(forms) == 3 and all(forms) for each in OFFICE_NAMES.values() for forms in each.values())
