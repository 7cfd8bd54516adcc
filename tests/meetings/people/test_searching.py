"""Finding people, in any of the three languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.kept.assembly import ROLES
from consult_app.meetings.people.countries import country_code, country_name, simple
from consult_app.meetings.people.roles import ROLE_NAMES, ROLE_WORDS, role_name, role_of
from consult_app.meetings.people.searching import search
from tests.effort import MANY
from tests.small_meeting import Meeting


def held() -> Meeting:
    meeting = Meeting()
    meeting.do(
        "register_participant",
        name="José Ñandú",
        role="substitute",
        group="employers",
        country="CI",
        title="Sr.",
        organization="Fédération des Armateurs",
        function="Juriste",
    )
    meeting.do("elect_officer", office="chairperson", participant="Ada Brightwater")
    return meeting


@pytest.mark.parametrize(
    ("sought", "names"),
    [
        ("", ["Ada Brightwater", "Bruno Keld", "Cleo Fanal", "José Ñandú"]),
        ("nandu", ["José Ñandú"]),
        ("JOSE suplente", ["José Ñandú"]),
        ("côte d'ivoire", ["José Ñandú"]),
        ("armateurs juriste", ["José Ñandú"]),
        ("empleadores", ["José Ñandú"]),
        ("norvege", ["Ada Brightwater"]),
        ("noruega gubernamental", ["Ada Brightwater"]),
        ("president", ["Ada Brightwater"]),
        ("dinamarca", ["Bruno Keld"]),
        ("keld portugal", []),
    ],
)
def test_every_word_must_be_found(sought: str, names: list[str]) -> None:
    assert [person.name for person in search(held().state.assembly, sought)] == names


def test_within_a_group() -> None:
    found = search(held().state.assembly, "", "government")
    assert [person.name for person in found] == ["Ada Brightwater", "Bruno Keld"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("no", "NO"),
        ("Norvège", "NO"),
        ("noruega", "NO"),
        ("Cote d'Ivoire", "CI"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Korea, Republic of", "KR"),
        ("Tanzania, United Republic of", "TZ"),
        ("Congo", "CG"),
        ("Czech Republic", "CZ"),
        ("Ruritania", ""),
        ("", ""),
    ],
)
def test_countries_by_code_and_by_name(said: str, code: str) -> None:
    assert country_code(said) == code


@given(
    code=st.sampled_from(["NO", "CD", "US", "VN", "TR", "GB", "KR", "LA"]),
    language=st.sampled_from(["en", "fr", "es"]),
)
@settings(max_examples=60)
def test_the_name_of_a_country_leads_back_to_it(code: str, language: str) -> None:
    assert country_code(country_name(code, language).upper()) == code


@pytest.mark.parametrize("role", ROLE_WORDS)
def test_each_word_for_a_role_means_it(role: str) -> None:
    names = [name for forms in ROLE_NAMES[role].values() for name in forms]
    assert {role_of(word) for word in (role, *names, *ROLE_WORDS[role])} == {role}


def test_a_role_agrees_with_the_person() -> None:
    assembly = held().state.assembly
    jose, ada = assembly.find_participant("José Ñandú"), assembly.find_participant("Ada Brightwater")
    assert role_name("adviser", jose, "fr") == "conseiller technique"
    assert role_name("adviser", ada, "es") == "consejero(a) técnico(a)"
    assert role_name("observer", ada, "en") == "observer"
    assert set(ROLE_NAMES) == set(ROLES)


def test_plurals_and_other_words() -> None:
    assert (role_of("Members"), role_of("Conseillères techniques"), role_of("king")) == ("member", "", "")


@given(words=st.text(max_size=40))
@pytest.mark.soak
@settings(max_examples=MANY)
def test_simple_words_stay_simple(words: str) -> None:
    assert simple(simple(words)) == simple(words)
