"""An amendment handed in by several: who they are, what the rules make of it, what papers and lists say."""

from __future__ import annotations

import msgspec
import pytest

from consult_app.drafting.amendments.amendment import Amendment, needs_seconder
from consult_app.publishing.papers.entries import mover_at, movers_said
from consult_app.publishing.papers.sheet import sheet
from consult_app.publishing.shown.meeting import shown
from tests.small_meeting import Meeting

WORDS = "Governments should respect the rest of all keepers."


def handed_in(meeting: Meeting, by: str, *others: str, **fields: object) -> Amendment:
    """An amendment to paragraph 3 by *by* and *others*."""
    given = {"kind": "replace", "target": "3", "text": WORDS} | fields
    answer = meeting.do("submit_amendment", by=by, co_authors=list(others), **given)
    return meeting.amendment(str(answer["number"]))


def test_several_hand_one_amendment_in_and_the_first_stands_first() -> None:
    meeting = Meeting()
    found = handed_in(meeting, "workers", "employers", "Ada Brightwater")
    ada = meeting.state.assembly.find_participant("Ada Brightwater")
    assert ada is not None
    assert found.authors == ("workers", "employers", ada.id)
    assert found.handed_in_by == found.credited == found.authors


@pytest.mark.parametrize(
    ("others", "rule"),
    [
        (["workers"], "co_authors"),
        (["employers", "employers"], "co_authors"),
        (["nobody"], "unknown_actor"),
    ],
    ids=["the author", "twice", "unknown"],
)
def test_each_is_named_once_and_known(others: list[str], rule: str) -> None:
    meeting = Meeting()
    refused = meeting.refused(
        "submit_amendment", by="workers", co_authors=others, kind="replace", target="3", text=WORDS
    )
    assert refused.rule == rule


def test_none_of_them_may_second_it() -> None:
    meeting = Meeting()
    assert handed_in(meeting, "Ada Brightwater").by
    number = handed_in(meeting, "Ada Brightwater", "Bruno Keld", text=f"{WORDS} Always.").number
    assert meeting.refused("second_amendment", amendment=number, by="Bruno Keld").rule == "A14"
    meeting.do("second_amendment", amendment=number, by="Cleo Fanal")


def test_members_of_two_delegations_are_no_single_member() -> None:
    meeting = Meeting()
    alone = handed_in(meeting, "Ada Brightwater")
    together = handed_in(meeting, "Ada Brightwater", "Bruno Keld", text=f"{WORDS} Always.")
    with_group = handed_in(meeting, "Ada Brightwater", "workers", text=f"{WORDS} Ever.")
    assembly = meeting.state.assembly
    assert [needs_seconder(assembly, each) for each in (alone, together, with_group)] == [True, False, False]


def test_what_is_taken_over_is_of_the_new_author_alone() -> None:
    meeting = Meeting()
    found = handed_in(meeting, "workers", "employers")
    meeting.do("withdraw_amendment", amendment=found.number)
    assert meeting.refused("take_over_amendment", amendment=found.number, by="employers").rule == "A17"
    meeting.do("take_over_amendment", amendment=found.number, by="government")
    now = meeting.amendment(found.number)
    assert now.authors == ("government",)
    assert now.handed_in_by == ("workers", "employers")
    assert "Employers" in movers_said(meeting.state, now, "workers", "en")
    assert "Employers" not in movers_said(meeting.state, now, "government", "en")


def test_taken_over_once_more_it_was_still_handed_in_by_the_first() -> None:
    meeting = Meeting()
    number = handed_in(meeting, "workers", "employers").number
    for by in ("government", "Ada Brightwater"):
        meeting.do("withdraw_amendment", amendment=number)
        meeting.do("take_over_amendment", amendment=number, by=by)
    now = meeting.amendment(number)
    ada = meeting.state.assembly.find_participant("Ada Brightwater")
    assert ada is not None
    assert (now.handed_in_by, now.authors) == (("workers", "employers"), (ada.id,))
    movers = [mover_at(now, step.at) for step in now.history if step.to in ("queued", "under_discussion")]
    assert list(dict.fromkeys(movers)) == ["workers", "government", ada.id]


def test_those_of_a_merged_amendment_keep_their_credit() -> None:
    meeting = Meeting()
    into = handed_in(meeting, "workers")
    twin = handed_in(meeting, "employers", "government")
    meeting.do("merge_amendment", amendment=twin.number, into=into.number)
    assert meeting.amendment(into.number).credited == ("workers", "employers", "government")


def test_json_and_the_sheet_name_all_of_them() -> None:
    meeting = Meeting()
    handed_in(meeting, "workers", "employers")
    [found] = shown(meeting.state, 1)["amendments"]
    assert (found["by"], found["co_authors"]) == ("workers", ["employers"])
    for language, name in (("en", "Employers’ group"), ("fr", "Groupe des employeurs")):
        assert name.casefold() in str(sheet(meeting.state, language)).casefold()


def test_rows_and_snapshots_of_before_read_without_co_authors() -> None:
    meeting = Meeting()
    old = msgspec.to_builtins(handed_in(meeting, "workers"))
    del old["co_authors"]
    assert msgspec.convert(old, Amendment).co_authors == ()
