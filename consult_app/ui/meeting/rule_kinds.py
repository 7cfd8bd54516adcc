"""What a rule of the meeting is for the window: a field with its label and choices, and how it is read from
the rules and written into the command that changes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from consult_app.meetings.kept.rules import Rules, Seconding

Kind = Literal["choice", "several", "number", "fraction"]


@dataclass(frozen=True)
class RuleField:
    """One rule. ``path`` is where it stands ("quorum.base"; of a fraction the two parts), ``words`` and the
    words of the ``choices`` are message ids. ``only_with`` names the field and the value without which the
    rule says nothing; ``none`` is what the least number is called where it means that there is no limit."""

    path: str
    words: str
    kind: Kind = "choice"
    choices: tuple[tuple[Any, str], ...] = ()
    least: int = 0
    none: str = ""
    only_with: tuple[str, Any] | None = None


@dataclass(frozen=True)
class RuleSection:
    """Rules of one place; ``source`` is the section of the rules that names it ("": nowhere)."""

    key: str
    words: str
    fields: tuple[RuleField, ...]
    source: str = ""


def value_of(rules: Rules, path: str) -> Any:
    """Return what *rules* say in the field *path*, as its editor takes it."""
    if " " in path:
        num, den = path.split()
        return (value_of(rules, num), value_of(rules, den))
    found: Any = rules
    for name in path.split("."):
        found = getattr(found, name)
    if path == "subamendment.seconding":
        return _who_needs_one(found)
    if path == "subamendment.max_depth":
        return found or 0
    return tuple(sorted(found)) if isinstance(found, list | tuple) else found


def plain(field: RuleField, value: Any) -> dict[str, Any]:
    """Return the change of *field* to *value* as the command takes it: values by path."""
    path = field.path
    if field.kind == "fraction":
        return dict(zip(path.split(), value, strict=True))
    if field.kind == "several":
        return {path: [each for each, _words in field.choices if each in value]}
    if path == "subamendment.seconding":
        needed = {"nobody": (False, False), "single": (True, False), "everybody": (True, True)}.get(value)
        if needed is None:
            return {path: None}
        single, group = needed
        return {path: {"individual_member": single, "group": group}}
    if path == "subamendment.max_depth":
        return {path: value or None}
    return {path: value}


def _who_needs_one(seconding: Seconding | None) -> str:
    if seconding is None:
        return ""
    if seconding.group:
        return "everybody"
    return "single" if seconding.individual_member else "nobody"


class Source(msgspec.Struct, frozen=True):
    """Where a section of the rules is written, and whether that was verified."""

    basis: str = ""
    verified: bool = False
    doubtful: tuple[str, ...] = ()


def source_of(rules: Rules, section: RuleSection) -> Source:
    """Return the source that *rules* name for *section*; an empty one where none is kept."""
    if not section.source:
        return Source()
    found = getattr(rules, section.source)
    return Source(found.basis, found.verified, found.doubtful)


def doubtful(section: RuleSection, field: RuleField, source: Source) -> bool:
    """Whether *field* of a verified *section* was only recalled."""
    names = {path.removeprefix(f"{section.source}.") for path in field.path.split()}
    return bool(names & set(source.doubtful))
