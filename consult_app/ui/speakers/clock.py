"""The clock of a speech in words: spoken, left, over; worked out from the moments that the record holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from consult_app.meetings.acts import stamp
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.proceedings.speaking_times import minutes
from consult_app.ui.language import tr


@dataclass(frozen=True)
class Clock:
    """What the clock shows: the ``figure``, the words under it, and whether the time is over."""

    figure: str
    words: str
    over: bool = False

    @property
    def tone(self) -> str:
        """The colour of the palette; the mark and the words say the same."""
        return "error" if self.over else ""


def now() -> str:
    """This moment as the record writes it."""
    return stamp(datetime.now(UTC))


def clock(speech: Speech, moment: str) -> Clock:
    """The clock of *speech* at *moment* (ISO)."""
    spoken, left = speech.seconds(moment), speech.remaining(moment)
    paused = "" if speech.running else tr("The clock is stopped")
    if left is None:
        words, over = "", False
    elif left < 0:
        words, over = tr("▲ {over} over the {allowed} allowed", over=minutes(-left),
                         allowed=minutes(speech.allowed)), True  # fmt: skip
    else:
        words, over = (
            tr("{left} left of {allowed}", left=minutes(left), allowed=minutes(speech.allowed)),
            False,
        )
    return Clock(minutes(spoken), " · ".join(part for part in (words, paused) if part), over)
