"""The card of an amendment: number, whose it is, state, what it asks, positions, and the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.language import number_said, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Button, Elided, Label, PrimaryButton, QuietButton, set_property
from consult_app.ui.parts.lines import BrokenLine, in_line, laid_out_once, settle, take_height
from consult_app.ui.parts.panels import ROUND, Card
from consult_app.ui.table.decisions import DECISIONS, words_for
from consult_app.ui.table.faces import CardFace
from consult_app.ui.table.noted_sign import NotedSign
from consult_app.ui.table.positions import PositionsBar
from consult_app.ui.text.ink import Ink, InkLabel

_COLUMNS: Final = 3
_MORE: Final = "more"
_MARGINS: Final = 26
_GAP: Final = 8
_BAR: Final = 5
_RING: Final = 2
"""What the ring of the focus takes beside the words of a flat button."""
_MOST_LETTERS: Final = 320


def _bar_of(face: CardFace) -> tuple[tuple[str, ...], bool, bool, bool]:
    """What the buttons of a card hang on."""
    return face.bar, face.more, face.live, face.waits


def is_long(words: str) -> bool:
    """Whether a card shows *words* in full only where all cards have the room."""
    return len(words) > _MOST_LETTERS


def _folded(words: str) -> str:
    """*words*, cut at a space where they would push the decisions out of sight; the text shows them all."""
    if not is_long(words):
        return words
    return words[: words.rindex(" ", 0, _MOST_LETTERS)] + "…"


class AmendmentCard(Card):
    """One amendment. The one at hand shows its decisions.

    Signals: ``reached(id)`` when it gets the focus or is clicked; ``decision_asked(id, key)``;
    ``more_asked(id)``; ``position_stated(id, group, position)``; ``group_chosen(id, group)``.
    """

    reached = Signal(str)
    decision_asked = Signal(str, str)
    more_asked = Signal(str)
    position_stated = Signal(str, str, str)
    group_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(takes_focus=True, covers=True)
        self.stands: PositionsBar | None = None
        self.face: CardFace | None = None
        self._headed: object = None
        self._number = Label("topic")
        self.noted = NotedSign()
        self._who = InkLabel("figure")
        self._state = Elided("small")
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._asks = Label(wrap=True)
        self._positions = InkLabel("figure")
        self._positions.setWordWrap(True)
        self._bar = QWidget()
        self._grid = QGridLayout(self._bar)
        self._buttons: dict[str, Button] = {}
        self._made: list[Button] = []
        self._more: Button | None = None
        self._room = fonts.pixels(342)
        self._whole = self._quiet = self._unsettled = False
        self._shown_bar: tuple[tuple[str, ...], bool, bool, bool] = ((), False, False, False)
        for inked in (self._who, self._positions):
            inked.lie_on("panel")
        self._lay_out()
        self.activated.connect(self._clicked)
        Theme.instance().changed.connect(self._set_font)
        self._set_font()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 5, 0, 2)
        self._grid.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 11, 10)
        column.setSpacing(4)
        self._head = head = BrokenLine()
        for part in (self._number, self.noted, self._who):
            head.add(part)
        head.add_stretch()
        head.add(self._state)
        column.addWidget(head)
        column.addWidget(self._asks)
        column.addWidget(self._positions)
        column.addWidget(self._bar)
        self._bar.hide()

    @Slot()
    def _set_font(self) -> None:
        self._asks.setFont(fonts.text(15))

    def show_face(self, face: CardFace) -> None:
        """Show *face*; nothing is done when it is the one that is shown."""
        if face != self.face:
            self.face = face
            with self._laid_out_once():
                self._say(face)

    def _say(self, face: CardFace) -> None:
        self._show_head(face)
        self._show_asks("\n".join(face.sentences))
        self._asks.setVisible(bool(face.sentences))
        inks: list[Ink] = []
        for name, position, look in face.positions:
            inks += [Ink(f"{NO_BREAK} ")] if inks else []
            inks += [
                Ink(f"{look.mark}{NO_BREAK}", look),
                Ink(f"{name}{NO_BREAK}", tone="dim"),
                Ink(position.replace(" ", NO_BREAK), strong=True),
            ]
        said = [tr("seconded by {who}", who=face.seconded)] if face.seconded else []
        said += [face.kind] if face.kind else []
        if said:
            inks += [Ink(f"{NO_BREAK} ")] if inks else []
            inks += [Ink(" · ".join(said), tone="dim")]
        self._positions.show_inks(*inks)
        self._positions.setToolTip(face.history)
        self._positions.setVisible(bool(inks))
        self.setAccessibleName(face.spoken)
        self.set_selected(self.selected)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        self._unsettled = True
        with laid_out_once(self.layout()):
            yield

    def show_noted(self, noted: bool) -> None:
        """Show the sign of a private note on the amendment, or none."""
        if self.noted.isHidden() == noted:
            self.noted.setVisible(noted)
            self._unsettled = True

    def show_whole(self, whole: bool) -> None:
        """Show all that the amendment asks, however long it is, or only its beginning."""
        if whole != self._whole:
            self._whole, self._unsettled = whole, True
            if self.face is not None:
                self._show_asks("\n".join(self.face.sentences))

    def _show_asks(self, words: str) -> None:
        shown = words if self._whole else _folded(words)
        self._asks.setText(shown)
        self._asks.setToolTip(escape(words) if shown != words else "")

    def _show_head(self, face: CardFace) -> None:
        """Number and author on one line, where a long name gives way, and the state there or on the next."""
        self._number.setText(capitalized(number_said(face.number, "short")))
        self._state.setText(face.state)
        author = f"{face.look.mark} {face.author}"
        headed = author, face.look, self._room, self._number.text(), self.noted.isHidden(), self._who.font()
        if headed == self._headed:
            return
        self._headed = headed
        strong = self._who.font()
        strong.setWeight(QFont.Weight.DemiBold)
        taken = self._number.sizeHint().width() + _MARGINS + _GAP
        taken += self.noted.sizeHint().width() + _GAP if not self.noted.isHidden() else 0
        room = max(self._room - taken, fonts.pixels(90))
        shown = QFontMetrics(strong).elidedText(author, Qt.TextElideMode.ElideRight, room)
        self._who.show_inks(Ink(shown, face.look, strong=True))
        self._who.setAccessibleName(author)
        self._who.setToolTip(escape(author) if shown != author else "")

    def set_selected(self, selected: bool) -> None:
        """Show the card as the one at hand, with its decisions."""
        super().set_selected(selected)
        face = self.face
        if face is not None and selected:
            self._fill_bar(face)
        offered = selected and face is not None and bool(face.bar or face.more)
        stated = selected and face is not None and face.pending and face.decides
        if not offered and not self._bar.isHidden():
            self._keep_focus()
        parts = ((self._bar, offered), (self.stands, stated))
        other = [(part, shown) for part, shown in parts if part is not None and part.isHidden() == shown]
        if other:
            with self._laid_out_once():
                for part, shown in other:
                    part.setVisible(shown)
        if offered:
            self.order_stops()

    def order_stops(self) -> None:
        """Let Tab lead from the card through what is offered on it: the parts were made at various times."""
        stands = (self.stands.group_button, *self.stands.buttons.values()) if self.stands is not None else ()
        for one, other in pairwise((self, *stands, *self._buttons.values())):
            QWidget.setTabOrder(one, other)

    def show_stands(self, assembly: Assembly, positions: dict[str, str], group: str) -> None:
        """Let the position of *group* be stated on the card, which is at hand; *positions* hold now."""
        stands = self._make_stands()
        stands.fit(self._room - _MARGINS)
        stands.show_positions(assembly, positions, group)
        self._unsettled = True
        if stands.isHidden():
            stands.show()
            self.order_stops()

    def _make_stands(self) -> PositionsBar:
        if self.stands is None:
            self.stands = PositionsBar()
            self.stands.stated.connect(self._stated)
            self.stands.group_chosen.connect(self._group_chosen)
            box = self.layout()
            if isinstance(box, QVBoxLayout):
                box.insertLayout(box.indexOf(self._bar), in_line(self.stands, _RING))
        return self.stands

    @Slot(str, str)
    def _stated(self, group: str, position: str) -> None:
        if self.face is not None:
            self.position_stated.emit(self.face.id, group, position)

    @Slot(str)
    def _group_chosen(self, group: str) -> None:
        if self.face is not None:
            self.group_chosen.emit(self.face.id, group)

    def prepare(self) -> None:
        """Make what the card offers once it is at hand, while nobody waits for it: a new button takes longer
        than all that it says."""
        if self.face is not None:
            self._fill_bar(self.face)
            if self.stands is None and self.face.pending and self.face.decides:
                self._make_stands().hide()

    def prepare_words(self) -> None:
        """Paint what is set in several inks, while nobody waits for it: the card may come into sight."""
        for inked in (self._who, self._positions):
            inked.prepare()

    def _fill_bar(self, face: CardFace) -> None:
        if self._shown_bar == _bar_of(face):
            return
        self._keep_focus()
        first = 1 if face.waits else 0
        while len(self._made) < len(face.bar) + first:
            # the first decision is the one most often taken
            button: Button = QuietButton() if self._made or self._quiet else PrimaryButton()
            button.clicked.connect(partial(self._pressed, button))
            self._made.append(button)
        if face.more and self._more is None:
            self._more = QuietButton()
            self._more.clicked.connect(partial(self._pressed, self._more))
        # kept from one set of decisions to the next; of what waits for another no decision is the next
        self._buttons = dict(zip(face.bar, self._made[first:], strict=False))
        if face.more and self._more is not None:
            self._buttons[_MORE] = self._more
        offered = tuple(self._buttons.values())
        for button in (*self._made, *((self._more,) if self._more is not None else ())):
            if button not in offered:
                self._grid.removeWidget(button)
                button.hide()
        self._shown_bar = _bar_of(face)
        self.retranslate_bar()

    def _keep_focus(self) -> None:
        """A button that goes would leave the focus to whatever stands next in the window."""
        if self._bar.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus()

    def fit(self, width: int) -> None:
        """Set the decisions in three columns, or in two where *width* or a language leaves no room."""
        if width != self._room:
            self._room, self._unsettled = width, True
            self._place_buttons()
            if self.face is not None:
                self._show_head(self.face)
            if self.stands is not None:
                self.stands.fit(width - _MARGINS)

    def _place_buttons(self) -> None:
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        widest = (max(widths[column::_COLUMNS], default=0) for column in range(_COLUMNS))
        needed = sum(widest) + self._grid.spacing() * (_COLUMNS - 1) + _MARGINS
        columns = _COLUMNS if needed <= self._room else _COLUMNS - 1
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // columns, place % columns)
            if button.isHidden():
                button.show()
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def retranslate_bar(self) -> None:
        """Say the decisions in the window's language."""
        self._unsettled = True
        for key, button in self._buttons.items():
            if key == _MORE:
                button.set_words(tr("More"), ".")
            else:
                live = self._shown_bar[2]
                button.set_words(tr(words_for(key, live=live)), DECISIONS[key].letter)
        self._place_buttons()
        if self.stands is not None:
            self.stands.say()

    def settle(self) -> bool:
        """Lay the card out now for what it says, with the height that it will have; False where nothing has
        changed since."""
        changed, self._unsettled = self._unsettled, False
        if changed:
            settle(self._head)
            take_height(self)
            settle(self)
        return changed

    def button(self, key: str) -> Button:
        """The button of the decision *key* (or ``more``). Raises KeyError when it is not offered."""
        return self._buttons[key]

    def show_quiet(self, quiet: bool) -> None:
        """Show the first decision as *quiet* as the others, and the card, while letters do not decide."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.update()
            for first in self._made[:1]:
                set_property(first, "variant", "quiet" if quiet else "primary")

    def set_busy(self, busy: bool) -> None:
        """Bar the decisions while one is on its way."""
        if busy:
            self._keep_focus()
        self._bar.setEnabled(not busy)
        if self.stands is not None:
            self.stands.setEnabled(not busy)

    def frame(self) -> tuple[str, float]:
        """As :meth:`Card.frame`; beside the ring of the focus there is no second one."""
        colour, wide = super().frame()
        return (Theme.current().edge, wide) if self.selected and self._quiet else (colour, wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: the card that has the focus is the one at hand. Whoever comes back to it from below
        comes to its last decision, which was not to be seen before."""
        was_at_hand = self.selected
        super().focusInEvent(event)
        self._clicked()
        if event.reason() != Qt.FocusReason.BacktabFocusReason or was_at_hand:
            return
        offered = [each for each in self._buttons.values() if each.isVisible() and each.isEnabled()]
        if offered:
            offered[-1].setFocus(Qt.FocusReason.BacktabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the letters of the decisions are in force only while this bar is seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QPainterPath()
            frame.addRoundedRect(self.rect().toRectF(), ROUND, ROUND)
            painter.setClipPath(frame)
            painter.fillRect(QRect(0, 0, _BAR, self.height()), QColor(Theme.current().focus))

    @Slot()
    def _clicked(self) -> None:
        if self.face is not None:
            self.reached.emit(self.face.id)

    def _pressed(self, button: Button, _checked: bool = False) -> None:
        key = next((key for key, each in self._buttons.items() if each is button), "")
        if self.face is None or not key:
            return
        if key == _MORE:
            self.more_asked.emit(self.face.id)
        else:
            self.decision_asked.emit(self.face.id, key)
