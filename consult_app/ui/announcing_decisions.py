"""A decision said aloud once its row is on disk: what was decided, undone or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from consult_app.ui.announcing import announce, listening
from consult_app.ui.language import tr
from consult_app.ui.undo_words import undo_words

if TYPE_CHECKING:
    from consult_app.desk import Desk


def announce_row(widget: QWidget, desk: Desk) -> None:
    """Have the last row of *desk* read out, where somebody listens."""
    if listening():
        announce(widget, decision_words(desk))


def decision_words(desk: Desk) -> str:
    """What the last row did, in the window's language: "Decision 41 saved: adopt D.12"."""
    from consult_app.replay import command_of, label_of
    from consult_app.state import Redo, Undo

    row = desk.last_row()
    if row is None:
        return ""
    command = command_of(row)
    if isinstance(command, Undo):
        return tr("Undone: {what}", what=undo_words(desk.redo_label(), desk.state))
    if isinstance(command, Redo):
        again = undo_words(desk.undo_label(), desk.state)
        # what cannot be undone, such as the closing of a sitting, gives no label
        return tr("Done again: {what}", what=again) if again else tr("Redo")
    return tr("Decision {seq} saved: {what}", seq=row.seq, what=undo_words(label_of(row), desk.state))


__all__ = ["announce_row", "decision_words"]
