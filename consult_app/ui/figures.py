"""The figures of the meeting in the bars: sitting and date above, what is saved and done below.

They are shown after every decision, so they are counted on from what changed, never over the whole
meeting again.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from consult_app.ui import dates
from consult_app.ui.chosen_text import chosen_text
from consult_app.ui.file.lost_file import lies_nowhere
from consult_app.ui.keys import spell_now
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.speakers.chip import floor_fact
from consult_app.ui.undo_words import undo_words
from consult_app.ui.whose_file import PREPARED, as_it_stood, whose
from consult_app.ui.window.bars import Fact, Footing, Heading
from consult_app.ui.window.recent import RecentMeeting

if TYPE_CHECKING:
    from consult_app.changes import Changes
    from consult_app.desk import Desk
    from consult_app.state import State


class Tally:
    """What is counted: numbered paragraphs and items, those adopted, wordings out of date by language,
    amendments before the meeting. All are sets of ids."""

    def __init__(self, state: State) -> None:
        self.numbered: set[str] = set()
        self.closed: set[str] = set()
        self.late: dict[str, set[str]] = {}
        self.pending: set[str] = set()
        self.drafts: set[str] = set()
        for text in state.drafting.texts.values():
            self._count_nodes(state, set(text.nodes))
        self._count_amendments(state, set(state.drafting.amendments))

    def follow(self, state: State, changes: Changes) -> None:
        """Count on: *changes* led to *state*."""
        self._count_nodes(state, changes.nodes)
        self._count_amendments(state, changes.amendments)

    def heading(self, state: State) -> Heading:
        """What the top bar says of *state*."""
        return _heading(state, self)

    def footing(self, desk: Desk) -> Footing:
        """What the footer says: the last row, what undo would take back, and the counts."""
        return _footing(desk, self)

    def _count_nodes(self, state: State, nodes: set[str] | frozenset[str]) -> None:
        for text in state.drafting.texts.values():
            for language in text.languages:
                self.late.setdefault(language, set())
            for node_id in nodes & text.nodes.keys():
                node, spot = text.nodes[node_id], text.tree.spots[node_id]
                numbered = spot.kind in ("paragraph", "item") and not spot.gone
                _keep(self.numbered, node_id, numbered)
                _keep(self.closed, node_id, numbered and node.closed)
                for language, late in self.late.items():
                    _keep(late, node_id, not node.deleted and node.status(language) == "out_of_date")
        known = {node for text in state.drafting.texts.values() for node in nodes & text.nodes.keys()}
        for gone in nodes - known:  # an undone insertion
            for counted in (self.numbered, self.closed, *self.late.values()):
                counted.discard(gone)

    def _count_amendments(self, state: State, amendments: set[str] | frozenset[str]) -> None:
        for each in amendments:
            found = state.drafting.amendments.get(each)
            # a subamendment is discussed with its amendment, and counted by none of the lists
            counted = found is not None and not found.subamendment
            pending = found is not None and found.pending and found.state not in PREPARED
            _keep(self.pending, each, counted and pending)
            _keep(self.drafts, each, found is not None and found.state == "draft")


def recent_entry(desk: Desk) -> RecentMeeting:
    """What the start page is to know of the meeting at *desk*, without opening it."""
    meeting, tally = desk.state.assembly.meeting, Tally(desk.state)
    return RecentMeeting(
        path=str(desk.path.resolve()),
        titles=dict(meeting.titles),
        place=meeting.place.get(Languages.current(), ""),
        first=date.fromisoformat(meeting.begins) if meeting.begins else None,
        last=date.fromisoformat(meeting.ends) if meeting.ends else None,
        adopted=len(tally.closed),
        total=len(tally.numbered),
        finished=any(text.adopted for text in desk.state.drafting.texts.values()),
        opened=datetime.now(UTC),
    )


def _keep(counted: set[str], each: str, belongs: bool) -> None:
    if belongs:
        counted.add(each)
    else:
        counted.discard(each)


def _heading(state: State, tally: Tally) -> Heading:
    assembly = state.assembly
    sitting = assembly.sitting
    facts = []
    text = chosen_text(state.drafting)
    if text is not None and text.adopted:
        facts.append(Fact(tr("Adopted as a whole"), mark="✓", tone="ok"))
    if tally.pending:
        facts.append(
            Fact(
                tr_n(
                    "{n} amendment before the meeting",
                    "{n} amendments before the meeting",
                    len(tally.pending),
                )
            )
        )
    if state.given is not None:
        if tally.drafts:
            drafts = tr_n("{n} draft to hand over", "{n} drafts to hand over", len(tally.drafts))
            facts.insert(0, Fact(drafts))
        return Heading(whose(state), partial(as_it_stood, state), tuple(facts))
    if sitting is None:
        title = tr("Between sittings") if assembly.sittings else tr("Before the first sitting")
    else:
        title = tr("Sitting {number}", number=sitting.number)
    return Heading(title, _today, tuple(facts), ticking=floor_fact(assembly))


def _today() -> str:
    """The day and the time now."""
    now = datetime.now(UTC).astimezone()
    return f"{dates.day(now.date(), weekday=True)}, {dates.clock(now)}"


def saved_words(at: datetime, seq: int, today: date) -> str:
    """When the row *seq* was written: of *today* the time to the second, else the day and the minute."""
    if at.date() == today:
        return tr("saved {time}, decision {seq}", time=at.strftime("%H:%M:%S"), seq=seq)
    day = dates.day(at.date(), year=at.year != today.year)
    return tr("saved {day} {time}, decision {seq}", day=day, time=dates.clock(at), seq=seq)


def _footing(desk: Desk, tally: Tally) -> Footing:
    row = desk.last_row()
    saved = ""
    if row is not None:
        at = datetime.fromisoformat(row.time).astimezone()
        saved = saved_words(at, row.seq, datetime.now(UTC).astimezone().date())
    lost = lies_nowhere(desk)
    if lost:
        saved = tr("not saved in a file: {file} is gone", file=desk.path.name)
    undo = undo_words(desk.undo_label(), desk.state)
    figures = []
    if tally.numbered:
        total = tr("of {total} adopted", total=len(tally.numbered))
        figures.append(Fact(strong=str(len(tally.closed)), tail=total))
    said = " · ".join(f"{code.capitalize()} {len(late)}" for code, late in tally.late.items() if late)
    if said:
        figures.append(Fact(strong=said, tail=tr("out of date")))
    return Footing(saved, undo, spell_now("Ctrl+Z") if undo else "", tuple(figures), unsaved=lost)
