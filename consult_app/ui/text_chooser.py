"""The list of the meeting's texts, shown only where there are two or more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from consult_app.drafting.amendments.amendment import Drafting
from consult_app.ui.chosen_text import chosen_text
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.fields import ChoiceBox
from consult_app.ui.text_names import text_name


class TextChooser(Retranslating, ChoiceBox):
    """Signals: ``asked(text_id)`` when a person chose another text; it is the owner's to choose it."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._drafting: Drafting | None = None
        self.activated.connect(self._activated)
        self.hide()
        self.retranslate()

    def offer(self, drafting: Drafting) -> None:
        """Offer the texts of *drafting*, of which the one that is worked on is shown."""
        self._drafting = drafting
        shown = chosen_text(drafting)
        self.setVisible(len(drafting.texts) > 1)
        self.blockSignals(True)
        self.clear()
        for text in drafting.texts.values():
            self.addItem(text_name(text), text.id)
        self.setCurrentIndex(self.findData(shown.id) if shown is not None else -1)
        self.blockSignals(False)
        self.setToolTip(self.currentText())

    @Slot(int)
    def _activated(self, at: int) -> None:
        chosen = str(self.itemData(at))
        if self._drafting is not None:
            self.offer(self._drafting)  # until it is chosen, the list says what is
        self.asked.emit(chosen)

    def retranslate(self) -> None:
        """Name the list; titles are in the window's language where they have it."""
        self.setAccessibleName(tr("The text that is worked on"))
        if self._drafting is not None:
            self.offer(self._drafting)
