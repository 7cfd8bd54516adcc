"""An amendment or a subamendment is handed in at the desk: received, numbered, circulated and
queued in one row (contract.md, "Meaning")."""

from __future__ import annotations

import re

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import (
    Amendment,
    Change,
    Deletion,
    Drafting,
    Free,
    Insertion,
    Join,
    Move,
    WordChange,
)
from ..amendments.proposals import Asked, Kind, NodeKind, Words, proposed_changes, shape, words_of
from ..amendments.work import DraftingWork
from ..deciding.consideration import open_nodes
from ..deciding.lifecycle import Movers, movers, step_to
from ..deciding.subamending import may_be_amended, remark_subamendment, subamendment_changes
from ..text.nodes import Text
from .window import in_time

#: series and number: "D" and 12, "D.12/S" and 1, "D.12/Rev" and 1, "live" and 3
_NUMBER = re.compile(r"(.+)[./](\d+)")
#: series whose number stands behind a stroke: live/3, draft/2
_WITH_STROKE = frozenset({"live", "draft"})

Proposed = tuple[str, str, tuple[Change, ...]]
"""What an amendment proposes: its principal node, the language that leads, and all changes."""


class AmendmentSubmitted(Event, frozen=True, tag="amendment_submitted"):
    """An amendment was received, numbered and put in the list."""

    amendment: Amendment

    def numbers(self) -> dict[str, int]:
        series, given = _NUMBER.fullmatch(self.amendment.number).groups()  # type: ignore[union-attr]
        return {series: int(given)}

    def apply(self, state: Drafting) -> Drafting:
        state = state.with_amendments(self.amendment)
        text = state.texts[self.amendment.text_id]
        if text.state == "office_draft":
            state = state.with_text(msgspec.structs.replace(text, state="amendments_open"))
        return state


class SubmitAmendment(Command, frozen=True, tag="submit_amendment"):
    """Hand in an amendment; with ``amends`` a subamendment to the amendment of that number.

    ``text`` of a ``replace`` is the whole proposed wording of the node. It may be an object by
    language. ``insert_after`` puts a node of the same kind after ``target``, or with ``node_kind``
    ``item`` under a paragraph the first item under it; further lines are items under the new node.
    ``move`` goes ``to`` behind a node (``before 2``: before it); ``split`` gives the two wordings on two
    lines; ``join`` takes in the node that follows, ``text`` being the words of both if they change.
    ``global`` replaces the words ``text`` by those in ``to`` throughout, or under ``target``; ``free`` is
    an instruction in words; ``live`` is what is typed on the screen, by a group or the ``office``.
    ``changes`` is a list of changes where one amendment touches several nodes. ``oral`` says whether it
    was moved orally: of a subamendment that is taken for granted (procedure.md §2.2). ``co_authors`` are
    the groups or participants that hand it in together with ``by``, who stands first.
    """

    by: str
    kind: Kind
    target: str = ""
    language: Language = "en"
    text: Words | None = None
    to: str = ""
    changes: tuple[Asked, ...] = ()
    node_kind: NodeKind | None = None
    amends: str = ""
    seconded_by: str = ""
    justification: str = ""
    oral: bool | None = None
    co_authors: tuple[str, ...] = ()

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        by = work.actor(self.by, office=self.kind == "live")
        moved_by = movers(work, by, self.co_authors, self.seconded_by)
        parent = self._parent(work, text)
        if parent is not None:
            text = work.state.texts[parent.text_id]
            may_be_amended(parent)
            language, words = words_of(self.text, self.language)
            target, changes = subamendment_changes(work, self.kind, self.target, parent, words)
        else:
            if self.kind != "live":
                in_time(work, text, self)
            target, language, changes = self._changes(work, text)
        series = f"{parent.number}/S" if parent else "live" if self.kind == "live" else "D"
        new = self._numbered(
            work, text, moved_by, (target, language, changes), series, "proposed" if parent else "queued"
        )
        if parent is not None:
            new = msgspec.structs.replace(new, amends=parent.id)
        work.emit(AmendmentSubmitted(amendment=new))
        if self.kind == "live":
            # what is typed on the screen while people watch is before the meeting at once
            if parent is None:
                open_nodes(work, new)
            new = step_to(work, new, "under_discussion", by=by)
        work.answer |= {"id": new.id, "number": new.number}
        self._remarks(work, text, new)

    def _parent(self, work: DraftingWork, text: Text) -> Amendment | None:
        """The amendment that this amends. Live typing while one amendment to the node is under
        discussion is a subamendment to it (design.md §4)."""
        if self.changes and (self.amends or self.text or self.to):
            raise refuse(
                "changes", N_("Say each change in “changes”; a subamendment is one change, to one node.")
            )
        if self.amends:
            return work.amendment(self.amends)
        if self.kind != "live" or not self.target or self.changes:
            return None
        node = work.node(text, self.target)
        floor = [
            a
            for a in work.state.to_node(node.id)
            if a.state == "under_discussion"
            and a.kind != "live"
            and any(c.node == node.id for c in a.word_changes())
        ]
        return floor[0] if len(floor) == 1 else None

    def _numbered(
        self, work: DraftingWork, text: Text, moved_by: Movers, proposed: Proposed, series: str, state: str
    ) -> Amendment:
        """The amendment with the next number of *series*. Raises Refused where its seconder may not second
        it."""
        order = work.context.number(series)
        number = f"{series}/{order}" if series in _WITH_STROKE else f"{series}.{order}"
        moved_by.must_be_seconded(work, number)
        target, language, changes = proposed
        return Amendment(
            id=work.new_id("a"),
            number=number,
            text_id=text.id,
            kind=self.kind,
            by=moved_by.by,
            language=language,
            target=target,
            changes=changes,
            order=order,
            received=work.context.time,
            row=work.context.seq,
            seconded_by=moved_by.seconder,
            justification=self.justification,
            state=state,
            history=(work.step(state, by=moved_by.by),),
            oral=self.oral,
            co_authors=moved_by.together,
        )

    def _changes(self, work: DraftingWork, text: Text) -> Proposed:
        """What the command proposes, as it would stand in the amendment."""
        asked = self.changes or (Asked(self.kind, self.target, self.text, self.to, self.node_kind),)
        language: str = self.language
        target = ""
        out: list[Change] = []
        for each in asked:
            if each.kind in ("global", "free") and not (each.target or self.target):
                node = next(iter(text))
            else:
                node = work.node(text, each.target or self.target)
            if each.kind in ("replace", "live"):
                work.must_be_seen(self, node.text(language))
            main, changes = proposed_changes(work, each, text, node, language)
            if out and main != language:
                raise refuse(
                    "language", N_("All changes of one amendment are handed in in one language first.")
                )
            language = main
            out += changes
            target = target or (changes[0].node if isinstance(changes[0], WordChange) else node.id)
        must_be_apart(work, text, out)
        return target, language, tuple(out)

    def _remarks(self, work: DraftingWork, text: Text, new: Amendment) -> None:
        remark_adopted(work, text, new)
        remark_twin(work, new)
        if text.state == "all_nodes_closed":
            work.warn(N_("Every paragraph has been adopted already."))
        rule = work.assembly.meeting.rules.amendment
        if new.oral and rule.written and not new.subamendment and new.kind != "live":
            work.warn(
                N_("{number} is recorded as moved orally; an amendment is handed in in writing."),
                number=new.number,
            )
        if new.language not in rule.languages and new.kind != "live":
            work.warn(
                N_("{number} is in “{language}”; the rules of this meeting ask for one of {languages}."),
                number=new.number,
                language=new.language,
                languages=rule.languages,
            )
        if new.subamendment:
            remark_subamendment(work, new)


def must_be_apart(work: DraftingWork, text: Text, changes: list[Change]) -> None:
    """Raises Refused where two changes of one amendment are about the same words: nobody could say what
    both come to. A node may be moved and reworded, and have others put in beside it."""
    seen: set[tuple[str, str]] = set()
    saved = {n for c in changes if isinstance(c, Move) for n in text.tree.under(c.node)}
    for change in changes:
        if isinstance(change, Insertion | Free):
            continue
        about: list[tuple[str, str]]
        if isinstance(change, Move):
            about = [("place", change.node)]
        elif isinstance(change, WordChange):
            about = [(change.language, change.node)]
        else:
            nodes: tuple[str, ...] = (change.node,)
            if isinstance(change, Join):
                nodes = (change.node, change.other)
            about = [("place", node) for node in nodes]
            if isinstance(change, Deletion):
                nodes = (change.node, *(n for n in text.tree.walk(change.node) if n not in saved))
            about += [(language, node) for node in nodes for language in text.languages]
        for each in about:
            if each in seen:
                raise refuse(
                    "same_node",
                    N_("Two changes of the amendment are about {place}; make one of them."),
                    place=work.place(text, each[1]),
                )
        seen.update(about)


def identical_to(drafting: Drafting, new: Amendment) -> Amendment | None:
    """The first pending amendment beside *new* that proposes the same words at the same place."""
    mine = shape(new)
    about = (
        drafting.subamendments(drafting.amendments[new.amends])
        if new.amends
        else drafting.to_node(new.target)
    )
    return next((a for a in about if a.id != new.id and a.pending and shape(a) == mine), None)


def remark_twin(work: DraftingWork, new: Amendment) -> None:
    """Say that another one proposes the same words as *new*."""
    twin = identical_to(work.state, new)
    if twin is not None:
        work.warn(N_("{number} proposes the same words as {twin}."), number=new.number, twin=twin.number)


def remark_adopted(work: DraftingWork, text: Text, new: Amendment) -> None:
    """Say that *new* would change or delete a node that has been adopted."""
    node = text.nodes.get(new.target)
    if node is not None and node.closed and new.kind in ("replace", "delete"):
        work.warn(
            N_("{place} has been adopted; it must be reopened before {number} can be called."),
            place=work.place(text, node.id),
            number=new.number,
        )


__all__ = [
    "AmendmentSubmitted",
    "SubmitAmendment",
    "identical_to",
    "must_be_apart",
    "remark_adopted",
    "remark_twin",
]
