"""The zip file that a .docx is: its parts, and how they refer to each other (ECMA-376-2)."""

from __future__ import annotations

import posixpath
import re
from typing import ClassVar

from consult_app.exchange.archive import ELSEWHERE, MACROS, Archive
from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"

_ANOTHER_ZIP = N_("This is a zip archive but not a Word file; choose the .docx itself.")
#: links are followed by a person alone; a template on a disk is where every second file was begun
_HARMLESS = frozenset({"hyperlink", "mailMergeSource", "mailMergeHeaderSource"})
_OWN_DISK = re.compile(r"(?:file:/{0,3})?[A-Za-z]:[/\\]|(?:file:///|/)(?!/)|[^:/\\]+$", re.IGNORECASE)


class Package(Archive):
    """The parts of a .docx. Raises :class:`Unreadable` for whatever is not one or is not safe to open."""

    damaged: ClassVar[str] = N_(
        "The Word file is damaged or was not sent whole; ask for it to be sent again."
    )
    bursts: ClassVar[str] = N_(
        "The file unpacks to more than a text can hold and was not opened; have it saved again in Word."
    )
    entities: ClassVar[str] = N_(
        "The file declares entities, which no Word file does; have it saved again in Word."
    )

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.document = self._main_part()
        if _CONTENT_TYPES in self.names and b"macroEnabled" in self.bytes_of(_CONTENT_TYPES):
            raise unreadable(MACROS)
        self._refuse_elsewhere()

    def _main_part(self) -> str:
        for kind, target in self._relations("_rels/.rels", ""):
            if kind == "officeDocument" and target in self.names:
                if target.startswith("word/") or (target.endswith(".xml") and "/" not in target):
                    return target
                break
        if "word/document.xml" in self.names:
            return "word/document.xml"
        if any(name.startswith("xl/") for name in self.names):
            raise unreadable(
                N_("This is an Excel workbook; a text comes as a Word file (.docx), .odt or plain text.")
            )
        raise unreadable(_ANOTHER_ZIP)

    def _refuse_elsewhere(self) -> None:
        """Refuse what a word processor would fetch by itself: a template, a picture, an object elsewhere."""
        for name in [each for each in self.names if each.endswith(".rels")]:
            root = self.root(name)
            for element in root if root is not None else ():
                kind = str(element.get("Type", "")).rpartition("/")[2]
                target = str(element.get("Target", ""))
                own = kind == "attachedTemplate" and _OWN_DISK.match(target)
                if element.get("TargetMode") == "External" and kind not in _HARMLESS and not own:
                    raise unreadable(ELSEWHERE, target=target[:80])

    def prepared(self, data: bytes) -> bytes:
        """The bytes of a part in the transitional form of the standard, which is the one that is read."""
        return data.replace(_STRICT_RELATIONS, _RELATIONS).replace(_STRICT, W.encode())

    def related(self) -> dict[str, str]:
        """Parts that the main document refers to, by the last word of the relation's type."""
        return dict(self._of_document())

    def all_related(self, kind: str) -> list[str]:
        """All parts of that *kind* that the main document refers to."""
        return [target for each, target in self._of_document() if each == kind]

    def property(self, relation: str, tag: str) -> str:
        """The words of the element *tag* in the part of the file's properties that *relation* names; "" where
        there are none."""
        for kind, target in self._relations("_rels/.rels", ""):
            root = self.root(target) if kind == relation else None
            if root is not None:
                return root.findtext(tag) or ""
        return ""

    def _of_document(self) -> list[tuple[str, str]]:
        folder, base = posixpath.split(self.document)
        return self._relations(f"{folder}/_rels/{base}.rels".lstrip("/"), folder)

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


__all__ = ["Package", "W"]
