"""What the styles of a Word file say: headings, numbering, and the marks that characters get."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from consult_app.exchange.numbering import value
from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN = f"{{{W}}}"
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading [1-9]", re.IGNORECASE)
_MASTHEAD = frozenset(f"consult {each}" for each in ("organization", "meeting", "where", "note"))
_CONTENTS = re.compile(r"toc [1-9]", re.IGNORECASE)
_DEEPEST = 50
MARKS = ("b", "i", "vertAlign", "vanish")


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it takes over from those it is based on."""

    role: str = ""
    number: str = ""
    level: int | None = None
    marks: tuple[tuple[str, bool], ...] = ()
    name: str = ""
    numbered_by: str = ""


def marks_of(properties: _Element | None) -> dict[str, bool]:
    """Which of bold, italic, superscript and hidden the run properties switch on or off."""
    out: dict[str, bool] = {}
    for name in MARKS if properties is not None else ():
        assert properties is not None
        element = properties.find(f"{_IN}{name}")
        if element is not None:
            setting = str(element.get(f"{_IN}val", "superscript" if name == "vertAlign" else "1"))
            out[name] = setting == "superscript" if name == "vertAlign" else setting not in _OFF
    return out


def list_of(properties: _Element | None) -> tuple[str, int | None]:
    """List and level that paragraph properties name: ("0", …) switches off, ("", None) says nothing."""
    numbering = None if properties is None else properties.find(f"{_IN}numPr")
    if numbering is None:
        return "", None
    level = value(numbering, "ilvl")
    return value(numbering, "numId"), int(level) if level.isdecimal() else None


class Styles:
    """The styles of a file by their id."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {"": Style()}
        self._default = ""
        for element in root.iterfind(f"{_IN}style") if root is not None else ():
            name = str(element.get(f"{_IN}styleId", ""))
            self._elements[name] = element
            if element.get(f"{_IN}default") in ("1", "true") and element.get(f"{_IN}type") == "paragraph":
                self._default = name

    def of(self, name: str, seen: tuple[str, ...] = ()) -> Style:
        """The style *name*; one that is not there, or based on itself, says nothing."""
        name = name or ("" if seen else self._default)
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        if element is None or name in seen or len(seen) > _DEEPEST:
            return Style()
        base = self.of(value(element, "basedOn"), (*seen, name))
        properties = element.find(f"{_IN}pPr")
        number, level = list_of(properties)
        title = value(element, "name").lower()
        own = Style(
            role=_role(title, properties) or base.role,
            number=number or base.number,
            level=level if level is not None else base.level,
            marks=tuple((dict(base.marks) | marks_of(element.find(f"{_IN}rPr"))).items()),
            name=title,
            numbered_by=name if number else base.numbered_by,
        )
        self._known[name] = own
        return own

    def is_contents(self, name: str) -> bool:
        """Whether paragraphs of the style *name* are entries of a table of contents."""
        return bool(_CONTENTS.fullmatch(self.of(name).name))

    def is_masthead(self, name: str) -> bool:
        """Whether paragraphs of the style *name* are the head of a paper of this program, or a note of
        the secretariat in it: no part of the text."""
        return self.of(name).name in _MASTHEAD


def _role(name: str, properties: _Element | None) -> str:
    if name in ("title", "consult title"):
        return "title"
    if _HEADING.fullmatch(name):
        return "heading"
    outline = "" if properties is None else value(properties, "outlineLvl")
    return "heading" if outline.isdecimal() and int(outline) < 9 else ""
