"""A screen saver on a session bus of its own, and the program's side of it, each in a process of its own.

python -m tests.ui.room.saver serve     holds the service; writes a line for each call
python -m tests.ui.room.saver keep      keeps the screen awake twice, gives it back, and again;
                                        writes after each step who is on the bus because of it,
                                        once the bus has taken notice of who came and went
"""

from __future__ import annotations

import sys
import time
from typing import Any

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from consult_app.ui.room.awake import Awake

_SERVICE = "org.freedesktop.ScreenSaver"
_PATH = "/org/freedesktop/ScreenSaver"
_PATIENCE = 10.0
_named: Any = ClassInfo  # its hints leave out that it is a decorator


@_named({"D-Bus Interface": _SERVICE})
class Saver(QObject):
    """The call of the freedesktop service by which a screen is kept awake."""

    @Slot(str, str, result="uint")
    def Inhibit(self, who: str, why: str) -> int:
        """Note the call and give a cookie."""
        print(f"inhibited by {who}: {why}", flush=True)
        return 42


def serve() -> int:
    """Hold the service until the process is ended."""
    app = QCoreApplication(sys.argv)
    saver = Saver()
    bus = QDBusConnection.sessionBus()
    held = bus.registerObject(_PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)
    if not held or not bus.registerService(_SERVICE):
        return 1
    print("ready", flush=True)
    return app.exec()


def keep() -> int:
    """Keep awake and give back, twice each; the second time changes nothing."""
    _app = QCoreApplication(sys.argv)
    bus = QDBusConnection.sessionBus()

    def on_the_bus() -> set[str]:
        return set(bus.interface().registeredServiceNames().value())

    before, awake = on_the_bus(), Awake()
    for wanted in (True, True, False, False, True):
        awake.keep(wanted)
        # a connection that was closed is still named until the bus has read that it was
        until = time.monotonic() + _PATIENCE
        while (there := len(on_the_bus() - before)) != awake.kept and time.monotonic() < until:
            time.sleep(0.01)
        print("kept" if awake.kept else "not kept", there)
    return 0


if __name__ == "__main__":
    sys.exit({"serve": serve, "keep": keep}[sys.argv[1]]())
