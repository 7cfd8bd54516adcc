"""Reads the file by which a group's coordinator hands amendments over to the secretariat."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import msgspec

from consult_app.drafting.coordinator.handing_over import SUFFIX, VERSION, HandOver
from consult_app.drafting.coordinator.taking_in import TakeInAmendments
from consult_app.exchange.errors import unreadable
from consult_app.meetings.reasons import N_

#: far more than a group hands in; what is larger was not made by this program
LARGEST = 20_000_000
_decoder = msgspec.json.Decoder(HandOver)


def is_hand_over(path: Path) -> bool:
    """Whether *path* is named like a hand-over file."""
    return path.suffix.lower() == SUFFIX


def read_hand_over(path: Path, meeting: str) -> HandOver:
    """What is handed over in *path*, to the meeting whose first row has the hash *meeting*. Raises
    Unreadable, which says what to do, for any other file."""
    try:
        if path.stat().st_size > LARGEST:
            raise unreadable(
                N_("{file} is too large to be a hand-over file; ask the coordinator to hand over again."),
                file=path.name,
            )
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(
            N_("{file} cannot be read: {error}"), file=path.name, error=error.strerror or str(error)
        ) from error
    _must_be_ours(path, data)
    try:
        found = _decoder.decode(data)
        datetime.fromisoformat(found.made)
    except ValueError as error:  # as msgspec's own are
        raise unreadable(
            N_(
                "{file} is damaged or was changed by another program; ask the coordinator to hand over again."
            ),
            file=path.name,
        ) from error
    if found.meeting != meeting:
        raise unreadable(
            N_("{file} belongs to another meeting: {title}. Open that meeting to take it in."),
            file=path.name,
            title=next(iter(found.titles.values()), "–"),
        )
    return found


def _must_be_ours(path: Path, data: bytes) -> None:
    """Raises Unreadable unless *data* says that it is a hand-over file of a version that is read here."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("format") != "consult-amendments":
        raise unreadable(
            N_(
                "{file} is no hand-over file of a group; choose the file that ends in {suffix}, or a Word "
                "file with tracked changes."
            ),
            file=path.name,
            suffix=SUFFIX,
        )
    version = said.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise unreadable(
            N_("{file} was written by a later version of Consult; install that version to take it in."),
            file=path.name,
        )


def take_in_command(found: HandOver, source: str = "", *, reason: str = "") -> TakeInAmendments:
    """The Command that takes in what was *found* in the file *source*; *reason* says why it is received
    though it is late, with the consent of the meeting."""
    return TakeInAmendments(
        group=found.group,
        row=found.row,
        amendments=found.amendments,
        source=source,
        reason=reason,
        confirm=bool(reason),
    )


__all__ = ["LARGEST", "SUFFIX", "is_hand_over", "read_hand_over", "take_in_command"]
