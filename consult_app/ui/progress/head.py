"""The head of the Progress station: its two parts, and the text they are about where there are several."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.keys import spell_now
from consult_app.ui.language import tr
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.text_chooser import TextChooser

PARTS: Final = {"progress": N_("Progress"), "followup": N_("Follow-up")}
"""The parts in their order, reached with Alt+1 and Alt+2."""


class ProgressHead(QWidget):
    """Its controls are the station's to connect."""

    def __init__(self, texts: TextChooser) -> None:
        super().__init__()
        self.parts = SegmentedControl(PARTS)
        self.parts.choose("progress")
        self.texts = texts
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 0)
        row.setSpacing(12)
        row.addWidget(self.parts)
        row.addWidget(texts, 1)
        row.addStretch(1)

    @property
    def part(self) -> str:
        """The part in sight."""
        return self.parts.selection[0]

    def show_texts(self, state: State) -> None:
        """Offer the texts of *state*."""
        self.texts.offer(state.drafting)

    def set_words(self, station: str) -> None:
        """Set every word; *station* is whose keys they are."""
        self.parts.set_words(tr("Parts of the station"), {key: tr(said) for key, said in PARTS.items()})
        for place, key in enumerate(PARTS, start=1):
            self.parts.button(key).setToolTip(spell_now(f"Alt+{place}", station))
