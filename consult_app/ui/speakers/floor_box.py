"""Who has the floor, with the clock that runs; only the clock is painted anew each second."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.speaking import Speech
from consult_app.ui.language import Languages, Retranslating, tr
from consult_app.ui.parts.controls import Label, PrimaryButton, QuietButton, set_property
from consult_app.ui.parts.lines import BrokenLine
from consult_app.ui.seconds import to_next_second
from consult_app.ui.speakers.candidates import speaker_words
from consult_app.ui.speakers.clock import clock, now
from consult_app.ui.text.ink import Ink, InkLabel, look_of
from consult_app.words import term


class FloorBox(Retranslating, QFrame):
    """Name, group and clock of who has the floor.

    Signals: ``next_asked()``, ``end_asked()``, ``pause_asked()`` (stop the clock, or let it go on).
    """

    next_asked = Signal()
    end_asked = Signal()
    pause_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._assembly: Assembly | None = None
        self.speech: Speech | None = None
        self._head = Label("section")
        self._who = InkLabel("strong")
        self._who.setWordWrap(True)
        self.figure, self.words = Label("title"), Label("small", wrap=True)
        self.next_button, self.end_button, self.pause_button = PrimaryButton(), QuietButton(), QuietButton()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.tick)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(3)
        line = QHBoxLayout()
        line.addWidget(self.figure)
        line.addWidget(self.words, 1)
        line.setSpacing(10)
        buttons = BrokenLine(6)
        buttons.setContentsMargins(0, 5, 0, 0)
        buttons.add(self.next_button, 1)
        buttons.add(self.end_button)
        buttons.add(self.pause_button)
        for widget in (self._head, self._who):
            box.addWidget(widget)
        box.addLayout(line)
        box.addWidget(buttons)
        self.next_button.clicked.connect(self.next_asked)
        self.end_button.clicked.connect(self.end_asked)
        self.pause_button.clicked.connect(self.pause_asked)
        self.retranslate()

    def show_floor(self, assembly: Assembly) -> None:
        """Show who has the floor in *assembly*."""
        self._assembly, self.speech = assembly, assembly.speaking.now
        self.retranslate()
        self._run()

    def _run(self) -> None:
        if self.speech is not None and self.speech.running and self.isVisible():
            self.timer.start(to_next_second())
        else:
            self.timer.stop()

    @Slot()
    def tick(self) -> None:
        """Set the clock: two labels, nothing else."""
        if self.speech is None:
            return
        shown = clock(self.speech, now())
        self.figure.setText(shown.figure)
        if self.words.text() != shown.words:
            self.words.setText(shown.words)
        for label in (self.figure, self.words):
            set_property(label, "tone", shown.tone)
        self.figure.setAccessibleName(" ".join(part for part in (shown.figure, shown.words) if part))
        self._run()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: the clock goes on where it was."""
        super().showEvent(event)
        self.tick()
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's override: nobody looks at the clock."""
        super().hideEvent(event)
        self.timer.stop()

    def retranslate(self) -> None:
        """Put name, kind and buttons anew."""
        speech, assembly = self.speech, self._assembly
        waiting = assembly is not None and assembly.speaking.next is not None
        self.next_button.set_words(tr("Next speaker"), "F8")
        self.end_button.set_words(tr("End"), "F9")
        running = speech is None or speech.running
        self.pause_button.set_words(tr("Stop the clock") if running else tr("Let it run"))
        self.next_button.setEnabled(waiting)
        self.end_button.setVisible(speech is not None)
        self.pause_button.setVisible(speech is not None)
        head = tr("Has the floor")
        for label in (self.figure, self.words):
            label.setVisible(speech is not None)
        if speech is None or assembly is None:
            self._head.setText(head)
            self._who.show_inks(Ink(tr("Nobody"), tone="dim"))
            self.setAccessibleName(tr("Nobody has the floor"))
            return
        speaker = speech.speaker
        if speaker.kind != "speaker":
            head = f"{head} · {capitalized(term('kind', speaker.kind, 'speech', Languages.current()))}"
        self._head.setText(head)
        look = look_of(assembly, speaker.on_behalf_of or speaker.who)
        said = speaker_words(assembly, speaker)
        self._who.show_inks(Ink(f"{look.mark} {said}", look, strong=True))
        self.setAccessibleName(f"{head}: {said}")
        self.tick()
