"""Bringing what another thread finished back into the window's thread.

A desk answers in its own worker thread, a file is read in another; both end in a future. Nothing
here blocks: the window goes on, and the answer arrives as a call in the thread of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

_JUST_NOW: Final = 0.25
"""Seconds in which what arrived is shown, with all that follows from it."""
_FRAME: Final = 20
"""Milliseconds in which what was changed is painted."""


class _Relay(QObject):
    """Carries calls over to the thread that it was made in; there is one for the whole window."""

    arrived = Signal(object)
    on_its_way = 0
    last = float("-inf")
    _one: ClassVar[_Relay | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    @classmethod
    def instance(cls) -> _Relay:
        if cls._one is None or not shiboken6.isValid(cls._one):
            cls._one = cls()
        return cls._one

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        self.last = monotonic()
        call()


def when_done(
    future: Future[T],
    owner: QObject,
    then: Callable[[T], object],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Call *then* with the result of *future* in the window's thread, if *owner* still lives.

    *failed* gets the exception in its place; without it an exception is raised in the window's thread,
    where the application's hook for unexpected errors sees it.
    """
    from concurrent.futures import CancelledError  # the window is shown before anything is waited for

    relay = _Relay.instance()
    relay.on_its_way += 1

    def deliver() -> None:
        relay.on_its_way -= 1
        if not shiboken6.isValid(owner):
            return
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            then(result)

    def over(_future: Future[T]) -> None:
        if shiboken6.isValid(relay):
            relay.arrived.emit(deliver)

    future.add_done_callback(over)


def in_window(owner: QObject, call: Callable[..., object]) -> Callable[..., None]:
    """Return a function for other threads that has *call* carried out in the window's thread."""
    relay = _Relay.instance()

    def from_elsewhere(*values: Any) -> None:
        if shiboken6.isValid(relay):
            relay.arrived.emit(lambda: call(*values) if shiboken6.isValid(owner) else None)

    return from_elsewhere


def is_awaited() -> bool:
    """Return whether something is on its way to the window."""
    return _Relay.instance().on_its_way > 0


def at_leisure() -> bool:
    """Return whether nothing is on its way to the window and nothing has just arrived, so that nobody
    waits for it."""
    return not is_awaited() and monotonic() - _Relay.instance().last > _JUST_NOW


def behind_the_paint(owner: QObject, call: Callable[[], object]) -> QTimer:
    """Return a timer, to be started at a change, that has *call* carried out once the change is painted:
    what somebody waits for comes first, and what is said around it a frame later."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(_FRAME)
    timer.timeout.connect(call)
    return timer


def in_background(job: Callable[[], T], name: str) -> Future[T]:
    """Run *job* in a thread of its own, called *name*; the future has what it returns or raises."""
    from concurrent.futures import Future

    future: Future[T] = Future()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(job())
        except Exception as error:
            future.set_exception(error)

    Thread(target=run, name=name, daemon=True).start()
    return future
