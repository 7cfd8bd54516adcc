"""When amendments may be handed in: the deadline, and opening and closing (procedure.md §2.4)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event
from ...meetings.moments import moment
from ...meetings.reasons import N_, Moment, refuse
from ..amendments.amendment import Drafting
from ..amendments.work import DraftingWork
from ..text.nodes import Step, Text

#: what is warned of when a late amendment is received
RECEIVED_LATE = N_("The amendment was received late, with the consent of the meeting.")


class DeadlineSet(Event, frozen=True, tag="deadline_set"):
    """Until when amendments to a text are handed in (ISO time in UTC, "" for no deadline)."""

    text_id: str
    deadline: str

    def apply(self, state: Drafting) -> Drafting:
        return state.with_text(msgspec.structs.replace(state.texts[self.text_id], deadline=self.deadline))


class SetDeadline(Command, frozen=True, tag="set_deadline"):
    """Set the deadline for amendments; ``at`` is an ISO time ("2026-11-03T18:00+01:00"; without an
    offset it is in UTC), "" lifts it."""

    at: str

    def decide(self, work: DraftingWork) -> None:
        text = work.text(self)
        work.must_be_open(text)
        work.emit(DeadlineSet(text_id=text.id, deadline=moment(self.at) if self.at.strip() else ""))


class AmendmentsOpened(Event, frozen=True, tag="amendments_opened"):
    """Amendments may be handed in, or no longer."""

    text_id: str
    step: Step

    def apply(self, state: Drafting) -> Drafting:
        text = state.texts[self.text_id]
        before = ("office_draft", "amendments_open", "amendments_closed")
        return state.with_text(
            msgspec.structs.replace(
                text,
                amendments_closed=self.step.to == "amendments_closed",
                state=self.step.to if text.state in before else text.state,
                history=(*text.history, self.step),
            )
        )


class OpenAmendments(Command, frozen=True, tag="open_amendments"):
    """Amendments may be handed in from now on."""

    def decide(self, work: DraftingWork) -> None:
        _open_or_close(self, work, "amendments_open")


class CloseAmendments(Command, frozen=True, tag="close_amendments"):
    """No amendment is received any more, except with a reason and the meeting's consent."""

    def decide(self, work: DraftingWork) -> None:
        _open_or_close(self, work, "amendments_closed")


def _open_or_close(command: Command, work: DraftingWork, to: str) -> None:
    text = work.text(command)
    work.must_be_open(text)
    work.emit(AmendmentsOpened(text_id=text.id, step=work.step(to, reason=command.reason)))
    work.answer["state"] = work.state.texts[text.id].state


def in_time(work: DraftingWork, text: Text, command: Command) -> None:
    """Raises Refused for an amendment that comes too late, unless the rules receive it, or it is asked for
    with a reason and confirmed: the chairperson lets the meeting waive the deadline (A6)."""
    late = bool(text.deadline) and work.context.time > text.deadline
    if not late and not text.amendments_closed:
        return
    policy = work.assembly.meeting.rules.amendment.late_policy
    if policy == "accepted":
        work.warn(N_("The amendment came late; the rules of this meeting receive it all the same."))
        return
    if policy == "refused":
        raise refuse(
            "A2",
            N_(
                "The amendment comes late, and the rules of this meeting receive no late one; set another "
                "deadline or open amendments again if the meeting so decides."
            ),
        )
    if command.reason.strip():
        work.confirm(
            command,
            N_("The amendment comes late. Does the meeting consent that it is received all the same?"),
        )
        work.warn(RECEIVED_LATE)
        return
    if text.amendments_closed:
        raise refuse(
            "A2", N_("Amendments are closed; a late one needs a reason and the consent of the meeting.")
        )
    raise refuse(
        "A2",
        N_(
            "The deadline for amendments has passed ({deadline}); a late one needs a reason and the "
            "consent of the meeting."
        ),
        deadline=Moment(text.deadline),
    )
