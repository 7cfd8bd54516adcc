"""Rules that were changed in the fields and not set yet, said so that they can be gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from consult_app.drafting.text.nodes import seen
from consult_app.journal.jottings import Scratch
from consult_app.meetings.reasons import BadRules
from consult_app.meetings.setting_up.rule_checks import changed

if TYPE_CHECKING:
    from consult_app.meetings.kept.rules import Rules
    from consult_app.ui.meeting.rules_panel import RulesPanel

WHAT = "rules"


def written(panel: RulesPanel) -> Scratch | None:
    """The changes that stand in the fields of *panel*, each rule in words; None where there are none."""
    command = panel.command()
    if command is None:
        return None
    rows = [row for card in panel.cards.values() for row in card.rows.values() if row.pending]
    words = [f"{row.label.text()}: {row.editor.say(row.value)}" for row in rows]
    extra = {
        "what": WHAT,
        "form": WHAT,
        "preset": command.preset,
        "changes": msgspec.to_builtins(command.changes),
        "reason": command.reason,
        "began": _print(panel.held),
    }
    return Scratch(WHAT, "\n".join((*words, *([command.reason] if command.reason else []))), extra)


def take_up(panel: RulesPanel, found: Scratch) -> bool:
    """Put the changes that were *found* into the fields of *panel*; false where the rules were set since, or
    where they are none that this version knows."""
    changes = found.extra.get("changes", {})
    start = panel.begin_with(str(found.extra.get("preset", "")))
    panel.reason.setText(str(found.extra.get("reason", "")))
    try:
        shown = changed(start, changes)
    except BadRules:
        return False
    for card in panel.cards.values():
        card.show_changed(shown, source="basis" in changes.get(card.section.source or "", {}))
    return found.extra.get("began") == _print(panel.held)


def _print(rules: Rules) -> str:
    return seen(msgspec.json.encode(rules).decode())


__all__ = ["WHAT", "take_up", "written"]
