"""No-break spaces where the window would break a line between a number and its word.

Only what is shown has them: what is copied, compared or printed keeps the spaces of the papers.
"""

from __future__ import annotations

import re
from typing import Final

from consult_app.drafting.house_style.ordinals import NO_BREAK

_BEFORE_LABEL: Final = re.compile(r" (?=\d|[a-z]{1,5}\))")
_COUNTED: Final = re.compile(r"(?<![\w.,])(\d[\d.,]*) (?=[^\W\d])")


def place_together(name: str) -> str:
    """Return the *name* of a place, its figure held to the noun: "preamble clause 3", "paragraphe 5 i)"."""
    return _BEFORE_LABEL.sub(NO_BREAK, name)


def figures_together(words: str) -> str:
    """Return *words* with each figure held to the word that it counts: "5 abstentions"; "D.5 was" stays."""
    return _COUNTED.sub(rf"\1{NO_BREAK}", words)
