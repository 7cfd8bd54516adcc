"""Reading a tally: by group, by name or by candidate, and each thing that cannot be so in it."""

from __future__ import annotations

from typing import Any

import msgspec

from ..kept.assembly import Assembly
from ..kept.votes import CHOICES, Composition, Tally
from ..reasons import N_, Message, Refused, refuse
from .composition import why_not
from .weighing import MAIN_GROUPS

Hands = tuple[int, int, int]


class Counted(msgspec.Struct, frozen=True, gc=False):
    """A tally as it was read: hands by group, and by participant id how each voted where names were
    taken; or the papers of an election."""

    hands: dict[str, Hands] = {}
    names: dict[str, str] = {}
    candidates: dict[str, int] = {}
    invalid: int = 0
    abstaining: int = 0


def read(assembly: Assembly, composition: Composition, tally: Tally) -> Counted:
    """*tally* as it counts in *composition*; in an empty one any number of hands. Raises Refused, naming
    the group or person and the figures."""
    if not tally:
        raise refuse(
            "tally",
            N_("The tally is empty; give for, against and abstaining by group, or how each member voted."),
        )
    if "candidates" in tally:
        return _papers(composition, tally)
    if all(isinstance(each, tuple) for each in tally.values()):
        return Counted(_hands(assembly, composition, tally))
    if all(isinstance(each, str) for each in tally.values()):
        names = _names(assembly, composition, tally)
        return Counted(_by_group(composition, names), names)
    raise refuse(
        "tally",
        N_("A tally is either by group ({group}) or by name ({name}), not both."),
        group='{"workers": [12, 0, 0]}',
        name='{"Name": "for"}',
    )


def _hands(assembly: Assembly, composition: Composition, tally: dict[str, Any]) -> dict[str, Hands]:
    out: dict[str, Hands] = {}
    for who, given in tally.items():
        group = assembly.find_actor(who)
        if group not in MAIN_GROUPS:
            raise _no_group(assembly, who, group)
        if group in out:
            raise refuse("tally", N_("“{who}” stands twice in the tally, under another name."), who=who)
        if len(given) not in (2, 3):
            raise refuse(
                "tally",
                N_("For {group} the tally is [for, against, abstaining]: three figures, not {count}."),
                group=_called(group),
                count=len(given),
            )
        if any(each < 0 for each in given):
            raise refuse(
                "tally",
                N_("In {group}, {figure} is no number of votes; count from 0."),
                group=_called(group),
                figure=min(given),
            )
        entitled = composition.entitled[group]
        if sum(given) > entitled and not _unknown(composition):
            message = (
                N_("In {group}, {cast} hands were counted, but {entitled} members are entitled to vote.")
                if entitled
                else N_("In {group}, {cast} hands were counted, but nobody in it is entitled to vote.")
            )
            raise refuse("tally", message, group=_called(group), cast=sum(given), entitled=entitled)
        out[group] = (given[0], given[1], given[2] if len(given) == 3 else 0)
    return out


def _no_group(assembly: Assembly, who: str, found: str) -> Refused:
    if found in assembly.groups:
        return refuse(
            "tally",
            N_("“{who}” has no vote of its own: its members vote in {group}."),
            who=who,
            group=_called(assembly.main_group(found)),
        )
    return refuse(
        "tally",
        N_("There is no group “{who}” that votes; the groups are {groups}."),
        who=who,
        groups=MAIN_GROUPS,
    )


def _names(assembly: Assembly, composition: Composition, tally: dict[str, Any]) -> dict[str, str]:
    voting = {each for members in composition.members.values() for each in members}
    out: dict[str, str] = {}
    for name, choice in tally.items():
        plain = " ".join(name.split())
        found = [p for p in assembly.participants.values() if plain in (p.id, p.name)]
        if not found:
            raise refuse("tally", N_("There is no participant “{name}”."), name=name)
        if len(found) > 1:
            raise refuse(
                "tally",
                N_("There are {count} participants called {name}; give the id: {ids}."),
                count=len(found),
                name=plain,
                ids=[each.id for each in found],
            )
        [person] = found
        if person.id in out:
            raise refuse("tally", N_("{name} stands twice in the tally."), name=person.name)
        if person.id not in voting:
            raise Refused(why_not(assembly, person), "tally")
        out[person.id] = choice
    return out


def _by_group(composition: Composition, names: dict[str, str]) -> dict[str, Hands]:
    hands = {group: [0, 0, 0] for group in MAIN_GROUPS}
    for group, members in composition.members.items():
        for person in members:
            if person in names:
                hands[group][CHOICES.index(names[person])] += 1
    return {group: (found[0], found[1], found[2]) for group, found in hands.items() if any(found)}


def _papers(composition: Composition, tally: Tally) -> Counted:
    """The ballot papers of an election."""
    rest = {key: value for key, value in tally.items() if key != "candidates"}
    strange = rest.keys() - {"invalid", "abstaining"}
    if strange:
        raise refuse(
            "tally",
            N_("An election is counted by candidates, invalid and abstaining; “{what}” is none of them."),
            what=sorted(strange)[0],
        )
    found = tally["candidates"]
    papers = dict(found) if isinstance(found, dict) else {}
    if not papers:
        raise refuse(
            "tally",
            N_("An election needs its candidates, with their votes: {example}."),
            example='{"candidates": {"Name": 3}}',
        )
    others = {key: value if isinstance(value, int) else -1 for key, value in rest.items()}
    for name, count in (papers | others).items():
        if count < 0:
            raise refuse("tally", N_("{name}: this is no number of votes; count from 0."), name=name)
    total, entitled = sum(papers.values()) + sum(others.values()), sum(composition.entitled.values())
    if total > entitled and not _unknown(composition):
        raise refuse(
            "tally",
            N_("{cast} ballot papers were counted, but {entitled} members are entitled to vote."),
            cast=total,
            entitled=entitled,
        )
    return Counted(
        candidates=papers, invalid=others.get("invalid", 0), abstaining=others.get("abstaining", 0)
    )


def _unknown(composition: Composition) -> bool:
    """Whether nobody at all is registered who votes: then nothing can be checked, and is asked about."""
    return not any(composition.entitled.values())


def _called(group: str) -> Message:
    """How a sentence calls one of the three groups."""
    return GROUPS[group]


GROUPS = {
    "government": Message(N_("the Government group")),
    "employers": Message(N_("the Employers’ group")),
    "workers": Message(N_("the Workers’ group")),
}
