"""Files that are dropped on the window: a meeting is opened, a text comes to the import page, what a group
handed over to the Amendments.

Each has its keyboard twin: Ctrl+O opens a meeting, Ctrl+I at Meeting brings a text in and at Amendments what
was handed over. The People station
takes lists of people itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.meeting.station import MeetingStation
    from consult_app.ui.window.shell import Shell

MEETING: Final = ".consult"
TEXTS: Final = (".docx", ".odt", ".txt")
HANDED_OVER: Final = ".consult-amendments"
_AT: Final = ("meeting", "table")


def dropped(event: QDropEvent, suffixes: tuple[str, ...]) -> Path | None:
    """The one local file that *event* brings, where it ends in one of *suffixes*."""
    found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return found[0] if len(found) == 1 and found[0].suffix.lower() in suffixes else None


class Dropping(QObject):
    """Takes what is dropped on *shell*: *opens* a meeting while *idle*; *textless* says whether the meeting
    at hand has no text yet."""

    def __init__(
        self,
        shell: Shell,
        opens: Callable[[Path], object],
        idle: Callable[[], bool],
        textless: Callable[[], bool],
    ) -> None:
        super().__init__(shell)
        self._shell, self._opens, self._idle, self._textless = shell, opens, idle, textless
        shell.setAcceptDrops(True)
        shell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: what is dragged over the window, and dropped."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        drop = cast(QDropEvent, event)
        act = self._what_to_do(drop)
        if act is None:
            drop.ignore()
            return False
        drop.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            act()
        return True

    def _what_to_do(self, event: QDropEvent) -> Callable[[], object] | None:
        meeting = dropped(event, (MEETING,))
        if meeting is not None:
            return (lambda: self._opens(meeting)) if self._idle() else None
        text = dropped(event, TEXTS)
        if text is not None and self._shell.in_meeting and self._shell.station_at_hand in _AT:
            return (lambda: self._read(text)) if self._textless() else None
        handed_over = dropped(event, (HANDED_OVER,))
        if handed_over is not None and self._shell.in_meeting:
            return lambda: self._take_in(handed_over)
        return None

    def _take_in(self, path: Path) -> None:
        self._shell.enter("amendments")
        cast("AmendmentsStation", self._shell.station("amendments")).open_file(path)

    def _read(self, path: Path) -> None:
        self._shell.enter("meeting")
        cast("MeetingStation", self._shell.station("meeting")).preview(path)


__all__ = ["MEETING", "TEXTS", "Dropping", "dropped"]
