"""One tile a language: how many wordings are missing, out of date, drafts, checked; it filters the queue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consult_app.drafting.translation.to_translate import KINDS, STATUSES, SUBAMENDMENT
from consult_app.meetings.reasons import N_
from consult_app.ui.charts.patterns import Pattern, paint_part
from consult_app.ui.language import NAMES, language_label, language_said, tr, tr_n
from consult_app.ui.languages.naming import KIND_NAMES, TONES
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Elided, Label, set_property
from consult_app.ui.parts.panels import Card
from consult_app.ui.progress.words import figure

Counts = Mapping[tuple[str, str, str], int]
"""How many wordings there are by language, kind and status."""

_HEADS: Final = {
    "missing": N_("missing"),
    "out_of_date": N_("out of date"),
    "draft": N_("drafts"),
    "checked": N_("checked"),
}
SHOWN: Final = tuple(_HEADS)
_PATTERNS: Final = {
    "original": (Pattern.SOLID, "accent"),
    "checked": (Pattern.RISING, "accent"),
    "draft": (Pattern.DOTTED, "dim"),
    "out_of_date": (Pattern.CROSSED, "warn"),
    "missing": (Pattern.EMPTY, "error"),
}


class StatusBar(QWidget):
    """All wordings of a language side by side: the original, checked, drafts, out of date, missing."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt's override."""
        return QSize(fonts.pixels(120), fonts.pixels(10))

    def show_counts(self, counts: tuple[int, ...]) -> None:
        """Show how many there are of each of :data:`STATUSES`."""
        if counts != self._counts:
            self._counts = counts
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: each part at least wide enough to be seen."""
        painter, palette = QPainter(self), Theme.current()
        shown = [(status, count) for status, count in zip(STATUSES, self._counts, strict=False) if count]
        total = sum(count for _, count in shown)
        least = fonts.pixels(6)
        room = self.width() - least * len(shown)
        left = 0.0
        for status, count in shown:
            wide = least + room * count / total
            pattern, tone = _PATTERNS[status]
            area = QRectF(left, 0, max(1.0, wide - 1), self.height())
            paint_part(painter, area, pattern, getattr(palette, tone), palette.ground)
            left += wide


class LanguageTile(Card):
    """The tile of one language. Choosing it holds the queue to that language."""

    def __init__(self, language: str) -> None:
        super().__init__(takes_focus=True)
        self.language = language
        self.name = Label("topic")
        self.ready = Elided("dim")
        self.bar = StatusBar()
        self.figures: dict[tuple[str, str], Label] = {}
        self._kinds: dict[str, Elided] = {}
        self._statuses: dict[str, Elided] = {}
        self._table = QWidget()
        self._table.setProperty("surface", "clear")
        self._hint = ""
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(1)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.ready, 1)
        self.ready.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, status in enumerate(SHOWN, start=1):
            self._statuses[status] = Elided("small")
            self._statuses[status].setAlignment(right)
            self._grid.addWidget(self._statuses[status], 0, column)
        self._grid.setColumnStretch(0, 1)
        for row, kind in enumerate(KINDS, start=1):
            self._kinds[kind] = Elided("small")
            self._grid.addWidget(self._kinds[kind], row, 0)
            for column, status in enumerate(SHOWN, start=1):
                found = Label()
                found.setAlignment(right)
                self.figures[kind, status] = found
                self._grid.addWidget(found, row, column)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(14, 8, 14, 9)
        column_of_all.setSpacing(5)
        column_of_all.addLayout(head)
        column_of_all.addWidget(self.bar)
        column_of_all.addWidget(self._table)

    def show_counts(self, counts: Counts, *, imported: bool, subamendments: bool) -> None:
        """Show *counts*; *imported* says whether the text is there in the language, *subamendments* whether
        there are any in whatever language."""
        said = []
        for kind in KINDS:
            row = []
            for status in SHOWN:
                number = counts.get((self.language, kind, status), 0)
                label = self.figures[kind, status]
                label.setText(figure(number) if number else "–")
                set_property(label, "tone", TONES.get(status, "") if number else "")
                set_property(label, "role", "" if number else "dim")
                if number:
                    row.append(f"{self._statuses[status].text()} {figure(number)}")
            shown = kind != SUBAMENDMENT or subamendments
            for widget in (self._kinds[kind], *(self.figures[kind, status] for status in SHOWN)):
                widget.setVisible(shown)
            if row:
                said.append(f"{self._kinds[kind].text()}: {', '.join(row)}")
        totals = tuple(sum(counts.get((self.language, kind, each), 0) for kind in KINDS) for each in STATUSES)
        self.bar.show_counts(totals)
        ready = sum(
            number
            for status, number in zip(STATUSES, totals, strict=True)
            if status in ("original", "checked")
        )
        words = tr_n(
            "{ready} of {total} ready",
            "{ready} of {total} ready",
            ready,
            ready=figure(ready),
            total=figure(sum(totals)),
        )
        self.ready.setText(words if imported else tr("not imported"))
        self.setAccessibleDescription(". ".join((self.ready.text(), *said)))
        self._say_hint()

    def show_figures(self, shown: bool) -> None:
        """Show what is to be done of each kind, or, in a window that is low, only say it in the tooltip."""
        self._table.setVisible(shown)
        self._say_hint()

    def _say_hint(self) -> None:
        said = [self._hint]
        if self._table.isHidden():
            said.insert(0, self.accessibleDescription())
        self.setToolTip("\n".join(said))

    def retranslate(self) -> None:
        """Set the words of rows and columns."""
        self._hint = tr("Show {language} only, or all languages again", language=language_said(self.language))
        self._say_hint()
        for kind, label in self._kinds.items():
            label.setText(tr(KIND_NAMES[kind]))
        for status, label in self._statuses.items():
            label.setText(tr(_HEADS[status]))
        self.name.setText(language_label(self.language))
        self.setAccessibleName(language_label(self.language))


class LanguageTiles(QWidget):
    """The tiles side by side; at most one is chosen. Signals: ``chosen(language)``, "" for all."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {code: LanguageTile(code) for code in NAMES}
        self._chosen = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for code, tile in self.tiles.items():
            row.addWidget(tile, 1)
            tile.activated.connect(lambda code=code: self.toggle(code))

    @property
    def language(self) -> str:
        """The language that is chosen, "" for all."""
        return self._chosen

    def toggle(self, language: str) -> None:
        """Choose *language*; the one that is chosen already is left for all."""
        self.choose("" if language == self._chosen else language)
        self.chosen.emit(self._chosen)

    def choose(self, language: str) -> None:
        """Show *language* as the one chosen ("" for all), without a signal."""
        self._chosen = language
        for code, tile in self.tiles.items():
            tile.set_selected(code == language)

    def show_counts(self, counts: Counts, imported: tuple[str, ...]) -> None:
        """Show *counts* of a text that is there in the languages *imported*."""
        below = any(number for (_, kind, _), number in counts.items() if kind == SUBAMENDMENT)
        for code, tile in self.tiles.items():
            tile.show_counts(counts, imported=code in imported, subamendments=below)

    def show_figures(self, shown: bool) -> None:
        """Have each tile show its figures, or be as low as it can."""
        for tile in self.tiles.values():
            tile.show_figures(shown)

    def retranslate(self) -> None:
        """Set every word anew."""
        for tile in self.tiles.values():
            tile.retranslate()


__all__ = ["SHOWN", "LanguageTile", "LanguageTiles", "StatusBar"]
