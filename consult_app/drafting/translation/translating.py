"""The three languages in lock-step: translations and editorial changes.

Whether a wording is out of date is derived from what it says that it renders; nothing here stores
it (design.md §4)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Drafting
from ..amendments.proposed_wordings import proposed_wording
from ..amendments.work import DraftingWork
from ..text.nodes import Edit, Node, Rendering, Text
from ..wordings.diff import Ops, fine
from ..wordings.wording import fingerprint
from .translating_amendments import translate_amendment


class WordingWritten(Event, frozen=True, tag="wording_written"):
    """A node was given other words in one language, outside any amendment. ``renders`` is the
    fingerprint of the wording that a translation renders, ``of`` its language."""

    text_id: str
    node: str
    language: str
    text: str
    by: str
    at: str
    of: str = ""
    renders: str = ""
    editorial: bool = False
    row: int = 0
    edit: Ops = ()

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        node = text.nodes[self.node]
        old = node.wordings.get(self.language)
        if not self.of:
            words = Rendering(self.text)
        elif self.editorial and old is not None and old.of:
            # a change of form leaves a translation rendering what it rendered before
            words = Rendering(self.text, old.of, old.renders)
        else:
            words = Rendering(self.text, self.of, node.text(self.of))
        node = msgspec.structs.replace(
            node,
            wordings=node.wordings | {self.language: words},
            editorial=node.editorial + self.editorial,
            edits=(*node.edits, Edit(self.row, self.language, self.edit)) if self.edit else node.edits,
        )
        if self.language not in text.languages:
            text = msgspec.structs.replace(text, languages=(*text.languages, self.language))
        return state.with_text(text.with_nodes(node))


class SetTranslation(Command, frozen=True, tag="set_translation"):
    """Give the wording of a node, or of what an amendment proposes, in a further language. What changes
    several passages is given on as many lines, in the order in which it changes them."""

    language: Language
    text: str
    node: str = ""
    amendment: str = ""
    by: str = ""

    def decide(self, work: DraftingWork) -> None:
        if bool(self.node) == bool(self.amendment):
            raise refuse("set_translation", N_("Name either a node or an amendment to translate."))
        if self.amendment:
            amendment = work.amendment(self.amendment)
            work.must_be_seen(self, proposed_wording(amendment, amendment.language))
            translate_amendment(work, amendment, self.language, self.text)
            return
        text = work.text(self)
        node = work.node(text, self.node)
        if node.deleted:
            raise refuse("deleted", N_("{place} has been deleted."), place=work.place(text, node.id))
        if self.language == node.original:
            raise refuse(
                "original",
                N_(
                    "{place} was decided in this language; its words change by an amendment or an "
                    "editorial change."
                ),
                place=work.place(text, node.id),
            )
        work.must_be_seen(self, node.text(node.original))
        words = work.wording(self.text)
        work.emit(
            WordingWritten(
                text_id=text.id,
                node=node.id,
                language=self.language,
                text=words,
                by=self.by or work.context.actor,
                at=work.context.time,
                of=node.original,
                renders=fingerprint(node.text(node.original)),
                row=work.context.seq,
                edit=fine(node.text(self.language), words),
            )
        )
        work.answer |= {"node": work.label(text, node.id), "language": self.language}


class EditWording(Command, frozen=True, tag="edit_wording"):
    """Change the words of a node directly. An ``editorial`` change is one of form, not substance,
    and may be made after adoption (procedure.md P8)."""

    node: str
    language: Language
    text: str
    by: str
    editorial: bool = False

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        node = work.node(text, self.node)
        if node.deleted:
            raise refuse("deleted", N_("{place} has been deleted."), place=work.place(text, node.id))
        work.must_be_seen(self, node.text(self.language))
        if (node.closed or text.adopted) and not self.editorial:
            raise refuse(
                "P8",
                N_("{place} has been adopted; only an editorial change may still be made to it."),
                place=work.place(text, node.id),
            )
        words = work.wording(self.text)
        if words == node.text(self.language):
            raise refuse(
                "nothing_changes", N_("The proposed wording is the one that stands; nothing would change.")
            )
        original = self.language == node.original
        work.emit(
            WordingWritten(
                text_id=text.id,
                node=node.id,
                language=self.language,
                text=words,
                by=self.by,
                at=work.context.time,
                of="" if original else node.original,
                renders="" if original else fingerprint(node.text(node.original)),
                editorial=self.editorial,
                row=work.context.seq,
                edit=fine(node.text(self.language), words),
            )
        )
        work.answer |= {"node": work.label(text, node.id), "language": self.language}


def lacking(text: Text, language: str) -> dict[str, str]:
    """What stands in the way of a final paper in *language*: status by node id, for each node that
    is not deleted and is missing, out of date or not yet checked."""
    out = {}
    for node in text:
        status = node.status(language)
        if not node.deleted and status in ("missing", "out_of_date", "draft"):
            out[node.id] = status
    return out


__all__ = ["EditWording", "Node", "SetTranslation", "WordingWritten", "lacking"]
