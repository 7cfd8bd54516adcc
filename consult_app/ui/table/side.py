"""The right column of the Table: amendments, speakers or notes, and over them what is being recorded."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consult_app.meetings.reasons import N_
from consult_app.ui.keys import scopes_of, spell_now
from consult_app.ui.language import Retranslating, tr
from consult_app.ui.notes.panel import NotesPanel
from consult_app.ui.parts.controls import SegmentedControl
from consult_app.ui.speakers.panel import SpeakersPanel
from consult_app.ui.summaries.position_form import PositionForm
from consult_app.ui.summaries.speech_form import SpeechForm
from consult_app.ui.table.amendments_list import AmendmentsList
from consult_app.ui.voting.motion_form import MotionForm
from consult_app.ui.voting.panel import VotePanel
from consult_app.ui.voting.statement_form import StatementForm

_SEGMENTS: Final[dict[str, str]] = {
    "amendments": N_("Amendments"),
    "speakers": N_("Speakers"),
    "notes": N_("Notes"),
}


class SideColumn(Retranslating, QFrame):
    """The lists under one switch; the vote panel and the forms lie over them while they are open.

    Vote panel, forms, speakers and notes are made when they are first shown: most tables never vote.

    Signals: ``chosen(key)`` when a person chooses a list; ``made(widget)`` when one of them was made.
    """

    chosen = Signal(str)
    made = Signal(QWidget)

    def __init__(self, amendments: AmendmentsList) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._made: dict[str, QWidget] = {"amendments": amendments}
        self._noted = 0
        self.switch = SegmentedControl(tuple(_SEGMENTS), broken=True)
        self.switch.choose("amendments")
        self.switch.chosen.connect(self.chosen)
        for key in _SEGMENTS:
            # Tab leads from the text into the cards; the switch has its key
            self.switch.button(key).setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.stack = QStackedWidget()
        self.stack.addWidget(amendments)
        row = QHBoxLayout()
        row.setContentsMargins(15, 8, 15, 0)
        row.addWidget(self.switch)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.stack, 1)
        self.retranslate()

    @property
    def page(self) -> str:
        """The page in sight: ``amendments``, ``speakers``, ``notes``, ``vote``, ``motion``, ``statement``,
        ``speech_words`` or ``position_words``."""
        current = self.stack.currentWidget()
        return next(key for key, widget in self._made.items() if widget is current)

    @property
    def behind(self) -> str:
        """The list that is chosen: in sight, or behind what is open."""
        return next(iter(self.switch.selection), "amendments")

    def has(self, key: str) -> bool:
        """Whether that page was made."""
        return key in self._made

    @property
    def speakers(self) -> SpeakersPanel:
        """The list of speakers."""
        found = self._page("speakers", SpeakersPanel)
        assert isinstance(found, SpeakersPanel)
        return found

    @property
    def notes(self) -> NotesPanel:
        """The private notes."""
        found = self._page("notes", NotesPanel)
        assert isinstance(found, NotesPanel)
        return found

    @property
    def vote(self) -> VotePanel:
        """The vote panel."""
        found = self._page("vote", VotePanel)
        assert isinstance(found, VotePanel)
        return found

    @property
    def motion(self) -> MotionForm:
        """The form of motions."""
        found = self._page("motion", MotionForm)
        assert isinstance(found, MotionForm)
        return found

    @property
    def statement(self) -> StatementForm:
        """The form of statements."""
        found = self._page("statement", StatementForm)
        assert isinstance(found, StatementForm)
        return found

    @property
    def speech_words(self) -> SpeechForm:
        """The words for the report on speeches."""
        found = self._page("speech_words", SpeechForm)
        assert isinstance(found, SpeechForm)
        return found

    @property
    def position_words(self) -> PositionForm:
        """The words for the report on positions."""
        found = self._page("position_words", PositionForm)
        assert isinstance(found, PositionForm)
        return found

    def _page(self, key: str, make: type[QWidget]) -> QWidget:
        if key not in self._made:
            self._made[key] = make()
            self.stack.addWidget(self._made[key])
            self.made.emit(self._made[key])
        return self._made[key]

    def show_page(self, key: str) -> None:
        """Show the page *key*, which has been made. Raises KeyError when it has not."""
        self.stack.setCurrentWidget(self._made[key])
        if key in _SEGMENTS:
            self.switch.choose(key)

    def show_noted(self, count: int) -> None:
        """Show on the switch how many private notes there are on what is at hand."""
        if count != self._noted:
            self._noted = count
            self.retranslate()

    def retranslate(self) -> None:
        """Put the words of the switch anew."""
        words = {key: tr(said) for key, said in _SEGMENTS.items()}
        if self._noted:
            words["notes"] = tr("Notes ({n})", n=self._noted)
        self.switch.set_words(tr("Amendments, speakers or notes"), words)
        for key in _SEGMENTS:
            shipped = "Ctrl+M" if key == "notes" else "L"
            self.switch.button(key).setToolTip(spell_now(shipped, *scopes_of(self)))
