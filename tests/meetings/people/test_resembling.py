"""Names that look alike are pointed out, others not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult_app.meetings.people.resembling import resembling, same_name
from tests.small_meeting import Meeting

MEETING = Meeting()
MEETING.do("register_participant", name="José Ñandú Ferrer", role="observer")
ASSEMBLY = MEETING.state.assembly


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("Ada Brightwater", ["Ada Brightwater"], id="the same"),
        pytest.param("ADA BRIGHTWATER", ["Ada Brightwater"], id="in capitals"),
        pytest.param("Brightwater, Ada", ["Ada Brightwater"], id="turned round"),
        pytest.param("Jose Nandu Ferrer", ["José Ñandú Ferrer"], id="without accents"),
        pytest.param("Ada Brigthwater", ["Ada Brightwater"], id="a slip"),
        pytest.param("Ada Br", ["Ada Brightwater"], id="half typed"),
        pytest.param("Ada", [], id="too short to say"),
        pytest.param("Bruno Keller-Thorn", [], id="another name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_who_is_like_it(typed: str, found: list[str]) -> None:
    assert [person.name for person in resembling(ASSEMBLY, typed)] == found


def test_nobody_is_like_themselves() -> None:
    person = ASSEMBLY.find_participant("Ada Brightwater")
    assert person is not None
    assert resembling(ASSEMBLY, person.name, person.id) == []
    assert same_name(ASSEMBLY, "Ada  Brightwater")
    assert not same_name(ASSEMBLY, "Ada Brightwater", person.id)
    assert not same_name(ASSEMBLY, "ada brightwater")


@given(st.text(max_size=60))
def test_any_words_may_be_typed(typed: str) -> None:
    assert len(resembling(ASSEMBLY, typed)) <= 3
