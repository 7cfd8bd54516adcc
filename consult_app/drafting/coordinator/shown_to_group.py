"""What of a meeting a group's coordinator is given to see: everything that she may have is named here, so
that whatever is added to a meeting later stays at the desk until somebody adds it to this list.

Of people: the list of participants without credentials or why somebody may not vote, officers, the plan of
work, the agenda and the reference documents. Of the text: the words and how they came to be.
Of amendments: those of her own group in every state; of the others those that are before the meeting or
were decided on (circulated, procedure.md A7), not those that were sent back to their author (A3) or are
being typed on the floor. Never: speeches and their summaries, positions as somebody summed them up, votes,
motions, presence, the Governing Body paper, the follow-up, the reasons that the secretariat noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from ...meetings.kept.assembly import Assembly, Participant, Withdrawal
from ..amendments.amendment import Amendment, Drafting
from ..amendments.given import of_group
from ..text.nodes import Node, Step, Text

_Stepped = TypeVar("_Stepped", Amendment, Node, Text)


def people_shown(assembly: Assembly) -> Assembly:
    """Who meets, as the group's file has it."""
    return Assembly(
        meeting=assembly.meeting,
        groups=assembly.groups,
        participants={who: _person(person) for who, person in assembly.participants.items()},
        officers=assembly.officers,
        former_officers=assembly.former_officers,
        withdrawn={
            who: Withdrawal(_person(gone.participant), gone.at) for who, gone in assembly.withdrawn.items()
        },
        drafting_bodies=assembly.drafting_bodies,
        timetable=assembly.timetable,
        agenda=assembly.agenda,
        documents=assembly.documents,
    )


def texts_shown(drafting: Drafting, assembly: Assembly, group: str) -> Drafting:
    """The texts and the amendments, as the file of *group* has them."""
    kept = {amendment.id: amendment for amendment in _amendments(drafting, assembly, group)}
    texts = {each: _text(text, kept) for each, text in drafting.texts.items()}
    shown = Drafting(texts=texts, brackets=drafting.brackets)
    return shown.with_amendments(*kept.values())


def _person(person: Participant) -> Participant:
    return Participant(
        id=person.id,
        name=person.name,
        role=person.role,
        group=person.group,
        country=person.country,
        title=person.title,
        may_vote=person.may_vote,
        gender=person.gender,
        organization=person.organization,
        function=person.function,
    )


def _amendments(drafting: Drafting, assembly: Assembly, group: str) -> Iterator[Amendment]:
    hidden: set[str] = set()
    for amendment in drafting.amendments.values():
        own = any(of_group(assembly, who, group) for who in (*amendment.authors, *amendment.handed_in_by))
        if amendment.amends in hidden or not (own or _before_the_meeting(amendment)):
            hidden.add(amendment.id)
            continue
        shown = msgspec.structs.replace(amendment, stated=())
        yield shown if own else _without_reasons(shown)


def _before_the_meeting(amendment: Amendment) -> bool:
    typing = amendment.kind == "live" and amendment.pending
    return amendment.state != "returned" and not typing


def _text(text: Text, kept: dict[str, Amendment]) -> Text:
    return msgspec.structs.replace(
        _without_reasons(text),
        nodes={each: _without_reasons(node) for each, node in text.nodes.items()},
        order=tuple(each for each in text.order if each in kept),
        order_reason="",
    )


def _without_reasons(of: _Stepped) -> _Stepped:
    """The same without what the secretariat noted beside each step."""
    steps: tuple[Step, ...] = tuple(
        msgspec.structs.replace(step, reason="") if step.reason else step for step in of.history
    )
    return msgspec.structs.replace(of, history=steps)


__all__ = ["people_shown", "texts_shown"]
