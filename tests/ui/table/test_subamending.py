"""A subamendment at the Table: who moves it, who seconds it, its author accepts it; a split is settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment, WithdrawAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.table.choosing import movers
from consult_app.ui.table.decisions import in_the_menu, on_the_bar, possible
from consult_app.ui.table.faces import Faces
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, meeting, named, number, press, settled, shown, shown_at, take

#: said by the platform without a screen when a menu opens
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FULL = "The Office should promote fair, full and decent work."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting; D.1 is under discussion, and a single member moved a subamendment to it."""
    with meeting(tmp_path) as desk:
        done(desk, CallAmendment(amendment="D.1"))
        asked = {"by": "Ama Quartey-Lindt", "kind": "replace", "amends": "D.1", "text": FULL}
        done(desk, SubmitAmendment(**asked))  # type: ignore[arg-type]
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1."""
    with shown_at(qtbot, desk, "1") as station:
        yield station


def state_of(desk: Desk, name: str) -> str:
    return named(desk, name).state


def offered(desk: Desk, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The decisions on an amendment, on its card and in its menu; each must be possible."""
    found = named(desk, name)
    bar, menu = on_the_bar(desk.state, found), in_the_menu(desk.state, found)
    assert all(possible(key, desk.state, found) for key in (*bar, *menu))
    return bar, menu


def test_a_single_members_subamendment_waits_for_its_seconder(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    assert offered(desk, "D.1/S.1")[0] == ("call", "second", "reject", "withdraw", "defer")
    take(station, "D.1/S.1")
    press(station, "C")
    settled(qtbot, station, lambda: state_of(desk, "D.1/S.1") == "awaiting_seconder")
    assert offered(desk, "D.1/S.1") == (
        ("second", "not_seconded", "withdraw"),
        ("accept", "defer", "not_moved", "fall"),
    )
    press(station, "E")
    menu = station.acting.menu
    assert menu is not None
    next(action for action in menu.actions() if "Employers" in action.text()).trigger()
    menu.close()
    settled(qtbot, station, lambda: state_of(desk, "D.1/S.1") == "under_discussion")
    assert offered(desk, "D.1/S.1")[0] == ("adopt", "accept", "subamend", "reject", "withdraw")


def test_its_author_accepts_with_one_key(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    take(station, "D.1/S.1")
    press(station, "P")
    settled(qtbot, station, lambda: state_of(desk, "D.1/S.1") == "adopted")
    found = named(desk, "D.1/S.1")
    assert found.history[-1].by == found.seconded_by == "workers"
    assert not possible("accept", desk.state, desk.state.drafting.amendments[number(station, "D.1")])


def test_a_card_says_where_no_word_changes(desk: Desk, station: TableStation) -> None:
    italic = "The Office should promote *decent* work."
    done(desk, SubmitAmendment(by="workers", kind="replace", target="1", text=italic))
    station.parts.list.take(number(station, "D.1"))
    found = {each.number: each for each in desk.state.drafting.amendments.values()}
    face = Faces().of(desk.state, found["D.5"], "en")
    assert face.kind == "formatting only"
    assert "formatting only" in face.spoken
    assert Faces().of(desk.state, found["D.1"], "en").kind == ""


def test_members_may_move_one_after_the_groups(desk: Desk) -> None:
    assembly = desk.state.assembly
    names = [name for _, name in movers(assembly)]
    assert [names.index(each) for each in names if "group" in each.lower()] == [0, 1, 2]
    assert {who for who, _ in movers(assembly)} == {*assembly.groups, *assembly.participants}


def test_the_collision_of_a_split_is_settled_on_two_lines(qtbot: QtBot, tmp_path: Path) -> None:
    with meeting(tmp_path) as desk:
        halves = "The Bureau should promote\nDecent work."
        done(desk, SubmitAmendment(by="workers", kind="split", target="1", text=halves))
        other = "The ILO should promote decent work."
        done(desk, SubmitAmendment(by="employers", kind="replace", target="1", text=other))
        done(desk, AdoptAmendment(amendment="D.6"))
        station = shown(qtbot, desk)
        go(station, "1")
        take(station, "D.5")
        station.acting.decide(number(station, "D.5"), "settle")
        editor = station.acting.editor
        assert editor is not None
        editor.set_words("The ILO and the Bureau should promote\nDecent work.")
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled(qtbot, station, lambda: bool(desk.state.drafting.amendments[number(station, "D.5")].agreed))
        done(desk, AdoptAmendment(amendment="D.5"))
        words = [node.text("en") for node in desk.state.drafting.texts["conclusions"]]
        assert words[3:5] == ["The ILO and the Bureau should promote", "Decent work."]
        station.bind(None)


def test_a_subamendment_that_was_handed_in_is_taken_before_its_amendment(
    qtbot: QtBot, station: TableStation, desk: Desk
) -> None:
    cards, first = station.parts.list, number(station, "D.1")
    take(station, "D.1")
    assert cards.card(first).button("adopt").property("variant") == "quiet"
    asked = {"by": "workers", "kind": "replace", "amends": "D.1", "text": f"{FULL} Soon."}
    done(desk, SubmitAmendment(**asked))  # type: ignore[arg-type]
    handed_in = number(station, "D.1/S.2")
    settled(qtbot, station, lambda: cards.at_hand == handed_in)
    assert cards.card(handed_in).button("adopt").property("variant") == "primary"
    for name in ("D.1/S.1", "D.1/S.2"):
        done(desk, WithdrawAmendment(amendment=name))
    settled(qtbot, station, lambda: cards.at_hand == first)
    assert cards.card(first).button("adopt").property("variant") == "primary"
