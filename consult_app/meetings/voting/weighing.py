"""The arithmetic of votes: weights, majority and quorum, in whole numbers of any size (procedure.md §4).

Nothing here knows who votes or what about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import lcm

from ..kept.rules import Rules
from ..kept.votes import Figures

#: the three groups, in the order in which they are named
MAIN_GROUPS = ("government", "employers", "workers")


def weights(counts: Mapping[str, int], *, weighted: bool) -> dict[str, int]:
    """How many votes each member has, by group: LCM / n where the groups are made equal, else one.

    *counts* is how many members of each group are entitled to vote. The formula is proved by two
    official reports (ILC86, ILC87). ValueError where a group has nobody entitled: there is no LCM then.
    """
    if not weighted:
        return dict.fromkeys(counts, 1)
    if any(count < 1 for count in counts.values()):
        raise ValueError("a group has no member entitled to vote: there is no least common multiple")
    common = lcm(*counts.values())
    return {group: common // count for group, count in counts.items()}


def needed(num: int, den: int, base: int) -> int:
    """The least number of votes that is *num*/*den* of *base*; 0 where no quorum is asked."""
    return -(-num * base // den)


def figures(
    tallies: Iterable[tuple[int, tuple[int, int, int]]], rules: Rules, total: int, persons: int
) -> Figures:
    """What the votes come to. *tallies* are pairs of a weight and [for, against, abstaining] in members;
    *total* is the sum of all weighted votes; *persons* the members that a quorum of members is of.

    A quorum of the weighted total is counted in weighted votes, one of members in members.
    """
    favour = against = abstaining = heads = 0
    quorum = rules.quorum
    for weight, (pro, contra, none) in tallies:
        favour += weight * pro
        against += weight * contra
        abstaining += weight * none
        heads += pro + contra + (none if quorum.count_abstentions else 0)
    if quorum.base == "weighted_total":
        base = total
        counted = favour + against + (abstaining if quorum.count_abstentions else 0)
    else:
        base, counted = persons, heads
    return Figures(favour, against, abstaining, total, counted, base, needed(quorum.num, quorum.den, base))


def carried(found: Figures, majority: str) -> bool:
    """Whether the votes in favour are the *majority* asked: more than those against (``simple``), more
    than half of all (``absolute``), two thirds of those cast (``two_thirds``). A tie is none."""
    if majority == "absolute":
        return 2 * found.favour > found.total
    if majority == "two_thirds":
        return found.favour > 0 and 3 * found.favour >= 2 * found.cast
    return found.favour > found.against


def outcome(found: Figures, rules: Rules) -> str:
    """``void`` without a quorum, else ``adopted`` or ``rejected``; a tie is ``rejected`` whatever the
    rules say of the chair, whose declaration alone can decide it."""
    if not found.reached:
        return "void"
    return "adopted" if carried(found, rules.decision.majority) else "rejected"


def first_past(candidates: Mapping[str, int]) -> tuple[int, tuple[str, ...], bool]:
    """The votes needed to be elected (more than half of the valid ones); who was elected, or goes into
    the next round (the first two, with all who have as many votes as the second); and whether anybody
    was elected."""
    majority = sum(candidates.values()) // 2 + 1
    elected = tuple(name for name, votes in candidates.items() if votes >= majority)
    if elected:
        return majority, elected, True
    ranked = sorted(candidates.values(), reverse=True)
    second = ranked[min(1, len(ranked) - 1)]
    through = sorted(
        (name for name, votes in candidates.items() if votes >= second), key=lambda name: -candidates[name]
    )
    return majority, tuple(through), False
