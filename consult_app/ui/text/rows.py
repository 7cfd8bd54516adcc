"""A row of the text at the Table and what stands in it in one language, as data."""

from __future__ import annotations

from dataclasses import dataclass

from consult_app.drafting.text.behind import Behind
from consult_app.drafting.text.nodes import Spot
from consult_app.drafting.wordings.segments import Segment


@dataclass(frozen=True)
class Row:
    """One row of the text: a node, or (``proposed_by``) one that an amendment would put in.

    ``anchor`` is the node of the text that the row belongs to; for a node of the text, itself.
    """

    node: str
    anchor: str
    spot: Spot
    label: str
    depth: int
    proposed_by: str = ""

    @property
    def key(self) -> str:
        """What tells this row from every other."""
        return f"{self.node}+{self.proposed_by}" if self.proposed_by else self.node


@dataclass(frozen=True)
class Cell:
    """A row in one language. ``status`` is that of the wording; ``behind`` says, of one that is out of
    date, which words changed since it was made; ``struck`` says that the whole goes or is gone."""

    segments: tuple[Segment, ...]
    status: str = "original"
    behind: Behind | None = None
    struck: bool = False
    struck_by: tuple[str, ...] = ()
