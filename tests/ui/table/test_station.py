"""The Table on a real desk: navigation, decisions, what follows, words written in place."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from consult_app.desk import Desk, Done
from consult_app.drafting.deciding.consideration import AdoptNode
from consult_app.drafting.deciding.floor import CallAmendment, RejectAmendment
from consult_app.state import Undo
from consult_app.ui.language import Languages
from consult_app.ui.look.icons import Status
from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.table.station import TableStation
from tests.ui.audit import nameless
from tests.ui.table_meeting import done, empty_meeting, go, number, press, settled, shown

#: said by the platform without a screen when a menu opens
NO_WINDOWS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_without_a_text_it_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with empty_meeting(tmp_path) as desk:
        station = shown(qtbot, desk)
        assert station.parts.pages.currentWidget() is station.parts.empty
        assert station.first_focus() is station.parts.import_button
        with qtbot.waitSignal(station.import_asked):
            station.parts.import_button.click()
        station.bind(None)


def test_the_outline_shows_how_far_each_node_is(desk: Desk, station: TableStation) -> None:
    rows = station.parts.outline.rows_model.rows
    assert [(row.kind, row.label, row.tail) for row in rows] == [
        ("group", "", ""),
        ("title", "", ""),
        ("clause", "1", ""),
        ("heading", "", ""),
        ("paragraph", "1", "3"),
        ("paragraph", "2", "1"),
        ("item", "(i)", "1"),
        ("item", "(ii)", ""),
    ]
    assert {row.status for row in rows if row.node} == {Status.OPEN}


def test_a_change_from_elsewhere_reaches_outline_text_and_cards(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "1")
    done(desk, CallAmendment(amendment="D.1"))
    settled(qtbot, station, lambda: station.parts.outline.rows_model.rows[4].status is Status.UNDER_WAY)
    face = station.parts.list.card(number(station, "D.1")).face
    assert face is not None
    assert face.state == "under discussion"
    assert face.bar[0] == "adopt"


def test_all_keys_lead_from_node_to_node(station: TableStation) -> None:
    go(station, "1")
    station.parts.outline.setFocus()
    press(station, "j")
    assert station.reading is not None
    assert station.reading.label(station.current_node.id) == "2"
    press(station, "k")
    QTest.keyClick(station.parts.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert station.reading.label(station.current_node.id) == "2"
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_Down)
    assert station.reading.label(station.current_node.id) == "2(i)"
    assert station.parts.outline.rows_model.rows[station.parts.outline.currentIndex().row()].label == "(i)"


def test_letters_decide_only_while_the_amendments_have_the_focus(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "1")
    before = desk.seq
    station.parts.text.setFocus()
    press(station, "a")
    press(station, "c")
    assert desk.seq == before
    assert not station.busy
    station.parts.list.give_focus()
    press(station, "c")
    settled(qtbot, station, lambda: desk.seq == before + 1)
    assert desk.state.drafting.amendments[station.parts.list.at_hand].state == "under_discussion"


def test_what_follows_is_said_before_it_is_adopted(qtbot: QtBot, station: TableStation) -> None:
    go(station, "1")
    assert station.parts.list.at_hand == number(station, "D.1")
    qtbot.waitUntil(lambda: station.parts.list.note.words.startswith("If D.1 is adopted:"))
    note = station.parts.list.note.words
    assert "D.2 collides with it" in note
    assert "D.3 stays as it is" in note
    assert "nothing falls" in note


def test_what_would_have_followed_before_is_never_said_of_the_next_amendment(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    """It is looked up once the decision is painted; its place is kept until then, so that no card leaps."""
    go(station, "1")
    note = station.parts.list.note
    qtbot.waitUntil(lambda: note.words.startswith("If D.1 is adopted:"))
    high = note.height()
    answer = desk.perform(RejectAmendment(amendment="D.1")).result()
    assert isinstance(answer, Done)
    station.refresh(answer.changes)
    assert station.parts.list.at_hand == number(station, "D.2")
    assert (note.words, note.isVisible(), note.height()) == ("", True, high)
    qtbot.waitUntil(lambda: note.words.startswith("If D.2 is adopted:"))
    # with nothing changed it is not taken away again
    station.cards.show()
    assert note.words.startswith("If D.2 is adopted:")
    # nor where another node comes to hand for less than a frame
    go(station, "2")
    go(station, "1")
    qtbot.waitUntil(lambda: note.words.startswith("If D.2 is adopted:"))


def test_adopting_goes_on_to_the_next_amendment(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "1")
    first = number(station, "D.1")
    station.parts.list.give_focus()
    press(station, "a")
    settled(qtbot, station, lambda: desk.state.drafting.amendments[first].state == "adopted")
    qtbot.waitUntil(lambda: station.parts.list.at_hand == number(station, "D.2"))
    assert station.parts.list.shown[-1] == first
    assert station.parts.list.has_focus
    said = "Words were already put in at the place"
    qtbot.waitUntil(lambda: station.parts.list.note.words.startswith(said))
    assert "fair" in station.current_node.text("en")


def test_a_decision_is_seen_to_be_on_its_way_where_the_disk_is_slow(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "1")
    card = station.parts.list.card(number(station, "D.1"))
    written = Event()
    desk.beside(lambda _beside: written.wait(30))
    card.button("call").click()
    assert station.busy
    assert card.button("adopt").isEnabled()  # mostly it is on disk before anybody could see it barred
    qtbot.waitUntil(lambda: not card.button("adopt").isEnabled())
    before = desk.seq
    card.button("adopt").click()
    written.set()
    settled(qtbot, station, lambda: desk.seq > before)
    assert desk.seq == before + 1
    assert card.button("adopt").isEnabled()


def test_a_card_that_was_put_away_while_it_was_barred_decides_again(station: TableStation) -> None:
    go(station, "1")
    cards = station.parts.list
    put_away = cards.card(number(station, "D.1"))
    cards._bar_all()
    cards.show_faces([], "")
    cards.set_busy(False)
    assert put_away.button("adopt").isEnabledTo(put_away)


def test_a_refusal_is_said_in_the_banner(qtbot: QtBot, station: TableStation) -> None:
    go(station, "1")
    station.parts.list.give_focus()
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: bool(station.banner.words))
    assert "D.1 and D.2" in station.banner.words


def test_a_question_is_answered_in_the_banner(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "1")
    station.parts.list.give_focus()
    press(station, "a")
    second = number(station, "D.2")
    qtbot.waitUntil(lambda: station.parts.list.at_hand == second and not station.busy)
    press(station, "a")
    settled(qtbot, station, lambda: bool(station.banner.words))
    assert station.banner.words.startswith("Words were already put in at the place")
    focus = station.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert station.banner.isAncestorOf(focus)
    focus.click()
    settled(qtbot, station, lambda: desk.state.drafting.amendments[second].state == "adopted")
    assert station.banner.words == ""


def test_a_decision_that_is_not_open_is_explained(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "1")
    before = desk.seq
    station.parts.list.give_focus()
    press(station, "s")
    assert "“Subamend” is not open now" in station.banner.words
    assert desk.seq == before


@NO_WINDOWS
def test_a_single_member_is_seconded_from_a_menu(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "2(i)")
    station.parts.list.give_focus()
    press(station, "e")
    menu = station.acting.menu
    assert menu is not None
    action = next(each for each in menu.actions() if "Workers" in each.text())
    action.trigger()
    settled(qtbot, station, lambda: desk.state.drafting.amendments[number(station, "D.4")].seconded_by != "")
    menu.close()
    face = station.parts.list.card(number(station, "D.4")).face
    assert face is not None
    assert "Workers" in face.seconded


@NO_WINDOWS
def test_positions_are_stated_from_the_menu(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "1")
    station.parts.list.give_focus()
    press(station, ".")
    menu = station.acting.menu
    assert menu is not None
    under = next(each.menu() for each in menu.actions() if "Employers" in each.text())
    under.actions()[3].trigger()  # type: ignore[attr-defined]
    first = number(station, "D.1")
    settled(
        qtbot, station, lambda: desk.state.drafting.amendments[first].positions == {"employers": "opposes"}
    )
    menu.close()
    face = station.parts.list.card(first).face
    assert face is not None
    assert [(name, position) for name, position, _ in face.positions] == [("Emp", "opposes")]


def test_a_subamendment_is_written_in_place(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    settled(qtbot, station, lambda: True)
    station.refresh(None)
    go(station, "1")
    station.parts.list.give_focus()
    press(station, "s")
    editor = station.acting.editor
    assert editor is not None
    assert editor.words == "The Office should promote fair and decent work."
    editor.set_words("The Office should promote fair, free and decent work.")
    editor.choose("employers")
    press(station, Qt.Key.Key_Return, editor)
    assert station.acting.editor is editor
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: station.acting.editor is None)
    child = desk.state.drafting.by_number("D.1/S.1")
    assert child is not None
    assert child.by == "employers"
    qtbot.waitUntil(lambda: child.id in station.parts.list.shown)
    face = station.parts.list.card(child.id).face
    assert face is not None
    assert face.depth == 1
    assert station.parts.list.shown.index(child.id) == 1


def test_a_translation_and_an_editorial_change_are_written_in_place(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "2(ii)")
    node = station.current_node.id
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_F2)
    editor = station.acting.editor
    assert editor is not None
    editor.set_words("report each year.")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: desk.state.drafting.texts["conclusions"].nodes[node].editorial == 1)
    qtbot.waitUntil(lambda: station.current_node.status("fr") == "out_of_date")
    press(station, Qt.Key.Key_Right)
    press(station, Qt.Key.Key_F2)
    editor = station.acting.editor
    assert editor is not None
    editor.set_words("faire rapport tous les ans.")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: station.acting.editor is None)
    qtbot.waitUntil(lambda: station.current_node.status("fr") == "draft")
    assert station.parts.text.hasFocus()


def test_the_caret_stands_behind_the_last_word(station: TableStation) -> None:
    go(station, "1")
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_F2)
    editor = station.acting.editor
    assert editor is not None
    before = editor.words
    field = editor.findChild(QPlainTextEdit)
    assert field is not None and field.hasFocus()
    assert field.viewport().rect().contains(field.cursorRect())
    QTest.keyClicks(field, " And so on.")
    assert editor.words == f"{before} And so on."
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.words == before


def test_a_refused_wording_is_said_in_place_and_kept(qtbot: QtBot, station: TableStation) -> None:
    go(station, "2(ii)")
    station.parts.text.setFocus()
    press(station, Qt.Key.Key_F2)
    editor = station.acting.editor
    assert editor is not None
    editor.set_words("   ")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: bool(editor.problem))
    assert "wording is empty" in editor.problem
    assert station.banner.words == ""
    assert not station.go_to(next(iter(station.text.tree.walk())))
    assert "before going on" in editor.problem
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert station.acting.editor is None


def test_a_node_is_opened_adopted_and_reopened(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "2(ii)")
    node = station.current_node.id

    def state() -> str:
        return desk.state.drafting.texts["conclusions"].nodes[node].state

    station.parts.list.give_focus()
    press(station, "o")
    settled(qtbot, station, lambda: state() == "under_consideration")
    station.parts.list.give_focus()
    press(station, Qt.Key.Key_Return)
    settled(qtbot, station, lambda: state() == "adopted_unchanged")
    go(station, "2(ii)")
    qtbot.waitUntil(lambda: station.parts.list.second_button.isVisible())
    station.parts.list.second_button.click()
    editor = station.acting.editor
    assert editor is not None
    editor.set_words("The vote was miscounted.")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, station, lambda: state() == "reopened")


def test_undo_of_an_inserted_node_leaves_a_node_at_hand(
    qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    go(station, "1")
    third = number(station, "D.3")
    station.parts.list.take(third)
    station.parts.list.give_focus()
    press(station, "a")
    settled(qtbot, station, lambda: desk.state.drafting.amendments[third].state == "adopted")
    qtbot.waitUntil(lambda: any(row.label == "1bis" for row in station.parts.outline.rows_model.rows))
    go(station, "1bis")
    done(desk, Undo())
    qtbot.waitUntil(lambda: all(row.label != "1bis" for row in station.parts.outline.rows_model.rows))
    assert station.current_node.id in station.text.nodes


def test_out_of_sight_it_catches_up_when_entered(qtbot: QtBot, desk: Desk, station: TableStation) -> None:
    go(station, "2(ii)")
    station.hide()
    done(desk, AdoptNode(node="2(ii)"))
    qtbot.wait(10)
    assert [row.status for row in station.parts.outline.rows_model.rows[-1:]] == [Status.OPEN]
    station.show()
    assert [row.status for row in station.parts.outline.rows_model.rows[-1:]] == [Status.DONE]


def test_no_amendment_says_how_to_hand_one_in(qtbot: QtBot, station: TableStation) -> None:
    go(station, "2(ii)")
    words = [label.text() for label in station.parts.list.findChildren(type(station.parts.list._empty))]
    assert "No amendment to paragraph 2(ii). N hands one in." in words
    station.parts.outline.setFocus()
    with qtbot.waitSignal(station.amendment_asked) as asked:
        press(station, "n")
    assert asked.args == [station.current_node.id]


def test_tab_goes_from_the_text_to_the_amendments_and_then_to_the_foot(station: TableStation) -> None:
    go(station, "1")
    amendments = station.parts.list
    station.parts.text.setFocus()
    QTest.keyClick(station.parts.text, Qt.Key.Key_Tab)
    assert station.focusWidget() is amendments.card(amendments.shown[0])
    amendments.card(amendments.shown[-1]).setFocus()
    card = amendments.card(amendments.shown[-1])
    held: QWidget | None = card
    while held is not None and (held is card or card.isAncestorOf(held)):  # through its decisions
        QTest.keyClick(held, Qt.Key.Key_Tab)
        held = station.focusWidget()
    assert held in (amendments.node_button, amendments.second_button)


def test_the_language_is_switched_while_running(station: TableStation) -> None:
    go(station, "1")
    title = station.parts.list._title
    assert title.text() == "Paragraph 1"
    Languages.set("fr")
    station.retranslate()
    assert title.text() == "Paragraphe 1"
    assert station.parts.text._heads._heads["en"] == "English · négocié"
    face = station.parts.list.card(number(station, "D.1")).face
    assert face is not None
    assert face.sentences[0].startswith("Au paragraphe 1")


def test_everything_has_a_name(station: TableStation) -> None:
    go(station, "1")
    assert nameless(station) == []
    station.acting.edit()
    assert nameless(station) == []
    assert "1: " in station.parts.text.accessibleDescription()


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST_DARK])
@pytest.mark.parametrize("codes", [("en",), ("en", "fr"), ("en", "fr", "es")])
def test_it_is_painted_in_every_look(station: TableStation, look: Choice, codes: tuple[str, ...]) -> None:
    go(station, "1")
    Theme.instance().choose(look)
    station.parts.languages.choose(*codes)
    station.parts.shown_otherwise.emit()
    image = station.parts.text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}
    look_now = Theme.current()
    assert {look_now.ground, look_now.workers_words, look_now.employers} <= found


def test_no_part_is_ever_shown_as_a_window_of_its_own(
    qapp: QApplication, qtbot: QtBot, desk: Desk, station: TableStation
) -> None:
    shown_windows: set[str] = set()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown_windows.add(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    go(station, "1")
    station.parts.list.give_focus()
    press(station, "a")
    settled(qtbot, station, lambda: desk.seq == 10)
    station.acting.edit()
    station.acting.close_editor()
    done(desk, CallAmendment(amendment="D.2"))
    settled(qtbot, station, lambda: station.parts.list.at_hand == number(station, "D.2"))
    press(station, "s", station.parts.list.card(number(station, "D.2")))
    go(station, "2(i)")
    station.bind(None)
    station.bind(desk)
    qapp.removeEventFilter(watch)
    assert shown_windows == set()


def test_the_meeting_can_be_closed_and_the_look_changed_after(station: TableStation) -> None:
    station.bind(None)
    Theme.instance().choose(Choice.DARK)
    station.retranslate()
    station.step(1)
    station.acting.edit()
    assert station.reading is None
    assert station.parts.outline.rows_model.rows == []


def test_in_a_narrow_list_no_decision_is_cut(qtbot: QtBot, desk: Desk) -> None:
    done(desk, CallAmendment(amendment="D.1"))
    keys = ("adopt", "subamend", "bracket", "reject", "withdraw", "more")
    station = shown(qtbot, desk)
    card = station.parts.list.card(number(station, "D.1"))
    assert len({card.button(key).x() for key in keys}) == 3
    station.parts.splitter.setSizes([160, 800, 296])
    qtbot.waitUntil(lambda: len({card.button(key).x() for key in keys}) == 2)

    def right(key: str) -> int:
        button = card.button(key)
        return button.mapTo(station.parts.list, button.rect().topRight()).x()

    qtbot.waitUntil(lambda: all(right(key) < station.parts.list.width() for key in keys))
    station.bind(None)
