"""Answers kept for values that never change.

States share what did not change, so that the same object is asked about again and again. What is
remembered is found by identity and keeps its objects alive: it cannot go stale, and no other object
can come to have the same identity while the answer is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


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
