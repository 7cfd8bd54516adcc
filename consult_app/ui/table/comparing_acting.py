"""The comparison at the Table: opened in place of the text, left again, exported as a paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from consult_app.meetings.reasons import Refused
from consult_app.ui.choosing_files import choose_folder
from consult_app.ui.language import say, tr
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.ui.comparing.view import ComparingView
    from consult_app.ui.table.station import TableStation

_FORMATS = ("docx", "pdf")


class ComparingTable(QObject):
    """The hands of a :class:`TableStation` for the comparison, whose view is made when it is first opened."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._view: ComparingView | None = None
        self._before: QWidget | None = None

    @property
    def view(self) -> ComparingView:
        """The view, made when it is first asked for."""
        if self._view is None:
            from consult_app.ui.comparing.view import ComparingView

            self._view = ComparingView()
            self._station.parts.pages.addWidget(self._view)
            self._view.left.connect(self.leave)
            self._view.node_asked.connect(self._to_node)
            self._view.export_asked.connect(self.export)
            self._view.failed.connect(self._failed)
            self._view.shown.connect(self._shown)
        return self._view

    @property
    def is_open(self) -> bool:
        """Whether the comparison is in sight in place of the text."""
        return self._view is not None and self._station.parts.pages.currentWidget() is self._view

    def open(self) -> None:
        """Show the comparison; words that are being written are finished or left first."""
        station = self._station
        if station.reading is None or station.desk is None:
            return
        if self.is_open:
            self.view.take_focus()
            return
        if not station.acting.may_leave():
            return
        self._before = station.window().focusWidget()
        view = self.view
        station.parts.pages.setCurrentWidget(view)
        view.begin(station.desk, station.text.id, station.parts.codes)
        view.take_focus()

    @Slot()
    def leave(self) -> None:
        """Back to the Table as it was; what is being read is given up."""
        if not self.is_open:
            return
        station, before = self._station, self._before
        self.view.halt()
        station.parts.pages.setCurrentWidget(station.parts.splitter)
        inside = before is not None and station.parts.splitter.isAncestorOf(before)
        (before if before is not None and inside else station.parts.list_of_nodes).setFocus()

    def close(self) -> None:
        """The meeting is closed: nothing of it may stay in sight, or be kept."""
        self._before = None
        if self._view is not None:
            self._view.end()
            if self.is_open:
                self._station.parts.pages.setCurrentIndex(0)

    def follow(self) -> None:
        """Something was recorded while the comparison may be in sight."""
        if self.is_open:
            self.view.follow()

    @Slot()
    def _shown(self) -> None:
        focus = self._station.window().focusWidget()
        if self.is_open and (focus is None or focus is self.view.head.first):
            self.view.take_focus()

    @Slot(str)
    def _to_node(self, node: str) -> None:
        self.leave()
        self._station.go_to(node)

    # the paper

    @Slot()
    def export(self) -> None:
        """Write the comparison in sight as a paper, into a folder that the person chooses."""
        found, desk = self.view.found, self._station.desk
        if found is None or desk is None:
            return
        start = desk.path.parent / "papers"
        title = tr("Choose where the papers go")
        choose_folder(
            self._station, title, self.write, start=str(start if start.is_dir() else desk.path.parent)
        )

    def write(self, folder: Path) -> None:
        """Write the comparison in sight into *folder*, as a Word file and a PDF in each language shown."""
        from consult_app.publishing.export import export

        found, desk = self.view.found, self._station.desk
        if found is None or desk is None:
            return
        job = partial(
            export,
            desk.state,
            desk.seq,
            folder,
            languages=found.languages,
            formats=_FORMATS,
            compare=found.moments,
            # its name says of which text it is only where there are several
            text=found.text_id if len(desk.state.drafting.texts) > 1 else "",
        )
        when_done(in_background(job, "comparison"), self, self._written, self._not_written)

    def _written(self, files: list[Path]) -> None:
        from consult_app.ui.publish.paper_export import say_written

        say_written(self._station, files)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._station.tell(say(error.reason), "error")
        elif isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            self._station.tell(tr("The papers cannot be written to this folder: {why}.", why=why), "error")
        else:
            raise error

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.leave()
        raise error
