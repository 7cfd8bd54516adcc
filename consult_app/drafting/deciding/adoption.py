"""An amendment is adopted: guards, consequences for the others, and collisions explained."""

from __future__ import annotations

from collections.abc import Iterator

from ...meetings.acts import Command
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import ADOPTED, Amendment, Free
from ..amendments.colliding import why
from ..amendments.effect import Effect, consequences, effect
from ..amendments.effective import deletions, effective_words, structural_words
from ..amendments.placing import places
from ..amendments.reach import pieces_of
from ..amendments.rebase import CUT, NEW_CUT
from ..amendments.work import DraftingWork, numbers
from ..text.nodes import Step, Text
from ..wordings.diff import fine
from .adopted import AmendmentAdopted, SubamendmentAdopted, Written
from .floor import _OnAmendment
from .lagging import with_what_is_rendered
from .lifecycle import close_children, guard, on_the_floor
from .subamending import agreed_on


class AdoptAmendment(_OnAmendment, frozen=True, tag="adopt_amendment"):
    """Adopt the amendment (as subamended, where subamendments to it were adopted)."""

    def decide(self, work: DraftingWork) -> None:
        amendment = self.found(work)
        guard("adopt", amendment)
        node = work.state.texts[amendment.text_id].nodes.get(amendment.target)
        if node is not None:
            work.must_be_seen(self, node.text(amendment.language))
        amendment = on_the_floor(work, amendment)
        to = children_first(work, amendment)
        step = work.step(to, basis=self.basis or "consensus", reason=self.reason)
        if amendment.subamendment:
            adopt_subamendment(work, self, amendment, step)
            self.said(work, amendment)
            return
        before = work.state
        self._carry_out(work, amendment, step)
        collides, falls = consequences(before, work.state, amendment)
        self.said(work, amendment)
        text = work.state.texts[amendment.text_id]
        inserted = [node.id for node in amendment.inserted()]
        if inserted:
            work.answer["inserted"] = {work.label(text, node): node for node in inserted}
        work.answer |= {"collisions": numbers(collides), "would_fall": numbers(falls)}

    def _carry_out(self, work: DraftingWork, amendment: Amendment, step: Step) -> None:
        text = work.state.texts[amendment.text_id]
        structural = [words for words, _ in structural_words(amendment)]
        for change in (*effective_words(amendment), *structural):
            node = text.nodes.get(change.node)
            if (
                node is not None
                and change.language == amendment.language
                and node.status(change.language) == "out_of_date"
            ):
                raise refuse(
                    "out_of_date",
                    N_(
                        "{place} is out of date in this language; bring it up to date before a "
                        "change to it is adopted in it."
                    ),
                    place=work.place(text, node.id),
                )
        found = effect(work.state, amendment)
        if found.outcome == "collides" and all(c.clash.insertion for c in found.collisions):
            work.confirm(
                self,
                N_(
                    "Words were already put in at the place where {number} puts in its own. Adopt it "
                    "with its words after those?"
                ),
                number=amendment.number,
            )
            found = effect(work.state, amendment, insertions=True)
        if found.outcome == "gone":
            raise refuse(
                "A24",
                N_("{number} has lost its object: what it changes has been deleted."),
                number=amendment.number,
            )
        if found.outcome == "collides":
            raise refuse(
                "collision",
                N_("{why} Settle the collision first: say how the text is to read with {number}."),
                why=why(amendment, found.collisions[0], (*found.collisions, *found.translated)),
                number=amendment.number,
            )
        if found.lost:
            work.confirm(
                self,
                N_(
                    "A part of {number} has lost its object: {places} are there no longer. Adopt what is "
                    "left of it?"
                ),
                number=amendment.number,
                places=[work.place(text, node) for node in found.lost],
            )
        if any(isinstance(change, Free) for change in amendment.changes):
            work.warn(
                N_("{number} is an instruction: put its words into the text by an editorial change."),
                number=amendment.number,
            )
        if found.outcome == "done":
            work.warn(N_("The words of {number} stand in the text already."), number=amendment.number)
        main = {w.node for w in found.words if w.language == amendment.language}
        for change in effective_words(amendment):
            if change.node in main and not any(
                (w.node, w.language) == (change.node, change.language) for w in found.words
            ):
                work.warn(
                    N_(
                        "The {language} wording of {number} does not fit today’s text and must be "
                        "translated again."
                    ),
                    language=change.language,
                    number=amendment.number,
                )
        event = carried_out(text, amendment, found, step, work.context.seq)
        work.emit(with_what_is_rendered(text, amendment, event))
        close_children(work, amendment)


def carried_out(text: Text, amendment: Amendment, found: Effect, step: Step, row: int) -> AmendmentAdopted:
    """What adopting *amendment* by *step* in that *row* of the journal does to *text*; *found* is its
    effect."""
    done = places(text, amendment, row, found)
    # what is moved out of a node that the same amendment deletes is not deleted with it
    deleted = [
        node
        for top in deletions(amendment)
        for piece in pieces_of(text, top, amendment.row)
        for node in done.tree.under(piece)
    ]
    return AmendmentAdopted(
        amendment=amendment.id,
        step=step,
        row=row,
        written=tuple(_written(text, found)),
        put_in=done.put_in,
        split_off=done.split_off,
        moved=done.moved,
        joined=done.joined,
        deleted=tuple(n for n in deleted if n in text.nodes and not text.nodes[n].deleted),
    )


def _written(text: Text, found: Effect) -> Iterator[Written]:
    """The words as they are written; those of a split go to the two nodes that it makes, and how the
    words became those of both is kept with the first."""
    new = {node: off for off, node in found.cuts}
    for each in found.words:
        first, _, second = (half.strip() for half in each.text.partition(NEW_CUT))
        if NEW_CUT in each.text:
            edit = fine(text.nodes[each.node].text(each.language), first + CUT + second)
            yield Written(each.node, each.language, first, edit)
            yield Written(new[each.node], each.language, second)
        else:
            yield Written(each.node, each.language, each.text, each.edit)


def children_first(work: DraftingWork, amendment: Amendment) -> str:
    """The state to which adopting the amendment leads: subamendments to it may have been adopted. Raises
    Refused while one is pending (procedure.md §2.2)."""
    children = work.state.subamendments(amendment)
    waiting = [child for child in children if child.pending]
    if waiting:
        raise refuse(
            "subamendments_first",
            N_("Subamendments are disposed of before their amendment: {subamendments} first."),
            subamendments=numbers(waiting),
        )
    return "adopted_as_subamended" if any(child.state in ADOPTED for child in children) else "adopted"


def adopt_subamendment(work: DraftingWork, command: Command, amendment: Amendment, step: Step) -> None:
    """Adopt a subamendment by *step*, as *command* asks: its parent proposes the agreed words from now on.
    Raises Refused unless the parent is under discussion, and NeedsConfirmation."""
    parent = work.state.amendments[amendment.amends]
    if parent.state != "under_discussion":
        raise refuse(
            "parent_not_under_discussion",
            N_("{number} is not under discussion; call it before a subamendment to it is moved."),
            number=parent.number,
        )
    agreed = agreed_on(work, command, amendment)
    work.emit(SubamendmentAdopted(amendment=amendment.id, parent=parent.id, step=step, agreed=agreed))
    close_children(work, amendment)


__all__ = ["AdoptAmendment", "adopt_subamendment", "carried_out", "children_first", "why"]
