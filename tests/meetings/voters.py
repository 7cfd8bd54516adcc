"""A small meeting with as many members in each group as a test needs."""

from __future__ import annotations

from typing import Any

from tests.small_meeting import Meeting

GROUPS = ("government", "employers", "workers")


def people(*counts: int, without_vote: int = 0) -> list[dict[str, Any]]:
    """Members "Government 1" … as ``register_participants`` takes them, by group in the usual order;
    *without_vote* further Government members are in arrears."""
    found: list[dict[str, Any]] = [
        {"name": f"{group.title()} {index}", "role": "member", "group": group}
        for group, count in zip(GROUPS, counts, strict=True)
        for index in range(1, count + 1)
    ]
    for index in range(1, without_vote + 1):
        found.append(
            {
                "name": f"Silent {index}",
                "role": "member",
                "group": "government",
                "may_vote": False,
                "why_not": "arrears, ILO Constitution, art. 13(4)",
            }
        )
    return found


class Voters(Meeting):
    """A meeting under *rules* in which so many members of each group may vote, its first sitting open."""

    def __init__(self, *counts: int, rules: str = "ilc_committee", without_vote: int = 0) -> None:
        super().__init__(rules=rules)
        names = [person.name for person in self.state.assembly.participants.values()]
        for name in names:
            self.do("remove_participant", participant=name, reason="another list")
        found = people(*counts, without_vote=without_vote)
        if found:
            self.do("register_participants", people=found)
        self.do("open_sitting")

    def vote(
        self, government: Any = None, employers: Any = None, workers: Any = None, **fields: Any
    ) -> dict[str, Any]:
        """A show of hands by group; on a subject of its own unless another is given."""
        given = zip(GROUPS, (government, employers, workers), strict=True)
        tally = {group: list(hands) for group, hands in given if hands is not None}
        about = {} if {"amendment", "node", "on"} & fields.keys() else {"on": "The plan of work"}
        return self.do("record_vote", **{"method": "show_of_hands", "tally": tally} | about | fields)
