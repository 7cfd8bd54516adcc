"""How the columns of a table share its room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consult_app.ui.parts.list_widths import Want, shared_out

_PIXELS = st.integers(0, 600)


@st.composite
def wants(draw: st.DrawFn) -> list[Want]:
    made = []
    for at in range(draw(st.integers(1, 7))):
        least, usual, needs = draw(_PIXELS), draw(_PIXELS), draw(_PIXELS)
        made.append(Want(least, max(least, usual), max(least, needs), stretches=not at))
    return made


@given(st.integers(0, 2500), wants())
def test_the_room_is_shared_out_and_nobody_has_less_than_is_fair_while_there_is_room(
    room: int, asked: list[Want]
) -> None:
    widths = shared_out(room, asked)
    fair = [want.fair for want in asked]
    if sum(fair) <= room:
        assert sum(widths) == room
        assert all(width >= least for width, least in zip(widths, fair, strict=True))
    else:
        assert all(width <= most for width, most in zip(widths, fair, strict=True))
        assert all(width >= min(want.least, want.fair) for width, want in zip(widths, asked, strict=True))


@given(st.integers(0, 2500), wants())
def test_nothing_is_cut_where_there_is_room_for_all(room: int, asked: list[Want]) -> None:
    widths = shared_out(room, asked)
    if sum(want.needs for want in asked) <= room:
        assert all(width >= want.needs for width, want in zip(widths, asked, strict=True))


def test_what_is_lacking_is_given_before_what_is_usual() -> None:
    names, place, votes = Want(40, 130, 100, stretches=True), Want(30, 80, 150), Want(40, 120, 40)
    assert shared_out(300, [names, place, votes]) == [100, 150, 50]
    assert shared_out(500, [names, place, votes]) == [230, 150, 120]


def test_where_room_is_short_the_others_give_way_to_the_one_that_stretches() -> None:
    names, place, votes = Want(40, 130, 200, stretches=True), Want(30, 80, 150), Want(40, 120, 120)
    assert shared_out(280, [names, place, votes]) == [130, 61, 89]


def test_one_long_word_does_not_take_the_room_from_many() -> None:
    country, group = Want(40, 80, 140, mostly=80), Want(40, 80, 160, mostly=110)
    assert shared_out(190, [country, group]) == [80, 110]
