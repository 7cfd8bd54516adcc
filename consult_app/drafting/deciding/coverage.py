"""Which part of the text each item of the agenda is about, and which part none is (procedure.md §6.2).

Setting an item of the agenda may name nodes of the text, and stands here for it; the agenda itself is in
``meetings/kept/agenda.py``.
"""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Language
from ...meetings.kept.agenda import Agenda, AgendaItem, ItemKind, find_item, in_order, item_named, labels
from ...meetings.one_line import one_line
from ...meetings.proceedings.agenda_setting import AgendaSet, check_numbers, check_under
from ...meetings.reasons import N_, refuse
from ..amendments.work import DraftingWork
from ..text.nodes import Text

_MATTER = frozenset({"paragraph", "item"})


class SetAgendaItem(Command, frozen=True, tag="set_agenda_item"):
    """Put an item, or a point for discussion ``under`` one, on the agenda behind the others; or, with
    ``item`` (its label or id) or a ``number`` that is there already, change it. ``nodes`` are labels of
    the text that it is about: a heading stands for its section, a paragraph for its items."""

    item: str = ""
    number: str | None = None
    titles: dict[Language, str] | None = None
    kind: ItemKind | None = None
    under: str | None = None
    nodes: tuple[str, ...] | None = None

    def decide(self, work: DraftingWork) -> None:
        agenda = work.assembly.agenda
        number = self.number.strip() if self.number is not None else None
        above = item_named(agenda, self.under) if self.under else None
        old = item_named(agenda, self.item) if self.item else _numbered(agenda, number, above)
        under = above.id if above else old.under if old and self.under is None else ""
        text_id, nodes = (old.text_id, old.nodes) if old else ("", ())
        if self.nodes is not None:
            text_id, nodes = "", ()
            if self.nodes:
                text = work.text(self)
                text_id = text.id
                nodes = tuple(dict.fromkeys(work.node(text, name).id for name in self.nodes))
        titles = {lang: one_line(words) for lang, words in (self.titles or {}).items()}
        item = AgendaItem(
            id=old.id if old else work.new_id("a"),
            titles={k: words for k, words in ((old.titles if old else {}) | titles).items() if words},
            kind=self.kind or (old.kind if old else "point" if under else "item"),
            number=(old.number if old else "") if number is None else number,
            under=under,
            text_id=text_id,
            nodes=nodes,
        )
        if not item.titles:
            raise refuse("agenda_title", N_("An item of the agenda needs a title in at least one language."))
        if "." in item.number:
            raise refuse(
                "agenda_number",
                N_("The number of an item has no stop in it; a point stands under its item: “{number}”."),
                number=item.number,
            )
        check_under(agenda, item, under)
        new = in_order(tuple(item if each is old else each for each in agenda) + (() if old else (item,)))
        check_numbers(new, item)
        work.emit(AgendaSet(agenda=new))
        work.answer |= {"id": item.id, "item": labels(new)[item.id]}


def _numbered(agenda: Agenda, number: str | None, above: AgendaItem | None) -> AgendaItem | None:
    if not number:
        return None
    label = f"{labels(agenda)[above.id]}.{number}" if above else number
    found = find_item(agenda, label)
    return found if found and labels(agenda)[found.id] == label else None


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """By item of the agenda, the paragraphs and items of the text that it is about, in order; ``none``
    are those that no item is about (a paragraph for all of its items)."""

    nodes: dict[str, tuple[str, ...]]
    none: tuple[str, ...]


def coverage(agenda: Agenda, text: Text) -> Coverage:
    """Which part of *text* each item of the *agenda* is about. What the points under an item are about
    counts for the item too."""
    matter = [node for node in text.tree.walk() if _matters(text, node)]
    own = {each.id: _about(text, each) for each in agenda if each.text_id in ("", text.id)}
    nodes = {}
    for each in agenda:
        ids = {each.id, *(point.id for point in agenda if point.under == each.id)}
        reached = set().union(*(own.get(one, set()) for one in ids))
        nodes[each.id] = tuple(node for node in matter if node in reached)
    covered = set().union(*nodes.values()) if nodes else set()
    bare = [node for node in matter if not covered.intersection(text.tree.under(node))]
    return Coverage(nodes, tuple(node for node in bare if text.tree.spots[node].parent not in bare))


def _matters(text: Text, node: str) -> bool:
    return text.tree.spots[node].kind in _MATTER and not text.nodes[node].deleted


def _about(text: Text, item: AgendaItem) -> set[str]:
    out: set[str] = set()
    for node in item.nodes:
        spot = text.tree.spots.get(node)
        if spot is None:
            continue
        out.update(text.tree.under(node))
        if spot.kind == "heading":
            roots = text.tree.children.get(spot.parent, ())
            for follower in roots[roots.index(node) + 1 :]:
                if text.tree.spots[follower].kind not in _MATTER:
                    break
                if not text.tree.spots[follower].ghost:
                    out.update(text.tree.under(follower))
    return out


__all__ = ["Coverage", "SetAgendaItem", "coverage"]
