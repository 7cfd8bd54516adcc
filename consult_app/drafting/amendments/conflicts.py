"""Which pending amendments touch the same words, which propose the same, and which the program cannot
put in order: it never guesses in silence (procedure.md §3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...meetings.reasons import N_, Message
from ..remembered import remembered
from ..text.nodes import Text
from ..wordings.merge import clashes
from .amendment import Amendment, Drafting, Free, Insertion, Move
from .colliding import Collision
from .effect import effect
from .effective import deletions
from .order import Placed, chairs_order, discussion, placed, placed_below
from .proposals import shape
from .reach import pieces_of, place_of
from .standing import DELETE, MOVE, OWN, REPLACE, WITHIN
from .work import numbers


@remembered(4)
def cannot_place(drafting: Drafting, text: Text) -> dict[str, Message]:
    """By pending amendment why its place in the order of discussion is only a guess: what it is about
    is gone, it is an instruction about no place in particular, or nothing decides between it and
    others. A sort code that decides clears it, and so does the chair's order."""
    by_chair = chairs_order(drafting, text)
    out: dict[str, Message] = {}
    all_placed = [each for each in placed(drafting, text) if each.amendment.pending]
    all_there = not any(node.deleted for node in text.nodes.values())
    for each in all_placed:
        amendment = each.amendment
        if amendment.id not in by_chair and not amendment.sort_code:
            why = _nowhere(drafting, text, amendment, all_there)
            if why is not None:
                out[amendment.id] = why
    _tied(all_placed, by_chair, out)
    for amendment in drafting.amendments.values():
        if amendment.text_id == text.id and amendment.pending and drafting.subamendments(amendment):
            children = [each for each in placed_below(drafting, amendment) if each.amendment.pending]
            _tied(children, frozenset(), out)
    return out


def _nowhere(drafting: Drafting, text: Text, amendment: Amendment, all_there: bool) -> Message | None:
    """Why *amendment* has no place in the text, if it has none; *all_there* when nothing was deleted."""
    if all(isinstance(change, Free) and _whole_text(text, change) for change in amendment.changes):
        return Message(
            N_("{number} is an instruction that is not about one place in the text; give it a sort code."),
            {"number": amendment.number},
        )
    if not all_there and effect(drafting, amendment).outcome == "gone":
        return Message(
            N_("What {number} is about is not in the text any more; it falls, or is given a sort code."),
            {"number": amendment.number},
        )
    return None


def _whole_text(text: Text, change: Free) -> bool:
    """Whether an instruction is kept at the title because it is about no node in particular."""
    return change.node not in text.nodes or (
        text.tree.spots[change.node].kind == "title" and change.node == next(iter(text)).id
    )


def _tied(found: list[Placed], by_chair: frozenset[str], out: dict[str, Message]) -> None:
    """Put into *out* those of *found* (in order) that stand at the same place as others."""
    same: dict[str, list[list[Placed]]] = {}
    for each in found:
        groups = same.setdefault(each.standing.home, [])
        if groups and groups[-1][0].place == each.place:
            groups[-1].append(each)
        else:
            groups.append([each])
    for groups in same.values():
        for group in groups:
            for each in group if len(group) > 1 else ():
                alike = [o.amendment for o in group if o is each or _ties(each, o, by_chair)]
                if len(alike) > 1:
                    out.setdefault(each.amendment.id, _tie(alike))
        _apart_in_language([each for group in groups for each in group], by_chair, out)


def _ties(one: Placed, other: Placed, by_chair: frozenset[str]) -> bool:
    a, b = one.amendment, other.amendment
    if (a.id in by_chair and b.id in by_chair) or one.standing.slot != OWN or shape(a) == shape(b):
        return False
    if one.standing.phase in (DELETE, MOVE):
        return True
    for language in one.standing.spans.keys() & other.standing.spans.keys():
        mine, theirs = one.standing.spans[language], other.standing.spans[language]
        if clashes("", mine.ops, theirs.ops) or not set(mine.ops).isdisjoint(theirs.ops):
            return True
    return False


def _tie(alike: list[Amendment]) -> Message:
    return Message(
        N_("{amendments} touch the same words and are as far from them; a sort code decides."),
        {"amendments": numbers(alike)},
    )


def _apart_in_language(found: list[Placed], by_chair: frozenset[str], out: dict[str, Message]) -> None:
    """Those at one node that were handed in in languages of which they have none in common: where their
    words stand to each other nobody can say."""
    inside = [
        each
        for each in found
        if each.standing.slot == OWN and each.standing.phase in (REPLACE, WITHIN) and each.standing.spans
    ]
    if len(inside) < 2 or inside[0].compared:
        return
    for each in inside:
        amendment = each.amendment
        others = [
            o.amendment
            for o in inside
            if not (o.standing.spans.keys() & each.standing.spans.keys())
            and o.standing.phase == each.standing.phase
            and not (amendment.id in by_chair and o.amendment.id in by_chair)
        ]
        if others and not amendment.sort_code:
            out.setdefault(
                amendment.id,
                Message(
                    N_(
                        "{number} is in another language than {others}: which words come first cannot be "
                        "seen; translate it, or give it a sort code."
                    ),
                    {"number": amendment.number, "others": numbers(others)},
                ),
            )


def conflict_groups(
    drafting: Drafting, text: Text, collisions: Mapping[str, Iterable[Collision]]
) -> list[list[Amendment]]:
    """The pending amendments that touch the same words, directly or by others, group by group in order
    of discussion, and in each the furthest removed from the text first. *collisions* are those of each
    amendment, by its id; beside them stands what would be put in or moved where another deletes."""
    pending = [a for a in discussion(drafting, text) if not a.amends]
    by_number = {a.number: a.id for a in pending}
    group = {a.id: {a.id} for a in pending}

    def together(one: str, other: str) -> None:
        if group[one] is not group[other]:
            group[one] |= group[other]
            for each in group[other]:
                group[each] = group[one]

    for amendment in pending:
        for collision in collisions.get(amendment.id, ()):
            for number in () if collision.standing else collision.amendments:
                if number in by_number:
                    together(amendment.id, by_number[number])
        for node in deletions(amendment):
            for piece in pieces_of(text, node, amendment.row):
                for under in text.tree.under(piece):
                    for other in drafting.to_node(under):
                        if other.id in group and other is not amendment and _in(text, other, piece):
                            together(amendment.id, other.id)
    rank = {each.amendment.id: at for at, each in enumerate(placed(drafting, text))}
    distance = {each.amendment.id: _distance(each) for each in placed(drafting, text)}
    out: dict[int, list[Amendment]] = {}
    for amendment in pending:
        if len(group[amendment.id]) > 1:
            out.setdefault(id(group[amendment.id]), []).append(amendment)
    return [sorted(found, key=lambda a: (distance[a.id], rank[a.id])) for found in out.values()]


def _distance(each: Placed) -> tuple[int, int, float]:
    """A key by which the furthest removed comes first: whole nodes, then words, then what only adds."""
    standing = each.standing
    whole = 0 if standing.phase in (DELETE, REPLACE) and standing.slot == OWN else 1
    kind, share = standing.distance
    return whole + (standing.slot != OWN), -kind, -share


def _in(text: Text, amendment: Amendment, node: str) -> bool:
    """Whether *amendment* changes something of what a deletion of *node* would take out, or puts
    something in there."""
    under = frozenset(text.tree.under(node))
    for change in amendment.changes:
        if isinstance(change, Insertion):
            at, where = place_of(text, change.anchor, change.where, amendment.row)
            inside = at in under and (at != node or where == "under")
        else:
            inside = any(piece in under for piece in pieces_of(text, change.node, amendment.row))
            inside = inside or (isinstance(change, Move) and change.anchor in under - {node})
        if inside:
            return True
    return False


def identical(drafting: Drafting, text: Text) -> list[list[Amendment]]:
    """The pending amendments that propose the same at the same place: one discussion, several authors.
    Group by group in order of discussion, and in each in order of receipt."""
    out: list[list[Amendment]] = []
    alike: dict[tuple[str, str], list[list[Amendment]]] = {}
    for amendment in discussion(drafting, text):
        groups = alike.setdefault((amendment.target, amendment.amends), [])
        mine = next((group for group in groups if shape(group[0]) == shape(amendment)), None)
        if mine is None:
            groups.append(mine := [])
            out.append(mine)
        mine.append(amendment)
    return [sorted(group, key=lambda a: (a.order, a.row)) for group in out if len(group) > 1]


__all__ = ["cannot_place", "conflict_groups", "identical"]
