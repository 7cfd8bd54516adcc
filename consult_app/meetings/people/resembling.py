"""Names that look alike: somebody may be on the list already, spelt or ordered another way."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from ..kept.assembly import Assembly, Participant
from .countries import simple

_ALIKE = 86
"""From this likeness on (of 100) two names may be one person's: one slip in a name of usual length."""
_LEAST = 4
"""Shorter beginnings are like too many names to say anything."""
_MOST = 3


def resembling(assembly: Assembly, name: str, besides: str = "") -> list[Participant]:
    """Those on the list whose name is *name* or nearly so, the likest first, three at most: accents, case
    and the order of the words do not count, and *name* may be half typed. *besides* is an id left out."""
    said = simple(name)
    if len(said) < _LEAST:
        return []
    turned = _turned(said)
    found: list[tuple[float, Participant]] = []
    for person in assembly.participants.values():
        if person.id == besides:
            continue
        other = simple(person.name)
        likeness = 100.0 if other == said else ratio(_turned(other), turned)
        if " " in said and other.startswith(said):
            likeness = max(likeness, float(_ALIKE))
        if likeness >= _ALIKE:
            found.append((likeness, person))
    return [person for _likeness, person in sorted(found, key=lambda each: -each[0])[:_MOST]]


def same_name(assembly: Assembly, name: str, besides: str = "") -> bool:
    """Whether somebody else on the list has exactly this name, as the list writes it."""
    said = " ".join(name.split())
    return any(person.name == said and person.id != besides for person in assembly.participants.values())


def _turned(name: str) -> str:
    return " ".join(sorted(name.split()))
