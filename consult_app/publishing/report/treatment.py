"""How one amendment was treated, from its introduction to what became of it: with the positions, the
subamendments to it, the votes and the motions in between (procedure.md §2.6)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult_app.drafting.amendments.amendment import ADOPTED, Amendment, Stated
from consult_app.drafting.house_style.house import capitalized, list_of
from consult_app.drafting.instructions.instruction import purpose, quoted_language
from consult_app.drafting.text.nodes import Step
from consult_app.meetings.kept.speaking import Speech
from consult_app.meetings.kept.votes import Motion, Statement, Vote
from consult_app.state import State
from consult_app.words import number_words

from ..formulas import outcomes
from ..formulas.bodies import organ_name
from ..formulas.people import author_in_sentence
from ..papers.entries import mover_at, vote_sentences
from ..papers.heads import original_mark
from . import forms
from .telling import Teller
from .timeline import Happening, deciding_votes

#: before these an amendment has not been introduced: its author had only handed it in
_NEVER_INTRODUCED = frozenset({"not_moved", "inadmissible", "superseded", "merged"})
_BY_VOTE = ADOPTED | {"rejected"}
#: a quotation that ends with its own stop, perhaps with the figure of a footnote
_ENDED = re.compile(r"[.?!][⁰¹²³⁴-⁹]*[”»]$")
_OPENING = frozenset({"called", "proposed", "under_discussion", "awaiting_seconder"})


class Treatment:
    """Tells of runs of happenings about one amendment, and knows which ones it has told of before."""

    def __init__(self, state: State, teller: Teller) -> None:
        self.state, self.assembly = state, state.assembly
        self.teller, self.language = teller, teller.language
        self.introduced: set[str] = set()
        self._votes = deciding_votes(state)
        self._paragraph: list[str] = []
        self._on = ""
        self._told: list[str] = []
        self._before = ""

    def told(self, run: Sequence[Happening]) -> list[str]:
        """The paragraphs on a *run* of happenings with the same root."""
        self._told, self._paragraph, self._on = [], [], ""
        self._resumed(run)
        stated: list[Happening] = []
        for each in run:
            if isinstance(each.what, Stated):
                if each.amendment is not None and each.amendment.id not in self.introduced:
                    self._introduce(each.amendment, each.what.at, run)
                if stated and stated[0].amendment is not each.amendment:
                    self._positions(stated)
                    stated = []
                stated.append(each)
                continue
            self._positions(stated)
            stated = []
            self._one(each, run)
        self._positions(stated)
        self._close()
        return self._told

    def fallen(self, found: Sequence[Happening]) -> str:
        """That amendments fell in consequence of the decision before, with the reasons given."""
        amendments = [each.amendment for each in found if each.amendment is not None]
        one, many = forms.CONSEQUENTLY[self.language]
        named = [number_words(each.number, self.language, "after") for each in amendments]
        listed = list_of(named, self.language)
        said = one.format(the=self._the(amendments[0])) if len(amendments) == 1 else many.format(list=listed)
        reasons = [each.what.reason for each in found if isinstance(each.what, Step)]
        return " ".join([said, *(self.teller.free(each) for each in dict.fromkeys(reasons) if each)])

    # one happening

    def _one(self, each: Happening, run: Sequence[Happening]) -> None:
        amendment, what = each.amendment, each.what
        if isinstance(what, Speech):
            self._new()
            self._say(self.teller.speech(what))
        elif isinstance(what, Motion):
            self._new()
            self._say(self.teller.motion(what))
        elif isinstance(what, Statement):
            self._new()
            self._say(self.teller.statement(what))
        elif isinstance(what, Vote):
            self._new()
            self._say(vote_sentences(self.state, what, self.language, past=True))
        elif isinstance(what, Step) and amendment is not None:
            self._step(amendment, what, run)

    def _step(self, amendment: Amendment, step: Step, run: Sequence[Happening]) -> None:
        place = amendment.history.index(step)
        before = amendment.history[place - 1].to if place else ""
        if step.to == "under_discussion" and before == "withdrawn":
            self._new(amendment)
            self._outcome("taken_over", amendment, step)
        elif step.to in _OPENING:
            self._introduce(amendment, step.at, run)
            if step.by and step.by == amendment.seconded_by and place:
                self._seconded(amendment, step.at)
        elif step.to == "split":
            self._new(amendment)
            self._say(forms.BY_PARTS[self.language].format(the=self._the(amendment)))
        elif step.to in outcomes.STEPS:
            if amendment.id not in self.introduced and step.to != "fell":
                self._introduce(amendment, step.at, run)
            if self._on != amendment.id or not amendment.subamendment:
                self._new(amendment)
            self._outcome(step.to, amendment, step)

    def _resumed(self, run: Sequence[Happening]) -> None:
        """That its consideration was resumed, where others were treated in between."""
        root = self.state.drafting.amendments[run[0].root]
        again = any(
            isinstance(each.what, Stated) or (isinstance(each.what, Step) and each.what.to in _OPENING)
            for each in run
        )
        if again and root.id in self.introduced and self._before != root.id:
            self._new(root)
            the = self._the(root)
            of_the = outcomes.genitive(the, self.language)
            organ = organ_name(self.assembly, self.language)
            self._say(forms.RESUMED[self.language].format(Organ=organ, the=the, of_the=of_the))
        self._before = root.id

    def _introduce(self, amendment: Amendment, at: str, run: Sequence[Happening]) -> None:
        """That it was introduced or, if it was not, handed in."""
        if amendment.id in self.introduced:
            return
        self.introduced.add(amendment.id)
        self._new(amendment)
        text = self.state.drafting.texts[amendment.text_id]
        style = self.assembly.meeting.rules.numbering
        clause = purpose(self.state.drafting, text, amendment, self.language, style)
        form = forms.PROPOSED_ORALLY if self._oral(amendment) else self._opening(amendment, run)
        by = amendment.taken_over_from or amendment.by
        words = form[self.language].format(
            By=capitalized(self.teller.voice(by, at)), the=self._the(amendment), purpose=clause
        )
        self._say(words if _ENDED.search(words) else f"{words}.")
        quoted = quoted_language(amendment, self.language)
        if quoted != self.language and any(mark in clause for mark in "“«"):
            self._say(original_mark(quoted, self.language))
        if amendment.co_authors:
            others = [author_in_sentence(self.assembly, who, self.language) for who in amendment.co_authors]
            together = forms.TOGETHER[self.language]
            the = capitalized(self._the(amendment))
            self._say(together.format(The=the, others=list_of(others, self.language)))
        if amendment.justification:
            said = self.teller.quoted(amendment.justification, amendment.language)
            self._say(forms.JUSTIFIED[self.language].format(words=said))
        if amendment.seconded_by and any(
            each.by == amendment.seconded_by and each.at < at for each in amendment.history[1:]
        ):
            self._seconded(amendment, at)

    def _opening(self, amendment: Amendment, run: Sequence[Happening]) -> dict[str, str]:
        ends = {each.what.to for each in run if isinstance(each.what, Step) and each.amendment is amendment}
        called = ends & _OPENING
        if ends & _NEVER_INTRODUCED or not called:
            return forms.HAD_SUBMITTED
        return forms.PROPOSED if amendment.subamendment else forms.INTRODUCED

    def _seconded(self, amendment: Amendment, at: str) -> None:
        by = capitalized(self.teller.voice(amendment.seconded_by, at))
        self._say(forms.SECONDED[self.language].format(By=by, this=self._this(amendment)))

    def _outcome(self, to: str, amendment: Amendment, step: Step) -> None:
        """What became of it: the result of the vote where one decided, the reason where one was given."""
        vote = self._votes.get((amendment.id, step.at)) if to in _BY_VOTE else None
        by = self.teller.voice(step.by, step.at) if to == "taken_over" else ""
        if to == "superseded" and step.by in self.state.drafting.brackets:
            to = "agreed_instead"
        if vote is not None:
            self._say(vote_sentences(self.state, vote, self.language, past=True))
        elif self._oral(amendment) and to in forms.ORAL_OUTCOME:
            self._say(forms.ORAL_OUTCOME[to][self.language])
        else:
            sub = amendment.subamendment
            number, language = amendment.number, self.language
            self._say(outcomes.of_amendment(to, number, language, subamendment=sub, by=by, past=True))
        if step.reason and (vote is None or step.reason != vote.reason):
            self._say(self.teller.free(step.reason))

    # positions

    def _positions(self, stated: list[Happening]) -> None:
        """Who stood where, those of one mind together; a group that gave its reasons on its own. What a group
        said later, having thought again, stands behind. That authors support their own amendment goes without
        saying."""
        if not stated or stated[0].amendment is None:
            return
        amendment = stated[0].amendment
        waves: list[dict[str, Stated]] = [{}]
        for what in (each.what for each in stated if isinstance(each.what, Stated)):
            own = what.group == mover_at(amendment, what.at) and what.position == "supports"
            if own and not what.summary:
                continue
            if what.group in waves[-1]:
                waves.append({})
            waves[-1][what.group] = what
        if waves[0]:
            self._new()
        for wave in waves:
            self._wave(list(wave.values()), amendment)

    def _wave(self, stated: list[Stated], amendment: Amendment) -> None:
        together: dict[str, list[Stated]] = {}
        for each in sorted(stated, key=_last_governments):
            if each.summary:
                self._position([each], amendment)
                self._say(self.teller.summary(each.summary, ""))
            else:
                together.setdefault(each.position, []).append(each)
        for found in together.values():
            self._position(found, amendment)

    def _position(self, found: list[Stated], amendment: Amendment) -> None:
        voices = [self.teller.voice(each.group, each.at) for each in found]
        voices = [each.rstrip(",") if len(voices) > 1 else each for each in voices]
        this = self._this(amendment)
        form = forms.POSITIONS[found[0].position][self.language][len(voices) > 1]
        to_this = f"au {this[3:]}" if this.startswith("le ") else f"à {this}"
        by = capitalized(list_of(voices, self.language))
        self._say(form.format(By=by, this=this, to_this=to_this))

    # words

    def _the(self, amendment: Amendment) -> str:
        if self._oral(amendment):
            return self._this(amendment)
        number = number_words(amendment.number, self.language, "after")
        return forms.THE[self.language][amendment.subamendment].format(number=number)

    def _this(self, amendment: Amendment) -> str:
        return forms.THIS[self.language][2 if self._oral(amendment) else amendment.subamendment]

    def _oral(self, amendment: Amendment) -> bool:
        return amendment.kind == "live" and not amendment.subamendment

    def _new(self, amendment: Amendment | None = None) -> None:
        self._close()
        self._on = amendment.id if amendment is not None else ""

    def _say(self, words: str) -> None:
        if words:
            self._paragraph.append(words)

    def _close(self) -> None:
        if self._paragraph:
            self._told.append(" ".join(self._paragraph))
        self._paragraph = []


def _last_governments(stated: Stated) -> bool:
    """Employers and Workers speak first, Governments after them (procedure.md §2.6)."""
    return stated.group not in ("employers", "workers")


__all__ = ["Treatment"]
