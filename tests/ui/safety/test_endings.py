"""A log-out, a shutdown or ``kill`` ends the program: the last letter is on disk, and the file is whole."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consult_app.ui.office import Office
from consult_app.ui.starting.endings import SIGNALS, Endings
from tests.ui.safety.crashed import editor_at, found_in, opened, wait_for


@pytest.mark.parametrize("number", [pytest.param(each, id=signal.Signals(each).name) for each in SIGNALS])
def test_a_signal_closes_the_window_and_keeps_what_was_typed_just_now(
    qtbot: QtBot, office: Office, path: Path, number: int
) -> None:
    ended: list[bool] = []
    endings = Endings(office.safety.rescue, lambda: ended.append(office.shell.close()))
    before = signal.signal(number, signal.SIG_DFL)  # whoever runs the suite may have it ignored
    endings.start()
    editor_at(office, "2(ii)")
    QTest.keyClicks(office.shell.focusWidget(), " and TERM")
    os.kill(os.getpid(), number)
    wait_for(qtbot, lambda: ended == [True])
    assert office.desk is None
    endings.stop()
    assert signal.getsignal(number) is signal.SIG_DFL
    signal.signal(number, before)
    assert "TERM" in found_in(qtbot, opened(qtbot, path)).words.text()


def test_a_signal_that_is_ignored_on_purpose_stays_so(qapp: object) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    endings = Endings(lambda: None, lambda: pytest.fail("it was to be ignored"))
    endings.start()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    endings.stop()
    signal.signal(signal.SIGHUP, before)
