"""The room in the desk's window: its control, its panel, and the wires to Table, bars and actions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from consult_app.ui import settings
from consult_app.ui.announcing import announce
from consult_app.ui.language import tr
from consult_app.ui.room.choices import AtHand
from consult_app.ui.room.control import RoomControl
from consult_app.ui.room.identify import number_screens
from consult_app.ui.room.pages import root_of
from consult_app.ui.room.panel import RoomPanel
from consult_app.ui.room.projection import Where
from consult_app.ui.room.saying import fact_of, name_of_screen
from consult_app.ui.room.screens import Identity
from consult_app.ui.window.bars import Fact

if TYPE_CHECKING:
    from consult_app.ui.amendments.station import AmendmentsStation
    from consult_app.ui.table.station import TableStation
    from consult_app.ui.window.shell import Shell

_PANEL_KEY = "room/panel"


class RoomDesk(QObject):
    """One for the window, made when the first meeting is opened.

    Signals: ``changed()`` when the chip may say something else.
    """

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._met: set[str] = set()
        self._said: object = None
        self._warned = ""
        self.control = RoomControl(shell)
        # a call put off would come before the paint, a timer that is due comes behind it
        self._following = QTimer(self, interval=0, singleShot=True)
        self._following.timeout.connect(self._follow)
        self.panel = RoomPanel(self.control)
        shell.set_side(self.panel)
        self._open_panel(settings.read_text(_PANEL_KEY) == "yes")
        shell.station_entered.connect(self.meet)
        self._read_out = ""
        self.control.told.connect(self._tell)
        self.control.other_found.connect(self._offer_other)
        self.control.changed.connect(self._changed)
        self.control.projection.asked.connect(self._asked)

    def bind(self, desk: Any) -> None:
        """Take the desk of a meeting; None when it is closed."""
        self.control.bind(desk)

    @Slot(str)
    def meet(self, key: str) -> None:
        """A station came into sight: what is at hand there is prepared for the room from now on."""
        if key not in self._met and key in ("table", "amendments"):
            self._met.add(key)
            if key == "table":
                table = self._table
                table.node_reached.connect(self.look)
                table.parts.list.reached.connect(self.look)
            else:
                self._amendments.table.row_chosen.connect(self.look)
        self.look()

    @property
    def _table(self) -> TableStation:
        return cast("TableStation", self._shell.station("table"))

    @property
    def _amendments(self) -> AmendmentsStation:
        return cast("AmendmentsStation", self._shell.station("amendments"))

    @Slot()
    def look(self, _which: str = "") -> None:
        """See what is at hand: the amendment chosen in the list of amendments while that is in sight,
        else the node and the amendment at the Table."""
        state = self.control.state
        if state is None:
            return
        if self._shell.station_at_hand == "amendments":
            chosen = root_of(state, self._amendments.table.chosen)
            nodes = state.drafting.texts[chosen.text_id].nodes if chosen is not None else {}
            place = next((node for node in chosen.targets() if node in nodes), "") if chosen else ""
            if chosen is not None and place:
                self.control.prepare(AtHand(chosen.text_id, place, self._amendments.table.chosen))
                return
        table = self._table if "table" in self._met else None
        if table is not None and table.reading is not None:
            amendment = table.amendment_at_hand
            self.control.prepare(
                AtHand(table.text.id, table.current_node.id, amendment.id if amendment is not None else "")
            )

    def follow_meeting(self) -> None:
        """Something was decided. The desk is painted first; the room follows at once."""
        self._following.start()

    @Slot()
    def _follow(self) -> None:
        self.control.follow_meeting()
        if self._met:
            self.look()

    def show(self) -> None:
        """Show in the room what is at hand now; at the Table, where nothing was entered yet."""
        self.meet("table")
        self.control.show()

    def fact(self) -> Fact:
        """The chip of the top bar."""
        return fact_of(self.control)

    @property
    def panel_is_open(self) -> bool:
        """Whether the panel is at the side."""
        return not self.panel.isHidden()

    def toggle_panel(self) -> None:
        """Open the panel, or close it."""
        self._open_panel(not self.panel_is_open)
        settings.write(_PANEL_KEY, "yes" if self.panel_is_open else "no")

    def _open_panel(self, wanted: bool) -> None:
        self.panel.setVisible(wanted)
        self.control.watch(wanted)
        if not wanted and self.control.choices.kind != "text":
            # nothing on the desk says any more that a notice or the speakers are prepared
            self.control.choose(replace(self.control.choices, kind="text"))
        if wanted and self.control.state is not None:
            self.panel.show_button.setFocus()

    def number_screens(self) -> None:
        """Show its number on every screen."""
        number_screens(self.control.projection.screens)

    def leave(self) -> None:
        """The window goes, and the room's with it."""
        self.control.bind(None)
        self.control.leave()

    @Slot(str, str)
    def _tell(self, tone: str, words: str) -> None:
        self._warned = words if tone == "warn" else ""
        self._shell.show_notice(tone, words)

    @Slot(object)
    def _offer_other(self, screen: Identity) -> None:
        """The screen of the room is gone and another is there: it is taken only when somebody says so."""
        name = name_of_screen(screen)
        self._warned = tr("The screen of the room is unplugged; {screen} is plugged in.", screen=name)
        use = partial(self.control.use_screen, screen)
        self._shell.show_notice("warn", self._warned, tr("Show on {screen}", screen=name), use)

    def _settle_warning(self) -> None:
        """The room is seen now: what was said of its screen is no longer so."""
        if self._warned and self.control.projection.where in (Where.SCREEN, Where.WINDOW, Where.OFF):
            if self._shell.banner.words == self._warned:
                self._shell.banner.dismiss()
            self._warned = ""

    def _say_fact(self) -> None:
        """Have read out once what the room sees now: nobody at the desk need look at the chip."""
        fact = self.fact()
        words = " ".join(part for part in (fact.words, fact.strong, fact.tail) if part)
        if self._read_out and words != self._read_out and self.control.state is not None:
            announce(self._shell, words)
        self._read_out = words

    @Slot()
    def _changed(self) -> None:
        control = self.control
        self._settle_warning()
        said = (self.fact(), control.shown.held, control.shown.blank, control.following, control.on)
        if said != self._said:
            self._said = said
            self._say_fact()
            self._shell.known_actions.refresh()
            self.changed.emit()

    @Slot(str)
    def _asked(self, action: str) -> None:
        """A key in the room's window does what the same action does here."""
        found = self._shell.known_actions.action(action)
        if found.isEnabled():
            found.trigger()
