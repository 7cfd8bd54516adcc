"""Amendments out of a Word file with tracked changes: whose they are, and what would come of them.

The names in the file prove nothing: a person says for each author which group they stand for. Nothing is
in the meeting before the button is pressed, and then all of it in one row.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consult_app.drafting.handing_over import SUFFIX
from consult_app.exchange.errors import Unreadable
from consult_app.meetings.reasons import Refused
from consult_app.ui import fonts
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.chosen_text import chosen_id, chosen_text
from consult_app.ui.controls import (
    Elided,
    HairLine,
    Label,
    PrimaryButton,
    QuietButton,
    SectionTitle,
    SegmentedControl,
)
from consult_app.ui.fields import ChoiceBox
from consult_app.ui.language import NAMES, Languages, Retranslating, say, tr, tr_n
from consult_app.ui.lines import BrokenLine
from consult_app.ui.panels import Banner, clear_layout
from consult_app.ui.waiting import in_background, when_done

if TYPE_CHECKING:
    from consult_app.exchange.importing import Preview
    from consult_app.exchange.tracked import TrackedFile
    from consult_app.state import State

_NOBODY, _LEFT_OUT = "", "-"


class TakingIn(Retranslating, QWidget):
    """The preview. Signals: ``asked(command)`` when the amendments are to be taken in; ``left()``;
    ``handed_over(path)`` when a file was chosen that a group handed over."""

    asked = Signal(object)
    handed_over = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file: TrackedFile | None = None
        self._path: Path | None = None
        self._state: State | None = None
        self._seq = 0
        self._reading = 0
        self._busy = False
        self._found: Preview | None = None
        self.heading = Elided("title")
        self.language = SegmentedControl(NAMES)
        self.choose = QuietButton()
        self.leave_button, self.accept_button = QuietButton(), PrimaryButton()
        self.banner = Banner()
        self.authors_title, self.changes_title = SectionTitle(), SectionTitle()
        self.changes_title.setWordWrap(True)
        self.authors = QWidget()
        self.whose: dict[str, ChoiceBox] = {}
        self.changes = QWidget()
        self.warnings = Label("small", wrap=True)
        self._lay_out()
        self.choose.clicked.connect(self.ask_file)
        self.language.chosen.connect(lambda _code: self._read())
        self.leave_button.clicked.connect(self.left)
        self.accept_button.clicked.connect(self.accept)
        self.retranslate()

    def _lay_out(self) -> None:
        head = BrokenLine(10)
        head.add(self.heading, 1)
        for widget in (self.language, self.choose, self.leave_button, self.accept_button):
            head.add(widget)
        self.authors.setProperty("surface", "clear")
        grid = QGridLayout(self.authors)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        side = QVBoxLayout()
        side.setContentsMargins(14, 12, 14, 12)
        side.setSpacing(10)
        side.addWidget(self.authors_title)
        side.addWidget(self.authors)
        side.addWidget(self.warnings)
        side.addStretch(1)
        self.changes.setProperty("surface", "clear")
        listed = QGridLayout(self.changes)
        listed.setContentsMargins(0, 6, 14, 14)
        listed.setHorizontalSpacing(16)
        listed.setVerticalSpacing(14)
        listed.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.changes)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # with nothing in it to press, the arrows must scroll it
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setProperty("role", "page")
        main = QVBoxLayout()
        main.setContentsMargins(14, 12, 14, 0)
        main.addWidget(self.changes_title)
        main.addWidget(self._scroll, 1)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addLayout(side, 2)
        panes.addWidget(HairLine(vertical=True))
        panes.addLayout(main, 3)
        surface = QFrame()
        surface.setProperty("role", "card")
        surface.setLayout(panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.banner)
        column.addWidget(surface, 1)

    # the file

    def show_state(self, state: State, seq: int) -> None:
        """Preview on *state*, as the row after *seq*."""
        self._state, self._seq = state, seq
        text = chosen_text(state.drafting)
        for code in NAMES:
            self.language.button(code).setEnabled(text is not None and code in text.languages)
        if self.file is not None:
            self._preview()

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
        self._reading += 1
        self._busy, self.file, self._found = True, None, None
        self.banner.dismiss()
        self._look()

        def job() -> TrackedFile:
            from consult_app.exchange.tracked import read_tracked

            return read_tracked(path, language)

        turn = self._reading
        when_done(
            in_background(job, "reading"), self, partial(self._was_read, turn), partial(self._failed, turn)
        )

    def _was_read(self, turn: int, file: TrackedFile) -> None:
        if turn == self._reading:
            self.file, self._busy = file, False
            self._show_authors()
            self._preview()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._reading:
            return
        self._busy = False
        if not isinstance(error, Unreadable):
            raise error
        clear_layout(self.authors)
        self.whose = {}
        self._clear_changes()
        self.banner.show_words(say(error.message), "error")
        self._look()

    # whose they are

    def _show_authors(self) -> None:
        from consult_app.exchange.tracked import likely_group

        clear_layout(self.authors)
        self.whose = {}
        grid = self.authors.layout()
        if self.file is None or self._state is None or not isinstance(grid, QGridLayout):
            return
        for row, author in enumerate(self.file.authors):
            named = Label("strong", author or tr("Without a name"), wrap=True)
            count = sum(part.changes for part in self.file.parts if part.author == author)
            counted = Label("small", tr_n("{n} tracked change", "{n} tracked changes", count))
            box = ChoiceBox()
            box.setAccessibleName(tr("Whose amendments: {author}", author=author))
            box.addItem(tr("Choose the group…"), _NOBODY)
            likely = likely_group(author, self._state.assembly)
            # only put first, never taken: a name in a file proves nothing
            for actor, shown in sorted(self._actors(), key=lambda each: each[0] != likely):
                box.addItem(tr("{name}, probably", name=shown) if actor == likely else shown, actor)
            box.addItem(tr("Leave these changes out"), _LEFT_OUT)
            box.currentIndexChanged.connect(lambda _at: self._preview())
            grid.addWidget(named, row * 2, 0)
            grid.addWidget(counted, row * 2 + 1, 0)
            grid.addWidget(box, row * 2, 1, 2, 1)
            self.whose[author] = box

    def _actors(self) -> list[tuple[str, str]]:
        if self._state is None:
            return []
        assembly, language = self._state.assembly, Languages.current()
        groups = [
            (g.id, f"{assembly.groups[assembly.main_group(g.id)].mark} {assembly.name_of(g.id, language)}")
            for g in assembly.groups.values()
        ]
        movers = sorted(
            (p for p in assembly.participants.values() if p.role in ("member", "substitute", "deputy")),
            key=lambda p: p.name.casefold(),
        )
        return groups + [(p.id, p.name) for p in movers]

    @property
    def groups(self) -> dict[str, str]:
        """By author, who was chosen so far."""
        chosen = {author: str(box.currentData()) for author, box in self.whose.items()}
        return {author: who for author, who in chosen.items() if who not in (_NOBODY, _LEFT_OUT)}

    # what would come of it

    def _preview(self) -> None:
        self._clear_changes()
        self._found = None
        if self.file is None or self._state is None or not self.groups:
            self._look()
            return
        from datetime import UTC, datetime

        from consult_app.exchange.importing import preview
        from consult_app.exchange.tracked import amendments_command
        from consult_app.meetings.acts import stamp

        text_id = chosen_id(self._state.drafting)
        command = amendments_command(self.file, self.groups, self._state, text_id)
        try:
            self._found = preview(
                command, self._state, self._seq, stamp(datetime.now(UTC)), Languages.current()
            )
        except Refused as refused:
            self.banner.show_words(say(refused.reason), "error")
            self._look()
            return
        self.banner.dismiss()
        grid = self.changes.layout()
        for row, change in enumerate(self._found.changes):
            number, says = Label("strong", change.number), Label(text="\n".join(change.says), wrap=True)
            says.setFont(fonts.text(15))
            says.setAccessibleName(f"{change.number}: {says.text()}")
            if isinstance(grid, QGridLayout):
                grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(says, row, 1)
                grid.setRowStretch(row, 0)
        if isinstance(grid, QGridLayout):
            grid.setRowStretch(len(self._found.changes), 1)
        self._look()

    def _clear_changes(self) -> None:
        grid = self.changes.layout()
        if isinstance(grid, QGridLayout):
            for row in range(grid.rowCount()):
                grid.setRowStretch(row, 0)
        clear_layout(self.changes)

    def accept(self) -> None:
        """Ask for the amendments to be taken in, once every author has a group."""
        from consult_app.exchange.tracked import amendments_command

        if self.file is None or self._state is None or self._found is None:
            return
        missing = [author for author, box in self.whose.items() if box.currentData() == _NOBODY]
        if missing:
            self.banner.show_words(
                tr(
                    "Say whose amendments these are, or that they are left out: {names}",
                    names=", ".join(missing),
                ),
                "warn",
            )
            self.whose[missing[0]].setFocus()
            return
        text_id = chosen_id(self._state.drafting)
        self.asked.emit(amendments_command(self.file, self.groups, self._state, text_id))

    def _look(self) -> None:
        count = len(self._found.changes) if self._found else 0
        self.accept_button.setEnabled(count > 0)
        self.authors_title.setText(tr("Who wrote them"))
        if self._busy:
            self.changes_title.setText(tr("Reading…"))
        elif self.file is not None and not self.groups:
            self.changes_title.setText(tr("Choose a group on the left to see what would come of the changes"))
        else:
            self.changes_title.setText(tr_n("{n} amendment", "{n} amendments", count))
        said = list(self.file.warnings) if self.file else []
        said += list(self._found.warnings) if self._found else []
        self.warnings.setText("\n".join(say(each) for each in said))
        self.warnings.setVisible(bool(said))

    def retranslate(self) -> None:
        """Set every word anew; who was chosen stays chosen."""
        name = self._path.name if self._path else ""
        self.heading.setText(
            tr("Amendments in {file}", file=name) if name else tr("Amendments in a Word file")
        )
        self.setAccessibleName(tr("Amendments in a Word file"))
        self.language.set_words(tr("Language of the file"), dict(NAMES))
        self.choose.set_words(tr("Another file…"))
        self.leave_button.set_words(tr("Cancel"), "Esc")
        self.accept_button.set_words(tr("Take them in"), "Ctrl+Return")
        for changes in (self.changes, self._scroll):
            changes.setAccessibleName(tr("What would be handed in"))
        if self.file is not None:
            chosen = {author: box.currentData() for author, box in self.whose.items()}
            self._show_authors()
            for author, group in chosen.items():
                box = self.whose[author]
                box.setCurrentIndex(box.findData(group))
            self._preview()
        self._look()
