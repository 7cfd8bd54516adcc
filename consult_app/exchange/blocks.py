"""The stream that both readers give to the grammar: blocks of text in the order of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from consult_app.exchange.errors import unreadable
from consult_app.exchange.ledger import Key
from consult_app.meetings.reasons import N_, Figure, Message

MOST_LINES = 20_000
MOST_CHARACTERS = 4_000_000
MOST_IN_LINE = 100_000
_TOO_LONG = N_(
    "The file has more than {most} lines, which no text of conclusions has; choose the right file."
)
_TOO_LARGE = N_(
    "The file has more than {most} characters, which no text of conclusions has; choose the right file."
)
_LINE_TOO_LONG = N_(
    "A paragraph of the file has more than {most} characters, which none of a text of conclusions has; "
    "choose the right file."
)


class Bounds:
    """Counts what is read, so that a file which is no text of conclusions is refused before long."""

    def __init__(self) -> None:
        self._lines = self._characters = 0

    def line(self, characters: int) -> None:
        """One more line or paragraph. Raises :class:`Unreadable` for too many, or too long a one."""
        self._lines += 1
        self._characters += characters
        if self._lines > MOST_LINES:
            raise unreadable(_TOO_LONG, most=Figure(MOST_LINES))
        if characters > MOST_IN_LINE:
            raise unreadable(_LINE_TOO_LONG, most=Figure(MOST_IN_LINE))
        self.text(self._characters)

    def text(self, characters: int) -> None:
        """As much text as that. Raises :class:`Unreadable` for too much."""
        if characters > MOST_CHARACTERS:
            raise unreadable(_TOO_LARGE, most=Figure(MOST_CHARACTERS))


class Note(msgspec.Struct, frozen=True):
    """A real footnote of a Word file, or one lifted from the flow. ``text`` is in plain form."""

    key: str
    text: str
    raw: str
    lines: tuple[int, ...]
    repairs: tuple[Key, ...] = ()


@dataclass(slots=True)
class Block:
    """A line of a plain text or a paragraph of a Word file, growing as others are joined to it.

    ``text`` is in plain form. ``label`` is a number that Word counts by itself, as it would print it.
    ``role`` is what the file says it is, title or heading; ``text`` bars every
    guess, where a repair was left undone; else it is empty. ``after_blank`` is whether it
    stands apart from the block before it.
    """

    line: int
    text: str
    raw: list[str]
    label: str = ""
    role: str = ""
    after_blank: bool = True
    lines: list[int] = field(default_factory=list)
    repairs: list[Key] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.lines:
            self.lines = [self.line]

    def take(self, other: Block, between: str = " ") -> None:
        """Join *other* to the end of this block."""
        self.text = f"{self.text}{between}{other.text}"
        self.raw += other.raw
        self.lines += other.lines
        self.repairs += other.repairs


class Stream(msgspec.Struct):
    """The blocks of one file (none is empty), its real footnotes, and what a person should know of it.

    ``plain`` is whether pages and lines were only drawn with characters, as in a .txt;
    ``wrapped`` is the width at which the lines of a plain text were cut, 0 when they were not.
    ``comments`` are the paragraph that each stands at, who wrote it, and its words.
    """

    blocks: list[Block]
    notes: list[Note] = []
    warnings: list[Message] = []
    plain: bool = False
    wrapped: int = 0
    comments: list[tuple[int, str, str]] = []
