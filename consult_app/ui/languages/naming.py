"""How the lines of the queue are called: their place, their status, and since which decision it is so."""

from __future__ import annotations

from typing import Final

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.text.nodes import Node, Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.translation.to_translate import (
    AMENDMENT,
    NEXT,
    NODE,
    NOW,
    SUBAMENDMENT,
    TranslationQueue,
    Wanted,
)
from consult_app.meetings.reasons import N_, Place
from consult_app.state import State
from consult_app.ui.language import Languages, number_said, tr
from consult_app.ui.stamps import stamp
from consult_app.words import place, term

SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}
KIND_NAMES: Final = {
    NODE: N_("Passages"),
    AMENDMENT: N_("Amendments"),
    SUBAMENDMENT: N_("Subamendments"),
}
TONES: Final = {"out_of_date": "warn", "missing": "error"}
_URGENCIES: Final = {NOW: N_("now"), NEXT: N_("next")}


class Naming:
    """The names in one state, in the window's language; made anew when the state is another."""

    def __init__(self, state: State, text: Text, queue: TranslationQueue) -> None:
        self.state = state
        self.text = text
        self._queue = queue
        self._labels = labels(text.tree, False, state.assembly.meeting.rules.numbering)

    def place(self, node: str) -> str:
        """How a node is called: "paragraph 5(iii)"."""
        spot = self.text.tree.spots.get(node)
        if spot is None:
            return "–"
        return place(Place(spot.kind, self._labels.get(node, "–")), Languages.current())

    def title(self, wanted: Wanted, form: str = "full") -> str:
        """What is translated: "Paragraph 5(iii)", "D.12, paragraph 5(iii)", "Change 1 on the floor, …";
        numbers in that *form* ("short": "Floor 1, …")."""
        amendment = self.amendment(wanted.id)
        if amendment is None:
            return capitalized(self.place(wanted.id))
        node = self._queue.node_of(wanted.id)
        number = number_said(amendment.number, form)
        return capitalized(f"{number}, {self.place(node)}" if node else number)

    def short(self, wanted: Wanted) -> str:
        """The same, for a list."""
        return self.title(wanted, "short")

    def urgency(self, wanted: Wanted) -> str:
        """Whether it is needed now, or next."""
        found = self._queue.urgency(wanted.id)
        return tr(_URGENCIES[found]) if found else ""

    @staticmethod
    def status(wanted: Wanted) -> str:
        """The status of the wording."""
        return term("language", wanted.status, "wording", Languages.current())

    def since(self, wanted: Wanted) -> str:
        """The decision since which it is so: an amendment, or the row of the record."""
        amendment = self.amendment(wanted.id)
        if amendment is not None:
            return self._since_of_amendment(amendment, wanted)
        node = self.text.nodes.get(wanted.id)
        if node is None:
            return ""
        if wanted.status == "out_of_date":
            return self.last_change(node)
        if wanted.status == "missing" and node.id not in self.text.origin.spots and node.amended_by:
            return self._number(node.amended_by[0])
        rendering = node.wordings.get(wanted.language)
        return rendering.signed if rendering is not None else ""

    def last_change(self, node: Node) -> str:
        """What gave the node the words that it was last decided with."""
        edit = next((each for each in reversed(node.edits) if each.language == node.original), None)
        if edit is None:
            return ""
        return self._number(edit.by) if edit.by else tr("decision {seq}", seq=edit.row)

    def changed_by(self, node: Node) -> Amendment | None:
        """The amendment that gave the node those words, if one did."""
        edits = (each for each in reversed(node.edits) if each.language == node.original)
        return self.amendment(next((each.by for each in edits), ""))

    def _since_of_amendment(self, amendment: Amendment, wanted: Wanted) -> str:
        if wanted.status == "out_of_date":
            done = (a for a in self.state.drafting.subamendments(amendment) if a.state.startswith("adopted"))
            last = max(done, key=lambda each: each.history[-1].at if each.history else "", default=None)
            return number_said(last.number) if last is not None else ""
        signed = amendment.signed.get(wanted.language)
        if wanted.status == "checked" and signed is not None:
            return signed.by
        return stamp(amendment.received) if wanted.status == "missing" else ""

    def amendment(self, name: str) -> Amendment | None:
        """The amendment of that id."""
        return self.state.drafting.amendments.get(name)

    def _number(self, amendment: str) -> str:
        found = self.amendment(amendment)
        return number_said(found.number) if found is not None else ""


__all__ = ["KIND_NAMES", "SHORT", "TONES", "Naming"]
