"""The Meeting station in four sections: meeting data with the text, rules, agenda, sittings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.changes import Changes
from consult_app.desk import Done, Refusal
from consult_app.exchange.importing import import_command
from consult_app.exchange.parsed import Parsed
from consult_app.meetings.acts import LANGUAGES, Command
from consult_app.meetings.papers.documents import find_document
from consult_app.meetings.proceedings.agenda_import import ImportAgenda
from consult_app.meetings.proceedings.sitting import CloseSitting
from consult_app.meetings.reasons import N_
from consult_app.ui.choosing_files import choose_file
from consult_app.ui.chosen_text import ChosenText, chosen_id, chosen_text
from consult_app.ui.forms.kept_form import Kept
from consult_app.ui.keys import spell_now
from consult_app.ui.language import Languages, language_said, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.meeting.agenda_panel import AgendaPanel
from consult_app.ui.meeting.form import MeetingForm
from consult_app.ui.meeting.governing_body_form import GoverningBodyForm
from consult_app.ui.meeting.import_page import ImportPage
from consult_app.ui.meeting.rules_panel import RulesPanel
from consult_app.ui.meeting.sittings_panel import SittingsPanel
from consult_app.ui.meeting.text_card import TextCard
from consult_app.ui.papers.paper_reading import choose_paper, read_paper
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.working import WorkingStation

if TYPE_CHECKING:
    from consult_app.exchange.reference import Reference

SECTIONS: Final = {
    "data": N_("Meeting data"),
    "rules": N_("Rules"),
    "agenda": N_("Agenda"),
    "sittings": N_("Sittings"),
    "governing_body": N_("Governing Body"),
}
"""The sections in their order, reached with Alt+1 to Alt+5."""
_CLEAR: Final = 18
_ABREAST: Final = 700
"""So much room the particulars and the text need side by side."""


class MeetingStation(WorkingStation):
    """One section at a time under their segments; the import takes the whole page."""

    key = "meeting"
    icon = "meeting"

    def __init__(self) -> None:
        super().__init__()
        self.sections = SegmentedControl(SECTIONS)
        self.sections.choose("data")
        self.form = MeetingForm()
        self.text = TextCard()
        self.rules = RulesPanel()
        self.agenda = AgendaPanel()
        self.sittings = SittingsPanel()
        self.governing_body = GoverningBodyForm()
        self.importing = ImportPage()
        self.pages = QStackedWidget()
        self._shown = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        # from the outside in: whatever gets a parent is styled anew with all that is in it already
        outer = QVBoxLayout(self.page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self._overview = QWidget()
        self.pages.addWidget(self._overview)
        self.pages.addWidget(self.importing)
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(_CLEAR, 0, _CLEAR, 0)
        column.addLayout(head)
        head.addWidget(self.sections)
        head.addStretch(1)
        column.addWidget(self._shown, 1)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        self._pair = row = QHBoxLayout(inside)
        row.setContentsMargins(_CLEAR, 0, _CLEAR, 16)
        row.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.form, 9, top)
        row.addWidget(self.text, 7, top)
        around = QWidget()
        around.setProperty("surface", "clear")
        alone = QHBoxLayout(around)
        alone.setContentsMargins(_CLEAR, 0, _CLEAR, 16)
        alone.addWidget(self.governing_body, 0, top)
        self._of: dict[str, QWidget] = {
            "data": scrolled(inside),
            "rules": self.rules,
            "agenda": self.agenda,
            "sittings": self.sittings,
            "governing_body": scrolled(around),
        }
        for page in self._of.values():
            self._shown.addWidget(page)

    def _connect(self) -> None:
        self.sections.chosen.connect(self.show_section)
        Theme.instance().changed.connect(self._fit)
        self.form.asked.connect(self._set_meeting)
        self.rules.asked.connect(self._set_rules)
        self.agenda.asked.connect(lambda command: self._asked_in(self.agenda, command))
        self.agenda.paper_asked.connect(self.ask_points)
        self.sittings.asked.connect(self._sitting_asked)
        self.governing_body.asked.connect(self._set_governing_body)
        self.text.asked.connect(self.perform)
        self.text.import_asked.connect(self.ask_text)
        self.text.further_asked.connect(self.ask_further)
        self.importing.import_asked.connect(self._import)
        self.importing.left.connect(self.show_overview)
        for place, (section, words) in enumerate(SECTIONS.items(), start=1):
            self.add_key(f"Alt+{place}", words, partial(self.show_section, section), self)
        self.add_key("Ctrl+I", N_("Import the text"), self.ask_text, self)
        for section, panel in (("agenda", self.agenda), ("sittings", self.sittings)):
            for key, words, act in panel.acts():
                self.add_key(key, words, partial(self._act_in, section, act), panel.left)
        self.add_key("Ctrl+Return", N_("Set the rules"), self.rules.attempt, self.rules)
        self.add_key("Esc", N_("Leave the import"), self.show_overview, self.importing)
        self.add_key("Ctrl+Return", N_("Import what is shown"), self.importing.accept, self.importing)

    @Slot()
    def _fit(self) -> None:
        """Have the particulars and the text abreast where there is room for both."""
        abreast = self.width() >= fonts.pixels(_ABREAST)
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if abreast else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: there is room for both, or there is not."""
        super().resizeEvent(event)
        self._fit()

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Meeting")

    @property
    def section(self) -> str:
        """The section in sight."""
        return self.sections.selection[0]

    def show_section(self, section: str) -> None:
        """Bring *section* into sight and give it the focus. Raises KeyError."""
        self.sections.choose(section)
        self._shown.setCurrentWidget(self._of[section])
        self.show_overview()
        self.first_focus().setFocus()

    def _act_in(self, section: str, act: Callable[[], object]) -> None:
        if self.desk is not None:
            if self.section != section:
                self.show_section(section)
            act()

    def first_focus(self) -> QWidget:
        """Return where work begins in the section in sight; in the data, at the text where there is none."""
        if self.section == "rules":
            return self.rules.first_focus
        if self.section == "agenda":
            return self.agenda.first_focus
        if self.section == "sittings":
            return self.sittings.first_focus
        if self.section == "governing_body":
            return self.governing_body.symbol
        if self.desk is not None and not self.state.drafting.texts:
            return self.text.import_button
        return self.form.fields["titles", Languages.current()]

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk* and show its meeting; what was typed for another is given up."""
        self.show_overview()
        super().bind(desk)
        if desk is not None:
            self.form.put_back()
            self.rules.put_back()
            self.governing_body.put_back()
            self.agenda.side.setCurrentWidget(self.agenda.details)
            self.sittings.side.setCurrentWidget(self.sittings.group)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show what changed of the meeting's data, its rules, agenda, sittings and text."""
        if self.desk is None:
            return
        state = self.state
        every = not isinstance(changes, Changes)
        touched = changes if isinstance(changes, Changes) else Changes(0)
        if every or touched.meeting:
            self.form.show_meeting(state.assembly.meeting)
        if every or touched.meeting or touched.votes:
            self.rules.show_assembly(state.assembly)
        if every or touched.governing_body or touched.meeting:
            self.governing_body.show_state(state)
        if every or touched.sittings or touched.people or touched.agenda:
            self.sittings.show_assembly(state.assembly)
        text = chosen_text(state.drafting)
        if every or touched.agenda or text is not self.text.text:
            self.agenda.show_state(state)
        if every or touched.structure or text is not self.text.text:
            self.text.show_text(text, state.drafting)
            self.text.renumbering.offer(state, self.desk.seq)
            self.importing.offer(self._languages_left())

    def forms(self) -> Iterable[Kept]:
        """Return the forms of all sections."""
        sittings = self.sittings
        return (
            self.form,
            self.rules,
            self.agenda.form,
            sittings.form,
            sittings.group_form,
            self.governing_body,
        )

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Bring the section of the form *what* into sight, with the form on what it was about."""
        agenda = what == self.agenda.form.what
        alone = {form.what: key for key, form in self._alone.items()}
        self.show_section(alone.get(what, "agenda" if agenda else "sittings"))
        if what in alone:
            return True
        return self.agenda.open_form(about) if agenda else self.sittings.open_form(what, about)

    @property
    def _alone(self) -> dict[str, Kept]:
        """The forms that are a section of their own."""
        return {"data": self.form, "rules": self.rules, "governing_body": self.governing_body}

    # what is asked

    def _set_meeting(self, command: Command) -> None:
        self.perform(command, lambda _done: self.refresh(None), self.form.refused)

    def _set_rules(self, command: Command) -> None:
        def set_(_done: Done) -> None:
            self.refresh(None)
            self.rules.kept()

        self.perform(command, set_, self.rules.refused)

    def _set_governing_body(self, command: Command) -> None:
        def set_(_done: Done) -> None:
            self.refresh(None)
            self.governing_body.kept()

        self.perform(command, set_, self.governing_body.refused)

    def _asked_in(self, panel: AgendaPanel | SittingsPanel, command: Command) -> None:
        def done(answer: Done) -> None:
            self.refresh(None)
            panel.done(answer)

        def refused(refusal: Refusal) -> bool:
            return panel.refused(refusal)

        self.perform(command, done, refused)

    def _sitting_asked(self, command: Command) -> None:
        if isinstance(command, CloseSitting):
            self.ask(
                tr("Once the sitting is closed, what was decided in it cannot be undone, only reopened."),
                tr("Close the sitting"),
                partial(self.perform, command),
            )
        else:
            self._asked_in(self.sittings, command)

    # points for discussion from a paper

    def ask_points(self) -> None:
        """Let the person choose a background paper whose points for discussion become the agenda."""
        choose_paper(self, self.read_points)

    def read_points(self, path: Path) -> None:
        """Read the points for discussion that the paper in *path* suggests, and ask before they are taken."""
        read_paper(self, path, partial(self._points_read, path), lambda words: self.tell(words, "error"))

    def _points_read(self, path: Path, found: Reference) -> None:
        if not found.topics:
            self.tell(tr("No points for discussion were found in {file}.", file=path.name), "warn")
            return
        language = found.document.languages[0] if found.document.languages else "en"
        points = sum(len(topic.points) for topic in found.topics)
        items = tr_n("{n} item", "{n} items", len(found.topics))
        said = tr_n("{n} point for discussion", "{n} points for discussion", points)
        self.ask(
            tr(
                "{file} suggests {items} with {points} ({language}). The paper is registered as well.",
                file=path.name,
                items=items,
                points=said,
                language=language_said(language),
            ),
            tr("Take them"),
            partial(self._take_points, found, ImportAgenda(language=language, topics=found.topics)),
        )

    def _take_points(self, found: Reference, command: ImportAgenda) -> None:
        def taken(_done: Done) -> None:
            known = find_document(self.state.assembly, found.document.symbol or "")
            if known is None:
                self.perform(found.document)

        self.perform(command, taken)

    # the text

    def ask_text(self) -> None:
        """Let the person choose the file of the text, and show how it was read."""
        if self.desk is not None and self._languages_left():
            self._ask_file(further=False)

    def ask_further(self) -> None:
        """Let the person choose the file of a further text of the meeting."""
        if self.desk is not None:
            self._ask_file(further=bool(self.state.drafting.texts))

    def _ask_file(self, *, further: bool) -> None:
        choose_file(
            self,
            tr("Choose the text"),
            partial(self.preview, further=further),
            filters=tr("Texts (*.docx *.odt *.txt);;All files (*)"),
        )

    def _languages_left(self) -> tuple[str, ...]:
        text = chosen_text(self.state.drafting)
        return tuple(code for code in LANGUAGES if text is None or code not in text.languages)

    def preview(self, path: Path, *, further: bool = False) -> None:
        """Show how *path* is read, in the first language that the text is not there in yet; a *further* text
        of the meeting is not there in any."""
        left = LANGUAGES if further else self._languages_left()
        self.importing.ask_kind(further or not self.state.drafting.texts, further=further)
        named = next((code for code in left if f".{code}." in path.name.lower()), left[0])
        self.importing.offer(left)
        self.importing.begin(path, named)
        self.importing.retranslate()
        self.pages.setCurrentWidget(self.importing)
        self.importing.repairs.setFocus()

    def _import(self, parsed: Parsed) -> None:
        kind, drafting = self.importing.kind, self.state.drafting
        text_id = "" if kind is not None else chosen_id(drafting)

        def imported(done: Done) -> None:
            ChosenText.instance().choose(str(done.answer["text_id"]))
            self.show_overview()

        self.perform(import_command(parsed, self.state, text_id, kind), imported)

    def show_overview(self) -> None:
        """Show the meeting again."""
        self.pages.setCurrentWidget(self._overview)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.sections.set_words(
            tr("Sections of the meeting"), {key: tr(words) for key, words in SECTIONS.items()}
        )
        for place, key in enumerate(SECTIONS, start=1):
            self.sections.button(key).setToolTip(spell_now(f"Alt+{place}", self.key))
        if self.desk is not None:
            self.refresh(None)
