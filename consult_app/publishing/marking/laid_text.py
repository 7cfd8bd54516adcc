"""A text with amendments carried out on it together: what it is made of, and how its words are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.house_style.typography import typography
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.wordings.cuts import CUT, NEW_CUT
from consult_app.drafting.wordings.diff import Ops
from consult_app.drafting.wordings.wording import Run, parse, write

from .pieces import Pieces

Why = Literal["collides", "gone", "same", "language", "instruction", "parent"]


class Beside(msgspec.Struct, frozen=True):
    """An amendment that is not in the text, the node that it is about, and why: it *collides* with
    others (by id; nobody where those words have been changed already), what it is about is *gone*, its
    words stand as the *same* of others, it has no words in the *language*, is an *instruction*, or
    amends a *parent* that is not in the text."""

    amendment: Amendment
    node: str
    why: Why
    others: tuple[str, ...] = ()


class Layer(msgspec.Struct, frozen=True):
    """What *who* changes in the words of a node as they read with *chain*."""

    who: str
    ops: Ops
    chain: tuple[str, ...] = ()

    @property
    def cuts(self) -> bool:
        """Whether it cuts the node in two."""
        return any(NEW_CUT in op.text for op in self.ops)


class CannotBeLaid(Exception):
    """An amendment that does not go with those before it: why, and the others that it is about (ids)."""

    def __init__(self, why: Why, *others: str) -> None:
        super().__init__(why, *others)
        self.why: Why = why
        self.others = others


@dataclass
class Together:
    """The text with all that goes together on it. By node: the language that it is *said* in, the
    *pieces* of its words, who takes out its paragraph mark (*mark_out*) and its label (*label_out*), who
    moves it elsewhere (*moved*), puts it in (*new*), or takes it out with all its words (*removed*).
    *joins* are the nodes that run on into the next, with that; *layers* are what the pieces came of, and
    *proposed* what each amendment makes of a node, as it is subamended. *touched* are the nodes that each
    amendment changes, *after* is the text with the structure that they make."""

    after: Text
    said: dict[str, str] = field(default_factory=dict)
    pieces: dict[str, Pieces] = field(default_factory=dict)
    mark_out: dict[str, str] = field(default_factory=dict)
    label_out: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)
    removed: dict[str, str] = field(default_factory=dict)
    joins: dict[str, str] = field(default_factory=dict)
    layers: dict[str, tuple[Layer, ...]] = field(default_factory=dict)
    proposed: dict[tuple[str, str], str] = field(default_factory=dict)
    touched: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beside: list[Beside] = field(default_factory=list)

    def copy(self) -> Together:
        """Another one that stands where this one does, to try what an amendment makes of it."""
        return replace(
            self,
            said=dict(self.said),
            pieces=dict(self.pieces),
            mark_out=dict(self.mark_out),
            label_out=dict(self.label_out),
            moved=dict(self.moved),
            new=dict(self.new),
            removed=dict(self.removed),
            joins=dict(self.joins),
            layers=dict(self.layers),
            proposed=dict(self.proposed),
        )


def shown(plain: str, language: str) -> str:
    """A wording in plain form as it is printed: in the typography of the house, the open brackets as
    characters. Cuts stay, without the space behind one."""
    parts = re.split(f"([{CUT}{NEW_CUT}])", plain.replace(f"{NEW_CUT} ", NEW_CUT))
    return "".join(
        each if each in (CUT, NEW_CUT) else _unbracketed(typography(each, language)) for each in parts if each
    )


def _unbracketed(plain: str) -> str:
    if "[[" not in plain:
        return plain
    out: list[Run] = []
    bracket = 0
    for run in parse(plain):
        if run.bracket != bracket:
            out.append(Run("]" * bool(bracket) + "[" * bool(run.bracket)))
            bracket = run.bracket
        out.append(msgspec.structs.replace(run, bracket=0))
    return write([*out, Run("]")] if bracket else out)


__all__ = ["Beside", "CannotBeLaid", "Layer", "Together", "Why", "shown"]
