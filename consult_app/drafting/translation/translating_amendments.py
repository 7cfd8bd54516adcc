"""What an amendment proposes is put into a further language: passage by passage, each on its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ...meetings.acts import Event
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import (
    Amendment,
    Change,
    Drafting,
    Free,
    Insertion,
    Join,
    Split,
    WordChange,
    change_of,
)
from ..amendments.proposed_wordings import Passage, passages, proposed_wording
from ..amendments.restructuring import join_words, split_words
from ..amendments.work import DraftingWork
from ..deciding.subamending import proposal
from ..wordings.lines import read_lines


class AmendmentTranslated(Event, frozen=True, tag="amendment_translated"):
    """What an amendment proposes was put into a further language. ``renders`` is the whole proposal that
    the translation renders; rows of the first versions do not say it."""

    amendment: str
    language: str
    changes: tuple[Change, ...]
    at: str
    renders: str = ""

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        new = msgspec.structs.replace(old, changes=self.changes)
        if self.renders:
            # what subamendments had made of the words in this language is in the words given now
            new = msgspec.structs.replace(
                new,
                agreed=tuple(each for each in old.agreed if each.language != self.language),
                rendered=old.rendered | {self.language: self.renders},
                signed={code: signed for code, signed in old.signed.items() if code != self.language},
            )
        return state.with_amendments(new)


def translate_amendment(work: DraftingWork, amendment: Amendment, language: str, words: str) -> None:
    """Record *words* as the whole proposal of *amendment* in *language*. Raises Refused."""
    if language == amendment.language:
        raise refuse("original", N_("{number} was handed in in this language."), number=amendment.number)
    if not amendment.pending:
        raise refuse("closed", N_("{number} has been disposed of."), number=amendment.number)
    found = passages(amendment)
    if not found:
        raise refuse("no_words", N_("{number} has no words to translate."), number=amendment.number)
    changes = _translated(
        work, amendment, language, list(zip(found, _shared(amendment, found, words), strict=True))
    )
    work.emit(
        AmendmentTranslated(
            amendment=amendment.id,
            language=language,
            changes=tuple(changes),
            at=work.context.time,
            renders=proposed_wording(amendment, amendment.language),
        )
    )
    work.answer |= {"number": amendment.number, "language": language}


Part = tuple[Passage, str]


def _shared(amendment: Amendment, found: Sequence[Passage], words: str) -> list[str]:
    """The lines of *words* that belong to each passage. Raises Refused where they are not as many."""
    if len(found) == 1:
        return [words]
    lines = [line for line in words.splitlines() if line.strip()]
    wanted = sum(passage.lines for passage in found)
    if len(lines) != wanted:
        raise refuse(
            "several",
            N_(
                "{number} changes several passages: its translation has {wanted} lines, in the order of the "
                "passages; here are {n}."
            ),
            number=amendment.number,
            wanted=wanted,
            n=len(lines),
        )
    out = []
    for passage in found:
        out.append("\n".join(lines[: passage.lines]))
        del lines[: passage.lines]
    return out


def _translated(
    work: DraftingWork, amendment: Amendment, language: str, parts: list[Part]
) -> Iterator[Change]:
    """The changes of *amendment*, with the words of each passage in *language*."""
    words = {passage.node: said for passage, said in parts if passage.kind == "words"}
    insertions, structure, free = (
        iter([said for passage, said in parts if passage.kind == kind])
        for kind in ("insertion", "structure", "free")
    )
    for change in amendment.changes:
        if isinstance(change, Insertion):
            yield _insertion(work, change, language, next(insertions))
        elif isinstance(change, Split | Join):
            yield _restructured(work, amendment, change, language, next(structure))
        elif isinstance(change, Free):
            line = " ".join(each.strip() for each in next(free).strip().splitlines())
            yield msgspec.structs.replace(change, words=change.words | {language: work.wording(line)})
        elif not isinstance(change, WordChange) or change.language != language:
            yield change
        elif change.node in words:
            yield _word_change(work, amendment, change.node, language, words.pop(change.node))
    for node, said in words.items():
        yield _word_change(work, amendment, node, language, said)


def _insertion(work: DraftingWork, change: Insertion, language: str, words: str) -> Insertion:
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
    work: DraftingWork, amendment: Amendment, node: str, language: str, words: str
) -> WordChange:
    """The change of the words that stand in *language*; in a subamendment, of what its parent proposes."""
    since, proposed = work.context.seq, work.wording(words)
    if amendment.amends:
        found = proposal(work.state, work.state.amendments[amendment.amends], node)
        base, standing = (each.get(language, "") for each in (found.words, found.standing))
        return change_of(node, language, base, proposed, standing=standing, since=since)
    known = work.state.texts[amendment.text_id].nodes.get(node)
    return change_of(node, language, known.text(language) if known else "", proposed, since=since)


__all__ = ["AmendmentTranslated", "translate_amendment"]
