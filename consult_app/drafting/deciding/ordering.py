"""The order of discussion as people set it: the chair's order, and sort codes where several amendments
stand at the same place (procedure.md §3)."""

from __future__ import annotations

import re

import msgspec

from ...meetings.acts import Command, Event
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Amendment, Drafting
from ..amendments.conflicts import cannot_place
from ..amendments.work import DraftingWork, numbers

_CODE = re.compile(r"[0-9A-Z]{1,8}")


class OrderSet(Event, frozen=True, tag="order_set"):
    """The order in which the chair takes these amendments."""

    text_id: str
    amendments: tuple[str, ...]
    reason: str
    at: str

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        return state.with_text(msgspec.structs.replace(text, order=self.amendments, order_reason=self.reason))


class SetOrder(Command, frozen=True, tag="set_order"):
    """The chair's order: these amendments are taken in this order, at the places that they have in the
    order proposed. An empty list goes back to that one."""

    amendments: tuple[str, ...]

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        found: list[Amendment] = [work.amendment(number) for number in self.amendments]
        if len({a.id for a in found}) != len(found):
            raise refuse("order", N_("An amendment stands twice in the list."))
        wrong = [a for a in found if a.text_id != text.id or a.subamendment]
        if wrong:
            raise refuse("order", N_("{amendments} cannot be put in this order."), amendments=numbers(wrong))
        if not self.reason.strip() and found:
            raise refuse("order", N_("The chair’s order is recorded with its reason; give one."))
        work.emit(
            OrderSet(
                text_id=text.id,
                amendments=tuple(a.id for a in found),
                reason=self.reason,
                at=work.context.time,
            )
        )
        work.answer["order"] = numbers(found)


class SortCodeSet(Event, frozen=True, tag="sort_code_set"):
    """An amendment was given a sort code, or ("") has none any more."""

    amendment: str
    code: str
    at: str

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        return state.with_amendments(msgspec.structs.replace(old, sort_code=self.code))


class SetSortCode(Command, frozen=True, tag="set_sort_code"):
    """Give an amendment a short sort code: among those at the same place "M1" comes before "M2" and
    "M2" before "M10", whatever their distance and order of receipt. ``code`` "" takes it away."""

    amendment: str
    code: str

    def decide(self, work: DraftingWork) -> None:
        amendment = work.amendment(self.amendment)
        text = work.state.texts[amendment.text_id]
        work.must_be_open(text)
        code = self.code.strip().upper()
        if code and not _CODE.fullmatch(code):
            raise refuse(
                "order",
                N_("“{code}” is not a sort code; it has up to eight letters and figures, such as M1."),
                code=self.code,
            )
        work.emit(SortCodeSet(amendment=amendment.id, code=code, at=work.context.time))
        work.answer |= {"number": amendment.number, "sort_code": code}
        if not amendment.pending:
            work.warn(
                N_("{number} has been disposed of; its sort code changes nothing now."),
                number=amendment.number,
            )
        elif code and (why := cannot_place(work.state, text).get(amendment.id)):
            work.warn(why.msgid, **why.values)
