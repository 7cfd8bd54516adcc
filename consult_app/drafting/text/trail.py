"""Where the words of a node went: cut in two, joined with others, changed in between.

:func:`followed` goes through what happened to them row by row and gives the words as they were, put
together, and one list of operations that makes today's words of them. Between the words of two nodes
stands the cut, which is a space to the diff and never part of a wording.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..wordings.cuts import CUT
from ..wordings.diff import Op, Ops, apply_ops, fine
from ..wordings.merge import composed
from .nodes import Joined, Node, Text


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Words of another node that belong with those of a change since a join: put in at ``at`` of the
    words, before what stands there (``before``) or behind it."""

    at: int
    size: int
    before: bool


class Trail(msgspec.Struct, frozen=True, gc=False):
    """``base`` are the words as they were, with those joined to them since; ``ops`` make of them the
    words of the ``nodes``, which stand today, with cuts between."""

    nodes: tuple[str, ...]
    base: str
    ops: Ops
    stretches: tuple[Stretch, ...] = ()

    def laid(self, ops: Ops) -> Ops:
        """Operations on the words of the change alone, on those of ``base``."""
        for stretch in self.stretches:
            ops = _shifted(ops, stretch)
        return ops


def heirs(text: Text, node: str, row: int) -> tuple[str, ...]:
    """The nodes that stand today and have words that were in *node* in that *row*; *node* itself first
    where it stands."""
    if node not in text.nodes:
        return ()
    own = text.nodes[node]
    if not own.pieces and not own.joined_to:
        return () if own.deleted else (node,)
    return tuple(each for each in _lineage(text, node, row) if not text.nodes[each].deleted)


def _lineage(text: Text, node: str, row: int) -> Iterator[str]:
    seen = {node}
    todo = [(node, row)]
    while todo:
        each, since = todo.pop(0)
        yield each
        own = text.nodes[each]
        further = [(piece.node, piece.row) for piece in own.pieces if piece.row > since]
        if own.joined_to:
            joined = _joined(text, own)
            further += [(own.joined_to, joined.row)] if joined.row > since else []
        for other, at in further:
            if other not in seen:
                seen.add(other)
                todo.append((other, at))


def _joined(text: Text, node: Node) -> Joined:
    return next(each for each in text.nodes[node.joined_to].joined if each.node == node.id)


def followed(text: Text, nodes: tuple[str, ...], language: str, row: int, base: str) -> Trail | None:
    """What became of the words *base* that stood in *nodes* in that *row*; None when they are gone."""
    walk = _Walk(text, nodes, language, base)
    while (after := walk.next_row(row)) is not None:
        row = after
        walk.step(row)
    return walk.trail()


class _Walk:
    """The words on their way: ``words`` are the pieces with what stood in each after the last row."""

    def __init__(self, text: Text, nodes: tuple[str, ...], language: str, base: str) -> None:
        self.text, self.language = text, language
        self.base = base
        self.ops: Ops = ()
        self.stretches: list[Stretch] = []
        self.words = list(zip(nodes, base.split(CUT), strict=True))

    def next_row(self, row: int) -> int | None:
        """The next row in which something happened to the pieces."""
        rows: list[int] = []
        for each, _ in self.words:
            node = self.text.nodes[each]
            rows += (edit.row for edit in node.edits if edit.language == self.language)
            rows += (piece.row for piece in node.pieces)
            rows += (joined.row for joined in node.joined)
            if node.joined_to:
                rows.append(_joined(self.text, node).row)
        return min((each for each in rows if each > row), default=None)

    def step(self, row: int) -> None:
        """What happened in that *row*: what is joined comes in, then all words change at once."""
        for joined, heir in list(self._joins(row)):
            self._bring_in(joined, heir)
        done: list[tuple[str, str]] = []
        ops: list[Op] = []
        at = 0
        todo = list(self.words)
        while todo:
            each, words = todo.pop(0)
            node = self.text.nodes[each]
            taken = [j.node for j in node.joined if j.row == row]
            while taken and todo and todo[0][0] in taken:
                words += CUT + todo.pop(0)[1]
            edit = self._edit(node, row, words)
            new = apply_ops(words, edit)
            ops += (Op(op.start + at, op.end + at, op.text) for op in edit)
            off = next((piece.node for piece in node.pieces if piece.row == row), None)
            if off is not None:
                first, _, second = new.partition(CUT)
                done += [(each, first), (off, second)]
            else:
                done.append((each, new))
            at += len(words) + len(CUT)
        self.words = done
        self.ops = composed(self.ops, tuple(ops))

    def _edit(self, node: Node, row: int, words: str) -> Ops:
        """How *words* changed in that row: one cut where the node was cut, none where it was not."""
        edit: Ops = ()
        for each in node.edits:
            if (each.row, each.language) == (row, self.language):
                edit = composed(edit, each.ops)
        cut = any(piece.row == row for piece in node.pieces)
        fits = not edit or edit[-1].end <= len(words)
        if fits and apply_ops(words, edit).count(CUT) == cut:
            return edit
        # not written in this language: a cut behind the words, and what was joined is not in them
        if cut:
            return (Op(len(words), len(words), CUT),)
        return (Op(words.index(CUT), len(words), ""),) if CUT in words else ()

    def _joins(self, row: int) -> Iterator[tuple[Joined, Node]]:
        for each, _ in self.words:
            node = self.text.nodes[each]
            yield from ((joined, node) for joined in node.joined if joined.row == row)
            if node.joined_to:
                joined = _joined(self.text, node)
                if joined.row == row:
                    yield joined, self.text.nodes[node.joined_to]

    def _bring_in(self, joined: Joined, heir: Node) -> None:
        """Have both nodes of a join among the pieces, one behind the other."""
        names = [each for each, _ in self.words]
        if heir.id in names and joined.node in names:
            return
        before = joined.node in names
        other = heir.id if before else joined.node
        words = (joined.own if before else joined.others).get(self.language, "")
        index = names.index(joined.node if before else heir.id)
        index += not before
        at = sum(len(w) + len(CUT) for _, w in self.words[:index]) - (0 if before else len(CUT))
        self._extend(at, words + CUT if before else CUT + words, before)
        self.words.insert(index, (other, words))

    def _extend(self, at: int, words: str, before: bool) -> None:
        """Put *words*, which nobody has changed, into the base so that they stand at *at* now."""
        shift, kept, later = 0, [], []
        for op in self.ops:
            begins = op.start + shift
            if begins + len(op.text) <= at and not (before and begins == at):
                kept.append(op)
                shift += len(op.text) - (op.end - op.start)
            else:
                later.append(Op(op.start + len(words), op.end + len(words), op.text))
        place = at - shift
        self.base = self.base[:place] + words + self.base[place:]
        self.ops = (*kept, *later)
        self.stretches.append(Stretch(place, len(words), before))

    def trail(self) -> Trail | None:
        """The way as a whole, without the pieces that were deleted since."""
        standing = [each for each, _ in self.words if not self.text.nodes[each].deleted]
        if not standing:
            return None
        ops: list[Op] = []
        at = 0
        for index, (each, words) in enumerate(self.words):
            if each not in standing:
                # with the cut behind it or, of the last one, that before it
                last = index == len(self.words) - 1
                ops.append(Op(at - last, at + len(words) + (not last), ""))
            at += len(words) + len(CUT)
        made = composed(self.ops, _merged(ops))
        today = CUT.join(self.text.nodes[each].text(self.language) for each in standing)
        if apply_ops(self.base, made) != today:
            made = fine(self.base, today)
        return Trail(tuple(standing), self.base, made, tuple(self.stretches))


def _merged(ops: list[Op]) -> Ops:
    """Deletions in order, those that meet or overlap as one."""
    out: list[Op] = []
    for op in ops:
        if out and op.start <= out[-1].end:
            out[-1] = Op(out[-1].start, max(op.end, out[-1].end), "")
        else:
            out.append(op)
    return tuple(out)


def _shifted(ops: Ops, stretch: Stretch) -> Ops:
    """*ops* with the words of *stretch* put in between; one that reaches across them goes round them."""
    at, size = stretch.at, stretch.size
    out: list[Op] = []
    for op in ops:
        if op.end < at or (op.end == at and not (op.insertion and stretch.before)):
            out.append(op)
        elif op.start >= at:
            out.append(Op(op.start + size, op.end + size, op.text))
        else:
            out += [Op(op.start, at, op.text), Op(at + size, op.end + size, "")]
    return tuple(out)


__all__ = ["CUT", "Stretch", "Trail", "followed", "heirs"]
