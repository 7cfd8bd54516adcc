"""What somebody asks (Command), what then happened (Event), and the work between the two.

Both are ``msgspec`` structs with the verb as their tag, so that the window, the command line, an
imported file and a replay all speak of the same things. Deciding and applying are pure: time, new
ids and who asks come in through :class:`Context` and are written into the events.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar, Generic, Literal, Protocol, TypeVar

import msgspec

from .reasons import Message, NeedsConfirmation

Language = Literal["en", "fr", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "fr", "es")


def stamp(moment: datetime) -> str:
    """A moment as rows and events write it: ISO 8601 in UTC, in milliseconds, ending in Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Context(msgspec.Struct, frozen=True, gc=False):
    """What a decision may know beside the state.

    ``seq`` is the row that the decision will become: ids are made of it, so that they are never
    used twice. ``time`` is ISO 8601 in UTC. ``counters`` counts numbers over all rows, undone or
    not.
    """

    seq: int
    time: str
    desk: str = "desk"
    actor: str = "secretariat"
    counters: dict[str, int] = {}

    def number(self, series: str) -> int:
        """The next number of *series* ("D", "sitting"): never one that was given before."""
        return self.counters.get(series, 0) + 1


class Command(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="do", kw_only=True, omit_defaults=True
):
    """What somebody asks. ``seen`` is the fingerprint of the words that were decided on,
    ``confirm`` answers an earlier ``NeedsConfirmation``."""

    reason: str = ""
    note: str = ""
    confirm: bool = False
    seen: str = ""
    text_id: str = ""

    @classmethod
    def verb(cls) -> str:
        """The name under which the command is asked for (``submit_amendment``)."""
        return str(cls.__struct_config__.tag)


class Event(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag_field="event",
    kw_only=True,
    omit_defaults=True,
):
    """What happened. A ``barrier`` is never taken back by undo (design.md §2)."""

    barrier: ClassVar[bool] = False

    def numbers(self) -> dict[str, int]:
        """The numbers that this event gave, by series."""
        return {}


class AssemblyEvent(Event, frozen=True):
    """What happened to those who meet: applied to the Assembly, whichever room decided it."""


class _Applies(Protocol):
    def apply(self, state: Any) -> Any: ...


S = TypeVar("S")


class Work(Generic[S]):
    """A decision in the making: the state as it is so far, and the events that led there."""

    def __init__(self, state: S, context: Context) -> None:
        self.state = state
        self.context = context
        self.events: list[Event] = []
        self.warnings: list[Message] = []
        self.answer: dict[str, Any] = {}
        self._ids = 0

    def emit(self, event: Event) -> None:
        """Record *event* and go on from the state that it makes."""
        applied: _Applies = event  # type: ignore[assignment]
        self.state = applied.apply(self.state)
        self.events.append(event)

    def new_id(self, letter: str) -> str:
        """An id that no other row can give: the letter, this row, and a count within it."""
        self._ids += 1
        return f"{letter}{self.context.seq}.{self._ids}"

    def warn(self, msgid: str, **values: Any) -> None:
        """Something unusual that is done all the same, and said."""
        self.warnings.append(Message(msgid, values))

    def confirm(self, command: Command, msgid: str, **values: Any) -> None:
        """Go on only if the command was confirmed. Raises NeedsConfirmation."""
        if not command.confirm:
            raise NeedsConfirmation(Message(msgid, values))


E_ = TypeVar("E_")


def replaced(mapping: dict[str, E_], key: str, value: E_) -> dict[str, E_]:
    """A copy of *mapping* with one entry set: states share all that did not change."""
    copy = dict(mapping)
    copy[key] = value
    return copy
