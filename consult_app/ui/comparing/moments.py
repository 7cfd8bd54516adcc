"""The moments that a person names: as imported, the sittings, each decision, now.

A moment is always a row of the record: the text is shown as it stood after that row, as it then stood.
Nothing here is of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import msgspec

from consult_app.journal.rows import Row, active
from consult_app.meetings.reasons import Message
from consult_app.replay import command_of, label
from consult_app.state import State
from consult_app.ui.language import tr
from consult_app.ui.stamps import stamp
from consult_app.ui.undo_words import undo_words

Kind = Literal["now", "imported", "opened", "closed", "decision", "row"]

_IMPORTS: Final = frozenset({"import_text", "import_language"})
_SITTINGS: Final[dict[str, Kind]] = {"open_sitting": "opened", "close_sitting": "closed"}
#: the verbs after which somebody may want to see the text: what decides, or writes words
_DECISIONS: Final = frozenset(
    {
        "adopt_amendment",
        "accept_subamendment",
        "reject_amendment",
        "withdraw_amendment",
        "bracket_amendment",
        "record_vote",
        "resolve_collision",
        "resolve_bracket",
        "adopt_node",
        "reopen_node",
        "edit_wording",
        "set_translation",
        "import_revision",
        "renumber",
        "adopt_text",
        "correct_recording",
    }
)


class _Verb(msgspec.Struct):
    do: str


_verb = msgspec.json.Decoder(_Verb)


@dataclass(frozen=True)
class NamedMoment:
    """The meeting after row ``seq``, which was written at ``at`` (ISO time, UTC; "" before the first row).

    ``what`` is what that row did, ``sitting`` the sitting that it opened or closed.
    """

    seq: int
    at: str
    kind: Kind
    what: Message | None = None
    sitting: int = 0


def named_moments(rows: Sequence[Row], state: State) -> list[NamedMoment]:
    """The moments of *rows* that have a name, whose fold is *state*: now first, then as imported, then
    sittings and decisions with the latest first. What was undone names nothing."""
    if not rows:
        return []
    counts = active((row.seq, row.undoes) for row in rows)
    sittings = {s.opened: s.number for s in state.assembly.sittings}
    sittings |= {s.closed: s.number for s in state.assembly.sittings if s.closed}
    imported: Row | None = None
    decided = False
    out: list[NamedMoment] = []
    for row in rows:
        verb = _verb.decode(row.command).do
        if not counts[row.seq]:
            continue
        if verb in _IMPORTS and not decided:
            imported = row
        elif verb in _SITTINGS:
            found = sittings.get(row.time, 0)
            out.append(NamedMoment(row.seq, row.time, _SITTINGS[verb], sitting=found))
        elif verb in _DECISIONS:
            decided = True
            out.append(NamedMoment(row.seq, row.time, "decision", label(command_of(row))))
    first = [NamedMoment(rows[-1].seq, rows[-1].time, "now")]
    if imported is not None:
        first.append(NamedMoment(imported.seq, imported.time, "imported"))
    return [*first, *reversed(out)]


def moment_words(moment: NamedMoment, state: State, now: datetime | None = None) -> str:
    """What *moment* is called, in the window's language: "2 November 14:32 – adopt D.12"."""
    if moment.kind == "now":
        return tr("The text now")
    when = stamp(moment.at, now)
    if moment.kind == "imported":
        return tr("As imported ({when})", when=when)
    if moment.kind == "row":
        return tr("Row {seq} ({when})", seq=moment.seq, when=when)
    if moment.kind == "opened":
        what = tr("beginning of sitting {number}", number=moment.sitting)
    elif moment.kind == "closed":
        what = tr("end of sitting {number}", number=moment.sitting)
    else:
        what = undo_words(moment.what, state)
    return tr("{when} – {what}", when=when, what=what)


def typed_moment(words: str, rows: Sequence[Row]) -> NamedMoment | None:
    """The moment that *words* give: the number of a row, a time on the day of the last row ("14:32"), or
    a day with a time as it is written here ("2026-11-02 14:32"). None when they give none, or one before
    the first row."""
    said = words.strip()
    if not rows or not said:
        return None
    if said.isascii() and said.isdigit():
        found = int(said)
        return _row(rows, found) if 1 <= found <= len(rows) else None
    try:
        when = datetime.fromisoformat(said)
    except ValueError:
        try:
            hour = datetime.strptime(said, "%H:%M")
        except ValueError:
            return None
        last = datetime.fromisoformat(rows[-1].time).astimezone()
        when = last.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
    # a minute means all of it: what was recorded at 14:32:40 had happened at "14:32"
    until = when.astimezone().replace(second=59, microsecond=999999)
    place = bisect_right(rows, until, key=lambda row: datetime.fromisoformat(row.time))
    return _row(rows, place) if place else None


def _row(rows: Sequence[Row], seq: int) -> NamedMoment:
    return NamedMoment(seq, rows[seq - 1].time, "row")


def default_moments(moments: Iterable[NamedMoment]) -> tuple[NamedMoment, NamedMoment] | None:
    """What is compared before anybody chose: the text as imported with the text now; None when there are
    no moments."""
    known = list(moments)
    if not known:
        return None
    return next((each for each in known if each.kind == "imported"), known[-1]), known[0]


__all__ = ["NamedMoment", "default_moments", "moment_words", "named_moments", "typed_moment"]
