"""Words of the text beside a list, with the line of the group under what it would put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock, QTextDocument, QTextFragment, QWheelEvent
from PySide6.QtWidgets import QLabel

from consult_app.ui.look import fonts
from consult_app.ui.look.palette import Underline
from consult_app.ui.look.text_scale import turned
from consult_app.ui.look.theme import Theme
from consult_app.ui.text.strokes import Stroke, draw_stroke, stretch_of

_TITLE: Final = re.compile(rf' title="(?:{"|".join(Underline)})"')
"""How :func:`underlined` names a line: rich text has no other lines than the solid one, and this it keeps."""


def underlined(words: str, line: Underline, colour: str) -> str:
    """Return the rich text *words* in *colour*; where a :class:`Passage` shows them, *line* is under them."""
    if line is Underline.SOLID:
        return f'<span style="color:{colour};text-decoration:underline">{words}</span>'
    return f'<span title="{line}" style="color:{colour}">{words}</span>'


class Passage(QLabel):
    """Words of the text, in the text's own type and as rich text; they can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._lined: QTextDocument | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(fonts.text())
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        Theme.instance().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFont(fonts.text())

    def setText(self, words: str) -> None:
        """Show *words*, rich text in which :func:`underlined` may have named lines."""
        plain = _TITLE.sub("", words)
        self._lined = None
        if plain != words:
            # the label does not say where it sets which words: the same document, set alike, does
            # it belongs to nobody else: the one before goes with the words that it was for
            self._lined = QTextDocument()
            self._lined.setDocumentMargin(0)
            self._lined.setHtml(words)
        super().setText(plain)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override: the lines that rich text does not have, under the words."""
        super().paintEvent(event)
        if self._lined is None:
            return
        room = self.contentsRect()
        self._lined.setDefaultFont(self.font())
        self._lined.setTextWidth(room.width())
        above = max(0.0, (room.height() - self._lined.size().height()) / 2)
        painter = QPainter(self)
        size = float(self.font().pixelSize())
        for stroke in _strokes(self._lined):
            draw_stroke(painter, stroke, room.x(), room.y() + above, size)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's override: with Ctrl the wheel scales the text."""
        if not turned(event):
            super().wheelEvent(event)


def _strokes(document: QTextDocument) -> Iterator[Stroke]:
    block = document.begin()
    while block.isValid():
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        each = block.begin()
        while not each.atEnd():
            fragment = each.fragment()
            if fragment.charFormat().toolTip() in set(Underline):
                yield from _under(block, fragment, corner)
            each += 1
        block = block.next()


def _under(block: QTextBlock, fragment: QTextFragment, corner: QPointF) -> Iterator[Stroke]:
    form, layout = fragment.charFormat(), block.layout()
    first = fragment.position() - block.position()
    last = first + fragment.length()
    for line in map(layout.lineAt, range(layout.lineCount())):
        low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        stretch = stretch_of(line, low, high) if low < high else None
        if stretch is None:
            continue
        yield Stroke(
            corner.x() + stretch[0],
            corner.x() + stretch[1],
            corner.y() + line.y() + line.ascent(),
            form.foreground().color().name(),
            Underline(form.toolTip()),
        )
