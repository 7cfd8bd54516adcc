"""The lists of an OpenDocument text as the numbering of a Word file, which is counted by ``numbering``.

OpenDocument 1.3-3 §5.3, §19.880. A list begins anew unless it says that it goes on; one inside an item has
the style of the list around it unless it names another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from consult_app.exchange.odt_styles import counted, ns
from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_TEXT, _STYLE, _OFFICE = ns("text"), ns("style"), ns("office")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FORMS = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}
_LEVELS = 10


class Lists:
    """Gives each list of a text its number in the Word file, and makes the numbering part of it."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        for root, folder in (
            (styles, "styles"),
            (styles, "automatic-styles"),
            (content, "automatic-styles"),
        ):
            for element in [] if root is None else root.iterfind(f"{_OFFICE}{folder}/{_TEXT}list-style"):
                self._styles[element.get(f"{_STYLE}name", "")] = element
        #: by number: the style, and by level where to begin
        self._numbers: dict[str, tuple[str, dict[int, int]]] = {}
        self._named: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._style = ""

    @contextmanager
    def within(self, element: _Element, number: str, level: int) -> Iterator[tuple[str, int]]:
        """The number and the level of the list *element*, which stands in the list *number* at *level*."""
        before = self._style
        style = element.get(f"{_TEXT}style-name", "") or (before if number or level else "")
        inner = level > 0 and style == before and number in self._numbers
        self._style = style
        if not inner:
            number = self._number(element, style)
        if name := element.get(_ID, ""):
            self._named[name] = number
        yield number, level
        self._style = before

    def _number(self, element: _Element, style: str) -> str:
        goes_on = self._named.get(element.get(f"{_TEXT}continue-list", ""), "")
        if not goes_on and element.get(f"{_TEXT}continue-numbering") == "true":
            goes_on = self._last.get(style, "")
        if goes_on and self._numbers[goes_on][0] == style:
            return goes_on
        return self._fresh(style, {level: _start(self._level(style, level)) for level in range(_LEVELS)})

    def _fresh(self, style: str, starts: dict[int, int]) -> str:
        number = str(len(self._numbers) + 1)
        self._numbers[number] = (style, starts)
        self._last[style] = number
        return number

    def started(self, item: _Element, number: str, level: int) -> str:
        """The number that counts *item* and what follows it: another where it says what it begins with."""
        said = counted(item.get(f"{_TEXT}start-value", ""), -1)
        if said < 0 or number not in self._numbers:
            return number
        return self._fresh(self._numbers[number][0], {level: said})

    def _level(self, style: str, level: int) -> _Element | None:
        found = self._styles.get(style)
        for element in [] if found is None else found:
            if element.get(f"{_TEXT}level") == str(level + 1):
                return element
        return None

    def part(self) -> _Element:
        """The numbering part of the Word file."""
        from lxml import etree

        root = etree.Element(f"{_W}numbering", nsmap={"w": W})
        names = {
            style: str(at) for at, style in enumerate(dict.fromkeys(s for s, _ in self._numbers.values()))
        }
        for style, name in names.items():
            abstract = etree.SubElement(root, f"{_W}abstractNum", {f"{_W}abstractNumId": name})
            for level in range(_LEVELS):
                described = _described(self._level(style, level), level)
                made = etree.SubElement(abstract, f"{_W}lvl", {f"{_W}ilvl": str(level)})
                for tag, value in described.items():
                    etree.SubElement(made, f"{_W}{tag}", {f"{_W}val": value})
        for number, (style, starts) in self._numbers.items():
            num = etree.SubElement(root, f"{_W}num", {f"{_W}numId": number})
            etree.SubElement(num, f"{_W}abstractNumId", {f"{_W}val": names[style]})
            for level, start in starts.items():
                override = etree.SubElement(num, f"{_W}lvlOverride", {f"{_W}ilvl": str(level)})
                etree.SubElement(override, f"{_W}startOverride", {f"{_W}val": str(start)})
        return root


def _described(element: _Element | None, level: int) -> dict[str, str]:
    """A level of a list style: how it counts and what is printed."""
    if element is None or element.tag != f"{_TEXT}list-level-style-number":
        bullet = element is not None and element.tag == f"{_TEXT}list-level-style-bullet"
        sign = element.get(f"{_TEXT}bullet-char", "•") if element is not None and bullet else ""
        return {"start": "1", "numFmt": "bullet" if bullet else "none", "lvlText": sign}
    form = element.get(f"{_STYLE}num-format", "")
    prefix, suffix = element.get(f"{_STYLE}num-prefix", ""), element.get(f"{_STYLE}num-suffix", "")
    count = min(counted(element.get(f"{_TEXT}display-levels", "1"), 1), level + 1) or 1
    figures = ".".join(f"%{at + 1}" for at in range(level + 1 - count, level + 1))
    text = f"{prefix}{figures}{suffix}" if form else f"{prefix}{suffix}"
    return {"start": str(_start(element)), "numFmt": _FORMS.get(form, "none"), "lvlText": text}


def _start(element: _Element | None) -> int:
    return counted("" if element is None else element.get(f"{_TEXT}start-value", ""), 1)


__all__ = ["Lists"]
