"""Keys that a person changed: kept on the desk, and told apart by where they belong."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from consult_app.ui import settings as desk_settings
from consult_app.ui.key_choices import KeyChoices, portable


@pytest.fixture
def choices(qtbot: QtBot) -> KeyChoices:
    made = KeyChoices()
    made.declare("room.show", ("F5",))
    made.declare("room.hold", ("F6",))
    made.declare("table/Adopt", ("A",), "table#1", "table")
    made.declare("meeting/Add an item", ("N",), "meeting#1", "meeting")
    made.declare("meeting/Plan a sitting", ("N",), "meeting#2", "meeting")
    return made


def test_what_is_chosen_is_kept_for_the_next_time(choices: KeyChoices) -> None:
    choices.choose("room.show", ("Ctrl+R", "F5"), ("F5",))
    again = KeyChoices()
    again.start()
    assert again.keys("room.show", ("F5",)) == ("Ctrl+R", "F5")
    assert again.is_changed("room.show") and not again.is_changed("room.hold")
    again.put_back()
    assert not again.any_changed and again.keys("room.show", ("F5",)) == ("F5",)


def test_the_programs_own_keys_are_no_change(choices: KeyChoices) -> None:
    choices.choose("room.show", ("F5",), ("F5",))
    assert not choices.any_changed


def test_two_that_change_places_are_told_apart(choices: KeyChoices) -> None:
    choices.choose("room.show", ("F6",), ("F5",))
    choices.choose("room.hold", ("F5",), ("F6",))
    assert (choices.shown("F5"), choices.shown("F6")) == ("F6", "F5")


def test_a_key_belongs_to_its_part_of_the_station(choices: KeyChoices) -> None:
    choices.choose("meeting/Plan a sitting", ("P",), ("N",))
    assert choices.shown("N", "meeting#2", "meeting") == "P"
    assert choices.shown("N", "meeting#1", "meeting") == "N"
    assert choices.shown("N", "people") == "N"
    choices.choose("table/Adopt", (), ("A",))
    assert choices.shown("A", "table#1", "table") == "" and choices.shown("A") == "A"


def test_one_is_put_back_and_the_others_stay(qtbot: QtBot, choices: KeyChoices) -> None:
    choices.choose("room.show", ("F2",), ("F5",))
    choices.choose("room.hold", ("F3",), ("F6",))
    with qtbot.waitSignal(choices.changed):
        choices.put_back("room.show")
    assert choices.shown("F5") == "F5" and choices.shown("F6") == "F3"


@pytest.mark.expects_log
@pytest.mark.parametrize("kept", ["nonsense", "[1, 2]", '{"room.show": 5}'], ids=["words", "list", "number"])
def test_what_cannot_be_read_is_left_out(
    kept: str, choices: KeyChoices, caplog: pytest.LogCaptureFixture
) -> None:
    desk_settings.write("keys/chosen", kept)
    choices.start()
    assert not choices.any_changed and "cannot be read" in caplog.text


KEYS = st.sampled_from([*string.ascii_uppercase, *(f"F{n}" for n in range(1, 13))])


@settings(max_examples=2_000)
@given(st.sets(st.sampled_from(["Ctrl", "Alt", "Shift"])), KEYS)
def test_one_spelling_for_each_key(modifiers: set[str], key: str) -> None:
    spellings = {portable("+".join([*order, key])) for order in (sorted(modifiers), sorted(modifiers)[::-1])}
    assert len(spellings) == 1
    assert portable(spellings.pop()) != ""
