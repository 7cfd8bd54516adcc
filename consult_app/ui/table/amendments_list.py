"""The right side of the Table: the amendments to the node at hand, in order of discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import (
    Button,
    Elided,
    Label,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    set_property,
)
from consult_app.ui.parts.lines import BrokenLine, laid_out_once, settle
from consult_app.ui.parts.scrolling import GroundedBar
from consult_app.ui.table.brackets_panel import BracketsPanel
from consult_app.ui.table.card_column import CardColumn
from consult_app.ui.table.cards import AmendmentCard, is_long
from consult_app.ui.table.faces import CardFace

_NESTED: Final = 18
_SIDE: Final = 15
_LETTER: Final = 7
_LINE: Final = 23
_CARD: Final = 86
_OPEN_CARD: Final = 190
"""What letters and lines of what is asked take, a card beside that, and what the one at hand has on it and
under it."""
_SLOW: Final = 150
"""Milliseconds after which a decision that is still on its way is seen to be."""


class Note(QFrame):
    """What would follow from adopting the amendment at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self._words = Label(wrap=True)
        self._words.setProperty("tone", "warn")
        kept = self._words.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._words.setSizePolicy(kept)
        box = QHBoxLayout(self)
        box.setContentsMargins(11, 7, 11, 7)
        box.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What the note says; empty while it is hidden, or says nothing yet."""
        return "" if self.isHidden() or self._words.isHidden() else self._words.text()

    def wait(self) -> None:
        """Say nothing, in the same place, until it is known what is to be said."""
        self._words.hide()

    def say(self, words: str) -> None:
        """Say *words*, or hide the note."""
        self._words.setText(words)
        self._words.show()
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class AmendmentsList(Retranslating, QFrame):
    """Cards, the note under the one at hand, and at the foot the decision on the node itself.

    Signals: ``reached(id)`` when another card is at hand; ``decision_asked(id, key)``;
    ``more_asked(id)``; ``node_decision_asked()`` when the button at the foot is pressed;
    ``position_stated(id, group, position)``; ``position_group_chosen(id, group)``.
    """

    reached = Signal(str)
    decision_asked = Signal(str, str)
    more_asked = Signal(str)
    node_decision_asked = Signal()
    position_stated = Signal(str, str, str)
    position_group_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        # it covers itself: nothing under it need be painted first
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._cards: dict[str, AmendmentCard] = {}
        self._spare: list[AmendmentCard] = []
        self._at_hand = ""
        self._noted: frozenset[str] = frozenset()
        self._barred = self._quiet = False
        self._edged = QRect()
        self._barring = QTimer(self, interval=_SLOW, singleShot=True)
        self._barring.timeout.connect(self._bar_all)
        self._title = Elided("topic")
        self._counted = Label("small")
        self._empty = Label("dim", wrap=True)
        self._done = SectionTitle()
        self.note = Note()
        self._foot_words = Label("small", wrap=True)
        self.node_button: Button = PrimaryButton()
        self.second_button: Button = QuietButton()
        self._foot_buttons = BrokenLine(6)
        self.brackets = BracketsPanel()
        self._column = CardColumn(2, 10, 12)
        self._scroll = QScrollArea()
        self._lay_out()
        self.node_button.clicked.connect(self.node_decision_asked)
        self._column.placed_anew.connect(self._bring_into_sight)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.retranslate()

    def _lay_out(self) -> None:
        # they have a place from the start: a widget without one would be shown as a window of its own
        self._column.arrange((self._empty, self._done, self.note))
        self._scroll.setVerticalScrollBar(GroundedBar("panel"))
        self._scroll.setWidget(self._column)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._counted)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 8, _SIDE, 12)
        foot.setSpacing(6)
        self._foot_buttons.add(self.node_button, 1)
        self._foot_buttons.add(self.second_button)
        foot.addWidget(self._foot_words)
        foot.addWidget(self._foot_buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.brackets)
        column.addWidget(self._scroll, 1)
        column.addSpacing(1)
        column.addLayout(foot)

    # what is shown

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Lay the list out once for all that is shown meanwhile, and at once."""
        outermost = not self._column.is_held
        with self._column.held(), laid_out_once(self.layout()):
            yield
        if outermost:
            self._settle()

    def _settle(self) -> None:
        for card in self._cards.values():
            card.settle()
        settle(self._foot_buttons, self)
        self._column.place()
        if self._edge() != self._edged:
            self._scrolled()

    def show_node(self, title: str, empty: str) -> None:
        """Head the list with *title*; *empty* is what it says when there is no amendment."""
        self._title.setText(title)
        self._empty.setText(empty)

    def show_foot(self, words: str, button: str, key: str, second: str, second_key: str) -> None:
        """Say at the foot what can be decided on the node: *words*, and two buttons with their keys.

        An empty name hides its button.
        """
        if self.node_button.hasFocus() or self.second_button.hasFocus():
            self.setFocus()  # a button that goes would leave it to whatever stands next in the window
        self._foot_words.setText(words)
        self._foot_words.setVisible(bool(words))
        self.node_button.set_words(button, key)
        self.node_button.setVisible(bool(button))
        self.second_button.set_words(second, second_key)
        self.second_button.setVisible(bool(second))
        self._foot_buttons.setVisible(bool(button or second))
        if self.hasFocus():
            self.give_focus()

    def show_faces(self, faces: Sequence[CardFace], at_hand: str) -> None:
        """Show a card for each of *faces* (pending first), with *at_hand* open."""
        had_focus = self._card_with_focus()
        wanted = {face.id for face in faces}
        if at_hand != self._at_hand and self._at_hand in self._cards:
            # what it would offer now need not be made
            self._cards[self._at_hand].set_selected(False)
        for gone in [name for name in self._cards if name not in wanted]:
            self._retire(self._cards.pop(gone))
        whole = self._all_fits(faces)
        for face in faces:
            if face.id not in self._cards:
                self._cards[face.id] = self._card_to_show()
            self._cards[face.id].show_whole(whole)
            self._cards[face.id].show_face(face)
            self._cards[face.id].show_noted(face.id in self._noted)
        self._arrange(faces)
        self._fit_cards()
        many = sum(not face.depth for face in faces)
        self._counted.setText(tr_n("{n} amendment", "{n} amendments, in order", many) if many else "")
        self._empty.setVisible(not faces)
        self.take(at_hand if at_hand in wanted else (faces[0].id if faces else ""))
        if had_focus:
            self.give_focus()

    def _all_fits(self, faces: Sequence[CardFace]) -> bool:
        """Whether there is room for all that *faces* ask, however long: counted, for to measure it takes too
        long, and rather too tall."""
        asked = ["\n".join(face.sentences) for face in faces]
        if not any(map(is_long, asked)):
            return False
        letters = max(1.0, self.width() - 4 * _SIDE) / fonts.text_pixels(_LETTER)
        lines = sum(1 + len(words) // letters for words in asked)
        others = _CARD * len(faces) + _OPEN_CARD
        return bool(fonts.pixels(others) + lines * fonts.text_pixels(_LINE) < self._scroll.height())

    def prepare(self) -> None:
        """Make what the card offers that is likely to be the next at hand, while nobody waits for it."""
        waiting = (name for name in self.shown if name != self._at_hand and self._is_pending(name))
        following = next(waiting, "")
        if following:
            self._cards[following].prepare()
        for card in self._cards.values():
            card.prepare_words()

    def _is_pending(self, amendment: str) -> bool:
        face = self._cards[amendment].face
        return face is not None and face.pending

    def show_noted(self, amendments: frozenset[str]) -> None:
        """Show on which of the *amendments* there is a private note."""
        self._noted = amendments
        for name, card in self._cards.items():
            card.show_noted(name in amendments)

    def _arrange(self, faces: Sequence[CardFace]) -> None:
        order: list[QWidget] = [self._empty]
        for face in faces:
            if not face.pending and not face.depth and self._done not in order:
                order.append(self._done)
            order.append(self._cards[face.id])
            if face.id == self._at_hand:
                order.append(self.note)
        if self.note not in order:
            order.append(self.note)
        self._done.setVisible(self._done in order)
        # a subamendment stands under its amendment
        self._column.arrange(order, {self._cards[face.id]: _NESTED * face.depth for face in faces})
        for face in faces:
            if self._cards[face.id].isHidden():
                self._cards[face.id].show()
        for before, after in pairwise(faces):
            QWidget.setTabOrder(self._cards[before.id], self._cards[after.id])
        if faces:
            # the foot was there before the cards, but is read after them
            QWidget.setTabOrder(self._cards[faces[-1].id], self.node_button)
            QWidget.setTabOrder(self.node_button, self.second_button)
        if self._at_hand in self._cards:
            self._cards[self._at_hand].order_stops()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: the decisions keep within the width there is."""
        super().resizeEvent(event)
        self._fit_cards()
        self._reveal_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the ground under the cards, and a line over the foot where they go on below it."""
        painter, bar = QPainter(self), self._scroll.verticalScrollBar()
        painter.fillRect(event.rect(), QColor(Theme.current().panel))
        if bar.value() < bar.maximum():
            painter.fillRect(self._edge(), QColor(Theme.current().line))

    @Slot()
    def _bring_into_sight(self) -> None:
        if self._at_hand in self._cards:
            self._scroll.ensureWidgetVisible(self._cards[self._at_hand], 0, 12)

    def _edge(self) -> QRect:
        return QRect(0, self._scroll.geometry().bottom() + 1, self.width(), 1)

    @Slot()
    def _scrolled(self) -> None:
        before, self._edged = self._edged, self._edge()
        for edge in (before, self._edged):
            self.update(edge)

    @Slot()
    def _keep_width(self) -> None:
        """The bar takes room of the margin beside the cards, not of the cards."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._column.resize(self.width() - taken, self._column.height())
        self._scrolled()

    def _fit_cards(self) -> None:
        faces = [card.face for card in self._cards.values() if card.face is not None]
        whole = self._all_fits(faces)
        for card in self._cards.values():
            card.show_whole(whole)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self.width() - max(0, bar - _SIDE) - 2 * _SIDE
        self._column.fit(_SIDE, room)
        self._keep_width()
        for card in self._cards.values():
            card.fit(room - _NESTED * (card.face.depth if card.face else 0))

    def _card_to_show(self) -> AmendmentCard:
        if self._spare:
            return self._spare.pop()
        card = AmendmentCard()
        card.show_quiet(self._quiet)
        card.reached.connect(self.take)
        card.decision_asked.connect(self.decision_asked)
        card.more_asked.connect(self.more_asked)
        card.position_stated.connect(self.position_stated)
        card.group_chosen.connect(self.position_group_chosen)
        return card

    def _retire(self, card: AmendmentCard) -> None:
        card.set_selected(False)
        card.hide()
        self._spare.append(card)

    # the amendment at hand

    @property
    def at_hand(self) -> str:
        """The id of the amendment at hand; empty when there is none."""
        return self._at_hand

    def card(self, amendment: str) -> AmendmentCard:
        """The card of *amendment*. Raises KeyError when it is not shown."""
        return self._cards[amendment]

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the amendments that are shown, from top to bottom."""
        placed = sorted(self._cards.items(), key=lambda each: self._column.place_of(each[1]))
        return tuple(name for name, _card in placed)

    @Slot(str)
    def take(self, amendment: str) -> None:
        """Make *amendment* the one at hand; ``reached`` follows when it was another."""
        if amendment and amendment not in self._cards:
            return  # a card that was put away gets the focus back when the list comes into sight again
        before, self._at_hand = self._at_hand, amendment
        for name, card in self._cards.items():
            if card.selected != (name == amendment):
                card.set_selected(name == amendment)
        if amendment in self._cards:
            self._column.put_behind(self.note, self._cards[amendment])
            if not self._column.is_held:
                self._bring_into_sight()
        if before != amendment:
            self.reached.emit(amendment)

    def say(self, words: str) -> None:
        """Say *words* under the card at hand, where they can be seen; "" takes the note away."""
        self.note.say(words)
        self._reveal_soon()

    @Slot()
    def _reveal_soon(self) -> None:
        """Bring the card at hand into sight once everything has the height that it will have."""
        QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        if self._at_hand in self._cards:
            if not self.note.isHidden():
                self._scroll.ensureWidgetVisible(self.note, 0, 8)
            self._bring_into_sight()

    def state_position(self, place: int) -> None:
        """State the position number *place* (from 1) on the amendment at hand, where that can be done."""
        card = self._cards.get(self._at_hand)
        if card is not None and card.stands is not None and not card.stands.isHidden():
            card.stands.state(place)

    def other_group(self) -> None:
        """Let the position of the next group be stated on the amendment at hand."""
        card = self._cards.get(self._at_hand)
        if card is not None and card.stands is not None and not card.stands.isHidden():
            card.stands.take_other()

    def step(self, by: int) -> None:
        """Go on to the card *by* places further down (or up)."""
        shown = self.shown
        if shown:
            place = shown.index(self._at_hand) + by if self._at_hand in shown else 0
            self._cards[shown[min(max(0, place), len(shown) - 1)]].setFocus()

    def give_focus(self) -> None:
        """Give the focus to the card at hand, or to the foot where there is none; to the list itself where
        nothing can be decided, for its keys are looked for there."""
        foot = (each for each in (self.node_button, self.second_button) if each.isEnabled())
        shown = next((each for each in foot if not each.isHidden()), self)
        self._cards.get(self._at_hand, shown).setFocus()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is somewhere in the list, so that letters decide."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _card_with_focus(self) -> bool:
        focus = self.window().focusWidget()
        return any(card is focus or (focus and card.isAncestorOf(focus)) for card in self._cards.values())

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show no decision as the next thing to do, and no second frame beside the ring of the focus, while
        letters do not decide."""
        if now is None or now.window() is not self.window():
            return  # an open list, or another window: it comes back
        quiet = now is not self and not self.isAncestorOf(now)
        if quiet != self._quiet:
            self._quiet = quiet
            set_property(self.node_button, "variant", "quiet" if quiet else "primary")
            for card in (*self._cards.values(), *self._spare):
                card.show_quiet(quiet)

    def set_busy(self, busy: bool) -> None:
        """Show that every decision is barred while one is on its way; where it is on disk at once, as it
        should be, nothing is seen of that."""
        if busy:
            self._barring.start()
        else:
            self._barring.stop()
            self._bar(False)

    @Slot()
    def _bar_all(self) -> None:
        self._bar(True)

    def _bar(self, barred: bool) -> None:
        if barred == self._barred:
            return
        self._barred = barred
        if barred and self.has_focus:
            self._cards.get(self._at_hand, self).setFocus()
        # one that was put away meanwhile will be needed again
        for card in (*self._cards.values(), *self._spare):
            card.set_busy(barred)
        self.node_button.setEnabled(not barred)
        self.second_button.setEnabled(not barred)
        if not barred and self.hasFocus():
            self.give_focus()

    def retranslate(self) -> None:
        """Put the list's own words anew; the station shows faces and foot again."""
        self.setAccessibleName(tr("Amendments to the node at hand"))
        self._done.setText(tr("Disposed of"))
        for card in (*self._cards.values(), *self._spare):
            card.retranslate_bar()
