"""Open sitting time: how long the meeting has sat, and where a moment stands in it.

Pace is reckoned in hours in which a sitting was open; nights and breaks between sittings do not
count. Everything here is a pure function of the sittings and of the moment that it is asked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from ..kept.assembly import Sitting

SILENCE = timedelta(hours=3)
"""A sitting is held to have ended with its last recorded act when nothing was recorded for so long:
one that was left open overnight must not count as a night of work."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """One stretch in which the meeting sat. ``start`` is how many seconds it had sat before;
    ``number`` is 0 for a stretch in which no sitting was opened."""

    number: int
    kind: str
    begins: datetime
    ends: datetime
    start: float

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return (self.ends - self.begins).total_seconds()


class SittingTime(msgspec.Struct, frozen=True, gc=False):
    """The sittings one after the other. ``as_of`` is until when they are reckoned, ``running`` says
    whether the last one is open in the record, ``stale`` that nothing was recorded in it for long."""

    spans: tuple[Span, ...] = ()
    as_of: datetime = datetime.min.replace(tzinfo=UTC)
    running: bool = False
    stale: bool = False

    @property
    def seconds(self) -> float:
        """How long the meeting has sat altogether."""
        return self.spans[-1].start + self.spans[-1].seconds if self.spans else 0.0

    @property
    def counted(self) -> bool:
        """Whether sittings were opened at all: without them there is no sitting time to speak of."""
        return any(span.number for span in self.spans)

    def elapsed(self, at: datetime) -> float:
        """How many seconds the meeting had sat at that moment; a moment between two sittings stands
        at the end of the former, one before the first at the beginning."""
        place = bisect_right(self.spans, at, key=lambda span: span.begins) - 1
        if place < 0:
            return 0.0
        span = self.spans[place]
        return span.start + (min(at, span.ends) - span.begins).total_seconds()

    def after(self, seconds: float) -> datetime | None:
        """When the meeting will have sat that much longer, if the open sitting goes on; None when none
        is open, or where no calendar goes so far."""
        if not self.running:
            return None
        try:
            return self.as_of + timedelta(seconds=seconds)
        except OverflowError:
            return None


def sitting_time(sittings: Iterable[Sitting], now: datetime, last: datetime | None = None) -> SittingTime:
    """The sitting time of *sittings* at the moment *now*; *last* is when something was last recorded.

    Sittings that were not opened yet count for nothing. An open one counts until *now*, or until its
    last recorded act where that is more than :data:`SILENCE` ago (or the clock was put back since).
    """
    spans: list[Span] = []
    as_of, running, stale, sat = now, False, False, 0.0
    for sitting in sittings:
        if not sitting.opened:
            continue
        begins = moment(sitting.opened)
        if spans:
            begins = max(begins, spans[-1].ends)
        running = not sitting.closed
        if running:
            act = max(begins, last) if last is not None else begins
            stale = not act <= now <= act + SILENCE
            ends = as_of = act if stale else now
        else:
            ends = max(begins, moment(sitting.closed))
        spans.append(Span(sitting.number, sitting.kind, begins, ends, sat))
        sat += spans[-1].seconds
    return SittingTime(tuple(spans), as_of, running, running and stale)


def unseated(first: datetime, last: datetime) -> SittingTime:
    """The time of a meeting that opened no sitting: one stretch from its first act to its last."""
    return SittingTime((Span(0, "", first, max(first, last), 0.0),), max(first, last))


def moment(iso: str) -> datetime:
    """An ISO time of the record; one without an offset is in UTC."""
    at = datetime.fromisoformat(iso)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
