"""The quorum by who is present: whether a vote taken now could be valid (procedure.md §4.3).

A vote has its own quorum, of what was cast in it; this says beforehand whether that can be reached.
"""

from __future__ import annotations

import msgspec

from ..kept.assembly import Assembly
from .composition import composition, present, weights_of
from .weighing import needed


class Gathered(msgspec.Struct, frozen=True, gc=False):
    """Of ``base`` votes or members there are ``counted``, and ``needed`` are asked. ``weighted``: these are
    weighted votes, not members; ``of_present``: the base is those who are present, so that a share of
    them has to take part."""

    counted: int
    needed: int
    base: int
    weighted: bool = False
    of_present: bool = False

    @property
    def lacking(self) -> int:
        """How many votes or members more it would take."""
        return max(0, self.needed - self.counted)

    @property
    def reached(self) -> bool:
        return not self.lacking


def gathered(assembly: Assembly) -> Gathered | None:
    """The quorum among those marked as present at the open sitting; None where the rules ask for none,
    nobody noted who is present, or a group without a vote leaves no weights."""
    rule = assembly.meeting.rules.quorum
    there = present(assembly)
    if not rule.num or there is None:
        return None
    now = composition(assembly)
    if rule.base == "weighted_total":
        each = weights_of(assembly, now)
        if not each:
            return None
        present_in = {group: len(set(there) & set(found)) for group, found in now.members.items()}
        counted = sum(each[group] * count for group, count in present_in.items())
        base = sum(each[group] * count for group, count in now.entitled.items())
        return Gathered(
            counted, needed(rule.num, rule.den, base), base, weighted=assembly.meeting.rules.weighted
        )
    counted = len(there)
    of_present = rule.base == "members_present"
    base = counted if of_present else sum(now.entitled.values())
    return Gathered(counted, needed(rule.num, rule.den, base), base, of_present=of_present)
