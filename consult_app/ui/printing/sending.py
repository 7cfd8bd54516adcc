"""A PDF out to a printer.

Where CUPS is (``lp``: Linux, macOS), the file itself goes to it: the printer gets outlines, not pictures, and
knows sides, paper and copies better than anybody. Elsewhere (Windows) each page is drawn at 300 dpi and given
to Qt's printer. Both are asked for the same things.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from consult_app.ui.printing.page_drawing import one_at_a_time

Sides = Literal["one", "long", "short"]
Paper = Literal["", "A4", "Letter"]

DPI: Final = 300
_POINTS_PER_INCH: Final = 72
_LP_SIDES: Final = {"one": "one-sided", "long": "two-sided-long-edge", "short": "two-sided-short-edge"}
_QT_SIDES: Final = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}
_QT_PAPER: Final = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
_PATIENCE: Final = 60


class CannotPrint(Exception):
    """The printer, or what stands before it, did not take the file; the text says why in its own words."""


class Job(msgspec.Struct, frozen=True):
    """What to print and how. *paper* "" is that of the file; *to_file* prints into a PDF instead."""

    path: Path
    copies: int
    printer: str
    sides: Sides = "long"
    paper: Paper = ""
    to_file: Path | None = None


def printers() -> list[str]:
    """The printers of this desk, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name.lower()))


def send(job: Job, stop: Callable[[], bool]) -> None:
    """Print one file. *stop* is asked before each page that is drawn here; what the printer has it keeps.

    Raises CannotPrint.
    """
    command = None if job.to_file else shutil.which("lp")
    if command:
        _to_cups(command, job)
    else:
        _drawn(job, stop)


def lp_arguments(job: Job) -> list[str]:
    """What CUPS is told besides the file."""
    asked = ["-d", job.printer, "-n", str(job.copies), "-t", job.path.name]
    asked += ["-o", f"sides={_LP_SIDES[job.sides]}", "-o", "collate=true"]
    if job.paper:
        asked += ["-o", f"media={job.paper}", "-o", "fit-to-page"]
    return asked


def _to_cups(command: str, job: Job) -> None:
    try:
        done = subprocess.run(
            [command, *lp_arguments(job), "--", str(job.path)],
            capture_output=True,
            timeout=_PATIENCE,
            text=True,
            errors="replace",
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotPrint(str(error)) from error
    if done.returncode:
        raise CannotPrint(done.stderr.strip() or f"lp: {done.returncode}")


def _drawn(job: Job, stop: Callable[[], bool]) -> None:
    """Print the pages of the file as pictures."""
    import pypdfium2

    printer = _printer(job)
    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(job.path)
        except (OSError, pypdfium2.PdfiumError) as error:
            raise CannotPrint(str(error)) from error
        painter = QPainter()
        try:
            for copy in range(1 if printer.supportsMultipleCopies() else job.copies):
                for number in range(len(document)):
                    if stop():
                        return
                    page = document[number]
                    _lay(printer, job, page.get_size())
                    if not painter.isActive():
                        if not painter.begin(printer):
                            raise CannotPrint(job.printer)
                    elif number or copy:
                        printer.newPage()
                    bitmap = page.render(scale=printer.resolution() / _POINTS_PER_INCH, prefer_bgrx=True)
                    size = (bitmap.width, bitmap.height, bitmap.stride)
                    image = QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGB32)
                    painter.drawImage(_within(printer, image), image)
                    page.close()
        finally:
            if painter.isActive():
                painter.end()
            document.close()


def _printer(job: Job) -> QPrinter:
    """The printer, told what it can be told before the first page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if job.to_file is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(job.to_file))
    else:
        if job.printer not in QPrinterInfo.availablePrinterNames():
            raise CannotPrint(job.printer)
        printer.setPrinterName(job.printer)
    printer.setResolution(min(DPI, printer.resolution()))
    printer.setDocName(job.path.name)
    printer.setFullPage(True)
    printer.setDuplex(_QT_SIDES[job.sides])
    if printer.supportsMultipleCopies():
        printer.setCopyCount(job.copies)
        printer.setCollateCopies(True)
    return printer


def _lay(printer: QPrinter, job: Job, size: tuple[float, float]) -> None:
    """Turn the sheet as a page of *size* points lies, on the paper asked for or on that of the page."""
    wide, high = size
    lying = wide > high
    if job.paper:
        sheet = QPageSize(_QT_PAPER[job.paper])
    else:
        sheet = QPageSize(QRectF(0, 0, min(size), max(size)).size(), QPageSize.Unit.Point)
    printer.setPageSize(sheet)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)


def _within(printer: QPrinter, image: QImage) -> QRectF:
    """Where *image* stands on the sheet: as large as goes, in the middle."""
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((sheet.width() - width) / 2, (sheet.height() - height) / 2, width, height)


__all__ = ["DPI", "CannotPrint", "Job", "Paper", "Sides", "lp_arguments", "printers", "send"]
