"""Cycles are collected in the window's thread, and by Python again once the window is gone."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import Future

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from consult_app.ui.starting.tidying import Tidying
from consult_app.ui.waiting import at_leisure, when_done


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.me = self


def test_what_was_looked_at_once_is_not_looked_at_again_before_a_meeting_is_closed(qtbot: QtBot) -> None:
    tidying = Tidying()
    tidying.start()
    alive = Knot()
    gone = weakref.ref(alive)
    for _ in range(2 * (gc.get_threshold()[1] + 1) * (gc.get_threshold()[2] + 1)):
        heap: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
        tidying.look()
        del heap
    assert gc.get_freeze_count() > 0
    del alive
    gc.collect()
    assert gone() is not None
    tidying.begin_anew()
    gc.collect()
    assert gone() is None
    tidying.stop()


def test_nobody_is_kept_waiting_for_it(qtbot: QtBot) -> None:
    answer: Future[None] = Future()
    tidying, owner = Tidying(), QObject()
    gc.disable()
    when_done(answer, owner, lambda _done: None)
    knot = weakref.ref(Knot())
    heap: list[list[int]] = [[] for _ in range(5_000)]
    tidying.look()
    assert knot() is not None
    answer.set_result(None)
    qtbot.waitUntil(at_leisure)
    tidying.look()
    assert knot() is None
    del heap
    tidying.stop()


def test_what_holds_itself_dies_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    died: list[threading.Thread] = []
    tidying = Tidying()
    tidying.start()
    assert not gc.isenabled()
    knot = weakref.ref(Knot(), lambda _gone: died.append(threading.current_thread()))
    heap: list[list[int]] = []
    maker = threading.Thread(target=lambda: heap.extend([] for _ in range(5_000)))
    maker.start()
    maker.join()
    assert knot() is not None
    qtbot.waitUntil(lambda: knot() is None)
    assert died == [threading.current_thread()]
    tidying.stop()
    assert gc.isenabled()
