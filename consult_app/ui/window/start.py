"""The start page: what can be begun on the left, the recent meetings (or a new one) on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui.actions import Actions
from consult_app.ui.language import NAMES, Languages, Retranslating, say, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.begin_button import BeginButton
from consult_app.ui.parts.controls import Button, Label
from consult_app.ui.parts.lines import in_line
from consult_app.ui.parts.panels import Banner, EmptyState
from consult_app.ui.window.offered import tour_is_new
from consult_app.ui.window.presets import Preset
from consult_app.ui.window.recent import RecentMeetings
from consult_app.ui.window.recent_cards import RecentColumn, has_backup

if TYPE_CHECKING:
    from consult_app.ui.window.new_meeting import NewMeetingPage

TOUR: Final = "help.tour"
OFFERED: Final = ("start.sample", "start.new", "start.open", "start.join", TOUR)
"""Actions of the left half, in order; those that are not registered are not shown."""
_FORM: Final = 560
"""The room that the form of a new meeting needs beside them."""
_LINK_FRAME: Final = 7
"""What the sheet puts on each side of the words of a link on the rail: 5, and a frame of 2."""


class StartPage(Retranslating, QWidget):
    """What is seen when no meeting is open.

    Signals: ``open_asked(path)``, ``restore_asked(path)`` for a recent meeting; ``create_asked(new)``
    with a filled-in :class:`~consult_app.ui.window.new_meeting.NewMeeting`; ``menu_asked(where)``.
    """

    open_asked = Signal(str)
    restore_asked = Signal(str)
    create_asked = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(
        self, actions: Actions, recent: RecentMeetings, presets: Callable[[], Sequence[Preset]]
    ) -> None:
        super().__init__()
        self._actions, self._recent = actions, recent
        self._buttons: dict[str, Button] = {}
        self.banner = Banner()
        self.column = RecentColumn()
        self._act: Callable[[], object] | None = None
        self._pages = QStackedWidget()
        self._presets = presets
        self._new: NewMeetingPage | None = None  # made when it is first asked for: the window shows first
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        self.column.open_asked.connect(self._open)
        self.column.left.connect(self._to_buttons)
        self.column.remove_asked.connect(self._remove)
        self.column.restore_asked.connect(self.restore_asked)
        self.banner.acted.connect(self._acted)
        Theme.instance().changed.connect(self._fit)
        self._fit()
        self.retranslate()
        self.show_recent()
        if recent.problem is not None:
            self.say(say(recent.problem), "warn")

    def _left(self) -> QWidget:
        left = QWidget()
        left.setProperty("surface", "rail")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._half = left
        column = QVBoxLayout(left)
        column.setContentsMargins(48, 62, 48, 52)
        column.setSpacing(14)
        self._name = Label("display", "Consult")
        self._claim = Label("claim", wrap=True)
        column.addWidget(self._name)
        column.addWidget(self._claim)
        gap = QWidget()
        hold(gap, high=22)
        column.addWidget(gap)
        for place, action_id in enumerate(a for a in OFFERED if a in self._actions):
            button = BeginButton("rail" if place else "rail-primary")
            button.clicked.connect(self._actions.action(action_id).trigger)
            self._buttons[action_id] = button
            column.addWidget(button)
        column.addStretch(1)
        column.addLayout(in_line(self._language_line(), _LINK_FRAME, _LINK_FRAME))
        return left

    def _language_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._languages = QButtonGroup(line)
        for code, name in NAMES.items():
            button = Button("rail-link", name)
            button.setProperty("code", code)
            button.setCheckable(True)
            self._languages.addButton(button)
            row.addWidget(button)
        self._languages.buttonClicked.connect(self._switch_language)
        row.addStretch(1)
        self._menu = Button("rail-link")
        self._menu.clicked.connect(self.ask_menu)
        row.addWidget(self._menu)
        return line

    def _right(self) -> QWidget:
        self._heading = Label("lead")
        self._empty = EmptyState(icon_name="meeting")
        scroll = QScrollArea()
        # a plain viewport of our own: to hand out the one it has, PySide looks through all its classes
        scroll.setViewport(QWidget())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.column)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(scroll, 1)
        for page in (listed, self._empty):
            self._pages.addWidget(page)
        self._pages.currentChanged.connect(self._fit)
        self._listed = listed
        right = QWidget()
        right.setProperty("surface", "ground")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(right)
        outer.setContentsMargins(56, 62, 56, 32)
        outer.setSpacing(20)
        outer.addWidget(self.banner)
        outer.addWidget(self._pages, 1)
        return right

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setAccessibleName(tr("Start page"))
        self._claim.setText(
            tr(
                "Run a tripartite meeting, from the first registration "
                "to the adopted text in three languages."
            )
        )
        for action_id, button in self._buttons.items():
            button.set_words(self._actions.words(action_id), self._actions.shipped_key(action_id))
        for link in self._languages.buttons():
            link.setChecked(link.property("code") == Languages.current())
        self._menu.set_words(tr("Menu"))
        self._heading.setText(tr("Recent meetings"))
        self._empty.set_words(
            tr("No meeting has been opened on this desk yet"),
            tr(
                "Open the sample meeting to see a whole one, from registration "
                "to adopted conclusions, or begin your own."
            ),
        )

    @Slot()
    def _fit(self) -> None:
        # Large type may ask for more than half of a small window: the list keeps its room.
        wanted = min(fonts.pixels(420), int(self.width() * 0.36))
        half = max(wanted, self._half.minimumSizeHint().width(), 320)
        self._half.setFixedWidth(half)
        # a form is left by Esc or by being filled in: what else could be begun gives way to it
        forms = self._new is not None and self._pages.currentWidget() is self._new
        self._half.setVisible(not forms or self.width() - half >= fonts.pixels(_FORM))

    @Slot()
    def show_recent(self) -> None:
        """Show the list of recent meetings as it is now."""
        meetings = self._recent.meetings
        if TOUR in self._buttons:
            # offered once: who has begun it finds it under Help
            self._buttons[TOUR].setVisible(tour_is_new())
        self.column.show_meetings(meetings)
        self._pages.setCurrentWidget(self._listed if meetings else self._empty)

    @Slot()
    def show_new(self) -> None:
        """Show the form for a new meeting."""
        self.banner.hide()
        page = self.new_meeting
        page.clear()
        self._pages.setCurrentWidget(page)
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def new_meeting(self) -> NewMeetingPage:
        """The form for a new meeting; made at first use."""
        if self._new is None:
            from consult_app.ui.window.new_meeting import NewMeetingPage

            self._new = NewMeetingPage(self._presets)
            # it scrolls, and out of sight it must not make this half wider
            self._new.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._new.create_asked.connect(self.create_asked)
            self._new.cancelled.connect(self.show_recent)
            self._pages.addWidget(self._new)
        return self._new

    @Slot()
    def ask_menu(self) -> None:
        """Ask the window to open the menu beside its button."""
        self.menu_asked.emit(self._menu.mapToGlobal(QPoint(0, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Up and Down along the buttons, Right to the list and Left back."""
        buttons = [button for button in self._buttons.values() if not button.isHidden()]
        place = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        key = event.key()
        if place is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            buttons[(place + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Right and self.column.cards and self._pages.currentWidget() is self._listed:
            self.column.focus_card(0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[place].click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Qt's override: what a button needs is only known once its words and its type are both set."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: divide the width anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: the meeting of last time has the focus, before there is one the first thing to
        do."""
        super().showEvent(event)
        if self.focusWidget() is None:
            cards = self.column.cards if self._pages.currentWidget() is self._listed else []
            first = next(iter((*cards, *self._buttons.values())), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_buttons(self) -> None:
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _open(self, path: str) -> None:
        meeting = next(m for m in self._recent.meetings if m.path == path)
        reason = meeting.missing()
        if reason is None:
            self.open_asked.emit(path)
            return
        words = tr("{file} cannot be opened: {reason}.", file=meeting.file_name, reason=say(reason))
        if has_backup(meeting):
            restore = partial(self.restore_asked.emit, path)
            self.say(words, "warn", tr("Restore from a backup…"), restore)
        else:
            self.say(words, "warn", tr("Remove from the list"), partial(self._remove, path))

    def say(
        self, words: str, tone: str = "info", action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say *words* above the page (``info``, ``warn``, ``error``); the button *action* does *do*."""
        self._act = do
        self.banner.show_words(words, tone, action)

    @Slot()
    def _acted(self) -> None:
        act, self._act = self._act, None
        self.banner.hide()
        if act is not None:
            act()

    @Slot(str)
    def _remove(self, path: str) -> None:
        name = Path(path).name
        try:
            self._recent.remove(path)
        except OSError as error:
            self.say(
                tr(
                    "The list of recent meetings could not be written ({error}).",
                    error=error.strerror or name,
                ),
                "error",
            )
            return
        self.show_recent()

    @Slot("QAbstractButton*")
    def _switch_language(self, button: Button) -> None:
        Languages.set(str(button.property("code")))
