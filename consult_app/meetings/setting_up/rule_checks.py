"""What rules may say: each fault of a preset, or of a change to the rules, as one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ..acts import LANGUAGES
from ..kept.rules import Rules
from ..reasons import N_, BadRules, Message, misread

#: what the fields that are words may be; a list is checked word by word
ALLOWED: dict[str, tuple[str, ...]] = {
    "weights": ("none", "lcm_equal_groups"),
    "numbering": ("bis", "letter"),
    "vice_chairpersons": ("government", "employers", "workers"),
    "amendment.languages": LANGUAGES,
    "amendment.deadline": ("per_document", "hours", "none"),
    "amendment.late_policy": ("chair_may_waive", "accepted", "refused"),
    "order.default": ("text_order",),
    "order.overlap": ("furthest_first", "order_of_receipt"),
    "order.authority": ("chair", "meeting"),
    "order.preamble": ("in_place", "last"),
    "decision.majority": ("simple", "absolute", "two_thirds"),
    "decision.tie": ("rejected", "chair"),
    "weighting.base": ("members_entitled",),
    "quorum.base": ("weighted_total", "members_entitled", "members_present"),
    "voting.methods": ("show_of_hands", "record_vote", "secret_ballot"),
    "voting.secret_ballot": ("elections", "always", "never"),
}
#: the least that the fields that are numbers may be
_LEAST = {
    "seconding.min": 1,
    "amendment.hours": 0,
    "subamendment.written_hours": 0,
    "subamendment.max_depth": 1,
    "quorum.num": 0,
    "quorum.den": 1,
    "voting.request_num": 0,
    "voting.request_den": 1,
}
#: rules that stand outside of a section, and the section that names their source
_SOURCES = {
    "vice_chairpersons": "officers",
    "reporter": "officers",
    "independent_chairperson": "officers",
    "withdrawal_barred_by_subamendment": "withdrawal",
    "take_over": "withdrawal",
    "weights": "weighting",
}
#: what stands for the source of a rule that the meeting decided itself
_OWN = {"basis": "", "verified": False, "doubtful": ()}
#: fractions that are of a whole
_FRACTIONS = (("quorum.num", "quorum.den"), ("voting.request_num", "voting.request_den"))
_UNKNOWN = re.compile(r"unknown field `([^`]+)`(?: - at `\$\.?([^`]*)`)?")
_AT = re.compile(r" - at `\$\.?([^`]*)`")


def decode(data: bytes) -> Rules:
    """A preset from its JSON, checked. Raises ``reasons.BadRules``, a ValueError that says in a
    sentence which field is wrong and what is allowed."""
    try:
        return _sound(msgspec.json.decode(data, type=Rules))
    except msgspec.DecodeError as error:
        raise BadRules(_shape(error)) from error


def changed(rules: Rules, changes: dict[str, Any]) -> Rules:
    """*rules* with *changes*, a part of their JSON: a section is changed field by field, and what was
    changed stands on the meeting's own decision unless the change names a basis. ``weights`` may be the
    word, or an object with ``mode`` and ``base``. Raises BadRules."""
    plain: dict[str, Any] = msgspec.to_builtins(rules)
    for name, value in changes.items():
        if name == "weights" and isinstance(value, dict):
            rest = {key: each for key, each in value.items() if key != "mode"}
            plain["weights"] = value.get("mode", rules.weights)
            name, value = "weighting", rest
        section = plain.get(name)
        if isinstance(section, dict) and isinstance(value, dict) and name != "label":
            differs = any(section.get(key) != each for key, each in value.items())
            source = _OWN if differs else {}
            plain[name] = section | source | value
        else:
            plain[name] = value
    before: dict[str, Any] = msgspec.to_builtins(rules)
    for name, source_name in _SOURCES.items():
        named = changes.get(source_name)
        if plain[name] != before[name] and not (isinstance(named, dict) and "basis" in named):
            plain[source_name] = plain[source_name] | _OWN
    try:
        return _sound(msgspec.convert(plain, Rules))
    except msgspec.ValidationError as error:
        raise BadRules(_shape(error)) from error


def faults(rules: Rules) -> Iterator[Message]:
    """Each thing in *rules* that cannot be followed."""
    for field, allowed in ALLOWED.items():
        value = _value(rules, field)
        for word in value if isinstance(value, tuple) else (value,):
            if word not in allowed:
                yield Message(
                    N_("“{field}” cannot be “{what}”; it is one of {values}."),
                    {"field": field, "what": word, "values": allowed},
                )
    for field, least in _LEAST.items():
        number = _value(rules, field)
        if number is not None and number < least:
            yield Message(
                N_("“{field}” cannot be {what}; it is {least} or more."),
                {"field": field, "what": number, "least": least},
            )
    for num, den in _FRACTIONS:
        if _value(rules, num) > max(_value(rules, den), 0):
            yield Message(
                N_("{num}/{den} is more than the whole: “{field}” is at most {den}."),
                {"num": _value(rules, num), "den": _value(rules, den), "field": num},
            )
    if set(rules.label) - set(LANGUAGES):
        yield Message(
            N_("“{field}” cannot be “{what}”; it is one of {values}."),
            {"field": "label", "what": sorted(set(rules.label) - set(LANGUAGES)), "values": LANGUAGES},
        )
    if not rules.voting.methods:
        yield Message(N_("“{field}” is empty; name at least one."), {"field": "voting.methods"})


def _sound(rules: Rules) -> Rules:
    for fault in faults(rules):
        raise BadRules(fault)
    return rules


def _value(rules: Rules, field: str) -> Any:
    value: Any = rules
    for name in field.split("."):
        value = getattr(value, name)
    return value


def _shape(error: msgspec.DecodeError) -> Message:
    """What is wrong with rules that are not of the shape of rules."""
    text = str(error)
    unknown = _UNKNOWN.search(text)
    if unknown:
        section = unknown[2] or ""
        fields = type(_value(Rules(), section) if section else Rules()).__struct_fields__
        return Message(
            N_("There is no rule “{field}”; the fields here are {fields}."),
            {"field": f"{section}.{unknown[1]}".lstrip("."), "fields": fields},
        )
    where = _AT.search(text)
    if where:
        return Message(
            N_("The field “{field}” cannot be read: {error}"),
            {"field": where[1], "error": misread(_AT.sub("", text))},
        )
    return Message(N_("This is not a set of rules in JSON: {error}"), {"error": text})


__all__ = ["ALLOWED", "BadRules", "changed", "decode", "faults"]
