"""What can be wrong with a meeting file, each as a sentence for a person."""

from __future__ import annotations

from pathlib import Path

from ..meetings.reasons import N_, Message


class JournalError(Exception):
    """A meeting file cannot be used. ``message`` says what is wrong and what to do next."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.msgid.format_map(message.values))
        self.message = message


class NotAMeeting(JournalError):
    """The file is not there, cannot be read, or is no meeting file of this program."""


class NewerFile(NotAMeeting):
    """The file was written by a later version of the program."""


class OnlyForReading(NotAMeeting):
    """The file is there, and nothing can be written to it: a medium or a folder that takes nothing."""


class InUse(JournalError):
    """Another desk has the file open for writing."""


class Unwritable(JournalError):
    """A row could not be written; nothing of it was recorded."""


class Damaged(JournalError):
    """The database inside the file is damaged."""


def unwritable(path: Path, cause: object) -> Unwritable:
    """The file in *path* took nothing more, for the *cause* that SQLite names."""
    return Unwritable(
        Message(
            N_(
                "{file} cannot be written ({error}); this was not recorded. Make room, or save a "
                "copy elsewhere."
            ),
            {"file": path.name, "error": str(cause)},
        )
    )
