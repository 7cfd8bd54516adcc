"""What the one who hands an amendment in should know before it is in the list: with whose words it
collides, and what the rules or the text hold against it. Nothing of it keeps the amendment out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...meetings.kept.assembly import Assembly
from ...meetings.reasons import N_, Message, Place
from ..amendments.amendment import Amendment, Drafting, Insertion, needs_seconder
from ..amendments.colliding import why, with_pending
from ..text.nodes import ROOT, Text
from ..text.numbering import labels
from ..wordings.tongue import remark
from .submission import identical_to

_MOST_COLLISIONS = 3


def forewarnings(drafting: Drafting, assembly: Assembly, amendment: Amendment) -> list[Message]:
    """What to know of *amendment*, which was handed in on trial into *drafting*: one sentence each, with
    what can be done. That it is in another language than is said comes first, then those with which it
    collides."""
    text = drafting.texts[amendment.text_id]
    out = [*_in_another_language(amendment), *_collisions(drafting, amendment)]
    out += _adopted(text, assembly, amendment)
    rules = assembly.meeting.rules.amendment
    if rules.split_if_multi_purpose and several_purposes(text, amendment):
        out.append(
            Message(
                N_(
                    "It makes changes of different kinds far apart in the text, and the rules ask for one "
                    "purpose in each amendment: hand in one for each purpose, if these are several."
                )
            )
        )
    if needs_seconder(assembly, amendment):
        out.append(
            Message(
                N_("Moved by a single member: it needs a seconder before it is discussed; name one if known.")
            )
        )
    return out


def _collisions(drafting: Drafting, amendment: Amendment) -> Iterator[Message]:
    twin = identical_to(drafting, amendment)
    others: dict[str, Message] = {}
    known = list(with_pending(drafting, amendment))
    for found in known:
        if twin is None or twin.number not in found.amendments:
            others.setdefault(found.amendments[0], why(amendment, found, known))
    for said in islice(others.values(), _MOST_COLLISIONS):
        yield Message(
            N_("{why} Agree on common words with its author, or hand it in: the two are discussed together."),
            {"why": said},
        )
    left = list(others)[_MOST_COLLISIONS:]
    if left:
        yield Message(N_("It also touches words that {amendments} would change."), {"amendments": left})


def _adopted(text: Text, assembly: Assembly, amendment: Amendment) -> Iterator[Message]:
    """The places that have been adopted, beside the principal one, of which the submission itself warns."""
    warned = {amendment.target} if amendment.kind in ("replace", "delete") else set()
    closed = [
        change.node
        for change in amendment.changes
        if not isinstance(change, Insertion)
        and change.node in text.nodes
        and text.nodes[change.node].closed
        and change.node not in warned
    ]
    if closed:
        named = labels(text.tree, False, assembly.meeting.rules.numbering)
        places = [Place(text.tree.spots[node].kind, named.get(node, node)) for node in dict.fromkeys(closed)]
        yield Message(
            N_("Already adopted, and to be reopened before the amendment can be called: {places}."),
            {"places": places},
        )


def _in_another_language(amendment: Amendment) -> Iterator[Message]:
    """What is said of words that were written into the field of another language."""
    said: dict[str, None] = {}
    for language, words in _written(amendment):
        found = remark(words, language)
        if found is not None and found.msgid not in said:
            said[found.msgid] = None
            yield found


def _written(amendment: Amendment) -> Iterator[tuple[str, str]]:
    """The wordings that an amendment proposes, and what it puts in, each with its language."""
    for change in amendment.word_changes():
        yield change.language, change.proposed
        yield from ((change.language, op.text) for op in change.ops if op.text)
    for node in amendment.inserted():
        yield from node.texts.items()


def several_purposes(text: Text, amendment: Amendment) -> bool:
    """Whether *amendment* does different things (other words here, a deletion there) in parts of the text
    that are not next to each other: a sign, and no proof, that it has several purposes (A1)."""
    if amendment.kind == "global":
        return False
    order = {node: place for place, node in enumerate(text.tree.children[ROOT])}
    at: dict[type, set[int]] = {}
    for change in amendment.changes:
        node = change.anchor if isinstance(change, Insertion) else change.node
        while node in text.tree.spots and text.tree.spots[node].parent:
            node = text.tree.spots[node].parent
        if node in order:
            at.setdefault(type(change), set()).add(order[node])
    kinds = list(at.values())
    return any(
        abs(one - other) > 1
        for place, mine in enumerate(kinds)
        for theirs in kinds[place + 1 :]
        for one in mine
        for other in theirs
    )


__all__ = ["forewarnings", "several_purposes"]
