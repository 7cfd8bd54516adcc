"""The desk's side of the room: what is prepared, what is shown, and the few acts that lead from one to
the other. Nothing reaches the room but through here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from consult_app.meetings.acts import stamp
from consult_app.state import State
from consult_app.ui.language import Languages, tr
from consult_app.ui.look.theme import Theme
from consult_app.ui.room.choices import AtHand, Choices, remember, remembered
from consult_app.ui.room.look import room_palette
from consult_app.ui.room.pages import Page, TextPage
from consult_app.ui.room.picture import Picture, picture_of
from consult_app.ui.room.projection import Projection, Where
from consult_app.ui.room.screens import Identity
from consult_app.ui.room.shown import Shown
from consult_app.ui.room.speakers_picture import SpeakersPicture
from consult_app.ui.room.still import StillPicture
from consult_app.ui.room.text_picture import TextPicture

_SECOND: Final = 1000


class RoomControl(QObject):
    """One for the window. ``shown`` is what the room sees, ``choices`` what the desk prepares.

    Signals: ``changed()`` when chip, panel or actions may say something else; ``painted()`` when the two
    pictures for the desk are other ones; ``told(tone, words)`` for the banner; ``other_found(identity)``
    when the room's screen is gone and another one is there, which nobody has chosen.
    """

    changed = Signal()
    painted = Signal()
    told = Signal(str, str)
    other_found = Signal(object)

    def __init__(self, desk_window: QWidget) -> None:
        super().__init__(desk_window)
        self.desk: Any = None
        self.shown = Shown()
        self.choices = remembered()
        self.at_hand = AtHand()
        self.following = False
        self.watched = False
        self.room_picture: Picture | None = None
        self.prepared_picture: Picture | None = None
        self.projection = Projection(desk_window, self)
        self.projection.moved.connect(self._moved)
        self._was = Where.OFF
        self._offered: Identity | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        Theme.instance().changed.connect(self._lay_out_anew)

    # the meeting

    @property
    def state(self) -> State | None:
        """The state of the meeting that is open."""
        return self.desk.state if self.desk is not None else None

    def bind(self, desk: Any) -> None:
        """Take the desk of a meeting, or None when it is closed: then the room goes dark as well."""
        self.projection.turn_off()
        self.desk = desk
        self.shown, self.at_hand, self.following = Shown(), AtHand(), False
        self.choices = replace(self.choices, kind="text", notice="")
        self.room_picture = self.prepared_picture = None
        self._clock.stop()
        self._lay_out_anew()

    def leave(self) -> None:
        """The desk's window goes, and the room's with it."""
        Theme.instance().changed.disconnect(self._lay_out_anew)
        self.projection.leave()

    def follow_meeting(self) -> None:
        """Something was decided: the page on the screen shows it, unless it is held."""
        if self.state is not None:
            self.shown = self.shown.moved(self.state)
            if self._seen:
                self._lay_out_anew()

    def prepare(self, at_hand: AtHand) -> None:
        """Something else is at hand at the Table. The room sees it only where it follows."""
        if at_hand == self.at_hand:
            return
        self.at_hand = at_hand
        if self.following and not self.shown.held and not self.shown.blank and self.choices.kind == "text":
            self.show()
        elif self._seen:
            self._lay_out_anew()

    def choose(self, choices: Choices) -> None:
        """Prepare with other choices. Size and colours hold for what is on the screen as well."""
        self.choices = choices
        remember(choices)
        self._lay_out_anew()

    def watch(self, wanted: bool) -> None:
        """Lay the desk's pictures out, or no longer: the panel is open or closed."""
        self.watched = wanted
        self._lay_out_anew()

    def prepared(self) -> Page | None:
        """The page that F5 would show; None where there is nothing."""
        state = self.state
        return self.choices.page(state, self.at_hand, self.desk.seq) if state is not None else None

    # acts

    def show(self) -> None:
        """Show in the room what is prepared."""
        page, state = self.prepared(), self.state
        if state is None:
            return
        if page is None:
            self.told.emit("info", self._nothing_prepared())
            return
        self.shown = self.shown.show(page, state, self.desk.seq)
        self._turn_on()

    def hold(self) -> None:
        """Keep what the room sees while the desk goes on; again, let it catch up."""
        if self.state is not None:
            self.shown = self.shown.toggle_hold(self.state)
            self._lay_out_anew()

    def blank(self) -> None:
        """Show only the title of the meeting; again, what was there before."""
        if self.state is None:
            return
        self.shown = replace(self.shown, blank=True) if not self.on else self.shown.toggle_blank()
        if self.shown.page is None:
            self.shown = replace(self.shown, blank=True)
        self._turn_on(smooth=False)

    def follow(self) -> None:
        """Let the room follow the Table from node to node, or no longer."""
        self.following = not self.following
        self.changed.emit()

    def scale_by(self, steps: int) -> None:
        """Make the type of the room larger or smaller."""
        self.choose(self.choices.scaled(steps))

    def scroll_by(self, pages: int) -> None:
        """Scroll a long page by so many screens."""
        picture, view = self.room_picture, self.projection.window.view
        if picture is not None:
            wanted = picture.from_line(view.scrolled + pages * picture.page_step)
            view.scroll_to(min(picture.reach, max(picture.start, wanted)))
            self.painted.emit()

    def turn_off(self) -> None:
        """Take the room screen away; what was shown is forgotten."""
        self.shown = Shown()
        self.projection.turn_off()
        self._lay_out_anew()

    def set_windowed(self, windowed: bool) -> None:
        """Show the room in a window on this screen, or on its own screen again."""
        self.projection.set_windowed(windowed)
        if windowed and not self.on and self.state is not None:
            self.shown = replace(self.shown, blank=self.shown.page is None)
            self._turn_on(smooth=False)
        self.changed.emit()

    def use_screen(self, screen: Identity) -> None:
        """Show the room on *screen* from now on."""
        self.projection.use(screen)
        self._lay_out_anew()

    @property
    def on(self) -> bool:
        """Whether the room is meant to see something, be its screen there or not."""
        return self.projection.where is not Where.OFF

    @property
    def scrolled(self) -> float:
        """How far the page in the room is scrolled."""
        return self.projection.window.view.scrolled

    # laying out

    def _turn_on(self, *, smooth: bool = True) -> None:
        # the picture first: nothing of what was there before may be seen for a moment
        self._lay_out(smooth=smooth)
        self._offered = None
        self.projection.turn_on()
        if self.projection.where is Where.NO_SCREEN:
            self.told.emit(
                "warn",
                tr("There is no second screen. “Room in a window” in the menu Room shows it on this one."),
            )

        elif self.projection.where is Where.UNPLUGGED and not self.projection.others():
            self.told.emit("warn", tr("The screen of the room is unplugged, and no other is there."))

    def _offer_other(self) -> None:
        """The room's screen is away: say once which other is there."""
        found = next((identity for _screen, identity in self.projection.others()), None)
        if found is not None and found != self._offered:
            self.other_found.emit(found)
        self._offered = found

    @Slot(str)
    def _moved(self, where: str) -> None:
        before, self._was = self._was, Where(where)
        if self._was is not Where.UNPLUGGED:
            self._offered = None
        if self._was is Where.UNPLUGGED and before is Where.SCREEN:
            self.told.emit(
                "warn",
                tr("The screen of the room was unplugged. Plugged in again, it shows the same page."),
            )
        elif self._was is Where.UNPLUGGED and before is Where.UNPLUGGED:
            self._offer_other()
        elif self._was is Where.SCREEN and before is Where.UNPLUGGED:
            self.told.emit("info", tr("The screen of the room is back."))
        elif self._was is Where.OFF and before is Where.WINDOW:
            self.shown = Shown()
        self._lay_out(smooth=False)

    @Slot()
    def _lay_out_anew(self) -> None:
        self._lay_out(smooth=True)

    def _lay_out(self, *, smooth: bool) -> None:
        state = self.state
        self.prepared_picture = None
        if state is not None and self._seen:
            self._take_pictures(state, smooth=smooth)
        self._keep_time()
        self.changed.emit()
        self.painted.emit()

    @property
    def _seen(self) -> bool:
        """Whether anybody sees the pictures, in the room or at the desk, or will when the screen is lit."""
        return self.on or self.watched or self.shown.page is not None

    def _take_pictures(self, state: State, *, smooth: bool) -> None:
        size = self.projection.size
        palette = room_palette(self.choices.colours, Theme.current())
        factor = self.choices.factor
        page, of = self.shown.now(state, self._title_language())
        self._show(picture_of(page, of, size, palette, factor, self.room_picture), smooth=smooth)
        prepared = self.prepared() if self.watched else None
        if prepared is not None:
            self.prepared_picture = picture_of(prepared, state, size, palette, factor)

    def _show(self, picture: Picture, *, smooth: bool) -> None:
        before, view = self.room_picture, self.projection.window.view
        scroll = picture.start
        if isinstance(picture, TextPicture) and isinstance(before, TextPicture):
            if picture.looks_like(before):
                self.room_picture = before
                return
            if before.page.place == picture.page.place:
                scroll = picture.scroll_to(before.spot_at(view.scrolled))
        elif isinstance(picture, StillPicture) and picture.looks_like(before):
            self.room_picture = before
            return
        self.room_picture = picture
        if isinstance(picture, SpeakersPicture):
            picture.now = stamp(datetime.now(UTC))
        view.show_picture(picture, scroll, smooth=smooth)

    def _title_language(self) -> str:
        if isinstance(self.shown.page, TextPage):
            return self.shown.page.language
        return next(iter(self.choices.languages), Languages.current())

    def _keep_time(self) -> None:
        clocks = [
            each for each in (self.room_picture, self.prepared_picture) if isinstance(each, SpeakersPicture)
        ]
        if any(each.running for each in clocks):
            self._clock.start()
        else:
            self._clock.stop()

    @Slot()
    def _tick(self) -> None:
        now = stamp(datetime.now(UTC))
        for picture in (self.room_picture, self.prepared_picture):
            if isinstance(picture, SpeakersPicture):
                picture.now = now
        self.projection.window.view.update()
        self.painted.emit()

    def _nothing_prepared(self) -> str:
        if self.choices.kind == "vote":
            return tr("No vote has been recorded yet.")
        if self.choices.kind == "notice":
            return tr("Write the notice first, in the panel of the room.")
        return tr("There is no text to show yet.")
