"""One amendment in full: what it says, why, what stands in its way, what the groups think, its history."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from consult_app.drafting.amendments.amendment import POSITIONS, Amendment
from consult_app.drafting.amendments.effect import explained
from consult_app.drafting.deciding.floor import SecondAmendment, WithdrawAmendment
from consult_app.drafting.deciding.lifecycle import allowed
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.instructions.instruction import instruction
from consult_app.drafting.text.nodes import Step
from consult_app.drafting.translation.translating import SetTranslation
from consult_app.meetings.acts import LANGUAGES
from consult_app.state import State
from consult_app.ui.amendments.passage import Passage
from consult_app.ui.amendments.section import Section
from consult_app.ui.amendments.words import change_html, has_words, place_words, proposed_plain
from consult_app.ui.belonging import (
    MAIN_GROUPS,
    authors_words,
    mark_of,
    marked_authors,
    marked_name,
    name_of,
    tone_of,
)
from consult_app.ui.language import (
    Languages,
    Retranslating,
    language_label,
    language_said,
    number_said,
    say,
    tr,
    tr_c,
)
from consult_app.ui.leaving import Leaving
from consult_app.ui.look import fonts
from consult_app.ui.look.scaled import hold
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.stamps import stamp
from consult_app.ui.state_words import state_words
from consult_app.words import term


class AmendmentDetails(Retranslating, QScrollArea):
    """The panel at the side. Signals: ``asked(command)`` for seconding, withdrawing, translating;
    ``rewrite_asked(id)`` for a draft that is to be written anew."""

    asked = Signal(object)
    rewrite_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "page")
        self._state: State | None = None
        self._id = ""
        self.translation_began = ""
        self.translation_into = ""
        self.number = Label("heading")
        self.by = Label(wrap=True)
        self.by.setTextFormat(Qt.TextFormat.RichText)
        self.standing = Label("dim", wrap=True)
        self.sentences = Passage()
        self.change = Passage()
        self.justification = Section()
        self.collisions = Section()
        self.positions = Section()
        self.history = Section()
        self.rewrite = QuietButton()
        self.second = QuietButton()
        self.withdraw = QuietButton()
        self.translate = QuietButton()
        self.seconder = ChoiceBox()
        self.confirm_seconder = PrimaryButton()
        self.language = ChoiceBox()
        self.translation = QPlainTextEdit()
        self.translation.setTabChangesFocus(True)
        self.keep_translation = PrimaryButton()
        self._seconding, self._translating = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "panel")
        self.setProperty("surface", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(2)
        head.addWidget(self.by, 1, Qt.AlignmentFlag.AlignTop)
        self._fit()
        column.addLayout(head)
        column.addWidget(self.standing)
        column.addWidget(self.sentences)
        column.addWidget(self.change)
        buttons = BrokenLine(8)
        for button in (self.rewrite, self.second, self.withdraw, self.translate):
            buttons.add(button)
        column.addWidget(buttons)
        seconding = QVBoxLayout(self._seconding)
        seconding.setContentsMargins(0, 0, 0, 0)
        choice = BrokenLine(6)
        choice.add(self.seconder, 1)
        choice.add(self.confirm_seconder)
        seconding.addWidget(choice)
        column.addWidget(self._seconding)
        translating = QVBoxLayout(self._translating)
        translating.setContentsMargins(0, 0, 0, 0)
        hold(self.translation, high=110)
        row = BrokenLine(6)
        row.add(self.language, 1)
        row.add(self.keep_translation)
        translating.addWidget(self.translation)
        translating.addWidget(row)
        column.addWidget(self._translating)
        for section in (self.collisions, self.justification, self.positions, self.history):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inside)
        for hidden in (self._seconding, self._translating):
            hidden.hide()

    def _connect(self) -> None:
        self.rewrite.clicked.connect(lambda: self.rewrite_asked.emit(self._id))
        self.second.clicked.connect(self.open_seconding)
        self.confirm_seconder.clicked.connect(self._second)
        self.withdraw.clicked.connect(self.ask_withdraw)
        self.translate.clicked.connect(self.open_translation)
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.keep_translation.clicked.connect(self._translate)
        Theme.instance().changed.connect(self._show)
        Theme.instance().changed.connect(self._fit)

    def _fit(self) -> None:
        """Set number and author on one line: the author is smaller, and may take several."""
        number = QFontMetrics(fonts.window(fonts.Size.HEAD, fonts.Weight.SEMIBOLD))
        author = QFontMetrics(fonts.window(weight=fonts.Weight.SEMIBOLD))
        self.by.setContentsMargins(0, max(0, number.ascent() - author.ascent()), 0, 0)

    def show_amendment(self, state: State, amendment: str) -> None:
        """Show the amendment with this id as it stands in *state*."""
        if amendment != self._id:
            Leaving.say()
            self._seconding.hide()
            self._translating.hide()
            self.verticalScrollBar().setValue(0)
        self._state, self._id = state, amendment
        self._show()

    def clear(self) -> None:
        """Forget the meeting."""
        self._state, self._id = None, ""

    @property
    def at_hand(self) -> Amendment | None:
        """The amendment that is shown."""
        return self._state.drafting.amendments.get(self._id) if self._state else None

    def _show(self) -> None:
        amendment, state = self.at_hand, self._state
        if amendment is None or state is None:
            return
        language = Languages.current()
        assembly = state.assembly
        said = state_words(amendment)
        self.number.setText(capitalized(number_said(amendment.number)))
        self.by.setText(marked_authors(assembly, amendment))
        facts = [said, place_words(state, amendment), language_said(amendment.language)]
        if amendment.seconded_by:
            facts.append(tr("seconded by {name}", name=name_of(assembly, amendment.seconded_by)))
        if amendment.taken_over_from:
            facts.append(tr("taken over from {name}", name=name_of(assembly, amendment.taken_over_from)))
        self.standing.setText(" · ".join(facts))
        self.sentences.setText("<br>".join(escape(line) for line in sentences(state, amendment)))
        # in the language of the words that the sentence quotes, where they are there
        quoted = language if has_words(amendment, language) else amendment.language
        tone = tone_of(assembly, amendment.by)
        marked = change_html(state, amendment, quoted, tone)
        self.change.setText(marked or change_html(state, amendment, amendment.language, tone))
        self.justification.show_lines([escape(amendment.justification)] if amendment.justification else [])
        reasons = dict.fromkeys(say(sentence) for _, sentence in explained(state.drafting, amendment))
        self.collisions.show_lines([f"⚠ {escape(reason)}" for reason in reasons])
        self.positions.show_lines(self._positions(state, amendment))
        self.history.show_lines(_history(state, amendment))
        self.setAccessibleName(f"{self.number.text()} {authors_words(assembly, amendment)}, {said}")
        # in a group's file only its own drafts are worked on
        free = state.given is None or amendment.state == "draft"
        self.rewrite.setVisible(amendment.state in ("draft", "handed_over"))
        self.second.setVisible(free and allowed("second", amendment) and not amendment.seconded_by)
        self.withdraw.setVisible(free and allowed("withdraw", amendment))
        lacks = [code for code in LANGUAGES if not has_words(amendment, code)]
        self.translate.setVisible(
            free and amendment.pending and bool(amendment.word_changes() or amendment.inserted())
        )
        self.translate.set_words(
            tr("Translate ({languages})", languages=", ".join(code.capitalize() for code in lacks))
            if lacks
            else tr("Translations"),
            "T",
        )

    def _positions(self, state: State, amendment: Amendment) -> list[str]:
        ordered = sorted(amendment.positions, key=lambda g: (*MAIN_GROUPS, g).index(g))
        language = Languages.current()
        out = []
        for group in ordered:
            position = amendment.positions[group]
            known = term("position", position, "group", language) if position in POSITIONS else position
            out.append(f"{marked_name(state.assembly, group)} <b>{escape(known)}</b>")
        return out

    def open_seconding(self) -> None:
        """Offer who may second it."""
        amendment, state = self.at_hand, self._state
        if amendment is None or state is None or not self.second.isVisibleTo(self):
            return
        self.seconder.clear()
        for who in (*state.assembly.groups, *state.assembly.participants):
            if who != amendment.by:
                self.seconder.addItem(f"{mark_of(state.assembly, who)} {name_of(state.assembly, who)}", who)
        self._translating.hide()
        self._seconding.show()
        self.seconder.setFocus()

    def _second(self) -> None:
        if self.seconder.currentData():
            self._seconding.hide()
            self.asked.emit(SecondAmendment(amendment=self._id, by=str(self.seconder.currentData())))

    def ask_withdraw(self) -> None:
        """Ask for the withdrawal; it is undone like every decision, so nothing is asked back."""
        if self.at_hand is not None and self.withdraw.isVisibleTo(self):
            self.asked.emit(WithdrawAmendment(amendment=self._id))

    def open_translation(self) -> None:
        """Offer the words in the other languages, first one that lacks."""
        amendment = self.at_hand
        if amendment is None or not self.translate.isVisibleTo(self):
            return
        self.language.blockSignals(True)
        self.language.clear()
        for code in LANGUAGES:
            if code != amendment.language:
                lack = "" if has_words(amendment, code) else tr("missing")
                name = language_label(code)
                self.language.addItem(f"{name} · {lack}" if lack else name, code)
        codes = [self.language.itemData(at) for at in range(self.language.count())]
        missing = [at for at, code in enumerate(codes) if not has_words(amendment, code)]
        self.language.setCurrentIndex(missing[0] if missing else 0)
        self.language.blockSignals(False)
        self._language_chosen()
        self._seconding.hide()
        self._translating.show()
        self.translation.setFocus()

    def _language_chosen(self) -> None:
        amendment, state = self.at_hand, self._state
        if amendment is not None and state is not None and self.language.currentData():
            Leaving.say()
            self.translation_into = str(self.language.currentData())
            self.translation_began = proposed_plain(state, amendment, self.translation_into)
            self.translation.setPlainText(self.translation_began)

    @property
    def translating(self) -> bool:
        """Whether a translation is open to be written."""
        return not self._translating.isHidden()

    @property
    def translation_written(self) -> bool:
        """Whether words of a translation stand in the field that were not there at first."""
        words = typed(self.translation)
        return self.translating and bool(words.strip()) and words != self.translation_began

    def _translate(self) -> None:
        self._translating.hide()
        self.asked.emit(
            SetTranslation(
                amendment=self._id,
                language=self.language.currentData(),
                text=typed(self.translation),
            )
        )

    def retranslate(self) -> None:
        """Set every word anew."""
        self.justification.heading.setText(tr("Justification"))
        self.collisions.heading.setText(tr("Collides"))
        self.positions.heading.setText(tr("Positions"))
        self.history.heading.setText(tr("History"))
        self.rewrite.set_words(tr("Write anew…"), "E")
        self.second.set_words(tr("Second…"), "S")
        self.withdraw.set_words(tr("Withdraw"), "W")
        self.confirm_seconder.set_words(tr("Seconds it"))
        self.seconder.setAccessibleName(tr("Seconded by"))
        self.language.setAccessibleName(tr("Language of the translation"))
        self.translation.setAccessibleName(tr("Translation of the proposed words"))
        self.keep_translation.set_words(tr("Keep the translation"))
        if self.at_hand is None:
            self.setAccessibleName(tr("Amendment"))
        self._show()


def sentences(state: State, amendment: Amendment, language: str = "") -> list[str]:
    """Return the instruction of *amendment* in the window's language or in *language*: "Replace “should”
    by “may”"."""
    text = state.drafting.texts[amendment.text_id]
    style = state.assembly.meeting.rules.numbering
    return instruction(state.drafting, text, amendment, language or Languages.current(), style)


def _history(state: State, amendment: Amendment) -> list[str]:
    """The steps in words; what happened first was not that it waited."""
    said = [state_words(amendment, step.to) for step in amendment.history]
    if amendment.history and amendment.history[0].to == "queued":
        said[0] = tr_c("first step of an amendment", "submitted")
    return [_step_words(state, step, words) for step, words in zip(amendment.history, said, strict=True)]


def _step_words(state: State, step: Step, said: str) -> str:
    parts = [said]
    if step.by:
        parts.append(number_said(name_of(state.assembly, step.by)))
    parts.append(stamp(step.at))
    if step.sitting:
        parts.append(tr("sitting {number}", number=step.sitting).replace(" ", NO_BREAK))
    if step.reason:
        parts.append(step.reason)
    # where the line is too long it ends before the point, which stands with what follows it
    return escape(f" ·{NO_BREAK}".join(parts))
