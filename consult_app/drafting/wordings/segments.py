"""What a line of a view is made of: words with the same fate."""

from __future__ import annotations

from typing import Literal

import msgspec

from .wording import Run


class Segment(msgspec.Struct, frozen=True, gc=False):
    """Words with the same fate: kept (``change`` empty), to be inserted or deleted by ``by``
    (amendment ids; several when they propose the same).

    With ``bracket`` (its number) the words stand in that square bracket, beside the segments of the same
    bracket before and after it: the words that stand, then each alternative, ``by`` its amendments and
    ``whose`` it is. An alternative without words takes out those that stand.
    """

    runs: tuple[Run, ...]
    change: Literal["", "insert", "delete"] = ""
    by: tuple[str, ...] = ()
    bracket: str = ""
    whose: tuple[str, ...] = ()
