"""Automatic numbers of a Word file: they stand nowhere in its text and are counted here.

ECMA-376-1 §17.9. A list counts by its abstract definition; a list that names the same definition
goes on counting, unless it overrides the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from consult_app.exchange.labels import roman
from consult_app.exchange.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN = f"{{{W}}}"
_PLACE = re.compile(r"%([1-9])")
_AS_PRINTED = re.compile(r"\d{1,3}\.(?:\d{1,3}\.?)*|\(?[a-z0-9]{1,6}\)")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str
    restarts: bool
    legal: bool


@dataclass(slots=True)
class _List:
    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts through a document; ask it for the label of each numbered paragraph in order, once."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        definitions: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for abstract in root.iterfind(f"{_IN}abstractNum"):
            name = str(abstract.get(f"{_IN}abstractNumId", ""))
            definitions[name] = dict(_levels(abstract))
            if link := value(abstract, "numStyleLink"):
                linked[name] = link
            if style := value(abstract, "styleLink"):
                by_style[style] = name
        for num in root.iterfind(f"{_IN}num"):
            name = value(num, "abstractNumId")
            name = by_style.get(linked.get(name, ""), name)
            levels = dict(definitions.get(name, {}))
            starts: dict[int, int] = {}
            for override in num.iterfind(f"{_IN}lvlOverride"):
                depth = _number(str(override.get(f"{_IN}ilvl", "0")), 0)
                levels.update(_levels(override))
                if start := value(override, "startOverride"):
                    starts[depth] = _number(start, 1)
            self._lists[str(num.get(f"{_IN}numId", ""))] = _List(name, levels, starts)

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a list gives to the paragraphs of *style*; 0 when it names none."""
        found = self._lists.get(number)
        return (
            next((depth for depth, level in found.levels.items() if level.style == style), 0) if found else 0
        )

    def label(self, number: str, depth: int) -> str:
        """The next label of list *number* at *depth* in the grammar's form; empty for a list without one.

        Bullets are ``-``; a label of another shape is written as the grammar would know it, and one in
        capitals as it is.
        """
        found = self._lists.get(number)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        if level.form == "bullet":
            # a blank bullet is how pandoc writes a further paragraph of the item above
            return "-" if level.text.strip() else ""
        counts = self._counts.setdefault(found.definition, {})
        if depth in found.starts and depth not in found.begun:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        found.begun.add(depth)
        for deeper in [d for d in counts if d > depth]:
            if (below := found.levels.get(deeper)) is None or below.restarts:
                del counts[deeper]
        return self._printed(found, depth, counts)

    def _printed(self, found: _List, depth: int, counts: dict[int, int]) -> str:
        level = found.levels[depth]

        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = found.levels.get(at, level)
            return _written(counts.get(at, shown.start), "decimal" if level.legal else shown.form)

        text = _PLACE.sub(count, level.text).strip()
        if level.form == "none" or not text or _AS_PRINTED.fullmatch(text):
            return text
        own = _written(counts[depth], level.form)
        if level.form in ("lowerRoman", "lowerLetter"):
            return f"({own})"
        if own.isdigit():
            return f"{own}." if depth == 0 else f"({own})"
        return text


def _levels(parent: _Element) -> Iterator[tuple[int, _Level]]:
    for element in parent.iterfind(f"{_IN}lvl"):
        yield (
            _number(str(element.get(f"{_IN}ilvl", "0")), 0),
            _Level(
                start=_number(value(element, "start"), 1),
                form=value(element, "numFmt") or "decimal",
                text=value(element, "lvlText"),
                style=value(element, "pStyle"),
                restarts=value(element, "lvlRestart") != "0",
                legal=element.find(f"{_IN}isLgl") is not None,
            ),
        )


def value(parent: _Element, name: str) -> str:
    """The ``w:val`` of the child *name*, empty when there is none."""
    child = parent.find(f"{_IN}{name}")
    return "" if child is None else str(child.get(f"{_IN}val", ""))


def _number(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _written(count: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 30:
        # Word repeats the letter: z, aa, bb
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)
