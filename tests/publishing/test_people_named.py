"""People, groups and countries as sentences name them, with the articles of each language."""

from __future__ import annotations

import pytest

from consult_app.meetings.people.countries import country_name
from consult_app.publishing.formulas.compositions import times
from consult_app.publishing.formulas.people import author_in_sentence
from consult_app.publishing.report.countries import of_country
from tests.small_meeting import Meeting


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            {"en": "European Union", "fr": "Union européenne", "es": "Unión Europea"},
            ("the European Union", "l’Union européenne", "la Unión Europea"),
        ),
        (
            {"en": "The Africa group", "fr": "groupe de l’Afrique", "es": "Grupo de África"},
            ("the Africa group", "le groupe de l’Afrique", "el Grupo de África"),
        ),
        (
            {"en": "Arab League", "fr": "Ligue arabe", "es": "Liga Árabe"},
            ("the Arab League", "la Ligue arabe", "la Liga Árabe"),
        ),
    ],
    ids=["union", "group", "league"],
)
def test_a_group_has_the_article_of_its_name(names: dict[str, str], said: tuple[str, ...]) -> None:
    meeting = Meeting("en")
    meeting.do("register_group", id="regional", names=names, parent="government")
    assembly = meeting.state.assembly
    assert tuple(author_in_sentence(assembly, "regional", each) for each in ("en", "fr", "es")) == said


def test_spanish_puts_the_article_before_a_form_of_address() -> None:
    meeting = Meeting("en")
    meeting.do("register_participant", name="Ada Vela", role="observer", title={"es": "Sra."})
    [person] = [each for each in meeting.state.assembly.participants.values() if each.name == "Ada Vela"]
    assert author_in_sentence(meeting.state.assembly, person.id, "es") == "la Sra.\u00a0Ada Vela"


def test_a_country_by_name_is_the_one_by_code() -> None:
    assert [country_name("Norway", each) for each in ("en", "fr", "es")] == ["Norway", "Norvège", "Noruega"]
    assert country_name("Atlantis", "fr") == "Atlantis"
    assert of_country("Chile", "fr") == "du Chili"
    assert of_country("China", "fr") == "de la Chine"


def test_how_often_in_french() -> None:
    assert [times(count, "fr") for count in (1, 10)] == ["une fois", "10 fois"]
