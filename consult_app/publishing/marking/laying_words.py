"""Words of amendments and subamendments laid on the text, one after the other, as far as they go together."""

from __future__ import annotations

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment, Drafting, WordChange
from consult_app.drafting.amendments.effective import effective_words
from consult_app.drafting.amendments.kinds import with_formatted_words
from consult_app.drafting.amendments.rebase import Carried, carried, carried_join
from consult_app.drafting.text.nodes import ROOT, Text
from consult_app.drafting.wordings.cuts import CUT, NEW_CUT, beside_cuts
from consult_app.drafting.wordings.diff import Op, Ops, diff, fine
from consult_app.drafting.wordings.merge import carry

from .laid_text import CannotBeLaid, Layer, Together, shown
from .pieces import Tangled, laid, reading, whole, without


class LayingWords:
    """What changes words, on the text that ``out`` is. ``plain`` is what a node reads with a chain of an
    amendment and subamendments to it; ``chains`` is that of each that is laid."""

    def __init__(self, drafting: Drafting, text: Text, language: str, out: Together) -> None:
        self.drafting, self.text, self.language, self.out = drafting, text, language, out
        self.order = list(text.tree.walk(ROOT))
        self.plain: dict[tuple[str, tuple[str, ...]], str] = {}
        self.chains: dict[str, tuple[str, ...]] = {}

    def words(self, amendment: Amendment, change: WordChange, other: str) -> list[str]:
        """Lay one change of words, or of a split or a join (*other* is the node joined); the nodes that it
        touches. Raises CannotBeLaid and Tangled."""
        since = change.since or amendment.row
        if other:
            came = carried_join(self.text, change, other, since, insertions=True)
        else:
            came = carried(self.text, change, since, insertions=True)
        if came.gone:
            raise CannotBeLaid("gone")
        if came.clashes:
            raise CannotBeLaid("collides", *self._adopted_at(change.node))
        if came.pair is not None:
            return self._joined(amendment, came, change.language)
        touched = []
        for words in came.words:
            node = self.text.nodes[words.node]
            before, after = (
                shown(each, change.language) for each in (node.text(change.language), words.text)
            )
            if before != after:
                self._onto(node.id, before, after, amendment.id)
                self.plain[node.id, (amendment.id,)] = words.text
                self.out.proposed[node.id, amendment.id] = words.text
                if any(each.chain for each in self.out.layers[node.id]):
                    self._agrees(node.id)
                touched.append(node.id)
        return touched

    def _adopted_at(self, node: str) -> list[str]:
        by = self.text.nodes[node].amended_by if node in self.text.nodes else ()
        return [each for each in by if self.drafting.amendments[each].state in ADOPTED]

    def _onto(self, node: str, before: str, after: str, who: str, chain: tuple[str, ...] = ()) -> None:
        """Lay the change from *before* to *after* as it is best read or, if that touches what others
        change and a closer one does not, as closely as can be."""
        if node in self.out.removed:
            raise Tangled(self.out.removed[node])
        try:
            self._laid(node, Layer(who, with_formatted_words(before, diff(before, after)), chain))
        except Tangled:
            self._laid(node, Layer(who, with_formatted_words(before, fine(before, after)), chain))

    def _laid(self, node: str, layer: Layer) -> None:
        before = self.out.layers.get(node, ())
        layers = (*before, layer)
        if not any(each.cuts for each in layers):
            pieces = laid(self.out.pieces[node], layer.ops, layer.who, layer.chain)
        else:
            base = reading(self.out.pieces[node])
            pieces = whole(base)
            for each in layers:
                ops = each.ops
                for other in layers if not each.chain else ():
                    if other.cuts and other is not each:
                        ops, _ = beside_cuts(base, ops, other.ops)
                pieces = laid(pieces, ops, each.who, each.chain)
        self.out.pieces[node] = pieces
        self.out.layers[node] = layers

    def _agrees(self, node: str) -> None:
        """Raises Tangled unless what is laid on a node reads as adopting it in this order would: an
        amendment as subamended is one change, and may touch what its parts do not."""
        roots = [root for each, root in self.out.proposed if each == node]
        if node in self.out.new or len(roots) < 2:
            return
        today = now = self.text.nodes[node].text(self.out.said[node])
        for root in roots:
            proposed = self.out.proposed[node, root]
            exact = fine(today, proposed)
            came = carry(today, diff(today, proposed), now, insertions=True, exact=exact)
            if came.clashes:
                raise Tangled(*roots)
            now = came.text
        laid_now = "".join(piece.text for piece in self.out.pieces[node] if not piece.taken_out)
        if shown(now, self.out.said[node]) != laid_now:
            raise Tangled(*roots)

    def _joined(self, amendment: Amendment, came: Carried, language: str) -> list[str]:
        """Two nodes that become one: the paragraph mark between them goes and, where other nodes stand
        between them, all of the second."""
        assert came.pair is not None
        first, second = came.pair
        if first in self.out.removed or first in self.out.moved or second in self.out.moved:
            raise Tangled(*(self.of_another(each) for each in came.pair))
        own, others = (shown(self.text.nodes[each].text(language), language) for each in came.pair)
        after = shown(came.words[0].text, language)
        if self.out.mark_out.get(first) or self.out.label_out.get(second):
            raise Tangled(self.out.mark_out.get(first, ""), self.out.label_out.get(second, ""))
        if self._follows(first, second):
            ops = diff(f"{own}{CUT}{others}", after)
            self._laid(first, Layer(amendment.id, _of_first(ops, len(own))))
            self._laid(second, Layer(amendment.id, _of_second(ops, len(own) + len(CUT))))
            self.out.mark_out[first] = amendment.id
            self.out.joins[first] = second
        else:
            self._onto(first, own, after, amendment.id)
            self.out.pieces[second] = without(self.out.pieces[second], amendment.id)
            self.out.mark_out[second] = self.out.removed[second] = amendment.id
        self.out.label_out[second] = amendment.id
        return [first, second]

    def _follows(self, first: str, second: str) -> bool:
        standing = [n for n in self.order if not self.text.nodes[n].deleted and self._in_flow(n)]
        return standing.index(second) == standing.index(first) + 1

    def _in_flow(self, node: str) -> bool:
        return self.text.tree.spots[node].kind != "footnote"

    def of_another(self, node: str) -> str:
        """Who changes the place of *node* in the text, "" where nobody does."""
        out = self.out
        by = next(
            (found[node] for found in (out.label_out, out.mark_out, out.moved, out.new) if node in found), ""
        )
        split = out.after.nodes[node].split_from if node in out.after.nodes else ""
        cutter = (p.put_in[0] for p in out.pieces.get(split, ()) if NEW_CUT in p.text and p.put_in)
        return by or next(cutter, "")

    # subamendments

    def sub(self, sub: Amendment, chain: tuple[str, ...]) -> list[str]:
        """Carry out *sub* on what its parent makes of the node; the nodes that it touches. Raises
        CannotBeLaid and Tangled."""
        if not chain:
            raise CannotBeLaid("parent", sub.amends)
        touched = []
        for change in effective_words(sub):
            node = change.node
            said = self.out.said.get(node, "")
            if said not in {each.language for each in effective_words(sub) if each.node == node}:
                raise CannotBeLaid("language")
            if change.language != said:
                continue
            plain = self._plain(node, chain)
            came = carry(change.base, change.ops, plain, insertions=True, exact=change.exact or None)
            if came.clashes:
                raise CannotBeLaid("collides")
            before, after = shown(plain, said), shown(came.text, said)
            if reading(self.out.pieces[node], chain) != before:
                raise CannotBeLaid("collides")
            if before != after:
                self._onto(node, before, after, sub.id, chain)
                self.plain[node, (*chain, sub.id)] = came.text
                root = node, chain[0]
                so_far = self.out.proposed.get(root, plain)
                subamended = carry(
                    change.base, change.ops, so_far, insertions=True, exact=change.exact or None
                )
                if subamended.clashes:
                    raise CannotBeLaid("collides")
                self.out.proposed[root] = subamended.text
                self._agrees(node)
                touched.append(node)
        return touched

    def _plain(self, node: str, chain: tuple[str, ...]) -> str:
        """What a node reads with *chain*, in plain form."""
        for size in range(len(chain), 0, -1):
            if (node, chain[:size]) in self.plain:
                return self.plain[node, chain[:size]]
        return self.text.nodes[node].text(self.out.said[node])


def _of_first(ops: Ops, end: int) -> Ops:
    return tuple(
        Op(op.start, min(op.end, end), op.text) for op in ops if op.start <= end < op.end or op.end <= end
    )


def _of_second(ops: Ops, begin: int) -> Ops:
    """The operations on the words behind the cut; what is put in over the cut stands in the first."""
    return tuple(
        Op(max(op.start, begin) - begin, op.end - begin, op.text if op.start >= begin else "")
        for op in ops
        if op.start >= begin or op.end > begin
    )


__all__ = ["LayingWords"]
