"""The change as it will be read, while it is written: the instruction, the tracked words, and what to know
before it is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import msgspec
from PySide6.QtWidgets import QVBoxLayout

from consult_app.drafting.handing_in.forewarning import forewarnings
from consult_app.drafting.handing_in.submission import SubmitAmendment
from consult_app.drafting.handing_in.window import RECEIVED_LATE
from consult_app.meetings.acts import Context, stamp
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.state import State, decide
from consult_app.ui.amendments.details import sentences
from consult_app.ui.amendments.forewarned import WarningLines
from consult_app.ui.amendments.passage import Passage
from consult_app.ui.amendments.refusals import LATE
from consult_app.ui.amendments.words import change_html
from consult_app.ui.belonging import tone_of
from consult_app.ui.language import Retranslating, say, tr, tr_n
from consult_app.ui.parts.controls import Label, SectionTitle
from consult_app.ui.parts.panels import Card

_MOST_PLACES = 2
"""Up to so many places the tracked words are shown; beyond, the list of sentences says enough."""


_SOME_REASON = "–"
"""Stands on trial for the reason that is not written yet."""


@dataclass(frozen=True)
class Trial:
    """What came of an amendment on trial: that it is ``late``, and what else it is ``refused`` for."""

    late: Refused | None = None
    refused: Refused | None = None


class Preview(Retranslating, Card):
    """A card that decides an amendment on trial and shows what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = SectionTitle()
        self.sentence = Passage()
        self.tracked = Passage()
        self.remark = Label("small", wrap=True)
        self.warnings = WarningLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(5)
        for widget in (self._title, self.sentence, self.remark, self.warnings, self.tracked):
            column.addWidget(widget)
        self.retranslate()

    def show_trial(self, state: State, seq: int, command: SubmitAmendment) -> Trial:
        """Decide *command* as the row after *seq*, and show what it would read like or what is in the
        way. One that comes late and does not say why yet is shown as it would be received."""
        # the time counts: an amendment may be late
        now = stamp(datetime.now(UTC))
        context = Context(seq + 1, now, counters=state.counters)
        late: Refused | None = None
        try:
            try:
                trial = decide(state, msgspec.structs.replace(command, confirm=True), context)
            except Refused as refusal:
                if refusal.rule != LATE or command.reason.strip():
                    raise
                late = refusal
                received = msgspec.structs.replace(command, confirm=True, reason=_SOME_REASON)
                trial = decide(state, received, context)
        except Refused as refusal:
            self.say(say(refusal.reason))
            return Trial(late, refusal)
        except NeedsConfirmation as question:
            self.say(say(question.why))
            return Trial(late)
        amendment = trial.state.drafting.amendments[trial.answer["id"]]
        lines = sentences(trial.state, amendment, amendment.language)
        tone = tone_of(state.assembly, amendment.by)
        few = len(amendment.targets()) <= _MOST_PLACES
        tracked = change_html(trial.state, amendment, amendment.language, tone) if few else ""
        places = len(amendment.targets())
        remark = tr_n("It changes {n} place.", "It changes {n} places.", places) if places > 1 else ""
        known = forewarnings(trial.state.drafting, state.assembly, amendment)
        warned = [each for each in trial.warnings if late is None or each.msgid != RECEIVED_LATE]
        reasons = [] if late is None else [late.reason]
        warnings = [say(warning) for warning in (*reasons, *warned, *known)]
        self.say(remark, "<br>".join(escape(line) for line in lines), tracked, warnings)
        return Trial(late)

    def say(self, remark: str, sentence: str = "", tracked: str = "", warnings: Sequence[str] = ()) -> None:
        """Show *remark*, as rich text the instruction and the tracked words, and the *warnings*, one a line;
        "" hides each."""
        self.warnings.show_lines(warnings)
        for label, words in ((self.sentence, sentence), (self.tracked, tracked), (self.remark, remark)):
            label.setText(words)
            label.setVisible(bool(words))

    def retranslate(self) -> None:
        """Name the card."""
        self._title.setText(tr("As it will be read"))
