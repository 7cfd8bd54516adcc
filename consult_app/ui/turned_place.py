"""Where undo and redo lead: to the amendment or the place that the decision taken back, or done again, was
about. Whoever undoes decides anew next, and must have that before them and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from consult_app.meetings.reasons import Message

if TYPE_CHECKING:
    from consult_app.desk import Done
    from consult_app.state import State

_PLACES = ("node", "target")


def turned_place(done: Done, state: State) -> tuple[str, str]:
    """The ids of the amendment and of the node that the row turned by *done* was about, as *state* has them
    now; "" for what there is not."""
    label = done.answer.get("label")
    if not isinstance(label, Message):
        return "", ""
    drafting, said = state.drafting, str(label.values.get("amendment", ""))
    named = drafting.amendments.get(said) or (drafting.by_number(said) if said else None)
    if named is not None:
        return named.id, named.target
    node = next(filter(None, (_node(str(label.values.get(name, "")), state) for name in _PLACES)), "")
    if node:
        # one that was handed in again has the number that the row gave it, not one that it names
        back = [each for each in done.changes.amendments if each in drafting.amendments]
        about = [each for each in back if node in drafting.amendments[each].targets()]
        if label.values.get("target") and len(about) == 1:
            return about[0], node
    return "", node


def _node(said: str, state: State) -> str:
    """The node that was named by its id or, on the command line, by its label; the first of several."""
    from consult_app.drafting.text.numbering import by_label

    first = said.split(", ")[0]
    texts = state.drafting.texts.values()
    if not first or any(first in text.nodes for text in texts):
        return first
    return next((found[first] for text in texts if first in (found := by_label(text.tree))), "")


__all__ = ["turned_place"]
