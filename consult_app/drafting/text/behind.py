"""Why a wording is out of date: which words changed since it was made, and in which language.

A wording may render the language that was decided on through another one. Then it can be out of date
although no word of what it renders has changed: that one itself is behind (design.md §4).
"""

from __future__ import annotations

import msgspec

from ..wordings.diff import Ops, change_kind, changes, diff
from .nodes import Node


class Behind(msgspec.Struct, frozen=True, gc=False):
    """What a wording is behind. ``of`` is the language whose words changed, ``before`` and ``today`` are
    these words as they were rendered and as they stand. ``through`` is the language that the wording
    itself renders where that is another one, which is out of date itself; "" where it renders ``of``."""

    of: str
    before: str
    today: str
    through: str = ""

    @property
    def kind(self) -> str:
        """``words``, ``formatting``, ``spacing``, or ``none`` where nothing is known to have changed."""
        return change_kind(self.before, self._ops)

    @property
    def words(self) -> int:
        """How many words changed; a word that another one took the place of counts once, a lone comma
        does not."""
        if self.kind != "words":
            return 0
        return sum(max(_words(each["delete"]), _words(each["insert"])) for each in self.changed)

    @property
    def changed(self) -> list[dict[str, str]]:
        """The changes as ``{"delete", "insert"}`` pairs."""
        return changes(self.before, self.today)

    @property
    def _ops(self) -> Ops:
        return diff(self.before, self.today)


def _words(said: str) -> int:
    return sum(any(map(str.isalnum, part)) for part in said.split())


def behind(node: Node, language: str) -> Behind:
    """What the wording of *node* in *language* is behind, which is out of date: the first step, from what it
    renders to what was last decided, at which words changed. Raises KeyError where there is no wording."""
    rendering = node.wordings[language]
    first, seen = rendering.of, {language}
    while rendering.of and rendering.of not in seen:
        of = rendering.of
        standing = node.text(of)
        if rendering.renders != standing or of not in node.wordings:
            return Behind(of, rendering.renders, standing, first if of != first else "")
        seen.add(of)
        rendering = node.wordings[of]
    # it leads back to where it came from, or nobody said what it renders: only what was decided is known
    decided = node.text(node.original)
    return Behind(node.original, decided, decided, first if first != node.original else "")


__all__ = ["Behind", "behind"]
