"""What would follow from a decision on an amendment, found out before it is taken."""

from __future__ import annotations

from datetime import UTC, datetime

from consult_app.drafting.amendments.amendment import Amendment, Drafting
from consult_app.drafting.deciding.rehearsal import foreseen, rehearse_whole
from consult_app.meetings.acts import Context, stamp
from consult_app.state import State
from consult_app.ui.language import say


def outlook(state: State, seq: int, amendment: Amendment) -> tuple[str, list[Drafting]]:
    """Return in the window's words what adopting *amendment* as row *seq* would do to the others, and the
    texts as they would be once it is adopted, and once it is not: as far as the rules let either be done.

    Where they would not let it be adopted, the reason is said; never raises.
    """
    context = Context(seq, stamp(datetime.now(UTC)))
    found, adopted = rehearse_whole(state.drafting, state.assembly, context, amendment)
    # one that is withdrawn leaves the texts as one that is rejected
    rejected = foreseen(state.drafting, state.assembly, context, amendment, "reject")
    words = " ".join(say(sentence) for sentence in found.sentences)
    return words, [after for after in (adopted, rejected) if after is not None]
