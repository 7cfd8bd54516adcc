"""Every Command with its fields, generated from the code: for ``consult commands`` and for the
sentence that says what is wrong with a line that is no command."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from .meetings.reasons import N_, Message
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
        if "enum" in shape:
            entry["values"] = shape["enum"]
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


def not_a_command(error: msgspec.DecodeError) -> Message:
    """What is wrong with a line that could not be read as a command."""
    text = str(error)
    where = re.search(r"at `\$\.?([^`]*)`", text)
    for pattern, msgid in _PATTERNS:
        found = pattern.search(text)
        if found:
            return Message(msgid, {"what": found[1]})
    if isinstance(error, msgspec.ValidationError) and where is None:
        return Message(N_("A command is an object like {example}."), {"example": '{"do": "open_sitting"}'})
    if isinstance(error, msgspec.ValidationError):
        return Message(
            N_("The field “{field}” cannot be read: {error}"),
            {"field": where[1] if where else "", "error": text.split(" - at ")[0]},
        )
    return Message(N_("This line is not JSON: {error}"), {"error": text})
