"""What the start does around the first frame."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from consult_app.ui.look.theme import Theme
from consult_app.ui.main import OnceShown


def test_what_can_wait_is_done_once_behind_the_first_frame(qtbot: QtBot) -> None:
    window, done = QMainWindow(), list[bool]()
    qtbot.addWidget(window)
    window.installEventFilter(OnceShown(window, lambda: done.append(window.isVisible())))
    assert not done
    window.show()
    qtbot.waitUntil(lambda: bool(done))
    window.hide()
    window.show()
    window.repaint()
    QApplication.processEvents()
    assert done == [True]


def test_a_window_that_paints_nothing_does_it_as_well(qtbot: QtBot) -> None:
    window, done = QMainWindow(), list[int]()
    qtbot.addWidget(window)
    window.installEventFilter(OnceShown(window, lambda: done.append(1)))
    QApplication.sendEvent(window, QShowEvent())  # as of one that comes up as a mere sign
    qtbot.waitUntil(lambda: done == [1])
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    assert done == [1]


def test_the_sheet_can_wait_for_the_window(qapp: QApplication) -> None:
    theme = Theme.instance()
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    theme.start(sheet=False)
    theme.set_scale(1.2)
    assert qapp.styleSheet() == ""
    theme.set_scale(1.0)
    theme.dress()
    assert qapp.styleSheet() == sheet
    theme.set_scale(1.2)
    assert qapp.styleSheet() not in ("", sheet)
    theme.set_scale(1.0)
