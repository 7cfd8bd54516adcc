"""The text in the middle of the Table: one to three languages side by side, aligned node by node.

Painted by hand from layouts that are kept (:mod:`consult_app.ui.text.row_layouts`): only rows in sight
are laid out at once, the others while the window has nothing else to do.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from consult_app.drafting.views import View
from consult_app.drafting.wordings.search import Query
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.text_scale import turned
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.scrolling import GroundedBar
from consult_app.ui.text.bracket_pieces import Whose, unnamed
from consult_app.ui.text.change_walk import ChangeWalk
from consult_app.ui.text.columns import ColumnHeads, Columns
from consult_app.ui.text.found_marks import AtHand
from consult_app.ui.text.reading import Reading
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.row_painting import RowPainter
from consult_app.ui.text.shaping import Looks
from consult_app.ui.text.spoken import Said, nobody
from consult_app.ui.waiting import behind_the_paint

_SLICE_SECONDS: Final = 0.006
_OVER: Final = 2
"""How far what is painted of a row may reach over its edge."""


class TextView(Retranslating, QAbstractScrollArea):
    """The text itself, read-only; an editor may be set under the node at hand.

    Signals: ``node_chosen(node)`` on a click; ``step_asked(by)`` on Up and Down (-1, 1);
    ``edit_asked()`` on F2; ``entered()`` on Enter; ``language_chosen(code)`` when another column is at hand;
    ``change_taken(amendments)`` when a change by these (a tuple of ids) comes to hand.
    """

    node_chosen = Signal(str)
    step_asked = Signal(int)
    edit_asked = Signal()
    entered = Signal()
    language_chosen = Signal(str)
    change_taken = Signal(tuple)

    def __init__(
        self,
        looks: Looks,
        parent: QWidget | None = None,
        *,
        whose: Whose = unnamed,
        said: Said = nobody,
        layouts: RowLayouts | None = None,
    ) -> None:
        super().__init__(parent)
        self._layouts = layouts if layouts is not None else RowLayouts(looks, whose)
        self._painter = RowPainter(self._layouts, looks)
        self.walk = ChangeWalk(self, self._layouts, said)
        # who hears the row at hand hears of the decision first
        self._say_row = behind_the_paint(self, self.walk.say_row)
        self._current = ""
        self._editor: QWidget | None = None
        self._heads = ColumnHeads(self)
        self._heads.asked.connect(self.take_language)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_out_some)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(GroundedBar("ground"))
        self._beside_heads = QWidget()  # they lie over the bar too: it begins below them
        self.addScrollBarWidget(self._beside_heads, Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        # it covers itself: nothing under it need be painted first
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._place_editor)
        Theme.instance().changed.connect(self._lay_out_anew)
        self.retranslate()

    # what is shown

    @property
    def columns(self) -> Columns:
        """The columns; ``columns.at_hand`` is the language that F2 edits."""
        return self._layouts.columns

    def show_text(
        self, reading: Reading | None, which: View, languages: Sequence[str], heads: Sequence[str]
    ) -> None:
        """Show the view *which* of a text in *languages*, whose columns are headed by *heads*."""
        self._layouts.show(reading, which, Columns(tuple(languages), self.columns.at_hand))
        self._heads.show_heads(self.columns, heads)
        self._lay_out_anew()
        self.walk.say_row()

    def show_changes(self, touched: set[str], heads: Sequence[str]) -> None:
        """Show anew what belongs to the nodes *touched*; everything else stays as it is painted."""
        old = self._layouts.offsets
        changed = self._layouts.move(touched)
        self._heads.say_heads(heads)
        if changed is not None and self._layouts.offsets == old:
            for place in changed:
                self.viewport().update(self._rect_of(place))
        else:
            self._fit_bar()
            self._place_editor()
            area = self.viewport().rect()
            if changed is None:
                self._idle.start()  # the heights of rows that came are estimates
            if changed:
                # what stands above the first of them stands where it stood
                area.setTop(max(area.top(), self._rect_of(changed[0]).top()))
                area.setBottom(min(area.bottom(), self._push(changed[-1], old)))
            self.viewport().update(area)
        self._say_row.start()

    def _push(self, last: int, old: Sequence[float]) -> int:
        """Move what is painted below the row at *last* to where it stands now, as the rows began at *old*;
        return the last line that is to be painted anew."""
        viewport, below = self.viewport(), last + 1
        by, bottom = self._layouts.offsets[below] - old[below], viewport.rect().bottom()
        top = round(min(old[below], self._layouts.offsets[below])) - self.verticalScrollBar().value()
        whole = by.is_integer() and viewport.devicePixelRatioF().is_integer()
        if self._editor is not None or not whole or not 0 <= top < bottom:
            return bottom
        viewport.scroll(0, round(by), QRect(0, top, viewport.width(), bottom - top + 1))
        return top + max(0, round(by)) + _OVER

    def foresee(self, readings: Iterable[Reading], node: str) -> None:
        """Lay out and paint, while nobody waits for it, how *node* would read in each of the *readings*."""
        self._layouts.foresee(readings, node)
        self._painter.prepare(self.devicePixelRatioF())

    @property
    def current(self) -> str:
        """The node at hand."""
        return self._current

    def choose(self, node: str) -> None:
        """Make *node* the one at hand and bring it into sight."""
        before, self._current = self._current, node
        if node != before:
            self.walk.leave()
        for each in (before, node):
            place = self._layouts.place_of(each)
            if place >= 0:
                self.viewport().update(self._rect_of(place))
        self._bring_into_sight()
        self.walk.say_row()

    def mark_found(self, asked: Query, at_hand: AtHand | None = None) -> None:
        """Mark the words that are *asked* for wherever they stand, and more strongly the one *at_hand*."""
        if self._painter.marks.seek(asked, at_hand):
            self.viewport().update()

    def show_editor(self, editor: QWidget | None) -> None:
        """Set *editor* under the node at hand, or take it away again (the caller deletes it)."""
        if self._editor is not None:
            self._editor.hide()
        self._editor = editor
        if editor is not None:
            editor.setParent(self.viewport())
        self.fit_editor()
        if editor is not None:
            editor.show()

    def fit_editor(self) -> None:
        """Give the editor the room it wants now, after its words or its problem changed."""
        if self._editor is not None:
            # how tall it wants to be hangs on how wide it is
            self._editor.resize(self._editor_width(), self._editor.height())
        room = self._editor_height() + fonts.pixels(14) if self._editor is not None else 0
        self._layouts.extra = (self._current if room else "", float(room))
        self._layouts.measure()
        self._fit_bar()
        self._bring_into_sight()
        self._place_editor()
        self.viewport().update()

    def retranslate(self) -> None:
        """Name the view; the words over the cells are made with them."""
        self.setAccessibleName(tr("Text under consideration"))
        self._lay_out_anew()

    # laying out

    @Slot()
    def _lay_out_anew(self) -> None:
        # as if the text were long: a bar that comes and goes must not bring a column with it
        self.columns.keep_readable(self.width() - self.verticalScrollBar().sizeHint().width())
        self.setViewportMargins(0, self._heads.needed, 0, 0)
        self._beside_heads.setFixedHeight(self._heads.needed)
        self._heads.setGeometry(0, 0, self.width(), self._heads.needed)
        self.columns.fit(self.viewport().width())
        self._layouts.forget()
        self._heads.say()
        self._fit_bar()
        self._bring_into_sight()
        self._place_editor()
        self.viewport().update()
        if self._layouts.rows:
            self._idle.start()

    def _fit_bar(self) -> None:
        seen, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._layouts.total) + fonts.text_pixels(40) - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(fonts.text_pixels(25))

    @Slot()
    def _lay_out_some(self) -> None:
        """Lay out a few rows more, and keep what is in sight where it is."""
        layouts, bar = self._layouts, self.verticalScrollBar()
        until = time.perf_counter() + _SLICE_SECONDS
        place = layouts.place_at(bar.value())
        if place < 0:
            self._idle.stop()
            return
        below = bar.value() - layouts.offsets[place]
        for each in range(len(layouts.rows)):
            if not layouts.is_laid(each):
                layouts.lay_out(each)
                if time.perf_counter() > until:
                    break
        else:
            self._idle.stop()
        layouts.stack()
        self._fit_bar()
        bar.setValue(round(layouts.offsets[place] + below))
        self._place_editor()

    def _bring_into_sight(self) -> None:
        layouts = self._layouts
        place = layouts.place_of(self._current)
        if place < 0:
            return
        seen, above = self.viewport().height(), 0.0
        for each in range(place, -1, -1):
            layouts.lay_out(each)
            above += layouts.heights[each]
            if above > seen + layouts.heights[place]:
                break
        layouts.stack()
        self._fit_bar()
        bar = self.verticalScrollBar()
        top, end = layouts.offsets[place], layouts.offsets[place + 1]
        if layouts.extra[1] and end - top > seen:
            # the words are being written: what they are written in is seen, with the end of the row over it
            bar.setValue(round(end - seen))
            return
        margin = min(seen * 0.18, max(0.0, (seen - (end - top)) / 2))
        if top - margin < bar.value() or end - top > seen:
            bar.setValue(round(top - margin))
        elif end + margin > bar.value() + seen:
            bar.setValue(round(end + margin - seen))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: lay out what is in sight, then paint it."""
        painter, layouts = QPainter(self.viewport()), self._layouts
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(Theme.current().ground))
        if not layouts.rows:
            return
        self._lay_out_in_sight()
        top = self.verticalScrollBar().value()
        for place in range(layouts.place_at(top + event.rect().top()), len(layouts.rows)):
            y = layouts.offsets[place] - top
            if y > event.rect().bottom():
                break
            self._painter.paint(
                painter, place, y, event.region(), current=self._current, focused=self.hasFocus()
            )
            self.walk.paint(painter, place, y)

    def _lay_out_in_sight(self) -> None:
        layouts, top = self._layouts, self.verticalScrollBar().value()
        place = layouts.place_at(top)
        y, grown = layouts.offsets[place], False
        while place < len(layouts.rows) and y < top + self.viewport().height():
            if not layouts.is_laid(place):
                grown = layouts.lay_out(place) or grown
            y += layouts.heights[place]
            place += 1
        if grown:
            layouts.stack()
            self._fit_bar()
            self._place_editor()

    def _rect_of(self, place: int) -> QRect:
        top = self._layouts.offsets[place] - self.verticalScrollBar().value()
        return QRect(
            0,
            round(top) - _OVER,
            self.viewport().width(),
            round(self._layouts.heights[place]) + 2 * _OVER,
        )

    @Slot()
    def _place_editor(self) -> None:
        place = self._layouts.place_of(self._current)
        if self._editor is None or place < 0:
            return
        panel = self.columns.panel(0, 0)
        height = self._editor_height()
        bottom = self._layouts.offsets[place + 1] - self.verticalScrollBar().value()
        inset = fonts.pixels(10)
        self._editor.setGeometry(
            round(panel.left()) + inset,
            round(bottom) - height - inset,
            self._editor_width(),
            height,
        )

    def _editor_height(self) -> int:
        """As tall as the editor wants to be, but never taller than what is seen of the text."""
        wanted = self._editor.sizeHint().height() if self._editor is not None else 0
        return min(wanted, max(fonts.pixels(80), self.viewport().height() - 2 * fonts.pixels(10)))

    def _editor_width(self) -> int:
        return round(self.columns.panel(0, 0).width()) - 2 * fonts.pixels(10)

    # hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self._heads.setGeometry(0, 0, self.width(), self._heads.needed)
        if event.oldSize().width() != event.size().width():
            self._lay_out_anew()
        else:
            self._fit_bar()
            self._bring_into_sight()
        if self._editor is not None:
            self.fit_editor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's override: a click brings node and language to hand, and the change that it is on."""
        x, y = event.position().x(), event.position().y() + self.verticalScrollBar().value()
        place = self._layouts.place_at(y)
        column = self.columns.at(x)
        if column and column != self.columns.at_hand:
            self.take_language(column)
        if place >= 0:
            top = y - self._layouts.offsets[place]
            key = self._layouts.rows[place].key
            self.node_chosen.emit(self._layouts.rows[place].anchor)
            # with another node at hand the rows may lie elsewhere
            self.walk.take_at(x, self._layouts.offsets[self._layouts.place_of(key)] + top)

    @Slot(str)
    def take_language(self, language: str) -> None:
        """Make the column of *language* the one that F2 edits; where it was out of sight, another goes."""
        self.columns.at_hand = language
        if language not in self.columns.languages:
            self._lay_out_anew()
        self._heads.update()
        self.language_chosen.emit(language)
        self.walk.say_row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Up and Down move from node to node, Left and Right from column to column, Enter
        goes on to the amendments."""
        key, languages = event.key(), self.columns.chosen
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and languages:
            by = -1 if key == Qt.Key.Key_Left else 1
            place = languages.index(self.columns.at_hand) + by
            self.take_language(languages[min(max(0, place), len(languages) - 1)])
        elif key == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's override: with Ctrl the wheel scales the text."""
        if not turned(event):
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: the panel of the node at hand shows the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override."""
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(fonts.pixels(680), fonts.pixels(500))
