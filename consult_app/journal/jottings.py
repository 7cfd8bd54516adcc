"""What is kept beside the journal, as values: for whoever shows it, without the database."""

from __future__ import annotations

from typing import Any, Final

import msgspec

#: how the place of words begins that a person left unfinished, by Esc or by turning to something else
LEFT: Final = "left:"


class Scratch(msgspec.Struct, frozen=True):
    """Words that somebody is still writing: at which place of the window, what it takes to open that
    place again (``extra``), and when they were last written down (UTC)."""

    place: str
    words: str
    extra: dict[str, Any] = {}
    time: str = ""

    @property
    def was_left(self) -> bool:
        """Whether nobody is writing them any more: they were left unfinished."""
        return self.place.startswith(LEFT)


class Note(msgspec.Struct, frozen=True):
    """A private note on a ``subject`` (the meeting, a node, an amendment: whoever writes it says how it is
    named); written at ``time``, last changed at ``changed`` (UTC)."""

    id: int
    subject: str
    words: str
    time: str
    changed: str
