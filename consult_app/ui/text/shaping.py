"""One cell of the text laid out: words with their marks, tracked changes by group, small numbers.

A cell is laid out once for a width and then only painted. Underlines and strikes are drawn here and
not by the font engine, because a group's underline (solid, double, dotted) is its mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from consult_app.drafting.amendments.rebase import NEW_CUT
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Size, Weight
from consult_app.ui.look.palette import GroupStyle, Underline
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.bracket_pieces import Whose, bracket_pieces, unnamed
from consult_app.ui.text.rows import Cell
from consult_app.ui.text.runs import readable, same_bracket, without_end
from consult_app.ui.text.strokes import Stroke, draw_stroke, letter_x, stretch_of

THIN_SPACE: Final = "\u2009"
_JOINED: Final = "\u2060"
"""No line ends here, although it may after a stroke."""
_NOTE_FLAGS: Final = int(Qt.TextFlag.TextWordWrap)
#: Qt draws a superscript at two thirds of its size.
_PILL_SIZE: Final = 13.5


@dataclass(frozen=True)
class Look:
    """How a change is shown: the look of its group, and the number after it."""

    style: GroupStyle
    number: str


Looks = Callable[[tuple[str, ...]], Look]


@dataclass(frozen=True)
class Manner:
    """How a kind of node is set: size in pixels, weight, and whether a number stands before it."""

    size: float = 16
    bold: bool = False
    numbered: bool = False
    above: float = 7
    below: float = 7


MANNERS: Final[dict[str, Manner]] = {
    "title": Manner(21, bold=True, above=10, below=10),
    "heading": Manner(17, bold=True, above=16, below=6),
    "paragraph": Manner(numbered=True),
    "item": Manner(numbered=True),
    "footnote": Manner(14, numbered=True),
}
PLAIN: Final = Manner()


def _height_of_note(note: str, width: float) -> int:
    """How high the line over a cell is: where columns are narrow it may take a second one."""
    metrics = QFontMetricsF(fonts.with_text(Size.SMALL))
    # whole pixels: the rows below are moved by as much where it comes or goes
    high = ceil(metrics.boundingRect(QRectF(0, 0, width, 200), _NOTE_FLAGS, note).height())
    return high + fonts.text_pixels(2)


def in_line(cells: list[CellLayout]) -> list[CellLayout]:
    """Return the *cells* of one row, whose words now begin in line, below the highest of their notes."""
    above = max((cell.above_needed for cell in cells), default=0.0)
    for cell in cells:
        cell.begin_at(above)
    return cells


class CellLayout:
    """The words of a cell, broken into lines of a width."""

    def __init__(
        self,
        cell: Cell,
        manner: Manner,
        width: float,
        looks: Looks,
        *,
        note: str = "",
        note_width: float = 0.0,
        marker: str = "",
        whose: Whose = unnamed,
        language: str = "",
    ) -> None:
        """Lay *cell* out; *note* is the line over it, *marker* its number; *looks* says whose a change is,
        *whose* how somebody is called in the *language* of the cell."""
        self.note = note
        self.marker = marker
        self.stale = cell.status == "out_of_date"
        self._manner, self.width = manner, width
        self.cell = cell
        self._marker_colour = ""
        self._looks = looks
        self._looked: dict[tuple[str, ...], Look] = {}
        self._whose, self._language = whose, language
        self._pieces: list[str] = []
        self._formats: list[QTextLayout.FormatRange] = []
        self._forms: dict[tuple[str, bool, bool, bool] | None, QTextCharFormat] = {}
        """By colour, italic, bold and raised; under None that of the numbers of amendments."""
        self._changes: list[tuple[int, int, Look, str]] = []
        self._pills: list[tuple[int, int]] = []
        self._signs: list[tuple[int, int]] = []
        self._at = 0
        self._strokes: list[Stroke] = []
        self._pill_rects: list[QRectF] = []
        self._leading = fonts.text_pixels(manner.size * 1.55)
        # the note begins over the number and may take a second line where columns are narrow
        self.note_width = note_width
        self.above_needed = _height_of_note(note, note_width) if note else 0.0
        """What the note takes over the words."""
        self.words = ""
        self._build()
        self._layout = self._broken(width)
        self.begin_at(self.above_needed)

    def begin_at(self, above: float) -> None:
        """Have the words begin *above* pixels from the top of the cell."""
        self.above = above
        self.height = above + self._leading * max(1, self._layout.lineCount())

    # building

    def _build(self) -> None:
        cell, dim = self.cell, Theme.current().dim
        whole = self._look(cell.struck_by) if cell.struck_by else None
        bracket = 0
        shown = readable(cell.segments)
        for place, segment in enumerate(shown):
            if segment.bracket:
                if not place or shown[place - 1].bracket != segment.bracket:
                    self._alternatives(same_bracket(shown, place))
                continue
            look = self._look(segment.by) if segment.change else None
            colour = dim if cell.struck and not whole else ""
            start = self._at
            runs, space = without_end(segment.runs) if look else (segment.runs, ())
            for run in runs:
                bracket = self._bracket(bracket, run.bracket)
                self._run(run, look or whole, colour)
            if look is not None:
                self._changes.append((start, self._at, look, segment.change))
                following = shown[place + 1] if place + 1 < len(shown) else Segment(())
                if following.change and following.by == segment.by:
                    if not space:  # else the words have a gap of their own
                        self._signs.append((self._at, self._at + 1))
                        self._add(THIN_SPACE, None)
                else:
                    self._pill(look.number)
            for run in space:
                self._run(run, None, colour)
            if cell.struck and segment.change != "insert" and self._at > start:
                gone = whole.style if whole else GroupStyle(dim, dim, "", Underline.SOLID)
                self._changes.append((start, self._at, Look(gone, ""), "delete"))
        self._bracket(bracket, 0)
        if whole and self._at:
            self._pill(whole.number)
        self.words = "".join(self._pieces)
        self._forms.clear()

    def _look(self, by: tuple[str, ...]) -> Look:
        self._looked[by] = self._looks(by)
        return self._looked[by]

    def shows(self, cell: Cell, note: str, marker: str, width: float, note_width: float) -> bool:
        """Whether the layout of *cell* in these widths, with this *note* and *marker*, would be this one: the
        same words, and what amendments change shown as theirs as it would be shown now."""
        return (
            (self.cell, self.note, self.marker) == (cell, note, marker)
            and (self.width, self.note_width) == (width, note_width)
            and all(self._looks(by) == look for by, look in self._looked.items())
        )

    def _add(self, words: str, form: QTextCharFormat | None) -> None:
        long = len(words.encode("utf-16-le")) // 2
        if form is not None:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = self._at, long, form
            self._formats.append(found)
        self._pieces.append(words)
        self._at += long

    def _run(self, run: Run, look: Look | None, colour: str) -> None:
        colour = look.style.ink if look else colour
        # where a node would be cut in two stands the sign of a paragraph
        words = run.text.replace(NEW_CUT, "¶")
        if not (colour or run.italic or run.bold or run.superscript or run.note):
            self._add(words, None)
            return
        start = self._at
        raised = run.superscript or bool(run.note)
        self._add(run.note or words, self._form(colour, italic=run.italic, bold=run.bold, raised=raised))
        if run.note:
            self._signs.append((start, self._at))

    def _form(self, colour: str, *, italic: bool, bold: bool, raised: bool) -> QTextCharFormat:
        """The type of a run: the same for all runs of a cell that look the same."""
        known = self._forms.get((colour, italic, bold, raised))
        if known is None:
            known = QTextCharFormat()
            if colour:
                known.setForeground(QColor(colour))
            known.setFont(self._font(italic=italic, bold=bold))
            if raised:
                known.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            self._forms[colour, italic, bold, raised] = known
        return known

    def _alternatives(self, group: list[Segment]) -> None:
        """Write a bracket with its alternatives, each under the mark, name and line of its group."""
        for piece in bracket_pieces(group, self._whose, self._language):
            start, look = self._at, Look(piece.style, "") if piece.style else None
            for run in piece.runs:
                if piece.sign:
                    self._sign(run.text)
                else:
                    self._run(run, look, "")
            if piece.own and look is not None:
                self._changes.append((start, self._at, look, "insert"))

    def _bracket(self, before: int, now: int) -> int:
        """Write the brackets between two runs."""
        if before != now:
            self._sign("]" * bool(before) + "[" * bool(now))
        return now

    def _sign(self, words: str) -> None:
        """Write a sign of a bracket: it is a mark, and is shown as one."""
        form = QTextCharFormat()
        form.setFont(self._font(bold=True))
        form.setForeground(QColor(Theme.current().warn))
        self._signs.append((self._at, self._at + len(words)))
        self._add(words, form)

    def _pill(self, number: str) -> None:
        if not number:
            return
        start, form = self._at, self._forms.get(None)
        if form is None:
            form = self._forms[None] = QTextCharFormat()
            form.setFont(fonts.with_text(_PILL_SIZE, Weight.SEMIBOLD))
            form.setForeground(QColor(Theme.current().dim))
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        whole = number.replace(" ", NO_BREAK).replace("/", f"/{_JOINED}")
        self._add(f"{NO_BREAK}{whole}{NO_BREAK}", form)
        self._pills.append((start, self._at))

    def _font(self, *, italic: bool = False, bold: bool = False) -> QFont:
        return fonts.text(self._manner.size, italic=italic, bold=bold or self._manner.bold)

    # breaking

    def _broken(self, width: float) -> QTextLayout:
        layout = QTextLayout(self.words, self._font())
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats)
        layout.beginLayout()
        y = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40.0, width))
            pill = self._pill_cut_by(line)
            if pill >= 0:
                line.setLineWidth(letter_x(line, pill) + 0.5)
            # a raised number must not push its line down
            line.setPosition(QPointF(0, y + (self._leading - line.height()) / 2))
            y += self._leading
        layout.endLayout()
        self._rule(layout)
        return layout

    def _pill_cut_by(self, line: QTextLine) -> int:
        """Where the number begins that the end of *line* would cut in two, -1 for none: it is joined to the
        word before it, and the two may be too long for the column. That word is a line of its own then."""
        start, end = line.textStart(), line.textStart() + line.textLength()
        cut = (first for first, last in self._pills if start < first and first + 1 < end < last - 1)
        return next(cut, -1)

    def _rule(self, layout: QTextLayout) -> None:
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            start, end = line.textStart(), line.textStart() + line.textLength()
            baseline = line.y() + line.ascent()
            for first, last, look, change in self._changes:
                if first >= end or last <= start:
                    continue
                stretch = stretch_of(line, max(first, start), min(last, end))
                if stretch is not None:
                    kind = look.style.underline if change == "insert" else None
                    soft, top = (look.style.soft, line.y()) if kind else ("", 0.0)
                    self._strokes.append(Stroke(*stretch, baseline, look.style.colour, kind, soft, top))
            for first, last in self._pills:
                if first < end and last > start:
                    x1, x2 = letter_x(line, max(first, start)) + 2, letter_x(line, min(last, end))
                    high, tall = fonts.text_pixels(14.5), fonts.text_pixels(12)
                    self._pill_rects.append(QRectF(x1, baseline - high, x2 - x1 - 1, tall))

    # painting

    def paint(self, painter: QPainter, x: float, y: float, *, lit: bool, soft: bool = False) -> None:
        """Paint the cell with its words at *x*, *y*; *lit* when it stands on the panel, *soft* to have
        words that are put in on the soft ground of their group."""
        palette = Theme.current()
        y += self.above
        painter.setPen(Qt.PenStyle.NoPen)
        for stroke in self._strokes if soft else ():
            if stroke.soft:
                wide = QRectF(x + stroke.x1, y + stroke.top, stroke.x2 - stroke.x1, self._leading)
                painter.fillRect(wide.adjusted(0, self._leading * 0.08, 0, 0), QColor(stroke.soft))
        painter.setBrush(QColor(palette.ground if lit else palette.panel))
        for rect in self._pill_rects:
            painter.drawRoundedRect(rect.translated(x, y), 3, 3)
        painter.setPen(QColor(palette.ink))
        self._layout.draw(painter, QPointF(x, y))
        for stroke in self._strokes:
            draw_stroke(painter, stroke, x, y, fonts.text_pixels(self._manner.size))

    def paint_note(self, painter: QPainter, x: float, y: float) -> None:
        """Paint what is said over the words, its top at *x*, *y*."""
        if self.note:
            palette = Theme.current()
            painter.setFont(fonts.with_text(Size.SMALL))
            painter.setPen(QColor(palette.warn if self.stale else palette.dim))
            painter.drawText(QRectF(x, y, self.note_width, self.above_needed), _NOTE_FLAGS, self.note)

    def changed(self) -> list[tuple[int, int]]:
        """The stretches of the changes that amendments propose, in their order: what carries a number."""
        return [(start, end) for start, end, look, _change in self._changes if look.number]

    def beside(self, *, proposed: bool = False) -> list[tuple[int, int]]:
        """The stretches that are no words of the text as it stands, or as it would read with what is
        *proposed*: signs, numbers, and what is put in (or taken out)."""
        other = "delete" if proposed else "insert"
        changed = [(start, end) for start, end, _look, change in self._changes if change == other]
        return changed + self._pills + self._signs

    def rects(self, stretches: Iterable[tuple[int, int]]) -> list[QRectF]:
        """Where *stretches* of the words lie, line by line, from the top left of the cell."""
        out = []
        for first, last in stretches:
            for place in range(self._layout.lineCount()):
                line = self._layout.lineAt(place)
                low = max(first, line.textStart())
                high = min(last, line.textStart() + line.textLength())
                if low < high:
                    x1, x2 = letter_x(line, low), letter_x(line, high)
                    out.append(QRectF(x1, self.above + line.y(), x2 - x1, line.height()))
        return out

    @property
    def line_tops(self) -> list[float]:
        """How far from the top of the cell each line begins, and, last, where the last one ends."""
        return [self.above + self._leading * line for line in range(self._layout.lineCount() + 1)]

    def letter_at(self, y: float) -> int:
        """The place in ``words`` where the line at *y* from the top of the cell begins."""
        lines = self._layout.lineCount()
        line = min(max(0, int((y - self.above) / self._leading)), max(0, lines - 1))
        return self._layout.lineAt(line).textStart() if lines else 0

    def top_of(self, letter: int) -> float:
        """How far from the top of the cell the line with that letter begins."""
        line = self._layout.lineForTextPosition(min(max(0, letter), len(self.words)))
        return self.above + (self._leading * line.lineNumber() if line.isValid() else 0.0)

    def marker_baseline(self) -> float:
        """Where the number stands, measured from the top of the cell."""
        line = self._layout.lineAt(0)
        return self.above + (line.y() + line.ascent() if line.isValid() else self._leading * 0.7)
