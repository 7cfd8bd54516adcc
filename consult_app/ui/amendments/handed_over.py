"""What a group's coordinator handed over, shown at the desk before it is handed in: from whom, what would
come of each amendment on the text as it is today, and what to know. All of it is taken in in one row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from consult_app.meetings.reasons import Refused
from consult_app.ui.amendments.coming_in import ComingIn
from consult_app.ui.amendments.refusals import LATE
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import say, tr, tr_n
from consult_app.ui.parts.panels import FormRow
from consult_app.ui.stamps import stamp as stamp_words

if TYPE_CHECKING:
    from consult_app.desk import Desk
    from consult_app.drafting.coordinator.handing_over import HandOver
    from consult_app.drafting.coordinator.taking_in import TakeInAmendments
    from consult_app.exchange.importing import Preview

_PAUSE = 200


class HandedOver(ComingIn["HandOver"]):
    """The preview. Signals: ``another()`` when another file is to be chosen."""

    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.late = False
        """Whether the amendments come after the deadline, so that the page asks why."""
        self.why_field = QLineEdit()
        self.why = FormRow(self.why_field)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.side.addWidget(self.why)
        self.take_to_side([self.why_field])
        self.choose.clicked.connect(self.another)
        self.why_field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.show_preview)
        self.retranslate()

    def begin(self, path: Path, desk: Desk) -> None:
        """Read *path*, handed over to the meeting at *desk*."""
        self._state, self._seq, self.late = desk.state, desk.seq, False
        self.why_field.clear()

        def job() -> HandOver:
            from consult_app.exchange.handing_over import read_hand_over

            return read_hand_over(path, desk.rows(0, 1)[0].hash)

        self.read(path, job, "hand-over file")
        self.retranslate()

    def _command(self, reason: str) -> TakeInAmendments | None:
        from consult_app.exchange.handing_over import take_in_command

        if self.file is None or self._path is None:
            return None
        return take_in_command(self.file, self._path.name, reason=reason)

    @property
    def _reason(self) -> str:
        """Why they are received late; "" where they are not late, or nobody said it yet."""
        return self.why_field.text().strip() if self.late else ""

    def show_preview(self) -> None:
        """Try the file on the text as it is, and show what would come of it."""
        self._pause.stop()
        was_late = self.late
        found = self._tried(self._reason)
        if self.late and not self._reason:
            # what would come of them is seen before somebody says why they are received
            found = self._tried("?")
        elif found is not None:
            self.banner.dismiss()
        self._found = found
        self._look()
        if self.late and not was_late:
            self.why_field.setFocus()

    def _tried(self, reason: str) -> Preview | None:
        """What would come of the file; None where it is refused, which the banner says."""
        command = self._command(reason)
        if command is None or self._state is None:
            return None
        try:
            return self.tried(command, self._state)
        except Refused as refused:
            self.late = self.late or refused.rule == LATE
            self.banner.show_words(say(refused.reason), "warn")
            return None

    def accept(self) -> None:
        """Ask for the amendments to be taken in."""
        command = self._command(self._reason)
        if self.late and not self._reason:
            self.why_field.setFocus()
        elif command is not None and self._found is not None:
            self.asked.emit(command)

    def _look(self) -> None:
        self.show_changes()
        found = self._found.changes if self._found else ()
        self.accept_button.setEnabled(bool(found) and bool(self._reason or not self.late))
        self.why.setVisible(self.late)
        self.changes_title.setText(tr_n("{n} amendment", "{n} amendments", len(found)))
        self.facts.setText(self._facts())
        self.show_warnings([f"⚠ {say(each)}" for each in self._found.warnings] if self._found else ())

    def _facts(self) -> str:
        if self.file is None or self._state is None:
            return ""
        assembly, group = self._state.assembly, self.file.group
        lines = [f"{mark_of(assembly, group)} {name_of(assembly, group)}"]
        lines.append(tr("Handed over {when}", when=stamp_words(self.file.made)))
        lines.append(
            tr_n("{n} amendment in the file", "{n} amendments in the file", len(self.file.amendments))
        )
        return "\n".join(lines)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.set_title(tr("Amendments that a group handed over"))
        self.side_title.setText(tr("Who hands them over"))
        self.why.set_words(tr("Why they are received late"), tr("The meeting agrees to receive them."))
        self.show_preview()
