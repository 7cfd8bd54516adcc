"""What another thread finished arrives in the window's thread, and only where somebody still waits."""

from __future__ import annotations

from concurrent.futures import Future
from threading import current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from consult_app.ui.waiting import in_background, in_window, when_done


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner, arrived = QObject(), list[tuple[str, bool]]()

    def then(name: str) -> None:
        arrived.append((name, current_thread() is main_thread()))

    when_done(in_background(lambda: current_thread().name, "elsewhere"), owner, then)
    qtbot.waitUntil(lambda: arrived == [("elsewhere", True)])


def test_an_error_goes_to_whoever_asked_for_it(qtbot: QtBot) -> None:
    owner, failed = QObject(), list[str]()

    def job() -> None:
        raise OSError("full")

    when_done(in_background(job, "job"), owner, lambda _: None, lambda error: failed.append(str(error)))
    qtbot.waitUntil(lambda: failed == ["full"])


def test_nobody_is_called_who_is_gone_or_whose_job_was_cancelled(qtbot: QtBot) -> None:
    gone, here, called = QObject(), QObject(), list[int]()
    late: Future[int] = Future()
    cancelled: Future[int] = Future()
    when_done(late, gone, called.append)
    when_done(cancelled, here, called.append)
    tell = in_window(gone, called.append)
    gone.deleteLater()
    qtbot.wait(20)
    late.set_result(1)
    cancelled.cancel()
    tell(2)
    in_window(here, called.append)(3)
    qtbot.waitUntil(lambda: called == [3])
