"""International Standard Book Numbers: 13 digits with a check digit, and the language digit of the house.

In the house's own block (978-92-2) the first digit of the title number tells the language: 1 English,
2 French, 3 Spanish (procedure.md §6.2).
"""

from __future__ import annotations

import re
from typing import Literal

from ..reasons import N_, Message

Medium = Literal["print", "web"]
_HOUSE = "978922"
_LANGUAGE_DIGIT = {"en": "1", "fr": "2", "es": "3"}
_WRITTEN = re.compile(r"(?:ISBN(?:-13)?:?\s*)?((?:\d[\s\u2010-\u2013-]?){12}\d)", re.IGNORECASE)


def check_digit(twelve: str) -> str:
    """The thirteenth digit that belongs to the first *twelve*. ValueError if they are not twelve digits."""
    if len(twelve) != 12 or not (twelve.isascii() and twelve.isdigit()):
        raise ValueError(f"not twelve digits: {twelve!r}")
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def digits(text: str) -> str:
    """The 13 digits of the number written in *text*; "" where it is not one (spaces and hyphens between
    the digits are no matter)."""
    found = _WRITTEN.fullmatch(text.strip())
    plain = re.sub(r"\D", "", found[1]) if found and found[1].isascii() else ""
    if found and not plain:
        plain = re.sub(r"[\s\u2010-\u2013-]", "", found[1])
    return plain if plain.isascii() and plain.isdigit() and plain[:3] in ("978", "979") else ""


def is_house(number: str) -> bool:
    """Whether 13 digits are of the house's own block."""
    return number.startswith(_HOUSE)


def hyphenated(number: str) -> str:
    """13 digits as the house prints its own ("978-92-2-127890-0"); those of others as they are kept."""
    if number.startswith(_HOUSE) and len(number) == 13:
        return f"978-92-2-{number[6:12]}-{number[12]}"
    return f"{number[:3]}-{number[3:]}" if len(number) == 13 else number


def faults(number: str, language: str) -> list[Message]:
    """What is wrong with 13 digits given for the edition in *language*: the check digit, the language."""
    out = []
    right = check_digit(number[:12])
    if number[12] != right:
        out.append(
            Message(
                N_("The check digit of ISBN {isbn} should be {right}; is a digit mistyped?"),
                {"isbn": hyphenated(number), "right": right},
            )
        )
    digit = _LANGUAGE_DIGIT.get(language, "")
    if number.startswith(_HOUSE) and digit and number[6] != digit:
        out.append(
            Message(
                N_("In ISBN {isbn} the digit of the language is {digit}; here it should be {right}."),
                {"isbn": hyphenated(number), "digit": number[6], "right": digit},
            )
        )
    return out


__all__ = ["Medium", "check_digit", "digits", "faults", "hyphenated", "is_house"]
