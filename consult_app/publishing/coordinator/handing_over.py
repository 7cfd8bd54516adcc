"""Writes the file by which a group's coordinator hands amendments over to the secretariat.

It is JSON in UTF-8 (:class:`HandOver`), named like the group's file and ending in ``.consult-amendments``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from consult_app.drafting.coordinator.handing_over import SUFFIX, VERSION, HandOver, handed
from consult_app.state import State


def hand_over_bytes(state: State, amendments: Sequence[str], at: str) -> bytes:
    """The hand-over file of these *amendments* (ids) of a group's file, made at that time. Raises
    LookupError where *state* is not that of a group's file or has no such amendment."""
    given = state.given
    if given is None:
        raise LookupError("not a group's file")
    chosen = (state.drafting.amendments[each] for each in amendments)
    said = HandOver(
        version=VERSION,
        meeting=given.meeting,
        titles=state.assembly.meeting.titles,
        group=given.group,
        file=given.file,
        row=given.row,
        made=at,
        amendments=tuple(handed(amendment) for amendment in chosen),
    )
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def write_hand_over(state: State, amendments: Sequence[str], target: Path, at: str) -> None:
    """Write that file as *target*, whole or not at all. Raises OSError, and LookupError as above."""
    data = hand_over_bytes(state, amendments, at)
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        Path(beside).replace(target)
    finally:
        Path(beside).unlink(missing_ok=True)


__all__ = ["SUFFIX", "hand_over_bytes", "write_hand_over"]
