"""What an amendment would do to today's text: a pure function of what it proposes and what stands.

Adoption is stored, effect is derived (design.md §2). ``effect`` says whether an amendment can be
carried out, has nothing left to do, has lost its object, or collides, and with what.
"""

from __future__ import annotations

import msgspec

from ...meetings.reasons import Message
from ..text.nodes import Text
from ..text.trail import heirs
from .amendment import ADOPTED, Amendment, Change, Deletion, Drafting, Insertion, Join, Split, WordChange
from .colliding import Collision, why, with_pending
from .effective import (
    deletions,
    effective_insertions,
    effective_structure,
    effective_words,
    structural_words,
)
from .reach import lost, reach, stands
from .rebase import NEW_CUT, Carried, Words, carried, carried_join

#: the changes of words of a split or a join, each with the node joined
Proposed = tuple[tuple[WordChange, str], ...]


class Effect(msgspec.Struct, frozen=True, gc=False):
    """``applies``, ``done`` (its words already stand), ``gone`` (its object was removed) or
    ``collides``.

    ``lost`` are the nodes that some of its changes were about and that are there no longer; ``cuts`` say
    which node is cut today for each new one that is split off, ``pairs`` which two are joined.
    ``translated`` are collisions of its words in other languages than the one in which it was handed in:
    these do not count, the words are translated again after its adoption.
    """

    outcome: str
    words: tuple[Words, ...] = ()
    collisions: tuple[Collision, ...] = ()
    lost: tuple[str, ...] = ()
    cuts: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    translated: tuple[Collision, ...] = ()


def effect(drafting: Drafting, amendment: Amendment, *, insertions: bool = False) -> Effect:
    """What adopting *amendment* now would do. *insertions* true: words that both sides put in at
    the same point may stand one after the other."""
    text = drafting.texts[amendment.text_id]
    out = _Gathered(drafting, text, amendment)
    for words in effective_words(amendment):
        out.words_of(words, carried(text, words, words.since or amendment.row, insertions=insertions))
    for structure in effective_structure(amendment):
        if isinstance(structure.change, Split):
            out.split(structure.change, structure.words, insertions)
        else:
            out.join(structure.change, structure.words, insertions)
    deleted = deletions(amendment)
    for change in amendment.changes:
        replaced = isinstance(change, Deletion) and change.node not in deleted
        if not (replaced or isinstance(change, WordChange | Split | Join)):
            out.fate(change, "gone" if lost(text, amendment, change) else "applies")
    return out.effect()


class _Gathered:
    """What the changes of one amendment come to, gathered change by change."""

    def __init__(self, drafting: Drafting, text: Text, amendment: Amendment) -> None:
        self.drafting, self.text, self.amendment = drafting, text, amendment
        self.words: list[Words] = []
        self.collisions: list[Collision] = []
        self.translated: list[Collision] = []
        self.cuts: list[tuple[str, str]] = []
        self.pairs: list[tuple[str, str]] = []
        self.fates: list[str] = []
        self.lost: dict[str, None] = {}

    def fate(self, change: Change, fate: str) -> None:
        self.fates.append(fate)
        if fate == "gone":
            self.lost[change.anchor if isinstance(change, Insertion) else change.node] = None

    def words_of(self, change: WordChange, came: Carried) -> None:
        """A change of words; its translation, where it no longer fits, is done again after adoption."""
        if came.clashes and change.language == self.amendment.language:
            self._collide(change, came)
        elif came.gone or not came.clashes:
            self.words += came.words
            done = bool(came.words) and all(stands(self.text, each) for each in came.words)
            self.fate(change, "gone" if came.gone else "done" if done else "applies")
        else:
            self.translated += self._colliding(change, came)

    def _collide(self, change: WordChange, came: Carried) -> None:
        self.collisions += self._colliding(change, came)

    def _colliding(self, change: WordChange, came: Carried) -> list[Collision]:
        with_ = _who_changed(self.drafting, self.text, change)
        return [Collision(with_, change.node, change.language, c, True) for c in came.clashes]

    def _leading(self, words: Proposed) -> Proposed:
        """The words of a change, those in the language it was handed in with first."""
        return tuple(sorted(words, key=lambda each: each[0].language != self.amendment.language))

    def split(self, change: Split, proposed: Proposed, insertions: bool) -> None:
        """A split: done where a cut stands already at that place and all its words do."""
        cut, mine = "", len(self.words)
        for words, _ in self._leading(proposed):
            came = carried(self.text, words, words.since or self.amendment.row, insertions=insertions)
            leads = words.language == self.amendment.language
            if came.gone or (came.clashes and leads):
                if came.gone:
                    self.fate(change, "gone")
                else:
                    self._collide(words, came)
                return
            at = next((each.node for each in came.words if NEW_CUT in each.text), "")
            halves = next((each.text.split(NEW_CUT) for each in came.words if each.node == at), [])
            if any(not half.strip() for half in halves):
                at = ""
            cut = at if leads else cut
            if at == cut and not came.clashes:
                self.words += (_uncut(each) if not at else each for each in came.words)
        if cut:
            self.cuts.append((change.new, cut))
        done = not cut and all(stands(self.text, each) for each in self.words[mine:])
        self.fate(change, "done" if done else "applies")

    def join(self, change: Join, proposed: Proposed, insertions: bool) -> None:
        """A join: done where the two are one node already and its words stand."""
        pair: tuple[str, str] | None = None
        mine = len(self.words)
        for words, other in self._leading(proposed):
            since = words.since or self.amendment.row
            if other:
                came = carried_join(self.text, words, other, since, insertions=insertions)
            else:
                came = carried(self.text, words, since, insertions=insertions)
            leads = words.language == self.amendment.language
            if came.gone:
                self.fate(change, "gone")
                return
            if came.clashes and leads:
                self._collide(words, came)
                return
            pair = came.pair if leads else pair
            if came.pair == pair and not came.clashes:
                self.words += came.words
        if pair is not None:
            self.pairs.append(pair)
        done = pair is None and all(stands(self.text, each) for each in self.words[mine:])
        self.fate(change, "done" if done else "applies")

    def effect(self) -> Effect:
        """The whole: gone when nothing of it can be done, done when all of it stands."""
        fates = set(self.fates)
        if self.collisions:
            outcome = "collides"
        elif fates == {"gone"}:
            outcome = "gone"
        elif "done" in fates and fates <= {"done", "gone"}:
            outcome = "done"
        else:
            outcome = "applies"
        return Effect(
            outcome,
            tuple(self.words),
            tuple(self.collisions),
            tuple(self.lost),
            tuple(self.cuts),
            tuple(self.pairs),
            tuple(self.translated),
        )


def _uncut(words: Words) -> Words:
    ops = (msgspec.structs.replace(op, text=op.text.replace(NEW_CUT, "")) for op in words.edit)
    kept = tuple(op for op in ops if op.text or op.end > op.start)
    return Words(words.node, words.language, words.text.replace(NEW_CUT, ""), kept)


def _who_changed(drafting: Drafting, text: Text, change: WordChange) -> tuple[str, ...]:
    nodes = (change.node, *(each for each in heirs(text, change.node, change.since) if each != change.node))
    by = dict.fromkeys(each for node in nodes for each in text.nodes[node].amended_by)
    found = (drafting.amendments[each] for each in by)
    return tuple(amendment.number for amendment in found if amendment.state in ADOPTED)


def collisions_between(drafting: Drafting, amendment: Amendment) -> list[Collision]:
    """Collisions of a pending amendment: with what stands, and with other pending amendments."""
    if not amendment.pending or amendment.subamendment:
        return []
    return [*effect(drafting, amendment).collisions, *with_pending(drafting, amendment)]


def explained(drafting: Drafting, amendment: Amendment) -> list[tuple[Collision, Message]]:
    """The collisions of a pending amendment, each with the sentence that says what it is, in the words of the
    reader's language where the amendments have words in it."""
    found = collisions_between(drafting, amendment)
    translated = effect(drafting, amendment).translated if any(each.standing for each in found) else ()
    return [(each, why(amendment, each, (*found, *translated))) for each in found]


def consequences(
    before: Drafting, after: Drafting, amendment: Amendment
) -> tuple[list[Amendment], list[Amendment]]:
    """What adopting *amendment* did to the others: those that collide now and did not before, and
    those whose object it removed (they fall if the chair agrees)."""
    collides: list[Amendment] = []
    falls: list[Amendment] = []
    others = {other.id: other for node in _touched(after, amendment) for other in after.to_node(node)}
    for other in sorted(others.values(), key=lambda each: each.row):
        if other.id == amendment.id or not other.pending:
            continue
        now = effect(after, other).outcome
        if now in ("gone", "done"):
            falls.append(other)
        elif now == "collides" and effect(before, before.amendments[other.id]).outcome != "collides":
            collides.append(other)
    return collides, falls


def _touched(drafting: Drafting, amendment: Amendment) -> set[str]:
    tree = drafting.texts[amendment.text_id].tree
    out = set(amendment.targets())
    for change in amendment.changes:
        if isinstance(change, Deletion):
            out.update(tree.under(change.node))
    return out


__all__ = [
    "Collision",
    "Effect",
    "Words",
    "collisions_between",
    "consequences",
    "deletions",
    "effect",
    "effective_insertions",
    "effective_words",
    "explained",
    "reach",
    "structural_words",
]
