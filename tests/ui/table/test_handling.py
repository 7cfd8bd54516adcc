"""The rarer decisions at the Table: reasons and words written in place, and the way out of a collision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.adoption import AdoptAmendment
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.ui.table.decisions import in_the_menu
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, keep, meeting, named, number, press, settled, shown_at, take

#: said by the platform without a screen when a menu opens
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The invented meeting, with D.5 saying what D.1 says and D.6 saying two things."""
    with meeting(tmp_path) as desk:
        for by, text in (
            ("government", "The Office should promote fair and decent work."),
            ("government", "The Bureau should promote decent jobs."),
        ):
            done(desk, SubmitAmendment(by=by, kind="replace", target="1", text=text))
        yield desk


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at paragraph 1."""
    with shown_at(qtbot, desk, "1") as station:
        yield station


def menu_of(station: TableStation, name: str) -> dict[str, QAction]:
    """The entries of the menu on the amendment with the number *name*."""
    take(station, name)
    press(station, ".")
    menu = station.acting.menu
    assert menu is not None
    actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
    menu.close()
    return actions


def write(station: TableStation, words: str) -> None:
    """Write *words* into the editor and keep them."""
    editor = station.acting.editor
    assert editor is not None
    editor.set_words(words)
    keep(editor)


def test_the_menu_holds_what_the_state_allows(desk: Desk) -> None:
    state = desk.state
    assert set(in_the_menu(state, named(desk, "D.6"))) == {
        "not_moved",
        "fall",
        "divide",
        "merge",
        "supersede",
        "return",
        "inadmissible",
        "bracket",
        "refer",
    }
    done(desk, CallAmendment(amendment="D.6"))
    assert set(in_the_menu(desk.state, named(desk, "D.6"))) == {
        "defer",
        "refer",
        "not_moved",
        "fall",
        "divide",
    }
    done(desk, AdoptAmendment(amendment="D.6"))
    assert in_the_menu(desk.state, named(desk, "D.6")) == ("correct",)


def test_an_amendment_is_put_by_parts(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    menu_of(station, "D.6")["Put by parts"].trigger()
    settled(qtbot, station, lambda: named(desk, "D.6").state == "split")
    part = named(desk, "D.6(b)")
    qtbot.waitUntil(lambda: part.id in station.parts.list.shown)


def test_identical_ones_are_offered_first_and_taken_together(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    menu_of(station, "D.5")["Take together with…"].trigger()
    menu = station.acting.menu
    assert menu is not None
    first, second, *_ = menu.actions()
    assert first.text() == "D.1  Workers’ group: the same words"
    assert "same words" not in second.text()
    first.trigger()
    menu.close()
    settled(qtbot, station, lambda: named(desk, "D.5").state == "merged")
    assert named(desk, "D.1").joint == ("government",)


def test_others_are_taken_together_when_asked_again(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    menu_of(station, "D.2")["Take together with…"].trigger()
    menu = station.acting.menu
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    settled(qtbot, station, lambda: "do not propose the same words" in station.banner.words)


def test_it_is_returned_with_what_is_unclear_and_handed_in_again(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    menu_of(station, "D.2")["Return for clarification…"].trigger()
    write(station, "Which work is meant?")
    settled(qtbot, station, lambda: named(desk, "D.2").state == "returned")
    assert named(desk, "D.2").history[-1].reason == "Which work is meant?"
    card = station.parts.list.card(number(station, "D.2"))
    station.parts.list.take(number(station, "D.2"))
    qtbot.waitUntil(lambda: station.acting.editor is None and not card.button("resubmit").isHidden())
    card.button("resubmit").click()
    settled(qtbot, station, lambda: named(desk, "D.2").state == "queued")


def test_not_receivable_needs_its_reason(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    menu_of(station, "D.2")["Not receivable…"].trigger()
    write(station, "  ")
    editor = station.acting.editor
    settled(qtbot, station, lambda: bool(editor and editor.problem))
    write(station, "Not about the text.")
    settled(qtbot, station, lambda: named(desk, "D.2").state == "inadmissible")


def test_new_words_take_the_place_of_the_old(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    menu_of(station, "D.3")["Supersede by new words…"].trigger()
    editor = station.acting.editor
    assert editor is not None
    assert editor.words == "Constituents should share good practices."
    write(station, "Constituents should share:\n(i) good practices;\n(ii) failures.")
    settled(qtbot, station, lambda: named(desk, "D.3").state == "superseded")
    revised = named(desk, "D.3/Rev.1")
    assert len(revised.inserted()) == 3
    qtbot.waitUntil(lambda: revised.id in station.parts.list.shown)
    face = station.parts.list.card(revised.id).face
    assert face is not None
    assert face.depth == 0


def test_a_collision_is_settled_where_adoption_was_refused(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(
        desk, SubmitAmendment(by="employers", kind="replace", target="1", text="The Office may promote work.")
    )
    done(
        desk,
        SubmitAmendment(
            by="workers", kind="replace", target="1", text="The Office shall promote decent work."
        ),
    )
    done(desk, AdoptAmendment(amendment="D.7"))
    late = number(station, "D.8")
    qtbot.waitUntil(lambda: late in station.parts.list.shown)
    take(station, "D.8")
    press(station, "a")
    settled(qtbot, station, lambda: "both change" in station.banner.words)
    focus = station.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Settle the collision…"
    focus.click()
    editor = station.acting.editor
    assert editor is not None
    assert editor.words == "The Office may promote work."
    assert "both change" in editor.problem
    write(station, "The Office shall promote work.")
    settled(qtbot, station, lambda: bool(named(desk, "D.8").agreed))
    qtbot.waitUntil(lambda: station.acting.editor is None)
    station.parts.list.give_focus()
    press(station, "a")
    settled(qtbot, station, lambda: named(desk, "D.8").state == "adopted")
    assert station.current_node.text("en") == "The Office shall promote work."


def test_a_recording_is_corrected_with_its_reason(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    done(desk, AdoptAmendment(amendment="D.1"))
    settled(qtbot, station, lambda: number(station, "D.1") in station.parts.list.shown)
    qtbot.waitUntil(lambda: in_the_menu(station.state, named(desk, "D.1")) == ("correct",))
    menu_of(station, "D.1")["Correct the recording…"].trigger()
    write(station, "It was D.2 that was adopted.")
    settled(qtbot, station, lambda: named(desk, "D.1").pending)
    assert station.current_node.text("en") == "The Office should promote decent work."
