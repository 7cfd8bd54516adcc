"""Looks at a window as a person meets it, and lists what is wrong: a control that a screen reader cannot
name, words that are cut, parts that lie over each other or outside, words in the wrong language, and a Tab
key that loses its way.

Each look returns a list of sentences for whoever reads the failing test; an empty one is good news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size
from consult_app.ui.parts.controls import Button, Elided
from consult_app.ui.parts.fields import ChoiceBox, SearchField
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.window.rail import RailButton

_SLACK = 1
"""Pixels by which a size may fall short: Qt rounds."""


def in_sight(window: QWidget) -> list[QWidget]:
    """Every widget of *window* that is shown, the window first; what was scrolled away is shown too."""
    return [window, *(each for each in window.findChildren(QWidget) if each.isVisibleTo(window))]


def nameless(window: QWidget) -> list[str]:
    """Return every visible child of *window* that takes the focus by key and has no accessible name."""
    found = []
    for widget in window.findChildren(QWidget):
        # The line edit inside a combo or date field speaks through its parent.
        if not _takes_tab(widget) or _inner(widget) or not widget.isVisibleTo(window):
            continue
        if not widget.isEnabled():
            continue
        if not _name_said(widget):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def _name_said(widget: QWidget) -> str:
    # a list is asked itself: an interface made for it here keeps cells that its next filling deletes
    if isinstance(widget, QAbstractItemView):
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _takes_tab(widget: QWidget) -> bool:
    # two bits: NoFocus has neither, ClickFocus the other one
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _inner(widget: QWidget) -> bool:
    return widget.focusProxy() is not None or widget.objectName().startswith("qt_")


# room


def cut(window: QWidget) -> list[str]:
    """Return every label, button, box, heading and hint of a field in *window* that lacks room for its words.

    Labels that end in an ellipsis on purpose (:class:`Elided`, or a size that is ignored) must say the whole
    in a tooltip.
    """
    found = []
    for widget in in_sight(window):
        short = _shortness(widget)
        if short:
            found.append(f"{_called(widget)}: {short}")
    return found


def _shortness(widget: QWidget) -> str:
    if isinstance(widget, Elided):
        cut_now = widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width()
        return "is cut and has no tooltip" if cut_now and not widget.toolTip() else ""
    if isinstance(widget, QLabel):
        return _label_short(widget)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return _lacking(_needed_by(widget), widget.size()) if widget.text() else ""
    if isinstance(widget, ChoiceBox | SearchField):
        return ""  # they end in an ellipsis, and say the whole in their tooltip
    if isinstance(widget, QComboBox):
        return _combo_short(widget)
    if isinstance(widget, QLineEdit):
        return _hint_short(widget)
    if isinstance(widget, QHeaderView):
        return _headings_short(widget)
    if isinstance(widget, QScrollArea):
        return _hidden_beyond(widget)
    if isinstance(widget, RailButton):
        return _lacking(widget.sizeHint(), widget.size())
    return ""


def _needed_by(button: QAbstractButton) -> QSize:
    if button.property("variant") == "segment":
        # the one that is chosen has stronger words, which the sheet does not reckon with
        strong = QFontMetrics(fonts.window(Size.CAPTION, fonts.Weight.SEMIBOLD))
        return QSize(strong.horizontalAdvance(button.text()) + 4, button.minimumSizeHint().height())
    # our own buttons say what they need with their key; a plain one may be held to a smaller size
    return button.sizeHint() if isinstance(button, Button) else button.minimumSizeHint()


def _lacking(needed: QSize, has: QSize) -> str:
    wide, high = needed.width() - has.width(), needed.height() - has.height()
    if wide > _SLACK or high > _SLACK:
        return f"needs {needed.width()}×{needed.height()}, has {has.width()}×{has.height()}"
    return ""


def _label_short(label: QLabel) -> str:
    if not label.text().strip() or label.pixmap().width():
        return ""
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        if high - label.height() > _SLACK:
            return f"needs {high} in height, has {label.height()} (width {label.width()})"
        # a line may also end after a hyphen
        longest = max(re.findall(r"[^\s-]*-|[^\s-]+", _plain(label.text())), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(longest)
        room = label.contentsRect().width()
        return f"the word {longest} needs {wide}, has {room}" if wide - room > _SLACK else ""
    short = _lacking(label.sizeHint(), label.size())
    return "" if label.toolTip() else short


def _combo_short(combo: QComboBox) -> str:
    wide = combo.fontMetrics().horizontalAdvance(combo.currentText())
    room = combo.width() - 40  # padding and arrow
    return f"needs {wide}, has {room}" if wide - room > _SLACK and not combo.toolTip() else ""


def _hint_short(field: QLineEdit) -> str:
    if field.text() or field.toolTip() or not field.placeholderText():
        return ""
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText())
    room = field.width() - 20  # padding
    return f"its hint needs {wide}, has {room}" if wide - room > _SLACK else ""


def _headings_short(header: QHeaderView) -> str:
    model = header.model()
    if model is None or header.orientation() != Qt.Orientation.Horizontal:
        return ""
    short = []
    for at in range(header.count()):
        words = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        # the sheet's own font and padding; the room for an arrow is asked of one heading only
        needed = QFontMetrics(fonts.window(Size.SMALL, fonts.Weight.SEMIBOLD)).horizontalAdvance(words) + 16
        if words and not header.isSectionHidden(at) and needed - header.sectionSize(at) > _SLACK:
            short.append(f"“{words}” needs {needed}, has {header.sectionSize(at)}")
    return "; ".join(short)


def _hidden_beyond(area: QScrollArea) -> str:
    inside = area.widget()
    never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inside is None or not (never or area.property("scrolls") == "column"):
        return ""  # a picture, or a page that says of itself what it needs
    beyond = inside.width() - area.viewport().width()
    return f"{beyond} pixels of {_called(inside)} are beyond the edge" if beyond > _SLACK else ""


def misplaced(window: QWidget) -> list[str]:
    """Return what lies outside the widget that holds it, and neighbours of one layout that overlap."""
    found = []
    for holder in in_sight(window):
        if isinstance(holder, BrokenLine):
            for each in (part for part in holder.children() if isinstance(part, QWidget)):
                out = _outside(each.geometry(), holder.rect()) if each.isVisibleTo(window) else 0
                if out > _SLACK:
                    found.append(f"{_called(each)} lies {out} pixels outside its line")
        layout = holder.layout()
        if layout is None:
            continue
        laid = [each for each in _widgets_of(layout) if each.isVisibleTo(window)]
        for each in laid:
            out = _outside(each.geometry(), holder.rect())
            if out > _SLACK:
                found.append(f"{_called(each)} lies {out} pixels outside {_called(holder)}")
        for at, one in enumerate(laid):
            for other in laid[at + 1 :]:
                shared = one.geometry() & other.geometry()
                stacked = layout.inherits("QStackedLayout")
                if not stacked and min(shared.width(), shared.height()) > _SLACK:
                    found.append(f"{_called(one)} and {_called(other)} overlap in {_called(holder)}")
    return found


def _outside(inner: QRect, outer: QRect) -> int:
    return max(outer.left() - inner.left(), inner.right() - outer.right(), inner.bottom() - outer.bottom())


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    holder = layout.parentWidget()
    within = [layout, *layout.findChildren(QLayout)]
    for each in holder.children() if holder is not None else ():
        # never layout.itemAt(): see test_layout_items
        if isinstance(each, QWidget) and any(one.indexOf(each) >= 0 for one in within):
            yield each


# words


def words_in(window: QWidget) -> dict[str, str]:
    """Return the words of *window*'s own controls, each with where it stands: what is shown, hinted at and
    read out."""
    out: dict[str, str] = {}
    for widget in in_sight(window):
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            said = [widget.placeholderText()]
        elif isinstance(widget, QLabel | QAbstractButton):
            said = [_plain(widget.text()).replace("&&", "&")]
        elif isinstance(widget, QHeaderView):
            said = list(_headings(widget))
        else:
            said = []
        for words in (*said, widget.accessibleName(), _plain(widget.toolTip())):
            if words.strip():
                out.setdefault(words.strip(), _called(widget))
    return out


def _headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for at in range(header.count() if model is not None else 0):
        yield str(model.headerData(at, header.orientation()) or "")


def _plain(words: str) -> str:
    if not re.search("</?[a-z]+", words):
        return words
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()


# the keyboard


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab should come to in *window*, in no order."""
    return [
        each
        for each in in_sight(window)
        if _takes_tab(each) and each.isEnabled() and not _inner(each) and not each.visibleRegion().isEmpty()
    ]


def lost(before: list[QWidget], window: QWidget, come_to: Iterable[QWidget]) -> list[str]:
    """Return the stops of *window* that are not among those that Tab came to: of those that were there
    *before* the round and still are, since a card shows its decisions while it is at hand."""
    reached, after = set(come_to), set(stops(window))
    return [f"Tab never comes to {_called(each)}" for each in before if each in after and each not in reached]


def out_of_order(window: QWidget, visited: list[QWidget]) -> list[str]:
    """Return each step of Tab that leads against the order of reading: up in one column, or left in one line.

    What is compared are the two parts of the window next above that hold the one stop and the other, so that
    a step from the foot of one column to the head of the next is none.
    """
    found = []
    for one, other in pairwise(visited):
        if one is other or not (window.isAncestorOf(one) and window.isAncestorOf(other)):
            continue
        first, second = (_place(part, window) for part in _apart(one, other))
        above = second.bottom() < first.top()
        same_column = second.left() <= first.right() and first.left() <= second.right()
        same_line = second.top() <= first.bottom() and first.top() <= second.bottom()
        if (above and same_column) or (same_line and second.right() < first.left()):
            found.append(f"Tab leads from {_called(one)} back to {_called(other)}")
    return found


def _apart(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    above = [one]
    while (parent := above[-1].parentWidget()) is not None:
        above.append(parent)
    at = below = other
    while at not in above:
        below, parent = at, at.parentWidget()
        if parent is None:
            raise ValueError("the two are not in one window")
        at = parent
    place = above.index(at)
    return (above[place - 1] if place else one), (below if at is not other else other)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _called(widget: QWidget) -> str:
    words = widget.accessibleName()
    if not words and isinstance(widget, QLabel | QAbstractButton):
        words = widget.text()
    at = widget.parentWidget()
    while at is not None and type(at).__module__.startswith("PySide6"):
        at = at.parentWidget()
    holder = f" in {type(at).__name__}" if at is not None else ""
    said = f" “{_plain(words)[:60]}”" if words else ""
    return f"{type(widget).__name__}{said}{holder}"


def steps_by_itself(widget: QWidget) -> bool:
    """Whether Tab moves within *widget* (from cell to cell, or a tab into the words) and never leaves it."""
    if isinstance(widget, QTableView | QAbstractItemView):
        return widget.tabKeyNavigation()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.tabChangesFocus()


def hidden_columns(window: QWidget) -> list[str]:
    """Return the lists of *window* in which a column lies beyond the edge and cannot be scrolled to."""
    found = []
    for view in in_sight(window):
        if isinstance(view, QTableView) and isinstance(view, QAbstractScrollArea):
            never = view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            beyond = view.horizontalHeader().length() - view.viewport().width()
            if never and beyond > _SLACK:
                found.append(f"{beyond} pixels of {_called(view)} cannot be reached")
    return found


def from_the_top(window: QWidget, visited: list[QWidget]) -> list[QWidget]:
    """Return *visited*, which is a circle, from the stop on that Qt's own chain begins with."""
    reached = set(visited)
    at: QWidget | None = window.nextInFocusChain()
    while at is not None and at not in reached and at is not window:
        at = at.nextInFocusChain()
    place = visited.index(at) if at in reached and at is not None else 0
    return visited[place:] + visited[:place]
