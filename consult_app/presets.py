"""Rules presets from ``resources/rules``, read once for the meeting that is begun under them."""

from __future__ import annotations

import msgspec

from .meetings.acts import Command
from .meetings.kept.rules import PRESETS, Rules
from .meetings.reasons import N_, BadRules, Message, Refused
from .meetings.setting_up.rule_checks import decode
from .meetings.setting_up.rule_setting import SetRules
from .places import resources


def preset(name: str) -> Rules:
    """The preset of that name. Raises KeyError for another name, and BadRules (a ValueError), naming the
    file, the field and what is allowed, for a preset that somebody has damaged."""
    if name not in PRESETS:
        raise KeyError(name)
    path = resources() / "rules" / f"{name}.json"
    try:
        return decode(path.read_bytes())
    except BadRules as fault:
        raise BadRules(Message("{file}: {fault}", {"file": path.name, "fault": fault.message})) from fault
    except OSError as error:
        why = error.strerror or str(error)
        raise BadRules(
            Message(N_("{file} cannot be read: {error}"), {"file": path.name, "error": why})
        ) from error


def all_presets() -> dict[str, Rules]:
    """All presets by name, in the order in which they are offered."""
    return {name: preset(name) for name in PRESETS}


def filled(command: Command) -> Command:
    """*command* with the rules of the preset that it names, whole: deciding reads no file, and the row
    that keeps the command keeps the rules as they read that day. Raises Refused for a damaged preset."""
    if not isinstance(command, SetRules) or command.rules is not None or command.preset not in PRESETS:
        return command
    try:
        return msgspec.structs.replace(command, rules=preset(command.preset))
    except BadRules as fault:
        raise Refused(fault.message, "rules") from fault


__all__ = ["all_presets", "filled", "preset"]
