"""Amendments out of a Word file with tracked changes: whose they are, and what would come of them.

The names in the file prove nothing: a person says for each author which group they stand for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from consult_app.drafting.coordinator.handing_over import SUFFIX
from consult_app.meetings.reasons import Refused
from consult_app.ui.amendments.authors import Authors
from consult_app.ui.amendments.coming_in import ComingIn
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.chosen_text import chosen_id, chosen_text
from consult_app.ui.language import NAMES, say, tr, tr_n
from consult_app.ui.parts.controls import SegmentedControl

if TYPE_CHECKING:
    from consult_app.drafting.handing_in.handed_in import ImportAmendments
    from consult_app.exchange.tracked import TrackedFile
    from consult_app.state import State


class TakingIn(ComingIn["TrackedFile"]):
    """The preview. Signals: ``handed_over(path)`` when a file was chosen that a group handed over."""

    handed_over = Signal(object)

    def __init__(self) -> None:
        self.language = SegmentedControl(NAMES)
        super().__init__(self.language)
        self.authors = Authors()
        self.facts.hide()
        # no box to tick stands before the numbers, so that they begin where their title does
        self.grid.setContentsMargins(0, 6, 14, 14)
        self.changes_title.setWordWrap(True)
        self.side.addWidget(self.authors)
        self.authors.changed.connect(self.show_preview)
        self.choose.clicked.connect(self.ask_file)
        self.language.chosen.connect(lambda _code: self._read())
        self.retranslate()

    # the file

    def show_state(self, state: State, seq: int) -> None:
        """Preview on *state*, as the row after *seq*."""
        text = chosen_text(state.drafting)
        for code in NAMES:
            self.language.button(code).setEnabled(text is not None and code in text.languages)
        super().show_state(state, seq)

    def begin(self, path: Path, language: str) -> None:
        """Read *path*, whose words are in *language*."""
        self._path = path
        self.language.choose(language)
        self._read()

    def ask_file(self, then: Callable[[], object] | None = None) -> None:
        """Let the person choose a file and read it; *then* is called when one was chosen."""

        def chosen(path: Path) -> None:
            if path.suffix.lower() == SUFFIX:
                self.handed_over.emit(path)
                return
            text = chosen_text(self._state.drafting) if self._state else None
            main = text.languages[0] if text and text.languages else "en"
            self.begin(path, (self.language.selection or (main,))[0])
            if then is not None:
                then()

        choose_file(
            self,
            tr("Choose the file with tracked changes, or what a group handed over"),
            chosen,
            start=str(self._path.parent) if self._path else "",
            filters=f"{tr('Files with amendments')} (*.docx *.odt *{SUFFIX});;{tr('All files')} (*)",
        )

    def _read(self) -> None:
        path, language = self._path, self.language.selection[0]
        if path is None:
            return

        def job() -> TrackedFile:
            from consult_app.exchange.tracked import read_tracked

            return read_tracked(path, language)

        self.read(path, job, "reading")
        self._say_title()
        self._look()

    def show_file(self) -> None:
        """Show who wrote in the file, and what would come of it."""
        if self.file is not None and self._state is not None:
            self.authors.show_authors(self.file, self._state.assembly)
            self.take_to_side(self.authors.boxes.values())
        else:
            self.authors.clear()
        super().show_file()

    # what would come of it

    def _command(self) -> ImportAmendments | None:
        """What takes in the changes of those who have a group; None where nobody has one."""
        from consult_app.exchange.tracked import amendments_command

        if self.file is None or self._state is None or not self.authors.groups:
            return None
        text_id = chosen_id(self._state.drafting)
        return amendments_command(self.file, self.authors.groups, self._state, text_id)

    def show_preview(self) -> None:
        """Try the file on the text as it is, and show what would come of it."""
        self._found = None
        command = self._command()
        if command is not None and self._state is not None:
            try:
                self._found = self.tried(command, self._state)
            except Refused as refused:
                self.banner.show_words(say(refused.reason), "error")
            else:
                self.banner.dismiss()
        self.show_changes()
        self._look()

    def accept(self) -> None:
        """Ask for the amendments to be taken in, once every author has a group."""
        command, missing = self._command(), self.authors.missing
        if command is None or self._found is None:
            return
        if missing:
            self.banner.show_words(
                tr(
                    "Say whose amendments these are, or that they are left out: {names}",
                    names=", ".join(missing),
                ),
                "warn",
            )
            self.authors.boxes[missing[0]].setFocus()
            return
        self.asked.emit(command)

    def _look(self) -> None:
        count = len(self._found.changes) if self._found else 0
        self.accept_button.setEnabled(count > 0)
        if self.busy:
            self.changes_title.setText(tr("Reading…"))
        elif self.file is not None and not self.authors.groups:
            self.changes_title.setText(tr("Choose a group on the left to see what would come of the changes"))
        else:
            self.changes_title.setText(tr_n("{n} amendment", "{n} amendments", count))
        said = [*(self.file.warnings if self.file else ()), *(self._found.warnings if self._found else ())]
        self.show_warnings([say(each) for each in said])

    def retranslate(self) -> None:
        """Set every word anew; who was chosen stays chosen."""
        super().retranslate()
        self._say_title()
        self.side_title.setText(tr("Who wrote them"))
        self.language.set_words(tr("Language of the file"), dict(NAMES))
        if self.file is not None and self._state is not None:
            self.authors.show_anew(self.file, self._state.assembly)
            self.take_to_side(self.authors.boxes.values())
            self.show_preview()
        self._look()

    def _say_title(self) -> None:
        self.set_title(tr("Amendments in a Word file"))
