"""The agenda, what is discussed, the plan of work, and which part of the text each item is about."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.deciding.coverage import coverage
from consult_app.meetings.kept.agenda import AgendaItem, in_order, labels
from consult_app.meetings.proceedings.agenda_setting import under_discussion
from consult_app.meetings.reasons import Refused
from tests.effort import MANY
from tests.small_meeting import Meeting


def with_agenda() -> Meeting:
    """Two items, the first with two points, and one numbered by hand."""
    meeting = Meeting()
    for fields in (
        {"titles": {"en": "Lamps"}},
        {"titles": {"en": "Rest"}},
        {"titles": {"en": "What should be done?"}, "under": "1"},
        {"titles": {"en": "By whom?"}, "under": "Lamps"},
        {"titles": {"en": "Other"}, "number": "A"},
    ):
        meeting.do("set_agenda_item", **fields)
    return meeting


def shown(meeting: Meeting) -> list[tuple[str, str]]:
    agenda = meeting.state.assembly.agenda
    named = labels(agenda)
    return [(named[each.id], next(iter(each.titles.values()))) for each in agenda]


def test_items_and_points_are_numbered_by_their_place() -> None:
    meeting = with_agenda()
    assert shown(meeting) == [
        ("1", "Lamps"),
        ("1.1", "What should be done?"),
        ("1.2", "By whom?"),
        ("2", "Rest"),
        ("A", "Other"),
    ]
    assert [each.kind for each in meeting.state.assembly.agenda] == ["item", "point", "point", "item", "item"]
    assert meeting.do("move_agenda_item", item="2", before="1") == {"item": "1"}
    assert meeting.do("move_agenda_item", item="2.2", before="2.1") == {"item": "2.1"}
    assert meeting.do("move_agenda_item", item="A", after="1") == {"item": "A"}
    assert [label for label, _title in shown(meeting)] == ["1", "A", "2", "2.1", "2.2"]
    assert meeting.do("move_agenda_item", item="2.1", under="A") == {"item": "A.1"}


def test_an_item_is_changed_by_its_number_or_label() -> None:
    meeting = with_agenda()
    meeting.do("set_agenda_item", number="A", titles={"fr": "Divers"})
    meeting.do("set_agenda_item", item="1.2", titles={"en": "Who?"})
    meeting.do("set_agenda_item", number="2", under="1", titles={"es": "¿Quién?"})
    agenda = meeting.state.assembly.agenda
    assert len(agenda) == 5
    assert (agenda[4].titles, agenda[2].titles) == (
        {"en": "Other", "fr": "Divers"},
        {"en": "Who?", "es": "¿Quién?"},
    )
    meeting.do("set_agenda_item", titles={"en": "Late"}, number="1")
    assert shown(meeting)[0] == ("1", "Late")


@pytest.mark.parametrize(
    ("verb", "fields", "rule"),
    [
        ("set_agenda_item", {}, "agenda_title"),
        ("set_agenda_item", {"item": "9", "titles": {"en": "X"}}, "unknown_agenda_item"),
        ("set_agenda_item", {"under": "1.1", "titles": {"en": "X"}}, "agenda_under"),
        ("set_agenda_item", {"item": "1", "under": "2"}, "agenda_under"),
        ("set_agenda_item", {"item": "2", "number": "A"}, "agenda_number"),
        ("set_agenda_item", {"item": "2", "number": "2.1"}, "agenda_number"),
        ("set_agenda_item", {"item": "2", "nodes": ["99"]}, "unknown_node"),
        ("move_agenda_item", {"item": "1"}, "agenda_place"),
        ("move_agenda_item", {"item": "1", "before": "2", "after": "2"}, "agenda_place"),
        ("move_agenda_item", {"item": "1", "before": "1.1"}, "agenda_under"),
        ("remove_agenda_item", {"item": ""}, "unknown_agenda_item"),
        ("close_agenda_item", {}, "agenda_closed"),
        ("plan_sitting", {}, "plan_begins"),
        ("plan_sitting", {"begins": "2026-11-31T10:00"}, "dates"),
        ("plan_sitting", {"begins": "2026-11-02T10:00", "ends": "2026-11-02T10:00"}, "plan_ends"),
        ("plan_sitting", {"begins": "2026-11-02T10:00", "items": ["7"]}, "unknown_agenda_item"),
        ("remove_planned_sitting", {"planned": 3}, "unknown_plan"),
    ],
)
def test_what_cannot_be(verb: str, fields: dict[str, Any], rule: str) -> None:
    assert with_agenda().refused(verb, **fields).rule == rule


def test_an_item_is_taken_off_with_its_points() -> None:
    meeting = with_agenda()
    assert "points under it" in meeting.asked("remove_agenda_item", item="1")
    meeting.do("remove_agenda_item", item="1", confirm=True)
    assert shown(meeting) == [("1", "Rest"), ("A", "Other")]
    meeting.do("open_agenda_item", item="1")
    assert meeting.refused("remove_agenda_item", item="1").rule == "agenda_open"
    meeting.do("remove_agenda_item", item="A")


def test_what_is_discussed_is_recorded() -> None:
    meeting = with_agenda()
    meeting.do("open_agenda_item", item="1.1")
    assert len(meeting.warnings()) == 1
    meeting.do("open_sitting")
    assert meeting.do("open_agenda_item", item="2") == {"item": "2", "closed": "1.1"}
    assert meeting.warnings() == []
    assert meeting.refused("open_agenda_item", item="2").rule == "agenda_open"
    assert meeting.refused("close_agenda_item", item="1").rule == "agenda_closed"
    meeting.do("close_agenda_item")
    first, second = meeting.state.assembly.discussions
    assert (first.sitting, second.sitting, first.closed) == (0, 1, second.opened)
    assert second.closed and under_discussion(meeting.state.assembly) is None


def test_a_heading_stands_for_its_section_and_a_point_for_its_item() -> None:
    meeting = with_agenda()
    meeting.do("set_agenda_item", item="1", nodes=["heading 1"])
    found = coverage(meeting.state.assembly.agenda, meeting.text)
    item = meeting.state.assembly.agenda[0].id
    assert (len(found.nodes[item]), found.none) == (8, ())
    meeting.do("set_agenda_item", item="1", nodes=[])
    meeting.do("set_agenda_item", item="1.1", nodes=["2(ii)", "1", "1"])
    found = coverage(meeting.state.assembly.agenda, meeting.text)
    assert len(found.nodes[item]) == 4
    assert [meeting.node(label).id for label in ("2(i)", "2(iii)", "3")] == list(found.none)


def test_the_text_that_no_item_is_about() -> None:
    meeting = Meeting()
    found = coverage((), meeting.text)
    assert [meeting.node(label).id for label in ("1", "2", "3")] == list(found.none)


def test_sittings_are_planned_and_then_held() -> None:
    meeting = with_agenda()  # decided in the morning of 2 November 2026
    meeting.do("set_meeting", **{"from": "2026-11-02", "to": "2026-11-06"})
    meeting.do("plan_sitting", begins="2026-11-03T10:00+01:00", ends="2026-11-03T13:00+01:00")
    meeting.do("plan_sitting", begins="2026-11-02T09:00", ends="2026-11-02T12:00", items=["1", "2"])
    meeting.do("plan_sitting", begins="2026-11-02T11:00", kind="drafting_group")
    assert meeting.warnings() == []
    meeting.do("plan_sitting", begins="2026-11-02T11:30")
    assert len(meeting.warnings()) == 1
    meeting.do("plan_sitting", planned=4, begins="2026-12-01T11:30")
    assert len(meeting.warnings()) == 1
    timetable = meeting.state.assembly.timetable
    assert [each.number for each in timetable] == [2, 3, 1, 4]
    assert meeting.do("open_sitting") == {"number": 1, "planned": 2}
    assert meeting.refused("plan_sitting", planned=2, ends="").rule == "plan_held"
    meeting.do("close_sitting")
    assert meeting.do("open_sitting", planned=4) == {"number": 2, "planned": 4}
    meeting.do("close_sitting")
    assert meeting.refused("open_sitting", planned=4).rule == "plan_held"
    assert meeting.do("open_sitting", planned=0) == {"number": 3}
    meeting.do("remove_planned_sitting", planned=3)
    assert meeting.do("plan_sitting", begins="2026-11-05T09:00") == {"planned": 5}


items = st.lists(st.tuples(st.sampled_from(["", "", "1", "2", "A"]), st.integers(-1, 6)), max_size=8).map(
    lambda rows: _made(rows)
)


def _made(rows: list[tuple[str, int]]) -> tuple[AgendaItem, ...]:
    out: list[AgendaItem] = []
    for number, (given_number, above) in enumerate(rows):
        roots = [each.id for each in out if not each.under]
        under = roots[above % len(roots)] if above >= 0 and roots else ""
        taken = {each.number for each in out if each.under == under}
        given_number = "" if given_number in taken else given_number
        out.append(AgendaItem(f"a{number}", {"en": f"T{number}"}, number=given_number, under=under))
    return in_order(out)


@pytest.mark.soak
@settings(max_examples=MANY)
@given(items)
def test_labels_name_one_item_each(agenda: tuple[AgendaItem, ...]) -> None:
    named = labels(agenda)
    assert len(set(named.values())) == len(agenda)
    assert in_order(agenda) == agenda
    for each in agenda:
        if each.under:
            assert named[each.id].startswith(f"{named[each.under]}.")


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(["before", "after", "under"]), st.integers(0, 4), st.integers(0, 4)),
        max_size=6,
    )
)
def test_moves_lose_no_item(moves: list[tuple[str, int, int]]) -> None:
    meeting = with_agenda()
    before = {each.id for each in meeting.state.assembly.agenda}
    for where, one, other in moves:
        agenda = meeting.state.assembly.agenda
        try:
            meeting.do("move_agenda_item", item=agenda[one].id, **{where: agenda[other].id})
        except Refused as refusal:
            assert refusal.rule in ("agenda_under", "agenda_number")
        agenda = meeting.state.assembly.agenda
        assert {each.id for each in agenda} == before
        assert in_order(agenda) == agenda
