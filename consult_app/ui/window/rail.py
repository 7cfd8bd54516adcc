"""The rail of stations at the left edge: icon, name, and Ctrl with the station's place as its key.

Where the window is too low for all names, the icons stand alone, and where it is too low for these, the
stations are scrolled: no name is ever cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from consult_app.ui.keys import spell_now
from consult_app.ui.language import NAMES, Languages, Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.look.icons import paint_icon
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.station import StationPlan

_SPACING = 2


class RailButton(QAbstractButton):
    """One place on the rail: an icon (or a short word) above a name."""

    def __init__(self, icon_name: str = "", *, checkable: bool = True) -> None:
        super().__init__()
        self._icon = icon_name
        self._sign = ""
        self._alone = False
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, label: str, name: str, key: str = "", sign: str = "") -> None:
        """Set the *label* under the icon, the full *name*, the *key*, and a *sign* in place of an icon."""
        self._sign = sign
        self.setText(label)
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{name}  {key}" if key else name)
        self.updateGeometry()
        self.update()

    def show_alone(self, alone: bool) -> None:
        """Show the icon *alone*: the name is then said by the tooltip and to a screen reader."""
        if alone != self._alone:
            self._alone = alone
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Qt's override: icon, a line of small type, and air around them."""
        return self.measure(alone=self._alone)

    def measure(self, *, alone: bool) -> QSize:
        """Return the size with the name, or with the icon *alone*."""
        if alone:
            return QSize(fonts.pixels(36), fonts.pixels(32))
        metrics = QFontMetrics(self._strongest())
        width = max(fonts.pixels(56), metrics.horizontalAdvance(self.text()) + fonts.pixels(10))
        below = metrics.height() if self.text() else 0
        return QSize(width, fonts.pixels(8) + fonts.pixels(22) + below + fonts.pixels(7))

    def minimumSizeHint(self) -> QSize:
        """Qt's override."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        palette = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self.isChecked(), self.underMouse()
        ground = palette.rail_raised if chosen else palette.rail_hover if hovered else ""
        field = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(field, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.rail_focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field, 8, 8)
        ink = palette.rail_strong if chosen else palette.rail_ink
        side = fonts.pixels(21)
        above = (self.height() - side) // 2 if self._alone else fonts.pixels(8)
        top = QRect(0, above, self.width(), side)
        painter.setPen(QColor(ink))
        if self._sign:
            painter.setFont(fonts.window(Size.HEAD, 500))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self._sign)
        else:
            paint_icon(painter, QRectF(top), self._icon, ink, 1.5)
        if self._alone:
            return
        painter.setFont(self._font())
        under = QRect(0, top.bottom() + 1, self.width(), self.height() - top.bottom() - fonts.pixels(6))
        painter.drawText(under, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _font(self) -> QFont:
        return self._strongest() if self.isChecked() else fonts.window(Size.TINY)

    @staticmethod
    def _strongest() -> QFont:
        """The font of the name that is chosen: each has room for it, or the rail would change its width."""
        return fonts.window(Size.TINY, fonts.Weight.SEMIBOLD)


class Rail(Retranslating, QWidget):
    """The rail itself: stations above, menu and language below. Up and Down move along it.

    Signals: ``station_chosen(key)`` when a person chooses one; ``menu_asked(where)`` with the global
    position for the menu to open at.
    """

    station_chosen = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, plans: Sequence[StationPlan]) -> None:
        super().__init__()
        self._plans = tuple(plans)
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(_SPACING)
        self._inside = QWidget()
        self._inside.setProperty("surface", "clear")
        self._listed = stations = QVBoxLayout(self._inside)
        stations.setContentsMargins(0, 0, 0, 0)
        stations.setSpacing(_SPACING)
        self._scroll = scrolled(self._inside)
        column.addWidget(self._scroll, 1)
        self._stations: dict[str, RailButton] = {}
        for plan in self._plans:
            button = RailButton(plan.icon)
            button.setObjectName(plan.key)
            button.clicked.connect(self._station_clicked)
            self._stations[plan.key] = button
            stations.addWidget(button)
        stations.addStretch(1)
        self._menu = RailButton("menu", checkable=False)
        self._menu.clicked.connect(self.ask_menu)
        self._language = RailButton(checkable=False)
        self._language.clicked.connect(self.choose_language)
        column.addWidget(self._menu)
        column.addWidget(self._language)
        Theme.instance().changed.connect(self._fit)
        self.retranslate()

    @Slot()
    def _fit(self) -> None:
        """Show names, or the icons alone; keep room for the bar where even these are scrolled."""
        shown = [button for button in self._stations.values() if not button.isHidden()]
        below = [self._menu, self._language]
        margins = self.contentsMargins() + self._column.contentsMargins()
        free = self.height() - margins.top() - margins.bottom() - _SPACING * (len(shown) + len(below) - 1)
        alone = sum(button.measure(alone=False).height() for button in shown + below) > free
        for button in (*self._stations.values(), *below):
            button.show_alone(alone)
        self._listed.activate()
        wide = max((button.sizeHint().width() for button in shown + below), default=0)
        scrolls = sum(button.sizeHint().height() for button in shown + below) > free
        bar = self._scroll.verticalScrollBar().sizeHint().width() if scrolls else 0
        self._scroll.setFixedWidth(wide + bar)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: a low window has no room for the names."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    def show_station(self, key: str) -> None:
        """Mark *key* as the station at hand, without a signal. Raises KeyError."""
        self._stations[key].setChecked(True)
        self._scroll.ensureWidgetVisible(self._stations[key])

    def button(self, key: str) -> RailButton:
        """Return the button of the station *key*."""
        return self._stations[key]

    def offer(self, keys: Sequence[str]) -> None:
        """Show only the stations *keys*: a coordinator's file has fewer."""
        for key, button in self._stations.items():
            button.setVisible(key in keys)
        self._fit()

    def retranslate(self) -> None:
        """Set names and keys anew."""
        self.setAccessibleName(tr("Stations"))
        for place, plan in enumerate(self._plans, start=1):
            name = tr(plan.words)
            key = spell_now(f"Ctrl+{place}")
            self._stations[plan.key].set_words(tr(plan.short or plan.words), name, key)
        self._menu.set_words(tr("Menu"), tr("Menu"), spell_now("F10"))
        code = Languages.current()
        self._language.set_words(
            "", tr("Language of the window: {language}", language=NAMES[code]), sign=code.capitalize()
        )
        self._fit()

    @Slot()
    def ask_menu(self) -> None:
        """Ask the window to open the menu beside its button."""
        self.menu_asked.emit(self._menu.mapToGlobal(QPoint(self._menu.width(), 0)))

    @Slot()
    def choose_language(self) -> None:
        """Offer the languages of the window beside the language button."""
        menu = language_menu(self)
        menu.popup(self._language.mapToGlobal(QPoint(self._language.width(), -menu.sizeHint().height() // 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Up and Down along the rail, Enter goes to the station."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.focusWidget()
            if isinstance(held, RailButton):
                held.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's override: the rail is as wide as its longest name in the language at hand."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self._fit()

    @Slot()
    def _station_clicked(self) -> None:
        self.station_chosen.emit(self.sender().objectName())


def language_menu(parent: QWidget) -> QMenu:
    """Return a menu of the window's languages; choosing one switches at once. It deletes itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for code, name in NAMES.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(code == Languages.current())
        action.setData(code)
    menu.triggered.connect(_switch)
    return menu


@Slot("QAction*")
def _switch(action: QAction) -> None:
    Languages.set(str(action.data()))
