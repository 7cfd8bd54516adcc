"""The small sign of a private note: that there is one, never what it says."""

from __future__ import annotations

from consult_app.ui.language import Retranslating, tr
from consult_app.ui.parts.panels import IconSign


class NotedSign(Retranslating, IconSign):
    """Stands on the card of an amendment that there is a note on; hidden elsewhere."""

    def __init__(self) -> None:
        super().__init__("private", "dim", 14)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the sign."""
        self.setToolTip(tr("There is a private note"))
        self.setAccessibleName(tr("There is a private note"))
