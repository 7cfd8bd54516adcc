"""What would follow from a decision on an amendment, found out before it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from consult_app.drafting.amendments.amendment import Amendment, Drafting
from consult_app.drafting.deciding.rehearsal import Act, foreseen, rehearse
from consult_app.meetings.acts import Context, stamp
from consult_app.state import State
from consult_app.ui.language import say

_LIKELY: Final[tuple[Act, ...]] = ("adopt", "reject")
"""The decisions that are foreseen; one that is withdrawn leaves the texts as one that is rejected."""


def outlook(state: State, seq: int, amendment: Amendment, act: Act = "adopt") -> str:
    """Return in the window's words what *act* on *amendment* as row *seq* would do to the others. Where
    the rules would not let it be done, the reason is said; never raises."""
    found = rehearse(state.drafting, state.assembly, _context(seq), amendment, act)
    return " ".join(say(sentence) for sentence in found.sentences)


def ahead(state: State, seq: int, amendment: Amendment) -> Iterator[Drafting]:
    """Yield the texts as they would be after each of the likely decisions on *amendment* as row *seq*, as far
    as the rules let it be taken."""
    for act in _LIKELY:
        after = foreseen(state.drafting, state.assembly, _context(seq), amendment, act)
        if after is not None:
            yield after


def _context(seq: int) -> Context:
    return Context(seq, stamp(datetime.now(UTC)))
