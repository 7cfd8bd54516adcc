"""Labels in more than one ink: a group's mark and name in its colour, positions of the groups."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Slot

from consult_app.meetings.assembly import Assembly
from consult_app.ui.measured import MeasuredLabel
from consult_app.ui.palette import GroupStyle, group_style, words_tone
from consult_app.ui.theme import Theme


@dataclass(frozen=True)
class Ink:
    """A stretch of words: ``group`` gives it a group's colour, ``tone`` one of the palette."""

    words: str
    group: GroupStyle | None = None
    tone: str = "ink"
    strong: bool = False


def look_of(assembly: Assembly, who: str) -> GroupStyle:
    """The look of a group or participant: that of the one of the three groups it belongs to."""
    main = assembly.main_group(who)
    group = assembly.groups.get(main)
    return group_style(
        Theme.current(), main or who, group.colour if group else "", group.mark if group else ""
    )


class InkLabel(MeasuredLabel):
    """A label of such stretches, painted anew in every theme."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        if role:
            self.setProperty("role", role)
        self._inks: tuple[Ink, ...] = ()
        Theme.instance().changed.connect(self._render)

    def show_inks(self, *inks: Ink) -> None:
        """Show *inks* one after the other; a screen reader hears their words."""
        if inks != self._inks:
            self._inks = inks
            self.setAccessibleName("".join(ink.words for ink in inks))
            self._render()

    @Slot()
    def _render(self) -> None:
        palette = Theme.current()
        pieces = []
        for ink in self._inks:
            colour = ink.group.ink if ink.group else words_tone(palette, ink.tone)
            weight = "600" if ink.strong else "400"
            pieces.append(f'<span style="color:{colour};font-weight:{weight}">{escape(ink.words)}</span>')
        self.setText("".join(pieces))
