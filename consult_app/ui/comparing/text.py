"""The words of a comparison, painted as the text at the Table is: taken out struck, put in underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import printed
from consult_app.drafting.wordings.segments import Segment
from consult_app.drafting.wordings.wording import Run
from consult_app.publishing.papers.comparing import Compared
from consult_app.publishing.papers.comparison import remarks, whereabouts
from consult_app.ui.comparing.causes import Cause
from consult_app.ui.comparing.work import Line
from consult_app.ui.language import NAMES, Languages, language_label, tr
from consult_app.ui.look import fonts
from consult_app.ui.look.palette import GroupStyle, Underline
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.columns import Columns
from consult_app.ui.text.row_layouts import RowLayouts
from consult_app.ui.text.rows import Cell, Row
from consult_app.ui.text.shaping import MANNERS, PLAIN, CellLayout, Look, in_line
from consult_app.ui.text.text_view import TextView

_NOBODY: Final = ("",)
_LETTER: Final = 7.1
_APART: Final = " · "
#: kinds whose number says little without the lines above it
_IN_CONTEXT: Final = frozenset({"organ", "clause", "adoption", "item", "closing"})


def look(_by: tuple[str, ...]) -> Look:
    """How a change between two moments is shown: in nobody's colour, told apart by its line alone."""
    palette = Theme.current()
    return Look(GroupStyle(palette.accent, palette.accent_soft, "", Underline.SOLID), "")


class ComparedLayouts(RowLayouts):
    """The lines of a comparison, laid out as the rows of a text are."""

    def __init__(self, said: dict[int, str]) -> None:
        super().__init__(look)
        self.lines: Sequence[Line] = ()
        self.said = said
        self.alone = False
        """Whether lines stand without those around them, so that a number does not say where they are."""

    def show_lines(self, lines: Sequence[Line], columns: Columns) -> None:
        """Show *lines* in *columns*; nothing is laid out yet."""
        self.lines, self.columns = lines, columns
        self.rows = [
            Row(str(place), str(place), line.cells[0].spot, line.cells[0].label, line.cells[0].depth)
            for place, line in enumerate(lines)
        ]
        self._places = {row.key: place for place, row in enumerate(self.rows)}
        self.forget()

    def _lines(self, row: Row, manner: object) -> int:
        wide = max(60.0, self.columns.width - self.indent(row))
        letter = fonts.text_pixels(_LETTER * 10) / 10
        line = self.lines[int(row.key)]
        letters = max(sum(len(r.text) for f in cell.fragments for r in f.runs) for cell in line.cells)
        return max(1, -int(-letters * letter // wide)) + line.changed

    def cells(self, place: int) -> list[CellLayout]:
        """The cells of the line at *place*, one a column."""
        row = self.rows[place]
        if row.key not in self._laid:
            manner = MANNERS.get(row.spot.kind, PLAIN)
            line = self.lines[place]
            cells = [
                CellLayout(
                    Cell(segments_of(cell)),
                    manner,
                    self.columns.width - self.indent(row),
                    look,
                    note=self._note(cell, causes, language),
                    note_width=self.columns.width,
                    marker=_marker(cell, language),
                    language=language,
                )
                for cell, causes, language in zip(line.cells, line.causes, self.columns.chosen, strict=True)
                if language in self.columns.languages
            ]
            self._laid[row.key] = in_line(cells)
        return self._laid[row.key]

    def _note(self, cell: Compared, causes: Sequence[Cause], language: str) -> str:
        """What stands over the words: where they are, what changed them, what became of the node, their
        language."""
        window = Languages.current()
        out = []
        if self.alone and cell.spot.kind in _IN_CONTEXT and not whereabouts(cell, window):
            out.append(capitalized(label_reference(cell.spot.kind, cell.label, window)))
        if causes:
            out.append(", ".join(dict.fromkeys(self.said[cause.seq] for cause in causes)))
        out += fate_words(cell)
        out += remarks(cell, window)
        if cell.language and cell.language != language:
            out.append(language_label(cell.language))
        return _APART.join(out)


def fate_words(cell: Compared) -> list[str]:
    """What is said of a node that came or went as a whole, beside its line."""
    if cell.fate == "inserted" and not cell.divided_off:
        return [tr("put in")]
    return [tr("taken out")] if cell.fate == "deleted" else []


def segments_of(cell: Compared) -> tuple[Segment, ...]:
    """The words of *cell* with what was put in and taken out; of a node that only leaves word, a sentence."""
    gone = whereabouts(cell, Languages.current())
    if gone:
        return (Segment((Run(gone, italic=True),)),)
    return tuple(
        Segment(each.runs, each.change, _NOBODY)
        if each.change == "insert" or each.change == "delete"
        else Segment(each.runs)
        for each in cell.fragments
    )


def _marker(cell: Compared, language: str) -> str:
    if whereabouts(cell, language):
        return ""
    return cell.spot.note_key if cell.spot.kind == "footnote" else printed(cell.spot, cell.label, language)


class ComparedText(TextView):
    """The lines of a comparison in one to three columns. A line goes by its place in the comparison.

    Signals beside those of the text: ``entered()`` on Enter.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._said: dict[int, str] = {}
        self._compared = ComparedLayouts(self._said)
        super().__init__(look, parent, layouts=self._compared)
        self.step_asked.connect(self.step)
        self.node_chosen.connect(self.choose)

    def show_lines(
        self,
        lines: Sequence[Line],
        languages: Sequence[str],
        said: dict[int, str],
        at: str = "",
        *,
        alone: bool = False,
    ) -> None:
        """Show *lines* in *languages*, with the words of each cause by its row; the line *at* is at hand.
        Lines that stand *alone* say where they are."""
        self._compared.alone = alone
        self._said.clear()
        self._said.update(said)
        self._compared.show_lines(lines, Columns(tuple(languages), self.columns.at_hand))
        self._heads.show_heads(self.columns, [NAMES[code] for code in languages])
        self._lay_out_anew()
        self.choose(at if self._compared.place_of(at) >= 0 else ("0" if lines else ""))

    @property
    def place(self) -> int:
        """The place of the line at hand, -1 where there is none."""
        return self._compared.place_of(self.current)

    def line(self) -> Line | None:
        """The line at hand."""
        return self._compared.lines[self.place] if self.place >= 0 else None

    def step(self, by: int) -> None:
        """Go to the next line, or the one before."""
        if self._compared.rows:
            self.choose(str(min(max(0, self.place + by), len(self._compared.rows) - 1)))

    def to_change(self, by: int) -> bool:
        """Go to the next line that changed, or the one before; False where there is none."""
        lines = self._compared.lines
        at = self.place + by
        while 0 <= at < len(lines) and not lines[at].changed:
            at += by
        if not 0 <= at < len(lines):
            return False
        self.choose(str(at))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: Enter leads to the paragraph at the Table; there is nothing to edit, and what goes
        from change to change is the view's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_F2 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Name the view."""
        self.setAccessibleName(tr("Comparison of two moments"))
        self._lay_out_anew()


__all__ = ["ComparedText", "fate_words", "look", "segments_of"]
