"""What would follow from adopting an amendment, said before it is adopted."""

from __future__ import annotations

from datetime import UTC, datetime

from consult_app.drafting.amendments.amendment import Amendment
from consult_app.drafting.deciding.rehearsal import Act, rehearse
from consult_app.meetings.acts import Context, stamp
from consult_app.state import State
from consult_app.ui.language import say


def outlook(state: State, seq: int, amendment: Amendment, act: Act = "adopt") -> str:
    """Return in the window's words what *act* on *amendment* as row *seq* would do to the others. Where
    the rules would not let it be done, the reason is said; never raises."""
    context = Context(seq, stamp(datetime.now(UTC)))
    found = rehearse(state.drafting, state.assembly, context, amendment, act)
    return " ".join(say(sentence) for sentence in found.sentences)
