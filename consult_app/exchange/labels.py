"""Labels at the beginning of a line, and the lists that they run in (procedure.md §5.1, §5.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec

_ORDER = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
_LABEL = re.compile(
    rf"""(?:(?P<before>-(?=\d+\.))?(?P<paragraph>\d{{1,3}})\s?(?P<plus>{_ORDER})?\.(?P<under>(?:\d{{1,3}}\.)*)
    |(?P<dash>[-–—•■▪‣◦·])?[\s]*(?:\((?P<inner>[a-z]{{1,7}}|-?\d{{1,3}})\)|(?P<closed>[a-z]{{1,7}}|\d{{1,3}})\))
     (?:\s?(?P<also>{_ORDER})\b)?
    |(?P<bullet>[-–—•■▪‣◦·]|\\\*))(?=\s|$|(?<=\))[A-ZÀ-Ý])""",
    re.VERBOSE,
)
#: what an inserted node has for "bis" that stands before the first: -1.
BEFORE = "-"
_ROMAN = re.compile(r"(?:x{0,3}|xl|lx{0,3}|xc)(?:ix|iv|v?i{0,3})|c")
_ROMAN_SIGNS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def roman(count: int) -> str:
    """*count* (1 to 3999) in small roman numerals."""
    out = ""
    for worth, sign in _ROMAN_SIGNS:
        while count >= worth:
            out += sign
            count -= worth
    return out


def roman_value(text: str) -> int:
    """The number that *text* is in small roman numerals, up to a hundred; 0 when it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    worth = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    values = [worth[sign] for sign in text]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


class Label(msgspec.Struct, frozen=True):
    """A label read from the beginning of a line: what it may be, each with its number in that list.

    ``kind`` is paragraph or item. ``readings`` are (enumeration, number), the likelier first. ``plus``
    is "bis", "ter" … of an inserted node. ``size`` is how many characters it takes with the spaces after.
    """

    kind: str
    text: str
    readings: tuple[tuple[str, int], ...]
    size: int
    plus: str = ""


def label_of(text: str) -> Label | None:
    """The label that *text* begins with, or None. ``- (i)`` is the label (i) (procedure.md §5.2, 5)."""
    match = _LABEL.match(text)
    if match is None:
        return None
    size = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    shown = match[0].lstrip("-–—•■▪‣◦· ")
    if match["paragraph"]:
        number = int(match["paragraph"])
        if match["under"]:
            last = int(match["under"].strip(".").rpartition(".")[2])
            return Label("item", shown, (("arabic", last),), size)
        if match["before"]:
            return Label("paragraph", shown, (("arabic", 0),), size, BEFORE)
        return Label("paragraph", shown, (("arabic", number),), size, match["plus"] or "")
    if match["bullet"]:
        return Label("item", "-", (("dash", 1),), size)
    if (match["inner"] or "").startswith("-"):
        before_all = tuple((each, 0) for each in ("roman", "alpha", "arabic"))
        return Label("item", shown, before_all, size, BEFORE)
    readings = _readings(match["inner"] or match["closed"])
    return Label("item", shown, readings, size, match["also"] or "") if readings else None


def _readings(sign: str) -> tuple[tuple[str, int], ...]:
    if sign.isdigit():
        return (("arabic", int(sign)),)
    out: list[tuple[str, int]] = []
    if number := roman_value(sign):
        out.append(("roman", number))
    if sign == sign[0] * len(sign) and len(sign) <= 2:
        out.append(("alpha", ord(sign[0]) - ord("a") + 1 + 26 * (len(sign) - 1)))
    if sign in ("c", "l", "x"):
        # alone they begin no roman list that anybody writes: (c) follows (b)
        out.reverse()
    return tuple(out)


@dataclass(slots=True)
class _Running:
    enumeration: str
    number: int


@dataclass(slots=True)
class Lists:
    """The lists that are open at one place, outermost first, and what follows in each."""

    open: list[_Running] = field(default_factory=list)

    def clear(self) -> None:
        self.open.clear()

    def place(self, label: Label, following: Label | None) -> tuple[int, str, bool]:
        """Put *label* into its list: (depth from 1, enumeration, whether it comes where one expects it).

        The running list decides what is ambiguous: (i) after (h) is a letter, unless (ii) follows.
        """
        if label.plus == BEFORE and following is not None and following.plus != BEFORE:
            same = following.readings[0][0]
            label = msgspec.structs.replace(label, readings=((same, 0),))
        for depth in range(len(self.open), 0, -1):
            running = self.open[depth - 1]
            for enumeration, number in label.readings:
                if enumeration != running.enumeration:
                    continue
                inserted = bool(label.plus) and number == running.number
                if enumeration == "dash" or inserted or number == running.number + 1:
                    if self._begins_below(label, enumeration, following):
                        break
                    del self.open[depth:]
                    running.number = number
                    return depth, enumeration, True
        return self._elsewhere(label)

    def _begins_below(self, label: Label, enumeration: str, following: Label | None) -> bool:
        return (
            enumeration == "alpha"
            and ("roman", 1) in label.readings
            and following is not None
            and ("roman", 2) in following.readings
            and not any(running.enumeration == "roman" for running in self.open)
        )

    def _elsewhere(self, label: Label) -> tuple[int, str, bool]:
        held = {running.enumeration: depth for depth, running in enumerate(self.open, start=1)}
        for enumeration, number in label.readings:
            if number == 1 and enumeration not in held:
                self.open.append(_Running(enumeration, 1))
                return len(self.open), enumeration, True
        for enumeration, number in label.readings:
            if enumeration in held:
                depth = held[enumeration]
                del self.open[depth:]
                self.open[-1].number = number
                return depth, enumeration, False
        enumeration, number = label.readings[0]
        self.open.append(_Running(enumeration, number))
        return len(self.open), enumeration, False
