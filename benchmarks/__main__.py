"""``python -m benchmarks [NAME …]``: measure, and print each figure beside what it should reach."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks import amendments, core, papers, people, window
from benchmarks.figures import report


def main() -> int:
    """Run the benchmarks that are named, or all."""
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
