"""Amendments handed in as one Word file with tracked changes (design.md §8).

The file holds the text with every change put back (*original*) and what each author makes of it. The
nodes are known by what they say; each change of an author becomes one amendment to one node, and what a
second author changes inside the first one's words a subamendment. Where the file was made from an older
wording, the change is carried onto today's words; what cannot be carried is left out and said.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...meetings.acts import Command, Language
from ...meetings.reasons import N_, Message, refuse
from ..amendments.amendment import (
    Amendment,
    Insertion,
    WordChange,
    change_of,
)
from ..amendments.work import DraftingWork
from ..deciding.lifecycle import may_move
from ..text.nodes import Text
from ..wordings.remarking import renamed
from .fitting import CannotBePlaced, Fitting
from .importing import ReadNode
from .revision import Difference, compared
from .submission import AmendmentSubmitted, remark_adopted, remark_twin
from .window import in_time

_KINDS = {"replaced": "replace", "deleted": "delete", "moved": "move", "split": "split", "joined": "join"}
_QUOTED = 60


class Remark(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A comment in the file: its words, and the node that it stands at: its place in the version of the
    author or, of something that is not in that any more, in the original."""

    text: str
    node: int
    of_original: bool = False


class Version(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """What one author makes of the text. ``by`` is the group or participant whose amendments they are,
    ``author`` what the file calls them; ``within`` is the author inside whose words these changes stand
    (then ``nodes`` is the text with the changes of both)."""

    by: str
    nodes: tuple[ReadNode, ...]
    author: str = ""
    within: str = ""
    remarks: tuple[Remark, ...] = ()


class ImportAmendments(Command, frozen=True, tag="import_amendments"):
    """Take in the tracked changes of a file as amendments: all of them in one row, in the order of the
    text. ``original`` is the file with every change put back, ``versions`` what each author makes of it.
    What cannot be placed is left out and listed in the answer (``left_out``)."""

    language: Language
    original: tuple[ReadNode, ...]
    versions: tuple[Version, ...]
    source: str = ""

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        if self.language not in text.languages:
            raise refuse(
                "language",
                N_("The text is not there in this language yet ({language}); import it as a text first."),
                language=self.language,
            )
        in_time(work, text, self)
        taking = _TakingIn(work, text, self)
        for version in self.versions:
            by = work.actor(version.by)
            may_move(work, by, "A1")
            taking.take_in(version, by)
        if not taking.numbers and not taking.left_out:
            raise refuse("nothing_changes", N_("The file holds no tracked change of words."))
        if not taking.numbers:
            raise refuse(
                "no_place",
                N_("None of the changes in the file could be placed: {places}"),
                places=taking.left_out,
            )
        for message in taking.left_out:
            work.warn(N_("Left out, to be handed in by hand: {what}"), what=message)
        work.answer |= {"changes": taking.numbers, "left_out": len(taking.left_out)}


#: how a change of the outer author is found again in the version with the inner one's: what it is, the
#: node that it is about, and which of several there
_Key = tuple[str, str, int]


class _TakingIn:
    """One file on its way into the text."""

    def __init__(self, work: DraftingWork, text: Text, command: ImportAmendments) -> None:
        self.work, self.text, self.language = work, text, command.language
        self.fitting = Fitting(text, command.original, command.language)
        self.numbers: list[str] = []
        self.left_out: list[Message] = []
        self._made: dict[tuple[str, _Key], tuple[Difference, Amendment | None]] = {}
        self._first = work.context.number("D")

    def take_in(self, version: Version, by: str) -> None:
        """Hand in each difference of *version* as an amendment, or as a subamendment to one of the
        author within whose words it stands."""
        found = compared(self.work, self.fitting.file, self.language, version.nodes)
        self.fitting.name_new_notes(found.differences)
        keyed = dict(zip(_keyed(found.differences), found.differences, strict=True))
        if version.within:
            self._inside(version, by, keyed)
            return
        for key, difference in keyed.items():
            amendment = None
            try:
                amendment = self._amendment(difference, by, _remarks(version, difference))
            except CannotBePlaced as reason:
                self.left_out.append(reason.why)
            self._made[version.author, key] = difference, amendment

    def _inside(self, version: Version, by: str, found: dict[_Key, Difference]) -> None:
        """Subamendments: what is different in the version of both from that of the outer author."""
        for (author, key), (outer, parent) in list(self._made.items()):
            if author != version.within:
                continue
            inner = found.get(key)
            if inner is None:
                self.left_out.append(self._struck(outer, version.author or version.by))
                continue
            before, after = _proposal(outer), _proposal(inner)
            if before is None or after is None or before[1] == after[1]:
                continue
            if parent is None:
                self.left_out.append(self._struck(outer, version.author or version.by))
                continue
            self._subamendment(parent, by, after[1], _remarks(version, inner))

    def _struck(self, outer: Difference, author: str) -> Message:
        return Message(
            N_("what {author} changes in another author’s change: {place}"),
            {"author": author, "place": self.fitting.place_of(outer)},
        )

    # amendments

    def _amendment(self, difference: Difference, by: str, justification: str) -> Amendment:
        changes = tuple(self.fitting.carried(change, difference) for change in difference.changes)
        changes = tuple(c for c in changes if not isinstance(c, WordChange) or c.base != c.proposed)
        first = changes[0] if changes else None
        if first is None:
            raise CannotBePlaced(
                Message(N_("the text says so already: {place}"), {"place": self.fitting.place_of(difference)})
            )
        kind = _KINDS.get(difference.what, "")
        if isinstance(first, Insertion):
            kind = "insert_before" if first.where == "before" else "insert_after"
        order = self._first + sum("/" not in number for number in self.numbers)
        target = first.anchor if isinstance(first, Insertion) else first.node
        new = Amendment(
            id=self.work.new_id("a"),
            number=f"D.{order}",
            text_id=self.text.id,
            kind=kind,
            by=by,
            language=self.language,
            target=target,
            changes=changes,
            order=order,
            received=self.work.context.time,
            row=self.work.context.seq,
            justification=justification,
            history=(self.work.step("queued", by=by),),
        )
        return self._handed_in(new)

    def _handed_in(self, new: Amendment) -> Amendment:
        self.work.emit(AmendmentSubmitted(amendment=new))
        self.numbers.append(new.number)
        remark_adopted(self.work, self.text, new)
        remark_twin(self.work, new)
        return new

    def _subamendment(self, parent: Amendment, by: str, proposed: str, justification: str) -> None:
        said = renamed(proposed, self.fitting.keys)
        base, standing = "", ""
        target = parent.target
        for change in parent.changes:
            if isinstance(change, WordChange):
                target, base, standing = change.node, change.proposed, change.base
            elif isinstance(change, Insertion):
                target, base = change.nodes[0].id, change.nodes[0].texts[self.language]
        if not base or said == base:
            return
        order = 1 + sum(number.startswith(f"{parent.number}/S.") for number in self.numbers)
        self._handed_in(
            Amendment(
                id=self.work.new_id("a"),
                number=f"{parent.number}/S.{order}",
                text_id=self.text.id,
                kind="replace",
                by=by,
                language=self.language,
                target=target,
                changes=(change_of(target, self.language, base, said, standing=standing),),
                order=order,
                received=self.work.context.time,
                row=self.work.context.seq,
                amends=parent.id,
                justification=justification,
                state="proposed",
                history=(self.work.step("proposed", by=by),),
                oral=False,
            )
        )


def _keyed(differences: tuple[Difference, ...]) -> Iterator[_Key]:
    seen: dict[tuple[str, str], int] = {}
    for difference in differences:
        about = difference.what, difference.target
        seen[about] = seen.get(about, -1) + 1
        yield *about, seen[about]


def _proposal(difference: Difference) -> tuple[str, str] | None:
    """The node and the words that a difference proposes, where it is one node's words."""
    for change in difference.changes:
        if isinstance(change, WordChange):
            return change.node, change.proposed
        if isinstance(change, Insertion):
            return change.nodes[0].id, next(iter(change.nodes[0].texts.values()))
    return None


def _remarks(version: Version, difference: Difference) -> str:
    """What the comments at the place of a change say: they are its justification."""
    target = "" if isinstance(difference.changes[0], Insertion) else difference.target
    said = [
        remark.text
        for remark in version.remarks
        if (remark.of_original and f"file{remark.node}" == target)
        or (not remark.of_original and remark.node == difference.place)
    ]
    return "\n".join(dict.fromkeys(said))
