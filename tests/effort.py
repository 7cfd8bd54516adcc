"""How hard a property is tried: some in each run, and many more in ``make soak``, for which everything that
takes its number from here is marked.

A property whose examples cost next to nothing asks for 2,000 itself, in every run.
"""

from __future__ import annotations

import os

_SOAK = os.environ.get("CONSULT_SOAK") == "1"

MANY = 10_000 if _SOAK else 1_000
"""What must never lose a word or a vote, where an example costs a millisecond or more."""

SOME = 10_000 if _SOAK else 250
"""The others, most of which play a meeting for each example."""
