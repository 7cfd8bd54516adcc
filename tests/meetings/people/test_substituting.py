"""Substitution on written notice: one vote for each member, cast by one person."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.meetings.people.substituting import standing_in
from consult_app.meetings.reasons import Refused
from tests.effort import SOME
from tests.small_meeting import Meeting


def begun() -> Meeting:
    """A meeting with a substitute of the workers and one of the governments."""
    meeting = Meeting()
    meeting.do("register_participant", name="Sol Luz", role="substitute", group="workers")
    meeting.do("register_participant", name="Ina Vik", role="adviser", group="government")
    return meeting


def standing(meeting: Meeting) -> dict[str, str]:
    """By name, who votes in the place of whom; both ways of saying it must agree."""
    assembly = meeting.state.assembly
    by_person = {p.stands_in_for: p.id for p in assembly.participants.values() if p.stands_in_for}
    assert by_person == standing_in(assembly)
    return {assembly.name_of(member): assembly.name_of(by) for member, by in by_person.items()}


def test_a_vote_passes_on_notice_and_comes_back() -> None:
    meeting = begun()
    meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="letter of 2 November")
    assert meeting.warnings() == []
    assert standing(meeting) == {"Cleo Fanal": "Sol Luz"}
    meeting.do("end_substitution", member="Cleo Fanal")
    assert standing(meeting) == {}
    [substitution] = meeting.state.assembly.substitutions
    assert (substitution.notice, bool(substitution.ended)) == ("letter of 2 November", True)
    assert meeting.refused("end_substitution", member="Cleo Fanal").rule == "substitution"


def test_what_is_unusual_is_done_and_said() -> None:
    meeting = begun()
    meeting.do("change_participant", participant="Ada Brightwater", may_vote=False, why_not="arrears")
    meeting.do("substitute_participant", member="Ada Brightwater", by="Sol Luz")
    assert len(meeting.warnings()) == 3  # no notice, no vote, another group
    meeting.do("substitute_participant", member="Ada Brightwater", by="Ina Vik", notice="e-mail")
    assert any("no longer stands in" in warning for warning in meeting.warnings())
    assert standing(meeting) == {"Ada Brightwater": "Ina Vik"}


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        pytest.param({"by": "Cleo Fanal"}, "substitution", id="oneself"),
        pytest.param({"by": "Ada Brightwater"}, "substitution", id="somebody with a vote"),
        pytest.param({"by": "Nobody"}, "participant", id="unknown"),
        pytest.param({"by": "Sol Luz", "until": "2026-11-01"}, "dates", id="ended before"),
        pytest.param({"by": "Sol Luz", "until": "soon"}, "dates", id="no date"),
        pytest.param({"by": "Sol Luz", "sitting": 1}, "sitting_number", id="sitting is over"),
    ],
)
def test_substitutions_that_cannot_be(fields: dict[str, Any], rule: str) -> None:
    meeting = begun()
    meeting.do("open_sitting")
    meeting.do("close_sitting")
    assert meeting.refused("substitute_participant", member="Cleo Fanal", **fields).rule == rule


def test_one_person_stands_in_for_one_member() -> None:
    meeting = begun()
    meeting.do("substitute_participant", member="Ada Brightwater", by="Ina Vik", notice="n")
    fields = {"member": "Bruno Keld", "by": "Ina Vik", "notice": "n"}
    assert meeting.refused("substitute_participant", **fields).rule == "substitution"


def test_for_one_sitting_only() -> None:
    meeting = begun()
    meeting.do("open_sitting")
    meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="n", sitting=1)
    answer = meeting.do(
        "substitute_participant", member="Ada Brightwater", by="Ina Vik", notice="n", sitting=2
    )
    assert not answer["in_force"]
    assert standing(meeting) == {"Cleo Fanal": "Sol Luz"}
    meeting.do("close_sitting")
    assert standing(meeting) == {}
    meeting.do("open_sitting")
    assert standing(meeting) == {"Ada Brightwater": "Ina Vik"}
    meeting.do("close_sitting")
    assert standing(meeting) == {}


def test_up_to_a_day() -> None:
    meeting = begun()
    meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="n", until="2026-11-02")
    meeting.do("open_sitting")
    assert standing(meeting) == {"Cleo Fanal": "Sol Luz"}
    meeting.do("close_sitting")
    meeting.seq += 60 * 24  # the next day
    meeting.do("open_sitting")
    assert standing(meeting) == {}


def test_a_planned_substitute_who_is_busy_or_gone_is_said() -> None:
    meeting = begun()
    meeting.do("substitute_participant", member="Cleo Fanal", by="Sol Luz", notice="n", sitting=1)
    meeting.do("substitute_participant", member="Ada Brightwater", by="Sol Luz", notice="n")
    meeting.do("open_sitting")
    assert any("as planned" in warning for warning in meeting.warnings())
    assert standing(meeting) == {"Ada Brightwater": "Sol Luz"}


PEOPLE = ("Ada Brightwater", "Bruno Keld", "Cleo Fanal", "Sol Luz", "Ina Vik")
BEGUN = begun()
ACTS: st.SearchStrategy[tuple[str, dict[str, Any]]] = st.one_of(
    st.tuples(
        st.just("substitute_participant"),
        st.fixed_dictionaries(
            {"member": st.sampled_from(PEOPLE), "by": st.sampled_from(PEOPLE)},
            optional={"sitting": st.integers(1, 3), "until": st.just("2026-11-02")},
        ),
    ),
    st.tuples(st.just("end_substitution"), st.fixed_dictionaries({"member": st.sampled_from(PEOPLE)})),
    st.tuples(st.sampled_from(["open_sitting", "close_sitting"]), st.just({})),
    st.tuples(
        st.just("remove_participant"),
        st.fixed_dictionaries({"participant": st.sampled_from(PEOPLE), "confirm": st.just(True)}),
    ),
)


@given(acts=st.lists(ACTS, max_size=12))
@pytest.mark.soak
@settings(max_examples=SOME)
def test_whatever_happens_each_vote_is_cast_once(acts: list[tuple[str, dict[str, Any]]]) -> None:
    meeting = copy(BEGUN)
    for verb, fields in acts:
        try:
            meeting.do(verb, **fields)
        except Refused:
            continue
        names = standing(meeting)
        assert len(set(names.values())) == len(names)
        assert not set(names) & set(names.values())
        voters = {p.name for p in meeting.state.assembly.participants.values() if p.role == "member"}
        assert not voters & set(names.values())
