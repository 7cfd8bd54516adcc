"""What would follow from adopting an amendment, said before it is adopted.

The adoption is decided on a copy of the state, as a trial; states are immutable, so that nothing has
to be taken back.
"""

from __future__ import annotations

from datetime import UTC, datetime

from consult_app.drafting.adoption import AdoptAmendment
from consult_app.drafting.amendments import Amendment
from consult_app.drafting.house import list_of
from consult_app.meetings.acts import Context
from consult_app.meetings.reasons import NeedsConfirmation, Refused
from consult_app.state import Decision, State, decide
from consult_app.ui.language import Languages, say, tr, tr_n


def outlook(state: State, seq: int, amendment: Amendment, neighbours: tuple[Amendment, ...]) -> str:
    """One sentence on what adopting *amendment* as row *seq* would do to the others.

    *neighbours* are the other pending amendments to the same node: those that are not touched are
    said to stay. Where the rules would not let it be adopted, the reason is said; never raises.
    """
    number = amendment.number
    asked = ""
    try:
        try:
            decision = _trial(state, seq, amendment, confirm=False)
        except NeedsConfirmation as question:
            asked = say(question.why) + " "
            decision = _trial(state, seq, amendment, confirm=True)
    except Refused as refused:
        return tr("{number} cannot be adopted yet. {why}", number=number, why=say(refused.reason))
    return asked + _follows(state, decision, amendment, neighbours)


def _trial(state: State, seq: int, amendment: Amendment, *, confirm: bool) -> Decision:
    context = Context(seq, datetime.now(UTC).isoformat())
    return decide(state, AdoptAmendment(amendment=amendment.id, confirm=confirm), context)


def _follows(
    state: State, decision: Decision, amendment: Amendment, neighbours: tuple[Amendment, ...]
) -> str:
    number = amendment.number
    if amendment.subamendment:
        parent = state.drafting.amendments[amendment.amends].number
        return tr("If {number} is adopted: {parent} is subamended by it.", number=number, parent=parent)
    falls = list(decision.answer.get("would_fall", ()))
    collides = list(decision.answer.get("collisions", ()))
    touched = {*falls, *collides, number}
    stay = [other.number for other in neighbours if other.number not in touched]
    language = Languages.current()
    parts = []
    if falls:
        parts.append(tr_n("{which} falls", "{which} fall", len(falls), which=list_of(falls, language)))
    if collides:
        which = list_of(collides, language)
        parts.append(tr_n("{which} collides with it", "{which} collide with it", len(collides), which=which))
    if stay:
        which = list_of(stay, language)
        parts.append(tr_n("{which} stays as it is", "{which} stay as they are", len(stay), which=which))
    if not falls:
        parts.append(tr("nothing falls"))
    return tr("If {number} is adopted: {what}.", number=number, what="; ".join(parts))
