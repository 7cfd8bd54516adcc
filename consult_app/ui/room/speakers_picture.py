"""Who has the floor, the clock, and who is next: a page for the room."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from consult_app.drafting.house_style.house import capitalized
from consult_app.meetings.acts import stamp
from consult_app.meetings.kept.speaking import Speaker, Speech, in_order
from consult_app.meetings.proceedings.speaking_times import minutes
from consult_app.ui.language import Languages, tr, tr_n
from consult_app.ui.look import fonts
from consult_app.ui.look.fonts import Weight
from consult_app.ui.room.heads import Band, band_for, called
from consult_app.ui.room.look import Words, draw_box, fitted
from consult_app.ui.room.still import StillPicture, inside
from consult_app.ui.text.ink import look_of
from consult_app.words import term

_MOST: Final = 8


class SpeakersPicture(StillPicture):
    """The page. ``now`` is the moment that the clock shows (ISO); it is set anew every second."""

    now = ""

    def head(self) -> Band:
        """The name of the page."""
        state = tr("The list is closed") if self.state.assembly.speaking.closed else ""
        return band_for(self.state.assembly, tr("List of speakers"), state)

    def looks_like(self, other: object) -> bool:
        """A clock always differs."""
        return False

    @property
    def running(self) -> bool:
        """Whether the clock runs, so that the page must be painted again in a second."""
        speech = self.state.assembly.speaking.now
        return speech is not None and speech.running

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the floor on the left, the list on the right."""
        within = inside(box, share=0.05)
        gap = fonts.pixels(30)
        left = QRectF(within.left(), within.top(), within.width() * 0.58 - gap / 2, within.height())
        right = QRectF(left.right() + gap, within.top(), within.width() - left.width() - gap, within.height())
        line = QRectF(left.right() + gap / 2, within.top(), max(1, fonts.pixels(0.5)), within.height())
        painter.fillRect(line, QColor(self.palette.line))
        self._paint_floor(painter, left)
        self._paint_list(painter, right)

    def _paint_floor(self, painter: QPainter, box: QRectF) -> None:
        speech = self.state.assembly.speaking.now
        head = Words(tr("Has the floor"), 11, self.palette.dim, Weight.SEMIBOLD)
        head.draw(painter, box.left(), box.top() + fonts.pixels(12), box.width())
        name = QRectF(box.left(), box.top() + box.height() * 0.1, box.width(), box.height() * 0.28)
        if speech is None:
            words = tr("Nobody")
            draw_box(painter, words, fitted(words, 26, name), self.palette.dim, name, left=True)
            return
        words = called(self.state.assembly, speech.speaker.who)
        draw_box(painter, words, fitted(words, 34, name), self.palette.ink, name, left=True)
        behalf = self._behalf(speech.speaker)
        if behalf is not None:
            at = QRectF(box.left(), name.bottom() + fonts.pixels(4), box.width(), box.height() * 0.1)
            font = fitted(behalf.words, behalf.size, at, serif=False, smallest=8, weight=behalf.weight)
            draw_box(painter, behalf.words, font, behalf.ink, at, left=True)
        clock = QRectF(box.left(), box.top() + box.height() * 0.48, box.width(), box.height() * 0.32)
        figure, said, tone = self._clock(speech)
        ink = getattr(self.palette, tone)
        draw_box(painter, figure, fitted(figure, 78, clock, serif=False), ink, clock, left=True)
        below = Words(said, 13, ink if tone != "ink" else self.palette.dim, Weight.MEDIUM)
        below.draw(painter, box.left(), clock.bottom() + fonts.pixels(16), box.width())

    def _behalf(self, speaker: Speaker) -> Words | None:
        """The group that somebody speaks for, with its mark; None where the name has said it."""
        assembly = self.state.assembly
        who = speaker.on_behalf_of or assembly.main_group(speaker.who)
        kind = ""
        if speaker.kind != "speaker":
            kind = capitalized(term("kind", speaker.kind, "speech", Languages.current()))
        if not who or who == speaker.who:
            return Words(kind, 14, self.palette.dim, Weight.MEDIUM) if kind else None
        look = look_of(assembly, who)
        said = " · ".join(part for part in (f"{look.mark} {called(assembly, who)}", kind) if part)
        return Words(said, 14, look.colour, Weight.MEDIUM)

    def _clock(self, speech: Speech) -> tuple[str, str, str]:
        """The figure, what is said under it, and the tone of both."""
        now = self.now or stamp(datetime.now(UTC))
        spoken, left = speech.seconds(now), speech.remaining(now)
        paused = "" if speech.running else tr("The clock is stopped")
        if left is None:
            return minutes(spoken), paused, "ink"
        if left < 0:
            over = tr("over the {allowed} allowed", allowed=minutes(speech.allowed))
            return f"+{minutes(-left)}", " · ".join(part for part in (over, paused) if part), "error"
        said = tr("left of {allowed}", allowed=minutes(speech.allowed))
        return minutes(left), " · ".join(part for part in (said, paused) if part), "ink"

    def _paint_list(self, painter: QPainter, box: QRectF) -> None:
        assembly = self.state.assembly
        waiting = in_order(assembly.speaking.waiting)
        head = Words(tr("Next"), 11, self.palette.dim, Weight.SEMIBOLD)
        head.draw(painter, box.left(), box.top() + fonts.pixels(12), box.width())
        tall = (box.height() - fonts.pixels(24)) / (_MOST + 1)
        for place, speaker in enumerate(waiting[:_MOST]):
            baseline = box.top() + fonts.pixels(24) + tall * (place + 0.46) + fonts.pixels(5)
            look = look_of(assembly, speaker.on_behalf_of or speaker.who)
            x = Words(f"{place + 1}", 13, self.palette.dim).draw(painter, box.left(), baseline)
            x = Words(look.mark, 13, look.colour).draw(
                painter, max(x, box.left() + fonts.pixels(16)), baseline
            )
            weight = Weight.SEMIBOLD if place == 0 else Weight.REGULAR
            name, start = self._on_list(speaker), x + fonts.pixels(7)
            at = QRectF(start, box.top() + fonts.pixels(24) + tall * place, box.right() - start, tall * 0.92)
            font = fitted(name, 15, at, serif=False, smallest=7, weight=weight)
            draw_box(painter, name, font, self.palette.ink, at, left=True)
        left = len(waiting) - _MOST
        words = tr_n("and {n} more", "and {n} more", left) if left > 0 else ""
        if not waiting:
            words = tr("Nobody else has asked for the floor")
        Words(words, 12, self.palette.dim).draw(
            painter, box.left(), box.bottom() if waiting else box.top() + fonts.pixels(40), box.width()
        )

    def _on_list(self, speaker: Speaker) -> str:
        name = called(self.state.assembly, speaker.who)
        if speaker.kind == "speaker":
            return name
        return f"{name} ({term('kind', speaker.kind, 'speech', Languages.current())})"

    def in_words(self) -> str:
        """Who has the floor, and who is next."""
        speaking = self.state.assembly.speaking
        names = [self._on_list(each) for each in in_order(speaking.waiting)]
        floor = tr("Nobody has the floor")
        if speaking.now is not None:
            floor = f"{tr('Has the floor')}: {called(self.state.assembly, speaking.now.speaker.who)}"
        return ". ".join(
            part for part in (floor, f"{tr('Next')}: {', '.join(names)}" if names else "") if part
        )
