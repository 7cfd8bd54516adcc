"""What a text is to become (procedure.md §1)."""

from __future__ import annotations

from typing import Final, Literal, get_args

TextKind = Literal["conclusions", "resolution", "recommendations", "decision", "statement", "other"]
TEXT_KINDS: Final[tuple[TextKind, ...]] = get_args(TextKind)
