"""Rules presets are data: each can be read, and a meeting keeps those that it began under."""

from __future__ import annotations

import msgspec
import pytest

from consult_app.meetings.rules import PRESETS, Rules, decode
from consult_app.presets import all_presets, preset
from tests.small_meeting import Meeting


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_read(name: str) -> None:
    rules = preset(name)
    assert rules.id == name
    assert set(rules.label) == {"en", "fr", "es"}
    assert rules.numbering in ("bis", "letter")
    assert msgspec.json.decode(msgspec.json.encode(rules), type=Rules) == rules
    assert Meeting(rules=name).state.assembly.meeting.rules == rules


def test_presets_by_name() -> None:
    assert tuple(all_presets()) == PRESETS
    with pytest.raises(KeyError):
        preset("nonsense")
    with pytest.raises(msgspec.ValidationError, match="colour"):
        decode(b'{"colour": "red"}')
