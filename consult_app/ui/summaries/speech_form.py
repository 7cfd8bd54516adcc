"""What the report is to say of each speech: the speeches of a sitting, those that lack words marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from consult_app.desk import Refusal
from consult_app.meetings.acts import LANGUAGES
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.proceedings.summarizing import SummarizeSpeech
from consult_app.meetings.reasons import N_
from consult_app.state import State
from consult_app.ui.belonging import mark_of, tone_of
from consult_app.ui.language import language_label, language_said, say, tr, tr_n
from consult_app.ui.parts.controls import Label
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.parts.lists import Column, ListModel, ListTable
from consult_app.ui.speakers.candidates import listed_words
from consult_app.ui.summaries.words_form import WordsForm

_EVERY: Final = ""
#: nobody looks for words that the report of proceedings does without
_NEEDS_NONE: Final = "point_of_order"


class SpeechForm(WordsForm):
    """The list of speeches and the words of the one at hand. Ctrl+Enter keeps them and goes to the next that
    lacks words in the language chosen; Alt with an arrow goes on without keeping."""

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self.sitting = ChoiceBox()
        self.counted = Label("small", wrap=True)
        self.model: ListModel[Speech] = ListModel(self._columns(), lambda row: row.speaker.id)
        self.table: ListTable[Speech] = ListTable(self.model)
        self.table.setMinimumHeight(150)
        self.table.horizontalHeader().setMinimumSectionSize(18)
        self.table.horizontalHeader().hide()
        self.table.fit()
        self.add_row("sitting", self.sitting)
        self.column.addWidget(self.counted)
        self.column.addWidget(self.table, 1)
        self.lay_out_words()
        self.sitting.activated.connect(self._sitting_chosen)
        self.table.row_chosen.connect(self._chosen)
        self.table.row_entered.connect(self.take_focus)
        self.written.connect(self._mark)
        for key, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._down if by > 0 else self._up)
        self.retranslate()

    def _columns(self) -> tuple[Column[Speech], ...]:
        return (
            Column(N_("Group"), self._sign, tone=self._tone, width=26),
            Column(N_("Speaker"), self._who),
            Column(N_("Words"), self._stand, tone=self._stand_tone, width=74, said=self._stand_said),
        )

    # what is shown

    def show_state(self, state: State) -> None:
        """Show the speeches of *state*; what is at hand stays, and so do words that were begun."""
        before, self._state = self._state, state
        now, then = state.assembly, before.assembly if before is not None else None
        if then is None or (now.speaking, now.sittings) != (then.speaking, then.sittings):
            self._offer_sittings()
            self._show_rows()
        elif now.participants is not then.participants or now.groups is not then.groups:
            self.model.say_again()

    def begin(self) -> None:
        """Bring to hand who has the floor, else the first speech that lacks words, else the last one: of the
        sitting that is open, or was last."""
        speeches = self._speeches()
        if not speeches:
            self.take("")
            return
        self.sitting.setCurrentIndex(max(0, self.sitting.findData(str(speeches[-1].sitting))))
        self._show_rows()
        on_floor = self._state.assembly.speaking.now if self._state is not None else None
        last = self.model.rows[-1].speaker.id
        self.choose(on_floor.speaker.id if on_floor is not None else self.next_lacking(last) or last)

    def choose(self, speech: str) -> bool:
        """Bring the speech of this id to hand, of whichever sitting; False where there is none."""
        if not any(each.speaker.id == speech for each in self._speeches()):
            return False
        if self.model.row_of(speech) < 0:
            self.sitting.setCurrentIndex(self.sitting.findData(_EVERY))
            self._show_rows()
        self.table.choose(speech)
        self.take(speech)
        return True

    def _speeches(self) -> tuple[Speech, ...]:
        return self._state.assembly.speaking.speeches if self._state is not None else ()

    def _offer_sittings(self) -> None:
        numbers = sorted({each.sitting for each in self._speeches()})
        names = {str(n): tr("Sitting {number}", number=n) if n else tr("Outside a sitting") for n in numbers}
        self.sitting.fill(names | {_EVERY: tr("All sittings")})
        self.rows["sitting"].setVisible(len(numbers) > 1)

    @Slot()
    def _sitting_chosen(self, _at: int = 0) -> None:
        self._show_rows()
        if self.model.rows and self.model.row_of(self._subject) < 0:
            last = self.model.rows[-1].speaker.id
            self.choose(self.next_lacking(last) or last)

    def _show_rows(self) -> None:
        chosen = str(self.sitting.currentData() or _EVERY)
        found = [each for each in self._speeches() if chosen in (_EVERY, str(each.sitting))]
        if found != self.model.rows:
            self.model.show_rows(found)
        if self._subject and self.model.row_of(self._subject) < 0 and not self._called(self._subject):
            self._subject = ""  # the floor was never given: that row was undone
        self.table.choose(self._subject)
        self.show_words()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Say anew which speeches lack words, and which were begun."""
        self.model.say_again()
        lacking = sum(self.lacks(each) for each in self.model.rows)
        language = language_label(self.code)
        if not self.model.rows:
            self.counted.setText(tr("Nobody has spoken yet."))
        elif lacking:
            self.counted.setText(
                tr_n("{language}: {n} speech without words", "{language}: {n} speeches without words",
                     lacking, language=language)
            )  # fmt: skip
        else:
            self.counted.setText(tr("{language}: every speech has words", language=language))

    # the columns

    def _sign(self, row: Speech) -> str:
        return mark_of(self._there.assembly, row.speaker.on_behalf_of or row.speaker.who)

    def _tone(self, row: Speech) -> str:
        return tone_of(self._there.assembly, row.speaker.on_behalf_of or row.speaker.who)

    def _who(self, row: Speech) -> str:
        return listed_words(self._there, row.speaker)

    def _stand(self, row: Speech) -> str:
        there = [code.capitalize() for code in LANGUAGES if row.summaries.get(code)]
        signs = ["✎"] if self.begun(row.speaker.id, self.code) else ["▲"] if self.lacks(row) else []
        return " ".join((*signs, *(there or (["✓"] if row.summary else []))))

    def _stand_tone(self, row: Speech) -> str:
        return "warn" if self.lacks(row) else "dim"

    def _stand_said(self, row: Speech) -> str:
        language = language_label(self.code)
        if self.begun(row.speaker.id, self.code):
            return tr("{language}: words begun, not kept yet", language=language)
        if self.lacks(row):
            return tr("{language}: no words yet", language=language)
        there = ", ".join(language_said(code) for code in LANGUAGES if row.summaries.get(code))
        return tr("Words in: {languages}", languages=there) if there else self._stand(row)

    @property
    def _there(self) -> State:
        if self._state is None:
            raise LookupError("there is no meeting")
        return self._state

    # what lacks words

    def lacks(self, speech: Speech) -> bool:
        """Whether the report in the language chosen would leave a blank for *speech*, or have words in
        another language."""
        needed = speech.speaker.kind != _NEEDS_NONE
        return needed and not (speech.summary or speech.summaries.get(self.code))

    def next_lacking(self, after: str) -> str:
        """The id of the first speech shown after that one, round the list, that lacks words; "" for none."""
        at = self.model.row_of(after) + 1
        order = (*self.model.rows[at:], *self.model.rows[: at - 1 if at else 0])
        return next((each.speaker.id for each in order if self.lacks(each)), "")

    def recorded(self, subject: str, language: str) -> str:
        """Return the words on record, in no language where there are none in this one."""
        speech = self._called(subject)
        return (speech.summaries.get(language) or speech.summary) if speech is not None else ""

    def _called(self, subject: str) -> Speech | None:
        return next((each for each in self._speeches() if each.speaker.id == subject), None)

    # what is done

    @Slot(str)
    def _chosen(self, speech: str) -> None:
        if speech and speech != self._subject:
            self.take(speech)

    @Slot()
    def _down(self) -> None:
        self._step(1)

    @Slot()
    def _up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        at = self.model.row_of(self._subject) + by
        if 0 <= at < len(self.model.rows):
            self.table.choose(self.model.rows[at].speaker.id)

    @Slot()
    def language_chosen(self) -> None:
        """Another language was chosen: other words, and others that lack them."""
        super().language_chosen()
        self._mark()

    def attempt(self) -> None:
        """Ask for the words to be kept; where nothing was written go to the next speech that lacks words."""
        self.clear_problems()
        speech = self._called(self._subject)
        if speech is None:
            return
        if not self.begun(self._subject, self.code):
            self.go_on()
            return
        words, code = typed(self.words), self.code
        # words without a language are taken away as such
        none = not words.strip() and not speech.summaries
        self.asked.emit(
            SummarizeSpeech(speaker=self._name(speech), summary=words, language=None if none else code)  # type: ignore[arg-type]
        )

    def go_on(self) -> None:
        """Go to the next speech that lacks words, if there is one."""
        following = self.next_lacking(self._subject)
        if following:
            self.choose(following)
        self.words.setFocus()

    def _name(self, speech: Speech) -> str:
        """How the command names the speech: by who spoke, so that the record can be read, where that is their
        last one; else by its id."""
        who = speech.speaker.who
        theirs = [s for s in self._speeches() if who in (s.speaker.who, s.speaker.on_behalf_of)]
        return who if theirs[-1] is speech else speech.speaker.id

    def refused(self, refusal: Refusal) -> bool:
        """Say the refusal under the words."""
        self.rows["words"].set_problem(say(refusal.reason))
        return True

    def forget(self) -> None:
        """The meeting is closed: nothing of it stays."""
        self._state = None
        self.model.show_rows([])
        super().forget()

    def retranslate(self) -> None:
        """Put every word of the form anew."""
        self.set_heading(tr("Words for the report"), tr("Keep, next"))
        # what was begun stays begun
        self.leave_button.set_words(tr("Close"), "Esc")
        self.say_language()
        self.rows["sitting"].set_words(tr("Sitting"))
        self.rows["words"].set_words(
            tr("What the report says"), tr("In the third person and the past: “She stressed that …”")
        )
        self.table.setAccessibleName(tr("Speeches"))
        self.table.setAccessibleDescription(tr("▲ marks a speech that lacks words, ✎ words that were begun"))
        if self._state is not None:
            self._offer_sittings()
        self._mark()


__all__ = ["SpeechForm"]
