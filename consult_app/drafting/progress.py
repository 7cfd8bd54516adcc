"""How far the meeting is with a text: what was closed when, the pace, the finishing time, what became
of the amendments, and how each language stands (procedure.md §2.3, §2.4).

All of it is derived from the state: the histories of nodes and amendments, and the sittings.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import groupby
from typing import Any, Final

import msgspec

from ..meetings.acts import LANGUAGES, Context
from ..meetings.kept.assembly import Assembly
from ..meetings.proceedings.sitting_time import SittingTime, moment, unseated
from .amendments.amendment import Drafting
from .amendments.work import DraftingWork
from .deciding.consideration import obstacles
from .text.nodes import CLOSED, Node, Text

NUMBERED: Final = frozenset({"paragraph", "item"})
"""What is counted: numbered paragraphs and their items."""
WINDOW: Final = 2 * 3600.0
"""The stretch of sitting time that the present pace is taken from, in seconds."""
LEAST_TIME: Final = 10 * 60.0
LEAST_CLOSED: Final = 3
"""Less than this, within the stretch looked at, is too little to speak of a pace."""

OUTCOMES: Final[dict[str, frozenset[str]]] = {
    "adopted": frozenset({"adopted"}),
    "adopted_as_subamended": frozenset({"adopted_as_subamended"}),
    "rejected": frozenset({"rejected"}),
    "withdrawn": frozenset({"withdrawn"}),
    "fell": frozenset({"fell"}),
    "not_discussed": frozenset({"not_moved", "not_seconded", "inadmissible"}),
    "carried_on": frozenset({"merged", "superseded", "split"}),
    "pending": frozenset(),
}
"""What became of an amendment, by the states that count as it; any other state is pending.
``carried_on`` goes on under another number: considered with another, replaced by a Rev., put by parts."""
_OUTCOME: Final = {state: outcome for outcome, states in OUTCOMES.items() for state in states}

STATUSES: Final = ("original", "checked", "draft", "out_of_date", "missing")


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A moment at which nodes were closed or reopened. ``seconds`` is its place in the sitting time,
    ``count`` how many were closed after it. ``at`` is "" for what was closed from the outset."""

    at: str
    seconds: float
    count: int
    closed: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()


class Course(msgspec.Struct, frozen=True, gc=False):
    """How the paragraphs and items of a text were closed: ``states`` counts them by state."""

    total: int
    closed: int
    moments: tuple[Moment, ...]
    time: SittingTime
    states: dict[str, int]

    @property
    def left(self) -> int:
        """How many are not closed yet."""
        return self.total - self.closed

    def closed_at(self, seconds: float) -> int:
        """How many were closed when the meeting had sat that long."""
        return next((each.count for each in reversed(self.moments) if each.seconds <= seconds), 0)


class Pace(msgspec.Struct, frozen=True, gc=False):
    """Closed per hour of open sitting time, in the last ``window`` seconds of it. ``seconds`` is how
    long the meeting still has to sit at that pace, ``ends`` when that is if the sitting goes on; None
    where it is not yet to be said."""

    window: float
    per_hour: float | None = None
    seconds: float | None = None
    ends: datetime | None = None


def course(text: Text, time: SittingTime) -> Course:
    """The course of *text* over the sitting time. Without any sitting it runs from the first closing
    to the last."""
    nodes = [text.nodes[node] for node in text.tree.walk() if _counted(text, node)]
    steps = sorted((step for node in nodes for step in _closings(node)), key=lambda step: step[0])
    if not time.spans:
        known = [at for at, _, _ in steps if at]
        if known:
            time = unseated(moment(known[0]), moment(known[-1]))
    moments: list[Moment] = []
    count = 0
    for at, group in groupby(steps, key=lambda step: step[0]):
        of_it = list(group)
        closed = tuple(node for _, node, on in of_it if on)
        reopened = tuple(node for _, node, on in of_it if not on)
        count += len(closed) - len(reopened)
        moments.append(Moment(at, time.elapsed(moment(at)) if at else 0.0, count, closed, reopened))
    states = Counter(node.state for node in nodes)
    return Course(len(nodes), sum(node.closed for node in nodes), tuple(moments), time, dict(states))


def _counted(text: Text, node: str) -> bool:
    spot = text.tree.spots[node]
    return spot.kind in NUMBERED and not spot.gone


def _closings(node: Node) -> list[tuple[str, str, bool]]:
    """When the node was closed (True) or reopened (False), in order."""
    out: list[tuple[str, str, bool]] = []
    closed = False
    for step in node.history:
        if (step.to in CLOSED) != closed and step.to in _NODE_STATES:
            closed = not closed
            out.append((step.at, node.id, closed))
    if node.closed and not closed:
        out.insert(0, ("", node.id, True))  # its history does not say when
    return out


#: the history of a node that was split off begins with the state of the amendment that did it
_NODE_STATES = CLOSED | {"not_opened", "under_consideration", "reopened", "pending"}


def pace(course: Course, window: float = WINDOW) -> Pace:
    """The present pace: what was closed (less what was reopened) in the last *window* seconds of open
    sitting time, or since the first sitting where that is shorter. Nothing is said of less than ten
    minutes or three closings; a text that is all closed has nothing left to wait for."""
    sat = course.time.seconds if course.time.counted else 0.0
    window = min(window, sat)
    since = sat - window
    before = course.closed_at(since) if since > 0 else sum(1 for m in course.moments if not m.at and m.closed)
    closed = course.closed - before
    if window < LEAST_TIME or closed < LEAST_CLOSED:
        return Pace(window)
    seconds = course.left * window / closed
    return Pace(window, closed * 3600 / window, seconds, course.time.after(seconds) if course.left else None)


def outcome(state: str) -> str:
    """What a state of an amendment counts as (a key of :data:`OUTCOMES`)."""
    return _OUTCOME.get(state, "pending")


def outcomes(
    drafting: Drafting, assembly: Assembly, text_id: str, *, subamendments: bool = False
) -> dict[str, dict[str, int]]:
    """How many amendments (or subamendments) to a text came to which outcome, by main group. All main
    groups are named, in their order; "" (the Office, and who is of no group) only where it has some."""
    counts: dict[str, dict[str, int]] = {
        group.id: dict.fromkeys(OUTCOMES, 0) for group in assembly.groups.values() if not group.parent
    }
    group_of: dict[str, str] = {}
    for amendment in drafting.amendments.values():
        if amendment.text_id != text_id or bool(amendment.amends) != subamendments:
            continue
        by = amendment.by
        if by not in group_of:
            group_of[by] = assembly.main_group(by)
        of_group = counts.setdefault(group_of[by], dict.fromkeys(OUTCOMES, 0))
        of_group[_OUTCOME.get(amendment.state, "pending")] += 1
    return counts


def languages(text: Text) -> dict[str, dict[str, int]]:
    """How many of the nodes that stand are in which status (:data:`STATUSES`), by language."""
    counts: dict[str, dict[str, int]] = {code: dict.fromkeys(STATUSES, 0) for code in LANGUAGES}
    for node in text:
        if not node.deleted:
            for language in LANGUAGES:
                counts[language][node.status(language)] += 1
    return counts


def barring(drafting: Drafting, assembly: Assembly, text: Text) -> list[Any]:
    """What bars the adoption of *text* as a whole, in words (:class:`Message`); nothing once adopted."""
    if text.adopted:
        return []
    return obstacles(DraftingWork(drafting, Context(seq=0, time=""), assembly), text)
