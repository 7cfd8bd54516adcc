"""The agenda is set and gone through: items removed and moved, opened for discussion and closed
(procedure.md §5.2 item 18, §6.2)."""

from __future__ import annotations

import msgspec

from ..acts import AssemblyEvent, Command, Work
from ..kept.agenda import Agenda, AgendaItem, Discussion, in_order, item_named, labels
from ..kept.assembly import Assembly
from ..reasons import N_, refuse


def under_discussion(assembly: Assembly) -> Discussion | None:
    """What is being discussed now, if any item was opened."""
    last = assembly.discussions[-1] if assembly.discussions else None
    return last if last and not last.closed else None


class AgendaSet(AssemblyEvent, frozen=True, tag="agenda_set"):
    """The agenda as it reads from now on."""

    agenda: Agenda

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, agenda=self.agenda)


class RemoveAgendaItem(Command, frozen=True, tag="remove_agenda_item"):
    """Take an item off the agenda, with the points under it."""

    item: str

    def decide(self, work: Work[Assembly]) -> None:
        agenda = work.state.agenda
        item = item_named(agenda, self.item)
        gone = {item.id, *(each.id for each in agenda if each.under == item.id)}
        now = under_discussion(work.state)
        if now and now.item in gone:
            raise refuse(
                "agenda_open",
                N_("Item {item} is under discussion; close it first."),
                item=labels(agenda)[now.item],
            )
        if len(gone) > 1 or any(each.item in gone for each in work.state.discussions):
            work.confirm(
                self,
                N_(
                    "Item {item} has points under it, or has been discussed. Take all of it off the agenda "
                    "all the same?"
                ),
                item=labels(agenda)[item.id],
            )
        work.emit(AgendaSet(agenda=tuple(each for each in agenda if each.id not in gone)))


class MoveAgendaItem(Command, frozen=True, tag="move_agenda_item"):
    """Put an item elsewhere: ``before`` or ``after`` another; a point goes ``under`` an item, behind its
    other points. Numbers that were not given follow the place."""

    item: str
    before: str = ""
    after: str = ""
    under: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        agenda = work.state.agenda
        item = item_named(agenda, self.item)
        if sum(map(bool, (self.before, self.after, self.under))) != 1:
            raise refuse("agenda_place", N_("Say one place: before, after or under another item."))
        by = item_named(agenda, self.before or self.after or self.under)
        under = by.id if self.under else by.under
        check_under(agenda, item, under)
        if by.id == item.id:
            return
        moved = msgspec.structs.replace(item, under=under)
        others = [each for each in agenda if each.id != item.id]
        at = len(others) if self.under else others.index(by) + bool(self.after)
        new = in_order((*others[:at], moved, *others[at:]))
        check_numbers(new, moved)
        work.emit(AgendaSet(agenda=new))
        work.answer["item"] = labels(new)[item.id]


def check_under(agenda: Agenda, item: AgendaItem, under: str) -> None:
    """Raises Refused where *item* cannot stand under the item with the id *under* ("": none)."""
    if not under:
        return
    above = next(each for each in agenda if each.id == under)
    if above.under or above.id == item.id or any(each.under == item.id for each in agenda):
        raise refuse(
            "agenda_under",
            N_("An agenda has items and points under them, no deeper: “{item}” cannot stand there."),
            item=next(iter(item.titles.values()), ""),
        )


def check_numbers(agenda: Agenda, item: AgendaItem) -> None:
    """Raises Refused where another item beside *item* was given the same number."""
    if item.number and any(
        each.number == item.number for each in agenda if each.under == item.under and each.id != item.id
    ):
        raise refuse("agenda_number", N_("Item {number} is on the agenda already."), number=item.number)


class DiscussionOpened(AssemblyEvent, frozen=True, tag="discussion_opened"):
    """An item is discussed from now on; the one that was, no longer."""

    discussion: Discussion

    def apply(self, state: Assembly) -> Assembly:
        closed = _closed(state.discussions, self.discussion.opened)
        return msgspec.structs.replace(state, discussions=(*closed, self.discussion))


class DiscussionClosed(AssemblyEvent, frozen=True, tag="discussion_closed"):
    """The discussion of an item ended."""

    at: str

    def apply(self, state: Assembly) -> Assembly:
        return msgspec.structs.replace(state, discussions=_closed(state.discussions, self.at))


def _closed(discussions: tuple[Discussion, ...], at: str) -> tuple[Discussion, ...]:
    return tuple(each if each.closed else msgspec.structs.replace(each, closed=at) for each in discussions)


class OpenAgendaItem(Command, frozen=True, tag="open_agenda_item"):
    """The Meeting takes up an item of the agenda, or a point; the one that is open is closed."""

    item: str

    def decide(self, work: Work[Assembly]) -> None:
        named = labels(work.state.agenda)
        item = item_named(work.state.agenda, self.item)
        now = under_discussion(work.state)
        if now and now.item == item.id:
            raise refuse("agenda_open", N_("Item {item} is under discussion already."), item=named[item.id])
        if work.state.sitting is None:
            work.warn(N_("No sitting is open: the discussion is recorded outside the sittings."))
        work.emit(
            DiscussionOpened(
                discussion=Discussion(item.id, work.context.time, sitting=work.state.sitting_number)
            )
        )
        work.answer["item"] = named[item.id]
        if now:
            work.answer["closed"] = named.get(now.item, now.item)


class CloseAgendaItem(Command, frozen=True, tag="close_agenda_item"):
    """The discussion of the item that is open ends (``item`` may name it)."""

    item: str = ""

    def decide(self, work: Work[Assembly]) -> None:
        now = under_discussion(work.state)
        named = labels(work.state.agenda)
        if now is None or (self.item and item_named(work.state.agenda, self.item).id != now.item):
            raise refuse("agenda_closed", N_("That item of the agenda is not under discussion."))
        work.emit(DiscussionClosed(at=work.context.time))
        work.answer["item"] = named.get(now.item, now.item)
