"""The cards of recent meetings on the start page, and the column that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from consult_app.journal.backup_folders import backups_of
from consult_app.ui import dates
from consult_app.ui.language import Languages, Retranslating, say, tr
from consult_app.ui.parts.controls import Button, Elided, Label, QuietButton
from consult_app.ui.parts.panels import Card, clear_layout
from consult_app.ui.window.recent import RecentMeeting

RESTORE_KEY: Final = "R"


def has_backup(meeting: RecentMeeting) -> bool:
    """Whether there is a backup of *meeting* on this desk."""
    return not meeting.shared and bool(backups_of(Path(meeting.path)))


class RecentCard(Retranslating, Card):
    """One recent meeting: title, place · dates · file, when it was open, and how far it had come. Where its
    file is gone and there is a backup, a button and the key R restore that.

    Signals (all with the path): ``open_asked``, ``remove_asked``, ``restore_asked``.
    """

    open_asked = Signal(str)
    remove_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, meeting: RecentMeeting) -> None:
        super().__init__(takes_focus=True)
        self.meeting = meeting
        self.missing = meeting.missing()
        self._title = Elided("gone" if self.missing else "heading")
        self._facts = Elided("dim")
        self._when = Label("dim")
        self._progress = Label("dim")
        for label in (self._when, self._progress):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 13, 18, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._facts, 1, 0)
        grid.addWidget(self._when, 0, 1)
        grid.addWidget(self._progress, 1, 1)
        self.restore: Button | None = None
        if self.missing and has_backup(meeting):
            self.restore = QuietButton()
            self.restore.clicked.connect(self._restore)
            grid.setRowMinimumHeight(2, 5)
            grid.addWidget(self.restore, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._bar: QProgressBar | None = None
        if meeting.total and not self.missing:
            self._bar = QProgressBar()
            self._bar.setTextVisible(False)
            self._bar.setRange(0, meeting.total)
            self._bar.setValue(meeting.total if meeting.finished else meeting.adopted)
            grid.setRowMinimumHeight(2, 5)
            grid.addWidget(self._bar, 3, 0, 1, 2)
        self.activated.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew; dates and progress are words too."""
        meeting, language = self.meeting, Languages.current()
        place_and_dates = ", ".join(filter(None, (meeting.place, dates.span(meeting.first, meeting.last))))
        why = say(self.missing) if self.missing else place_and_dates
        # several meetings may have one title: the file tells them apart
        told = (meeting.file_name, why) if self.missing else (why, meeting.file_name)
        facts = " · ".join(filter(None, told))
        progress = ""
        if not self.missing:
            if meeting.finished:
                progress = tr("adopted")
            elif meeting.total:
                progress = tr("{adopted} of {total} adopted", adopted=meeting.adopted, total=meeting.total)
        self._title.setText(meeting.title(language))
        self._facts.setText(facts)
        self._when.setText(dates.moment(meeting.opened))
        self._progress.setText(progress)
        if self._bar is not None:
            self._bar.setAccessibleName(progress)
        said = (meeting.title(language), facts, progress, dates.moment(meeting.opened))
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setToolTip(meeting.file_name if meeting.shared else meeting.path)
        if self.restore is not None:
            self.restore.set_words(tr("Restore from a backup…"), RESTORE_KEY)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's override: the card's menu, by the mouse or the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(tr("Open"), self._open)
        opening.setEnabled(self.missing is None)
        restoring = menu.addAction(tr("Restore from a backup…"), self._restore)
        restoring.setEnabled(has_backup(self.meeting))
        menu.addSeparator()
        menu.addAction(tr("Remove from the list"), self._remove).setShortcut(Qt.Key.Key_Delete)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Delete takes the meeting off the list, R restores one whose file is gone."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() == Qt.Key.Key_R and self.restore is not None:
            self._restore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        self.open_asked.emit(self.meeting.path)

    @Slot()
    def _remove(self) -> None:
        self.remove_asked.emit(self.meeting.path)

    @Slot()
    def _restore(self) -> None:
        self.restore_asked.emit(self.meeting.path)


class RecentColumn(QWidget):
    """The cards one under the other; Up, Down, Home and End move among them.

    Signals (all with the path): ``open_asked``, ``remove_asked``, ``restore_asked``; and ``left()``
    when the Left key leads out of the column.
    """

    open_asked = Signal(str)
    remove_asked = Signal(str)
    restore_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self.cards: list[RecentCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_meetings(self, meetings: Sequence[RecentMeeting]) -> None:
        """Show *meetings*; the focus stays at the place where it was."""
        place = self.place_of_focus()
        clear_layout(self)
        self.cards = [RecentCard(meeting) for meeting in meetings]
        for card in self.cards:
            card.open_asked.connect(self.open_asked)
            card.remove_asked.connect(self.remove_asked)
            card.restore_asked.connect(self.restore_asked)
            self._column.addWidget(card)
            # Shown by the layout only later, and what is not shown cannot have the focus.
            card.setVisible(True)
        self._column.addStretch(1)
        if place is not None and self.cards:
            self.focus_card(min(place, len(self.cards) - 1))

    def place_of_focus(self) -> int | None:
        """Return which card has the focus."""
        return next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)

    def focus_card(self, place: int) -> None:
        """Give card *place* the focus, as a key would."""
        self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: arrows among the cards; what a card does not take arrives here."""
        place = self.place_of_focus()
        moves = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(self.cards),
            Qt.Key.Key_End: len(self.cards),
        }
        step = moves.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Left and place is not None:
            self.left.emit()
            return
        if place is None or step is None:
            super().keyPressEvent(event)
            return
        self.focus_card(min(max(place + step, 0), len(self.cards) - 1))
