"""Words typed at the Table begin with the group that has the floor; what passes the meeting by is said; the
editor is in sight whatever stands over it, and speaks the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment
from consult_app.drafting.translation.translating import EditWording
from consult_app.meetings.people.groups import RegisterGroup
from consult_app.meetings.proceedings.giving_floor import EndSpeech, GiveFloor
from consult_app.ui.language import Languages
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.table.editor import Editor
from consult_app.ui.table.station import TableStation
from tests.ui.table_meeting import done, go, keep, number, opened_editor, settled, shown_at


@pytest.fixture
def station(qtbot: QtBot, desk: Desk) -> Iterator[TableStation]:
    with shown_at(qtbot, desk, "2(ii)") as station:
        yield station
        Theme.instance().set_text_scale(1.0)


def said(editor: Editor) -> str:
    return " ".join(each.text() for each in editor.findChildren(QLabel) if each.isVisibleTo(editor))


def test_without_a_speaker_it_is_an_editorial_change(station: TableStation) -> None:
    editor = opened_editor(station)
    assert editor.by == "" and "without author" not in said(editor)


@pytest.mark.parametrize(
    ("speaker", "by"), [("employers", "employers"), ("africa", "africa"), ("Ilse Brandvold", "government")]
)
def test_whoever_has_the_floor_is_the_likeliest(
    qtbot: QtBot, desk: Desk, station: TableStation, speaker: str, by: str
) -> None:
    done(desk, RegisterGroup(id="africa", names={"en": "Africa group"}, parent="government"))
    done(desk, GiveFloor(speaker=speaker))
    editor = opened_editor(station)
    assert editor.by == by
    editor.set_words("report every second year.")
    keep(editor)
    settled(qtbot, station, lambda: desk.state.drafting.by_number("live/1") is not None)
    assert station.current_node.text("en") == "report every year."
    done(desk, EndSpeech())
    go(station, "2")
    assert opened_editor(station).by == ""


def test_a_translation_stays_one_whoever_speaks(desk: Desk, station: TableStation) -> None:
    done(desk, GiveFloor(speaker="employers"))
    station.parts.text.take_language("fr")
    assert opened_editor(station).by == ""


def test_a_subamendment_begins_with_the_floor(desk: Desk, station: TableStation) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    done(desk, GiveFloor(speaker="employers"))
    station.refresh(None)
    assert station.go_to_amendment(number(station, "D.1"))
    station.acting.decide_at_hand("subamend")
    assert station.acting.editor is not None and station.acting.editor.by == "employers"


def test_what_passes_the_meeting_by_is_said(desk: Desk, station: TableStation) -> None:
    done(desk, CallAmendment(amendment="D.4"))
    station.refresh(None)
    editor = opened_editor(station)
    assert "An editorial change goes into the text at once, without author or mark." in said(editor)
    editor.choose("workers")
    assert "without author" not in said(editor)
    station.acting.close_editor()
    done(desk, AdoptNode(node="2(ii)"))
    station.refresh(None)
    assert "Paragraph 2(ii) has been adopted." in said(opened_editor(station))


def test_an_open_editor_speaks_the_language_of_the_window(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    done(desk, CallAmendment(amendment="D.4"))
    station.refresh(None)
    editor = opened_editor(station)
    editor.set_words("report every month.")
    assert not station.acting.may_leave()
    english = said(editor)
    choices = editor.findChild(ChoiceBox)
    assert choices is not None and choices.itemText(0) == "Editorial change"
    Languages.set("fr")
    qtbot.waitUntil(lambda: choices.itemText(0) != "Editorial change")
    assert editor.words == "report every month." and editor.by == ""
    assert choices.itemText(0) == "Modification rédactionnelle"
    assert "Paragraphe 2 ii), en anglais" in said(editor) and editor.problem
    assert not set(english.split(". ")) & set(said(editor).split(". "))


def fields_in_sight(station: TableStation, editor: Editor) -> bool:
    view = station.parts.text.viewport()
    top = editor.mapTo(view, editor.rect().topLeft()).y()
    return top >= 0 and top + editor.height() <= view.height()


@pytest.mark.parametrize("columns", [("en",), ("en", "fr", "es")], ids=("one", "three"))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_editor_opens_in_sight(
    qtbot: QtBot, desk: Desk, station: TableStation, columns: tuple[str, ...], scale: float
) -> None:
    long = "report every year on what was done, " * 90
    done(desk, EditWording(node="2(ii)", language="en", text=long.strip(), by="secretariat", editorial=True))
    Theme.instance().set_text_scale(scale)
    station.parts.choose_languages(*columns)
    station.refresh(None)
    station.parts.text.choose(station.node_at_hand)
    editor = opened_editor(station)
    assert fields_in_sight(station, editor)
    assert editor.findChildren(QWidget)
    QTest.keyClicks(station.window().focusWidget(), "x")
    editor.show_problem("Something is wrong with these words, and it takes some words to say what. " * 4)
    qtbot.wait(20)
    qtbot.waitUntil(lambda: fields_in_sight(station, editor))
    station.resize(1300, 520)
    qtbot.wait(20)
    qtbot.waitUntil(lambda: fields_in_sight(station, editor))
    station.acting.close_editor()
