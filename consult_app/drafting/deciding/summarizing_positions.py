"""What the report of proceedings says that a group said on an amendment, written after its position was
recorded (procedure.md §2.6)."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command, Event, Language
from ...meetings.proceedings.summarizing import Words, by_language
from ...meetings.reasons import N_, refuse
from ..amendments.amendment import Drafting
from ..amendments.work import DraftingWork


class PositionSummarized(Event, frozen=True, tag="position_summarized"):
    """What the report says of the position that a group stated at that time reads so from now on."""

    amendment: str
    group: str
    at: str
    summary: dict[str, str]

    def apply(self, state: Drafting) -> Drafting:
        old = state.amendments[self.amendment]
        stated = list(old.stated)
        # a clock may give two of them one time: meant is the later
        at = max(at for at, each in enumerate(stated) if (each.group, each.at) == (self.group, self.at))
        stated[at] = msgspec.structs.replace(stated[at], summary=self.summary)
        return state.with_amendments(msgspec.structs.replace(old, stated=tuple(stated)))


class SummarizePosition(Command, frozen=True, tag="summarize_position"):
    """Write what the report of proceedings says that a group said with the position that it stated last on
    an amendment, also long after it. ``summary`` by language leaves the others as they are; an empty one
    is taken away."""

    amendment: str
    group: str
    summary: Words
    language: Language = "en"

    def decide(self, work: DraftingWork) -> None:
        amendment = work.amendment(self.amendment)
        group = work.actor(self.group)
        stated = next((each for each in reversed(amendment.stated) if each.group == group), None)
        if stated is None:
            raise refuse(
                "no_position",
                N_("{group} has stated no position on {number} yet: record the position first."),
                group=work.assembly.name_of(group),
                number=amendment.number,
            )
        asked = self.summary if isinstance(self.summary, dict) else {self.language: ""}
        kept = {key: each for key, each in stated.summary.items() if key not in asked}
        said = kept | by_language(self.summary, self.language)
        work.emit(PositionSummarized(amendment=amendment.id, group=group, at=stated.at, summary=said))
        work.answer |= {"number": amendment.number, "group": group}


__all__ = ["PositionSummarized", "SummarizePosition"]
