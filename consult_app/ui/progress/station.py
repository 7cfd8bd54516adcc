"""The Progress station: figures and charts on the left, what is still open on the right; behind it, as its
second part, the register of follow-up.

Everything is derived anew from the state while the station is in sight, and not at all while it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consult_app.drafting import progress
from consult_app.drafting.text.nodes import Text
from consult_app.drafting.waiting import Waits
from consult_app.meetings.acts import stamp
from consult_app.meetings.proceedings.sitting_time import moment, sitting_time
from consult_app.meetings.proceedings.speaking_times import speaking_times
from consult_app.meetings.reasons import N_
from consult_app.ui.charts.bars import Bar, BarChart
from consult_app.ui.charts.steps import StepChart
from consult_app.ui.chosen_text import ChosenText, chosen_text
from consult_app.ui.followup.acting import FollowupActing
from consult_app.ui.followup.panel import FollowupPanel
from consult_app.ui.forms.kept_form import Kept
from consult_app.ui.language import tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.theme import Theme
from consult_app.ui.parts.controls import HairLine, PrimaryButton, QuietButton, SegmentedControl
from consult_app.ui.parts.lines import held_width
from consult_app.ui.parts.panels import EmptyState
from consult_app.ui.parts.scrolling import scrolled
from consult_app.ui.progress import content, words
from consult_app.ui.progress.head import PARTS, ProgressHead
from consult_app.ui.progress.open_list import OpenList
from consult_app.ui.progress.panel import ChartPanel, figures_model
from consult_app.ui.progress.tiles import Tiles
from consult_app.ui.station import ChangesLike, DeskLike
from consult_app.ui.text_chooser import TextChooser
from consult_app.ui.together import figures_together
from consult_app.ui.working import WorkingStation

_MINUTE: Final = 60_000
_SHARE, _NARROWEST, _WIDEST = 0.366, 312, 580
"""The part of the station that the list takes, and the limits of its width."""
_ABREAST = 660
"""So much room is needed for two charts side by side."""
_HIGHEST = 600
"""Higher than this a chart says no more."""


class ProgressStation(WorkingStation):
    """How far the meeting is.

    Signals: ``node_asked(node)`` to see a passage at the Table; ``import_asked()`` where there is no
    text yet.
    """

    key = "progress"
    icon = "progress"

    node_asked = Signal(str)
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waits = Waits()
        self._stale = False
        self._shown_text = ""
        self.tiles = Tiles(4, 4, 4, 5)
        self.window_of_pace = SegmentedControl(tuple(words.WINDOWS))
        self.window_of_pace.choose("2")
        self.steps = ChartPanel(StepChart(), figures_model(content.MOMENT_COLUMNS), 4)
        self.outcomes = ChartPanel(BarChart(), figures_model(content.OUTCOME_COLUMNS))
        self.languages = ChartPanel(BarChart(), figures_model(content.STATUS_COLUMNS))
        self.speaking = ChartPanel(BarChart(), figures_model(content.SPEAKING_COLUMNS))
        self.table_button = QuietButton()
        self.table_button.setCheckable(True)
        self.texts = TextChooser()
        self.head = ProgressHead(self.texts)
        self.followup = FollowupPanel()
        self.open = OpenList()
        self.import_button = PrimaryButton()
        self.empty = EmptyState(self.import_button, icon_name="progress")
        self.pages = QStackedWidget()
        self.parts = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def panels(self) -> tuple[ChartPanel[Any], ...]:
        """The charts in their cards."""
        return (self.steps, self.outcomes, self.languages, self.speaking)

    def _lay_out(self) -> None:
        # from the outside in: whatever gets a parent is styled anew with all that is in it already
        whole = QVBoxLayout(self.page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.head)
        whole.addWidget(self.parts, 1)
        for part in (self.pages, self.followup):
            self.parts.addWidget(part)
        shown = QWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(shown)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 0, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.tiles)
        column.addWidget(self.steps, 1)
        self.steps.head.addWidget(self.window_of_pace)
        self.steps.head.addWidget(self.table_button)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(12)
        self._pair.addWidget(self.outcomes, 1)
        self._pair.addWidget(self.languages, 1)
        column.addLayout(self._pair)
        column.addWidget(self.speaking)
        column.addStretch(0)
        self._scroll = scroll = scrolled(inside)
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll, 1)
        row.addWidget(HairLine(vertical=True))
        row.addWidget(self.open)
        self._fit()
        segments = [self.window_of_pace.button(key) for key in words.WINDOWS]
        for one, other in pairwise((*segments, self.table_button, self.steps.chart, self.steps.table)):
            QWidget.setTabOrder(one, other)  # what stands in the head of the card is read first

    def _fit(self) -> None:
        wide = round(self.width() * _SHARE)
        least = held_width(_NARROWEST, self)
        self.open.setFixedWidth(max(least, min(wide, fonts.pixels(_WIDEST))))
        abreast = self.width() - self.open.width() > fonts.pixels(_ABREAST)
        ways = QHBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if abreast else ways.TopToBottom)
        self.steps.setMaximumHeight(fonts.pixels(_HIGHEST))

    def _connect(self) -> None:
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._minute_passed)
        self._clock.start()
        self.window_of_pace.chosen.connect(self._show)
        self.table_button.toggled.connect(self._show_tables)
        self.texts.asked.connect(self._choose_text)
        self.open.node_asked.connect(self.node_asked)
        self.import_button.clicked.connect(self.import_asked)
        Theme.instance().changed.connect(self._fit)
        tables = N_("Show the figures as tables, or as charts")
        self.add_key("T", tables, self.table_button.toggle, self.pages)
        self.head.parts.chosen.connect(self.show_part)
        for place, (part, name) in enumerate(PARTS.items(), start=1):
            self.add_key(f"Alt+{place}", name, partial(self.show_part, part), self)
        self.followup.node_asked.connect(self.node_asked)
        self.followup.import_asked.connect(self.import_asked)
        self._acting = FollowupActing(self, self.followup, self._show_followup)

    def title(self) -> str:
        """Return the name on the rail."""
        return tr("Progress")

    def first_focus(self) -> QWidget:
        """Return the list of what is open, or the button that begins where there is no text; in the
        follow-up, its table."""
        if self.head.part == "followup":
            return self.followup.first_focus()
        if self.desk is None or self._text() is None:
            return self.import_button
        return self.open.first_focus()

    # the follow-up

    def show_part(self, part: str) -> None:
        """Bring *part* into sight and give it the focus. Raises KeyError."""
        self.head.parts.choose(part)
        self.parts.setCurrentWidget(self.followup if part == "followup" else self.pages)
        self._show()
        self.first_focus().setFocus()

    def _show_followup(self, *, anew: bool = False) -> None:
        """Show the register: where another part is in sight, or (*anew*) as it is now."""
        if self.head.part != "followup":
            self.show_part("followup")
        elif anew:
            self._show()

    def forms(self) -> Iterable[Kept]:
        """Return the forms of the register of follow-up."""
        return (self.followup.form, self.followup.adding)

    def open_form(self, what: str, about: Mapping[str, str]) -> bool:
        """Open the form *what* of the register on the action that it was about, or for a new one."""
        self.show_part("followup")
        return self.followup.open_form(what, about)

    # what is shown

    def bind(self, desk: DeskLike | None) -> None:
        """Take *desk*; what was kept of another meeting is forgotten."""
        self._waits, self._shown_text = Waits(), ""
        self.followup.forget()
        super().bind(desk)

    def refresh(self, changes: ChangesLike | None) -> None:
        """Show the figures as they are now; out of sight, only note that they may differ."""
        self._stale = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's override: catch up with what happened out of sight."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override: a wide window has a wide list."""
        super().resizeEvent(event)
        self._fit()

    def _minute_passed(self) -> None:
        if self.desk is not None and self.isVisible() and self.state.assembly.sitting is not None:
            self._show()

    def _text(self) -> Text | None:
        return chosen_text(self.state.drafting)

    def _show(self, _chosen: str = "") -> None:
        if self.desk is None:
            return
        self._stale = False
        text = self._text()
        if text is not None and text.id != self._shown_text:
            self._waits, self._shown_text = Waits(), text.id
        self.head.show_texts(self.state)
        self.pages.setCurrentIndex(0 if text is None else 1)
        if self.head.part == "followup":
            self.followup.show_state(self.state, text)
            return
        if text is None:
            return
        now = datetime.now(UTC)
        names = words.PlaceNames(text, self.state.assembly.meeting.rules.numbering)
        self._show_course(text, names, now)
        self._show_bars(text, now)
        self._show_open(text, names, now)

    def _choose_text(self, text_id: str) -> None:
        ChosenText.instance().choose(text_id)
        self._show()

    def _show_course(self, text: Text, names: words.PlaceNames, now: datetime) -> None:
        row = self.desk.last_row()
        last = moment(row.time) if row is not None else None
        course = progress.course(text, sitting_time(self.state.assembly.sittings, now, last))
        window = words.WINDOWS[self.window_of_pace.selection[0]] or course.time.seconds
        pace = progress.pace(course, window)
        line, shown = content.line_of(course, pace, names, now)
        nothing = tr("Nothing has been adopted yet. The line begins with the first paragraph that is.")
        self.steps.chart.show_line(line, nothing)
        self.steps.set_words(tr("Paragraphs and items adopted"), shown.summary)
        self.steps.show_rows(shown.rows)
        done, left, speed, finish = self.tiles.tiles
        of = tr("of {total}", total=words.figure(course.total))
        states = words.states_words(course)
        said = tr("adopted: {states}", states=states) if states else tr("paragraphs and items adopted")
        done.show_figure(words.figure(course.closed), said, of)
        rest = tr_n("paragraph or item left", "paragraphs and items left", course.left)
        left.show_figure(words.figure(course.left), rest)
        per_hour = "–" if pace.per_hour is None else words.figure(pace.per_hour, 1)
        speed.show_figure(per_hour, words.pace_words(pace, course))
        complete = bool(course.total) and not course.left
        label, day = ("✓", "") if complete else words.finish_figure(pace, now)
        tone = "ok" if complete else ""
        finish.show_figure(label, words.finish_words(pace, course), day, tone)

    def _show_bars(self, text: Text, now: datetime) -> None:
        state = self.state
        counts = progress.outcomes(state.drafting, state.assembly, text.id)
        bars, shown = content.outcome_bars(counts, state.assembly)
        below = progress.outcomes(state.drafting, state.assembly, text.id, subamendments=True)
        subamendments = sum(sum(by.values()) for by in below.values())
        also = tr_n("Also {n} subamendment", "Also {n} subamendments", subamendments)
        note = figures_together(also) if subamendments else ""
        self._fill(self.outcomes, bars, shown, tr("No amendment has been handed in yet."))
        self.outcomes.set_words(tr("Amendments by group"), shown.summary, note)
        bars, shown = content.language_bars(progress.languages(text), text.languages)
        self._fill(self.languages, bars, shown)
        self.languages.set_words(tr("Languages"), shown.summary)
        bars, shown = content.speaking_bars(speaking_times(state.assembly, stamp(now)), state.assembly)
        self._fill(self.speaking, bars, shown, legend=False)
        self.speaking.set_words(tr("Speaking time by group"), shown.summary)
        self.speaking.setVisible(bool(bars))

    @staticmethod
    def _fill(
        panel: ChartPanel[BarChart],
        bars: list[Bar],
        shown: content.Shown,
        empty: str = "",
        *,
        legend: bool = True,
    ) -> None:
        panel.chart.show_bars(bars, empty, legend=legend)
        panel.show_rows(shown.rows)

    def _show_open(self, text: Text, names: words.PlaceNames, now: datetime) -> None:
        state = self.state
        adopted = ""
        if text.adopted:
            at = words.when(moment(text.adopted_on), now)
            adopted = tr("It was adopted as a whole: {when}.", when=at)
        barring = progress.barring(state.drafting, state.assembly, text)
        rows = self._waits.rows(state.drafting, text)
        self.open.show_waiting(rows, names, [words.obstacle_words(each) for each in barring], adopted)

    def _show_tables(self, tables: bool) -> None:
        for panel in self.panels:
            panel.show_table(tables)
        self._say_button()

    def _say_button(self) -> None:
        charts = self.table_button.isChecked()
        self.table_button.set_words(tr("Show as charts") if charts else tr("Show as tables"), "T")

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        labels = {key: self._window_label(key) for key in words.WINDOWS}
        names = {key: tr(name) for key, name in words.WINDOW_NAMES.items()}
        self.window_of_pace.set_words(tr("The pace is taken from"), labels, names)
        self.head.set_words(self.key)
        self.empty.set_words(
            tr("No text yet"),
            tr("Progress shows what is adopted, how fast, and what is still open. Import the draft first."),
        )
        self.import_button.set_words(tr("Import the draft…"))
        self._say_button()
        if self.desk is not None:
            self.refresh(None)

    @staticmethod
    def _window_label(key: str) -> str:
        return tr("All") if key == "all" else tr("{hours} h", hours=key)
