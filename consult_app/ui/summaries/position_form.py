"""What the report is to say of the position of a group on an amendment."""

from __future__ import annotations

from PySide6.QtCore import Slot

from consult_app.desk import Refusal
from consult_app.drafting.amendments.amendment import POSITIONS, Amendment, Stated
from consult_app.drafting.deciding.floor import StatePosition
from consult_app.drafting.deciding.summarizing_positions import SummarizePosition
from consult_app.drafting.house_style.house import capitalized
from consult_app.state import State
from consult_app.ui.belonging import mark_of, name_of
from consult_app.ui.language import Languages, say, tr
from consult_app.ui.parts.fields import ChoiceBox, typed
from consult_app.ui.summaries.words_form import WordsForm
from consult_app.words import term


class PositionForm(WordsForm):
    """Group, position and words. A position that was not stated yet, or a new one, is recorded with them."""

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self.amendment = ""
        self.group, self.position = ChoiceBox(), ChoiceBox()
        self.add_row("group", self.group)
        self.add_row("position", self.position)
        self.lay_out_words()
        self.column.addStretch(1)
        self.group.activated.connect(self._group_chosen)
        self.retranslate()

    def begin(self, state: State, amendment: str, group: str) -> None:
        """Take down what *group* said on *amendment* (ids)."""
        self.amendment = amendment
        self.clear_problems()
        self.show_state(state)
        self.group.setCurrentIndex(max(0, self.group.findData(group)))
        self._group_chosen()
        self.retranslate()

    def show_state(self, state: State) -> None:
        """Follow *state*: what is recorded now; what was begun and chosen stays."""
        self._state = state
        self._offer()
        self.show_words()

    @property
    def about(self) -> Amendment | None:
        """The amendment; None where it is not there any more."""
        return self._state.drafting.amendments.get(self.amendment) if self._state is not None else None

    @property
    def stated(self) -> Stated | None:
        """What the group at hand stated last."""
        return self._stated(self._subject)

    def _stated(self, subject: str) -> Stated | None:
        amendment, _, group = subject.partition(":")
        found = self._state.drafting.amendments.get(amendment) if self._state is not None else None
        given = found.stated if found is not None else ()
        return next((each for each in reversed(given) if each.group == group), None)

    def recorded(self, subject: str, language: str) -> str:
        """Return the words on record beside the position that was stated last."""
        stated = self._stated(subject)
        return stated.summary.get(language, "") if stated is not None else ""

    def _offer(self) -> None:
        if self._state is None:
            return
        assembly, language = self._state.assembly, Languages.current()
        self.group.fill(
            {group: f"{mark_of(assembly, group)} {name_of(assembly, group)}" for group in assembly.groups}
        )
        names = {key: capitalized(term("position", key, "group", language)) for key in POSITIONS}
        self.position.fill({"": tr("Not stated yet")} | names)

    @Slot()
    def _group_chosen(self, _at: int = 0) -> None:
        self.take(f"{self.amendment}:{self.group.currentData()}" if self.amendment else "")
        stated = self.stated
        self.position.setCurrentIndex(self.position.findData(stated.position if stated is not None else ""))

    def attempt(self) -> None:
        """Ask for words and position to be recorded; leave where both are as they were."""
        self.clear_problems()
        amendment, stated = self.about, self.stated
        group, position = str(self.group.currentData() or ""), str(self.position.currentData() or "")
        if amendment is None or not group:
            return
        words, begun = typed(self.words), self.begun(self._subject, self.code)
        as_before = stated is not None and position == stated.position
        if not begun and (as_before or not position):
            self.left.emit()
        elif not position:
            self.rows["position"].set_problem(tr("Say where the group stands."))
            self.position.setFocus()
        elif as_before:
            self.asked.emit(
                SummarizePosition(
                    amendment=amendment.number,
                    group=group,
                    summary=words,
                    language=self.code,  # type: ignore[arg-type]
                )
            )
        else:
            self.asked.emit(
                StatePosition(
                    amendment=amendment.number,
                    group=group,
                    position=position,  # type: ignore[arg-type]
                    summary=words if begun else "",
                    language=self.code,  # type: ignore[arg-type]
                )
            )

    def refused(self, refusal: Refusal) -> bool:
        """Say the refusal at the position."""
        self.rows["position"].set_problem(say(refusal.reason))
        return True

    def forget(self) -> None:
        """The meeting is closed: nothing of it stays."""
        self._state, self.amendment = None, ""
        super().forget()

    def retranslate(self) -> None:
        """Put every word of the form anew."""
        amendment = self.about
        heading = tr("Position on {number}", number=amendment.number) if amendment else tr("Position")
        self.set_heading(heading, tr("Keep"))
        # what was begun stays begun
        self.leave_button.set_words(tr("Close"), "Esc")
        self.say_language()
        self.rows["group"].set_words(tr("Group"))
        self.rows["position"].set_words(tr("Position"))
        self.rows["words"].set_words(
            tr("What the report says"), tr("In the third person and the past: “She stressed that …”")
        )
        self._offer()


__all__ = ["PositionForm"]
