"""Whether a file is a meeting file that this program reads: told from its first bytes, before SQLAlchemy is
there, so that the window comes up first."""

from __future__ import annotations

from pathlib import Path

from ..meetings.reasons import N_, Message
from .errors import NewerFile, NotAMeeting

#: "CSLT": shown by file(1), and checked before anything else is believed
APPLICATION_ID = 0x43534C54
#: number of the layout (SQLite's user_version)
FILE_FORMAT = 1
_HEADER = b"SQLite format 3\x00"


def recognise(path: Path) -> None:
    """Raises NotAMeeting or NewerFile unless *path* is a meeting file that this program reads."""
    name = {"file": str(path)}
    if not path.exists():
        raise NotAMeeting(Message(N_("There is no file {file}."), name))
    if path.is_dir():
        raise NotAMeeting(Message(N_("{file} is a folder, not a meeting file."), name))
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise NotAMeeting(
            Message(N_("{file} cannot be read: {error}"), name | {"error": error.strerror or str(error)})
        ) from error
    if not header.startswith(_HEADER) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAMeeting(
            Message(N_("{file} is not a Consult meeting file; open a file that ends in .consult."), name)
        )
    if int.from_bytes(header[60:64], "big") > FILE_FORMAT:
        raise NewerFile(
            Message(
                N_("{file} was written by a later version of Consult; install that version to open it."), name
            )
        )
