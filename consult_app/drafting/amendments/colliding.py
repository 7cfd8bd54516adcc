"""Collisions: where an amendment and the text as it stands, or two pending amendments, would change the
same words; and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ...meetings.reasons import N_, Message, Quoted
from ..text.nodes import Text
from ..wordings.cuts import CUT, NEW_CUT, beside_cuts
from ..wordings.diff import Op, Ops, diff, fine
from ..wordings.merge import Clash, clashes
from ..wordings.quoting import told_apart
from ..wordings.wording import words as words_alone
from .amendment import Amendment, Drafting, Move, WordChange
from .effective import deletions, effective_words, structural_words
from .reach import pieces_of, reach
from .rebase import carried, carried_join

_Key = tuple[str, str]


class Collision(msgspec.Struct, frozen=True, gc=False):
    """Where an amendment cannot be carried out: which amendments did or would change the same
    words. ``standing`` when those words are already in the text, ``moves`` when both move the node."""

    amendments: tuple[str, ...]
    node: str
    language: str
    clash: Clash
    standing: bool
    moves: bool = False


def why(amendment: Amendment, collision: Collision, others: Iterable[Collision] = ()) -> Message:
    """The collision in one sentence: who changes which words, and what each makes of them. Where *others*,
    further collisions of the amendment, are the same one in other languages, a reader of these is told of
    their words."""
    alike = _in_each_language(collision, others)
    said = {language: _said(each.clash) for language, each in alike.items()}
    base, mine, theirs = (_quoted(said, collision.language, part) for part in range(3))
    clash = collision.clash
    values: dict[str, Any] = {
        "mine": amendment.number,
        "others": list(collision.amendments),
        "words": base,
        "my_words": mine,
        "their_words": theirs,
    }
    if collision.moves:
        return Message(N_("{mine} and {others} move the same text to different places: “{words}”."), values)
    if clash.insertion:
        return Message(
            N_("{mine} and {others} put in words at the same place: “{my_words}” and “{their_words}”."),
            values,
        )
    if not collision.amendments:
        return Message(
            N_("{mine} changes “{words}” into “{my_words}”, but those words now read “{their_words}”."),
            values,
        )
    if not clash.mine.strip() and clash.theirs.strip():
        return Message(N_("{mine} deletes “{words}”, which {others} changes into “{their_words}”."), values)
    if not clash.theirs.strip() and clash.mine.strip():
        return Message(N_("{mine} changes “{words}” into “{my_words}”, which {others} deletes."), values)
    return Message(
        N_("{mine} and {others} both change “{words}”: into “{my_words}” and into “{their_words}”."), values
    )


def _quoted(said: dict[str, tuple[str, ...]], first: str, part: int) -> str | Quoted:
    """One of the wordings of a clash, in each language in which they are *said*."""
    if len(said) == 1:
        return said[first][part]
    return Quoted({language: words[part] for language, words in said.items()}, first)


def plain(words: str) -> str:
    """Words of a clash as people read them: a cut shows as a pilcrow."""
    return words.replace(f"{NEW_CUT} ", NEW_CUT).replace(NEW_CUT, " ¶ ").replace(CUT, " ¶ ")


def _said(clash: Clash) -> tuple[str, ...]:
    """The words of a clash for a sentence, those of the base, mine and theirs: the cut of a split shows as a
    pilcrow, and of many words those that tell them apart are said (the collision itself has them all)."""
    return told_apart([plain(words).strip() for words in (clash.base, clash.mine, clash.theirs)])


def _in_each_language(collision: Collision, others: Iterable[Collision]) -> dict[str, Collision]:
    """By language the one collision with the same amendments in the same node, as far as it is the only one
    there, and the same sentence can be said of it."""
    found: dict[str, list[Collision]] = {}
    for each in (collision, *(other for other in others if other is not collision)):
        if (each.amendments, each.node, each.standing) == (
            collision.amendments,
            collision.node,
            collision.standing,
        ):
            found.setdefault(each.language, []).append(each)
    if len(found[collision.language]) > 1:
        return {collision.language: collision}
    return {
        language: same[0]
        for language, same in found.items()
        if len(same) == 1 and _form(same[0]) == _form(collision)
    }


def _form(collision: Collision) -> tuple[bool, ...]:
    """What the sentence on a collision hangs on."""
    clash = collision.clash
    return collision.moves, clash.insertion, bool(clash.mine.strip()), bool(clash.theirs.strip())


def with_pending(drafting: Drafting, amendment: Amendment) -> Iterator[Collision]:
    """Collisions of *amendment* with other pending amendments: each place where both touch the same
    words of a node, as it was for both or else as it is today."""
    text = drafting.texts[amendment.text_id]
    others: dict[str, Amendment] = {}
    for node in (*amendment.targets(), *reach(text, amendment)):
        for each in drafting.to_node(node):
            if each.id != amendment.id and each.pending:
                others[each.id] = each
    if not others:
        return
    mine = {(change.node, change.language): change for change in effective_words(amendment)}
    only_words = len(mine) == len(amendment.changes)
    today: dict[_Key, Ops] | None = None
    for other in sorted(others.values(), key=lambda each: each.row):
        theirs = {(change.node, change.language): change for change in effective_words(other)}
        if only_words and len(theirs) == len(other.changes) and _same_base(text, mine, theirs):
            for node, language in mine.keys() & theirs.keys():
                for clash in _between(mine[node, language], theirs[node, language]):
                    yield Collision((other.number,), node, language, clash, False)
            continue
        yield from _moves(text, amendment, other)
        today = _today(text, amendment) if today is None else today
        for (node, language), ops in _today(text, other).items():
            words = text.nodes[node].text(language)
            for clash in clashes(words, *beside_cuts(words, today.get((node, language), ()), ops)):
                yield Collision((other.number,), node, language, clash, False)


def _same_base(text: Text, mine: dict[_Key, WordChange], theirs: dict[_Key, WordChange]) -> bool:
    """Whether both are about the same words, and these stand where they stood."""
    nodes = {node: text.nodes.get(node) for node, _ in (*mine, *theirs)}
    whole = all(n is not None and not (n.pieces or n.joined or n.joined_to) for n in nodes.values())
    return whole and all(mine[key].base == theirs[key].base for key in mine.keys() & theirs.keys())


def _between(mine: WordChange, theirs: WordChange) -> tuple[Clash, ...]:
    """Where two proposals for the same words touch the same of them."""
    found = clashes(mine.base, mine.ops, theirs.ops)
    finer = fine(mine.base, mine.proposed), fine(theirs.base, theirs.proposed)
    return found if found and clashes(mine.base, *finer) else ()


def _today(text: Text, amendment: Amendment) -> dict[_Key, Ops]:
    """What *amendment* would do to today's words of each node, as far as it does not collide with them."""
    out: dict[_Key, Ops] = {}
    for change, other in [(c, "") for c in effective_words(amendment)] + structural_words(amendment):
        row = change.since or amendment.row
        if other:
            came = carried_join(text, change, other, row, insertions=True)
        else:
            came = carried(text, change, row, insertions=True)
        for each in came.words:
            words = text.nodes[each.node].text(each.language)
            if came.pair is not None:
                out |= _of_pair(text, came.pair, each.language, each.edit)
            else:
                out[each.node, each.language] = diff(words, each.text)
    for node in deletions(amendment):
        for piece in pieces_of(text, node, amendment.row):
            for under in text.tree.under(piece):
                for language, rendering in text.nodes[under].wordings.items():
                    if not text.nodes[under].deleted and rendering.text:
                        out[under, language] = (Op(0, len(rendering.text), ""),)
    return out


def _of_pair(text: Text, pair: tuple[str, str], language: str, edit: Ops) -> dict[_Key, Ops]:
    """The operations of a join, on the words of each of the two nodes."""
    first, second = pair
    end = len(text.nodes[first].text(language))
    begin = end + len(CUT)
    own = [Op(op.start, min(op.end, end), op.text) for op in edit if op.start < end]
    others = [
        Op(max(op.start, begin) - begin, op.end - begin, op.text if op.start >= begin else "")
        for op in edit
        if op.end > begin or op.start >= begin
    ]
    return {(first, language): tuple(own), (second, language): tuple(others)}


def _moves(text: Text, amendment: Amendment, other: Amendment) -> Iterator[Collision]:
    mine = {change.node: change for change in amendment.changes if isinstance(change, Move)}
    for theirs in other.changes:
        if isinstance(theirs, Move) and theirs.node in mine and theirs != mine[theirs.node]:
            node, language = text.nodes[theirs.node], amendment.language
            clash = Clash(
                0,
                0,
                words_alone(node.text(language)),
                words_alone(text.nodes[mine[node.id].anchor].text(language)),
                words_alone(text.nodes[theirs.anchor].text(language)),
            )
            yield Collision((other.number,), node.id, language, clash, False, True)


__all__ = ["Collision", "plain", "why", "with_pending"]
