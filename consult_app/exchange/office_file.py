"""A text from a word processor, whichever it is: .docx or .odt."""

from __future__ import annotations

from consult_app.exchange.archive import Archive
from consult_app.exchange.odt import OpenDocument
from consult_app.exchange.package import Package


def opened(data: bytes) -> Package | OpenDocument:
    """The file in *data*, a zip archive. Raises :class:`Unreadable` for whatever is no text or is not safe
    to open."""
    return OpenDocument(data) if _is_open_document(data) else Package(data)


def _is_open_document(data: bytes) -> bool:
    # the format puts this part first and unpacked, so that it can be seen without opening the archive
    if data[30:100].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        return True
    if b"mimetype" not in data:
        return False
    archive = Archive(data)
    return "mimetype" in archive.names and b"opendocument" in archive.bytes_of("mimetype")[:200]


__all__ = ["opened"]
