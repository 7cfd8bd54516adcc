"""The editors of a rule: one of several sentences, some of several, a number, a fraction.

The wheel never changes a rule: it scrolls the page that the editors stand on.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consult_app.ui.language import tr
from consult_app.ui.look.scaled import hold
from consult_app.ui.meeting.rule_kinds import RuleField
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.parts.ticks import TickBox

_MOST = 9_999


class _Still(ChoiceBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QLineEdit):
    """A whole number from *least* on, typed or stepped with Up and Down. Signals: ``stepped()`` when a
    person changed it."""

    stepped = Signal()

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self.setValidator(QIntValidator(least, _MOST, self))
        self.textEdited.connect(self.stepped)
        self.setText(str(least))

    @property
    def number(self) -> int:
        """The number; the least where none stands in the field."""
        return max(self._least, int(self.text())) if self.text().isdecimal() else self._least

    def show_number(self, number: int) -> None:
        """Show *number* without a signal, unless it stands there already."""
        if number != self.number or not self.text():
            self.setText(str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Up and Down step."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.show_number(min(_MOST, max(self._least, self.number + step)))
            self.stepped.emit()


class RuleEditor(QWidget):
    """Base of the editors. Signals: ``changed()`` when a person changed the value."""

    changed = Signal()

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    @property
    def value(self) -> Any:
        """What is chosen, as :func:`rule_kinds.value_of` gives it."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show *value* without a signal."""
        raise NotImplementedError

    def set_words(self, label: str) -> None:
        """Set the words in the window's language; *label* is the accessible name."""
        raise NotImplementedError

    def say(self, value: Any) -> str:
        """Return *value* in words."""
        raise NotImplementedError

    def set_problem(self, words: str) -> None:
        """Say to a screen reader what is wrong; the row shows it."""
        for each in self.findChildren(QWidget):
            if each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                each.setAccessibleDescription(words)


class ChoiceEditor(RuleEditor):
    """One of the choices of the field."""

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = _Still(self)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.box)
        self._row.addWidget(self.box, 1)
        self.box.activated.connect(self.changed)

    @property
    def value(self) -> Any:
        at = self.box.currentIndex()
        return self.field.choices[at][0] if at >= 0 else self.field.choices[0][0]

    def show_value(self, value: Any) -> None:
        known = [each for each, _words in self.field.choices]
        self.box.setCurrentIndex(known.index(value) if value in known else -1)

    def set_words(self, label: str) -> None:
        at = self.box.currentIndex()
        self.box.clear()
        self.box.addItems([tr(words) for _value, words in self.field.choices])
        self.box.setCurrentIndex(at)
        self.box.setAccessibleName(label)

    def say(self, value: Any) -> str:
        return next((tr(words) for each, words in self.field.choices if each == value), "–")


class SeveralEditor(RuleEditor):
    """Any of the choices of the field, each with a box to tick."""

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.ticks = {value: TickBox() for value, _words in field.choices}
        column = QVBoxLayout()
        column.setSpacing(2)
        for tick in self.ticks.values():
            column.addWidget(tick)
            tick.clicked.connect(self.changed)
        self._row.addLayout(column)
        self._row.addStretch(1)
        self.setFocusProxy(next(iter(self.ticks.values())))

    @property
    def value(self) -> Any:
        return tuple(sorted(value for value, tick in self.ticks.items() if tick.isChecked()))

    def show_value(self, value: Any) -> None:
        for each, tick in self.ticks.items():
            tick.setChecked(each in value)

    def set_words(self, label: str) -> None:
        for value, words in self.field.choices:
            self.ticks[value].setText(tr(words))
            self.ticks[value].setAccessibleName(f"{label}: {tr(words)}")
            self.ticks[value].updateGeometry()

    def say(self, value: Any) -> str:
        return ", ".join(tr(words) for each, words in self.field.choices if each in value) or "–"


class NumberEditor(RuleEditor):
    """A number; where the field has a word for "no limit", the least stands for it."""

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.number = NumberField(field.least)
        hold(self.number, wide=64)
        self._none = Label("dim")
        self.setFocusProxy(self.number)
        self._row.addWidget(self.number)
        self._row.addWidget(self._none)
        self._row.addStretch(1)
        self.number.stepped.connect(self._changed)

    @property
    def value(self) -> Any:
        return self.number.number

    def show_value(self, value: Any) -> None:
        self.number.show_number(value)
        self._look()

    def _changed(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        least = bool(self.field.none) and self.value == self.field.least
        self._none.setText(f"({tr(self.field.none)})" if least else "")

    def set_words(self, label: str) -> None:
        self.number.setAccessibleName(label)
        self._look()

    def say(self, value: Any) -> str:
        return tr(self.field.none) if self.field.none and value == self.field.least else str(value)


class FractionEditor(RuleEditor):
    """A part of the whole: 2/5; nothing at all where the first number is 0."""

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.num, self.den = NumberField(0), NumberField(1)
        self._of = Label("", "/")
        self._none = Label("dim")
        for number in (self.num, self.den):
            hold(number, wide=56)
            number.stepped.connect(self._changed)
        for widget in (self.num, self._of, self.den, self._none):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.setFocusProxy(self.num)

    @property
    def value(self) -> Any:
        return (self.num.number, self.den.number)

    def show_value(self, value: Any) -> None:
        for number, shown in zip((self.num, self.den), value, strict=True):
            number.show_number(shown)
        self._look()

    def _changed(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        self._none.setText(f"({self.say(self.value)})" if not self.num.number else "")

    def set_words(self, label: str) -> None:
        self.num.setAccessibleName(tr("{label}: how many", label=label))
        self.den.setAccessibleName(tr("{label}: of how many", label=label))
        self._look()

    def say(self, value: Any) -> str:
        num, den = value
        return f"{num}/{den}" if num else tr(self.field.none)


_EDITORS: dict[str, type[RuleEditor]] = {
    "choice": ChoiceEditor,
    "several": SeveralEditor,
    "number": NumberEditor,
    "fraction": FractionEditor,
}


def editor_of(field: RuleField, parent: QWidget | None = None) -> RuleEditor:
    """Return the editor that *field* needs, made within *parent*."""
    return _EDITORS[field.kind](field, parent)
