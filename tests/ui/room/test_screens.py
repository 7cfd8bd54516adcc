"""Screens are recognised by who they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.ui.room.screens import Identity, match, read_identity
from tests.effort import MANY

LEFT, RIGHT = (0, 0, 1920, 1080), (1920, 0, 1920, 1080)
BEAMER = Identity("Acme", "Beam 9", "B-17", "HDMI-1", RIGHT)

IDENTITIES = st.builds(
    Identity,
    st.sampled_from(["", "Acme", "Orion"]),
    st.sampled_from(["", "Beam 9", "Wall"]),
    st.sampled_from(["", "B-17", "B-18"]),
    st.sampled_from(["", "HDMI-1", "DP-2"]),
    st.sampled_from([LEFT, RIGHT]),
)


@pytest.mark.parametrize(
    ("found", "place"),
    [
        pytest.param([BEAMER], 0, id="the same"),
        pytest.param([Identity("Acme", "Beam 9", "B-17", "DP-2", LEFT)], 0, id="at another socket"),
        pytest.param(
            [
                Identity("Acme", "Beam 9", "B-18", "HDMI-1", RIGHT),
                Identity("Acme", "Beam 9", "B-17", "DP-2", LEFT),
            ],
            1,
            id="its serial number before its place",
        ),
        pytest.param([Identity("Orion", "Wall", "X", "HDMI-1", RIGHT)], -1, id="another one in its socket"),
        pytest.param([Identity("", "", "", "HDMI-1", LEFT)], 0, id="a platform that knows only names"),
        pytest.param([Identity("", "", "", "", RIGHT)], -1, id="one of the same size is not enough"),
        pytest.param([], -1, id="none"),
    ],
)
def test_which_screen_it_is(found: list[Identity], place: int) -> None:
    assert match(BEAMER, found) == place


def test_two_that_are_alike_are_told_apart_by_output_and_then_by_place() -> None:
    twin = Identity("Acme", "Beam 9", "", "HDMI-1", LEFT)
    other = Identity("Acme", "Beam 9", "", "DP-2", LEFT)
    assert match(twin, [other, twin]) == 1
    nameless = [Identity("Acme", "Beam 9", "", "", LEFT), Identity("Acme", "Beam 9", "", "", RIGHT)]
    assert match(Identity("Acme", "Beam 9", "", "", RIGHT), nameless) == 1


@given(IDENTITIES, st.lists(IDENTITIES, max_size=4))
@pytest.mark.soak
@settings(max_examples=MANY)
def test_a_screen_that_is_there_is_never_mistaken_for_a_stranger(
    kept: Identity, others: list[Identity]
) -> None:
    if not (kept.serial or kept.model or kept.name):
        return  # nothing to recognise it by
    found = [*others, kept]
    place = match(kept, found)
    assert place >= 0
    for one, other in ((kept.serial, found[place].serial), (kept.model, found[place].model)):
        assert not (one and other) or one == other


@given(IDENTITIES)
@settings(max_examples=2_000)
def test_an_identity_is_read_as_it_was_written(identity: Identity) -> None:
    assert read_identity(identity.write()) == identity


@pytest.mark.parametrize("written", ["", "[]", "nonsense", '["a"]'], ids=["empty", "list", "words", "short"])
def test_what_is_no_identity_is_none(written: str) -> None:
    assert read_identity(written) is None
