"""The further lines of an inserted wording, read as items (contract.md, "Meaning").

The first line is the words of the new node; each further line that begins with a label is an item
under it: ``(i)`` or ``i)``, ``(a)``, ``(1)``, ``-``. The grammar is that of the importer.
"""

from __future__ import annotations

import re

import msgspec

_LABEL = re.compile(
    r"^\s*(?:[-–•■]\s+(?=\(?[a-z0-9]{1,5}\)))?(?:\(?(?P<mark>[ivxlc]+|[a-z]|\d{1,2})\)|(?P<dash>[-–•■]))\s+"
)
_ROMAN = re.compile(r"^[ivxlc]+$")


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: how deep it lies (0 the first line, 1 an item, 2 an item of an item), how it is
    enumerated, and its words without the label."""

    depth: int
    enumeration: str
    text: str


def read_lines(text: str) -> list[Line]:
    """The lines of *text*; a line without a label goes on with the line before it."""
    first, *rest = [line.strip() for line in text.strip().splitlines() if line.strip()] or [""]
    out = [Line(0, "", first)]
    open_levels: list[str] = []
    counts: dict[str, int] = {}
    for raw in rest:
        match = _LABEL.match(raw)
        if match is None:
            out[-1] = msgspec.structs.replace(out[-1], text=f"{out[-1].text} {raw}")
            continue
        enumeration = _enumeration(match, open_levels, counts)
        if enumeration in open_levels:
            del open_levels[open_levels.index(enumeration) + 1 :]
        else:
            open_levels.append(enumeration)
            counts[enumeration] = 0
        counts[enumeration] += 1
        out.append(Line(len(open_levels), enumeration, raw[match.end() :].strip()))
    return out


def _enumeration(match: re.Match[str], open_levels: list[str], counts: dict[str, int]) -> str:
    mark = match["mark"]
    if mark is None:
        return "dash"
    if mark.isdigit():
        return "arabic"
    if len(mark) == 1 and "alpha" in open_levels and ord(mark) - 96 == counts["alpha"] + 1:
        return "alpha"  # (i) after (h) is a letter: the running list decides
    return "roman" if _ROMAN.match(mark) else "alpha"
