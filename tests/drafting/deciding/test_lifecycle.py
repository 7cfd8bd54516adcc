"""The state machine of an amendment (procedure.md §2.1, §2.2): every act from every state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consult_app.drafting.amendments.amendment import ADOPTED, ON_THE_FLOOR, PARKED, TERMINAL
from consult_app.drafting.deciding.lifecycle import FROM, allowed
from consult_app.meetings.reasons import NeedsConfirmation, Refused, Term
from tests.small_meeting import Meeting

NEW = "Governments shall respect the rest of keepers."

Act = Callable[[Meeting], object]


def does(verb: str, **fields: object) -> Act:
    return lambda meeting: meeting.do(verb, amendment="D.1", **fields)


ACTS: dict[str, Act] = {
    "call": does("call_amendment"),
    "second": does("second_amendment", by="employers"),
    "not_moved": does("declare_not_moved"),
    "not_seconded": does("declare_not_seconded"),
    "withdraw": does("withdraw_amendment"),
    "take_over": does("take_over_amendment", by="employers"),
    "defer": does("defer_amendment"),
    "bracket": does("bracket_amendment"),
    "refer": does("refer_amendment"),
    "adopt": does("adopt_amendment"),
    "reject": does("reject_amendment"),
    "fall": does("fall_amendment"),
}
#: how an amendment of the workers, or of a member, comes into each state
TO: dict[str, tuple[str, ...]] = {
    "queued": (),
    "awaiting_seconder": ("call",),
    "under_discussion": ("call",),
    "deferred": ("defer",),
    "bracketed": ("call", "bracket"),
    "referred": ("call", "refer"),
    "withdrawn": ("withdraw",),
    "not_seconded": ("call", "not_seconded"),
    "not_moved": ("not_moved",),
    "fell": ("fall",),
    "adopted": ("adopt",),
    "rejected": ("reject",),
}
#: procedure.md §2.1, row by row: where each act may start from
DOCUMENTED = {
    "call": {"queued", "deferred", "bracketed", "referred"},
    "second": {"queued", "awaiting_seconder", "deferred", "bracketed", "referred"},
    "not_moved": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
    "not_seconded": {"queued", "awaiting_seconder"},
    "withdraw": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
    "take_over": {"withdrawn"},
    "defer": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
    # A19 from under_discussion; what waits is called in the same row, as for adopt and reject
    "bracket": {"queued", "deferred", "referred", "awaiting_seconder", "under_discussion"},
    "refer": {"queued", "deferred", "bracketed", "awaiting_seconder", "under_discussion"},
    "adopt": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
    "reject": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
    "fall": {"queued", "deferred", "bracketed", "referred", "awaiting_seconder", "under_discussion"},
}
#: and where it leads, for a group
LEADS = {
    "call": "under_discussion", "not_moved": "not_moved", "withdraw": "withdrawn",
    "take_over": "under_discussion", "defer": "deferred", "bracket": "bracketed", "refer": "referred",
    "adopt": "adopted", "reject": "rejected", "fall": "fell",
}  # fmt: skip


def in_state(state: str) -> Meeting:
    """A meeting whose D.1 is in *state*: the workers' where no seconder is in play, else a member's."""
    meeting = Meeting()
    by = "Ada Brightwater" if state in ("awaiting_seconder", "not_seconded") else "workers"
    meeting.submit("3", NEW, by=by)
    for act in TO[state]:
        ACTS[act](meeting)
    assert meeting.amendment("D.1").state == state
    return meeting


@pytest.mark.parametrize("state", TO)
@pytest.mark.parametrize("act", ACTS)
def test_every_act_from_every_state(act: str, state: str) -> None:
    meeting = in_state(state)
    amendment = meeting.amendment("D.1")
    assert allowed(act, amendment) == (state in DOCUMENTED[act])
    # a guard of its own, beside the state: a group needs no seconder, a member lacks one
    lacks = (act in ("adopt", "reject", "bracket", "refer") and state == "awaiting_seconder") or (
        act == "not_seconded" and state == "queued"
    )
    if state in DOCUMENTED[act] and not lacks:
        ACTS[act](meeting)
        if act in LEADS and not (act == "call" and state == "awaiting_seconder"):
            assert meeting.amendment("D.1").state == LEADS[act]
        assert meeting.amendment("D.1").history[-1].to == meeting.amendment("D.1").state
        return
    before = meeting.state
    with pytest.raises(Refused) as refused:
        ACTS[act](meeting)
    assert meeting.state is before
    if state not in DOCUMENTED[act]:
        assert refused.value.rule == FROM[act][1]
        assert refused.value.reason.values["state"] == Term("state", state, "amendment")


def test_the_table_is_that_of_the_procedure() -> None:
    assert all(DOCUMENTED[act] <= FROM[act][0] for act in ACTS)
    assert ADOPTED <= TERMINAL
    assert not TERMINAL & (PARKED | ON_THE_FLOOR)


# seconding


def test_a_single_member_needs_a_seconder_of_another_delegation() -> None:
    meeting = Meeting()
    meeting.submit("3", NEW, by="Ada Brightwater")
    assert meeting.do("call_amendment", amendment="D.1")["state"] == "awaiting_seconder"
    assert meeting.refused("adopt_amendment", amendment="D.1").rule == "A14"
    assert meeting.refused("second_amendment", amendment="D.1", by="Ada Brightwater").rule == "A14"
    assert meeting.do("second_amendment", amendment="D.1", by="Bruno Keld")["state"] == "under_discussion"
    assert meeting.refused("second_amendment", amendment="D.1", by="workers").rule == "A14"
    assert meeting.adopt("D.1")["state"] == "adopted"


def test_seconding_may_come_before_the_call_or_with_the_amendment() -> None:
    meeting = Meeting()
    meeting.submit("3", NEW, by="Ada Brightwater")
    meeting.do("second_amendment", amendment="D.1", by="employers")
    assert meeting.amendment("D.1").state == "queued"
    assert meeting.do("call_amendment", amendment="D.1")["state"] == "under_discussion"
    meeting.submit("2", "The Bureau should:", by="Bruno Keld", seconded_by="Ada Brightwater")
    assert meeting.do("call_amendment", amendment="D.2")["state"] == "under_discussion"
    assert meeting.refused("declare_not_seconded", amendment="D.2").rule == "A15"


def test_nobody_of_the_same_country_and_group_seconds() -> None:
    meeting = Meeting()
    meeting.do("register_participant", name="Edda Fjell", role="member", group="government", country="NO")
    meeting.submit("3", NEW, by="Ada Brightwater")
    assert meeting.refused("second_amendment", amendment="D.1", by="Edda Fjell").rule == "A14"


def test_a_regional_group_needs_no_seconder() -> None:
    meeting = Meeting()
    meeting.do("register_group", id="north", names={"en": "Northern group"}, parent="government")
    meeting.submit("3", NEW, by="north")
    assert meeting.do("call_amendment", amendment="D.1")["state"] == "under_discussion"
    assert meeting.refused("declare_not_seconded", amendment="D.1").rule == "A15"


# withdrawing and taking over


def test_withdrawal_is_barred_by_a_subamendment() -> None:
    meeting = Meeting()
    meeting.submit("3", NEW)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Governments shall respect the rest of all keepers.", by="employers", amends="D.1")
    meeting.do("call_amendment", amendment="D.1/S.1")
    assert meeting.refused("withdraw_amendment", amendment="D.1").rule == "A16"
    meeting.adopt("D.1/S.1")
    assert meeting.refused("withdraw_amendment", amendment="D.1").rule == "A16"
    assert meeting.adopt("D.1")["state"] == "adopted_as_subamended"


def test_open_subamendments_fall_with_their_amendment() -> None:
    for act, state in (("withdraw_amendment", "withdrawn"), ("reject_amendment", "rejected")):
        meeting = Meeting()
        meeting.submit("3", NEW)
        meeting.do("call_amendment", amendment="D.1")
        meeting.submit(
            "3", "Governments shall respect the rest of all keepers.", by="employers", amends="D.1"
        )
        meeting.do(act, amendment="D.1")
        assert (meeting.amendment("D.1").state, meeting.amendment("D.1/S.1").state) == (state, "fell")


def test_somebody_else_takes_over_what_was_withdrawn() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.submit("3", NEW)
    meeting.do("withdraw_amendment", amendment="D.1")
    assert meeting.refused("take_over_amendment", amendment="D.1", by="workers").rule == "A17"
    meeting.do("take_over_amendment", amendment="D.1", by="employers")
    amendment = meeting.amendment("D.1")
    assert (amendment.state, amendment.by, amendment.taken_over_from) == (
        "under_discussion",
        "employers",
        "workers",
    )


def test_in_another_sitting_taking_over_is_confirmed() -> None:
    meeting = Meeting()
    meeting.do("open_sitting")
    meeting.submit("3", NEW)
    meeting.do("withdraw_amendment", amendment="D.1")
    meeting.do("close_sitting")
    meeting.do("open_sitting")
    with pytest.raises(NeedsConfirmation, match="another sitting"):
        meeting.do("take_over_amendment", amendment="D.1", by="employers")
    meeting.do("take_over_amendment", amendment="D.1", by="employers", confirm=True)
    assert meeting.amendment("D.1").state == "under_discussion"


def test_a_subamendment_is_not_taken_over_once_its_amendment_is_disposed_of() -> None:
    meeting = Meeting()
    meeting.submit("3", NEW)
    meeting.do("call_amendment", amendment="D.1")
    meeting.submit("3", "Governments shall respect the rest of all keepers.", by="employers", amends="D.1")
    meeting.do("withdraw_amendment", amendment="D.1/S.1")
    meeting.adopt("D.1")
    assert (
        meeting.refused("take_over_amendment", amendment="D.1/S.1", by="government").rule == "parent_closed"
    )


def test_what_was_handed_in_to_an_adopted_paragraph_may_still_be_withdrawn() -> None:
    meeting = Meeting()
    meeting.do("adopt_node", node="3")
    meeting.submit("3", NEW)
    assert any("must be reopened" in warning for warning in meeting.warnings())
    assert meeting.refused("call_amendment", amendment="D.1").rule == "P7"
    meeting.do("withdraw_amendment", amendment="D.1")
    assert (meeting.amendment("D.1").state, meeting.node("3").state) == ("withdrawn", "adopted_unchanged")


def test_a_decision_on_a_queued_amendment_calls_it_in_the_same_row() -> None:
    for verb in ("adopt_amendment", "reject_amendment", "bracket_amendment", "refer_amendment"):
        meeting = Meeting()
        meeting.submit("3", NEW)
        meeting.do(verb, amendment="D.1", basis="chair", reason="said so")
        steps = meeting.amendment("D.1").history
        assert [step.to for step in steps[:3]] == ["queued", "called", "under_discussion"]
        assert (steps[-1].basis, steps[-1].reason) == ("chair", "said so")
        assert meeting.node("3").state == ("pending" if "bracket" in verb else "under_consideration")


def test_positions_are_kept_by_group() -> None:
    meeting = Meeting()
    meeting.submit("3", NEW)
    meeting.do("state_position", amendment="D.1", group="employers", position="flexible")
    meeting.do("state_position", amendment="D.1", group="employers", position="opposes")
    assert meeting.amendment("D.1").positions == {"employers": "opposes"}


def test_what_is_not_there_is_refused_by_name() -> None:
    meeting = Meeting()
    assert meeting.refused("call_amendment", amendment="D.9").rule == "unknown_amendment"
    assert meeting.refused("submit_amendment", by="workers", kind="replace", target="9", text="x").rule == (
        "unknown_node"
    )
    assert meeting.refused("submit_amendment", by="bakers", kind="replace", target="3", text="x").rule == (
        "unknown_actor"
    )


@pytest.mark.parametrize(
    "before, act, first",
    [
        ((), "resubmit_amendment", "waits to be called"),
        (("return_amendment",), "call_amendment", "Its author hands it in again first"),
        (("call_amendment",), "return_amendment", "decide on it"),
        (("adopt_amendment",), "withdraw_amendment", "correcting the recording"),
    ],
    ids=["waiting", "returned", "on the floor", "decided"],
)
def test_a_refusal_says_what_to_do_first(before: tuple[str, ...], act: str, first: str) -> None:
    meeting = Meeting()
    meeting.submit("3", NEW)
    for verb in before:
        meeting.do(verb, amendment="D.1")
    assert first in meeting.refused(act, amendment="D.1").reason.msgid
