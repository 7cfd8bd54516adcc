"""OpenDocument texts (.odt), read as if they were Word files: one reader and one grammar for both.

The parts of an .odt are put into the elements that a .docx has (ECMA-376-1): paragraphs, runs, styles, lists,
footnotes, comments, tracked changes. What is translated and how follows OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from consult_app.exchange.archive import ELSEWHERE, MACROS, PROTECTED, Archive
from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_

if TYPE_CHECKING:
    from lxml.etree import _Element

MIME = b"application/vnd.oasis.opendocument.text"
_ENCRYPTED = b"encryption-data"
_MANIFEST = "META-INF/manifest.xml"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments")
_XLINK = "{http://www.w3.org/1999/xlink}href"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}keyword"
#: what is followed by a person alone, or only says where the file was begun
_HARMLESS = ("a", "template", "bookmark-ref", "auto-reload")
_AWAY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\|/|(?:\.\./){2}")
_SCRIPT = re.compile(r"vnd\.sun\.star\.script:|macro:", re.IGNORECASE)


class OpenDocument(Archive):
    """An .odt with the parts that a Word file would have. Raises :class:`Unreadable` for whatever is not one
    or is not safe to open."""

    damaged: ClassVar[str] = N_(
        "The OpenDocument file is damaged or was not sent whole; ask for it to be sent again."
    )
    document: ClassVar[str] = "document"

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        if "mimetype" not in self.names:
            raise unreadable(self.damaged)
        if not self.bytes_of("mimetype").strip().startswith(MIME):
            raise unreadable(
                N_("This is an OpenDocument file but not a text (.odt); choose the text, or save it as .odt.")
            )
        if _MANIFEST in self.names and _ENCRYPTED in self.bytes_of(_MANIFEST):
            raise unreadable(PROTECTED)
        content = super().root("content.xml")
        if content is None:
            raise unreadable(self.damaged)
        styles = super().root("styles.xml")
        for root in (content, styles):
            if root is not None:
                _refuse_elsewhere(root)
        from consult_app.exchange.odt_words import translated

        made = translated(content, styles)
        if made is None:
            raise unreadable(self.damaged)
        self._parts = made

    def root(self, name: str) -> _Element | None:
        """The root element of the part that a Word file would have under this *name*, None for none."""
        return self._parts.get(name)

    def related(self) -> dict[str, str]:
        """The parts beside the text, by what they are."""
        return {name: name for name in _PARTS if name in self._parts}

    def all_related(self, kind: str) -> list[str]:
        """The parts of that *kind*: here there is one of each."""
        return [kind] if kind in self._parts else []

    def property(self, relation: str, tag: str) -> str:
        """The keywords of the file, whatever part of a Word file has them."""
        if not tag.endswith("}keywords"):
            return ""
        root = super().root("meta.xml")
        return "" if root is None else " ".join(each.text or "" for each in root.iter(_META))


def _refuse_elsewhere(root: _Element) -> None:
    """Refuse what a word processor would run or fetch by itself."""
    for element in root.iter("*"):
        target = element.get(_XLINK)
        if not target:
            continue
        if _SCRIPT.match(target):
            raise unreadable(MACROS)
        name = str(element.tag).rpartition("}")[2]
        if name not in _HARMLESS and _AWAY.match(target):
            raise unreadable(ELSEWHERE, target=target[:80])


__all__ = ["MIME", "OpenDocument"]
