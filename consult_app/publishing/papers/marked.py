"""The draft with every pending amendment marked in it, as changes that a reader can accept or reject.

Each change stands under the name of those who submitted the amendment, with the time of its receipt. A
comment has the number, what subamends it and what it collides with. Rejecting all gives the text as it
stands, accepting all what it would be if all that is marked were adopted in the order of discussion.
What does not go with what comes before it is not marked: a comment has it whole (``together``).
"""

from __future__ import annotations

from collections.abc import Iterator

from consult_app.drafting.text.nodes import Spot, Text
from consult_app.drafting.text.numbering import labels, printed
from consult_app.meetings.reasons import N_, Message
from consult_app.state import State
from consult_app.words import say, translator

from ..marking.marked_remarks import Remarks
from ..marking.marked_rows import Row, rows, spot_of
from ..marking.marked_spans import Part, parts_of, spans_of
from ..marking.together import Together, together
from ..paper import (
    Block,
    Comment,
    Footnote,
    Gap,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Para,
    ParaStyle,
    Revised,
    Revision,
    Runs,
    Span,
    joined,
    text,
)
from .heads import masthead, original_mark, provisional_mark, stale_mark, title_of

_STYLES: dict[str, ParaStyle] = {
    "title": "title",
    "organ": "organ",
    "clause": "clause",
    "adoption": "adoption",
    "closing": "closing",
}
_TITLE = N_("Draft with amendments")
_HEAD = N_(
    "The text as it stands, with the pending amendments marked in it. At each change stand the number of "
    "the amendment and the mark of the group that submitted it ({groups})."
)
_COLLIDE = N_(
    "Of amendments that collide, the first in the order of discussion is marked in the text; the others "
    "are set out in full beside it: {amendments}."
)
_ASIDE = N_("Set out beside the text, not marked in it: {amendments}.")


def marked(state: State, language: str) -> Paper:
    """The draft in *language* with all pending amendments marked in it, for each text of the meeting."""
    blocks: list[Block] = []
    for each in state.drafting.texts.values():
        blocks += [PageBreak()] if blocks else []
        blocks += _Marked(state, each, language).blocks()
    adopted = all(each.adopted for each in state.drafting.texts.values())
    title = f"{translator(language).gettext(_TITLE)} – {title_of(state, language)}"
    return Paper(
        "marked",
        title,
        language,
        masthead(state, language),
        tuple(blocks),
        provisional_mark(language, adopted=adopted),
    )


def anything_pending(state: State) -> bool:
    """Whether there is an amendment that could be marked in a text."""
    return any(amendment.pending for amendment in state.drafting.amendments.values())


class _Marked:
    """One text on its way to paper."""

    def __init__(self, state: State, text_: Text, language: str) -> None:
        self.state, self.text, self.language = state, text_, language
        self.laid: Together = together(state.drafting, text_, language)
        self.remarks = Remarks(state, text_, self.laid, language)
        style = state.assembly.meeting.rules.numbering
        self.labels = {
            True: labels(self.laid.after.tree, False, style),
            False: labels(text_.tree, False, style),
        }
        self.notes: dict[tuple[str, tuple[Revision, ...]], Footnote] = {}
        self.bodies = {
            self._spot(node).note_key: node
            for node in (*text_.tree.walk(), *self.laid.new)
            if self._spot(node).kind == "footnote" and self._spot(node).note_key
        }

    def blocks(self) -> list[Block]:
        """The head note, the text, and the footnotes to which nothing refers."""
        laid = self.laid
        found = list(rows(self.text, laid.after, laid.new, laid.moved))
        self.remarks.place(row.node for row in found)
        out = [block for row in found for block in self._blocks(row)]
        referred = {key for key, _revisions in self.notes}
        for key, node in self.bodies.items():
            if key not in referred and not self._gone(node):
                out.append(Para(self._note_runs(node), "note"))
        head: list[Block] = [*(Para(text(said), "note") for said in self._head()), Gap(0.5)]
        at = 1 if out and isinstance(out[0], Para) and out[0].style == "title" else 0
        return [*out[:at], *head, *out[at:]]

    def _head(self) -> Iterator[str]:
        say_ = self.language
        yield say(Message(_HEAD, {"groups": self.remarks.groups()}), say_)
        beside = self.laid.beside
        collide = [each.amendment.number for each in beside if each.why == "collides"]
        others = [each.amendment.number for each in beside if each.why != "collides"]
        for msgid, found in ((_COLLIDE, collide), (_ASIDE, others)):
            if found:
                yield say(Message(msgid, {"amendments": found}), say_)

    def _gone(self, node: str) -> bool:
        return node in self.text.nodes and self.text.nodes[node].deleted

    def _spot(self, node: str) -> Spot:
        return spot_of(self.text, self.laid.after, node)

    # a node

    def _blocks(self, row: Row) -> Iterator[Block]:
        """The paragraph of a node, or the two that it is cut into."""
        laid, node = self.laid, row.node
        around = self._around(row)
        said = laid.said[node]
        parts = parts_of(laid.pieces.get(node, ()), self.remarks.revision, around)
        label_in = tuple(self._revision(laid.new.get(node), "insert"))
        label_out = tuple(self._revision(laid.label_out.get(node), "delete"))
        mark_out = tuple(self._revision(laid.mark_out.get(node), "delete"))
        names = self._names(row, sum(part.cut is not None for part in parts))
        label = (*around, *label_in, *label_out)
        waiting = self.remarks.at(node, row.role)
        for at, part in enumerate(parts):
            end = (*around, *label_in, *((part.cut,) if part.cut else mark_out))
            last = at == len(parts) - 1
            runs = self._runs(part, waiting, last)
            yield self._block(row, names[at], runs, said, Revised(label, end), last)
            label = (*around, *((part.cut,) if part.cut else ()))

    def _around(self, row: Row) -> tuple[Revision, ...]:
        """The change that the whole of a node at this place is part of: one end of its move."""
        who = self.laid.moved.get(row.node)
        if who is None:
            return ()
        kind = "move_to" if row.role == "to" else "move_from"
        return (self.remarks.revision(who, kind),)

    def _revision(self, who: str | None, kind: str) -> Iterator[Revision]:
        if who:
            yield self.remarks.revision(who, kind)

    def _names(self, row: Row, cuts: int) -> list[str]:
        """The label of the node as it is printed here, and of the nodes that are cut off it."""
        spot, after = self._spot(row.node), self.laid.after
        there = row.role in ("to", "new")
        own = (after.tree.spots[row.node] if there else spot, self.labels[there].get(row.node, ""))
        off = [
            n for n in after.tree.walk() if cuts and n not in self.text.nodes and self._root(n) == row.node
        ]
        found = [own, *((after.tree.spots[n], self.labels[True].get(n, "")) for n in off)]
        found += [own] * (cuts + 1 - len(found))
        return [printed(spot, label, self.language) if label else "" for spot, label in found]

    def _root(self, node: str) -> str:
        while node not in self.text.nodes and self.laid.after.nodes[node].split_from:
            node = self.laid.after.nodes[node].split_from
        return node

    def _block(self, row: Row, label: str, runs: Runs, said: str, revised: Revised, last: bool) -> Block:
        kind = self._spot(row.node).kind
        language = "" if said == self.language else said
        mark = self._mark(row.node, said) if last else ""
        if kind in ("paragraph", "item"):
            tree = self.laid.after.tree if row.role in ("to", "new") else self.text.tree
            return Numbered(label, runs, tree.depth(row.node), language, mark, revised)
        if kind == "heading":
            return Heading(1, runs, language, revised)
        return Para(runs, _STYLES.get(kind, "body"), language, mark, revised)

    def _mark(self, node: str, said: str) -> str:
        if said != self.language:
            return original_mark(said, self.language)
        standing = self.text.nodes.get(node)
        return stale_mark(said) if standing and standing.status(said) == "out_of_date" else ""

    def _runs(self, part: Part, waiting: list[Comment], last: bool) -> Runs:
        """The words of a part with the comments behind what they are about; what has not found its place
        by the end of the node stands there."""
        out: list[Span] = []
        for stretch in part.stretches:
            for span, note in spans_of(stretch):
                out += self._reference(note, span, waiting) if note else [span]
            out += self._now(waiting, stretch.ends)
        if last:
            out += (Span(comment=each) for each in waiting)
            waiting.clear()
        return joined(out)

    def _now(self, waiting: list[Comment], numbers: frozenset[str]) -> Iterator[Span]:
        for comment in [each for each in waiting if each.number in numbers and not each.aside]:
            waiting.remove(comment)
            yield Span(comment=comment)

    # footnotes

    def _reference(self, key: str, span: Span, waiting: list[Comment]) -> Iterator[Span]:
        """A footnote reference; the comments on its note stand at it, since a note can have none."""
        node = self.bodies.get(key)
        if node is None:
            yield Span(key, superscript=True, change=span.change, group=span.group, revisions=span.revisions)
            return
        if (key, span.revisions) not in self.notes:
            number = str(len(self.notes) + 1)
            self.notes[key, span.revisions] = Footnote(number, self._note_runs(node))
            for comment in self.remarks.at(node, "here"):
                if not any(each.number == comment.number and each.figure for each in waiting):
                    waiting.append(comment)
        note = self.notes[key, span.revisions]
        yield Span(change=span.change, group=span.group, note=note, revisions=span.revisions)

    def _note_runs(self, node: str) -> Runs:
        parts = parts_of(self.laid.pieces.get(node, ()), self.remarks.revision, ())
        spans = (found for part in parts for s in part.stretches for found in spans_of(s))
        return joined([span if not key else Span(key, superscript=True) for span, key in spans])


__all__ = ["anything_pending", "marked"]
