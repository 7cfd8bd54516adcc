"""Live typing: words written on the screen for a group are cards to accept or put back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.ui.language import Languages
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, go, keep, named, opened_editor, press, settled, shown_at


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    """The station at item (ii), which has no amendment."""
    with shown_at(qtbot, desk, "2(ii)") as station:
        yield station


def typed(qtbot: QtBot, desk: Desk, station: TableStation, by: str, words: str) -> Amendment:
    editor = opened_editor(station)
    editor.choose(by)
    editor.set_words(words)
    keep(editor)
    settled(qtbot, station, lambda: desk.state.drafting.by_number("live/1") is not None)
    found = named(desk, "live/1")
    qtbot.waitUntil(lambda: found.id in station.parts.list.shown and station.acting.editor is None)
    return found


def test_words_for_a_group_are_a_tracked_change_that_is_accepted(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    found = typed(qtbot, desk, station, "workers", "report every second year.")
    assert (found.by, found.kind, found.state) == ("workers", "live", "under_discussion")
    assert station.current_node.text("en") == "report every year."
    card = station.parts.list.card(found.id)
    assert (card.button("adopt").text(), card.button("reject").text()) == ("Accept", "Put back")
    assert card.face is not None
    assert card.face.depth == 0
    station.parts.list.give_focus()
    press(station, "a")
    settled(qtbot, station, lambda: station.current_node.text("en") == "report every second year.")


def test_what_the_office_typed_is_put_back(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    found = typed(qtbot, desk, station, "office", "report each year.")
    face = station.parts.list.card(found.id).face
    assert face is not None
    assert face.author == "the Office"
    station.parts.list.give_focus()
    press(station, "r")
    settled(qtbot, station, lambda: desk.state.drafting.amendments[found.id].state == "rejected")
    assert station.current_node.text("en") == "report every year."


def test_the_editor_offers_for_whom(station: TableStation) -> None:
    editor = opened_editor(station)
    offered = [editor._by.itemText(at) for at in range(editor._by.count())]
    assert offered[0] == "Editorial change"
    assert any(words.startswith("▲") for words in offered)
    assert nameless(station) == []
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    station.parts.text.take_language("fr")
    Languages.set("fr")
    assert opened_editor(station)._by.itemText(0) != "Editorial change"


def test_on_an_amendment_under_discussion_it_begins_with_its_words(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    go(station, "1")
    editor = opened_editor(station)
    editor.set_words("The Office should promote work.")
    editor.choose("employers")
    assert "before you write" in editor.problem
    assert editor.words == "The Office should promote work."
    editor.set_words("The Office should promote decent work.")
    editor.choose("employers")
    assert editor.words == "The Office should promote fair and decent work."
    editor.set_words("The Office should promote fair, free and decent work.")
    keep(editor)
    settled(qtbot, station, lambda: desk.state.drafting.by_number("D.1/S.1") is not None)
    child = named(desk, "D.1/S.1")
    assert (child.by, child.kind) == ("employers", "live")
