"""Amendments: what somebody proposes, and the states it goes through (procedure.md §2.1, §2.2)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...meetings.kept.assembly import Assembly
from ...meetings.people.people import same_delegation
from ..text.brackets import Bracket
from ..text.nodes import Step, Text
from ..wordings.diff import Ops, diff, fine
from .actions import ActionEntry
from .given import Source

TERMINAL = frozenset(
    {
        "withdrawn",
        "not_seconded",
        "not_moved",
        "fell",
        "merged",
        "inadmissible",
        "adopted",
        "adopted_as_subamended",
        "rejected",
        "superseded",
        "split",
    }
)
ADOPTED = frozenset({"adopted", "adopted_as_subamended"})
PARKED = frozenset({"deferred", "bracketed", "referred"})
ON_THE_FLOOR = frozenset({"called", "awaiting_seconder", "under_discussion"})
POSITIONS = ("supports", "supports_with_changes", "flexible", "opposes", "reserves")


class WordChange(msgspec.Struct, frozen=True, gc=False, tag="words"):
    """Other words for one node in one language.

    ``ops`` turn ``base`` into ``proposed`` as people read it, ``exact`` with no word in them that stays
    as it is; both are kept as they were found at submission. In a subamendment ``base`` is what its
    parent would make of the node, and ``standing`` the wording of the node itself at that time.
    ``since`` is the row in which the base was read, where that was after the amendment was received.
    """

    node: str
    language: str
    base: str
    proposed: str
    ops: Ops
    standing: str = ""
    since: int = 0
    exact: Ops = ()


def change_of(
    node: str, language: str, base: str, proposed: str, *, standing: str = "", since: int = 0
) -> WordChange:
    """The change that makes *proposed* of *base*."""
    return WordChange(
        node, language, base, proposed, diff(base, proposed), standing, since, fine(base, proposed)
    )


class NewNode(msgspec.Struct, frozen=True, gc=False):
    """A node to be put in. ``parent`` is another new node, or "" for the place of the insertion;
    ``note_key`` is by what wordings refer to a new footnote."""

    id: str
    kind: str
    texts: dict[str, str]
    enumeration: str = ""
    parent: str = ""
    note_key: str = ""


class Insertion(msgspec.Struct, frozen=True, gc=False, tag="insertion"):
    """New nodes ``before`` or ``after`` a node, or ``under`` it as its first items."""

    anchor: str
    where: str
    nodes: tuple[NewNode, ...]


class Deletion(msgspec.Struct, frozen=True, gc=False, tag="deletion"):
    """A node is deleted, with all under it."""

    node: str


class Move(msgspec.Struct, frozen=True, gc=False, tag="move"):
    """A node goes elsewhere with all under it: ``before`` or ``after`` another node."""

    node: str
    anchor: str
    where: str


class Split(msgspec.Struct, frozen=True, gc=False, tag="split"):
    """A node becomes two: the proposed words have the cut (``rebase.CUT``) where the new node begins."""

    node: str
    new: str
    words: tuple[WordChange, ...]


class Join(msgspec.Struct, frozen=True, gc=False, tag="join"):
    """A node takes in the one that follows it: the base has the cut between the words of the two."""

    node: str
    other: str
    words: tuple[WordChange, ...]


class Free(msgspec.Struct, frozen=True, gc=False, tag="free"):
    """An instruction in words, by language: when it is adopted, somebody puts it into the text."""

    node: str
    words: dict[str, str]


Change = WordChange | Insertion | Deletion | Move | Split | Join | Free


class Agreed(msgspec.Struct, frozen=True, gc=False):
    """Words agreed by adopting subamendments or by settling a collision, and the wording that they were
    agreed on. ``instead_of`` is the node whose change they take the place of, where its words stand in
    another one now; of a join, ``other`` is the node that is joined to ``node``."""

    node: str
    language: str
    base: str
    text: str
    since: int = 0
    instead_of: str = ""
    other: str = ""

    @property
    def origin(self) -> str:
        """The node that the change was about as it was handed in."""
        return self.instead_of or self.node


class Stated(msgspec.Struct, frozen=True, gc=False):
    """A group said where it stands, at that time (ISO 8601 in UTC); ``summary`` is what it said, by language,
    for the report of proceedings."""

    group: str
    position: str
    at: str
    summary: dict[str, str] = {}


class Signature(msgspec.Struct, frozen=True, gc=False):
    """A reviser checked a translation of what an amendment proposes: who, and which words."""

    by: str
    words: str


class Amendment(msgspec.Struct, frozen=True, gc=False):
    """One amendment. What it proposes never changes after submission; its state does.

    ``row`` is the row of the journal that received it.

    ``by`` and ``seconded_by`` are group or participant ids, ``amends`` is the parent of a
    subamendment, ``agreed`` what subamendments adopted so far have made of it, ``order`` its place
    in the order of receipt. ``positions`` are those that hold, ``stated`` all in the order in which they
    were stated; ``oral`` is None where nobody said whether it was moved orally or in writing.
    ``sort_code`` decides its place among those that touch the same words ("M1" before "M2").
    ``rendered`` keeps by language which words a translation renders where these are not the ones that
    were handed in, ``signed`` what a reviser has checked. ``co_authors`` handed it in together with ``by``,
    or with the one that it was taken over from. ``source`` says which draft of a group's file it is.
    """

    id: str
    number: str
    text_id: str
    kind: str
    by: str
    language: str
    target: str
    changes: tuple[Change, ...]
    order: int
    received: str
    row: int
    state: str = "queued"
    amends: str = ""
    seconded_by: str = ""
    justification: str = ""
    taken_over_from: str = ""
    joint: tuple[str, ...] = ()
    part_of: str = ""
    positions: dict[str, str] = {}
    agreed: tuple[Agreed, ...] = ()
    history: tuple[Step, ...] = ()
    stated: tuple[Stated, ...] = ()
    oral: bool | None = None
    sort_code: str = ""
    rendered: dict[str, str] = {}
    signed: dict[str, Signature] = {}
    co_authors: tuple[str, ...] = ()
    source: Source | None = None

    @property
    def authors(self) -> tuple[str, ...]:
        """Whose it is now: those who handed it in together, or who took it over when they withdrew it. The
        first is the one that it is listed under."""
        return (self.by,) if self.taken_over_from else (self.by, *self.co_authors)

    @property
    def handed_in_by(self) -> tuple[str, ...]:
        """Those who handed it in, whoever took it over since."""
        return (self.taken_over_from or self.by, *self.co_authors)

    @property
    def credited(self) -> tuple[str, ...]:
        """Its authors, and those of amendments that proposed the same and were considered with it."""
        return tuple(dict.fromkeys((*self.authors, *self.joint)))

    @property
    def moved_orally(self) -> bool:
        """Whether it was moved orally: what is typed in the room and subamendments, unless they were
        handed in in writing (procedure.md §2.2)."""
        return bool(self.amends) or self.kind == "live" if self.oral is None else self.oral

    @property
    def depth(self) -> int:
        """0 for an amendment, 1 for a subamendment, 2 for a subamendment to one."""
        return self.number.count("/S.")

    @property
    def pending(self) -> bool:
        return self.state not in TERMINAL

    @property
    def subamendment(self) -> bool:
        return bool(self.amends)

    def word_changes(self) -> Iterator[WordChange]:
        return (change for change in self.changes if isinstance(change, WordChange))

    def inserted(self) -> tuple[NewNode, ...]:
        """The nodes that it puts in."""
        return tuple(
            node for change in self.changes if isinstance(change, Insertion) for node in change.nodes
        )

    def targets(self) -> tuple[str, ...]:
        """The nodes that it touches, each once; for an insertion the node that it stands by."""
        out: dict[str, None] = {}
        for change in self.changes:
            out[change.anchor if isinstance(change, Insertion) else change.node] = None
            if isinstance(change, Join):
                out[change.other] = None
        return tuple(out)


class Drafting(msgspec.Struct, frozen=True, gc=False):
    """The texts of the meeting and the amendments to them, as one immutable value.

    ``touching`` names the amendments that are about each node, and the subamendments to each
    amendment, in order of receipt: what is looked up at each decision must not grow with the meeting.
    ``brackets`` are the square brackets by number, open or not.
    ``followup`` is what was entered by hand in the register of follow-up, by node or number.
    """

    texts: dict[str, Text] = {}
    amendments: dict[str, Amendment] = {}
    touching: dict[str, tuple[str, ...]] = {}
    brackets: dict[str, Bracket] = {}
    followup: dict[str, ActionEntry] = {}

    def by_number(self, number: str) -> Amendment | None:
        """The amendment with this number ("D.3", "D.3/S.1") or id."""
        if number in self.amendments:
            return self.amendments[number]
        return next((a for a in self.amendments.values() if a.number == number), None)

    def of_text(self, text_id: str) -> list[Amendment]:
        return [a for a in self.amendments.values() if a.text_id == text_id]

    def subamendments(self, amendment: Amendment) -> list[Amendment]:
        """The subamendments moved to it, in order of receipt."""
        return [self.amendments[each] for each in self.touching.get(amendment.id, ())]

    def to_node(self, node: str) -> list[Amendment]:
        """Amendments (not subamendments) that touch *node*, or a node that was joined to it or that it
        was split off, in order of receipt."""
        about: tuple[str, ...] = ()
        text = next((each for each in self.texts.values() if node in each.nodes), None)
        nodes = [node]
        for each in nodes:
            about += self.touching.get(each, ())
            if text is not None:
                was = text.nodes[each]
                before = (*(joined.node for joined in was.joined), was.split_from)
                nodes += (one for one in before if one and one not in nodes)
        found = [self.amendments[each] for each in dict.fromkeys(about)]
        return found if len(about) < 2 else sorted(found, key=lambda amendment: amendment.row)

    def with_amendments(self, *changed: Amendment) -> Drafting:
        """With these amendments, new or in place of their former selves."""
        touching = self.touching
        for new in changed:
            if new.id not in self.amendments:
                to = (change.anchor for change in new.changes if isinstance(change, Move))
                keys = (new.amends,) if new.amends else dict.fromkeys((*new.targets(), *to))
                touching = touching | {key: (*touching.get(key, ()), new.id) for key in keys}
        amendments = self.amendments | {a.id: a for a in changed}
        return msgspec.structs.replace(self, amendments=amendments, touching=touching)

    def with_text(self, text: Text) -> Drafting:
        return msgspec.structs.replace(self, texts=self.texts | {text.id: text})


def needs_seconder(assembly: Assembly, amendment: Amendment) -> bool:
    """Whether the rules ask for a seconder that this amendment or subamendment does not have yet: a
    group or a regional group needs none, a single member does (procedure.md A12, A13, §2.2); nor does
    what was typed or brought in at the desk, or what members of several delegations hand in together."""
    if amendment.kind == "live":
        return False
    rules = assembly.meeting.rules.seconding
    if amendment.subamendment:
        rules = assembly.meeting.rules.subamendment.seconding or rules
    if any(who in assembly.groups for who in amendment.authors):
        asked = rules.group
    else:
        asked = rules.individual_member and not _of_several(assembly, amendment.authors)
    return asked and not amendment.seconded_by


def _of_several(assembly: Assembly, authors: tuple[str, ...]) -> bool:
    """Whether members of several delegations move together: none of them is a single member (A13)."""
    return any(not same_delegation(assembly, authors[0], other) for other in authors[1:])
