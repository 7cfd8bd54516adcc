"""The cheat sheet: every key there is, those of the screen at hand first; it can be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui.actions import MENUS
from consult_app.ui.choosing_files import choose_printer
from consult_app.ui.keys import spell
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import Scaled
from consult_app.ui.parts.controls import Label, QuietButton, SectionTitle
from consult_app.ui.parts.panels import clear_layout
from consult_app.ui.window.overlays import Overlay
from consult_app.ui.window.shell import Shell
from consult_app.ui.working import WorkingStation

_NARROWEST, _BETWEEN = 270, 28
"""What a column of the sheet needs at least, and the air beside it."""
_SIDE, _BAR = 22, 14
"""The air at the sides of the card, and within it the room for the bar."""
_TOGETHER = 3
"""So many lines at least stand under a title, or are carried over to the next column."""
_HEAD, _BROKEN, _SLACK = 2.0, 1.8, 1.5
"""In lines: a title with the air above it, a line that is broken, by how much a column may be too high."""
_APART = 14
"""What stands between words and keys."""


@dataclass(frozen=True)
class KeyLine:
    """What one or several keys do. ``keys`` are spelt as keyboards have them."""

    words: str
    keys: tuple[str, ...]


_Titled = tuple[str, list[KeyLine]]


def sections(shell: Shell) -> Iterator[tuple[str, list[KeyLine]]]:
    """The keys by screen: that at hand, the menus, then the other stations that have been entered."""
    at_hand = shell.station_at_hand if shell.in_meeting else ""
    if at_hand:
        yield from station_section(shell, at_hand)
    by_menu: dict[str, list[KeyLine]] = {}
    for spec, _action in shell.known_actions:
        if keys := shell.known_actions.keys(spec.id):
            line = KeyLine(shell.known_actions.name(spec.id), tuple(spell(key) for key in keys))
            by_menu.setdefault(spec.menu, []).append(line)
    for menu, title in MENUS.items():
        if menu in by_menu:
            yield tr(title), by_menu[menu]
    if "" in by_menu:
        yield tr("Everywhere"), by_menu[""]
    for key in shell.stations_made:
        if key != at_hand:
            yield from station_section(shell, key)


def station_section(shell: Shell, key: str) -> Iterator[tuple[str, list[KeyLine]]]:
    station = shell.station(key)
    if isinstance(station, WorkingStation):
        lines: dict[str, tuple[str, ...]] = {}
        for each, words in station.keys_here():
            # Return and the Enter of the number pad are both called Enter
            lines[words] = tuple(dict.fromkeys((*lines.get(words, ()), spell(each))))
        if lines:
            yield station.title(), [KeyLine(words, keys) for words, keys in lines.items()]


def in_columns(found: list[_Titled], many: int, high: Callable[[KeyLine], float]) -> list[list[_Titled]]:
    """Deal the sections *found* out to at most *many* columns of much the same height; each line is as *high*
    as that says. A section that is broken has its title in both columns."""
    left = sum(_HEAD + sum(map(high, lines)) for _title, lines in found)
    columns: list[list[_Titled]] = [[]]
    room = left / many + _SLACK
    for title, lines in found:
        rest = lines
        while rest:
            taken = len(rest) if len(columns) == many else _fitting(rest, room - _HEAD, high)
            if taken:
                used = _HEAD + sum(map(high, rest[:taken]))
                columns[-1].append((title, rest[:taken]))
                room, left, rest = room - used, left - used, rest[taken:]
            if rest:
                left += _HEAD if taken else 0
                columns.append([])
                room = left / (many - len(columns) + 1) + _SLACK
    return [column for column in columns if column]


def _fitting(lines: list[KeyLine], room: float, high: Callable[[KeyLine], float]) -> int:
    """How many of *lines* go into the *room* that is left; no few of them are parted from the others."""
    fits = sum(height <= room for height in accumulate(map(high, lines)))
    if fits < len(lines):
        fits = min(fits, len(lines) - _TOGETHER)
    return fits if fits == len(lines) or fits >= _TOGETHER else 0


class CheatSheet(Retranslating, Overlay):
    """Lies over the window; Esc or Ctrl+/ takes it away."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(takes_focus=True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setParent(shell)
        self._shell = shell
        self._before: QWidget | None = None
        self._how_many = 0
        self._title = Label("heading")
        self._change = QuietButton()
        self._print = QuietButton()
        self._leave = QuietButton()
        self._page = QWidget()
        self._page.setProperty("surface", "clear")
        self._columns = QHBoxLayout(self._page)
        self._columns.setContentsMargins(0, 0, _BAR, 0)
        scroll = QScrollArea()
        scroll.setWidget(self._page)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._change)
        head.addWidget(self._print)
        head.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        # only now: shown before it lay in the card, it was a window for a moment and took the focus with it
        self._change.setVisible("help.change_keys" in shell.known_actions)
        self._change.clicked.connect(self._ask_change)
        self._print.clicked.connect(self.ask_print)
        self._leave.clicked.connect(self.close_again)
        shell.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._title.setText(tr("Keys"))
        self._change.set_words(tr("Change keys…"))
        self._print.set_words(tr("Print…"), "Ctrl+P")
        self._leave.set_words(tr("Close"), "Esc")
        self.setAccessibleName(tr("Keys"))
        if self.isVisible():
            self._fill()

    @Slot()
    def open(self) -> None:
        """Come into sight with the keys as they are now; again, it goes."""
        if self.isVisible():
            self.close_again()
            return
        self._before = QApplication.focusWidget()
        self._place()
        self._fill()
        self.show()
        self.raise_()
        self.setFocus()

    @Slot()
    def close_again(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    @Slot()
    def _ask_change(self) -> None:
        self.close_again()
        self._shell.known_actions.action("help.change_keys").trigger()

    def _fill(self) -> None:
        clear_layout(self._page)
        inside = self.width() - 2 * _SIDE - _BAR - self._columns.spacing() * (self._how_many - 1)
        wide = inside // self._how_many - fonts.pixels(_APART)
        plain, strong = QFontMetrics(fonts.window()), QFontMetrics(fonts.window(weight=600))

        def high(line: KeyLine) -> float:
            keys = strong.horizontalAdvance(" · ".join(line.keys))
            return 1.0 if plain.horizontalAdvance(line.words) + keys <= wide else _BROKEN

        for part in in_columns(list(sections(self._shell)), self._how_many, high):
            column = self._column()
            for title, lines in part:
                column.insertWidget(column.count() - 1, _Section(title, lines))

    def _column(self) -> QVBoxLayout:
        holder = QWidget()
        holder.setProperty("surface", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.pixels(18))
        column.addStretch(1)
        self._columns.addWidget(holder, 1)
        return column

    def _place(self) -> None:
        self.lie_over_work(self._shell)
        between = fonts.pixels(_BETWEEN)
        self._columns.setSpacing(between)
        many = max(1, (self.width() - 2 * _SIDE - _BAR + between) // (fonts.pixels(_NARROWEST) + between))
        if many != self._how_many:
            self._how_many = many
            if self.isVisible():
                self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: keep within the window."""
        if watched is self._shell and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Esc leaves, Ctrl+P prints."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        elif event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ask_print()
        else:
            super().keyPressEvent(event)

    def as_html(self) -> str:
        """The sheet as it is printed."""
        parts = [f"<h1>{escape(tr('Keys'))}</h1>"]
        for title, lines in sections(self._shell):
            rows = "".join(
                f"<tr><td width='35%'><b>{escape(' · '.join(line.keys))}</b></td>"
                f"<td>{escape(line.words)}</td></tr>"
                for line in lines
            )
            parts.append(f"<h2>{escape(title)}</h2><table width='100%'>{rows}</table>")
        return "".join(parts)

    @Slot()
    def ask_print(self) -> None:
        """Print the sheet; the dialog is the system's own."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter()

        def print_sheet() -> None:
            document = QTextDocument()
            document.setDefaultFont(fonts.window())
            document.setHtml(self.as_html())
            document.print_(printer)

        choose_printer(self._shell, printer, print_sheet)


class _Section(QWidget):
    """One screen's keys under its title; of each line the words have all the room that its keys leave."""

    def __init__(self, title: str, lines: list[KeyLine]) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self._rows: list[QHBoxLayout] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionTitle(title))
        for line in lines:
            words = Label(text=line.words, wrap=True)
            keys = Label("strong", " · ".join(line.keys))
            keys.setAccessibleName(f"{line.words}: {', '.join(line.keys)}")
            row = QHBoxLayout()
            row.addWidget(words, 1)
            row.addWidget(keys, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
            self._rows.append(row)
        Scaled(self, self._fit)

    def _fit(self) -> None:
        self._column.setSpacing(fonts.pixels(5))
        for row in self._rows:
            row.setSpacing(fonts.pixels(_APART))
