"""The open brackets of a text with their numbers: what was kept of each, matched with what stands now."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from ..amendments.amendment import Drafting
from ..remembered import remembered
from ..text.brackets import Bracket, number_of
from ..text.nodes import Step, Text
from .alternatives import Found, found_in


class OpenBracket(msgspec.Struct, frozen=True, gc=False):
    """An open bracket with its number: what is kept of it, and what stands in it now."""

    bracket: Bracket
    found: Found


@remembered(4)
def open_brackets(drafting: Drafting, text: Text) -> tuple[OpenBracket, ...]:
    """The open brackets of *text*, in document order. What stands in brackets and has no number yet (in
    rows of before there were any) gets the next one."""
    known = [each for each in drafting.brackets.values() if each.text_id == text.id and each.open]
    found = found_in(drafting, text)
    paired = matched(found, known)
    following = max((each.place_in_series for each in drafting.brackets.values()), default=0) + 1
    out = []
    for index, each in enumerate(found):
        bracket = paired.get(index)
        if bracket is None:
            bracket = opened(text, each, following, Step("open", ""))
            following += 1
        out.append(OpenBracket(bracket, each))
    return tuple(out)


def matched(found: Sequence[Found], known: list[Bracket]) -> dict[int, Bracket]:
    """Which of the *known* open brackets each of the *found* is, by its place in the list: the one that
    has amendments in common with it; of typed marks the one with the same words, else the one at the
    same place among those that changed."""
    out: dict[int, Bracket] = {}
    left = {each.number: each for each in known}

    def pair(index: int, bracket: Bracket) -> None:
        out[index] = left.pop(bracket.number)

    for same_node in (True, False):
        for index, each in enumerate(found):
            shared = (
                bracket
                for bracket in left.values()
                if bracket.kind == each.kind
                and set(bracket.members) & set(each.members)
                and (bracket.node == each.node or not same_node)
            )
            bracket = next(shared, None) if index not in out and each.kind != "typed" else None
            if bracket is not None:
                pair(index, bracket)
    typed = [index for index, each in enumerate(found) if each.kind == "typed"]
    for node, language in dict.fromkeys((found[index].node, found[index].language) for index in typed):
        here = [i for i in typed if (found[i].node, found[i].language) == (node, language)]
        old = [b for b in left.values() if (b.kind, b.node, b.language) == ("typed", node, language)]
        for index, bracket in _aligned(here, [found[i].words for i in here], old):
            pair(index, bracket)
    for index in typed:
        # marks that went to another node with their words, or whose node is now led by another language
        same = (
            b
            for b in left.values()
            if b.kind == "typed"
            and (
                b.words == found[index].words
                or (b.node == found[index].node and b.language != found[index].language)
            )
        )
        bracket = next(same, None) if index not in out else None
        if bracket is not None:
            pair(index, bracket)
    return out


def _aligned(here: list[int], words: list[str], old: list[Bracket]) -> list[tuple[int, Bracket]]:
    out: list[tuple[int, Bracket]] = []
    matcher = SequenceMatcher(None, [each.words for each in old], words, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            out += zip(here[c:d], old[a:b], strict=False)
    return out


def opened(text: Text, found: Found, figure: int, step: Step) -> Bracket:
    """A new bracket with that *figure* in its number."""
    blank = Bracket(number_of(figure), text.id, found.node, found.kind, found.language, step)
    return as_found(blank, found)


def as_found(bracket: Bracket, found: Found) -> Bracket:
    """The *bracket* with where it is *found* now."""
    return msgspec.structs.replace(
        bracket,
        node=found.node,
        language=found.language,
        members=found.members,
        words=found.words if found.kind == "typed" else "",
    )
