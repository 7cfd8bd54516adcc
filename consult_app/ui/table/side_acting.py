"""What is done in the right column of the Table beside decisions: votes, positions, motions, statements,
speakers. Nothing of it is modal, and nothing of it is seen by the room until it is recorded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from consult_app.desk import Done, Refusal
from consult_app.drafting.deciding.floor import StatePosition
from consult_app.journal.jottings import Scratch
from consult_app.meetings.acts import Command
from consult_app.meetings.reasons import N_
from consult_app.ui.language import Languages, number_said, say, tr
from consult_app.ui.leaving import Leaving
from consult_app.ui.speakers.panel import SpeakersPanel
from consult_app.ui.table.positions import next_group
from consult_app.ui.table.summary_acting import SummariesTable
from consult_app.ui.voting import keeping
from consult_app.ui.voting.matters import Matter, matters
from consult_app.ui.voting.motion_form import MotionForm
from consult_app.ui.voting.panel import VotePanel
from consult_app.ui.voting.statement_form import StatementForm
from consult_app.words import term

if TYPE_CHECKING:
    from consult_app.ui.station import Resumed
    from consult_app.ui.table.station import TableStation

_POSITION_KEYS: Final = (
    ("1", N_("The group supports")),
    ("2", N_("The group supports with changes")),
    ("3", N_("The group is flexible")),
    ("4", N_("The group opposes")),
    ("5", N_("The group reserves its position")),
)


class SideActing(QObject):
    """The hands of a :class:`TableStation` in its right column."""

    def __init__(self, station: TableStation) -> None:
        super().__init__(station)
        self._station = station
        self._side = station.parts.side
        self._side.made.connect(self._made)
        self._side.chosen.connect(self.show_list)
        self._group: dict[str, str] = {}
        self._counting = False
        self.summaries = SummariesTable(station)
        station.parts.list.position_stated.connect(self._state)
        station.parts.list.position_group_chosen.connect(self._group_chosen)

    def add_keys(self) -> None:
        """Give the station its keys."""
        station, amendments = self._station, self._station.parts.list
        add = station.add_key
        add("V", N_("Vote…"), self.vote, station)
        for place, (key, words) in enumerate(_POSITION_KEYS, start=1):
            add(key, words, partial(amendments.state_position, place), amendments)
        add("G", N_("Position of another group"), amendments.other_group, amendments)
        self.summaries.add_keys()
        add("M", N_("Motion or point of order…"), self.motion, station)
        add("T", N_("Statement for the record…"), self.statement, station)
        add("L", N_("Amendments or list of speakers"), self.switch, station)
        station.notes.add_key()
        add("F8", N_("Next speaker"), self.next_speaker, station)
        add("F9", N_("End of the speech"), self.end_speech, station)

    # what is in sight

    @Slot(QWidget)
    def _made(self, page: QWidget) -> None:
        """One of the pages was made: hear it."""
        if isinstance(page, VotePanel):
            page.record_asked.connect(self.record)
            page.left.connect(self.leave)
        elif isinstance(page, SpeakersPanel):
            page.asked.connect(self._speakers_ask)
            page.left.connect(self.leave_speakers)
        elif isinstance(page, MotionForm):
            page.asked.connect(self._motion_ask)
            page.vote_asked.connect(self.vote_on_motion)
            page.left.connect(self.leave)
        elif isinstance(page, StatementForm):
            page.asked.connect(self._statement_ask)
            page.left.connect(self.leave)

    def follow(self) -> None:
        """Something was decided, or another node is at hand: show it where it can be seen."""
        side, station = self._side, self._station
        if station.desk is None:
            return
        self.show_stands()
        if side.page == "speakers":
            # also where there is no text yet: speakers are heard before it is considered
            station.parts.show_page(with_text=True)
            side.speakers.show_state(station.state)
        elif side.page == "vote":
            side.vote.follow(station.state, station.desk.seq + 1)
        station.notes.follow()
        self.summaries.follow()

    def close(self) -> None:
        """The meeting is closed: nothing of it may stay in sight."""
        self._group, self._counting = {}, False
        self.summaries.close()
        self._side.show_page("amendments")

    def set_busy(self, busy: bool) -> None:
        """Bar recording while a command is on its way."""
        if self._side.has("vote"):
            self._side.vote.set_busy(busy)

    @Slot(str)
    def show_list(self, key: str) -> None:
        """Show the amendments, the speakers or the notes, and give the focus to them."""
        if key == "speakers" and self._station.desk is not None:
            panel = self._side.speakers
            self._side.show_page("speakers")
            self.follow()
            panel.take_focus()
        elif key == "notes" and self._station.desk is not None:
            self._station.notes.open()
        else:
            self.to_amendments()

    def switch(self) -> None:
        """From the amendments to the speakers, or back."""
        self.show_list("amendments" if self._side.page == "speakers" else "speakers")

    @Slot()
    def to_amendments(self) -> None:
        """Show the amendments with the focus in them."""
        self._side.show_page("amendments")
        self._station.parts.show_page(with_text=self._station.reading is not None)
        self._station.parts.list.give_focus()

    @Slot()
    def leave_speakers(self) -> None:
        """Esc in the list of speakers."""
        self.to_amendments()

    @Slot()
    def leave(self) -> None:
        """What was open is closed, and a count given up; the list behind it is seen again."""
        Leaving.say()
        self._counting = False
        self._station.quiet()
        self.show_list(self._side.behind)

    # votes

    def _matters(self) -> list[Matter]:
        station = self._station
        if station.reading is None:
            return matters(station.state, "", "", None)
        node = station.current_node.id
        return matters(station.state, station.text.id, node, station.amendment_at_hand)

    def vote(self) -> None:
        """Open the vote panel on the amendment at hand, else on the paragraph; on a motion that is open
        where nothing else can be voted on."""
        station = self._station
        if station.desk is None or station.in_turn.waits(tr("Vote…"), self._vote_still, self._matters()[0]):
            return
        if self._counting and self._side.vote.unfinished:
            on = self._matters()[0].key
            if self._side.page == "vote" or self._side.vote.matter.key == on:
                # a count that was left for a moment is gone on with
                self._side.show_page("vote")
                self.follow()
                self._side.vote.take_focus()
                return
        self._open_vote("")

    def _vote_still(self, matter: Matter) -> None:
        """Open the vote panel where *matter* is at hand as it was when the key was pressed."""
        if self._matters()[0].key == matter.key:
            self.vote()
        else:
            self._station.in_turn.miss(tr("Vote…"))

    @Slot(str)
    def vote_on_motion(self, motion: str) -> None:
        """Open the vote panel on a motion (its number)."""
        self._open_vote(Matter("motion", motion).key)

    def _open_vote(self, chosen: str) -> None:
        station = self._station
        if not station.acting.may_leave():
            return
        panel = self._side.vote
        Leaving.say()
        self._counting = True
        self._side.show_page("vote")
        panel.begin(station.state, station.desk.seq + 1, self._matters(), chosen)
        panel.take_focus()

    def unsaved(self) -> Scratch | None:
        """The vote that is being counted, be its panel in sight or not; None for nothing."""
        return keeping.written(self._side.vote) if self._counting else None

    def resume(self, found: Scratch) -> Resumed:
        """Go on with the vote that was *found*, on the same matter."""
        if self.unsaved() is not None:
            return "busy"
        key = str(found.extra.get("matter", ""))
        if key not in [matter.key for matter in self._matters()]:
            return "gone"
        self._open_vote(key)
        if self._side.page != "vote":
            return "busy"
        return "opened" if keeping.take_up(self._side.vote, found.extra) else "changed"

    @Slot()
    def record(self) -> None:
        """Have the vote that was counted recorded, with what follows from it."""
        self._station.perform(self._side.vote.paper.command(), self._voted, self._vote_refused)

    def _voted(self, done: Done) -> None:
        self._counting = False
        votes = self._station.state.assembly.votes
        if self._side.page == "vote" and votes:
            self._side.vote.show_recorded(votes[-1])
        if done.answer.get("collisions"):
            self._station.tell(self._collisions(done), "warn")

    def _collisions(self, done: Done) -> str:
        found = [number_said(str(each), "within") for each in done.answer["collisions"]]
        return tr("Now collide with the text: {amendments}.", amendments=", ".join(found))

    def _vote_refused(self, _refusal: Refusal) -> bool:
        """The panel says why: it tried the same."""
        self.follow()
        found = self._side.vote.foreseen.refused
        return self._side.page == "vote" and found is not None

    # positions

    def group_for(self, amendment: str) -> str:
        """Whose position on the amendment (an id) the keys 1 to 5 state now."""
        state = self._station.state
        found = state.drafting.amendments[amendment]
        return self._group.get(amendment) or next_group(state.assembly, found)

    def show_stands(self) -> None:
        """Let positions be stated on the card at hand."""
        found, shown = self._station.amendment_at_hand, self._station.parts.list.shown
        if self._station.desk is not None and self._station.state.given is not None:
            return  # a group's file records no positions
        if found is not None and found.pending and found.id in shown and self._station.desk is not None:
            card = self._station.parts.list.card(found.id)
            card.show_stands(self._station.state.assembly, found.positions, self.group_for(found.id))

    @Slot(str, str, str)
    def _state(self, amendment: str, group: str, position: str) -> None:
        number = self._station.state.drafting.amendments[amendment].number
        said = f"{term('position', position, 'group', Languages.current())}, {number_said(number)}"
        if self._station.in_turn.waits(said, self._state, amendment, group, position):
            return
        self._group.pop(amendment, None)
        self._station.perform(StatePosition(amendment=number, group=group, position=position))  # type: ignore[arg-type]

    def group_chosen(self, amendment: str) -> str:
        """The group that was chosen by hand for its position on the amendment (an id); "" for none."""
        return self._group.get(amendment, "")

    @Slot(str, str)
    def _group_chosen(self, amendment: str, group: str) -> None:
        self._group[amendment] = group

    # motions and statements

    def motion(self) -> None:
        """Open the form of motions and points of order."""
        if self._side.page == "motion":
            self._side.motion.take_focus()
        elif self._station.desk is not None and self._station.acting.may_leave():
            form = self._side.motion
            self._side.show_page("motion")
            form.begin(self._station.state)
            form.take_focus()

    @Slot(object)
    def _motion_ask(self, command: Command) -> None:
        self._station.perform(command, self._moved, self._side.motion.show_refusal)

    def _moved(self, done: Done) -> None:
        if self._side.motion.then_vote:
            self.vote_on_motion(str(done.answer["number"]))
            return
        self.leave()
        self._station.tell(tr("{number} is on the record.", number=done.answer["number"]))

    def statement(self) -> None:
        """Open the form of statements, on what is at hand, by the group that has the floor."""
        station = self._station
        if self._side.page == "statement":
            self._side.statement.take_focus()
            return
        if station.desk is None or not station.acting.may_leave():
            return
        speech = station.state.assembly.speaking.now
        by = (speech.speaker.on_behalf_of or speech.speaker.who) if speech is not None else ""
        form = self._side.statement
        self._side.show_page("statement")
        form.begin(station.state, self._matters(), by)
        form.take_focus()

    @Slot(object)
    def _statement_ask(self, command: Command) -> None:
        self._station.perform(command, self._stated, self._side.statement.show_refusal)

    def _stated(self, done: Done) -> None:
        self.leave()
        self._station.tell(tr("The statement on {what} is on the record.", what=done.answer["on"]))

    # speakers

    @Slot(object)
    def _speakers_ask(self, command: Command) -> None:
        self._station.perform(command, None, self._speakers_refused)

    def _speakers_refused(self, refusal: Refusal) -> bool:
        if self._side.page != "speakers":
            return False
        self._side.speakers.say_problem(say(refusal.reason))
        return True

    def next_speaker(self) -> None:
        """Give the floor to the next on the list."""
        if self._station.desk is not None:
            self._side.speakers.give_next()

    def end_speech(self) -> None:
        """Whoever has the floor has ended."""
        if self._station.desk is not None:
            self._side.speakers.end()
