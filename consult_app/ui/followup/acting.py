"""What the register asks of its station: commands, keys, the papers written, the ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from consult_app.desk import Done
from consult_app.meetings.acts import Command
from consult_app.ui.followup.panel import FollowupPanel
from consult_app.ui.publish.paper_export import say_written
from consult_app.ui.working import WorkingStation


class Shows(Protocol):
    """How the station brings the register into sight, or (``anew``) up to date."""

    def __call__(self, *, anew: bool = False) -> None: ...


class FollowupActing(QObject):
    """Joins *panel* to *station*, in which it is one part."""

    def __init__(self, station: WorkingStation, panel: FollowupPanel, show: Shows) -> None:
        super().__init__(station)
        self._station, self._panel, self._show = station, panel, show
        for key, words, act in panel.acts():
            station.add_key(key, words, partial(self._act, act), panel.left)
        panel.asked.connect(self._perform)
        panel.export_asked.connect(self._offer_export)
        panel.export.written.connect(self._written)
        panel.export.failed.connect(lambda words: station.tell(words, "error"))

    def _act(self, act: Callable[[], object]) -> None:
        if self._station.desk is not None:
            self._show()
            act()

    def _perform(self, command: Command) -> None:
        def done(answer: Done) -> None:
            self._show(anew=True)
            self._panel.done(command, answer)

        self._station.perform(command, done, self._panel.refused)

    def _offer_export(self) -> None:
        desk = self._station.desk
        if desk is not None:
            self._panel.offer_export(desk.seq, desk.path.parent / "papers")

    def _written(self, files: list[Path]) -> None:
        self._panel.leave_form()
        say_written(self._station, files)


__all__ = ["FollowupActing"]
