"""How what was found is called, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from consult_app.drafting.amendments.findable import Occurrence, Part, Passage
from consult_app.drafting.amendments.rebase import CUT, NEW_CUT
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.amendments.words import place_words
from consult_app.ui.language import Languages, language_said, number_said, tr
from consult_app.ui.text_names import short_name
from consult_app.words import term

_BEFORE: Final = 34
_AFTER: Final = 160
_PARTS: Final[dict[Part, str]] = {
    "proposed": N_("{number}, proposed words"),
    "justification": N_("{number}, justification"),
}


@dataclass(frozen=True)
class Result:
    """One line of the list: what it is of, its language (a code, "" for a number), the words found and those
    around them; of a number, whose it is."""

    label: str
    language: str
    before: str
    found: str
    after: str

    @property
    def said(self) -> str:
        """The whole, for a screen reader."""
        spoken = language_said(self.language) if self.language else ""
        parts = (self.label, spoken, f"{self.before}{self.found}{self.after}")
        return ", ".join(part for part in parts if part)


class Naming:
    """Names the passages of one state; labels of a text are made once."""

    def __init__(self, state: State) -> None:
        self._state = state
        style = state.assembly.meeting.rules.numbering
        self._labels = {text.id: labels(text.tree, False, style) for text in state.drafting.texts.values()}

    def result(self, found: Occurrence) -> Result:
        """*found* as a line of the list."""
        passage = found.passage
        if passage.part == "number":
            return Result(self.label(passage), "", "", "", self._about(passage.amendment))
        words = passage.words.replace(CUT, "¶").replace(NEW_CUT, "¶")
        begin = max(0, found.start - _BEFORE)
        if begin:
            space = words.find(" ", begin, found.start)
            begin = space + 1 if space >= 0 else begin
        before = ("…" if begin else "") + words[begin : found.start]
        end = found.end + _AFTER
        after = words[found.end : end] + ("…" if end < len(words) else "")
        return Result(self.label(passage), passage.language, before, words[found.start : found.end], after)

    def _about(self, amendment: str) -> str:
        """Whose an amendment is, what it is to, and how far it is."""
        state, language = self._state, Languages.current()
        found = state.drafting.amendments[amendment]
        by = state.assembly.name_of(found.by, language)
        return f"{by} · {place_words(state, found)} · {term('state', found.state, 'amendment', language)}"

    def label(self, passage: Passage) -> str:
        """What *passage* is of, in the window's language."""
        drafting = self._state.drafting
        if passage.amendment:
            number = number_said(drafting.amendments[passage.amendment].number)
            return tr(_PARTS[passage.part], number=number) if passage.part in _PARTS else number
        text = drafting.texts[passage.text_id]
        spot = text.tree.spots.get(passage.node)
        label = self._labels[text.id].get(passage.node, "")
        said = capitalized(label_reference(spot.kind, label, Languages.current())) if spot else "–"
        return f"{said} · {short_name(drafting, text)}" if len(drafting.texts) > 1 else said
