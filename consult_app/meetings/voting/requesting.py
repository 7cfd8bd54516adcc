"""Who may ask for a record vote: the chair of a group, or a share of the members (procedure.md §4.5)."""

from __future__ import annotations

from typing import Any

from ..acts import Command, Work
from ..kept.assembly import Assembly
from ..reasons import N_, refuse
from .composition import entitled, present
from .weighing import MAIN_GROUPS, needed


def asked_for(
    work: Work[Any], assembly: Assembly, command: Command, who: str | tuple[str, ...], *, record: bool
) -> tuple[str, ...]:
    """The ids of those who asked for the vote to be taken so. Raises Refused for somebody unknown, and
    NeedsConfirmation where fewer asked for a *record* vote than the rules want."""
    asked: dict[str, None] = {}
    for name in (who,) if isinstance(who, str) and who else who:
        found = assembly.find_actor(name.strip())
        if not found:
            raise refuse(
                "unknown_actor", N_("“{who}” is neither a group nor a participant of this meeting."), who=name
            )
        asked[found] = None
    rules = assembly.meeting.rules.voting
    by_group = rules.request_by_group and any(_speaks_for_group(assembly, each) for each in asked)
    if not asked or not record or by_group:
        return tuple(asked)
    there = present(assembly)
    if there is None:
        there = tuple(each for found in entitled(assembly).values() for each in found)
    least = needed(rules.request_num, rules.request_den, len(there))
    count = sum(1 for each in asked if each in there)
    if count < least:
        work.confirm(
            command,
            N_("{count} asked for a record vote; {least} are needed. Record it all the same?"),
            count=count,
            least=least,
        )
    return tuple(asked)


def _speaks_for_group(assembly: Assembly, who: str) -> bool:
    """Whether *who* is one of the three groups, its coordinator, or its Vice-Chairperson."""
    if who in MAIN_GROUPS or any(g.coordinator == who for g in assembly.groups.values() if not g.parent):
        return True
    return any(o.participant == who and "_vice_" in o.office for o in assembly.officers.values())
