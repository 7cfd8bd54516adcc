"""Wordings that somebody waits for, held to languages, kinds and statuses, and kept in their order."""

from __future__ import annotations

from bisect import bisect_left, insort_left
from collections.abc import Collection, Iterable
from operator import attrgetter

import msgspec

from ...meetings.acts import LANGUAGES

NODE, AMENDMENT, SUBAMENDMENT = "node", "amendment", "subamendment"
KINDS = (NODE, AMENDMENT, SUBAMENDMENT)
STATUSES = ("original", "checked", "draft", "out_of_date", "missing")
TO_DO = ("out_of_date", "missing")

Rank = tuple[int | str, ...]
"""The place in the text, then the order of receipt and the number of amendment and subamendment."""

_LATE = "late"
_URGENCY = (_LATE, "out_of_date", "missing", "draft", "checked", "original")
_place = attrgetter("place")


class Wanted(msgspec.Struct, frozen=True, gc=False):
    """A wording in one language: that of the node, the amendment or the subamendment ``id``. ``key`` names
    it among all others; ``closed`` says that the node has been adopted. ``rank`` is the place of what it is
    a wording of."""

    id: str
    kind: str
    language: str
    status: str
    rank: Rank
    closed: bool = False

    @property
    def key(self) -> str:
        """What names it among all others."""
        return f"{self.id}/{self.language}"

    @property
    def place(self) -> tuple[Rank, int]:
        """Where it stands in the text, the languages of one thing side by side."""
        return self.rank, LANGUAGES.index(self.language)


class Listing:
    """The wordings in these languages, of these kinds and in these statuses, kept up as they come and go:
    first adopted nodes that are out of date, then status by status in the order of the text."""

    def __init__(self, languages: Collection[str], kinds: Collection[str], statuses: Collection[str]) -> None:
        self.held_to = frozenset(languages), frozenset(kinds), frozenset(statuses)
        self._lists: dict[str, list[Wanted]] = {name: [] for name in _URGENCY}

    def fill(self, wanted: Iterable[Wanted]) -> None:
        """List *wanted*, given in whatever order, from the beginning."""
        self._lists = {name: [] for name in _URGENCY}
        for each in wanted:
            if self._holds(each):
                self._lists[_list_of(each)].append(each)
        for found in self._lists.values():
            found.sort(key=_place)

    def change(self, gone: Iterable[Wanted], come: Iterable[Wanted]) -> None:
        """Take *gone* off the list and put *come* on it."""
        for each in gone:
            if self._holds(each):
                found = self._lists[_list_of(each)]
                del found[bisect_left(found, each.place, key=_place)]
        for each in come:
            if self._holds(each):
                insort_left(self._lists[_list_of(each)], each, key=_place)

    def shown(self, urgent: Iterable[Wanted]) -> list[Wanted]:
        """What is listed, those of *urgent* that are missing or out of date before all others."""
        first = [each for each in urgent if each.status in TO_DO and self._holds(each)]
        lists = dict(self._lists)
        for each in first:
            name = _list_of(each)
            if lists[name] is self._lists[name]:
                lists[name] = list(lists[name])
            del lists[name][bisect_left(lists[name], each.place, key=_place)]
        for found in lists.values():
            first += found
        return first

    def _holds(self, each: Wanted) -> bool:
        languages, kinds, statuses = self.held_to
        return each.language in languages and each.kind in kinds and each.status in statuses


def _list_of(each: Wanted) -> str:
    return _LATE if each.closed and each.status == "out_of_date" else each.status


__all__ = ["AMENDMENT", "KINDS", "NODE", "STATUSES", "SUBAMENDMENT", "TO_DO", "Listing", "Rank", "Wanted"]
