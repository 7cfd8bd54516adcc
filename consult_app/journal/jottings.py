"""What is kept beside the journal, as values: for whoever shows it, without the database."""

from __future__ import annotations

from typing import Any

import msgspec


class Scratch(msgspec.Struct, frozen=True):
    """Words that somebody is still writing: at which place of the window, what it takes to open that
    place again (``extra``), and when they were last written down (UTC)."""

    place: str
    words: str
    extra: dict[str, Any] = {}
    time: str = ""


class Note(msgspec.Struct, frozen=True):
    """A private note on a ``subject`` (the meeting, a node, an amendment: whoever writes it says how it is
    named); written at ``time``, last changed at ``changed`` (UTC)."""

    id: int
    subject: str
    words: str
    time: str
    changed: str
