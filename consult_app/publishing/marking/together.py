"""All pending amendments to a text carried out on it together, as far as they go together.

They are taken in the order of discussion, each with its subamendments. One that touches what an earlier
one changes does not go with it and is kept *beside* the text, whole; so is one that has no words in the
language, and one that is only an instruction. Nothing is decided here and nothing stored: the texts are
those of a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consult_app.drafting.amendments.amendment import (
    Amendment,
    Deletion,
    Drafting,
    Free,
    Join,
    Move,
    Split,
    WordChange,
)
from consult_app.drafting.amendments.effect import effect
from consult_app.drafting.amendments.effective import effective_insertions, effective_words, structural_words
from consult_app.drafting.amendments.order import below, in_order
from consult_app.drafting.amendments.proposals import shape
from consult_app.drafting.deciding.adoption import carried_out
from consult_app.drafting.text.nodes import Node, Step, Text

from .laid_text import Beside, CannotBeLaid, Together, Why, shown
from .laying_words import LayingWords
from .marked_rows import rows
from .pieces import Tangled, whole, without

#: a row after all that the journal will ever have
_ROW = 1 << 40


def together(drafting: Drafting, text: Text, language: str) -> Together:
    """What all pending amendments make of *text*, for a reader of *language*. A node without words in it
    is said in its original language."""
    out = Together(text)
    for node in text:
        out.said[node.id] = _said(node, language)
        out.pieces[node.id] = whole(shown(node.text(out.said[node.id]), out.said[node.id]))
    laying = _Laying(drafting, text, language, out)
    pending = (a for a in drafting.of_text(text.id) if a.pending and not a.amends)
    for amendment in in_order(drafting, text, pending):
        laying.lay(amendment)
    return laying.out


def _said(node: Node, language: str) -> str:
    return language if node.text(language) else node.original


class _Laying(LayingWords):
    """One amendment after the other onto the text; ``laid`` are those that are, by what they are about."""

    def __init__(self, drafting: Drafting, text: Text, language: str, out: Together) -> None:
        super().__init__(drafting, text, language, out)
        self.laid: dict[str, list[Amendment]] = {}

    def lay(self, amendment: Amendment) -> None:
        """*amendment* into the text or beside it, then each of its pending subamendments."""
        self._tried(amendment, ())
        for sub in below(self.drafting, amendment):
            if sub.pending:
                self._tried(sub, self.chains.get(sub.amends, ()))

    def _tried(self, amendment: Amendment, chain: tuple[str, ...]) -> None:
        kept = self.out
        self.out = kept.copy()
        try:
            touched = self.sub(amendment, chain) if amendment.amends else self._main(amendment)
            if not touched:
                raise CannotBeLaid("same")
        except (CannotBeLaid, Tangled) as reason:
            self.out = kept
            why: Why = reason.why if isinstance(reason, CannotBeLaid) else "collides"
            others = tuple(dict.fromkeys(each for each in reason.others if each != amendment.id))
            kept.beside.append(Beside(amendment, amendment.target, why, others))
            return
        self.out.touched[amendment.id] = tuple(dict.fromkeys(touched))
        self.chains[amendment.id] = (*chain, amendment.id)
        self.laid.setdefault(amendment.target, []).append(amendment)

    # amendments

    def _main(self, amendment: Amendment) -> list[str]:
        """Carry out *amendment*; the nodes that it touches."""
        if any(isinstance(change, Free) for change in amendment.changes):
            raise CannotBeLaid("instruction")
        for other in self.laid.get(amendment.target, ()):
            if not other.amends and shape(other) == shape(amendment):
                raise CannotBeLaid("same", other.id)
        touched: list[str] = []
        for found in self._in_its_language(amendment):
            touched += self.words(amendment, *found)
        if any(not isinstance(change, WordChange) for change in amendment.changes):
            touched += self._structure(amendment)
        return touched

    def _in_its_language(self, amendment: Amendment) -> Iterator[tuple[WordChange, str]]:
        """The changes of words in the language in which each node is said, each with the node joined."""
        changes = [(change, "") for change in effective_words(amendment)] + structural_words(amendment)
        there = {(change.node, change.language) for change, _ in changes}
        for change, other in changes:
            said = self.out.said.get(change.node, self.language)
            if (change.node, said) not in there:
                raise CannotBeLaid("language")
            if change.language == said:
                yield change, other

    # structure

    def _structure(self, amendment: Amendment) -> list[str]:
        """What *amendment* does to the tree, on the tree that those before it made."""
        out = self.out
        drafting = self.drafting.with_text(out.after)
        found = effect(drafting, amendment, insertions=True)
        if found.outcome == "gone" or found.lost:
            gone = (out.label_out.get(node, "") for node in (*found.lost, amendment.target))
            others = [each for each in gone if each]
            raise CannotBeLaid("collides" if others else "gone", *others)
        if found.outcome == "collides":
            raise CannotBeLaid("collides")
        event = carried_out(
            out.after, amendment, found, Step("adopted", amendment.received), _ROW + amendment.row
        )
        touched: list[str] = []
        for change in effective_insertions(amendment):
            for new in change.nodes:
                said = self.language if new.texts.get(self.language) else amendment.language
                out.said[new.id] = said
                out.pieces[new.id] = whole(shown(new.texts.get(said, ""), said), amendment.id)
                out.new[new.id] = amendment.id
                self.plain[new.id, (amendment.id,)] = new.texts.get(said, "")
                touched.append(new.id)
        if any(isinstance(change, Deletion) for change in amendment.changes):
            touched += self._deleted(event.deleted, amendment.id)
        if any(isinstance(change, Move) for change in amendment.changes):
            tops = [move.node for move in event.moved]
            under = (node for top in tops for node in out.after.tree.under(top))
            touched += self._moved(under, amendment.id)
        if any(isinstance(change, Split) for change in amendment.changes) and not event.split_off:
            raise CannotBeLaid("same")
        if any(isinstance(change, Join) for change in amendment.changes) and not event.joined:
            raise CannotBeLaid("same")
        out.after = event.apply(drafting).texts[self.text.id]
        self._still_adjoin()
        return touched

    def _still_adjoin(self) -> None:
        """Raises Tangled where something comes to stand between two nodes that are to be joined."""
        if not self.out.joins:
            return
        found = list(rows(self.text, self.out.after, self.out.new, self.out.moved))
        for at, row in enumerate(found):
            second = self.out.joins.get(row.node)
            following = found[at + 1] if at + 1 < len(found) else None
            if second and (following is None or following.node != second):
                between = following.node if following else row.node
                raise Tangled(self.out.mark_out[row.node], self.of_another(between))

    def _deleted(self, nodes: Iterable[str], who: str) -> list[str]:
        out, done = self.out, []
        for node in nodes:
            if node not in self.text.nodes or node in out.label_out or node in out.mark_out:
                raise Tangled(self.of_another(node))
            if node in out.moved and out.moved[node] != who:
                raise Tangled(out.moved[node])
            out.pieces[node] = without(out.pieces[node], who)
            out.mark_out[node] = out.label_out[node] = out.removed[node] = who
            done.append(node)
        return done

    def _moved(self, nodes: Iterable[str], who: str) -> list[str]:
        out, done = self.out, []
        for node in nodes:
            if (
                node not in self.text.nodes
                or node in out.moved
                or node in out.label_out
                or node in out.mark_out
            ):
                raise Tangled(self.of_another(node))
            if not self.text.nodes[node].deleted:
                out.moved[node] = who
                done.append(node)
        return done


__all__ = ["Beside", "Together", "Why", "shown", "together"]
