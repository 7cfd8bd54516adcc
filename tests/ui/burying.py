"""What is left of a test's windows, put away."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent


def bury() -> None:
    """Delete what was closed. No event loop comes by to do it: the windows of all tests would pile up, and
    each change of look or language go through thousands of widgets."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
