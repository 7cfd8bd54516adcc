"""Answers kept by identity: never those of another object, never more than asked for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consult_app.drafting.remembered import Sieve, other, remembered
from tests.effort import MANY, SOME


def test_an_answer_is_kept_for_the_same_objects_only() -> None:
    asked: list[object] = []

    @remembered(2)
    def length(values: list[int]) -> int:
        asked.append(values)
        return len(values)

    one, two, three = [1], [1], [1, 2]
    assert [length(one), length(one), length(two)] == [1, 1, 1]
    assert len(asked) == 2  # equal is not the same
    length(three)
    length(one)
    assert len(asked) == 4  # the oldest was forgotten
    length(one)
    assert len(asked) == 4


def test_an_object_is_kept_alive_as_long_as_its_answer() -> None:
    @remembered(1000)
    def first(values: list[int]) -> int:
        return values[0]

    # without this, a new list could get the identity of one that is gone, and its answer
    assert [first([number]) for number in range(500)] == list(range(500))


@settings(max_examples=MANY)
@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3)),
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 3))),
    st.sets(st.sampled_from("abcdefgh")),
)
def test_what_is_another_is_found_however_it_came_to_be(
    before: dict[str, int], put_in: list[tuple[str, int]], taken_out: set[str]
) -> None:
    old = {key: [value] for key, value in before.items()}
    new = old | {key: [value] for key, value in put_in}
    for key in taken_out & new.keys():
        del new[key]
    expected = {key for key in old.keys() | new.keys() if old.get(key) is not new.get(key)}
    assert other(old, new) == expected
    assert other(old, dict(reversed(new.items()))) == expected
    assert other(new, old) == expected


LETTERS = st.sampled_from("abcdefgh")


@settings(max_examples=SOME)
@given(
    st.lists(
        st.tuples(LETTERS, st.lists(st.tuples(LETTERS, st.integers(0, 3))), st.sets(LETTERS)), max_size=8
    )
)
def test_a_sieve_that_is_carried_on_holds_what_one_that_is_new_does(
    steps: list[tuple[str, list[tuple[str, int]], set[str]]],
) -> None:
    """Whatever was put in, changed and taken out since, in several series at once."""
    sieve: Sieve[list[int]] = Sieve(lambda value: value[0] % 2)
    series: dict[str, dict[str, list[int]]] = {}
    for name, put_in, taken_out in steps:
        values = series.get(name, {}) | {key: [number] for key, number in put_in}
        series[name] = {key: value for key, value in values.items() if key not in taken_out}
        for each, held in series.items():
            expected = {key for key, value in held.items() if value[0] % 2}
            assert sieve(each, held) == expected
            assert sieve(each, dict(reversed(held.items()))) == expected


def test_a_sieve_looks_at_what_changed_alone() -> None:
    looked_at: list[int] = []

    def odd(value: int) -> bool:
        looked_at.append(value)
        return value % 2 == 1

    sieve: Sieve[int] = Sieve(odd)
    values = {str(number): number for number in range(1000, 1010)}
    sieve("", values)
    looked_at.clear()
    assert sieve("", values | {"1003": 2004, "more": 2005}) == {"1001", "1005", "1007", "1009", "more"}
    assert looked_at == [2004, 2005] or looked_at == [2005, 2004]
