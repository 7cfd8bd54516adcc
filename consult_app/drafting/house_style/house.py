"""House style: the one door to how the house writes numbers, dates, labels, lists and quotations.

Everything here is a pure function of its arguments; *language* is ``en``, ``fr`` or ``es`` and
anything else is a ValueError. Profiles and forms are those of procedure.md §7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dates import adoption_formula, date_range, from_to, long_date, met_clause, month_and_year, month_name
from .labels import in_reference, item_marker, label_figure, label_reference, marker_of, with_article
from .ordinals import LANGUAGES, alpha, day_word, known, number, ordinal_figure, ordinal_word, roman
from .typography import folded, typography

__all__ = [
    "LANGUAGES",
    "adoption_formula",
    "alpha",
    "capitalized",
    "date_range",
    "day_word",
    "folded",
    "from_to",
    "in_reference",
    "item_marker",
    "label_figure",
    "label_reference",
    "list_of",
    "long_date",
    "marker_of",
    "met_clause",
    "month_and_year",
    "month_name",
    "number",
    "ordinal_figure",
    "ordinal_word",
    "quote",
    "roman",
    "typography",
    "with_article",
]

# "y" becomes "e" before the sound i, but not before the diphthongs of hielo, hiato, ion.
_I_SOUND = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)


def list_of(words: Sequence[str], language: str) -> str:
    """*words* as a list in a sentence: "D.1, D.2 and D.3", "… et …", "… y …" ("e" before i- and hi-)."""
    known(language)
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    joint = {"en": "and", "fr": "et", "es": "e" if _I_SOUND.match(last) else "y"}[language]
    return f"{', '.join(words[:-1])} {joint} {last}"


def quote(text: str, language: str) -> str:
    """*text* in the quotation marks of the house: “…” in English, «…» without inner space elsewhere."""
    return f"“{text}”" if known(language) == "en" else f"«{text}»"


def capitalized(text: str) -> str:
    """*text* with its first letter large, the rest untouched: a reference that begins a sentence."""
    return text[:1].upper() + text[1:]
