"""What can be found and done by typing a few letters: offers, and which of them a query means.

Nothing here is of Qt: the command palette shows what this finds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

SHOWN = 60
"""More than this nobody reads; typing another letter is quicker."""


@dataclass(frozen=True)
class Offer:
    """One thing to do or to go to. ``words`` is what it is called, ``detail`` what it is about,
    ``key`` its key as it is written portably, ``other`` further words by which it is found, ``label`` the
    number of a place or an amendment: who types that means it before all others."""

    words: str
    run: Callable[[], object]
    detail: str = ""
    key: str = ""
    other: str = ""
    label: str = ""
    folded: str = field(init=False, default="")
    name: str = field(init=False, default="")
    tag: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", folded(self.words))
        object.__setattr__(self, "tag", folded(self.label))
        object.__setattr__(self, "folded", folded(f"{self.words} {self.label} {self.other} {self.detail}"))


def folded(words: str) -> str:
    """*words* as they are compared: without accents, capitals, or the difference of apostrophes."""
    apart = unicodedata.normalize("NFKD", words.casefold().replace("’", "'"))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def found(query: str, offers: Iterable[Offer]) -> list[Offer]:
    """The offers that *query* means, the likeliest first; all in their own order for an empty query.

    Each word of the query must occur. What is called so or has that label comes first ("5" is paragraph 5),
    then what begins with it or stands under that label (5(i)), what has a word that begins with it or that
    number (D.5), and the rest; equals keep their order.
    """
    asked = folded(query)
    if not asked:
        return list(offers)[:SHOWN]
    parts = asked.split()
    ranked = [
        (_rank(asked, parts, offer), offer) for offer in offers if all(part in offer.folded for part in parts)
    ]
    ranked.sort(key=lambda each: each[0])
    return [offer for _, offer in ranked[:SHOWN]]


def _rank(asked: str, parts: list[str], offer: Offer) -> int:
    if asked in (offer.name, offer.tag):
        return 0
    if offer.name.startswith(asked) or offer.tag.startswith(f"{asked}("):
        return 1
    if offer.tag.endswith(f".{asked}") or all(f" {part}" in f" {offer.name}" for part in parts):
        return 2
    if asked in offer.name:
        return 3
    return 4 if all(f" {part}" in f" {offer.folded}" for part in parts) else 5
