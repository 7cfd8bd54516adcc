"""A field to choose a moment: from the list of those that have a name, or typed as a row or a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from consult_app.ui.comparing.moments import NamedMoment
from consult_app.ui.look import fonts
from consult_app.ui.look.icons import paint_icon
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.finding import folded

_LABEL = Qt.ItemDataRole.UserRole + 1
_VISIBLE, _WIDTH, _SIGN = 14, 300, 26

Words = Callable[[NamedMoment], str]
Typed = Callable[[str], NamedMoment | None]


class MomentField(QLineEdit):
    """One moment. Typing looks for it in the list; a number or a time that is in no list is taken too.

    Signals: ``moment_chosen(NamedMoment)`` when a person took another one.
    """

    moment_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._moments: Sequence[NamedMoment] = ()
        self._labels: list[str] = []
        self._folded: list[str] = []
        self._said: Words = lambda moment: str(moment.seq)
        self._typed: Typed = lambda _words: None
        self._chosen: NamedMoment | None = None
        self._shown: list[NamedMoment] = []
        self._model = QStandardItemModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCompletionRole(_LABEL)
        self._list.setMaxVisibleItems(_VISIBLE)
        self.setCompleter(self._list)
        offers = QListView()
        offers.setProperty("role", "offers")
        offers.setUniformItemSizes(True)
        offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setPopup(offers)
        # the completer lets its list scroll sideways, and so cut nothing
        offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.activated[QModelIndex].connect(self._taken)  # type: ignore[index]
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._first)
        self.setTextMargins(0, 0, fonts.pixels(_SIGN), 0)

    def offer(self, moments: Sequence[NamedMoment], said: Words, typed: Typed) -> None:
        """Offer *moments*, called as *said* says; *typed* reads what names none of them. What was chosen
        stays chosen."""
        self._moments, self._said, self._typed = moments, said, typed
        self._labels = [said(each) for each in moments]
        self._folded = [folded(label) for label in self._labels]
        if self._chosen is not None and not self.hasFocus():
            self.choose(self._chosen)

    def choose(self, moment: NamedMoment | None) -> None:
        """Show *moment* as chosen; no signal."""
        self._chosen = moment
        words = self._said(moment) if moment is not None else ""
        self.setText(words)
        self.setToolTip(words)
        self.setCursorPosition(0)

    @property
    def chosen(self) -> NamedMoment | None:
        """The moment that is chosen."""
        return self._chosen

    def matches(self, words: str) -> list[NamedMoment]:
        """What is offered for *words*: the named moments that have each of them, then the row or the time
        that they give."""
        parts = folded(words).split()
        found = [
            moment
            for moment, said in zip(self._moments, self._folded, strict=True)
            if all(part in said for part in parts)
        ]
        typed = self._typed(words)
        return [*([typed] if typed is not None else ()), *found]

    def show_list(self) -> None:
        """Drop the whole list down."""
        self._fill("")
        self._list.complete()

    def _edited(self, words: str) -> None:
        self._fill(words)

    def _fill(self, words: str) -> None:
        self._shown = self.matches(words)
        self._model.clear()
        known = {(m.kind, m.seq): said for m, said in zip(self._moments, self._labels, strict=True)}
        for place, moment in enumerate(self._shown):
            item = QStandardItem(known.get((moment.kind, moment.seq)) or self._said(moment))
            item.setData(item.text(), _LABEL)
            item.setData(place, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        popup = self._list.popup()
        if popup is not None:
            popup.setMinimumWidth(max(self.width(), fonts.pixels(_WIDTH)))

    def _taken(self, index: QModelIndex) -> None:
        # the field sets the words of the list itself, after this: whoever sets others must come later
        QTimer.singleShot(
            0, self, partial(self._take, self._shown[int(index.data(Qt.ItemDataRole.UserRole))])
        )

    def _take(self, moment: NamedMoment) -> None:
        other = moment != self._chosen
        self.choose(moment)
        if other:
            self.moment_chosen.emit(moment)

    def _first(self) -> None:
        words = self.text().strip()
        if self._chosen is not None and words == self._said(self._chosen):
            return
        found = self.matches(words) if words else []
        exact = next((each for each in found if self._said(each) == words), None)
        if exact is not None or found:
            self._take(exact or found[0])
        else:
            self.choose(self._chosen)

    # hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: the arrow down shows the whole list, Esc puts half-typed words back first."""
        popup = self._list.popup()
        dropped = popup is not None and popup.isVisible()
        if event.key() == Qt.Key.Key_Down and not dropped:
            self.show_list()
        elif event.key() == Qt.Key.Key_Escape and self._chosen and self.text() != self._said(self._chosen):
            self.choose(self._chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's override: the sign at the right opens the list."""
        super().mousePressEvent(event)
        if event.position().x() > self.width() - fonts.pixels(_SIGN):
            self.show_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's override: typing begins anew."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's override: words that were not taken are put back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.choose(self._chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the sign of a list at the right."""
        super().paintEvent(event)
        side = fonts.pixels(14)
        where = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), where, "down", Theme.current().ink, 2)

    def sizeHint(self) -> QSize:
        """Qt's override: room for a day, a time and a decision."""
        return QSize(fonts.pixels(_WIDTH), super().sizeHint().height())
