"""The cheat sheet: every key there is, those of the screen at hand first; it can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app.ui import fonts
from consult_app.ui.actions import MENUS
from consult_app.ui.choosing_files import choose_printer
from consult_app.ui.controls import Label, QuietButton, SectionTitle
from consult_app.ui.keys import spell
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.overlays import Overlay
from consult_app.ui.panels import clear_layout
from consult_app.ui.scaled import Scaled
from consult_app.ui.shell import Shell
from consult_app.ui.working import WorkingStation

_MARGIN = 48


@dataclass(frozen=True)
class KeyLine:
    """What one or several keys do. ``keys`` are spelt as keyboards have them."""

    words: str
    keys: tuple[str, ...]


def sections(shell: Shell) -> Iterator[tuple[str, list[KeyLine]]]:
    """The keys by screen: that at hand, the menus, then the other stations that have been entered."""
    at_hand = shell.station_at_hand if shell.in_meeting else ""
    if at_hand:
        yield from station_section(shell, at_hand)
    by_menu: dict[str, list[KeyLine]] = {}
    for spec, _action in shell.known_actions:
        if keys := shell.known_actions.keys(spec.id):
            line = KeyLine(shell.known_actions.words(spec.id), tuple(spell(key) for key in keys))
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


class CheatSheet(Retranslating, Overlay):
    """Lies over the window; Esc or Ctrl+/ takes it away."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(takes_focus=True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setParent(shell)
        self._shell = shell
        self._before: QWidget | None = None
        self._title = Label("heading")
        self._change = QuietButton()
        self._print = QuietButton()
        self._leave = QuietButton()
        self._page = QWidget()
        self._page.setProperty("surface", "clear")
        self._columns = QHBoxLayout(self._page)
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
        column.setContentsMargins(22, 16, 22, 16)
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
        self._fill()
        self._place()
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
        found = list(sections(self._shell))
        total = sum(len(lines) + 2 for _title, lines in found)
        filled, column = 0, self._column()
        for title, lines in found:
            if filled and filled + len(lines) / 2 > total / 3 * self._columns.count():
                column = self._column()
            filled += len(lines) + 2
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
        self._columns.setSpacing(fonts.pixels(36))
        margin = fonts.pixels(_MARGIN)
        self.setGeometry(self._shell.rect().adjusted(margin, margin, -margin, -margin))

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
    """One screen's keys under its title."""

    def __init__(self, title: str, lines: list[KeyLine]) -> None:
        super().__init__()
        self.setProperty("surface", "clear")
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        Scaled(self, self._fit)
        grid.addWidget(SectionTitle(title), 0, 0, 1, 2)
        for row, line in enumerate(lines, start=1):
            words = Label(text=line.words, wrap=True)
            keys = Label("strong", " · ".join(line.keys))
            keys.setAccessibleName(f"{line.words}: {', '.join(line.keys)}")
            grid.addWidget(words, row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)

    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(fonts.pixels(14))
        self._grid.setVerticalSpacing(fonts.pixels(5))
