"""What can be decided on the node at hand, as the foot of the amendments list says it."""

from __future__ import annotations

from typing import Final

from consult_app.drafting.house_style.house import capitalized, list_of
from consult_app.drafting.text.nodes import Node
from consult_app.ui.language import Languages, number_said, tr, tr_n
from consult_app.ui.text.reading import Reading
from consult_app.words import term

Foot = tuple[str, str, str, str, str]

_NAMED: Final = 3
"""How many amendments are named before the rest is only counted."""


def foot_of(reading: Reading, node: Node, name: str, named: str, *, decides: bool = True) -> Foot:
    """Words, first button with its key, second button with its key; *name* is the node in a sentence, *named*
    as the object of a verb. In a file in which the meeting does not decide (*decides* false) only words."""
    state = term("state", node.state, "paragraph", Languages.current())
    if reading.text.adopted:
        return tr("The text has been adopted as a whole."), "", "", "", ""
    stands = tr("{place}: {state}", place=capitalized(name), state=state)
    if not decides:
        return stands, "", "", "", ""
    if node.closed:
        goes_on = any(not each.closed for each in reading.text)
        first = tr("Next passage to adopt") if goes_on else tr("Adopt the text as a whole")
        return stands, first, "Return", "" if node.deleted else tr("Reopen…"), ""
    opens = node.state == "not_opened"
    second = (tr("Open"), "O") if opens else ("", "")
    if held := _holding_up(reading, node):
        words = tr_n(
            "{place} can be adopted when {amendments} is disposed of.",
            "{place} can be adopted when {amendments} are disposed of.",
            len(held),
            place=capitalized(name),
            amendments=_said(held),
        )
        return words, "", "", *second
    return stands, tr("Adopt {place}", place=named), "Return", *second


def _holding_up(reading: Reading, node: Node) -> list[str]:
    """The numbers of the amendments that keep *node* from being adopted, those to it in order of discussion
    before those to what it stands under."""
    held = {amendment.id: amendment.number for amendment in reading.holding_up(node.id)}
    own = [held.pop(each.id) for each in reading.pending(node.id) if each.id in held] if held else []
    return [*own, *held.values()]


def _said(numbers: list[str]) -> str:
    """Name them all ("D.3 and D.11"), or of many the first, with a count ("D.3 and 4 others")."""
    said = [number_said(number, "within") for number in numbers]
    if len(said) <= _NAMED:
        return list_of(said, Languages.current())
    return tr_n("{first} and {n} other", "{first} and {n} others", len(said) - 1, first=said[0])
