"""What can be decided on the node at hand, as the foot of the amendments list says it."""

from __future__ import annotations

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.text.nodes import Node
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.text.reading import Reading
from consult_app.words import term

Foot = tuple[str, str, str, str, str]


def foot_of(reading: Reading, node: Node, name: str, *, decides: bool = True) -> Foot:
    """Words, first button with its key, second button with its key; *name* is the node in a sentence. In a
    file in which the meeting does not decide (*decides* false) only words."""
    state = term("state", node.state, "paragraph", Languages.current())
    if reading.text.adopted:
        return tr("The text has been adopted as a whole."), "", "", "", ""
    stands = tr("{place}: {state}", place=capitalized(name), state=state)
    if node.deleted or not decides:
        return stands, "", "", "", ""
    if node.closed:
        return stands, "", "", tr("Reopen…"), ""
    opens = node.state == "not_opened"
    second = (tr("Open"), "O") if opens else ("", "")
    if left := len(reading.holding_up(node.id)):
        words = tr_n(
            "{place} can be adopted when its amendment is disposed of.",
            "{place} can be adopted when its amendments are disposed of.",
            left,
            place=capitalized(name),
        )
        return words, "", "", *second
    return stands, tr("Adopt {place}", place=name), "Return", *second
