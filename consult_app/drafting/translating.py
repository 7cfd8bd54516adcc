"""The three languages in lock-step: translations, editorial changes and the reviser's signature.

Whether a wording is out of date is derived from what it says that it renders; nothing here stores
it (design.md §4)."""

from __future__ import annotations

import msgspec

from ..meetings.acts import Command, Event, Language
from ..meetings.reasons import N_, refuse
from .amendments import Amendment, Change, Drafting, Free, Insertion, Join, Split, WordChange, change_of
from .diff import Ops, fine
from .lines import read_lines
from .nodes import Edit, Node, Rendering, Text
from .restructuring import join_words, split_words
from .wording import fingerprint
from .work import DraftingWork


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
    """Give the wording of a node, or of what an amendment proposes, in a further language."""

    language: Language
    text: str
    node: str = ""
    amendment: str = ""
    by: str = ""

    def decide(self, work: DraftingWork) -> None:
        if bool(self.node) == bool(self.amendment):
            raise refuse("set_translation", N_("Name either a node or an amendment to translate."))
        if self.amendment:
            self._of_amendment(work, work.amendment(self.amendment))
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

    def _of_amendment(self, work: DraftingWork, amendment: Amendment) -> None:
        if self.language == amendment.language:
            raise refuse("original", N_("{number} was handed in in this language."), number=amendment.number)
        if not amendment.pending:
            raise refuse("closed", N_("{number} has been disposed of."), number=amendment.number)
        changes = tuple(
            _translated(work, amendment, change, self.language, self.text) for change in amendment.changes
        )
        words = [
            c for c in amendment.changes if isinstance(c, WordChange) and c.language == amendment.language
        ]
        inserted = [change for change in amendment.changes if isinstance(change, Insertion)]
        if len(words) + len(inserted) > 1:
            raise refuse(
                "several",
                N_("{number} changes several nodes; translate them after its adoption."),
                number=amendment.number,
            )
        if words and not any(isinstance(c, WordChange) and c.language == self.language for c in changes):
            changes = (*changes, _word_change(work, amendment, words[0].node, self.language, self.text))
        if changes == amendment.changes:
            raise refuse("no_words", N_("{number} has no words to translate."), number=amendment.number)
        work.emit(
            AmendmentTranslated(
                amendment=amendment.id, language=self.language, changes=changes, at=work.context.time
            )
        )
        work.answer |= {"number": amendment.number, "language": self.language}


def _translated(
    work: DraftingWork, amendment: Amendment, change: Change, language: str, words: str
) -> Change:
    if isinstance(change, WordChange) and change.language == language:
        return _word_change(work, amendment, change.node, language, words)
    if isinstance(change, Free):
        said = work.wording(" ".join(line.strip() for line in words.strip().splitlines()))
        return msgspec.structs.replace(change, words=change.words | {language: said})
    if isinstance(change, Split | Join):
        return _restructured(work, amendment, change, language, words)
    if not isinstance(change, Insertion):
        return change
    lines = read_lines(words)
    if len(lines) != len(change.nodes):
        raise refuse(
            "lines_differ",
            N_("The proposed wording has other items in one language ({language}) than in another."),
            language=language,
        )
    nodes = tuple(
        msgspec.structs.replace(node, texts=node.texts | {language: work.wording(line.text)})
        for node, line in zip(change.nodes, lines, strict=True)
    )
    return msgspec.structs.replace(change, nodes=nodes)


def _restructured(
    work: DraftingWork, amendment: Amendment, change: Split | Join, language: str, words: str
) -> Split | Join:
    """A split or a join with its words in a further language, as they would be handed in with it."""
    text = work.state.texts[amendment.text_id]
    node = text.nodes[change.node]
    if not node.text(language):
        raise refuse(
            "language",
            N_("{place} has no wording in this language ({language}); it must be translated first."),
            place=work.place(text, node.id),
            language=language,
        )
    if isinstance(change, Split):
        [new] = split_words(work, node, {language: words})
    else:
        [new] = join_words(work, node, text.nodes[change.other], {language: words})
    new = msgspec.structs.replace(new, since=work.context.seq)
    kept = tuple(each for each in change.words if each.language != language)
    return msgspec.structs.replace(change, words=(*kept, new))


def _word_change(
    work: DraftingWork, amendment: Amendment, node_id: str, language: str, words: str
) -> WordChange:
    node = work.state.texts[amendment.text_id].nodes.get(node_id)
    standing = node.text(language) if node else ""
    proposed = work.wording(words)
    return change_of(
        node_id,
        language,
        standing,
        proposed,
        standing=standing if amendment.subamendment else "",
        since=work.context.seq,
    )


class AmendmentTranslated(Event, frozen=True, tag="amendment_translated"):
    """What an amendment proposes was put into a further language."""

    amendment: str
    language: str
    changes: tuple[Change, ...]
    at: str

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        return state.with_amendments(msgspec.structs.replace(old, changes=self.changes))


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


class SignedOff(Event, frozen=True, tag="signed_off"):
    """A reviser checked the wordings of these nodes in one language."""

    text_id: str
    language: str
    nodes: tuple[str, ...]
    by: str
    at: str

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        changed = []
        for node_id in self.nodes:
            node = text.nodes[node_id]
            words = msgspec.structs.replace(node.wordings[self.language], signed=self.by)
            changed.append(msgspec.structs.replace(node, wordings=node.wordings | {self.language: words}))
        return state.with_text(text.with_nodes(*changed))


class SignOff(Command, frozen=True, tag="sign_off"):
    """The reviser ``by`` has checked a node, or ``all``, in a language."""

    node: str
    language: Language
    by: str

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        if not self.by.strip():
            raise refuse("reviser", N_("Name the reviser who signs."))
        nodes = list(text) if self.node == "all" else [work.node(text, self.node)]
        left = [n for n in nodes if not n.deleted and n.status(self.language) in ("missing", "out_of_date")]
        if left and self.node != "all":
            raise refuse(
                "not_ready",
                N_("{place} is missing or out of date in this language."),
                place=work.place(text, left[0].id),
            )
        ready = tuple(n.id for n in nodes if n.status(self.language) in ("draft", "checked"))
        if left:
            work.warn(
                N_("Left unsigned because they are missing or out of date: {places}."),
                places=[work.place(text, n.id) for n in left],
            )
        if not ready:
            raise refuse("not_ready", N_("There is no translation to sign in this language."))
        work.emit(
            SignedOff(text_id=text.id, language=self.language, nodes=ready, by=self.by, at=work.context.time)
        )
        work.answer |= {"signed": len(ready), "left": [work.label(text, n.id) for n in left]}


def lacking(text: Text, language: str) -> dict[str, str]:
    """What stands in the way of a final paper in *language*: status by node id, for each node that
    is not deleted and is missing, out of date or not yet checked."""
    out = {}
    for node in text:
        status = node.status(language)
        if not node.deleted and status in ("missing", "out_of_date", "draft"):
            out[node.id] = status
    return out


__all__ = ["EditWording", "Node", "SetTranslation", "SignOff", "lacking"]
