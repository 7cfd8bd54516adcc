"""Cycles are collected in the window's thread, and by Python again once the window is gone."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from consult_app.ui.tidying import Tidying


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.me = self


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
