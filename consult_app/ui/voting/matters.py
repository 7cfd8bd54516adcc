"""What a vote can be on: the amendment or paragraph at hand, an open motion, a subject, an election."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.drafting.text.numbering import labels
from consult_app.meetings.kept.votes import Motion
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import Languages, number_said, tr
from consult_app.words import term

Kind = Literal["amendment", "node", "motion", "free", "election"]
MOTION_KINDS: dict[str, str] = {
    "point_of_order": N_("Point of order"),
    "closure": N_("Closure of the debate"),
    "adjourn_debate": N_("Adjournment of the debate"),
    "adjourn_sitting": N_("Adjournment of the sitting"),
    "postpone": N_("Postponement of the question"),
    "refer_back": N_("Reference of the question back"),
    "next_item": N_("Passing to the next item"),
    "opinion": N_("Request for an opinion"),
}
"""The motions as to procedure (procedure.md §2.5), as message ids, the most frequent first."""
_OPEN = frozenset({"moved", "seconded"})


@dataclass(frozen=True)
class Matter:
    """What is voted on: its ``kind``, the ``id`` of the thing (a motion's number) and of its text, how it
    is called in the window's language. ``other`` is the amendment that it is put against, ``names`` how the
    two are called."""

    kind: Kind
    id: str = ""
    words: str = ""
    text_id: str = ""
    other: str = ""
    names: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """What tells it from every other."""
        return f"{self.kind}:{self.id}:{self.other}"

    @property
    def needs_words(self) -> bool:
        """Whether somebody must say what it is about."""
        return self.kind in ("free", "election")


def matters(state: State, text_id: str, node: str, amendment: Amendment | None) -> list[Matter]:
    """What can be voted on now: the *amendment* at hand where it is pending, the *node* at hand, the open
    motions, the amendments that the first can be put against; a subject of its own and an election always."""
    out: list[Matter] = []
    if amendment is not None and amendment.pending:
        out.append(Matter("amendment", amendment.id, _called(state, amendment), amendment.text_id))
    text = state.drafting.texts.get(text_id)
    if text is not None and node in text.nodes and not text.nodes[node].closed:
        named = labels(text.tree, False, state.assembly.meeting.rules.numbering).get(node, "")
        words = label_reference(text.tree.spots[node].kind, named, Languages.current())
        out.append(Matter("node", node, capitalized(words), text_id))
    if amendment is not None and amendment.pending:
        out += _pairs(state, amendment)
    out += [
        Matter("motion", motion.symbol, motion_words(motion))
        for motion in open_motions(state)
        if motion.kind != "point_of_order"
    ]
    return [*out, Matter("free", words=tr("Another subject…")), Matter("election", words=tr("An election…"))]


def _called(state: State, amendment: Amendment) -> str:
    number = amendment.number
    words = tr("Subamendment {number}", number=number) if amendment.subamendment else (
        tr("Amendment {number}", number=number)
    )  # fmt: skip
    return f"{words}  {mark_of(state.assembly, amendment.by)} {name_of(state.assembly, amendment.by)}"


def _pairs(state: State, amendment: Amendment) -> Iterator[Matter]:
    """The amendment put against each of the others to one of its nodes that are pending too."""
    mine = set(amendment.targets())
    for other in state.drafting.of_text(amendment.text_id):
        if (
            other.id != amendment.id
            and other.pending
            and other.amends == amendment.amends
            and mine & set(other.targets())
        ):
            words = tr("{one} put against {other}", one=amendment.number, other=other.number)
            names = number_said(amendment.number, "short"), number_said(other.number, "short")
            yield Matter("amendment", amendment.id, words, amendment.text_id, other.id, names)


def open_motions(state: State) -> list[Motion]:
    """The motions that are not decided, the latest first."""
    return [motion for motion in reversed(state.assembly.motions.values()) if motion.state in _OPEN]


def motion_words(motion: Motion) -> str:
    """The number and kind of a motion and how it stands, in the window's language."""
    stands = term("state", motion.state, "motion", Languages.current())
    return tr(
        "{number} {kind}: {state}", number=motion.symbol, kind=tr(MOTION_KINDS[motion.kind]), state=stands
    )
