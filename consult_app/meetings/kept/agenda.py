"""The agenda: its items, the points for discussion under them, and what was discussed when
(procedure.md §5.2 item 18, §6.2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from ..reasons import N_, refuse

ItemKind = Literal["item", "point"]


class AgendaItem(msgspec.Struct, frozen=True, gc=False):
    """An item of the agenda, or a point for discussion ``under`` one (or on its own). ``number`` is ""
    where its place gives it; ``nodes`` are the ids of those nodes of the text that it is about."""

    id: str
    titles: dict[str, str]
    kind: str = "item"
    number: str = ""
    under: str = ""
    text_id: str = ""
    nodes: tuple[str, ...] = ()


class Discussion(msgspec.Struct, frozen=True, gc=False):
    """An item was discussed from ``opened`` to ``closed`` (ISO times, "" while it is)."""

    item: str
    opened: str
    closed: str = ""
    sitting: int = 0


Agenda = tuple[AgendaItem, ...]


def labels(agenda: Agenda) -> dict[str, str]:
    """How each item is called: "1", "2"; the points under an item "2.1", "2.2". A number that was given
    is kept, and no other item gets it by its place."""
    out: dict[str, str] = {}
    for under, prefix in (("", ""), *((each.id, None) for each in agenda if not each.under)):
        siblings = [each for each in agenda if each.under == under]
        given = {each.number for each in siblings if each.number}
        head = f"{out[under]}." if prefix is None else ""
        count = 0
        for each in siblings:
            number = each.number
            while not number:
                count += 1
                number = "" if str(count) in given else str(count)
            out[each.id] = head + number
    return out


def in_order(agenda: Iterable[AgendaItem]) -> Agenda:
    """The items with each one's points behind it, else in the order given."""
    items = tuple(agenda)
    out: list[AgendaItem] = []
    for each in items:
        if not each.under:
            out += (each, *(point for point in items if point.under == each.id))
    return tuple(out)


def find_item(agenda: Agenda, name: str) -> AgendaItem | None:
    """The item with this label ("2", "2.1"), id, or title in any language."""
    name = name.strip()
    named = labels(agenda)
    return next(
        (each for each in agenda if name and name in (each.id, named[each.id], *each.titles.values())), None
    )


def item_named(agenda: Agenda, name: str) -> AgendaItem:
    """As :func:`find_item`. Raises Refused where there is none."""
    found = find_item(agenda, name)
    if found is None:
        raise refuse("unknown_agenda_item", N_("There is no item “{name}” on the agenda."), name=name)
    return found
