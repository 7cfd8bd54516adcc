"""The figures of the state made into what charts and tables show, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from consult_app.drafting.progress import OUTCOMES, STATUSES, Course, Pace
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.proceedings.sitting_time import moment
from consult_app.meetings.proceedings.speaking_times import SpeakingTimes, Tally, minutes
from consult_app.meetings.reasons import N_
from consult_app.ui.belonging import mark_of, name_of, tone_of
from consult_app.ui.charts.bars import Bar, Part
from consult_app.ui.charts.patterns import Pattern
from consult_app.ui.charts.steps import Line, Projection, Step, Stretch
from consult_app.ui.language import NAMES, language_label, tr, tr_n
from consult_app.ui.progress import words
from consult_app.ui.progress.panel import Figures

_OUTCOME_PATTERNS: Final = {
    "adopted": Pattern.SOLID,
    "adopted_as_subamended": Pattern.RISING,
    "rejected": Pattern.CROSSED,
    "withdrawn": Pattern.LEVEL,
    "fell": Pattern.UPRIGHT,
    "not_discussed": Pattern.DOTTED,
    "carried_on": Pattern.FALLING,
    "pending": Pattern.EMPTY,
}
_STATUS_PATTERNS: Final = {
    "original": Pattern.SOLID,
    "checked": Pattern.RISING,
    "draft": Pattern.DOTTED,
    "out_of_date": Pattern.CROSSED,
    "missing": Pattern.EMPTY,
}
_STATUS_TONES: Final = {"out_of_date": "warn", "missing": "error"}

MOMENT_COLUMNS: Final = (
    (N_("When"), 150),
    (N_("Sitting"), 110),
    (N_("Adopted in all"), 120),
    (N_("What"), 0),
)
OUTCOME_COLUMNS: Final = (
    (N_("Outcome"), 0),
    (N_("Gov"), 46),
    (N_("Emp"), 48),
    (N_("Wor"), 46),
    (N_("Other"), 52),
    (N_("All"), 38),
)
STATUS_COLUMNS: Final = (
    (N_("State of the wording"), 0),
    ("En", 70),
    ("Fr", 70),
    ("Es", 70),
)
SPEAKING_COLUMNS: Final = (
    (N_("Group"), 0),
    (N_("Speeches"), 110),
    (N_("Time"), 110),
)
_OUTCOME_GROUPS: Final = ("government", "employers", "workers")

Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Shown:
    """What one panel shows: the whole in words for a screen reader, and the rows of its table."""

    summary: str
    rows: Sequence[Figures]


def line_of(course: Course, pace: Pace, names: words.PlaceNames, today: datetime) -> tuple[Line, Shown]:
    """The step line of a text, and its table."""
    time = course.time
    steps, rows = [], []
    before = 0
    for each in course.moments:
        told = words.moment_words(course, each, names, today)
        steps.append(Step(each.seconds, each.count, told, back=each.count < before))
        what = names.some(each.closed) if each.closed else ""
        if each.reopened:
            reopened = tr("Reopened: {places}", places=names.some(each.reopened))
            what = f"{what}; {reopened}" if what else reopened
        at = words.when(moment(each.at), today) if each.at else tr("from the outset")
        rows.append((at, words.sitting_name(time, each.seconds), words.figure(each.count), what))
        before = each.count
    stretches = []
    for span in time.spans:
        if span.number:
            name = tr("Sitting {number}", number=span.number)
            began = words.when(span.begins, today)
            stretches.append(Stretch(span.start, name, str(span.number), f"{name}, {began}"))
    projection = None
    if pace.seconds is not None and course.left:
        label = words.finish_label(pace, today)
        projection = Projection(
            time.seconds + pace.seconds,
            label if pace.ends is not None else tr("after {time} more", time=label),
            f"{label}: {words.finish_words(pace, course)}.",
        )
    whole = tr_n("{n} paragraph or item", "{n} paragraphs and items", course.total)
    # the axis begins on another day: its end has its day as well, also where that is today
    until = words.when(time.as_of, time.spans[0].begins) if stretches else ""
    line = Line(course.total, time.seconds, tuple(steps), tuple(stretches), projection, whole, until)
    head = tr("{closed} of {total} adopted", closed=course.closed, total=course.total)
    return line, Shown(f"{head}. {words.finish_words(pace, course)}", rows)


def outcome_bars(counts: Counts, assembly: Assembly) -> tuple[list[Bar], Shown]:
    """The amendments by main group, and their table; groups without any are shown as such."""
    bars = []
    for group, by_outcome in counts.items():
        total = sum(by_outcome.values())
        name = name_of(assembly, group) if group else tr("Office and others")
        parts = [
            Part(
                number,
                _OUTCOME_PATTERNS[outcome],
                words.outcome_name(outcome),
                f"{words.outcome_name(outcome)}, {words.figure(number)}",
                words.figure(number),
            )
            for outcome, number in by_outcome.items()
        ]
        bars.append(Bar(name, words.figure(total), parts, tone_of(assembly, group), mark_of(assembly, group)))
    rows: list[Figures] = []
    known = {group: by for group, by in counts.items() if group in _OUTCOME_GROUPS}
    others = [by for group, by in counts.items() if group not in _OUTCOME_GROUPS]
    for outcome in OUTCOMES:
        figures = [known.get(group, {}).get(outcome, 0) for group in _OUTCOME_GROUPS]
        figures.append(sum(by[outcome] for by in others))
        whole = sum(figures)
        if whole:
            rows.append((words.outcome_name(outcome), *map(words.figure, [*figures, whole])))
    total = sum(sum(by.values()) for by in counts.values())
    return (bars if total else []), Shown(spoken(bars), rows)


def language_bars(counts: Counts, imported: Sequence[str]) -> tuple[list[Bar], Shown]:
    """The wordings of each language by status, and their table."""
    bars = []
    for language, by_status in counts.items():
        total = sum(by_status.values())
        ready = by_status["original"] + by_status["checked"]
        there = tr_n(
            "{ready} of {total} passages ready",
            "{ready} of {total} passages ready",
            ready,
            ready=words.figure(ready),
            total=words.figure(total),
        )
        parts = [
            Part(
                by_status[status],
                _STATUS_PATTERNS[status],
                words.status_name(status),
                f"{words.status_name(status)}, {words.figure(by_status[status])}",
                words.figure(by_status[status]),
                _STATUS_TONES.get(status, ""),
            )
            for status in STATUSES
        ]
        bars.append(
            Bar(language_label(language), there if language in imported else tr("not imported"), parts)
        )
    rows: list[Figures] = [
        (words.status_name(status), *(words.figure(counts[code][status]) for code in NAMES))
        for status in STATUSES
        if any(counts[code][status] for code in NAMES)
    ]
    return bars, Shown(spoken(bars), rows)


def speaking_bars(times: SpeakingTimes, assembly: Assembly) -> tuple[list[Bar], Shown]:
    """The time for which each main group has had the floor, and their table."""
    groups = [group.id for group in assembly.groups.values() if not group.parent]
    groups += [group for group in times.by_group if group not in groups]
    bars, rows = [], []
    for group in groups:
        tally = times.by_group.get(group, Tally())
        name = name_of(assembly, group) if group else tr("Office and others")
        speeches = tr_n("{n} speech", "{n} speeches", tally.number)
        clock = minutes(tally.seconds)
        part = Part(tally.seconds, Pattern.SOLID, name, f"{clock}, {speeches}", clock)
        bars.append(Bar(name, speeches, (part,), tone_of(assembly, group), mark_of(assembly, group)))
        rows.append((name, words.figure(tally.number), clock))
    return (bars if times.total.number else []), Shown(spoken(bars), rows)


def spoken(bars: Sequence[Bar]) -> str:
    """The bars as sentences: "Workers’ group, 12: adopted, 3; withdrawn, 1."."""
    said = []
    for bar in bars:
        parts = "; ".join(part.words for part in bar.parts if part.value > 0)
        said.append(f"{bar.name}, {bar.whole}: {parts}." if parts else f"{bar.name}, {bar.whole}.")
    return " ".join(said)
