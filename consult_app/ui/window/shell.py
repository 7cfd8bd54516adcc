"""The main window: the start page, or rail, top bar, station at hand and footer of a meeting.

The shell knows no meeting. Whoever owns it binds a desk, hands on changes, and answers its signals;
stations are made when they are first entered, and one that is out of sight is refreshed when it is
entered again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from consult_app.ui.actions import Actions
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.panels import Banner
from consult_app.ui.station import ChangesLike, DeskLike, Station, StationPlan
from consult_app.ui.waiting import behind_the_paint
from consult_app.ui.window import geometry
from consult_app.ui.window.presets import Preset
from consult_app.ui.window.recent import RecentMeetings
from consult_app.ui.window.standing import StandingNotices
from consult_app.ui.window.start import StartPage
from consult_app.ui.window.window_actions import register_window_actions

if TYPE_CHECKING:
    from consult_app.ui.window.bars import Footer, Footing, Heading, TopBar
    from consult_app.ui.window.meeting_page import MeetingPage
    from consult_app.ui.window.rail import Rail


class Shell(Retranslating, QMainWindow):
    """The window itself.

    Signals: ``station_entered(key)`` after a station came into sight; ``closing()`` when the window
    is about to go. The start page's own signals are on ``start``.
    """

    station_entered = Signal(str)
    closing = Signal()

    def __init__(
        self,
        plans: Sequence[StationPlan],
        recent: RecentMeetings,
        presets: Callable[[], Sequence[Preset]],
        register: Callable[[Shell, Actions], None] | None = None,
    ) -> None:
        """Build the window; *register* adds the actions before bars and start page look for them."""
        super().__init__()
        self.known_actions = Actions(self)
        self.standing = StandingNotices()
        self._plans = {plan.key: plan for plan in plans}
        self._stations: dict[str, Station] = {}
        self._stale: set[str] = set()
        self._desk: DeskLike | None = None
        self._title = ""
        self._refreshing = behind_the_paint(self, self._refresh_actions)
        self._offered = tuple(self._plans)
        self.pages = QStackedWidget()
        self._meeting: MeetingPage | None = None
        register_window_actions(self, self.known_actions, plans)
        if register is not None:
            register(self, self.known_actions)
        self.start = StartPage(self.known_actions, recent, presets)
        self.pages.addWidget(self.start)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.standing)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self.start.menu_asked.connect(self.open_menu_above)
        self.setMinimumSize(920, 560)
        self.retranslate()
        geometry.restore(self, "main")

    @property
    def meeting(self) -> MeetingPage:
        """What stands around the stations; made at first use: the window shows first."""
        if self._meeting is None:
            from consult_app.ui.window.meeting_page import MeetingPage

            page = self._meeting = MeetingPage(tuple(self._plans.values()), self.known_actions)
            page.rail.station_chosen.connect(self.enter)
            page.rail.menu_asked.connect(self.open_menu)
            page.rail.offer(self._offered)
            self.pages.addWidget(page)
        return self._meeting

    @property
    def rail(self) -> Rail:
        """The rail of stations."""
        return self.meeting.rail

    @property
    def top_bar(self) -> TopBar:
        """The bar above the station at hand."""
        return self.meeting.top_bar

    @property
    def footer(self) -> Footer:
        """The line below it."""
        return self.meeting.footer

    @property
    def banner(self) -> Banner:
        """What is said above the station at hand."""
        return self.meeting.banner

    @property
    def in_meeting(self) -> bool:
        """Whether a meeting is shown (and not the start page)."""
        return self._meeting is not None and self.pages.currentWidget() is self._meeting

    def show_start(self) -> None:
        """Leave the meeting: stations are unbound and the start page comes into sight."""
        for station in self._stations.values():
            station.bind(None)
        self._desk = None
        self._title = ""
        self.start.show_recent()
        self.pages.setCurrentWidget(self.start)
        self._show_title()
        self.known_actions.refresh()

    def show_meeting(self, desk: DeskLike, title: str, station: str = "") -> None:
        """Show the meeting behind *desk* at *station* (the first on the rail when none is named)."""
        self._desk = desk
        self._title = title
        self.banner.dismiss()
        for made in self._stations.values():
            made.bind(desk)
        self._stale.clear()
        self.pages.setCurrentWidget(self.meeting)
        self._show_title()
        self.enter(station or self._offered[0])
        self.known_actions.refresh()

    def rename(self, title: str) -> None:
        """Call the meeting that is shown *title*, as in another language of the window."""
        if self.in_meeting:
            self._title = title
            self._show_title()

    def station(self, key: str) -> Station:
        """Return the station *key*, made and bound if this is the first time. Raises KeyError."""
        if key not in self._stations:
            made = self._plans[key].make()
            made.retranslate()
            made.notice.connect(self.show_notice)
            self.meeting.stations.addWidget(made)
            self._stations[key] = made
            if self._desk is not None:
                made.bind(self._desk)
        return self._stations[key]

    @property
    def station_names(self) -> tuple[str, ...]:
        """The keys of all stations, in the order of the rail."""
        return tuple(self._plans)

    @property
    def stations_made(self) -> tuple[str, ...]:
        """The keys of the stations that have been entered, in the order of the rail."""
        return tuple(key for key in self._plans if key in self._stations)

    @property
    def station_at_hand(self) -> str:
        """The key of the station in sight; empty before the first was entered."""
        shown = self._meeting.stations.currentWidget() if self._meeting is not None else None
        return next((key for key, made in self._stations.items() if made is shown), "")

    @Slot(str)
    def enter(self, key: str) -> None:
        """Bring the station *key* into sight and give it the focus. Raises KeyError."""
        station = self.station(key)
        if key in self._stale:
            self._stale.discard(key)
            station.refresh(None)
        self.meeting.stations.setCurrentWidget(station)
        self.rail.show_station(key)
        station.first_focus().setFocus()
        self.station_entered.emit(key)

    def set_side(self, panel: QWidget) -> None:
        """Put *panel* at the side of every station; it is the owner's to show and to hide."""
        self.meeting.set_side(panel)

    def set_above(self, panel: QWidget) -> None:
        """Put *panel* above every station, under the banner; it is the owner's to show and to hide."""
        self.meeting.set_above(panel)

    def offers(self, key: str) -> bool:
        """Whether the station *key* can be entered now."""
        return self.in_meeting and key in self._offered

    def offer(self, keys: Sequence[str]) -> None:
        """Offer only the stations *keys*: a coordinator's file has fewer."""
        self._offered = tuple(key for key in self._plans if key in keys)
        self.rail.offer(self._offered)
        self.known_actions.refresh()

    def hand_on(self, changes: ChangesLike) -> None:
        """Refresh the station in sight with *changes*; the others are refreshed when entered."""
        at_hand = self.station_at_hand
        for key, station in self._stations.items():
            if key == at_hand:
                station.refresh(changes)
            else:
                self._stale.add(key)
        # whoever decides waits for the text, and a menu asks again when it opens
        self._refreshing.start()

    @Slot()
    def _refresh_actions(self) -> None:
        self.known_actions.refresh()

    def show_anew(self) -> None:
        """Refresh everything, as when another text is worked on: the station in sight now, the others when
        they are entered."""
        at_hand = self.station_at_hand
        for key, station in self._stations.items():
            if key == at_hand:
                station.refresh(None)
            else:
                self._stale.add(key)
        self.known_actions.refresh()

    def show_heading(self, heading: Heading) -> None:
        """Fill the top bar."""
        self.top_bar.show_heading(heading)

    def show_footing(self, footing: Footing) -> None:
        """Fill the footer."""
        self.footer.show_footing(footing)

    @Slot(str, str)
    def show_notice(
        self, tone: str, words: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say *words* in the banner of the page in sight (``info``, ``warn``, ``error``); the button *action*
        does *do*."""
        if self.in_meeting:
            self.meeting.say(words, tone, action, do)
        else:
            self.start.say(words, tone, action, do)

    @Slot()
    def answer_notice(self) -> None:
        """Do what the notice in sight offers: the one that stays, else that of the window, of the station or
        of the start page."""
        if self.standing.in_sight is not None:
            self.standing.answer()
            return
        page = self.meeting.stations.currentWidget() if self.in_meeting else None
        banners = (self.banner, *page.findChildren(Banner)) if page is not None else (self.start.banner,)
        if any(banner.isVisible() and banner.press() for banner in banners):
            return
        self.show_notice("info", tr("No notice offers anything now."))

    @Slot()
    def ask_new(self) -> None:
        """Show the form for a new meeting on the start page."""
        self.start.show_new()

    @Slot()
    def ask_menu(self) -> None:
        """Open the menu beside the button that offers it on the page in sight."""
        if self.in_meeting:
            self.rail.ask_menu()
        else:
            self.start.ask_menu()

    @Slot(QPoint)
    def open_menu(self, where: QPoint) -> None:
        """Open the whole menu at *where*, as behind F10."""
        self._popup(where, above=False)

    @Slot(QPoint)
    def open_menu_above(self, where: QPoint) -> None:
        """Open the whole menu so that it ends at *where*."""
        self._popup(where, above=True)

    def _popup(self, where: QPoint, *, above: bool) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.known_actions.fill_menu(menu)
        menu.popup(where - QPoint(0, menu.sizeHint().height()) if above else where)

    def retranslate(self) -> None:
        """Put the actions and the window's title into the language at hand."""
        self.known_actions.refresh()
        self._show_title()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: what is possible may differ when the window is entered again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.known_actions.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc that nobody has taken leaves what lies over the station, also from the rail."""
        if event.key() == Qt.Key.Key_Escape and self.in_meeting and self.station_at_hand:
            self.station(self.station_at_hand).escape()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's override: keep the place of the window, and let its owner put things away."""
        geometry.remember(self, "main")
        self.closing.emit()
        super().closeEvent(event)

    def _show_title(self) -> None:
        name = tr("Consult")
        self.setWindowTitle(f"{self._title} – {name}" if self._title else name)
