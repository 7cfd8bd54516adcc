"""What is kept of votes, motions and statements: plain data, each whole in itself.

A vote keeps the composition and the weights that it was taken with; whatever changes later, its figures
can be checked from the vote alone (procedure.md §4.1).
"""

from __future__ import annotations

from typing import Literal

import msgspec

Method = Literal["show_of_hands", "record_vote", "secret_ballot"]
Choice = Literal["for", "against", "abstaining"]
CHOICES: tuple[Choice, ...] = ("for", "against", "abstaining")
#: what a tally may be: by group [for, against, abstaining], by name, or by candidate
Tally = dict[str, int | Choice | tuple[int, ...] | dict[str, int]]


class Composition(msgspec.Struct, frozen=True, gc=False):
    """Who is entitled to vote, by main group (participant ids), and how many members are ``listed``,
    from ``sitting`` on (0: between sittings). Numbered from 1: number n is the n−1st modification."""

    number: int
    sitting: int
    members: dict[str, tuple[str, ...]]
    listed: dict[str, int]

    @property
    def entitled(self) -> dict[str, int]:
        """How many members of each group are entitled to vote."""
        return {group: len(found) for group, found in self.members.items()}


class Figures(msgspec.Struct, frozen=True, gc=False):
    """What a vote came to, in weighted votes: ``cast`` are those in favour and against, ``total`` all
    that there are; ``counted`` of ``base`` were there for the quorum, ``needed`` of which were asked."""

    favour: int
    against: int
    abstaining: int
    total: int
    counted: int
    base: int
    needed: int

    @property
    def cast(self) -> int:
        return self.favour + self.against

    @property
    def reached(self) -> bool:
        """Whether the quorum was reached."""
        return self.counted >= self.needed

    @property
    def tied(self) -> bool:
        return self.favour == self.against


class Subject(msgspec.Struct, frozen=True, gc=False):
    """What was voted on: an ``amendment``, a ``subamendment``, a ``node``, a ``motion``, an ``election``
    or a ``free`` subject.

    ``id`` is its id; ``label`` how it was called then (number, label, or the words of a free subject);
    ``kind_of`` the kind of the node or of the motion; ``adopted_as`` how the record says that it was
    adopted (as subamended, as amended); ``other`` and ``other_label`` the amendment that it was put against.
    """

    kind: str
    id: str = ""
    label: str = ""
    kind_of: str = ""
    text_id: str = ""
    adopted_as: str = ""
    other: str = ""
    other_label: str = ""


class Vote(msgspec.Struct, frozen=True, gc=False):
    """One vote, as it was taken. ``outcome`` is ``adopted``, ``rejected`` or ``void``; ``preferred`` or
    ``tied`` where two amendments were put against each other; ``elected`` or ``next_round`` in an
    election, whose ``winners`` are who was elected or goes into the next round."""

    number: int
    at: str
    sitting: int
    method: str
    subject: Subject
    composition: Composition
    figures: Figures
    outcome: str
    weights: dict[str, int] = {}
    weighted: bool = False
    tally: dict[str, tuple[int, int, int]] = {}
    names: dict[str, str] = {}
    candidates: dict[str, int] = {}
    invalid: int = 0
    majority: int = 0
    winners: tuple[str, ...] = ()
    requested_by: tuple[str, ...] = ()
    declared: str = ""
    rules: str = ""
    reason: str = ""

    @property
    def symbol(self) -> str:
        """How people call it: V.1, V.2 …"""
        return f"V.{self.number}"


class Motion(msgspec.Struct, frozen=True, gc=False):
    """A motion as to procedure, or a point of order. ``state`` is ``moved``, ``seconded``, ``carried``,
    ``lost``, ``withdrawn`` or ``not_seconded``; of a point of order ``moved``, ``upheld`` or
    ``not_upheld``, with the chair's ``ruling``. ``vote`` is the number of the vote that decided it."""

    id: str
    number: int
    kind: str
    by: str
    at: str
    sitting: int
    state: str = "moved"
    seconded_by: str = ""
    on: str = ""
    ruling: str = ""
    vote: int = 0
    decided_at: str = ""
    reason: str = ""

    @property
    def symbol(self) -> str:
        """How people call it: M.1, M.2 …"""
        return f"M.{self.number}"


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A reservation, statement or dissociation made for the record on a decision; ``text`` by
    language."""

    id: str
    kind: str
    by: str
    at: str
    sitting: int
    subject: Subject
    text: dict[str, str] = {}


__all__ = [
    "CHOICES", "Choice", "Composition", "Figures", "Method", "Motion", "Statement", "Subject", "Tally",
    "Vote",
]  # fmt: skip
