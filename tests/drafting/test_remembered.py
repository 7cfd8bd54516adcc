"""Answers kept by identity: never those of another object, never more than asked for."""

from __future__ import annotations

from consult_app.drafting.remembered import remembered


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
