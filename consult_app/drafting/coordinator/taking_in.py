"""Amendments that a group's coordinator handed over are handed in at the desk: received, numbered, circulated
and queued, all of a file in one row (procedure.md A2, A5, A7, A8)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command
from ...meetings.reasons import N_, Message, Refused, refuse
from ..amendments.amendment import Amendment
from ..amendments.effect import effect
from ..amendments.given import Source, of_group
from ..amendments.work import DraftingWork
from ..deciding.lifecycle import allowed, movers, step_to
from ..handing_in.submission import AmendmentSubmitted, must_be_apart, remark_adopted, remark_twin
from ..handing_in.window import in_time
from ..text.nodes import Text
from ..wordings.wording import fingerprint
from .handing_over import Handed, written_on
from .placing_handed import CannotBePlaced, Placing, standing_otherwise

_KINDS = frozenset(
    {"replace", "insert_before", "insert_after", "delete", "move", "split", "join", "global", "free"}
)


class TakeInAmendments(Command, frozen=True, tag="take_in_amendments"):
    """Take in what the coordinator of ``group`` handed over: amendments that were written on the text as it
    stood after the row ``row``. What was taken in before is left as it is; what its author wrote anew since
    takes the place of the former, ``D.12/Rev.1``, where that has not been called. What cannot be placed is
    left out and listed in the answer (``left_out``)."""

    group: str
    row: int
    amendments: tuple[Handed, ...]
    source: str = ""

    def decide(self, work: DraftingWork) -> None:
        if self.group not in work.assembly.groups:
            raise refuse(
                "unknown_actor",
                N_("“{who}” is neither a group nor a participant of this meeting."),
                who=self.group,
            )
        taking = _TakingIn(work, self)
        for each in self.amendments:
            taking.take_in(each)
        if not taking.numbers and taking.known and not taking.left_out:
            raise refuse(
                "taken_in",
                N_("Everything in the file has been taken in already: {numbers}."),
                numbers=taking.known,
            )
        if not taking.numbers and not taking.left_out:
            raise refuse("nothing_changes", N_("The file holds no amendment."))
        if not taking.numbers:
            raise refuse(
                "no_place",
                N_("None of the amendments in the file could be placed: {places}"),
                places=taking.left_out,
            )
        if taking.known:
            work.warn(N_("Taken in already, and left as it is: {numbers}."), numbers=taking.known)
        for message in taking.left_out:
            work.warn(N_("Left out, to be handed in by hand: {what}"), what=message)
        work.answer |= {
            "changes": taking.numbers,
            "known": taking.known,
            "left_out": len(taking.left_out),
        }


class _TakingIn:
    """One file on its way into the meeting."""

    def __init__(self, work: DraftingWork, command: TakeInAmendments) -> None:
        self.work, self.command = work, command
        self.numbers: list[str] = []
        self.known: list[str] = []
        self.left_out: list[Message] = []
        self._by_source: dict[str, list[Amendment]] = {}
        for amendment in work.state.amendments.values():
            if amendment.source is not None:
                self._by_source.setdefault(amendment.source.id, []).append(amendment)
        self._in_time: set[str] = set()
        self._first = work.context.number("D")
        self._given = 0

    def take_in(self, one: Handed) -> None:
        """Hand *one* in, or note why not."""
        work = self.work
        text = work.state.texts.get(one.text_id)
        if text is not None:
            work.must_be_open(text)
        source = Source(one.id, one.edition, _fingerprint(one))
        former = self._by_source.get(one.id, [])
        same = next((each for each in former if each.source and _taken_in(each.source, source)), None)
        if same is not None:
            self.known.append(same.number)
            return
        try:
            new = self._amendment(one, text, source)
        except CannotBePlaced as reason:
            self._leave_out(one, reason.why)
            return
        except Refused as refusal:
            self._leave_out(one, refusal.reason)
            return
        text = work.state.texts[one.text_id]
        if text.id not in self._in_time:
            in_time(work, text, self.command)
            self._in_time.add(text.id)
        # the same writing with other words is of another copy of the file: an amendment of its own
        rewritten = [each for each in former if each.source and each.source.edition < one.edition]
        self._hand_in(text, new, rewritten[-1] if rewritten else None)

    def _leave_out(self, one: Handed, why: Message) -> None:
        self.left_out.append(Message(N_("{number}, {why}"), {"number": one.number or one.id, "why": why}))

    def _amendment(self, one: Handed, text: Text | None, source: Source) -> Amendment:
        """*one* as it would be handed in, without a number. Raises CannotBePlaced and Refused."""
        work, group = self.work, self.command.group
        if text is None:
            raise CannotBePlaced(Message(N_("the meeting has no such text")))
        if one.kind not in _KINDS or not one.changes or one.seen != written_on(one.changes):
            raise CannotBePlaced(Message(N_("the file was changed by another program since it was made")))
        by = work.actor(one.by)
        if not of_group(work.assembly, by, group):
            raise CannotBePlaced(
                Message(
                    N_("{name} is not of the group that handed the file over"),
                    {"name": work.assembly.name_of(by)},
                )
            )
        moved_by = movers(work, by, one.co_authors, one.seconded_by)
        moved_by.must_be_seconded(work, one.number)
        placing = Placing(work, text, self.command.row)
        changes = placing.placed(one.changes)
        must_be_apart(work, text, list(changes))
        target = placing.node(one.target).id
        return Amendment(
            id="",
            number="",
            text_id=text.id,
            kind=one.kind,
            by=by,
            language=one.language,
            target=target,
            changes=changes,
            order=0,
            received=work.context.time,
            row=work.context.seq,
            seconded_by=moved_by.seconder,
            justification=one.justification,
            co_authors=moved_by.together,
            source=source,
            history=(work.step("queued", by=by),),
        )

    def _hand_in(self, text: Text, new: Amendment, replaced: Amendment | None) -> None:
        work = self.work
        if replaced is not None and allowed("supersede", replaced):
            root = replaced.number.partition("/Rev.")[0]
            series, order = f"{root}/Rev", replaced.order
            number = f"{series}.{work.context.number(series)}"
            step_to(work, replaced, "superseded", by=number)
        else:
            order = self._first + self._given
            self._given += 1
            number = f"D.{order}"
            if replaced is not None:
                work.warn(
                    N_("{former} was called or disposed of: what its author wrote anew is {number}."),
                    former=replaced.number,
                    number=number,
                )
        new = msgspec.structs.replace(new, id=work.new_id("a"), number=number, order=order)
        work.emit(AmendmentSubmitted(amendment=new))
        self.numbers.append(number)
        self._by_source.setdefault(new.source.id if new.source else "", []).append(new)
        self._remark(text, new)

    def _remark(self, text: Text, new: Amendment) -> None:
        work = self.work
        remark_adopted(work, text, new)
        remark_twin(work, new)
        if not standing_otherwise(text, new.changes):
            return
        outcome = effect(work.state, new).outcome
        if outcome == "collides":
            work.warn(
                N_("{number} was written on words that have changed since, and collides with them."),
                number=new.number,
            )
        elif outcome == "done":
            work.warn(N_("What {number} proposes stands in the text already."), number=new.number)
        else:
            work.warn(
                N_("{number} was written on words that have changed since; it follows them."),
                number=new.number,
            )


def _taken_in(known: Source, source: Source) -> bool:
    """Whether *source* was taken in as *known*: the same writing with the same words, or an older file of
    what was written anew since."""
    return known.edition > source.edition or known == source


def _fingerprint(one: Handed) -> str:
    return fingerprint(msgspec.json.encode(one).decode())


__all__ = ["TakeInAmendments"]
