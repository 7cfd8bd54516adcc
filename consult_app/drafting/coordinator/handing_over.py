"""Amendments on their way from a group's file to the secretariat: what is handed over of each.

What an amendment was written on goes with it: the words of each node as they stood (``base``), their
fingerprint (``seen``), and the row of the meeting in which they stood so. How the words differ is found
anew where they arrive and is never believed.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from ...meetings.acts import Command
from ...meetings.reasons import N_, Term, refuse
from ..amendments.amendment import Amendment, Change, Join, Split, WordChange
from ..amendments.work import DraftingWork
from ..deciding.lifecycle import step_to
from ..text.nodes import seen

#: how a hand-over file ends, and which version of its form this program writes
SUFFIX, VERSION = ".consult-amendments", 1


class Handed(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """One amendment as it is handed over. ``id`` is the same however often it is written anew, ``edition``
    which writing it is, ``number`` how the group's file calls it; ``changes`` as in an amendment
    (:mod:`.amendments`), without the operations; ``seen`` is the fingerprint of the words that it changes,
    all of them one after the other."""

    id: str
    text_id: str
    kind: str
    by: str
    language: str
    target: str
    changes: tuple[Change, ...]
    edition: int = 1
    number: str = ""
    seconded_by: str = ""
    co_authors: tuple[str, ...] = ()
    justification: str = ""
    seen: str = ""


class HandOver(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, kw_only=True):
    """The whole hand-over file: for which ``meeting`` (the hash of the first row of its journal; ``titles``
    are for people), from which ``file`` of which ``group``, on the text as it stood after which ``row``, and
    when it was ``made`` by the clock of the coordinator (ISO 8601 in UTC)."""

    format: Literal["consult-amendments"] = "consult-amendments"
    version: int
    meeting: str
    titles: dict[str, str]
    group: str
    file: str
    row: int
    made: str
    amendments: tuple[Handed, ...]


def handed(amendment: Amendment) -> Handed:
    """*amendment*, prepared in a group's file, as it is handed over. Raises LookupError for one that was
    not prepared there."""
    if amendment.source is None:
        raise LookupError(amendment.number)
    return Handed(
        id=amendment.source.id,
        edition=amendment.source.edition,
        number=amendment.number,
        text_id=amendment.text_id,
        kind=amendment.kind,
        by=amendment.by,
        seconded_by=amendment.seconded_by,
        co_authors=amendment.co_authors,
        language=amendment.language,
        target=amendment.target,
        changes=tuple(_bare(change) for change in amendment.changes),
        justification=amendment.justification,
        seen=written_on(amendment.changes),
    )


def written_on(changes: tuple[Change, ...]) -> str:
    """The fingerprint of all words that *changes* change, as they stood; "" where they change none."""
    bases: list[str] = []
    for change in changes:
        if isinstance(change, WordChange):
            bases.append(change.base)
        elif isinstance(change, Split | Join):
            bases += [words.base for words in change.words]
    return seen("\n".join(bases)) if bases else ""


def _bare(change: Change) -> Change:
    """The change without its operations, and without the rows of the file that it was prepared in."""
    if isinstance(change, WordChange):
        return _bare_words(change)
    if isinstance(change, Split | Join):
        return msgspec.structs.replace(change, words=tuple(_bare_words(words) for words in change.words))
    return change


def _bare_words(words: WordChange) -> WordChange:
    return WordChange(words.node, words.language, words.base, words.proposed, ())


class HandOverAmendments(Command, frozen=True, tag="hand_over_amendments"):
    """Record that these amendments were handed over to the secretariat, as a file; one that was handed over
    before may be handed over again. In a group's file only."""

    amendments: tuple[str, ...]

    def decide(self, work: DraftingWork) -> None:
        if work.given is None:
            raise refuse("group_file", N_("Amendments are handed over from a group’s file."))
        if not self.amendments:
            raise refuse("nothing_chosen", N_("Choose at least one amendment to hand over."))
        numbers: list[str] = []
        for name in self.amendments:
            amendment = work.amendment(name)
            if amendment.state not in ("draft", "handed_over"):
                raise refuse(
                    "hand_over",
                    N_("{number} was not prepared here to be handed over: {state}."),
                    number=amendment.number,
                    state=Term("state", amendment.state, "amendment"),
                )
            step_to(work, amendment, "handed_over")
            numbers.append(amendment.number)
        work.answer["numbers"] = numbers


__all__ = ["SUFFIX", "VERSION", "HandOver", "HandOverAmendments", "Handed", "handed", "written_on"]
