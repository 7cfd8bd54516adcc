"""How a figure is taken, and how it is printed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def median_and_p95(samples: list[float]) -> tuple[float, float]:
    """Median and 95th percentile of *samples*, in milliseconds."""
    ordered = sorted(samples)
    return statistics.median(ordered) * 1000, ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000


def timed(job: Callable[[], object], rounds: int) -> list[float]:
    """Seconds of each of *rounds* runs of *job*."""
    out = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        out.append(time.perf_counter() - start)
    return out


def report(name: str, figure: str, reach: str) -> None:
    """Print one line of the table."""
    print(f"{name:<58} {figure:<40} {reach}", flush=True)
