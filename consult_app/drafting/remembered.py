"""Answers kept for values that never change.

States share what did not change, so that the same object is asked about again and again. What is
remembered is found by identity and keeps its objects alive: it cannot go stale, and no other object
can come to have the same identity while the answer is kept.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import wraps
from itertools import compress, islice
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")


def remembered(size: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a pure function of immutable arguments, given by position: its last *size* answers are
    kept. The decorated function has ``forget()``, as a program that was just started remembers nothing."""

    def decorated(function: Callable[P, R]) -> Callable[P, R]:
        kept: dict[tuple[int, ...], tuple[tuple[Any, ...], R]] = {}
        lock = Lock()

        @wraps(function)
        def answer(*args: P.args, **kwargs: P.kwargs) -> R:
            key = tuple(map(id, args))
            found = kept.get(key)
            if found is not None:
                return found[1]
            made = function(*args, **kwargs)
            with lock:  # the desk's thread and the window ask for the same things
                kept[key] = (args, made)
                if len(kept) > size:
                    del kept[next(iter(kept))]
            return made

        answer.forget = kept.clear  # type: ignore[attr-defined]
        return answer

    return decorated


@remembered(8)
def other(old: dict[str, Any], new: dict[str, Any]) -> frozenset[str]:
    """The keys under which the two hold other values."""
    if old is new:
        return frozenset()
    if len(old) <= len(new) and all(map(operator.is_, old, new)):
        # as nearly always: a copy with some values changed and some put in at its end
        changed = compress(new, map(operator.is_not, old.values(), new.values()))
        return frozenset((*changed, *islice(new, len(old), None)))
    gone = old.keys() - new.keys()
    return frozenset(gone).union(key for key, value in new.items() if old.get(key) is not value)


class Sieve(Generic[V]):
    """Which values of a mapping pass a test, a pure function of the value: carried on from the mapping that
    was asked about before, of which nearly all are. To look at each of thousands at every decision takes
    longer than the decision."""

    def __init__(self, test: Callable[[V], object]) -> None:
        self._test = test
        self._last: dict[str, tuple[dict[str, V], frozenset[str]]] = {}

    def __call__(self, series: str, values: dict[str, V]) -> frozenset[str]:
        """Return the keys of those of *values* that pass. Mappings that follow upon each other are one
        *series*, of which the last is kept."""
        # taken and put as one: the desk's thread and the window ask for the same things
        last, passed = self._last.get(series, ({}, frozenset()))
        if last is not values:
            changed = other(last, values)
            now = frozenset(key for key in changed if key in values and self._test(values[key]))
            passed = (passed - changed) | now
            self._last[series] = (values, passed)
        return passed
