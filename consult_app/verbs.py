"""Every Command with its fields, generated from the code: for ``consult commands`` and for the
sentence that says what is wrong with a line that is no command."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from .meetings.reasons import N_, Message, misread
from .state import COMMANDS

#: fields that every command takes
COMMON = ("reason", "note", "confirm", "seen", "text_id")


def catalogue() -> dict[str, dict[str, Any]]:
    """By verb: what it does, and its fields with type, whether they are required, and defaults."""
    return {
        verb: {"does": _does(command), "fields": _fields(command)}
        for verb, command in sorted(COMMANDS.items())
    }


def _does(command: type[Any]) -> str:
    return " ".join((command.__doc__ or "").split())


def _fields(command: type[Any]) -> dict[str, dict[str, Any]]:
    schema = msgspec.json.schema(command)
    shapes = schema["$defs"]
    own = shapes[command.__name__]
    required = set(own.get("required", ()))
    out = {}
    for name, shape in own["properties"].items():
        if name == "do":
            continue
        entry: dict[str, Any] = {"type": _type(shape, shapes), "required": name in required}
        for each in (shape, *shape.get("anyOf", ())):
            if "enum" in each:
                entry["values"] = each["enum"]
        out[name] = entry
    return dict(sorted(out.items(), key=lambda item: (item[0] in COMMON, not item[1]["required"])))


def _type(shape: dict[str, Any], shapes: dict[str, Any]) -> str:
    if "$ref" in shape:
        return _type(shapes[shape["$ref"].rsplit("/", 1)[1]], shapes)
    if "anyOf" in shape:
        return " or ".join(
            dict.fromkeys(_type(each, shapes) for each in shape["anyOf"] if each.get("type") != "null")
        )
    if "enum" in shape:
        return "one of " + ", ".join(str(value) for value in shape["enum"] if value is not None)
    if "properties" in shape:
        required = shape.get("required", ())
        named = [name if name in required else f"{name}?" for name in shape["properties"]]
        return f"object ({', '.join(named)})"
    if shape.get("type") == "array":
        return f"list of {_type(shape.get('items') or {}, shapes)}"
    return str(shape.get("type", "any"))


_PATTERNS = (
    (
        re.compile(r"Object contains unknown field `([^`]+)`"),
        N_("There is no field “{what}” in this command."),
    ),
    (re.compile(r"Object missing required field `([^`]+)`"), N_("The field “{what}” is missing.")),
    (
        re.compile(r"Invalid value '([^']*)' - at `\$\.do`"),
        N_("There is no command “{what}”; “consult commands” lists them all."),
    ),
    (re.compile(r"Invalid enum value '([^']*)'"), N_("“{what}” is not one of the values of this field.")),
)


def not_a_command(error: msgspec.DecodeError, line: str = "") -> Message:
    """What is wrong with a line that could not be read as a command; with the *line* itself, which
    values a field takes."""
    text = str(error)
    where = re.search(r"at `\$\.?([^`]*)`", text)
    field = where[1] if where else ""
    wrong = re.search("Invalid enum value '([^']*)'", text)
    values = _values(line, field) if wrong else ()
    if wrong and values:
        return Message(
            N_("“{field}” cannot be “{what}”; it is one of {values}."),
            {"field": field, "what": wrong[1], "values": values},
        )
    strange = re.search(r"unknown field `([^`]+)`", text)
    if strange and field:
        return Message(N_("There is no field “{what}” in “{field}”."), {"what": strange[1], "field": field})
    for pattern, msgid in _PATTERNS:
        found = pattern.search(text)
        if found:
            return Message(msgid, {"what": found[1]})
    if isinstance(error, msgspec.ValidationError) and where is None:
        return Message(N_("A command is an object like {example}."), {"example": '{"do": "open_sitting"}'})
    if isinstance(error, msgspec.ValidationError):
        return Message(
            N_("The field “{field}” cannot be read: {error}"),
            {"field": field, "error": misread(text.split(" - at ")[0])},
        )
    return Message(N_("This line is not JSON: {error}"), {"error": text})


def named_twice(line: str) -> Message | None:
    """What is wrong with a command in which an object has one name twice: the second would silently take
    the place of the first (a member who votes for and against). None where all are said once."""
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for name, value in found:
            if name in kept:
                twice.append(name)
            kept[name] = value
        return kept

    json.loads(line, object_pairs_hook=pairs)
    if not twice:
        return None
    return Message(N_("“{what}” stands twice in this line; say it once."), {"what": twice[0]})


def _values(line: str, field: str) -> tuple[str, ...]:
    """What *field* of the command in *line* may be, where that is a short list."""
    try:
        verb = msgspec.json.decode(line, type=_Verb).do
    except msgspec.DecodeError:
        return ()
    if verb not in COMMANDS:
        return ()
    known = _fields(COMMANDS[verb])
    name, _, inside = field.partition("[")
    values = known.get(name, {}).get("values", ()) if not inside else _values_inside(COMMANDS[verb], name)
    return tuple(str(value) for value in values if value is not None)


def _values_inside(command: type[Any], name: str) -> tuple[Any, ...]:
    """What each value of an object may be (for, against or abstaining in a tally)."""
    shape = msgspec.json.schema(command)["$defs"][command.__name__]["properties"].get(name, {})
    inside = shape.get("additionalProperties")
    if not isinstance(inside, dict):
        return ()
    return tuple(value for each in (inside, *inside.get("anyOf", ())) for value in each.get("enum", ()))


class _Verb(msgspec.Struct):
    do: str
