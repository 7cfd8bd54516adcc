"""The small controls: by mouse, by key, for a screen reader, and when room is short."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from consult_app.ui.look.theme import Choice, Theme
from consult_app.ui.parts.begin_button import BeginButton
from consult_app.ui.parts.chips import Chip
from consult_app.ui.parts.controls import Button, Elided, Label, PrimaryButton, SegmentedControl
from consult_app.ui.parts.fields import PathField
from consult_app.ui.parts.lines import in_line
from consult_app.ui.parts.panels import Banner, Card, EmptyState, FormRow
from consult_app.ui.parts.ticks import BESIDE_BOX, TickBox
from tests.ui import audit


def test_a_button_has_room_for_its_words_and_its_key(qtbot: QtBot) -> None:
    plain, keyed = Button(text="Adopt"), Button(text="Adopt", hint="A")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)
    assert keyed.sizeHint().width() > plain.sizeHint().width()
    assert keyed.minimumSizeHint() == keyed.sizeHint()
    assert (keyed.accessibleName(), keyed.accessibleDescription()) == ("Adopt", "A")


def test_an_ampersand_is_only_a_character(qtbot: QtBot) -> None:
    button = PrimaryButton("Print & sign")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Print & sign"


def test_the_words_and_the_key_of_a_wide_button_do_not_touch(qtbot: QtBot) -> None:
    button = BeginButton("rail", "Ouvrir la réunion d’exemple", "Ctrl+Shift+O")
    qtbot.addWidget(button)
    button.resize(button.minimumSizeHint())
    button.show()
    image = button.grab().toImage()
    assert not image.isNull()
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert button.width() > words + button.fontMetrics().horizontalAdvance(button.hint) * 0.7


def test_segments_one_of_several(qtbot: QtBot) -> None:
    control = SegmentedControl(["original", "marked", "final"])
    qtbot.addWidget(control)
    control.set_words("View", {"original": "Original", "marked": "Marked", "final": "Final"})
    control.choose("marked")
    control.show()
    with qtbot.waitSignal(control.chosen) as caught:
        QTest.mouseClick(control.button("final"), Qt.MouseButton.LeftButton)
    assert caught.args == ["final"]
    assert control.selection == ("final",)
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("original")
    assert control.selection == ("original",)


def test_segments_that_may_be_broken_take_several_rows(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    control = SegmentedControl(["original", "marked", "final"], broken=True)
    control.set_words("View", {"original": "Original", "marked": "Marked", "final": "Final"})
    column.addWidget(control)
    column.addStretch(1)
    around.resize(400, 300)
    around.show()
    buttons = [control.button(key) for key in ("original", "marked", "final")]
    assert len({button.y() for button in buttons}) == 1
    assert control.width() == control.sizeHint().width()
    around.resize(control.minimumSizeHint().width() + 60, 300)
    QApplication.processEvents()
    assert len({button.y() for button in buttons}) > 1
    assert audit.cut(around) == audit.misplaced(around) == []


def test_a_box_to_tick_that_wraps_is_never_cut(qtbot: QtBot) -> None:
    box = TickBox("All amendments to the paragraph", wraps=True)
    qtbot.addWidget(box)
    box.show()
    whole, least = box.sizeHint(), box.minimumSizeHint()
    assert box.heightForWidth(whole.width()) == whole.height()
    assert least.width() < whole.width()
    assert box.heightForWidth(least.width()) > 2 * whole.height() - 10


def test_a_box_for_several_shows_that_some_are_ticked_and_then_ticks_all(qtbot: QtBot) -> None:
    box = TickBox("All present")
    qtbot.addWidget(box)
    pictures = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked):
        box.setCheckState(state)
        pictures.append(box.grab().toImage())
    assert all(one != other for one, other in combinations(pictures, 2))
    states = []
    box.setCheckState(Qt.CheckState.PartiallyChecked)
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Space)
        states.append(box.checkState())
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Checked]


def test_a_box_to_tick_stands_in_line_with_the_words_above(qtbot: QtBot) -> None:
    around, words, box = QWidget(), Label(text="Present"), TickBox("All of them", wraps=True)
    column = QVBoxLayout(around)
    column.addWidget(words)
    column.addLayout(in_line(box, BESIDE_BOX))
    qtbot.addWidget(around)
    around.show()
    assert box.x() + BESIDE_BOX == words.x()
    assert box.geometry().right() == words.geometry().right()


def test_a_long_path_is_cut_in_its_middle_unless_it_is_written_in(qtbot: QtBot) -> None:
    around, field = QWidget(), PathField()
    column = QVBoxLayout(around)
    column.addWidget(other := QLineEdit())
    column.addWidget(field)
    qtbot.addWidget(around)
    path = "/home/secretariat/Documents/Consult/A meeting with a long name/papers"
    field.setText(path)
    around.setFixedWidth(260)
    around.show()
    with qtbot.waitActive(around):
        around.activateWindow()

    def begins() -> QImage:
        return field.grab(QRect(8, 4, 40, field.height() - 8)).toImage()

    other.setFocus()
    QApplication.processEvents()
    cut = begins()
    assert field.text() == field.toolTip() == path
    field.setText("/home/sec")
    assert begins() == cut  # its beginning is seen, though Qt would show the end of what is longer
    field.setText(path)
    field.setFocus()
    QApplication.processEvents()
    assert begins() != cut


def test_segments_move_by_arrow_keys(qtbot: QtBot) -> None:
    control = SegmentedControl(["one", "two"])
    qtbot.addWidget(control)
    control.set_words("Which", {"one": "One", "two": "Two"})
    control.choose("one")
    control.show()
    with qtbot.waitActive(control):
        control.activateWindow()
    control.button("one").setFocus()
    QTest.keyClick(control.button("one"), Qt.Key.Key_Right)
    assert control.selection == ("two",)


def test_of_several_segments_one_always_stays(qtbot: QtBot) -> None:
    control = SegmentedControl(["en", "fr", "es"], several=True)
    qtbot.addWidget(control)
    names = {"en": "English", "fr": "French", "es": "Spanish"}
    control.set_words("Languages", {"en": "En", "fr": "Fr", "es": "Es"}, names)
    control.choose("fr")
    with qtbot.assertNotEmitted(control.selection_changed):
        control.button("fr").click()
    assert control.selection == ("fr",)
    with qtbot.waitSignal(control.selection_changed) as caught:
        control.button("en").click()
    assert caught.args == [("en", "fr")]
    assert control.button("en").accessibleName() == "English"


def test_a_long_label_is_cut_and_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    label = Elided(text="Tripartite Technical Meeting on Decent Work in River Ports")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(1200, 20)
    assert label.toolTip() == ""


def test_a_chip_speaks_without_marks_and_follows_the_look(qtbot: QtBot) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_fact("Floor:", strong="Worker <Vice>", tail="2:14", mark="▲", tone="workers")
    assert chip.accessibleName() == "Floor: Worker <Vice> 2:14"
    assert "&lt;Vice&gt;" in chip.text()
    assert Theme.current().workers_words in chip.text()
    Theme.instance().choose(Choice.DARK)
    assert Theme.current().workers_words in chip.text()
    chip.show_fact()
    assert chip.isHidden()


def test_a_card_acts_on_enter_space_and_click_but_not_when_the_mouse_left_it(qtbot: QtBot) -> None:
    card = Card(takes_focus=True)
    qtbot.addWidget(card)
    card.resize(100, 50)
    card.show()
    acted: list[int] = []
    card.activated.connect(lambda: acted.append(1))
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert len(acted) == 3


def test_a_banner_is_dismissed_by_escape(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_words("The stick is full.", "error", "Try again")
    assert banner.words == "The stick is full."
    with qtbot.waitSignal(banner.dismissed):
        QTest.keyClick(banner, Qt.Key.Key_Escape)
    assert banner.words == ""


def test_a_form_row_says_what_is_wrong_to_eye_and_ear(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow(field)
    qtbot.addWidget(row)
    row.set_words("Place", "Where the meeting is held.")
    assert (field.accessibleName(), field.accessibleDescription()) == ("Place", "Where the meeting is held.")
    row.set_problem("Give a place.")
    assert row.problem == "Give a place."
    assert field.accessibleDescription() == "Give a place."
    row.set_words("Lieu", "Où la réunion se tient.")
    assert row.problem == "Give a place."
    row.set_problem("")
    assert row.problem == ""
    assert field.accessibleDescription() == "Où la réunion se tient."


def test_an_empty_page_offers_a_beginning(qtbot: QtBot) -> None:
    begin = PrimaryButton("Prepare an amendment")
    page = EmptyState(begin, icon_name="amendments")
    qtbot.addWidget(page)
    page.set_words("No amendments yet", "They stand here in order of discussion.")
    page.resize(600, 400)
    page.show()
    assert begin.isVisible()
    assert page.accessibleDescription() == "They stand here in order of discussion."


@pytest.mark.parametrize("role", ["title", "heading", "small"])
def test_a_label_that_is_cut_needs_some_letters_of_its_own_type(qtbot: QtBot, role: str) -> None:
    """Also where a layout asks before the sheet was put on it."""
    Theme.instance().start()
    asked, shown = Elided(role, "Words"), Elided(role, "Words")
    for each in (asked, shown):
        qtbot.addWidget(each)
    before = asked.minimumSizeHint()
    shown.show()
    qtbot.waitExposed(shown)
    assert before == shown.minimumSizeHint()
