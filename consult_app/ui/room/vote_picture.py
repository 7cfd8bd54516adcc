"""The result of a vote, for the room: what was voted on, the figures, the outcome, the groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from consult_app.drafting.house_style.house import capitalized
from consult_app.drafting.house_style.labels import label_reference
from consult_app.meetings.kept.assembly import Assembly
from consult_app.meetings.kept.votes import CHOICES, Subject, Vote
from consult_app.ui.belonging import MAIN_GROUPS
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.room.heads import Band, band_for, called
from consult_app.ui.room.look import Words, draw_box, fitted
from consult_app.ui.room.pages import VotePage
from consult_app.ui.room.still import StillPicture, inside
from consult_app.ui.text.ink import look_of
from consult_app.words import term

_MOST_CANDIDATES: Final = 8
_TONES: Final = {"adopted": "ok", "rejected": "error", "void": "warn", "tied": "warn"}
_SIGNS: Final = {"adopted": "✓ ", "rejected": "✕ ", "elected": "✓ "}


def subject_words(subject: Subject) -> str:
    """What was voted on, in the language in force, beginning with a capital."""
    if subject.other_label:
        return tr("{one} or {other}", one=subject.label, other=subject.other_label)
    if subject.kind == "amendment":
        return tr("Amendment {number}", number=subject.label)
    if subject.kind == "subamendment":
        return tr("Subamendment {number}", number=subject.label)
    if subject.kind == "node":
        kind = subject.kind_of or "paragraph"
        return capitalized(label_reference(kind, subject.label, Languages.current()))
    if subject.kind == "motion":
        return tr("Motion {number}", number=subject.label)
    return capitalized(subject.label)


class VotePicture(StillPicture):
    """The page. Figures are weighted votes; the groups are given in members, as they voted."""

    @property
    def vote(self) -> Vote:
        """The vote on show. Raises LookupError when the meeting does not have it."""
        number = self.page.number if isinstance(self.page, VotePage) else 0
        found = next((vote for vote in self.state.assembly.votes if vote.number == number), None)
        if found is None:
            raise LookupError(f"there is no vote {number}")
        return found

    def head(self) -> Band:
        """The number of the vote, and how it was taken."""
        how = capitalized(term("method", self.vote.method, "vote", Languages.current()))
        return band_for(self.state.assembly, tr("Result of the vote"), how)

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint subject, figures and outcome; below them the groups or the candidates."""
        vote, within = self.vote, inside(box, share=0.06)
        row = within.height() / 10
        top = QRectF(within.left(), within.top(), within.width(), row * 1.6)
        words = subject_words(vote.subject)
        draw_box(painter, words, fitted(words, 22, top), self.palette.ink, top)
        middle = QRectF(within.left(), top.bottom(), within.width(), row * 3.2)
        if vote.candidates:
            self._paint_candidates(painter, middle.adjusted(0, 0, 0, row * 2.4))
        else:
            self._paint_figures(painter, middle)
        said = self._outcome(vote)
        below = QRectF(within.left(), middle.bottom(), within.width(), row * 1.6)
        tone = getattr(self.palette, _TONES.get(vote.outcome, "ink"))
        if vote.candidates:
            below.moveTop(within.bottom() - row * 2.4)
        font = fitted(said, 24, below, serif=False)
        draw_box(painter, said, font, tone, below)
        if vote.tally and not vote.candidates:
            table = QRectF(within.left(), below.bottom(), within.width(), row * 2.6)
            self._paint_groups(painter, table)
        quorum = QRectF(within.left(), within.bottom() - row * 0.8, within.width(), row * 0.8)
        said = self._quorum(vote)
        draw_box(painter, said, fitted(said, 11, quorum, serif=False, smallest=8), self.palette.dim, quorum)

    def _paint_figures(self, painter: QPainter, box: QRectF) -> None:
        wide = box.width() / 3
        for place, (words, number) in enumerate(self._figures(self.vote)):
            cell = QRectF(box.left() + place * wide, box.top(), wide, box.height())
            figure = cell.adjusted(0, 0, 0, -box.height() * 0.28)
            draw_box(painter, number, fitted(number, 58, figure, serif=False), self.palette.ink, figure)
            label = QRectF(cell.left(), figure.bottom(), wide, box.height() * 0.28)
            font = fitted(words, 13, label, serif=False, smallest=8)
            draw_box(painter, words, font, self.palette.dim, label)

    def _paint_groups(self, painter: QPainter, box: QRectF) -> None:
        assembly = self.state.assembly
        wide, tall = box.width() / 3, box.height()
        for place, (group, counts) in enumerate(self._by_group(assembly)):
            look = look_of(assembly, group)
            left = box.left() + place * wide
            name = f"{look.mark} {called(assembly, group)}"
            numbers = " – ".join(str(count) for count in counts)
            room = wide - fonts.pixels(8)
            above = QRectF(left, box.top() + tall * 0.06, room, tall * 0.42)
            font = fitted(name, 11, above, serif=False, smallest=7)
            draw_box(painter, name, font, look.colour, above)
            below = QRectF(left, above.bottom(), room, tall * 0.34)
            font = fitted(numbers, 14, below, serif=False, weight=Weight.MEDIUM)
            draw_box(painter, numbers, font, self.palette.ink, below)

    def _paint_candidates(self, painter: QPainter, box: QRectF) -> None:
        vote, assembly = self.vote, self.state.assembly
        shown = sorted(vote.candidates.items(), key=lambda each: -each[1])[:_MOST_CANDIDATES]
        tall = min(box.height() / max(1, len(shown)), fonts.pixels(30))
        for place, (who, votes) in enumerate(shown):
            top = box.top() + tall * place
            won = who in vote.winners
            weight = Weight.BOLD if won else Weight.REGULAR
            number = Words(str(votes), 16, self.palette.ink, weight)
            name = f"{'✓ ' if won else ''}{called(assembly, who)}"
            room = box.width() - number.width - fonts.pixels(12)
            at = QRectF(box.left(), top, room, tall * 0.94)
            font = fitted(name, 16, at, serif=False, smallest=7, weight=weight)
            draw_box(painter, name, font, self.palette.ink, at, left=True)
            beside = QRectF(box.right() - number.width, top, number.width + 1, tall * 0.94)
            draw_box(painter, number.words, number.font, number.ink, beside, left=True)
            line = QRectF(box.left(), top + tall * 0.96, box.width(), max(1, fonts.pixels(0.5)))
            painter.fillRect(line, QColor(self.palette.line))

    def _by_group(self, assembly: Assembly) -> Iterator[tuple[str, tuple[int, int, int]]]:
        order = (*MAIN_GROUPS, *(group for group in self.vote.tally if group not in MAIN_GROUPS))
        for group in order[:3]:
            if group in self.vote.tally:
                yield group, self.vote.tally[group]

    def _figures(self, vote: Vote) -> list[tuple[str, str]]:
        names = dict(zip(CHOICES, (tr("in favour"), tr("against"), tr("abstaining")), strict=True))
        values = (vote.figures.favour, vote.figures.against, vote.figures.abstaining)
        return [(names[each], _figure(value)) for each, value in zip(CHOICES, values, strict=True)]

    def _outcome(self, vote: Vote) -> str:
        said = capitalized(term("outcome", vote.outcome, "vote", Languages.current()))
        return _SIGNS.get(vote.outcome, "") + said

    def _quorum(self, vote: Vote) -> str:
        found = vote.figures
        if not found.needed:
            return ""
        if found.reached:
            return tr(
                "Quorum reached: {counted} votes, {needed} needed",
                counted=_figure(found.counted),
                needed=_figure(found.needed),
            )
        return tr_n(
            "Quorum not reached: {counted} vote, {needed} needed",
            "Quorum not reached: {counted} votes, {needed} needed",
            found.counted,
            counted=_figure(found.counted),
            needed=_figure(found.needed),
        )

    def in_words(self) -> str:
        """Subject, figures, outcome and quorum in one sentence each."""
        vote = self.vote
        figures = ", ".join(f"{number} {words}" for words, number in self._figures(vote))
        outcome = capitalized(term("outcome", vote.outcome, "vote", Languages.current()))
        parts = (subject_words(vote.subject), figures, outcome, self._quorum(vote))
        return ". ".join(part for part in parts if part)


def _figure(number: int) -> str:
    return Languages.locale().toString(number)
