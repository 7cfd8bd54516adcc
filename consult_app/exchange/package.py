"""The zip file that a .docx is, opened with care: it comes from outside."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PART = 64 * 1024 * 1024
MOST_TOTAL = 512 * 1024 * 1024
MOST_PARTS = 10_000
# Deflate packs XML about 10 to 40 times; only what is built to burst goes far beyond.
MOST_RATIO = 200
RATIO_COUNTS_FROM = 1024 * 1024

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_DAMAGED = N_("The Word file is damaged or was not sent whole; ask for it to be sent again.")
_ANOTHER_ZIP = N_("This is a zip archive but not a Word file; choose the .docx itself.")
_BURSTS = N_("The file unpacks to more than a text can hold and was not opened; have it saved again in Word.")
_PROTECTED = N_("The file is protected by a password; have it saved without the password and sent again.")


class Package:
    """The parts of a .docx. Raises :class:`Unreadable` for whatever is not one or is not safe to open."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise unreadable(_DAMAGED) from None
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._guard()
        self.document = self._main_part()

    def _guard(self) -> None:
        total = 0
        if len(self._names) > MOST_PARTS:
            raise unreadable(_BURSTS)
        for info in self._names.values():
            total += info.file_size
            ratio = info.file_size / max(info.compress_size, 1)
            if info.file_size > MOST_PART or total > MOST_TOTAL:
                raise unreadable(_BURSTS)
            if info.file_size > RATIO_COUNTS_FROM and ratio > MOST_RATIO:
                raise unreadable(_BURSTS)
            if info.flag_bits & 0x1:
                raise unreadable(_PROTECTED)

    def _main_part(self) -> str:
        for kind, target in self._relations("_rels/.rels", ""):
            if kind == "officeDocument" and target in self._names:
                if target.startswith("word/") or (target.endswith(".xml") and "/" not in target):
                    return target
                break
        if "word/document.xml" in self._names:
            return "word/document.xml"
        if "mimetype" in self._names and b"opendocument" in self._bytes("mimetype")[:200]:
            raise unreadable(
                N_("This is an OpenDocument file; save it as a Word file (.docx) and try again.")
            )
        if any(name.startswith("xl/") for name in self._names):
            raise unreadable(
                N_("This is an Excel workbook; a text comes as a Word file (.docx) or plain text.")
            )
        raise unreadable(_ANOTHER_ZIP)

    def root(self, name: str) -> _Element | None:
        """The root element of the part *name*, None when there is no such part."""
        if name not in self._names:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
        )
        data = self._bytes(name).replace(_STRICT_RELATIONS, _RELATIONS).replace(_STRICT, W.encode())
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise unreadable(_DAMAGED) from None
        if root.getroottree().docinfo.internalDTD is not None:
            # Office files have no document type (ECMA-376-2 §9.1.5): it can only be there to do harm
            raise unreadable(
                N_("The file declares entities, which no Word file does; have it saved again in Word.")
            )
        return root

    def related(self) -> dict[str, str]:
        """Parts that the main document refers to, by the last word of the relation's type."""
        folder, base = posixpath.split(self.document)
        return dict(self._relations(f"{folder}/_rels/{base}.rels".lstrip("/"), folder))

    def _relations(self, name: str, folder: str) -> list[tuple[str, str]]:
        root = self.root(name)
        out: list[tuple[str, str]] = []
        for element in root if root is not None else ():
            if element.get("TargetMode") == "External":
                continue
            target = str(element.get("Target", ""))
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            out.append((str(element.get("Type", "")).rpartition("/")[2], whole.lstrip("/")))
        return out

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(self._names[name]) as part:
                data = part.read(MOST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ):
            raise unreadable(_DAMAGED) from None
        if len(data) > MOST_PART:
            raise unreadable(_BURSTS)
        return data
