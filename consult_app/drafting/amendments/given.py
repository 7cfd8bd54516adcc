"""The mark of a file that was given to a group's coordinator, and who belongs to a group."""

from __future__ import annotations

import msgspec

from ...meetings.kept.assembly import Assembly


class Given(msgspec.Struct, frozen=True, gc=False):
    """Whose file it is: that of ``group``, made from the ``meeting`` (the hash of the first row of its
    journal) as it stood after its row ``row``, at that time. ``file`` tells it from every other file that
    was given."""

    group: str
    meeting: str
    file: str
    row: int
    at: str


class Source(msgspec.Struct, frozen=True, gc=False):
    """Where an amendment comes from that was prepared in a group's file: its ``id`` there, the same however
    often it is written anew, and which writing (``edition``, from 1) it is. At the desk ``words`` is the
    fingerprint of what was handed over."""

    id: str
    edition: int = 1
    words: str = ""


def of_group(assembly: Assembly, who: str, group: str) -> bool:
    """Whether *who*, a group or a participant, is *group* itself, a regional group under it, or somebody
    of one of these."""
    person = assembly.person(who)
    at = person.group if person is not None else who
    seen: set[str] = set()
    while at in assembly.groups and at not in seen:
        if at == group:
            return True
        seen.add(at)
        at = assembly.groups[at].parent
    return False


__all__ = ["Given", "Source", "of_group"]
