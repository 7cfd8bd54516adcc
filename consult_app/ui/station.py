"""What every station on the rail is: a widget that is bound to a desk and refreshes on changes.

The window gives a station its desk and tells it what changed; a station never looks for either.
Only the few names below are expected of a desk, so that a station can be tried with a small
stand-in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from consult_app.ui.language import Retranslating

if TYPE_CHECKING:
    from consult_app.journal.jottings import Scratch
    from consult_app.ui.forms.kept_form import Kept

#: how unsaved words were taken up again: opened; opened, but what they were written on has changed since;
#: other words are being written; the place is not there any more
Resumed = Literal["opened", "changed", "busy", "gone"]


class DeskLike(Protocol):
    """The part of a desk that the shell itself relies on; stations may ask more of their own."""

    @property
    def state(self) -> Any:
        """The state in force (immutable)."""


class ChangesLike(Protocol):
    """What one performed row touched; the shell hands it on unread."""


class Station(Retranslating, QWidget):
    """Base of the stations. A subclass gives ``key`` and ``icon`` and overrides what it needs.

    Signals:
        notice(tone, words): something to tell the person in a banner; tone is ``info``, ``warn`` or
            ``error``.
        figures_changed(): the chips of the top bar or the counts of the footer may differ now.
    """

    key: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    #: whether what is shown anew now follows from something that was recorded
    recording = False

    notice = Signal(str, str)
    figures_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Any = None
        self.setProperty("surface", "ground")
        self.setProperty("station", self.key)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def title(self) -> str:
        """Return the name on the rail, in the window's language."""
        raise NotImplementedError

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* (None when the meeting is closed) and show it from the beginning."""
        self.desk = desk
        self.refresh(None)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show what *changes* touched; None means everything. Called only while bound or on bind."""

    def retranslate(self) -> None:
        """Set the words anew; the base sets the accessible name from the title."""
        self.setAccessibleName(self.title())

    def escape(self) -> None:
        """Leave what lies over the station in place of its work; Esc was pressed, and nobody took it."""

    def first_focus(self) -> QWidget:
        """Return the widget that has the focus when the station is entered."""
        return self

    def forms(self) -> Iterable[Kept]:
        """Return the forms whose words are kept, each of which says what it is."""
        return ()

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* on what it was *about* (ids by their kind); false where that is gone."""
        return False

    def unsaved(self) -> Iterable[Scratch]:
        """Return what is being written here now, each at a place of its own, with what it takes to open it
        again. Asked for every two seconds; nothing where nothing was written."""
        return (found for form in self.forms() if (found := form.unrecorded()) is not None)

    def resume(self, found: Scratch) -> Resumed:
        """Open what *found* was written in (one of ``unsaved()`` of an earlier session), with its words."""
        form = next((each for each in self.forms() if each.what == found.extra.get("form")), None)
        if form is None:
            return "gone"
        about = {key: value for key, value in found.extra.items() if isinstance(value, str)}
        there = form.unrecorded()
        if there is not None:
            return "busy"
        if not self.open_form(form.what, about):
            return "gone"
        return "opened" if form.take_up_found(found) else "changed"


@dataclass(frozen=True)
class StationPlan:
    """A place on the rail whose widget is made when it is first entered.

    ``words`` and ``short`` are message ids; ``short`` is the name under the icon where the full one
    would be too long.
    """

    key: str
    icon: str
    words: str
    make: Callable[[], Station]
    short: str = ""
