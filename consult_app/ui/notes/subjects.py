"""What a private note is about: the meeting, a node or an amendment, by ids that never change."""

from __future__ import annotations

from typing import Final

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.state import State
from consult_app.ui.language import Languages, number_said, tr

MEETING: Final = "meeting"
_NODE: Final = "node:"
_AMENDMENT: Final = "amendment:"


def of_node(node: str) -> str:
    """The subject of notes on the node with this id."""
    return f"{_NODE}{node}"


def of_amendment(amendment: str) -> str:
    """The subject of notes on the amendment with this id."""
    return f"{_AMENDMENT}{amendment}"


def node_in(subject: str) -> str:
    """The id of the node that *subject* is; "" where it is none."""
    return subject.removeprefix(_NODE) if subject.startswith(_NODE) else ""


def amendment_in(subject: str) -> str:
    """The id of the amendment that *subject* is; "" where it is none."""
    return subject.removeprefix(_AMENDMENT) if subject.startswith(_AMENDMENT) else ""


def subject_words(state: State, subject: str) -> str:
    """What *subject* is called now, in the window's language; what is there no longer (its row was
    undone) is said to be so."""
    if subject == MEETING:
        return tr("The meeting")
    amendment = state.drafting.amendments.get(amendment_in(subject))
    if amendment is not None:
        return number_said(amendment.number)
    node = node_in(subject)
    for text in state.drafting.texts.values():
        if node in text.nodes:
            label = labels(text.tree, False, state.assembly.meeting.rules.numbering).get(node, "")
            said = label_reference(text.tree.spots[node].kind, label, Languages.current())
            return capitalized(said)
    return tr("A place that is no longer in the text")
