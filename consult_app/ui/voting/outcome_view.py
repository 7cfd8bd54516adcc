"""What a vote would come to, under the count; and once it is recorded, its sentence in three languages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.votes import Vote
from consult_app.publishing.formulas.results import of_vote
from consult_app.ui.announcing import announce
from consult_app.ui.language import NAMES, Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, SectionTitle, set_property
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.together import figures_together
from consult_app.ui.voting.saying import Said


class OutcomeView(QFrame):
    """The lines of :class:`Said`, one label each; only what differs is set anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._outcome = Label("heading", wrap=True)
        self._figures = Label("strong", wrap=True)
        self._quorum = Label(wrap=True)
        self._warnings = Label(wrap=True)
        self._remarks = Label("small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 9, 12, 10)
        box.setSpacing(3)
        for label in (self._outcome, self._figures, self._quorum, self._warnings, self._remarks):
            box.addWidget(label)
        self.shown = Said()

    def show_said(self, said: Said) -> None:
        """Show *said*; without any line nothing is seen."""
        self.shown = said
        remarks = "\n".join(said.remarks)
        warnings = "\n".join(f"▲ {each}" for each in said.warnings)
        for label, words in (
            (self._outcome, said.outcome),
            (self._figures, said.figures),
            (self._quorum, said.quorum),
            (self._warnings, warnings),
            (self._remarks, remarks),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        set_property(self._outcome, "tone", said.tone)
        set_property(self._warnings, "tone", "warn")
        set_property(self._quorum, "tone", "warn" if said.tone == "warn" else "")
        self.setVisible(bool(said.spoken))
        self.setAccessibleName(said.spoken)


class RecordedView(Retranslating, QWidget):
    """The result sentence of the vote that was recorded, in three languages, to be copied.

    Signals: ``left()``; ``next_round_asked()`` after an election that goes on.
    """

    left = Signal()
    next_round_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.vote: Vote | None = None
        self._heads = {language: SectionTitle(NAMES[language]) for language in LANGUAGES}
        self.sentences = {language: Label(wrap=True) for language in LANGUAGES}
        self.copy_button, self.done_button = QuietButton(), PrimaryButton()
        self.round_button = QuietButton()
        self._copied = Label("small")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for language, label in self.sentences.items():
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            box.addWidget(self._heads[language])
            box.addWidget(label)
            box.addSpacing(6)
        row = BrokenLine(6)
        row.add(self.copy_button)
        row.add(self.round_button)
        row.add_stretch()
        row.add(self.done_button)
        box.addWidget(row)
        box.addWidget(self._copied)
        box.addStretch(1)
        self.copy_button.clicked.connect(self.copy)
        self.done_button.clicked.connect(self.left)
        self.round_button.clicked.connect(self.next_round_asked)
        self.retranslate()

    def show_vote(self, vote: Vote) -> None:
        """Show the result of *vote*."""
        self.vote = vote
        self._copied.setText("")
        for language, label in self.sentences.items():
            sentence = of_vote(vote, language)
            label.setText(figures_together(sentence))
            label.setAccessibleName(f"{NAMES[language]}: {sentence}")
        self.round_button.setVisible(vote.outcome == "next_round")
        announce(self, of_vote(vote, Languages.current()))

    @Slot()
    def copy(self, _checked: bool = False) -> None:
        """Put the three sentences on the clipboard, a paragraph each."""
        if self.vote is None:
            return
        words = "\n\n".join(of_vote(self.vote, language) for language in LANGUAGES)
        QApplication.clipboard().setText(words)
        self._copied.setText(tr("Copied in three languages."))

    def retranslate(self) -> None:
        """Put the words of the buttons anew; the sentences are in their own languages."""
        self.copy_button.set_words(tr("Copy"), "C")
        self.round_button.set_words(tr("Next round"))
        self.done_button.set_words(tr("Done"), "Esc")
        self._copied.setText("")
