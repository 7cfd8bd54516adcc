"""Who has the floor, as the top bar says it: mark, name, and the clock."""

from __future__ import annotations

from collections.abc import Callable

from consult_app.meetings.kept.assembly import Assembly
from consult_app.ui.belonging import mark_of, tone_of
from consult_app.ui.language import tr
from consult_app.ui.speakers.candidates import short_words
from consult_app.ui.speakers.clock import clock, now
from consult_app.ui.window.bars import Fact


def floor_fact(assembly: Assembly) -> Callable[[], Fact] | None:
    """What gives the chip at any moment; None while nobody has the floor."""
    speech = assembly.speaking.now
    if speech is None:
        return None
    who = speech.speaker.on_behalf_of or speech.speaker.who
    name, mark, tone = short_words(assembly, speech.speaker), mark_of(assembly, who), tone_of(assembly, who)

    def fact() -> Fact:
        shown = clock(speech, now())
        tail = tr("{time} ▲ over time", time=shown.figure) if shown.over else shown.figure
        alert = tr("The time of {speaker} is over", speaker=name) if shown.over else ""
        return Fact(tr("Floor:"), strong=name, tail=tail, mark=mark, tone=tone, alert=alert)

    return fact
