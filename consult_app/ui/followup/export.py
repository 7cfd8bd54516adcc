"""The register of follow-up out to a folder: as a spreadsheet, and as the paper."""

from __future__ import annotations

from consult_app.ui.language import tr
from consult_app.ui.publish.paper_export import PaperExport


class FollowupExport(PaperExport):
    """The form of the register."""

    paper = "followup"

    def heading_words(self) -> str:
        """Return what the form is called."""
        return tr("Export the follow-up")
