"""The zip archive that an office file is (.docx, .odt, .xlsx), opened with care: it comes from outside.

What is refused, and why: a damaged archive; one that unpacks to more than a text can hold, in bytes, in
parts or in elements (a zip bomb, and what would fill the memory); a password; names that lead out of the
archive; macros; parts with a document type, which office files have not and which can only be there to do
harm; elements nested deeper than any text; and references to elsewhere that a word processor would follow
by itself. Nothing is ever written to a disk or fetched: parts are read into memory, one by one, when they
are asked for.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, ClassVar

from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PART = 64 * 1024 * 1024
MOST_TOTAL = 512 * 1024 * 1024
MOST_PARTS = 10_000
#: what is taken apart at all: pictures are not
MOST_READ = 24 * 1024 * 1024
#: elements and attributes: each takes some two hundred bytes of memory
MOST_MARKS = 700_000
# Deflate packs XML about 10 to 40 times; only what is built to burst goes far beyond.
MOST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024

PROTECTED = N_("The file is protected by a password; have it saved without the password and sent again.")
MACROS = N_("The file holds macros and was not opened; have it saved without macros and sent again.")
LEADS_OUT = N_(
    "The archive names files outside itself ({name}) and was not opened; have it saved again and sent again."
)
ELSEWHERE = N_(
    "The file refers to something elsewhere ({target}), which is never fetched; have it saved with "
    "everything in it."
)
_TOO_DEEP = N_("The file is nested deeper than any text is and was not opened; have it saved again.")

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_MACROS = re.compile(r"(?:^|/)vba(?:Project\.bin|Data\.xml)$|^(?:Basic|Scripts)/.", re.IGNORECASE)
_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


class Archive:
    """The parts of an office file. Raises :class:`Unreadable` for whatever is not one or is not safe to open;
    the words for it are those of the kind of file."""

    damaged: ClassVar[str] = N_("The file is damaged or was not sent whole; ask for it to be sent again.")
    bursts: ClassVar[str] = N_(
        "The file unpacks to more than a text can hold and was not opened; have it saved again."
    )
    entities: ClassVar[str] = N_(
        "The file declares entities, which no office file does; have it saved again."
    )

    def __init__(self, data: bytes) -> None:
        # counted before anything is made of them: each entry of the list takes half a kilobyte of memory
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise unreadable(self.bursts)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise unreadable(self.damaged) from None
        self.names = {info.filename: info for info in self._zip.infolist()}
        self._read: dict[str, int] = {}
        self._guard()

    def _guard(self) -> None:
        total = 0
        if len(self.names) > MOST_PARTS:
            raise unreadable(self.bursts)
        if len(self.names) < len(self._zip.infolist()):
            raise unreadable(self.damaged)  # two parts of one name: readers differ in which they take
        for name, info in self.names.items():
            total += info.file_size
            if _OUT.search(name):
                raise unreadable(LEADS_OUT, name=name[:60])
            if info.file_size > MOST_PART or total > MOST_TOTAL or self.bursting(info):
                raise unreadable(self.bursts)
            if info.flag_bits & 0x1:
                raise unreadable(PROTECTED)
            if _MACROS.search(name):
                raise unreadable(MACROS)

    def bursting(self, info: zipfile.ZipInfo) -> bool:
        """Whether a part is packed as only what is built to burst is."""
        return info.file_size > RATIO_COUNTS_FROM and info.file_size > MOST_RATIO * max(info.compress_size, 1)

    def root(self, name: str) -> _Element | None:
        """The root element of the part *name*, None when there is no such part."""
        if name not in self.names:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        data = self.prepared(self.bytes_of(name))
        if data.count(b"<") + data.count(b'="') + data.count(b"='") > MOST_MARKS:
            raise unreadable(self.bursts)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or _WIDE_DOCTYPE.search(data):
            raise unreadable(self.entities)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            said = str(error).lower()
            why = _TOO_DEEP if "depth" in said else self.bursts if "huge" in said else self.damaged
            raise unreadable(why) from None
        except ValueError:
            raise unreadable(self.damaged) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise unreadable(self.entities)
        return root

    def prepared(self, data: bytes) -> bytes:
        """The bytes of a part as they are parsed."""
        return data

    def bytes_of(self, name: str) -> bytes:
        """The bytes of the part *name*."""
        try:
            with self._zip.open(self.names[name]) as part:
                data = part.read(MOST_READ + 1)
        except _BROKEN:
            raise unreadable(self.damaged) from None
        self._read[name] = len(data)
        if len(data) > MOST_PART or sum(self._read.values()) > MOST_READ:
            raise unreadable(self.bursts)
        return data


#: a document type in UTF-16 or UTF-32
_WIDE_DOCTYPE = re.compile(rb"<\0{1,3}!\0{1,3}(?:D\0{1,3}O\0{1,3}C|E\0{1,3}N\0{1,3}T)")

__all__ = ["Archive"]
