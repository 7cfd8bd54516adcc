"""What an incoming file can be refused for."""

from __future__ import annotations

from typing import Any

from consult_app.meetings.reasons import Message, Refused


class Unreadable(Exception):
    """A file cannot be taken in. The message says what is wrong with it and what to do next."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(Refused(message, "")))
        self.message = message


def unreadable(msgid: str, **values: Any) -> Unreadable:
    """Build the error; the caller raises it, so that the reader sees where it stops."""
    return Unreadable(Message(msgid, values))
