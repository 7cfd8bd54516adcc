"""Asking for the floor: on the item under discussion, on another one, or on an amendment."""

from __future__ import annotations

import msgspec

from ...meetings.acts import Command
from ...meetings.kept.agenda import item_named
from ...meetings.kept.speaking import Speaker, in_order
from ...meetings.proceedings.speakers import SpeakersSet, SpeechKind
from ...meetings.reasons import N_, refuse
from ..amendments.work import DraftingWork


class AddSpeaker(Command, frozen=True, tag="add_speaker"):
    """Put a participant or a group on the list of speakers; a point of order goes before the others, a
    right of reply behind them. A list that was closed takes further speakers only when confirmed."""

    who: str
    kind: SpeechKind = "speaker"
    on_behalf_of: str = ""
    item: str = ""
    amendment: str = ""

    def decide(self, work: DraftingWork) -> None:
        speaking = work.assembly.speaking
        speaker = Speaker(
            id=work.new_id("s"),
            who=work.actor(self.who),
            kind=self.kind,
            on_behalf_of=work.actor(self.on_behalf_of) if self.on_behalf_of else "",
            item=item_named(work.assembly.agenda, self.item).id if self.item else "",
            amendment=work.amendment(self.amendment).id if self.amendment else "",
            asked=work.context.time,
        )
        if any(_same(speaker, each) for each in speaking.waiting):
            raise refuse(
                "same_speaker",
                N_("{name} is on the list of speakers already."),
                name=work.assembly.name_of(speaker.who),
            )
        if speaking.closed and self.kind == "speaker":
            work.confirm(
                self,
                N_("The list of speakers is closed. Put {name} on it all the same?"),
                name=work.assembly.name_of(speaker.who),
            )
        waiting = in_order((*speaking.waiting, speaker))
        work.emit(SpeakersSet(waiting=waiting, closed=speaking.closed))
        work.answer |= {"id": speaker.id, "place": waiting.index(speaker) + 1}


def _same(one: Speaker, other: Speaker) -> bool:
    return msgspec.structs.replace(one, id=other.id, asked=other.asked) == other


__all__ = ["AddSpeaker"]
