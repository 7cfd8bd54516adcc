"""A group's file: what its coordinator is given to see, and what is done in it and what is not."""

from __future__ import annotations

import pytest

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.meetings.reasons import Refused
from tests.drafting.group_meeting import GroupEnd, desk_of
from tests.drafting.meeting import Held

RIGHTS = "Keepers have rights and duties."


@pytest.fixture
def desk() -> Held:
    return desk_of("en", "fr")


def numbers(end: GroupEnd) -> set[str]:
    return {amendment.number for amendment in end.state.drafting.amendments.values()}


def test_the_text_stands_as_it_did(desk: Held) -> None:
    desk.submit("3", RIGHTS)
    desk.do(do="adopt_amendment", amendment="D.1")
    end = GroupEnd(desk)
    [hers] = end.state.drafting.texts.values()
    assert {n.id: n.wordings for n in hers} == {n.id: n.wordings for n in desk.text}


def test_of_others_she_sees_what_is_before_the_meeting(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="employers")
    desk.submit("3", "Keepers have some rights.", by="employers")
    desk.do(do="return_amendment", amendment="D.2", reason="Which rights?")
    desk.submit("3", "Keepers have all rights.", by="workers")
    desk.do(do="return_amendment", amendment="D.3", reason="All of them?")
    assert numbers(GroupEnd(desk, "workers")) == {"D.1", "D.3"}
    assert numbers(GroupEnd(desk, "employers")) == {"D.1", "D.2"}


def test_what_is_being_typed_on_the_floor_stays_at_the_desk(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="employers", kind="live")
    assert numbers(GroupEnd(desk)) == set()
    assert numbers(GroupEnd(desk, "employers")) == {"live/1"}


def test_a_subamendment_to_what_she_does_not_see_is_not_there_either(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="employers", kind="live")
    desk.submit("", "Keepers have rights, duties and lamps.", by="employers", amends="live/1")
    assert numbers(GroupEnd(desk)) == set()


def test_a_regional_group_sees_its_own_and_its_members(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="Cleo Fanal")
    desk.do(do="return_amendment", amendment="D.1", reason="Which?")
    assert numbers(GroupEnd(desk, "africa")) == {"D.1"}
    assert numbers(GroupEnd(desk, "government")) == {"D.1"}
    assert numbers(GroupEnd(desk, "workers")) == set()


def test_reasons_credentials_and_summaries_stay_at_the_desk(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="employers")
    ada = desk.state.assembly.find_participant("Ada Brightwater")
    assert ada is not None
    desk.do(
        do="change_participant", participant=ada.id, credentials="incomplete", credentials_note="A secret."
    )
    desk.do(do="add_speaker", who="workers")
    desk.do(do="state_position", amendment="D.1", group="workers", position="opposes", note="A secret.")
    desk.do(do="defer_amendment", amendment="D.1", reason="A secret.")
    end = GroupEnd(desk)
    assert "A secret" not in repr(end.state)
    assert "A secret" in repr(desk.state)
    assert end.state.assembly.speaking == Held().state.assembly.speaking


def test_every_decision_of_the_meeting_is_refused_and_said_where(desk: Held) -> None:
    desk.submit("3", RIGHTS, by="workers")
    end = GroupEnd(desk)
    for command in (
        {"do": "adopt_amendment", "amendment": "D.1"},
        {"do": "withdraw_amendment", "amendment": "D.1"},
        {"do": "submit_amendment", "by": "workers", "kind": "delete", "target": "2"},
        {"do": "edit_wording", "node": "3", "language": "en", "text": RIGHTS, "by": "workers"},
        {"do": "set_translation", "node": "3", "language": "fr", "text": "Oui."},
        {"do": "open_sitting", "kind": "plenary"},
        {"do": "set_deadline", "at": ""},
    ):
        with pytest.raises(Refused, match="secretariat’s desk") as refused:
            end.do(**command)
        assert refused.value.rule == "group_file"


def test_nothing_of_it_is_done_at_the_desk(desk: Held) -> None:
    for command in (
        {"do": "prepare_amendment", "by": "workers", "kind": "delete", "target": "2"},
        {"do": "hand_over_amendments", "amendments": ["D.1"]},
        {"do": "begin_group_file", "group": "workers"},
    ):
        with pytest.raises(Refused) as refused:
            desk.do(**command)
        assert refused.value.rule == "group_file"


def test_a_draft_is_the_groups_or_a_members(desk: Held) -> None:
    end = GroupEnd(desk)
    found = end.prepare("3", RIGHTS, co_authors=["africa"], justification="Both go together.")
    assert (found.number, found.state) == ("draft/1", "draft")
    assert end.prepare("2", kind="delete", by="Ada Brightwater").number == "draft/2"
    with pytest.raises(Refused) as refused:
        end.prepare("2", kind="delete", by="employers")
    assert refused.value.rule == "unknown_actor"


def test_a_draft_is_translated_given_up_and_written_anew(desk: Held) -> None:
    end = GroupEnd(desk)
    first = end.prepare("3", RIGHTS)
    end.do(
        do="set_translation",
        amendment=first.id,
        language="fr",
        text="Les gardiens ont des droits et devoirs.",
    )
    second = end.prepare("3", "Keepers have duties.", instead_of=first.id)
    now = end.state.drafting.amendments
    assert now[first.id].state == "superseded"
    assert first.source is not None and second.source is not None
    assert (second.source.id, second.source.edition) == (first.source.id, 2)
    end.do(do="withdraw_amendment", amendment=second.id)
    with pytest.raises(Refused):
        end.do(do="hand_over_amendments", amendments=[second.id])


def test_after_the_deadline_a_draft_is_kept_and_warned_of(desk: Held) -> None:
    desk.do(do="set_deadline", at="2026-03-01T10:00")
    end = GroupEnd(desk)
    done = end.do(do="prepare_amendment", by="workers", kind="delete", target="2")
    assert any("deadline" in warning.msgid for warning in done.warnings)


def test_rows_and_ids_go_on_from_those_of_the_meeting(desk: Held) -> None:
    taken = set(desk.state.drafting.amendments)
    desk.submit("3", RIGHTS)
    end = GroupEnd(desk)
    found: Amendment = end.prepare("3", "Keepers have duties.")
    assert found.row > desk.seq
    assert found.id not in taken
