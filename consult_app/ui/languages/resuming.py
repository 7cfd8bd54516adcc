"""Words that were begun and not kept, said so that they can be taken up again after a crash, and taken up
again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from consult_app.drafting.text.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.ui.chosen_text import ChosenText

if TYPE_CHECKING:
    from consult_app.ui.languages.station import LanguagesStation
    from consult_app.ui.station import Resumed


class Begun(NamedTuple):
    """Words that were begun and not kept, the fingerprint of the source that they were begun on, and the
    text that they belong to."""

    words: str
    on: str
    text_id: str


def unsaved(station: LanguagesStation) -> Iterator[Scratch]:
    """The words that were begun and not kept, each at the place of its line."""
    for key, begun in station.unfinished.items():
        yield Scratch(f"wording:{key}", begun.words, {"key": key, "on": begun.on, "text": begun.text_id})


def resume(station: LanguagesStation, found: Scratch) -> Resumed:
    """Bring the line of *found* to hand, with its words."""
    key, text_id = str(found.extra.get("key", "")), str(found.extra.get("text", ""))
    if station.desk is None or text_id not in station.state.drafting.texts:
        return "gone"
    if key in station.unfinished:
        return "busy"
    if text_id != station.shown_text:
        ChosenText.instance().choose(text_id)
    station.show_now()
    task = station.task(key)
    if task is None:
        return "gone"
    begun = station.unfinished[key] = Begun(found.words, str(found.extra.get("on", "")), text_id)
    station.bring_to_hand(key)
    station.work.show_task(task, begun.words)
    station.say_changed()
    station.work.field.setFocus()
    return "opened" if begun.on == seen(task.source) else "changed"


__all__ = ["Begun", "resume", "unsaved"]
