"""Plain text files: bytes to blocks, one for each line that is not blank."""

from __future__ import annotations

import codecs
import itertools
import re

from consult_app.drafting.wordings.wording import escape
from consult_app.exchange.blocks import Block, Bounds, Stream
from consult_app.exchange.errors import unreadable
from consult_app.exchange.formulas import begins_small, is_finished
from consult_app.exchange.ledger import Ledger
from consult_app.meetings.reasons import N_, Message

_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 60
_INVISIBLE = "\ufeff\u200b"


def read_plain(data: bytes, ledger: Ledger) -> Stream:
    """The blocks of a text file in UTF-8, UTF-16 with its mark, or cp1252 (entered as a repair).

    Raises :class:`Unreadable` for an empty file and for bytes that are not text.
    """
    bounds = Bounds()
    # no character takes more than four bytes
    bounds.text(len(data) // 4)
    text = _decoded(data, ledger)
    bounds.text(len(text))
    if not text.strip():
        raise unreadable(N_("The file is empty; choose the file that holds the text."))
    if _NOT_TEXT.search(text):
        raise unreadable(N_("This is not a text; choose a Word file (.docx) or a plain text file (.txt)."))
    lines = _LINE_END.split(text)
    blocks: list[Block] = []
    blank = True
    for number, line in enumerate(lines, start=1):
        bounds.line(len(line))
        words = line.strip().strip(_INVISIBLE).strip()
        if words:
            blocks.append(Block(number, escape(words.replace("\t", " ")), [line], after_blank=blank))
        blank = not words
    return Stream(blocks, plain=True, wrapped=_margin(blocks))


def _margin(blocks: list[Block]) -> int:
    """The width that nine in ten of the lines keep to that plainly were cut; 0 if none was."""
    lengths = sorted(
        len(block.raw[0].strip())
        for block, below in itertools.pairwise(blocks)
        if not below.after_blank
        and len(block.raw[0].strip()) >= _NARROWEST_WRAP
        and begins_small(below.text)
        and not is_finished(block.text)
    )
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    return width if width <= _WIDEST_WRAP else 0


def _decoded(data: bytes, ledger: Ledger) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise unreadable(
                N_("The file is cut off in the middle of a character; ask for it to be sent again.")
            ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise unreadable(
                N_("This is not a text; choose a Word file (.docx) or a plain text file (.txt).")
            ) from None
        line = len(_LINE_END.split(data[: error.start].decode("latin-1")))
        old, new = _lines_with_others(data)
        message = Message(
            N_("The file is not in UTF-8; it was read as Windows-1252 (Western European): check the accents.")
        )
        if ledger.make("encoding", line, old, new, message):
            return _windows(data)
        return data.decode("latin-1")


def _windows(data: bytes) -> str:
    """cp1252, where the five bytes that it leaves undefined keep their number as characters."""
    return "".join(_CP1252[byte] for byte in data)


_CP1252 = [
    bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
    for byte in range(256)
]


def _lines_with_others(data: bytes) -> tuple[str, str]:
    """The first line that is not plain ASCII, as bytes read one for one and as it is read now."""
    for line in data.splitlines():
        if not line.isascii():
            return line.decode("latin-1"), _windows(line)
    return "", ""
