"""Which amendments a page may show, and what of the room's value changes with which act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.state import State, Undo
from consult_app.ui.room.pages import (
    NoticePage,
    TextPage,
    TitlePage,
    VotePage,
    amendments_on,
    exists,
    newer_amendments,
    root_of,
    subamendment_on,
)
from consult_app.ui.room.shown import Shown
from tests.ui.room.meeting_in_room import page_on, subamend
from tests.ui.table_meeting import done, meeting

OTHER = "The Office should promote fair, full and decent work."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting."""
    with meeting(tmp_path) as desk:
        yield desk


def numbers(page: TextPage, state: State) -> list[str]:
    return [each.number for each in amendments_on(page, state)]


def test_one_amendment_at_hand_is_shown_alone_unless_all_are_asked_for(desk: Desk) -> None:
    page = page_on(desk.state, "1", "D.2")
    assert numbers(page, desk.state) == ["D.2"]
    assert numbers(replace(page, every=True), desk.state) == ["D.2", "D.1", "D.3"]


def test_a_paragraph_without_an_amendment_at_hand_shows_all_that_are_pending(desk: Desk) -> None:
    page = page_on(desk.state, "1")
    assert numbers(page, desk.state) == ["D.1", "D.2", "D.3"]
    done(desk, AdoptAmendment(amendment="D.3"))
    assert numbers(page, desk.state) == ["D.1", "D.2"]


def test_what_is_handed_in_later_does_not_reach_the_room_by_itself(desk: Desk) -> None:
    page = replace(page_on(desk.state, "1"), upto=desk.seq)
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=OTHER))
    assert numbers(page, desk.state) == ["D.1", "D.2", "D.3"]
    assert newer_amendments(page, desk.state) == 1
    again = replace(page, upto=desk.seq)
    assert numbers(again, desk.state)[-1] == "D.5"
    assert newer_amendments(again, desk.state) == 0


def test_what_is_typed_on_the_screen_does(desk: Desk) -> None:
    page = replace(page_on(desk.state, "1"), upto=desk.seq)
    done(desk, SubmitAmendment(by="workers", kind="live", target="1", text=OTHER))
    assert numbers(page, desk.state)[-1].startswith("live")
    assert newer_amendments(page, desk.state) == 0


def test_a_subamendment_brings_its_amendment_and_nothing_else(desk: Desk) -> None:
    subamend(desk, OTHER)
    page = page_on(desk.state, "1", "D.1/S.1", every=True)
    assert numbers(page, desk.state) == ["D.1"]
    sub = subamendment_on(page, desk.state)
    assert sub is not None and sub.number == "D.1/S.1"
    root = root_of(desk.state, sub.id)
    assert root is not None and root.number == "D.1"
    assert subamendment_on(page_on(desk.state, "1", "D.1"), desk.state) is None


def test_a_page_is_gone_with_what_it_is_about(desk: Desk) -> None:
    page = page_on(desk.state, "1")
    assert exists(page, desk.state)
    assert not exists(replace(page, node="n9.9"), desk.state)
    assert not exists(replace(page, text="none"), desk.state)
    assert not exists(VotePage(1, "en"), desk.state)
    assert exists(NoticePage("Lunch", "en"), desk.state)


# what the room sees


def test_nothing_is_shown_before_somebody_shows_it(desk: Desk) -> None:
    assert Shown().now(desk.state, "fr") == (TitlePage("fr"), desk.state)


def test_a_decision_reaches_the_page_on_the_screen_and_no_other_does(desk: Desk) -> None:
    shown = Shown().show(page_on(desk.state, "1", "D.1"), desk.state, desk.seq)
    before = desk.state
    done(desk, AdoptAmendment(amendment="D.1"))
    assert shown.now(desk.state, "en")[1] is before
    moved = shown.moved(desk.state)
    assert moved.page == shown.page
    assert moved.now(desk.state, "en")[1] is desk.state


def test_what_is_held_stays_until_it_is_let_go(desk: Desk) -> None:
    before = desk.state
    shown = Shown().show(page_on(before, "1", "D.1"), before, desk.seq).toggle_hold(before)
    done(desk, AdoptAmendment(amendment="D.1"))
    assert shown.moved(desk.state).state is before
    assert shown.toggle_hold(desk.state).state is desk.state
    assert not shown.show(page_on(desk.state, "2"), desk.state, desk.seq).held


def test_nothing_can_be_held_before_it_is_shown(desk: Desk) -> None:
    assert Shown().toggle_hold(desk.state) == Shown()


def test_a_blank_hides_the_page_and_gives_it_back(desk: Desk) -> None:
    page = page_on(desk.state, "1", "D.1")
    shown = Shown().show(page, desk.state, desk.seq).toggle_blank()
    assert shown.now(desk.state, "en")[0] == TitlePage("en")
    again = shown.toggle_blank().now(desk.state, "en")[0]
    assert isinstance(again, TextPage) and again.node == page.node
    assert not shown.show(page, desk.state, desk.seq).blank


def test_a_page_whose_subject_was_undone_stays_as_it_was(desk: Desk) -> None:
    done(desk, AdoptAmendment(amendment="D.3"))
    shown = Shown().show(page_on(desk.state, "1bis"), desk.state, desk.seq)
    before = desk.state
    done(desk, Undo())
    assert shown.moved(desk.state).state is before
