"""What is being written in the register of follow-up, so that it can be opened again after a crash: the note
on an action, and an action in a person's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from consult_app.drafting.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.ui.fields import typed
from consult_app.ui.followup.adding import OWN_WORDS

if TYPE_CHECKING:
    from consult_app.ui.followup.panel import FollowupPanel
    from consult_app.ui.station import Resumed


def unsaved(panel: FollowupPanel) -> Iterator[Scratch]:
    """The note in the form that changes an action, or the words in the form that adds one."""
    side, form = panel.side.currentWidget(), panel.form
    if side is form and form.action is not None:
        note = typed(form.note).strip()
        if note and note != form.action.note:
            key = form.action.key
            extra = {"what": "action", "node": key, "action": key, "began": seen(form.action.note)}
            yield Scratch(f"note:{key}", note, extra)
    elif side is panel.adding:
        texts = {code: typed(field) for code, field in panel.adding.texts.items()}
        words = [text.strip() for text in texts.values() if text.strip()]
        if words:
            yield Scratch("new", "\n".join(words), {"what": "new action", "texts": texts})


def resume(panel: FollowupPanel, found: Scratch) -> Resumed:
    """Open the form that *found* was written in."""
    if next(unsaved(panel), None) is not None:
        return "busy"
    if found.extra.get("what") == "new action":
        panel.ask_action()
        if panel.side.currentWidget() is not panel.adding:
            return "gone"
        panel.adding.take_up(OWN_WORDS, found.extra.get("texts", {}))
        return "opened"
    panel.edit(str(found.extra.get("action", "")))
    action = panel.form.action
    if panel.side.currentWidget() is not panel.form or action is None:
        return "gone"
    if action.key != found.extra.get("action"):
        return "gone"
    panel.form.note.setPlainText(found.words)
    panel.form.note.setFocus()
    return "opened" if seen(action.note) == found.extra.get("began") else "changed"
