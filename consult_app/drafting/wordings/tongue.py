"""In which language a wording seems to be: a sign, and no proof, that words were written into the field of
another language.

It goes by the small words that make up a third of any text and are the same nowhere else, and by letters
that only one of the three languages has. Names, numbers and short wordings tell nothing; where the signs are
not clear, nothing is said. Words are never refused for it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from ...meetings.reasons import N_, Message
from .wording import words

_FEWEST: Final = 6
"""Of fewer words nothing is said."""
_SIGNS: Final = 3
"""So many small words of another language are needed at least."""
_SHARE: Final = 6
"""And one among so many of all words."""
_TIMES: Final = 3
"""And so many times as many as of the language that was chosen."""

#: small words that one of the three languages has and the other two have not
_SMALL: Final[dict[str, str]] = {
    "en": (
        "the of and to for by with from that which this these those should shall must may can be is are was "
        "were has have been its their they it at into upon between through within where when who whose not "
        "all any each other such as also both more than there would will including"
    ),
    "fr": (
        "le les des du et à au aux pour par avec dans dont qui sur une est sont être était ont été ce cette "
        "ces leur leurs ils elles où ainsi que tous toutes notamment mais ou d l qu devrait devraient doit "
        "doivent afin entre chez sans sous afin elle il pas plus cet"
    ),
    "es": (
        "el los las del y para por con una que es son ser su sus está están fue han sido al este esta estos "
        "estas donde cuando como también deben debe debería deberían entre sin sobre todos todas así más "
        "incluida incluidos o lo ha se"
    ),
}
_WORDS: Final = {language: frozenset(small.split()) for language, small in _SMALL.items()}
_OWN: Final[dict[str, frozenset[str]]] = {
    language: small - frozenset[str]().union(*(other for code, other in _WORDS.items() if code != language))
    for language, small in _WORDS.items()
}
_LETTERS: Final[dict[str, re.Pattern[str]]] = {
    "fr": re.compile(r"[àâçèêëîïôùûœ]"),
    "es": re.compile(r"[ñ¿¡áíóú]"),
}
_SAID: Final[dict[str, str]] = {
    "en": N_("These words seem to be English: choose the language that they are in, or leave it as it is."),
    "fr": N_("These words seem to be French: choose the language that they are in, or leave it as it is."),
    "es": N_("These words seem to be Spanish: choose the language that they are in, or leave it as it is."),
}
_WORD: Final = re.compile(r"[^\W\d_]+")


def seems_to_be(plain: str, language: str) -> str:
    """The language that the wording *plain* seems to be in where that is not *language*, in which it is said
    to be; "" where it may well be in that one, or nothing clear can be said."""
    found = _WORD.findall(words(plain))
    if len(found) < _FEWEST:
        return ""
    signs = _signs(found)
    other, most = max(((code, n) for code, n in signs.items() if code != language), key=lambda each: each[1])
    clear = most >= _SIGNS and most * _SHARE >= len(found)
    return other if clear and most >= _TIMES * max(1, signs[language]) else ""


def remark(plain: str, language: str) -> Message | None:
    """What is said of a wording that seems to be in another language than *language*; None of any other."""
    other = seems_to_be(plain, language)
    return Message(_SAID[other]) if other else None


def _signs(found: list[str]) -> Counter[str]:
    """How many of the words speak for each language: the small ones, and those with letters of its own."""
    out: Counter[str] = Counter(dict.fromkeys(_OWN, 0))
    for word in found:
        for language, small in _OWN.items():
            out[language] += word.casefold() in small
        for language, letters in _LETTERS.items():
            # names keep their letters in every language
            out[language] += len(word) > 1 and word.islower() and letters.search(word) is not None
    return out


__all__ = ["remark", "seems_to_be"]
