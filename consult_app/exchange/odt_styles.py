"""The styles of an OpenDocument text as those of a Word file: names, headings, marks of characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_BASE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_CODE = re.compile(r"_([0-9A-Fa-f]{1,4})_")
_CONTENTS = re.compile(r"contents (\d)", re.IGNORECASE)
_DEEPEST = 50
_MOST_DIGITS = 6
#: mark: (element, value that switches it off)
_MARKS = {"b": "0", "i": "0", "vertAlign": "baseline", "vanish": "0"}


def ns(name: str) -> str:
    """The namespace *name* of OpenDocument, as lxml writes it before a tag."""
    return "{" + _BASE.format(name) + "}"


def counted(said: str, otherwise: int) -> int:
    """The number that an attribute says, as high as any text counts; *otherwise* where it says none."""
    return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else otherwise


def local(element: _Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


_STYLE, _TEXT, _OFFICE = ns("style"), ns("text"), ns("office")


def properties_of(properties: _Element, marks: frozenset[str]) -> None:
    """Put *marks* into the run properties of a Word file."""
    from lxml import etree

    for mark in sorted(marks):
        value = {f"{_W}val": "superscript"} if mark == "vertAlign" else {}
        etree.SubElement(properties, f"{_W}{mark}", value)


class Looks:
    """The styles of a text: those with a name, and those that are made for single paragraphs and words."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        self._found: dict[tuple[str, str], _Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._used: dict[str, tuple[str, str, int]] = {}
        for root, folder in ((styles, "styles"), (content, "automatic-styles")):
            for element in [] if root is None else root.iterfind(f"{_OFFICE}{folder}/{_STYLE}style"):
                key = element.get(f"{_STYLE}family", ""), element.get(f"{_STYLE}name", "")
                self._found[key] = element
                if folder == "automatic-styles":
                    self._automatic.add(key)

    def of_paragraph(self, element: _Element, *, index: bool) -> str:
        """The id of the style of a paragraph or heading in the Word file."""
        name = self._named(element.get(f"{_TEXT}style-name", ""))
        level = 0
        if local(element) == "h":
            level = min(counted(element.get(f"{_TEXT}outline-level", "1"), 1), 9) or 1
        kind = "index" if index else "heading" if level else "text"
        key = f"{kind} {level} {name}"
        self._used[key] = (kind, name, level)
        return key

    def _named(self, name: str) -> str:
        """The style with a name that a style for one paragraph is based on."""
        for _ in range(_DEEPEST):
            if ("paragraph", name) not in self._automatic:
                break
            name = self._found["paragraph", name].get(f"{_STYLE}parent-style-name", "")
        return name

    def direct(self, element: _Element) -> frozenset[str]:
        """The marks that a whole paragraph was given by hand."""
        key = "paragraph", element.get(f"{_TEXT}style-name", "")
        return self._marks(key, frozenset()) if key in self._automatic else frozenset()

    def of_words(self, element: _Element, marks: frozenset[str]) -> frozenset[str]:
        """The marks of words inside others that have *marks*."""
        name = element.get(f"{_TEXT}style-name", "")
        chain: list[tuple[str, str]] = []
        while name and ("text", name) in self._found and len(chain) < _DEEPEST:
            chain.append(("text", name))
            name = self._found["text", name].get(f"{_STYLE}parent-style-name", "")
        for key in reversed(chain):
            marks = self._marks(key, marks)
        return marks

    def _marks(self, key: tuple[str, str], marks: frozenset[str]) -> frozenset[str]:
        properties = self._found[key].find(f"{_STYLE}text-properties")
        if properties is None:
            return marks
        out = set(marks)
        for mark, setting in _settings(properties).items():
            (out.add if setting else out.discard)(mark)
        return frozenset(out)

    def part(self) -> _Element:
        """The styles that were used as the styles part of a Word file."""
        from lxml import etree

        root = etree.Element(f"{_W}styles", nsmap={"w": W})
        for key, (kind, name, level) in self._used.items():
            style = etree.SubElement(root, f"{_W}style", {f"{_W}type": "paragraph", f"{_W}styleId": key})
            title = self._title(name)
            contents = _CONTENTS.fullmatch(title)
            said = f"toc {contents[1]}" if contents else "toc 1" if kind == "index" else title
            etree.SubElement(style, f"{_W}name", {f"{_W}val": said})
            outline = level or self._outline(name)
            if outline and not contents and kind != "index" and title.lower() != "title":
                properties = etree.SubElement(style, f"{_W}pPr")
                etree.SubElement(properties, f"{_W}outlineLvl", {f"{_W}val": str(outline - 1)})
        return root

    def _title(self, name: str) -> str:
        """The name of a style as a person sees it, of the first in its line that means something here."""
        first = ""
        for _ in range(_DEEPEST):
            element = self._found.get(("paragraph", name))
            said = "" if element is None else element.get(f"{_STYLE}display-name", "")
            said = said or _CODE.sub(_coded, name)
            first = first or said
            if said.lower().startswith(("consult ", "contents ")) or said.lower() == "title":
                return said
            if element is None:
                break
            name = element.get(f"{_STYLE}parent-style-name", "")
        return first

    def _outline(self, name: str) -> int:
        for _ in range(_DEEPEST):
            element = self._found.get(("paragraph", name))
            if element is None:
                return 0
            said = counted(element.get(f"{_STYLE}default-outline-level", ""), -1)
            if said >= 0:
                return said
            name = element.get(f"{_STYLE}parent-style-name", "")
        return 0


def _coded(code: re.Match[str]) -> str:
    """The character that the name of a style has as its number; a style may only look as if it had one."""
    char = chr(int(code[1], 16))
    return char if char.isprintable() else code[0]


def _settings(properties: _Element) -> dict[str, bool]:
    """Which marks these properties switch on or off."""
    out: dict[str, bool] = {}
    weight = properties.get(f"{_FO}font-weight")
    if weight is not None:
        out["b"] = weight == "bold" or counted(weight, 0) >= 600
    slant = properties.get(f"{_FO}font-style")
    if slant is not None:
        out["i"] = slant in ("italic", "oblique")
    raised = (properties.get(f"{_STYLE}text-position") or "").split()
    if raised:
        out["vertAlign"] = raised[0] == "super" or re.fullmatch(r"[1-9][\d.]*%", raised[0]) is not None
    shown = properties.get(f"{_TEXT}display")
    if shown is not None:
        out["vanish"] = shown == "none"
    return out


__all__ = ["Looks", "counted", "local", "ns", "properties_of"]
