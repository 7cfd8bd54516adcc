"""The figures of the Progress station in words: what tiles, charts, tables and screen readers say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from consult_app.drafting.house_style.house import capitalized, list_of
from consult_app.drafting.house_style.ordinals import NO_BREAK
from consult_app.drafting.progress import Course, Moment, Pace
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import labels
from consult_app.drafting.waiting import Waiting
from consult_app.meetings.proceedings.sitting_time import SittingTime, moment
from consult_app.meetings.reasons import N_, Message, Place
from consult_app.ui import dates
from consult_app.ui.language import Languages, say, tr, tr_c, tr_n
from consult_app.ui.together import figures_together
from consult_app.words import place, term

_PLACES: Final = 3
_NUMBERS: Final = 3
_OBSTACLE_PLACES: Final = 5
_SHORT: Final = {"en": "En", "fr": "Fr", "es": "Es"}


def figure(number: float, decimals: int = 0) -> str:
    """A number as the window's language writes it."""
    return Languages.locale().toString(float(number), "f", decimals)


def duration(seconds: float) -> str:
    """A length of time to the minute: "35 min", "5 h 40 min"; days of sitting are not made of hours."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        said = tr("{minutes} min", minutes=minutes)
    elif not minutes or hours >= 100:
        said = tr("{hours} h", hours=figure(hours))
    else:
        said = tr("{hours} h {minutes} min", hours=hours, minutes=minutes)
    return said.replace(" ", NO_BREAK)


def when(at: datetime, today: datetime) -> str:
    """The time of day, with the day where it is not *today*'s."""
    local = at.astimezone()
    if local.date() == today.astimezone().date():
        return dates.clock(at)
    return tr_c("a day and a time", "{day} {time}", day=dates.day(local.date()), time=dates.clock(at))


def sitting_name(time: SittingTime, seconds: float) -> str:
    """The sitting in which the meeting had sat that long, "" where none was opened."""
    spans = [span for span in time.spans if span.number and span.start <= seconds]
    return tr("Sitting {number}", number=spans[-1].number) if spans else ""


class PlaceNames:
    """How the nodes of a text are called in a sentence of the window's language."""

    def __init__(self, text: Text, style: str) -> None:
        self._text = text
        self._labels = labels(text.tree, False, style)

    def __call__(self, node: str) -> str:
        """Its name: "paragraph 5(iii)"."""
        kind = self._text.tree.spots[node].kind
        return place(Place(kind, self._labels.get(node, node)), Languages.current())

    def some(self, nodes: Sequence[str]) -> str:
        """The first few of them as a list, and how many more there are."""
        named = [self(node) for node in nodes[:_PLACES]]
        more = len(nodes) - len(named)
        if more:
            named.append(tr_n("{n} more", "{n} more", more))
        return list_of(named, Languages.current())


def moment_words(course: Course, each: Moment, names: PlaceNames, today: datetime) -> str:
    """What a point of the line tells: when, how many then, which nodes were closed or reopened."""
    head = tr("{closed} of {total} adopted", closed=each.count, total=course.total)
    if each.at:
        where = sitting_name(course.time, each.seconds)
        head = ", ".join(part for part in (when(moment(each.at), today), where, head) if part)
    parts = [head]
    if each.closed:
        parts.append(capitalized(names.some(each.closed)))
    if each.reopened:
        parts.append(tr("Reopened: {places}", places=names.some(each.reopened)))
    return ". ".join(parts) + "."


def finish_label(pace: Pace, today: datetime) -> str:
    """The finishing time: a time of day while a sitting is open, else how long the meeting has to sit."""
    if pace.ends is not None:
        return when(pace.ends, today)
    return duration(pace.seconds) if pace.seconds is not None else "–"


def finish_figure(pace: Pace, today: datetime) -> tuple[str, str]:
    """The same as a tile shows it: the time in large type, and the day beside it."""
    if pace.ends is None:
        return finish_label(pace, today), ""
    local = pace.ends.astimezone().date()
    day = dates.day(local) if local != today.astimezone().date() else ""
    return dates.clock(pace.ends), day


def finish_words(pace: Pace, course: Course) -> str:
    """What is said under the finishing time."""
    if not course.total:
        return tr("there are no paragraphs yet")
    if not course.left:
        return tr("every paragraph and item is adopted")
    if pace.seconds is None:
        if not course.time.counted:
            return tr("not yet to be said: no sitting has been opened")
        return tr("not yet to be said: too little has been adopted")
    if pace.ends is None:
        return tr("more of sitting at this pace")
    if course.time.stale:
        return tr("at this pace, counted from the last decision")
    return tr("at this pace, if the sitting goes on")


def pace_words(pace: Pace, course: Course) -> str:
    """What is said under the pace."""
    if pace.per_hour is None:
        return tr("adopted per hour of sitting: not yet to be said")
    if pace.window >= course.time.seconds:
        return tr("adopted per hour of sitting, since the first sitting")
    known = (WINDOW_NAMES[key] for key, length in WINDOWS.items() if length == pace.window)
    window = next(map(tr, known), duration(pace.window))
    return tr("adopted per hour, in {window}", window=window)


def states_words(course: Course) -> str:
    """How the closed ones were closed: "5 unchanged, 11 as amended or new, 2 deleted"."""
    same, other, gone = (
        course.states.get(state, 0) for state in ("adopted_unchanged", "adopted_as_amended", "deleted")
    )
    said = {
        tr_n("{n} unchanged", "{n} unchanged", same): same,
        tr_n("{n} as amended or new", "{n} as amended or new", other): other,
        tr_n("{n} deleted", "{n} deleted", gone): gone,
    }
    return figures_together(", ".join(words for words, number in said.items() if number))


def outcome_name(outcome: str) -> str:
    """What became of an amendment, as legend and table call it."""
    if outcome == "not_discussed":
        return tr_c("outcome of amendments", "not discussed")
    if outcome == "carried_on":
        return tr_c("outcome of amendments", "carried on under another number")
    if outcome == "pending":
        return tr_c("outcome of amendments", "before the meeting")
    return term("state", outcome, "amendment", Languages.current())


def status_name(status: str) -> str:
    """The status of a wording."""
    return term("language", status, "wording", Languages.current())


def state_name(state: str) -> str:
    """The state of a node."""
    return term("state", state, "paragraph", Languages.current())


def waiting_words(row: Waiting, *, languages_only: bool) -> str:
    """What a node waits for: "D.3, D.9 · B.1 · Fr out of date"."""
    said: list[str] = []
    if not languages_only:
        numbers = ", ".join(row.pending)
        if len(row.pending) > _NUMBERS:
            count = tr_n("{n} amendment", "{n} amendments", len(row.pending))
            numbers = f"{count}: {numbers}"
        if numbers:
            said.append(numbers)
        said += row.brackets
    for language, status in row.late.items():
        if languages_only or status != "draft":
            said.append(f"{_SHORT[language]} {status_name(status)}")
    if not said:
        said.append(tr("only its adoption"))
    return " · ".join(said)


def obstacle_words(message: Message) -> str:
    """An obstacle as a sentence of its own; of a long list the first few and how many more there are."""
    return f"{capitalized(say(_shortened(message)))}."


def _shortened(message: Message) -> Message:
    return Message(message.msgid, {name: _few(value) for name, value in message.values.items()})


def _few(value: Any) -> Any:
    """A value as it is said here: a list cut short, a place and "36 more" unbroken."""
    if isinstance(value, Message):
        return NO_BREAK.join(say(_shortened(value)).rsplit(" ", 1))
    if isinstance(value, Place):
        return place(value, Languages.current()).replace(" ", NO_BREAK)
    if not isinstance(value, list | tuple):
        return value
    known = [_few(each) for each in value]
    more = len(known) - _OBSTACLE_PLACES
    if more < 2:
        return known
    others = tr_n("{n} more", "{n} more", more).replace(" ", NO_BREAK)
    return list_of([*known[:_OBSTACLE_PLACES], others], Languages.current())


#: what the pace may be taken from, in seconds of sitting; 0 is the whole meeting
WINDOWS: Final[dict[str, float]] = {"1": 3600.0, "2": 7200.0, "all": 0.0}
WINDOW_NAMES: Final = {
    "1": N_("the last hour of sitting"),
    "2": N_("the last two hours of sitting"),
    "all": N_("the whole meeting"),
}
