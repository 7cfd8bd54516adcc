"""The comparison of two versions of the text: by default the draft as it was imported, and today's.

Words that were taken out stand struck through before those that took their place; a paragraph in which
nothing changed is printed in full, so that the paper can be read without the two versions at hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from consult_app.drafting.house_style.house import capitalized, long_date, number
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.text.numbering import printed
from consult_app.drafting.wordings.wording import words as bare
from consult_app.drafting.wordings.wording import write
from consult_app.meetings.reasons import N_, Message, Place
from consult_app.state import State
from consult_app.words import say, term, translator

from ..paper import Block, Gap, Heading, Numbered, PageBreak, Paper, Para, Span, Table, joined, text
from .comparing import NOTHING, Compared, Version, as_imported, as_it_stands, compared
from .heads import masthead, original_mark, stale_mark, title_of
from .working_text import NUMBERED, STYLES, label_of, note_figures, raised_runs

_TITLE = N_("Comparison of two versions")
_BETWEEN = N_("Earlier version: {before}. Later version: {after}.")
_IMPORTED = N_("the draft as imported")
_TODAY = N_("the text as it stands")
_AT = N_("the text of {date}, {time} UTC (row {seq} of the record)")
_HOW = N_("Words taken out are struck through, words put in are underlined.")
_MOVED_HERE = N_("moved here; formerly {place}")
_FORMERLY = N_("formerly {place}")
_DIVIDED = N_("divided off from {place}")
_JOINED = N_("joined with {places}")
_WAS_MOVED = N_("{place} was moved: it is now {now}.")
_WAS_JOINED = N_("{place} was joined with {now}.")
#: the figures at the head, in this order
_COUNTED = {
    "same": N_("Without change"),
    "words": N_("With other words"),
    "look": N_("With formatting or typography changed only"),
    "inserted": N_("Put in"),
    "deleted": N_("Taken out"),
    "moved": N_("Moved"),
    "divided": N_("Divided off"),
    "joined": N_("Joined with others"),
}
_WORDS_IN = N_("Words put in")
_WORDS_OUT = N_("Words taken out")
_WIDTHS = 3.4, 0.6
#: whose mark the changes have (``layout.GROUP_MARKS``): nobody's
_GROUP = "versions"


class Moment(msgspec.Struct, frozen=True):
    """The meeting after row *seq* of the record, which was written at *at* (ISO time, UTC)."""

    state: State
    seq: int
    at: str


Moments = tuple[Moment, Moment]


def comparison(state: State, language: str, moments: Moments | None = None) -> Paper:
    """The comparison in *language* of the texts at two *moments*; without them, of the draft as imported
    with the text as it is in *state*."""
    blocks: list[Block] = [Para(text(title_words(language)), "title")]
    first, second = _named(moments, language)
    blocks.append(Para(text(_say(_BETWEEN, language, before=first, after=second))))
    blocks.append(Para(text(_say(_HOW, language)), "note"))
    later = moments[1].state if moments else state
    for at, each in enumerate(later.drafting.texts.values()):
        blocks += [PageBreak()] if at else []
        blocks += _of_text(later, each, language, moments)
    title = f"{title_words(language)} – {title_of(state, language)}"
    return Paper("comparison", title, language, masthead(state, language), tuple(blocks))


def anything_changed(state: State) -> bool:
    """Whether a text is no longer what it was when it was imported."""
    style = state.assembly.meeting.rules.numbering
    for each in state.drafting.texts.values():
        before, after = as_imported(each, style), as_it_stands(each, style)
        if before.labels != after.labels:
            return True
        if any(words != after.words.get(node) for node, words in before.words.items()):
            return True
    return False


def title_words(language: str) -> str:
    """What the paper is called."""
    return translator(language).gettext(_TITLE)


def _named(moments: Moments | None, language: str) -> tuple[str, str]:
    if moments is None:
        return _say(_IMPORTED, language), _say(_TODAY, language)
    first, second = (
        _say(
            _AT,
            language,
            date=long_date(date.fromisoformat(each.at[:10]), language),
            time=each.at[11:16],
            seq=each.seq,
        )
        for each in moments
    )
    return first, second


def _of_text(state: State, later: Text, language: str, moments: Moments | None) -> list[Block]:
    style = state.assembly.meeting.rules.numbering
    after = as_it_stands(later, style)
    if moments is None:
        before = as_imported(later, style)
    else:
        earlier = moments[0].state.drafting.texts.get(later.id)
        before = as_it_stands(earlier, style) if earlier is not None else NOTHING
    rows = compared(before, after, later, language)
    notes = note_figures(later, before.labels | after.labels)
    body = [_block(row, after, notes, language) for row in rows]
    return [_statistics(rows, language), Gap(0.5), *body]


def _statistics(rows: Iterable[Compared], language: str) -> Table:
    """How many nodes had which fate, and how many words came and went."""
    counted: Counter[str] = Counter()
    come = gone = 0
    for row in rows:
        if row.fate in ("same", "words", "inserted", "deleted"):
            counted["divided" if row.divided_off else row.fate] += 1
        elif row.fate in ("formatting", "spacing"):
            counted["look"] += 1
        counted["moved"] += row.moved
        counted["joined"] += row.fate == "joined_to"
        if row.fate not in ("formatting", "spacing"):
            come += _words(row, "insert")
            gone += _words(row, "delete")
    figures = [(msgid, counted[key]) for key, msgid in _COUNTED.items() if counted[key]]
    figures += [(_WORDS_IN, come), (_WORDS_OUT, gone)]
    lines = tuple((text(_say(msgid, language)), text(number(count, language))) for msgid, count in figures)
    return Table((), lines, _WIDTHS, header=False, figures=(1,))


def _words(row: Compared, change: str) -> int:
    return sum(len(bare(write(f.runs)).split()) for f in row.fragments if f.change == change)


def _block(row: Compared, after: Version, notes: dict[str, str], language: str) -> Block:
    kind = row.spot.kind
    gone = whereabouts(row, language)
    if gone:
        return Para(text(gone, italic=True), "note")
    runs = joined(
        [
            span
            for each in row.fragments
            for span in raised_runs(
                each.runs, row.language, notes, each.change, _GROUP if each.change else ""
            )
        ]
    )
    said = "" if row.language == language else row.language
    mark = _mark(row, after, language)
    label = label_of(kind, printed(row.spot, row.label, language), row.label, language)
    if kind in NUMBERED:
        return Numbered(label, runs, row.depth, said, mark)
    if kind == "heading":
        return Heading(1, runs, said)
    if kind == "footnote":
        return Para(joined([Span(label, superscript=True), Span(" "), *runs]), "note", said, mark)
    if kind == "title":
        return Heading(1, runs, said)
    return Para(runs, STYLES.get(kind, "body"), said, mark)


def whereabouts(row: Compared, language: str) -> str:
    """Where a node that only leaves word went, in a sentence of *language*; "" for any other."""
    if row.fate not in ("moved_away", "joined_to"):
        return ""
    msgid = _WAS_MOVED if row.fate == "moved_away" else _WAS_JOINED
    place, now = (_place(row.spot.kind, label) for label in (row.label, row.to))
    return capitalized(_say(msgid, language, place=place, now=now))


def remarks(row: Compared, language: str) -> list[str]:
    """What became of a node beside its words, in *language*: moved, divided off, joined, and that only
    its formatting or spacing changed."""
    kind = row.spot.kind
    out: list[str] = []
    formerly = _place(kind, row.was)
    if row.moved:
        out.append(_say(_MOVED_HERE, language, place=formerly))
    elif kind in NUMBERED and row.was and row.fate != "deleted" and row.renumbered:
        out.append(_say(_FORMERLY, language, place=formerly))
    if row.divided_off:
        out.append(_say(_DIVIDED, language, place=_place(kind, row.divided_off)))
    if row.joined:
        out.append(_say(_JOINED, language, places=[_place(kind, label) for label in row.joined]))
    if row.fate in ("formatting", "spacing"):
        out.append(term("change", row.fate, "amendment", language))
    return out


def _mark(row: Compared, after: Version, language: str) -> str:
    """What else is to be known of a node, in square brackets behind its words."""
    out = remarks(row, language)
    marks = [f"[{'; '.join(out)}]"] if out else []
    if row.language != language:
        marks.append(original_mark(row.language, language))
    elif (row.node, language) in after.late:
        marks.append(stale_mark(language))
    return " ".join(marks)


def _place(kind: str, label: str) -> Place:
    return Place(kind, label)


def _say(msgid: str, language: str, **values: object) -> str:
    return say(Message(msgid, values), language)


__all__ = ["Moment", "Moments", "anything_changed", "comparison", "remarks", "title_words", "whereabouts"]
