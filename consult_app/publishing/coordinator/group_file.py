"""The file that a group's coordinator is given: a meeting file that begins with what she may see."""

from __future__ import annotations

import uuid
from pathlib import Path

from consult_app.drafting.amendments.given import Given
from consult_app.drafting.coordinator.group_file import BeginGroupFile, GroupFileBegun
from consult_app.drafting.coordinator.shown_to_group import people_shown, texts_shown
from consult_app.journal.beginning import write_whole
from consult_app.journal.rows import GENESIS, sealed
from consult_app.state import State, write_command, write_events

ENDS = ".consult"


def give_group_file(state: State, group: str, target: Path, *, meeting: str, row: int, at: str) -> Given:
    """Write the file of *group* as *target*, from the meeting whose first row has the hash *meeting*, in
    the *state* after its row *row*, at that time. Returns its mark. Raises JournalError where it cannot be
    written, KeyError for a group that is not there."""
    names = state.assembly.groups[group].names
    given = Given(group=group, meeting=meeting, file=uuid.uuid4().hex[:12], row=row, at=at)
    begun = GroupFileBegun(
        given=given,
        assembly=people_shown(state.assembly),
        drafting=texts_shown(state.drafting, state.assembly, group),
        counters=state.counters,
    )
    first = sealed(
        GENESIS,
        1,
        at,
        "desk",
        "secretariat",
        write_command(BeginGroupFile(group=group, note=next(iter(names.values()), ""))).decode(),
        write_events((begun,)).decode(),
    )
    write_whole(target, [first])
    return given


def proposed_name(source: Path, name: str, folder: Path | None = None) -> Path:
    """Under which name the file of the group called *name* is offered, made from the meeting *source*: one
    that is not taken, beside it or in *folder*."""
    safe = "".join(" " if each in '<>:"/\\|?*' or not each.isprintable() else each for each in name).strip()
    place = (folder or source.parent) / f"{source.stem} – {safe}{ENDS}"
    count = 1
    while place.exists():
        count += 1
        place = place.with_name(f"{source.stem} – {safe} {count}{ENDS}")
    return place


__all__ = ["give_group_file", "proposed_name"]
