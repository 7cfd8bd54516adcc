"""Both ends of a hand-over at the Amendments: in a group's file drafts are written anew and handed over; at
the desk what was handed over is looked at and taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from consult_app.drafting.coordinator.handing_over import SUFFIX, HandOverAmendments
from consult_app.meetings.acts import stamp
from consult_app.state import State
from consult_app.ui.amendments.handed_over import HandedOver
from consult_app.ui.amendments.handing_over import HandingOver, prepared
from consult_app.ui.amendments.resuming import take_up
from consult_app.ui.amendments.rewriting import filled_by, languages_left, prepared_by
from consult_app.ui.choosing_files import choose_new_file
from consult_app.ui.failures import words_of
from consult_app.ui.language import tr, tr_n
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation


class GroupSide(QObject):
    """Belongs to *station*; *show* puts one of its pages into sight."""

    def __init__(self, station: AmendmentsStation, show: Callable[[QWidget], object]) -> None:
        super().__init__(station)
        self._station = station
        self._show = show
        self.handing_over, self.handed_over = HandingOver(), HandedOver()
        self.handing_over.asked.connect(self._ask_place)
        self.handed_over.another.connect(station.ask_file)
        for page in self.pages:
            page.left.connect(station.show_overview)

    @property
    def pages(self) -> tuple[HandingOver, HandedOver]:
        """Both pages."""
        return self.handing_over, self.handed_over

    @property
    def in_group_file(self) -> bool:
        """Whether a group's file is open."""
        station = self._station
        return station.desk is not None and station.state.given is not None

    def show_state(self, page: QWidget | None) -> None:
        """Refresh *page*, the one in sight, where it is one of both."""
        station = self._station
        if page is self.handing_over:
            self.handing_over.show_state(station.state)
        elif page is self.handed_over:
            self.handed_over.show_state(station.state, station.desk.seq)

    # in a group's file

    def rewrite(self, amendment: str) -> None:
        """Open the form with the draft *amendment* (an id) as it was filled in."""
        station = self._station
        found = station.state.drafting.amendments.get(amendment) if station.desk is not None else None
        command = prepared_by(station.desk, found) if found is not None else None
        if found is None or command is None or found.state not in ("draft", "handed_over"):
            if station.desk is not None and station.state.given is None:
                station.tell(tr("Drafts are written anew in the file of their group."), "warn")
            elif found is not None:
                station.tell(tr("Only a draft of this file can be written anew."), "warn")
            return
        station.ask_for(found.target)
        take_up(station.form, filled_by(station.state, found, command))
        station.form.by_field.setFocus()
        if languages_left(found):
            station.tell(
                tr("The words in the other languages are not taken over: translate the new draft."), "warn"
            )

    def ask_hand_over(self) -> None:
        """Show which drafts are handed over."""
        station = self._station
        if station.desk is None:
            return
        if not self.in_group_file:
            station.tell(tr("Amendments are handed over from the file of a group; here they are handed in."))
            return
        if not prepared(station.state):
            station.tell(tr("There is no draft to hand over yet: prepare one first."), "warn")
            return
        self.handing_over.begin(station.state)
        self._show(self.handing_over)
        next(iter(self.handing_over.boxes.values())).setFocus()

    def _ask_place(self, chosen: tuple[str, ...]) -> None:
        station = self._station
        source: Path = station.desk.path
        choose_new_file(
            station,
            tr("Hand over to the secretariat"),
            lambda path: self.write(path, chosen),
            start=str(source.with_suffix(SUFFIX)),
            filters=f"{tr('Amendments handed over')} (*{SUFFIX})",
        )

    def write(self, path: Path, chosen: tuple[str, ...]) -> None:
        """Write the *chosen* drafts into the file *path*, and record that they were handed over."""
        state: State = self._station.state
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

        def job() -> Path:
            from datetime import UTC, datetime

            from consult_app.publishing.coordinator.handing_over import write_hand_over

            write_hand_over(state, chosen, path, stamp(datetime.now(UTC)))
            return path

        def written(path: Path) -> None:
            self._station.perform(HandOverAmendments(amendments=chosen), lambda _done: recorded(path))

        def recorded(path: Path) -> None:
            station = self._station
            station.show_overview()
            station.refresh(None)
            station.tell(
                tr_n(
                    "{n} amendment was written into {file}: bring it or send it to the secretariat.",
                    "{n} amendments were written into {file}: bring it or send it to the secretariat.",
                    len(chosen),
                    file=path.name,
                )
            )

        def failed(error: Exception) -> None:
            self._station.tell(words_of(error), "error")

        when_done(in_background(job, "hand-over file"), self, written, failed)

    # at the desk

    def begin(self, path: Path) -> bool:
        """Show what was handed over in *path*; false where that is no hand-over file, or this no desk."""
        from consult_app.exchange.handing_over import is_hand_over

        station = self._station
        if not is_hand_over(path) or station.desk is None:
            return False
        if self.in_group_file:
            station.tell(tr("Files with amendments are taken in at the secretariat’s desk."), "warn")
            return False
        station.quiet()
        self.handed_over.begin(path, station.desk)
        self._show(self.handed_over)
        self.handed_over.accept_button.setFocus()
        return True
