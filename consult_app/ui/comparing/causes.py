"""What changed a node between two moments: the decisions of the record that wrote its words or moved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consult_app.drafting.amendments.amendment import Amendment, Move
from consult_app.drafting.text.nodes import Node, Text
from consult_app.journal.rows import Row
from consult_app.meetings.reasons import Message
from consult_app.publishing.papers.comparing import Compared
from consult_app.replay import command_of, label
from consult_app.state import State


@dataclass(frozen=True)
class Cause:
    """What did it, as row ``seq``: the amendment with this ``number``, or else ``what`` the row did."""

    seq: int
    number: str = ""
    what: Message | None = None


class Causes:
    """The causes of changes between the rows *after* and *upto* of the text that *state* has at its end.

    ``rows`` are those of the record from the first, at least to *upto*.
    """

    def __init__(self, state: State, text: Text, rows: Sequence[Row], after: int, upto: int) -> None:
        self._text = text
        self._rows = rows
        self._after, self._upto = after, upto
        self._amendments = state.drafting.amendments
        self._by_number = {each.number: each for each in self._amendments.values()}
        self._at = {row.time: row.seq for row in rows[after:upto]}
        self._known: dict[int, Cause] = {}
        self._moves = self._moved_by()

    def of(self, row: Compared) -> tuple[Cause, ...]:
        """What changed the node of *row*, in the order in which it was decided; nothing where the record
        cannot tell."""
        node = self._text.nodes.get(row.node)
        if node is None or (row.fate == "same" and not (row.moved or row.divided_off or row.joined)):
            return ()
        found = {seq for seq in self._seqs(node, row) if self._after < seq <= self._upto}
        return tuple(self._cause(seq) for seq in sorted(found))

    def _seqs(self, node: Node, row: Compared) -> Iterator[int]:
        if row.fate not in ("moved_away", "joined_to", "deleted", "inserted"):
            yield from (edit.row for edit in node.edits if edit.language == row.language)
        if row.fate in ("inserted", "deleted"):
            for name in node.amended_by:
                yield from self._adopted(self._amendments.get(name))
        if row.fate == "deleted":
            yield from (self._at.get(step.at, 0) for step in node.history if step.to == "deleted")
        if row.moved or row.fate == "moved_away":
            yield from self._moves.get(node.id, ())
        yield from (piece.row for piece in node.pieces)
        yield from (joined.row for joined in node.joined)
        for other, kind in ((node.split_from, "pieces"), (node.joined_to, "joined")):
            if other in self._text.nodes:
                known = getattr(self._text.nodes[other], kind)
                yield from (each.row for each in known if each.node == node.id)

    def _moved_by(self) -> dict[str, tuple[int, ...]]:
        """The rows that moved a node as an amendment asked for, by node."""
        out: dict[str, tuple[int, ...]] = {}
        for amendment in self._amendments.values():
            for change in amendment.changes:
                if isinstance(change, Move):
                    out[change.node] = (*out.get(change.node, ()), *self._adopted(amendment))
        return out

    def _adopted(self, amendment: Amendment | None) -> Iterator[int]:
        for step in amendment.history if amendment is not None else ():
            if step.to.startswith("adopted") and not step.corrects and step.at in self._at:
                yield self._at[step.at]

    def _cause(self, seq: int) -> Cause:
        if seq not in self._known:
            command = command_of(self._rows[seq - 1])
            named = str(getattr(command, "amendment", "") or "")
            amendment = self._amendments.get(named) or self._by_number.get(named)
            self._known[seq] = (
                Cause(seq, number=amendment.number) if amendment else Cause(seq, what=label(command))
            )
        return self._known[seq]
