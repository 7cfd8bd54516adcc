"""Reasons as data: message ids with values, put into words only at the edge.

The rooms below the window never speak a language. What they have to say to a person is a
:class:`Message`; ``consult_app.words`` says it in the reader's language.

Dataclasses rather than msgspec's structs: the start page needs them, and its first frame does not wait
for msgspec.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_OTHER_TYPE = re.compile("Expected `([^`]+)`, got `([^`]+)`")


def N_(msgid: str) -> str:
    """Mark *msgid* for extraction into the catalogues; returns it unchanged."""
    return msgid


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said: an English message id with ``{named}`` values.

    A value may be a string, a number, another Message, a :class:`Term`, a :class:`Figure`, a
    :class:`Place`, a :class:`Quoted`, a :class:`Moment`, or a list of these (said as a list: "D.13 and
    D.15").
    """

    msgid: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field whose form depends on what it is said of (procedure.md §1).

    ``Term("state", "adopted", "amendment")`` is "adopted", "adopté", "adoptada".
    """

    family: str
    key: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is written as each language writes it: 3,650, 3 650, 3650."""

    value: int

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Place:
    """A node named by its label, to be said as each language says it ("paragraphe 5 iii)"), with *article*
    as the object of a verb ("le paragraphe 5 iii)")."""

    kind: str
    label: str
    article: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the record (ISO time in UTC), to be said as each language writes a date and a time, in the
    time of the reader's desk."""

    at: str

    def __str__(self) -> str:
        return f"{self.at[:16].replace('T', ' ')} UTC"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a text, by language: they are quoted in the reader's language where they exist in it, else
    in ``first``, the language in which they were found."""

    words: dict[str, str]
    first: str

    def said_in(self, language: str) -> str:
        """The words for a reader of *language*."""
        return self.words.get(language, self.words[self.first])

    def __str__(self) -> str:
        return self.words[self.first]


def misread(text: str) -> Message | str:
    """What msgspec says in English of a value of another type, as a Message; any other *text* as it is."""
    found = _OTHER_TYPE.match(text)
    if found is None:
        return text
    return Message(N_("{wanted} is asked for, not {given}"), {"wanted": found[1], "given": found[2]})


class Refused(Exception):
    """A rule does not allow what was asked. Carries the reason and the rule's name."""

    def __init__(self, reason: Message, rule: str) -> None:
        super().__init__(reason.msgid.format_map(_Plain(reason.values)))
        self.reason = reason
        self.rule = rule


class BadRules(ValueError):
    """Rules that cannot be followed; ``message`` says which field is wrong and what is allowed."""

    def __init__(self, message: Message) -> None:
        plain = {name: _plain(value) for name, value in message.values.items()}
        super().__init__(str(Refused(Message(message.msgid, plain), "rules")))
        self.message = message


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return str(BadRules(value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


class NeedsConfirmation(Exception):
    """What was asked is unusual: it is carried out when asked again with ``confirm``."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.msgid.format_map(_Plain(why.values)))
        self.why = why


class _Plain(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def refuse(rule: str, msgid: str, **values: Any) -> Refused:
    """Build the refusal; the caller raises it, so that the reader sees where it stops."""
    return Refused(Message(msgid, values), rule)
