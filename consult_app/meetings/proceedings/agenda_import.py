"""Points for discussion as a background paper suggests them, taken over into the agenda in one row
(procedure.md §5.2 item 18, §6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..acts import Command, Language, Work
from ..kept.agenda import Agenda, AgendaItem, labels
from ..one_line import one_line
from ..reasons import N_, refuse
from .agenda_setting import AgendaSet

if TYPE_CHECKING:
    from ..kept.assembly import Assembly


class Topic(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A numbered topic and the questions under it."""

    title: str
    points: tuple[str, ...] = ()


class ImportAgenda(Command, frozen=True, tag="import_agenda"):
    """Take over topics and their points for discussion: as the agenda where there is none yet, else as
    the words in a further ``language`` of an agenda of the same shape."""

    language: Language
    topics: tuple[Topic, ...]

    def decide(self, work: Work[Assembly]) -> None:
        topics = [Topic(one_line(t.title), tuple(map(one_line, t.points))) for t in self.topics]
        if not topics or not all(words for topic in topics for words in (topic.title, *topic.points)):
            raise refuse("agenda_topics", N_("There is no topic to take over, or one without words."))
        old = work.state.agenda
        new = self._filled(work, old, topics) if old else self._made(work, topics)
        work.emit(AgendaSet(agenda=new))
        named = labels(new)
        work.answer["items"] = [named[each.id] for each in new]

    def _made(self, work: Work[Assembly], topics: list[Topic]) -> Agenda:
        out: list[AgendaItem] = []
        for topic in topics:
            item = AgendaItem(work.new_id("a"), {self.language: topic.title})
            out.append(item)
            out += (
                AgendaItem(work.new_id("a"), {self.language: point}, kind="point", under=item.id)
                for point in topic.points
            )
        return tuple(out)

    def _filled(self, work: Work[Assembly], old: Agenda, topics: list[Topic]) -> Agenda:
        there = [sum(each.under == item.id for each in old) for item in old if not item.under]
        if there != [len(topic.points) for topic in topics]:
            raise refuse(
                "agenda_shape",
                N_(
                    "The agenda has {items} items with {points} points, the paper {others} with {more}; "
                    "only an agenda of the same shape takes a further language."
                ),
                items=len(there),
                points=sum(there),
                others=len(topics),
                more=sum(len(topic.points) for topic in topics),
            )
        if any(self.language in each.titles for each in old):
            work.confirm(self, N_("The agenda has words in this language. Replace them?"))
        words = [each for topic in topics for each in (topic.title, *topic.points)]
        return tuple(
            msgspec.structs.replace(item, titles=item.titles | {self.language: said})
            for item, said in zip(old, words, strict=True)
        )


__all__ = ["ImportAgenda", "Topic"]
