"""How long the tests of the window wait: as long as a slow machine may need, never longer than it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot

PATIENCE: Final = 60_000
"""Milliseconds after which something that was to come will not come."""


class PatientBot(QtBot):
    """A bot that waits for a minute where the plugin's own gives up after five seconds."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE) -> None:
        """The plugin's method."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **asked: Any) -> Any:
        """The plugin's method."""
        return super().waitSignal(signal, timeout=timeout, **asked)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        """The plugin's method."""
        return super().waitExposed(widget, timeout=timeout)
