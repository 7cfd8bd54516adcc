"""The list of participants out to a folder: as a spreadsheet, and as the paper."""

from __future__ import annotations

from consult_app.ui.language import tr
from consult_app.ui.publish.paper_export import PaperExport


class PeopleExport(PaperExport):
    """The form of the People station."""

    paper = "participants"

    def heading_words(self) -> str:
        """Return what the form is called."""
        return tr("Export the list of participants")
