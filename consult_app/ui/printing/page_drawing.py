"""PDFium, which draws pages: for the preview and for printers."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Final

one_at_a_time: Final = Lock()
"""PDFium must not be entered by two threads at once."""


def page_count(path: Path) -> int:
    """How many pages the PDF in *path* has; 0 where it cannot be read (it may have been replaced since)."""
    import pypdfium2

    with one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(path)
        except (OSError, pypdfium2.PdfiumError):
            return 0
        try:
            return len(document)
        finally:
            document.close()


__all__ = ["one_at_a_time", "page_count"]
