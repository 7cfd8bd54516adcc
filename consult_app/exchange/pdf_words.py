"""The lines of a PDF as they are printed. PDFium opens it: no script in it runs, and nothing is fetched."""

from __future__ import annotations

import base64
import re
import zlib

from consult_app.exchange.errors import unreadable
from consult_app.exchange.paper_read import ReadPaper
from consult_app.meetings.reasons import N_

MOST_PAGES = 1_000
MOST_CHARACTERS = 1_000_000
#: what streams unpack to: pictures, which are not looked at, and all others
MOST_PICTURES = 256 * 1024 * 1024
MOST_UNPACKED = 16 * 1024 * 1024
#: operators that show words; PDFium keeps some kilobytes for each
MOST_SHOWN = 60_000

_DAMAGED = N_("The PDF is damaged or was not sent whole; ask for it to be sent again.")
_PROTECTED = N_("The PDF is protected by a password; have it saved without the password and sent again.")
_BURSTS = N_("The PDF unpacks to more than a paper can hold and was not opened; have it made again.")
_NO_WORDS = N_(
    "The PDF holds no words, only pictures of pages; verify the file that was printed, not a scan."
)
_FILTER = rb"(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b"
_TWICE = re.compile(rb"/Filter\s*\[[^\]]{0,200}" + _FILTER + rb"[^\]]{0,200}" + _FILTER)
_PACKED = (b"\x08", b"\x18", b"\x28", b"\x38", b"\x48", b"\x58", b"\x68", b"\x78")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_CHUNK = 1 << 16
_STREAM = re.compile(rb"stream\r?\n")
_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium's fpdfview.h."""


def read_pdf(data: bytes) -> ReadPaper:
    """The pages of a PDF as lines. A hyphen at the end of a line is U+00AD: only the record knows whether it
    belongs to the word. Raises :class:`Unreadable` when the file is damaged, protected, holds no words, or
    unpacks to more than a paper can."""
    _guard(data)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error)
        raise unreadable(_PROTECTED if protected else _DAMAGED) from None
    try:
        return _read(document)
    except pypdfium2.PdfiumError:
        raise unreadable(_DAMAGED) from None
    finally:
        document.close()


def _read(document: object) -> ReadPaper:
    from pypdfium2 import PdfDocument

    assert isinstance(document, PdfDocument)
    if len(document) > MOST_PAGES:
        raise unreadable(_BURSTS)
    pages = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        characters += words.count_chars()
        if characters > MOST_CHARACTERS:
            raise unreadable(_BURSTS)
        pages.append(_lines(words.get_text_range()))
        words.close()
        page.close()
    if not any(pages):
        raise unreadable(_NO_WORDS)
    keywords = document.get_metadata_dict().get("Keywords", "")
    return ReadPaper(
        "pdf", keywords=keywords, feet="\n".join(line for page in pages for line in page), pages=tuple(pages)
    )


def _lines(words: str) -> tuple[str, ...]:
    """The lines of a page; PDFium says U+FFFE or U+0002 for a hyphen that it takes for one of a break."""
    words = re.sub("[\ufffe\x02]", "\u00ad\n", words)
    lines = (re.sub(r"[-\u2010\u2011]\s*$", "\u00ad", line.strip()) for line in re.split(r"[\r\n]+", words))
    return tuple(line for line in lines if line)


def _guard(data: bytes) -> None:
    """Refuse what is built to burst, before anything is unpacked by PDFium, which knows no limit."""
    if _TWICE.search(data):
        # a stream that is packed twice: no program that prints papers does so
        raise unreadable(_BURSTS)
    pictures, others, shown = 0, 0, 0
    for match in _STREAM.finditer(data):
        picture = _PICTURE.search(data, data.rfind(b" obj", 0, match.start()), match.start()) is not None
        most = MOST_PICTURES - pictures if picture else MOST_UNPACKED - others
        try:
            size, count = _unpacked(data, match.end(), most)
        except zlib.error:
            continue  # not packed in this way, or damaged: PDFium stops there as well
        pictures, others, shown = pictures + size * picture, others + size * (not picture), shown + count
        if pictures > MOST_PICTURES or others > MOST_UNPACKED or shown > MOST_SHOWN:
            raise unreadable(_BURSTS)


def _unpacked(data: bytes, start: int, most: int) -> tuple[int, int]:
    """How many bytes the stream at *start* unpacks to, not much further than to *most*, and how often it
    shows words. Raises zlib.error."""
    if data[start : start + 1] not in _PACKED:
        # reportlab writes what is packed in ASCII 85, other programs in hexadecimal digits
        end = data.find(b"endstream", start)
        data, start = _from_ascii(data[start : end if end >= 0 else len(data)]), 0
    unpacker = zlib.decompressobj()
    total = shown = 0
    for at in range(start, len(data), _CHUNK):
        piece = data[at : at + _CHUNK]
        while piece and total <= most and not unpacker.eof:
            out = unpacker.decompress(piece, _CHUNK * 16)
            total += len(out)
            shown += out.count(b"Tj") + out.count(b"TJ")
            piece = unpacker.unconsumed_tail
        if unpacker.eof or total > most:
            break
    return total, shown


def _from_ascii(data: bytes) -> bytes:
    try:
        if b"~>" in data:
            return base64.a85decode(data[: data.index(b"~>")].removeprefix(b"<~"))
        return bytes.fromhex(data[: data.index(b">")].decode("ascii"))
    except ValueError:
        return b""


__all__ = ["read_pdf"]
