"""A notice that stays above everything until it is answered: what no later notice may push away.

It stands over the start page and over a meeting alike, and never over the work. The newest is shown;
behind one that was answered stands the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consult_app.ui.announcing import announce
from consult_app.ui.language import Retranslating
from consult_app.ui.parts.controls import Button, Label, PrimaryButton, QuietButton, set_property
from consult_app.ui.parts.panels import ANSWER_KEY, IconSign, clear_layout


@dataclass(frozen=True)
class Offered:
    """One answer: its words in the window's language, asked for when they are shown, and what it does.
    *key* is the key that the program ships for the same thing elsewhere."""

    words: Callable[[], str]
    do: Callable[[], object]
    key: str = ""


@dataclass(frozen=True)
class StandingNotice:
    """What is said and how it can be answered; with no way out of it (*answers* that leave all as it is) it
    stays until whoever put it there takes it away."""

    words: Callable[[], str]
    answers: Sequence[Offered]
    tone: str = "warn"
    leave: Callable[[], object] | None = None
    """What Esc does while the focus is in the notice; None where it cannot be left."""


class StandingNotices(Retranslating, QWidget):
    """The place of the notices that stay, each known by its name.

    Signals: ``changed()`` when another notice is in sight, or none.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[str, StandingNotice] = {}
        self._frame = QFrame()
        self._frame.setProperty("role", "banner")
        self._sign = IconSign("warn", "warn", 16)
        self._words = Label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answers = QWidget()
        self.buttons: list[Button] = []
        held = QHBoxLayout(self._answers)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(8)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._answers)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self._frame)
        self.hide()

    def put(self, name: str, notice: StandingNotice) -> None:
        """Show *notice* under *name*, in place of what was said under it before."""
        self._notices.pop(name, None)
        self._notices[name] = notice
        self._show()
        announce(self, notice.words(), urgent=True)

    def take_away(self, name: str) -> None:
        """What was said under *name* is over; nothing where nothing was."""
        if self._notices.pop(name, None) is not None:
            self._show()

    def __contains__(self, name: object) -> bool:
        return name in self._notices

    @property
    def in_sight(self) -> StandingNotice | None:
        """The notice that is shown."""
        return next(reversed(self._notices.values()), None)

    @property
    def words(self) -> str:
        """What is said now; "" where nothing is."""
        return self._words.text() if self.in_sight is not None else ""

    def answer(self) -> None:
        """Give the first answer of the notice in sight."""
        if self.buttons:
            self.buttons[0].click()

    def _show(self) -> None:
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        notice = self.in_sight
        clear_layout(self._answers)
        self.buttons = []
        self.setVisible(notice is not None)
        if notice is not None:
            for place, offered in enumerate(notice.answers):
                button = QuietButton() if place else PrimaryButton()
                button.clicked.connect(partial(self._answered, offered))
                row = self._answers.layout()
                if row is not None:
                    row.addWidget(button)
                self.buttons.append(button)
            set_property(self._frame, "tone", notice.tone)
            set_property(self._words, "tone", notice.tone)
            self._sign.show_icon("info" if notice.tone == "info" else "warn", notice.tone)
            self.retranslate()
            if had_focus and self.buttons:
                self.buttons[0].setFocus()
        self.changed.emit()

    def _answered(self, offered: Offered, _checked: bool = False) -> None:
        offered.do()

    def retranslate(self) -> None:
        """Say everything anew."""
        notice = self.in_sight
        if notice is None:
            return
        self._words.setText(notice.words())
        self.setAccessibleName(notice.words())
        for place, (button, offered) in enumerate(zip(self.buttons, notice.answers, strict=True)):
            button.set_words(offered.words(), offered.key or ("" if place else ANSWER_KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves all as it is, where that is an answer."""
        notice = self.in_sight
        if event.key() == Qt.Key.Key_Escape and notice is not None and notice.leave is not None:
            notice.leave()
        else:
            super().keyPressEvent(event)


__all__ = ["Offered", "StandingNotice", "StandingNotices"]
