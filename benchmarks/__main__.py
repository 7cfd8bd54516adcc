"""``python -m benchmarks [NAME …]``: measure, and print each figure beside what it should reach."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

Report = Callable[[str, str, str], None]


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


def main() -> int:
    """Run the benchmarks that are named, or all."""
    from benchmarks import amendments, core, papers, people, window

    known = {
        "core": core.run,
        "amendments": amendments.run,
        "papers": papers.run,
        "people": people.run,
        "window": window.run,
    }
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", choices=[*known, []], default=[])
    chosen = parser.parse_args().names or list(known)
    with tempfile.TemporaryDirectory(prefix="consult-bench-") as folder:
        os.environ.setdefault("CONSULT_HOME", folder)
        report("what", "median / p95", "to reach")
        for name in chosen:
            known[name](Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
