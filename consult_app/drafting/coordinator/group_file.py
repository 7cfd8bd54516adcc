"""The file of a group's coordinator: how it begins, and what may be done in it (design.md §1, §6, §7)."""

from __future__ import annotations

from typing import ClassVar

from ...meetings.acts import Command, Event
from ...meetings.kept.assembly import Assembly
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Drafting
from ..amendments.given import Given
from ..amendments.work import DraftingWork
from ..deciding.floor import WithdrawAmendment
from ..translation.translating import SetTranslation
from .handing_over import HandOverAmendments
from .preparing import PrepareAmendment

#: what is said of every decision that is not taken in a group's file
NOT_HERE = N_(
    "This is a group’s file: amendments are prepared here and handed over. What the meeting decides is "
    "recorded at the secretariat’s desk."
)


class GroupFileBegun(Event, frozen=True, tag="group_file_begun"):
    """A group was given the meeting as it stood, as far as its coordinator may see it
    (``shown_to_group.py``); ``counters`` are the numbers that the meeting had given."""

    barrier: ClassVar[bool] = True

    given: Given
    assembly: Assembly
    drafting: Drafting
    counters: dict[str, int]


class BeginGroupFile(Command, frozen=True, tag="begin_group_file"):
    """The first row of a group's file. It is written when the secretariat makes the file from the meeting;
    it cannot be asked for in a meeting that is there already."""

    group: str

    def decide(self, work: DraftingWork) -> None:
        raise refuse(
            "group_file",
            N_(
                "The file of a group is made at the secretariat’s desk, from the meeting: “Give a group its "
                "file…”."
            ),
        )


def may_be_done(drafting: Drafting, command: Command) -> None:
    """Raises Refused for what is not done in a group's file: there amendments are prepared and handed over,
    and everything that the meeting decides is decided at the secretariat's desk."""
    if isinstance(command, PrepareAmendment | HandOverAmendments):
        return
    if isinstance(command, WithdrawAmendment | SetTranslation) and command.amendment:
        found = drafting.by_number(command.amendment.strip())
        if found is not None and found.state == "draft":
            return
    raise refuse("group_file", NOT_HERE)


__all__ = ["BeginGroupFile", "Given", "GroupFileBegun", "may_be_done"]
