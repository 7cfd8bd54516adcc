"""The pages of a PDF as they will be printed: drawn one after the other in a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from consult_app.ui.language import Retranslating, tr, tr_n
from consult_app.ui.parts.panels import EmptyState, clear_layout
from consult_app.ui.printing.page_drawing import one_at_a_time
from consult_app.ui.waiting import in_background, in_window, when_done

MOST_PAGES: Final = 40
"""More pages are not drawn: whoever wants them opens the file."""

_A4_POINTS: Final = 595.0


class PdfPreview(Retranslating, QScrollArea):
    """A column of pages, as wide as the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()
        self._path: Path | None = None
        self._pages: list[QLabel] = []
        self.total = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "page")
        self._inside = QWidget()
        self._inside.setProperty("surface", "clear")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 14, 14, 14)
        self._column.setSpacing(14)
        self.setWidget(self._inside)
        self.clear()

    @property
    def pages(self) -> int:
        """How many pages are drawn so far."""
        return len(self._pages)

    @property
    def path(self) -> Path | None:
        """The PDF that is shown, if there is one."""
        return self._path

    def clear(self) -> None:
        """Show that there is nothing to look at yet."""
        self._stop.set()
        self._path = None
        self._pages = []
        clear_layout(self._inside)
        self._empty = EmptyState(icon_name="papers")
        self._column.addWidget(self._empty)
        self.retranslate()

    def show_file(self, path: Path) -> None:
        """Draw the pages of the PDF in *path*; what was being drawn is given up."""
        self._stop.set()
        self._stop = stop = Event()
        self._path, self._pages, self.total = path, [], 0
        clear_layout(self._inside)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self.retranslate()
        ratio = self.devicePixelRatioF()
        # the bar comes with the second page and must not take from the first
        width = max(200, self.width() - self.verticalScrollBar().sizeHint().width() - 30)
        arrived = in_window(self, partial(self._page_arrived, stop, ratio))
        job = partial(_draw, path, width * ratio / _A4_POINTS, stop, arrived)
        when_done(in_background(job, "preview"), self, partial(self._drawn, stop), self._failed)

    def _page_arrived(self, stop: Event, ratio: float, image: QImage, number: int, total: int) -> None:
        if stop.is_set():
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        page = QLabel()
        page.setPixmap(pixmap)
        page.setAccessibleName(tr("Page {number} of {total}", number=number, total=total))
        self.total = total
        self._pages.append(page)
        self._column.insertWidget(self._column.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)

    def _drawn(self, stop: Event, left: int) -> None:
        if not stop.is_set() and left:
            words = tr_n("{n} more page; open the file to see it.", "{n} more pages; open the file.", left)
            self._column.insertWidget(self._column.count() - 1, QLabel(words))

    def _failed(self, _error: Exception) -> None:
        # the file may have been moved or replaced since: the list beside says what there is
        self.clear()

    def retranslate(self) -> None:
        """Set every word anew."""
        name = self._path.name if self._path else ""
        self.setAccessibleName(tr("Preview of {file}", file=name) if name else tr("Preview"))
        if self._path is None:
            self._empty.set_words(
                tr("Nothing to look at yet"), tr("Make the papers; a PDF chosen in the list is shown here.")
            )


def _draw(path: Path, scale: float, stop: Event, arrived: Callable[..., None]) -> int:
    """Draw the pages of *path*, hand each to *arrived*, and return how many were left out."""
    import pypdfium2

    with one_at_a_time:
        document = pypdfium2.PdfDocument(path)
        try:
            total = len(document)
            for number in range(min(total, MOST_PAGES)):
                if stop.is_set():
                    return 0
                page = document[number]
                bitmap = page.render(scale=scale, prefer_bgrx=True)
                data = bytes(bitmap.buffer)
                size = (bitmap.width, bitmap.height, bitmap.stride)
                image = QImage(data, *size, QImage.Format.Format_RGB32).copy()
                page.close()
                arrived(image, number + 1, total)
        finally:
            document.close()
    return max(0, total - MOST_PAGES)
